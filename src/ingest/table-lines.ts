import { hasEndMark, headingForm, isHeadRow } from './classify';
import type { Cell, DraftRow } from './draft';
import type { Line } from './lines';
import type { Reading } from './reading';
import { nextText } from './reading';
import { headTokens, kpiCells, splitCells } from './rows';

export function isTableLine(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  if (line === undefined) return false;
  if (isNumbered(line.text)) return false;
  if (line.text.includes('\t')) return splitCells(reading.source, line).filter((c) => c.end > c.start).length >= 2 || isTabbed(reading, at);
  if (kpiCells(line, false)) return true;
  return headCells(line) !== null;
}

/** Cells of a head without data such as `指标 单位 2024 年`; null when the line is none. */
function headCells(line: Line): Cell[] | null {
  if (line.text.length > 160 || /[。；，]/.test(line.text)) return null;
  const head = headTokens(line);
  return isHeadRow(head.texts) && head.texts.length >= 2 ? head.cells : null;
}

/** `三、` + tab + text: the number of a heading or item, no cell. */
export function isNumbered(text: string): boolean {
  return /^(?:第?[一二三四五六七八九十]{1,3}[、.章节]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、)]|[①-⑳•●■◆►])\t[^\t]*$/.test(text);
}

function isTabbed(reading: Reading, at: number): boolean {
  return [at - 1, at + 1].some((i) => reading.lines[i]?.text.includes('\t'));
}

/** A run of rows; sub-heads of one cell and blank lines between rows belong to it. */
export function readTable(reading: Reading, at: number): number {
  const rows: DraftRow[] = [];
  let hasHead = false;
  let i = at;
  while (i < reading.lines.length) {
    const line = reading.lines[i];
    if (line === undefined || reading.marks[i]) break;
    if (line.isBlank) {
      const next = nextText(reading, i);
      const onlyHead = rows.every((row) => row.isHead);
      if (next - i > 2 || !continuesTable(reading, next, hasHead, onlyHead)) break;
      i = next;
      continue;
    }
    const row = tableRow(reading, i, hasHead, rows.length);
    if (row === null) break;
    hasHead ||= row.isHead === true;
    rows.push(row);
    i++;
  }
  if (rows.length > 0) reading.drafts.push({ kind: 'table', page: reading.lines[at]?.page ?? null, rows });
  return i;
}

function continuesTable(reading: Reading, at: number, hasHead: boolean, onlyHead: boolean): boolean {
  const line = reading.lines[at];
  if (line === undefined || reading.marks[at]) return false;
  if (line.text.includes('\t')) return onlyHead;
  return tableRow(reading, at, hasHead, 1) !== null;
}

function tableRow(reading: Reading, at: number, hasHead: boolean, before: number): DraftRow | null {
  const line = reading.lines[at];
  if (line === undefined) return null;
  if (line.text.includes('\t')) {
    const cells = splitCells(reading.source, line);
    return { cells: cells.map((c) => [c]), isHead: isTabHead(reading, cells, before) };
  }
  const kpi = kpiCells(line, hasHead);
  if (kpi) return { cells: kpi };
  const head = headCells(line);
  if (head) return { cells: head, isHead: true };
  if (before > 0 && hasHead && isSubHead(reading, at)) return { cells: [[line]] };
  return null;
}

function isTabHead(reading: Reading, cells: readonly { start: number; end: number }[], before: number): boolean {
  const texts = cells.map((c) => reading.source.slice(c.start, c.end).replace(/\s+/g, ' '));
  if (isHeadRow(texts)) return true;
  return before === 0 && texts.filter((t) => t !== '').length >= 2 && texts.every((t) => t.length <= 30 && !/\d/.test(t));
}

/** A short label among the rows of a table, followed by another row. */
function isSubHead(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  if (line === undefined || line.width > 40 || hasEndMark(line.text) || /\d{2}/.test(line.text) || headingForm(line.text)) return false;
  const next = reading.lines[nextText(reading, at)];
  return next !== undefined && kpiCells(next, true) !== null;
}
