import type { BlockKind, ReadingNote, ReportDocument } from '../model/document';
import { readBlocks } from './blocks';
import type { Frame } from './build';
import { buildDocument, sha256 } from './build';
import { mainLanguage } from './language';
import { splitLines } from './lines';
import { markIndexes } from './repair/index-regions';

/** What is known of a file before its text is read. */
export interface Origin {
  readonly sha256: string;
  readonly language: 'zh' | 'en';
  readonly notes: readonly ReadingNote[];
}

/** The origin of a text that was never a file. */
export function originOf(text: string): Origin {
  return { sha256: sha256(text), language: mainLanguage(text), notes: [] };
}

/** Reads plain text, as tools extract it from a PDF. */
export function readText(name: string, text: string, origin: Origin = originOf(text)): ReportDocument {
  const lines = splitLines(text);
  const marks: (BlockKind | null)[] = new Array<BlockKind | null>(lines.length).fill(null);
  markIndexes(lines, marks);
  const drafts = readBlocks(text, lines, marks);
  const lastPage = lines[lines.length - 1]?.page ?? null;
  const frame: Frame = { name, source: text, ...origin, pages: lastPage, unreadablePages: [], unreadableShare: 0 };
  return buildDocument(frame, drafts);
}
