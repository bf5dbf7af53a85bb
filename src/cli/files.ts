/** Reading and writing files, with the user's own mistakes told apart. */
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ErrorCode, Problem } from '../index';
import type { Library } from './context';
import type { Format } from './options';

/** Files above this size are refused before a byte is read; `readReport` has the same limit. */
export const LARGEST = 100 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
const EXTENSIONS: Readonly<Record<Format, string>> = { table: '.txt', json: '.json', markdown: '.md' };

/** The bytes of a file, or a UserError that says why not. */
export function readFile(path: string, library: Library): Uint8Array {
  const refuse = (code: ErrorCode, detail = ''): never => {
    throw new library.UserError([{ code, detail, where: { file: path === '' ? '""' : path } }]);
  };
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return refuse('not-a-file', library.detail('a-folder'));
    if (isDevice(stats)) return refuse('not-a-file', library.detail('a-device'));
    if (stats.size > LARGEST) return refuse('file-too-large', library.detail('megabytes', String(Math.ceil(stats.size / MEGABYTE)), String(LARGEST / MEGABYTE)));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof library.UserError) throw error;
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('no-such-file');
    return refuse('usage', library.detail('cannot-read', reasonOf(code)));
  }
}

/** Pipes are read, for `<(pdftotext …)`; other devices may never end. */
const isDevice = (stats: Stats): boolean => !stats.isFile() && !stats.isFIFO();

/** Refuses a folder of rules that is none, or has neither `standards/` nor `rules/`: it would be passed over in silence. */
export function checkRulesFolder(path: string, library: Library): void {
  const refuse = (code: ErrorCode, detail = ''): never => {
    throw new library.UserError([{ code, detail, where: { file: path === '' ? '""' : path } }]);
  };
  if (!existsSync(path)) return refuse('no-such-file');
  if (!statSync(path).isDirectory()) return refuse('usage', library.detail('rules-not-folder'));
  if (!['standards', 'rules'].some((area) => existsSync(join(path, area)))) return refuse('usage', library.detail('rules-nothing'));
}

/** Writes a file, or says why not. */
export function writeFile(path: string, text: string, library: Library): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new library.UserError([{ code: 'usage', detail: library.detail('cannot-write', reasonOf(systemCode(error))), where: { file: path } }]);
  }
}

/** Where each report's output goes; refused before anything is checked when it cannot go there. */
export function planOutput(output: string, reports: readonly string[], format: Format, library: Library): readonly string[] {
  const isFolder = existsSync(output) && statSync(output).isDirectory();
  const refuse = (code: Parameters<Library['detail']>[0], file: string): never => {
    throw new library.UserError([{ code: 'usage', detail: library.detail(code), where: { file } }]);
  };
  if (reports.length > 1 && !isFolder && existsSync(output)) return refuse('output-not-folder', output);
  if (reports.length === 1 && !isFolder && !existsSync(dirname(resolve(output)))) return refuse('output-no-folder', output);
  const targets = reports.length === 1 && !isFolder ? [output] : namesFor(reports, format).map((name) => join(output, name));
  const sources = new Set(reports.filter((report) => existsSync(report)).map((report) => realpathSync(report)));
  const clash = targets.find((target) => existsSync(target) && sources.has(realpathSync(target)));
  if (clash !== undefined) return refuse('overwrites-report', clash);
  if (reports.length > 1) makeFolder(output, library);
  return targets;
}

function makeFolder(path: string, library: Library): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const problem: Problem = { code: 'usage', detail: library.detail('cannot-write', reasonOf(systemCode(error))), where: { file: path } };
    throw new library.UserError([problem]);
  }
}

/** `report.gap.json`; reports of the same name in different folders are numbered. */
function namesFor(reports: readonly string[], format: Format): readonly string[] {
  const taken = new Set<string>();
  return reports.map((report) => {
    const stem = basename(report, extname(report));
    const name = (n: number): string => `${stem}${n === 1 ? '' : `-${n}`}.gap${EXTENSIONS[format]}`;
    let n = 1;
    while (taken.has(name(n))) n += 1;
    taken.add(name(n));
    return name(n);
  });
}

/** Codes that have words are told in words. */
const reasonOf = (code: string): string => (['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EISDIR'].includes(code) ? `@${code}` : code);

function systemCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  throw error;
}
