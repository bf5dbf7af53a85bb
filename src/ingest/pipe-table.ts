import type { DraftRow, FoundTable, Fragment } from './draft';
import type { Line } from './lines';
import { trimmed } from './rows';
import { tableDraft } from './table';

const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*\|?$/;

/** Pipe tables: rows of `|`, the row above a rule of dashes being the head. */
export function pipeTables(source: string, lines: readonly Line[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(lines[i])) continue;
    let end = i + 1;
    while (end < lines.length && isRow(lines[end])) end++;
    const run = lines.slice(i, end);
    const rule = run.findIndex((line) => RULE.test(line.text));
    if (rule >= 0 || (run.length >= 2 && run.every((line) => line.text.startsWith('|')))) tables.push(readTable(source, run, rule));
    i = end - 1;
  }
  return tables;
}

function isRow(line: Line | undefined): boolean {
  return line !== undefined && line.text.includes('|') && (line.text.startsWith('|') || /\S\s*\|\s*\S/.test(line.text)) && !line.text.startsWith('#');
}

function readTable(source: string, run: readonly Line[], rule: number): FoundTable {
  const rows: DraftRow[] = [];
  run.forEach((line, i) => {
    if (i === rule || RULE.test(line.text)) return;
    rows.push({ cells: cellsOf(source, line).map((cell) => [cell]), isHead: i < rule });
  });
  return { start: run[0]?.start ?? 0, end: run[run.length - 1]?.end ?? 0, draft: tableDraft(source, rows) };
}

function cellsOf(source: string, line: Line): Fragment[] {
  const cells: Fragment[] = [];
  let from = line.start + (line.text.startsWith('|') ? 1 : 0);
  const end = line.text.endsWith('|') && !line.text.endsWith('\\|') && line.text.length > 1 ? line.end - 1 : line.end;
  for (let at = from; at <= end; at++) {
    if (at < end && (source.charAt(at) !== '|' || source.charAt(at - 1) === '\\')) continue;
    cells.push(trimmed(source, from, at));
    from = at + 1;
  }
  return cells;
}
