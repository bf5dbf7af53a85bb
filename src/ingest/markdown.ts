import type { ReportDocument } from '../model/document';
import type { DraftBlock, FoundTable } from './draft';
import { readHtmlTable } from './html-table';
import type { Line } from './lines';
import { splitLines } from './lines';
import { maskMarkup } from './markup';
import { pipeTables } from './pipe-table';
import type { Origin } from './text';
import { originOf, readLines } from './text';

/** Reads Markdown: headings, lists, pipe tables and HTML tables. */
export function readMarkdown(name: string, text: string, origin: Origin = originOf(text)): ReportDocument {
  const view = maskMarkup(text);
  const lines = splitLines(view);
  const html = htmlTables(text, view);
  const found = [...html, ...pipeTables(view, lines)].sort((a, b) => a.start - b.start);
  return readLines(name, { source: text, view, ...placeTables(lines, found) }, origin);
}

function htmlTables(text: string, view: string): FoundTable[] {
  const tables: FoundTable[] = [];
  const open = /<table\b/gi;
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const end = tableEnd(text, match.index);
    tables.push({ start: match.index, end, draft: readHtmlTable(text, view, match.index, end) });
    open.lastIndex = end;
  }
  return tables;
}

/** End of the table that opens at an offset, past the tables inside it. */
function tableEnd(text: string, from: number): number {
  const tag = /<(\/?)table\b[^>]*>/gi;
  tag.lastIndex = from;
  let depth = 0;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return text.length;
}

/** Takes the lines of tables out and puts one line for each table in their place. */
function placeTables(lines: readonly Line[], found: readonly FoundTable[]): { lines: Line[]; tables: Map<Line, DraftBlock> } {
  const tables = new Map<Line, DraftBlock>();
  if (found.length === 0) return { lines: [...lines], tables };
  const out: Line[] = [];
  let next = 0;
  let from = 0;
  for (const line of lines) {
    while (next < found.length && (found[next]?.end ?? 0) <= line.start) next++;
    const table = found[next];
    if (table === undefined || line.end <= table.start) { out.push(line); continue; }
    for (let t = Math.max(next, from); t < found.length && (found[t]?.start ?? 0) < Math.max(line.end, line.start + 1); t++) {
      placeTable(found[t], line, out, tables);
      from = t + 1;
    }
  }
  return { lines: out, tables };
}

function placeTable(table: FoundTable | undefined, line: Line, out: Line[], tables: Map<Line, DraftBlock>): void {
  if (table === undefined) return;
  const stand: Line = { start: table.start, end: table.end, text: '', page: line.page, indent: 0, width: 0, isBlank: false };
  tables.set(stand, { ...table.draft, page: line.page });
  out.push(stand);
}
