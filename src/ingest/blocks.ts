import type { BlockKind } from '../model/document';
import { readCallouts, readTorn } from './callout-lines';
import { headingForm, isListItem, isValueLine } from './classify';
import type { DraftBlock, DraftRow, Fragment } from './draft';
import { singleRow } from './draft';
import { standsAsHeading } from './headings';
import { readsOn } from './joining';
import type { Line } from './lines';
import type { Marks, Reading } from './reading';
import { cellsOf, nextText } from './reading';
import { isNumbered, isTableLine, readTable } from './table-lines';

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
  if (heading && (!line.text.includes('\t') || isNumbered(line.text))) return readHeading(reading, at, heading.level, heading.skip);
  if (isTableLine(reading, at)) return readTable(reading, at);
  const torn = readTorn(reading, at);
  if (torn > at) return torn;
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

function readHeading(reading: Reading, at: number, level: number, skip: number): number {
  const line = reading.lines[at];
  if (line && line.start + skip < line.end) {
    reading.drafts.push(singleRow('heading', line.page, [{ start: line.start + skip, end: line.end }], level));
  }
  return at + 1;
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

