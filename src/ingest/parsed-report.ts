import type { Problem, Result } from '../errors';
import type { BlockKind } from '../model/document';

/** A block as another tool hands it over: text, or a table of header, rows and notes. */
export interface ParsedBlock {
  readonly kind: BlockKind;
  readonly text?: string;
  readonly header?: readonly (readonly string[])[];
  readonly rows?: readonly (readonly string[])[];
  readonly notes?: readonly string[];
  readonly level?: number;
  readonly page?: number;
}

/** A report in the published form `lacuna/parsed-report@1`. */
export interface ParsedReport {
  readonly name?: string;
  readonly language?: 'zh' | 'en';
  readonly pages?: number;
  readonly unreadablePages?: readonly number[];
  readonly blocks: readonly ParsedBlock[];
}

/** The value of `schema` in such a file. */
export const PARSED_REPORT = 'lacuna/parsed-report@1';

const KINDS: readonly BlockKind[] = ['heading', 'paragraph', 'list-item', 'table', 'callout', 'index', 'contents', 'running'];
const MOST_PROBLEMS = 20;

/** Where a value stands in the file, and what is wrong with it. */
type Report = (path: string, what: string) => undefined;

/** Checks a value read from JSON against the published form; every problem names its path. */
export function checkParsedReport(name: string, value: unknown): Result<ParsedReport> {
  const problems: Problem[] = [];
  const report: Report = (path, what) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code: 'invalid-report-json', detail: `${path}: ${what}`, where: { file: name } });
    return undefined;
  };
  const result = readReport(value, report);
  const [first, ...rest] = problems;
  if (first !== undefined) return { ok: false, problems: [first, ...rest] };
  return { ok: true, value: result };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function given(value: unknown): string {
  if (value === undefined) return 'it is missing';
  const text = JSON.stringify(value) ?? String(value);
  return `given ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}

function readReport(value: unknown, report: Report): ParsedReport {
  const empty: ParsedReport = { blocks: [] };
  if (!isObject(value)) { report('(root)', `must be an object; ${given(value)}`); return empty; }
  if (value['schema'] !== PARSED_REPORT) report('schema', `must be "${PARSED_REPORT}"; ${given(value['schema'])}`);
  onlyKeys(value, ['schema', 'name', 'language', 'pages', 'unreadablePages', 'blocks'], '', report);
  const name = optional(value['name'], 'name', readString, report);
  const language = optional(value['language'], 'language', readLanguage, report);
  const pages = optional(value['pages'], 'pages', readCount, report);
  const unreadablePages = optional(value['unreadablePages'], 'unreadablePages', (v, p, r) => readList(v, p, readCount, r), report);
  const blocks = readList(value['blocks'], 'blocks', readBlock, report);
  return {
    ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }), ...(pages === undefined ? {} : { pages }),
    ...(unreadablePages === undefined ? {} : { unreadablePages }), blocks,
  };
}

type Read<T> = (value: unknown, path: string, report: Report) => T | undefined;

function optional<T>(value: unknown, path: string, read: Read<T>, report: Report): T | undefined {
  return value === undefined ? undefined : read(value, path, report);
}

function onlyKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], path: string, report: Report): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report(path === '' ? key : `${path}.${key}`, `is no known property; known are ${known.join(', ')}`);
  }
}

const readString: Read<string> = (value, path, report) => (typeof value === 'string' ? value : report(path, `must be a string; ${given(value)}`));

const readLanguage: Read<'zh' | 'en'> = (value, path, report) =>
  value === 'zh' || value === 'en' ? value : report(path, `must be "zh" or "en"; ${given(value)}`);

const readCount: Read<number> = (value, path, report) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : report(path, `must be a whole number from 1; ${given(value)}`);

/** Cells may be numbers or null, as spreadsheets give them. */
const readCell: Read<string> = (value, path, report) => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return readString(value, path, report);
};

function readList<T>(value: unknown, path: string, read: Read<T>, report: Report): T[] {
  if (!Array.isArray(value)) { report(path, `must be an array; ${given(value)}`); return []; }
  const items: readonly unknown[] = value;
  const out: T[] = [];
  items.forEach((item, i) => {
    const read1 = read(item, `${path}[${i}]`, report);
    if (read1 !== undefined) out.push(read1);
  });
  return out;
}

const readRow: Read<string[]> = (value, path, report) => readList(value, path, readCell, report);

/** One row of cells, or several. */
const readHeader: Read<string[][]> = (value, path, report) => {
  if (Array.isArray(value) && value.length > 0 && !Array.isArray(value[0])) return [readList(value, path, readCell, report)];
  return readList(value, path, readRow, report);
};

const readKind: Read<BlockKind> = (value, path, report) =>
  KINDS.find((kind) => kind === value) ?? report(path, `must be one of ${KINDS.join(', ')}; ${given(value)}`);

const readBlock: Read<ParsedBlock> = (value, path, report) => {
  if (!isObject(value)) return report(path, `must be an object; ${given(value)}`);
  onlyKeys(value, ['kind', 'text', 'header', 'rows', 'notes', 'level', 'page'], path, report);
  const kind = readKind(value['kind'], `${path}.kind`, report);
  const text = optional(value['text'], `${path}.text`, readString, report);
  const header = optional(value['header'], `${path}.header`, readHeader, report);
  const rows = optional(value['rows'], `${path}.rows`, (v, p, r) => readList(v, p, readRow, r), report);
  const notes = optional(value['notes'], `${path}.notes`, (v, p, r) => readList(v, p, readString, r), report);
  const level = optional(value['level'], `${path}.level`, readCount, report);
  const page = optional(value['page'], `${path}.page`, readCount, report);
  if (value['text'] === undefined && value['rows'] === undefined) report(path, 'must have "text" or "rows"');
  if (kind === undefined) return undefined;
  return {
    kind, ...(text === undefined ? {} : { text }), ...(header === undefined ? {} : { header }), ...(rows === undefined ? {} : { rows }),
    ...(notes === undefined ? {} : { notes }), ...(level === undefined ? {} : { level }), ...(page === undefined ? {} : { page }),
  };
};
