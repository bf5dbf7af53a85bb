/** What the report says, as text that can be searched and traced back to the file. */

import type { Localized } from './standard';

export type BlockKind =
  | 'heading' | 'paragraph' | 'list-item' | 'table'
  /** Short lines with figures whose order was lost: a chart, a big number with its label. */
  | 'callout'
  /** The index of a standard: feeds claims, never evidence. */
  | 'index'
  /** A table of contents. */
  | 'contents'
  /** Page heads and feet, page numbers. */
  | 'running';

export interface Block {
  readonly kind: BlockKind;
  /** Headings: 1 is the highest. */
  readonly level?: number;
  /** Page in the file, 1-based; null where the format has none. */
  readonly page: number | null;
  /** Index into `sections`; 0 is the document itself. */
  readonly section: number;
  /** Passages of the block: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** The smallest window: a sentence, a table row, a heading, a callout. */
export interface Passage {
  /** Offsets into `text`. */
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** A head row of its table. */
  readonly isHead: boolean;
  /** 1-based line in the source. */
  readonly line: number;
}

/** Body of text under one heading, up to the next heading of any level. */
export interface Section {
  readonly title: string;
  readonly level: number;
  /** Enclosing section; -1 for section 0. */
  readonly parent: number;
}

/** Something of the file that could not be read, or was read with a guess. */
export interface ReadingNote {
  readonly code:
    | 'page-unreadable' | 'undecodable-bytes' | 'garbled-lines' | 'doubled-pages' | 'columns-split'
    | 'running-heads' | 'index-not-understood' | 'encoding-guessed' | 'table-not-understood';
  readonly detail: Localized;
  readonly line?: number;
}

export interface ReportDocument {
  readonly name: string;
  /** Of the bytes of the file. */
  readonly sha256: string;
  readonly language: 'zh' | 'en';
  readonly pages: number | null;
  readonly unreadablePages: readonly number[];
  /** Share (0–1) of the source that could not be read as text. */
  readonly unreadableShare: number;
  /** The decoded file; quotes are cut from it. */
  readonly source: string;
  /**
   * Normalised text of all passages in reading order, each ended by `\n`, table cells parted by `\t`:
   * NFKC, traditional → simplified, lower case. One source character may be two here; never the reverse is lost.
   */
  readonly text: string;
  /** For each character of `text`, the offset of its origin in `source`; -1 for separators. */
  readonly origin: Int32Array;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly sections: readonly Section[];
  readonly notes: readonly ReadingNote[];
}
