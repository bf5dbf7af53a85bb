import type { BlockKind } from '../model/document';

/** A stretch of the source: `start` inclusive, `end` exclusive. */
export interface Fragment {
  readonly start: number;
  readonly end: number;
}

/** A table cell, or the whole of a sentence: stretches of the source that read on from one to the next. */
export type Cell = readonly Fragment[];

export interface DraftRow {
  readonly cells: readonly Cell[];
  readonly isHead?: boolean;
}

/** A block before normalisation. Rows of paragraphs and list items are split into sentences, other rows are one passage each. */
export interface DraftBlock {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly page: number | null;
  readonly rows: readonly DraftRow[];
}

/** A block of one row of one cell. */
export function singleRow(kind: BlockKind, page: number | null, cell: Cell, level?: number): DraftBlock {
  return { kind, page, rows: [{ cells: [cell] }], ...(level === undefined ? {} : { level }) };
}

/** A table found in the source, read into a block. */
export interface FoundTable {
  readonly start: number;
  readonly end: number;
  readonly draft: DraftBlock;
}
