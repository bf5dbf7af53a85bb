import type { Problem, Result } from '../errors';
import type { BlockKind, ReportDocument } from '../model/document';
import { buildDocument, noteUnreadable, unreadableOf } from './build';
import type { DraftBlock, DraftRow } from './draft';
import { mainLanguage } from './language';
import type { ParsedBlock, ParsedReport } from './parsed-report';
import { checkParsedReport } from './parsed-report';
import { tableDraft } from './table';

/** What the file gives besides its content. */
export interface JsonOrigin {
  readonly sha256: string;
}

/**
 * Reads a report that another tool has parsed (`lacuna/parsed-report@1`). Its source is the text of its blocks,
 * one below the other: quotes and line numbers refer to that.
 */
export function readParsedJson(name: string, json: string, origin: JsonOrigin): Result<ReportDocument> {
  const parsed = parse(name, json);
  if (!parsed.ok) return parsed;
  const checked = checkParsedReport(name, parsed.value);
  if (!checked.ok) return checked;
  return { ok: true, value: documentOf(name, checked.value, origin) };
}

function parse(name: string, json: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    const before = Number.isNaN(at) ? '' : json.slice(0, at);
    const line = before.split('\n').length;
    const where = Number.isNaN(at) ? { file: name } : { file: name, line, column: at - before.lastIndexOf('\n') };
    const problem: Problem = { code: 'invalid-report-json', detail: `this is no JSON: ${message}`, where };
    return { ok: false, problems: [problem] };
  }
}

function documentOf(name: string, report: ParsedReport, origin: JsonOrigin): ReportDocument {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string, after: string): { start: number; end: number } => {
    const start = length;
    parts.push(text, after);
    length += text.length + after.length;
    return { start, end: start + text.length };
  };
  const shapes = report.blocks.map((block) => layOut(block, put));
  const source = parts.join('');
  const drafts = shapes.map((shape) => toDraft(source, shape));
  const pages = report.pages ?? null;
  const unreadablePages = [...(report.unreadablePages ?? [])].sort((a, b) => a - b);
  const unreadableShare = unreadableOf(0, pages, unreadablePages);
  const notes = noteUnreadable(unreadablePages);
  const language = report.language ?? mainLanguage(source);
  return buildDocument({ name: report.name ?? name, sha256: origin.sha256, language, source, pages, unreadablePages, unreadableShare, notes }, drafts);
}

type Put = (text: string, after: string) => { start: number; end: number };

interface Shape {
  readonly block: ParsedBlock;
  readonly rows: readonly DraftRow[];
  readonly notes: readonly DraftRow[];
}

function layOut(block: ParsedBlock, put: Put): Shape {
  const row = (cells: readonly string[], isHead: boolean): DraftRow => ({
    cells: cells.map((cell, i) => [put(cell, i === cells.length - 1 ? '\n' : '\t')]),
    isHead,
  });
  const rows: DraftRow[] = [];
  if (block.text !== undefined) rows.push(row([block.text], false));
  for (const head of block.header ?? []) rows.push(row(head, true));
  for (const data of block.rows ?? []) rows.push(row(data, false));
  const notes = (block.notes ?? []).map((note) => row([note], false));
  put('', '\n');
  return { block, rows, notes };
}

function toDraft(source: string, { block, rows, notes }: Shape): DraftBlock {
  const kind: BlockKind = block.kind;
  const page = block.page ?? null;
  if (kind === 'table' && block.text === undefined) {
    const table = tableDraft(source, rows, page);
    return { ...table, rows: [...table.rows, ...notes] };
  }
  return { kind, page, rows: [...rows, ...notes], ...(block.level === undefined ? {} : { level: block.level }) };
}
