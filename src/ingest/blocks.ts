import type { BlockKind } from '../model/document';
import { calloutDrafts, isShortLine } from './callouts';
import { endsSentence, hasEndMark, headingForm, isHeadRow, isListItem, isValueLine } from './classify';
import type { Cell, DraftBlock, DraftRow, Fragment } from './draft';
import { singleRow } from './draft';
import { readsOn } from './joining';
import type { Line } from './lines';
import { headTokens, kpiCells, splitCells } from './rows';

/** What the repairs said of a line: its block kind, or null for ordinary text. */
export type Marks = readonly (BlockKind | null)[];

/** Widest label of a figure, over all its lines. */
const LONGEST_LABEL = 110;

interface Reading {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly marks: Marks;
  readonly tables: ReadonlyMap<Line, DraftBlock>;
  readonly drafts: DraftBlock[];
}

/** Reads lines into blocks: headings, tables, lists, callouts and paragraphs, in their order. */
export function readBlocks(source: string, lines: readonly Line[], marks: Marks, tables: ReadonlyMap<Line, DraftBlock>): DraftBlock[] {
  const reading: Reading = { source, lines, marks, tables, drafts: [] };
  let at = 0;
  while (at < lines.length) at = Math.max(at + 1, readBlock(reading, at));
  return reading.drafts;
}

/** Reads the block that begins at a line; returns the line after it. */
function readBlock(reading: Reading, at: number): number {
  const line = reading.lines[at];
  if (line === undefined || line.isBlank) return at + 1;
  const ready = reading.tables.get(line);
  if (ready) {
    reading.drafts.push(ready);
    return at + 1;
  }
  const mark = reading.marks[at];
  if (mark) return readMarked(reading, at, mark);
  const heading = headingForm(line.text);
  if (heading && !line.text.includes('\t')) return readHeading(reading, at, heading.level, heading.skip);
  if (isTableLine(reading, at)) return readTable(reading, at);
  const callout = readCallouts(reading, at);
  if (callout > at) return callout;
  if (!isListItem(line.text) && standsAsHeading(reading, at)) return readHeading(reading, at, 4, 0);
  return readParagraph(reading, at, isListItem(line.text) ? 'list-item' : 'paragraph');
}

function readMarked(reading: Reading, at: number, mark: BlockKind): number {
  const rows: DraftRow[] = [];
  const page = reading.lines[at]?.page ?? null;
  let i = at;
  for (; i < reading.lines.length; i++) {
    const line = reading.lines[i];
    if (line === undefined || (!line.isBlank && (reading.marks[i] !== mark || reading.tables.has(line)))) break;
    if (!line.isBlank) rows.push({ cells: cellsOf(reading.source, line) });
  }
  reading.drafts.push({ kind: mark, page, rows });
  return i;
}

function cellsOf(source: string, line: Line): Cell[] {
  return splitCells(source, line).map((fragment) => [fragment]);
}

function readHeading(reading: Reading, at: number, level: number, skip: number): number {
  const line = reading.lines[at];
  if (line && line.start + skip < line.end) {
    reading.drafts.push(singleRow('heading', line.page, [{ start: line.start + skip, end: line.end }], level));
  }
  return at + 1;
}

/** A short line without an end mark that stands apart and is followed by prose. */
function standsAsHeading(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  if (line === undefined || line.width > 44 || hasEndMark(line.text) || /[，,、]$/.test(line.text) || isValueLine(line.text)) return false;
  if (!/\p{L}{2}/u.test(line.text) || /[。；]|^[^《（(“]*[》）)”]/.test(line.text)) return false;
  const next = nextText(reading, at);
  const after = reading.lines[next];
  if (after === undefined || readsOn(reading.lines, at, next, line.width)) return false;
  const before = reading.lines[at - 1];
  const standsApart = before === undefined || before.isBlank || hasEndMark(before.text) || reading.marks[at - 1] != null || before.width < 44;
  if (!standsApart) return false;
  if (after.width < 1.5 * line.width) return false;
  return endsSentence(after.text) || (after.width >= 40 && (/[，；：、,]/.test(after.text) || readsOn(reading.lines, next, nextText(reading, next), after.width)));
}

function nextText(reading: Reading, at: number): number {
  let next = at + 1;
  while (next < reading.lines.length && reading.lines[next]?.isBlank) next++;
  return next;
}

function isTableLine(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  if (line === undefined) return false;
  if (line.text.includes('\t') && !/^\d{0,2}[.、)]?\t/.test(line.text)) return splitCells(reading.source, line).filter((c) => c.end > c.start).length >= 2 || isTabbed(reading, at);
  if (kpiCells(line, false)) return true;
  return headCells(line) !== null;
}

/** Cells of a head without data such as `指标 单位 2024 年`; null when the line is none. */
function headCells(line: Line): Cell[] | null {
  if (line.text.length > 160 || /[。；，]/.test(line.text)) return null;
  const head = headTokens(line);
  return isHeadRow(head.texts) && head.texts.length >= 2 ? head.cells : null;
}

function isTabbed(reading: Reading, at: number): boolean {
  return [at - 1, at + 1].some((i) => reading.lines[i]?.text.includes('\t'));
}

/** A run of rows; sub-heads of one cell and blank lines between rows belong to it. */
function readTable(reading: Reading, at: number): number {
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

/** Short lines with figures among them; returns the line after them, or `at` when there are none. */
function readCallouts(reading: Reading, at: number): number {
  if (!hasFigureAhead(reading, at)) return at;
  const run = calloutRun(reading, at);
  const isValue = run.map((i) => isValueLine(reading.lines[i]?.text ?? ''));
  const values = isValue.filter(Boolean).length;
  const first = isValue.indexOf(true);
  const last = isValue.lastIndexOf(true);
  if (values === 0 || run.length < 2 || first > 2 * values + 2) return at;
  const kept = run.slice(0, last + 1 + Math.max(first === 0 ? 1 : 0, Math.min(values, isValue.length - 1 - last) - first));
  if (kept.length < 2) return at;
  reading.drafts.push(...calloutDrafts(reading.lines, kept));
  return (kept[kept.length - 1] ?? at) + 1;
}

/** Whether a figure stands alone within the next short lines: the cheap test before the run is read. */
function hasFigureAhead(reading: Reading, at: number): boolean {
  let seen = 0;
  for (let i = at; i < reading.lines.length && seen < 12; i++) {
    const line = reading.lines[i];
    if (line === undefined || reading.marks[i]) return false;
    if (line.isBlank) continue;
    if (isValueLine(line.text)) return true;
    if (!isShortLine(line)) return false;
    seen++;
  }
  return false;
}

function calloutRun(reading: Reading, at: number): number[] {
  const run: number[] = [];
  let i = at;
  while (i < reading.lines.length && run.length < 60) {
    const line = reading.lines[i];
    if (line === undefined || reading.marks[i]) break;
    if (line.isBlank) { i++; continue; }
    if (!isShortLine(line) || headingForm(line.text) || isTableLine(reading, i)) break;
    const chain = chainOf(reading, i);
    const lastLine = reading.lines[chain.lines[chain.lines.length - 1] ?? i];
    if (chain.width > LONGEST_LABEL || (lastLine !== undefined && !isShortLine(lastLine))) break;
    run.push(...chain.lines);
    i = (run[run.length - 1] ?? i) + 1;
  }
  while (run.length > 0 && !isValueLine(reading.lines[run[run.length - 1] ?? 0]?.text ?? '') && standsAsHeading(reading, run[run.length - 1] ?? 0)) run.pop();
  return run;
}

/** A paragraph with the lines that read on, over blank lines and over page breaks; what stood between comes after it. */
function readParagraph(reading: Reading, at: number, kind: 'paragraph' | 'list-item'): number {
  const cell: Fragment[] = [];
  const passed: number[] = [];
  let chain = 0;
  let i = at;
  for (;;) {
    const line = reading.lines[i];
    if (line === undefined) break;
    cell.push({ start: line.start, end: line.end });
    chain += line.width;
    const between: number[] = [];
    const next = nextProse(reading, i, between);
    if (next >= reading.lines.length || reading.marks[next] || !readsOn(reading.lines, i, next, chain)) break;
    if (between.length > 0 && line.width < 24) break;
    passed.push(...between);
    i = next;
  }
  reading.drafts.push(singleRow(kind, reading.lines[at]?.page ?? null, cell));
  for (const p of passed) emitPassed(reading, p);
  return i + 1;
}

/** The next line that could read on: running lines and a lone figure in between are passed over. */
function nextProse(reading: Reading, at: number, between: number[]): number {
  let next = nextText(reading, at);
  while (next < reading.lines.length && between.length < 8) {
    const isFigure = between.every((b) => reading.marks[b]) && isValueLine(reading.lines[next]?.text ?? '') && !reading.marks[next];
    if (reading.marks[next] !== 'running' && !isFigure) break;
    between.push(next);
    next = nextText(reading, next);
  }
  return next;
}

function emitPassed(reading: Reading, at: number): void {
  const line = reading.lines[at];
  if (line === undefined) return;
  reading.drafts.push({ kind: reading.marks[at] ?? 'callout', page: line.page, rows: [{ cells: cellsOf(reading.source, line) }] });
}

/** Whether a line begins running text: it reads on, or ends a sentence. */
function chainOf(reading: Reading, at: number): { readonly lines: number[]; readonly width: number } {
  const chain: number[] = [at];
  let width = reading.lines[at]?.width ?? 0;
  for (let i = at; chain.length < 4;) {
    const next = i + 1;
    const line = reading.lines[next];
    if (line === undefined || line.isBlank || reading.marks[next] || isValueLine(line.text) || isValueLine(reading.lines[i]?.text ?? '')) break;
    if (!readsOn(reading.lines, i, next, width)) break;
    chain.push(next);
    width += line.width;
    i = next;
  }
  return { lines: chain, width };
}
