import type { BlockKind } from '../model/document';
import type { Cell, DraftBlock } from './draft';
import type { Line } from './lines';
import { splitCells } from './rows';

/** What the repairs said of a line: its block kind, or null for ordinary text. */
export type Marks = readonly (BlockKind | null)[];

/** Lines on their way into blocks. */
export interface Reading {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly marks: Marks;
  readonly tables: ReadonlyMap<Line, DraftBlock>;
  readonly drafts: DraftBlock[];
}

/** Index of the next line with text. */
export function nextText(reading: Reading, at: number): number {
  let next = at + 1;
  while (next < reading.lines.length && reading.lines[next]?.isBlank) next++;
  return next;
}

/** Cells of a line at tabs and wide gaps. */
export function cellsOf(source: string, line: Line): Cell[] {
  return splitCells(source, line).map((fragment) => [fragment]);
}
