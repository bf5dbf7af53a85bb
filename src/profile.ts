/** Profile files and `--set`: from untrusted text to a Profile. */
import type { Problem, Result, Where } from './errors';
import { detail } from './messages';
import type { Profile } from './model/profile';
import { nearest } from './nearest';
import { validate, type Violation } from './schema/validate';
import { parseYaml } from './schema/yaml';
import schema from '../schemas/profile.schema.json';

type Located = (pointer: string) => Where | undefined;
type Values = Readonly<Record<string, unknown>>;

/** Ids that only the catalogue knows; without them they are taken as written. */
export interface KnownIds {
  readonly standards?: readonly string[];
  readonly questions?: readonly string[];
  /** GRI topic standards that `materialTopics` may name. */
  readonly topics?: readonly string[];
}

/** Reads a profile file (YAML or JSON); everything wrong with it at once, each with line and column. */
export function parseProfile(text: string, file: string, known: KnownIds = {}): Result<Profile> {
  const parsed = parseYaml(text, file, 'invalid-profile');
  if (!parsed.ok) return parsed;
  // A file of nothing but comments is a profile that answers nothing.
  return toProfile(parsed.value.value ?? {}, parsed.value.at, known);
}

/** A profile with `key=value` settings laid over it; lists are parted by commas, answers written `answers.<id>=true`. */
export function applySettings(profile: Profile, settings: readonly string[], known: KnownIds = {}): Result<Profile> {
  if (settings.length === 0) return { ok: true, value: profile };
  const malformed = settings.filter((setting) => !/^[^=]+=/.test(setting));
  const [first, ...rest] = malformed.map((setting) => problem('usage', detail('bad-setting', setting)));
  if (first !== undefined) return { ok: false, problems: [first, ...rest] };
  const overlaid = settings.reduce<Values>(withSetting, { ...profile });
  return toProfile(overlaid, () => undefined, known);
}

function withSetting(values: Values, setting: string): Values {
  const cut = setting.indexOf('=');
  const key = setting.slice(0, cut).trim();
  const text = setting.slice(cut + 1).trim();
  if (key === 'period') return { ...values, period: periodOf(text) };
  if (!key.includes('.')) return { ...values, [key]: settingValue(key, text) };
  const [outer = '', ...inner] = key.split('.');
  const before = values[outer];
  return { ...values, [outer]: { ...(isRecord(before) ? before : {}), [inner.join('.')]: settingValue(key, text) } };
}

function settingValue(key: string, text: string): unknown {
  if (key === 'standards' || key === 'materialTopics') return text.split(/[,，]/).map((part) => part.trim()).filter((part) => part !== '');
  return text === 'true' ? true : text === 'false' ? false : text;
}

/** `from..to`; anything else is left as it is, for the schema to refuse. */
function periodOf(text: string): unknown {
  const [from, to, ...more] = text.split('..');
  return from !== undefined && to !== undefined && more.length === 0 ? { from: from.trim(), to: to.trim() } : text;
}

function toProfile(value: unknown, at: Located, known: KnownIds): Result<Profile> {
  const faults = isRecord(value)
    ? [...validate(schema, value).flatMap((v) => ofViolation(v, value, at)), ...ofDates(value, at), ...ofIds(value, at, known)]
    : [problem('invalid-profile', detail('not-a-map'), at(''))];
  const [first, ...rest] = [...faults].sort(byPlace);
  if (first !== undefined) return { ok: false, problems: [first, ...rest] };
  return { ok: true, value: inOrder(value as Profile) };
}

/** Keys in a fixed order, whatever the order in the file: outputs are the same byte for byte. */
function inOrder(given: Profile): Profile {
  const answers = given.answers && Object.fromEntries(Object.entries(given.answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  const keys = Object.keys(schema.properties).filter((key) => Object.hasOwn(given, key));
  const ordered: Values = Object.fromEntries(keys.map((key) => [key, (given as Values)[key]]));
  return { ...ordered, ...(answers && { answers }) };
}

function ofViolation(violation: Violation, root: Values, at: Located): Problem[] {
  const { path, keyword, params } = violation;
  const key = path.slice(1).replace(/\//g, '.');
  const given = JSON.stringify(valueAt(root, path)) ?? 'null';
  const place = at(path);
  switch (keyword) {
    case 'additionalProperties':
      return [problem('invalid-profile', unknownKey(path), place)];
    case 'enum':
      return [problem('invalid-profile', detail('wrong-value', key, given, list(params['allowedValues'])), place)];
    case 'required':
      return [problem('invalid-profile', detail('missing-key', `${key}.${String(params['missingProperty'])}`), place)];
    case 'type':
      return [problem('invalid-profile', ofType(key, given, String(params['type'])), place)];
    // Told with the calendar in mind, by `ofDates`.
    case 'pattern':
      return [];
    default:
      return [problem('invalid-profile', `${key}: ${violation.message}`, place)];
  }
}

function ofType(key: string, given: string, wanted: string): string {
  if (wanted === 'string' && /^-?\d/.test(given)) return detail('not-quoted', key, given);
  if (key === 'period') return detail('bad-period', given.replace(/^"|"$/g, ''));
  const kind = { string: '@text', array: '@list', boolean: '@boolean' }[wanted] ?? '@map';
  return detail('wrong-type', key, given, kind);
}

function unknownKey(path: string): string {
  const steps = path.slice(1).split('/').map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const key = steps.at(-1) ?? '';
  const allowed = Object.keys(steps[0] === 'period' && steps.length > 1 ? schema.properties.period.properties : schema.properties);
  const near = nearest(key, allowed);
  return near === null ? detail('unknown-key', key, allowed.join(', ')) : detail('unknown-key-near', key, near);
}

/** Days must be days of the calendar, and a period must not end before it begins. */
function ofDates(value: Values, at: Located): Problem[] {
  const period = isRecord(value['period']) ? value['period'] : {};
  const dates = [['publicationDate', value['publicationDate']], ['period/from', period['from']], ['period/to', period['to']]] as const;
  const bad = dates.flatMap(([path, date]) =>
    typeof date === 'string' && !isDate(date) ? [problem('invalid-profile', detail('bad-date', path.replace('/', '.'), date), at(`/${path}`))] : []);
  const { from, to } = period;
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to) || from <= to) return bad;
  return [...bad, problem('invalid-profile', detail('reversed-period', from, to), at('/period/from'))];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function ofIds(value: Values, at: Located, known: KnownIds): Problem[] {
  const standards = Array.isArray(value['standards']) ? value['standards'] : [];
  const topics = Array.isArray(value['materialTopics']) ? value['materialTopics'] : [];
  const answers = isRecord(value['answers']) ? Object.keys(value['answers']) : [];
  return [
    ...standards.flatMap((id: unknown, i) => (typeof id === 'string' ? ofId('unknown-standard', id, known.standards, at(`/standards/${i}`)) : [])),
    ...topics.flatMap((id: unknown, i) => (typeof id === 'string' ? ofId('invalid-profile', id, known.topics, at(`/materialTopics/${i}`)) : [])),
    ...answers.flatMap((id) => ofId('invalid-profile', id, known.questions, at(`/answers/${id.replace(/~/g, '~0').replace(/\//g, '~1')}`))),
  ];
}

function ofId(code: 'unknown-standard' | 'invalid-profile', id: string, known: readonly string[] | undefined, where: Where | undefined): Problem[] {
  if (known === undefined || known.includes(id)) return [];
  const near = nearest(id, known);
  const said = code === 'unknown-standard'
    ? near === null ? detail('given-known', id, known.join(', ')) : detail('near', id, near)
    : near === null ? detail('unknown-key', id, known.join(', ')) : detail('unknown-key-near', id, near);
  return [problem(code, said, where)];
}

function problem(code: Problem['code'], text: string, where?: Where): Problem {
  return where === undefined ? { code, detail: text } : { code, detail: text, where };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}

function valueAt(root: unknown, path: string): unknown {
  return path.split('/').slice(1).reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Values)[step] : undefined), root);
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : String(values));
