import { createHash } from 'node:crypto';
import type { Block, ReadingNote, ReportDocument, Section } from '../model/document';
import type { DraftBlock } from './draft';
import { openWriter, writeRow } from './writer';

/** What a format reader knows of the file besides its blocks. */
export interface Frame {
  readonly name: string;
  readonly sha256: string;
  readonly language: 'zh' | 'en';
  readonly source: string;
  readonly pages: number | null;
  readonly unreadablePages: readonly number[];
  readonly unreadableShare: number;
  readonly notes: readonly ReadingNote[];
}

/** Hex SHA-256 of bytes, or of a string's UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** One note for the pages without text. */
export function noteUnreadable(pages: readonly number[]): ReadingNote[] {
  if (pages.length === 0) return [];
  const list = `${pages.slice(0, 20).join(', ')}${pages.length > 20 ? ', …' : ''}`;
  return [{ code: 'page-unreadable', detail: { zh: `${pages.length} 页没有文字：${list}`, en: `${pages.length} pages hold no text: ${list}` } }];
}

/** Share of a report that could not be read: rubble on the pages with text, and the pages without. */
export function unreadableOf(garbled: number, pages: number | null, unreadable: readonly number[]): number {
  const blank = pages === null || pages === 0 ? 0 : Math.min(1, unreadable.length / pages);
  return blank === 0 ? garbled : 1 - (1 - garbled) * (1 - blank);
}

/**
 * Normalises draft blocks into a document: text with a map to the source, passages, sections.
 * `view` is the source with its markup blanked out, character for character.
 */
export function buildDocument(frame: Frame, drafts: readonly DraftBlock[], view: string = frame.source): ReportDocument {
  const writer = openWriter(view);
  const blocks: Block[] = [];
  const sections: Section[] = [{ title: '', level: 0, parent: -1 }];
  let section = 0;
  for (const draft of drafts) {
    const from = writer.passages.length;
    const inSentences = draft.kind === 'paragraph' || draft.kind === 'list-item';
    for (const row of draft.rows) writeRow(writer, row, blocks.length, inSentences);
    const to = writer.passages.length;
    if (to === from) continue;
    const isHeading = draft.kind === 'heading';
    const level = draft.level ?? 2;
    if (isHeading) section = openSection(sections, section, level, titleOf(view, draft));
    blocks.push({ kind: draft.kind, ...(isHeading ? { level } : {}), page: draft.page, section, from, to });
  }
  const origin = writer.origin.slice(0, writer.length);
  return { ...frame, text: writer.parts.join(''), origin, blocks, passages: writer.passages, sections };
}

function titleOf(source: string, draft: DraftBlock): string {
  const fragments = draft.rows.flatMap((row) => row.cells.flat());
  return fragments.map((f) => source.slice(f.start, f.end)).join('').replace(/[\u200b\ufeff]/g, '').replace(/\s+/g, ' ').trim();
}

function openSection(sections: Section[], current: number, level: number, title: string): number {
  let parent = current;
  while (parent > 0 && (sections[parent]?.level ?? 0) >= level) parent = sections[parent]?.parent ?? 0;
  sections.push({ title, level, parent });
  return sections.length - 1;
}
