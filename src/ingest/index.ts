import type { Problem, Result } from '../errors';
import type { ReportDocument } from '../model/document';
import { sha256 } from './build';
import type { Decoded } from './decode';
import { decode } from './decode';
import { detectLanguage, type LanguageName } from './language';
import { readMarkdown } from './markdown';
import { readParsedJson } from './parsed-json';
import type { Origin } from './text';
import { readText } from './text';

export { readMarkdown } from './markdown';
export { readText } from './text';

/** A file: its name tells the format. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Format = 'text' | 'markdown' | 'json';

const FORMATS: Readonly<Record<string, Format>> = { txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', json: 'json' };

/** Reads the bytes of a report: text, Markdown or `lacuna/parsed-report@1`, by extension; unknown extensions by content. */
export function readReport(input: ReportFile): Result<ReportDocument> {
  const decoded = decode(input.name, input.bytes);
  if (!decoded.ok) return decoded;
  const format = formatOf(input.name, decoded.value.text);
  if (format === null) {
    return fail(input.name, { code: 'unsupported-format', detail: { zh: '可读取 .txt、.md 和 .json（lacuna/parsed-report@1）', en: '.txt, .md and .json (lacuna/parsed-report@1) are read' } });
  }
  if (format === 'json') return inSupportedLanguage(input.name, readParsedJson(input.name, decoded.value.text, { sha256: sha256(input.bytes) }));
  return readTextFile(input, decoded.value, format);
}

function fail(file: string, problem: Problem): Result<never> {
  return { ok: false, problems: [{ ...problem, where: { file } }] };
}

function formatOf(name: string, text: string): Format | null {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = FORMATS[extension];
  if (known !== undefined) return known;
  if (/^(?:html?|xml|csv|tsv|rtf|docx?|xlsx?|pptx?|pdf|ya?ml)$/.test(extension)) return null;
  return /^\s*\{/.test(text) && text.includes('lacuna/parsed-report') ? 'json' : 'text';
}

function readTextFile(input: ReportFile, { text, notes }: Decoded, format: 'text' | 'markdown'): Result<ReportDocument> {
  const language = detectLanguage(text);
  if (typeof language === 'object') return fail(input.name, unsupported(language.unsupported));
  const origin: Origin = { sha256: sha256(input.bytes), language, notes };
  const read = format === 'markdown' || /<table\b/i.test(text) ? readMarkdown : readText;
  return { ok: true, value: read(input.name, text, origin) };
}

function inSupportedLanguage(name: string, read: Result<ReportDocument>): Result<ReportDocument> {
  if (!read.ok) return read;
  const language = detectLanguage(read.value.source);
  return typeof language === 'object' ? fail(name, unsupported(language.unsupported)) : read;
}

function unsupported({ zh, en }: LanguageName): Problem {
  return { code: 'unsupported-language', detail: { zh: `文字为${zh}；可读取中文和英文`, en: `the text is in ${en}; Chinese and English are read` } };
}
