/** From the words of the command line to values; every mistake is told with what would do. */
import type { Catalog, Profile, Result, Status } from '../index';
import { checkRulesFolder, readFile } from './files';
import type { Context, Library } from './context';

export const FORMATS = ['table', 'json', 'markdown'] as const;
export const LEVELS = ['none', 'gap', 'weak', 'review'] as const;
const STATUSES: readonly Status[] = ['met', 'weak', 'gap', 'explained', 'not-applicable', 'review'];
export const LANGS = ['zh', 'en'] as const;

export type Format = (typeof FORMATS)[number];
export type Level = (typeof LEVELS)[number];

/** Options of `check` as commander hands them over. */
export interface CheckFlags {
  readonly standard?: readonly string[];
  readonly profile?: string;
  readonly set?: readonly string[];
  readonly format?: string;
  readonly output?: string;
  readonly show?: string;
  readonly failOn?: string;
  readonly published?: string;
  readonly period?: string;
  readonly gri?: string;
  readonly whitePaperOnly?: boolean;
  readonly rules?: readonly string[];
}

/** Options that need nothing but themselves to be understood. */
export interface CheckOptions {
  readonly format: Format;
  readonly show: readonly Status[];
  readonly failOn: Level;
}

/** The value, or a UserError with all problems: what a command throws to stop. */
export function unwrap<T>(result: Result<T>, library: Library): T {
  if (result.ok) return result.value;
  throw new library.UserError(result.problems);
}

const parts = (text: string): readonly string[] => text.split(/[,，]/).map((part) => part.trim()).filter((part) => part !== '');

/** Ids parted by commas are as good as a repeated option. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...parts(value)];
export const append = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The options of `check` that stand for themselves. */
export function parseCheckOptions(flags: CheckFlags, library: Library): CheckOptions {
  const show = parts(flags.show ?? 'gap,weak,review');
  return {
    format: oneOf('--format', flags.format ?? 'table', FORMATS, library),
    failOn: oneOf('--fail-on', flags.failOn ?? 'gap', LEVELS, library),
    show: show.join() === 'all' ? STATUSES : show.map((status) => oneOf('--show', status, STATUSES, library)),
  };
}

/** The value, if it is one of those allowed. */
export function oneOf<T extends string>(option: string, given: string, allowed: readonly T[], library: Library): T {
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new library.UserError([{ code: 'usage', detail: library.detail('wrong-value', option, `"${given}"`, allowed.join(', ')) }]);
  return found;
}

/** The profile: its file, then `--set`, then the options that have a name of their own. */
export function profileFrom(flags: CheckFlags, catalog: Catalog, context: Context): Profile {
  const { library } = context;
  if (flags.standard?.length === 0) throw new library.UserError([{ code: 'usage', detail: library.detail('option-needs-value', '--standard <id>') }]);
  const gri = catalog.standards.find((s) => s.id === 'gri-2021');
  const known = {
    standards: catalog.standards.map((s) => s.id), questions: catalog.standards.flatMap((s) => s.questions.map((q) => q.id)),
    ...(gri ? { topics: gri.groups.map((g) => g.id) } : {}),
  };
  const file = flags.profile === undefined ? null : readFile(flags.profile, library);
  const given = flags.profile === undefined || file === null ? {} : unwrap(library.parseProfile(new TextDecoder().decode(file), flags.profile, known), library);
  const named: readonly (readonly [string, string | undefined])[] = [
    ['standards', flags.standard?.join(',')], ['publicationDate', flags.published], ['period', flags.period], ['griClaim', flags.gri],
    ['whitePaperOnly', flags.whitePaperOnly ? 'true' : undefined],
  ];
  const settings = [...(flags.set ?? []), ...named.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))];
  return unwrap(library.applySettings(given, settings, known), library);
}

/** The catalogue with the user's own folders; `withDetails` for commands that show words and examples. */
export function catalogFrom(rules: readonly string[] | undefined, library: Library, withDetails = false): Catalog {
  rules?.forEach((folder) => checkRulesFolder(folder, library));
  return unwrap(library.loadCatalog({ withDetails, ...(rules === undefined ? {} : { userDirs: rules }) }), library);
}
