import type { BlockKind, ReadingNote, ReportDocument } from '../model/document';
import { readBlocks } from './blocks';
import type { DraftBlock } from './draft';
import type { Frame } from './build';
import { buildDocument, noteUnreadable, sha256, unreadableOf } from './build';
import { mainLanguage } from './language';
import type { Line } from './lines';
import { splitLines } from './lines';
import { splitColumns } from './repair/columns';
import { findDoubled } from './repair/doubled';
import { markContents } from './repair/contents';
import { findGarbled, noteGarbled } from './repair/garbled';
import { markIndexes } from './repair/index-regions';
import { markRunning } from './repair/running';

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

/** Below this many lines a text has no pages whose damage could be seen. */
const FEW_LINES = 12;

/** Reads plain text, as tools extract it from a PDF. */
export function readText(name: string, text: string, origin: Origin = originOf(text)): ReportDocument {
  return readLines(name, { source: text, view: text, lines: splitLines(text), tables: new Map() }, origin);
}

/** A text cut into lines; `view` is the source with its markup blanked out, `tables` are read already. */
export interface Lined {
  readonly source: string;
  readonly view: string;
  readonly lines: readonly Line[];
  readonly tables: ReadonlyMap<Line, DraftBlock>;
}

/** Repairs lines, reads them into blocks and builds the document. */
export function readLines(name: string, text: Lined, origin: Origin): ReportDocument {
  const notes: ReadingNote[] = [...origin.notes];
  const { lines, marks } = text.lines.length <= FEW_LINES ? plain(text) : repair(text, notes);
  const drafts = readBlocks(text.view, lines, marks, text.tables);
  const garbled = findGarbled(lines, origin.language);
  noteGarbled(text.source, garbled, notes);
  const { pages, unreadablePages } = pagesOf(text.lines);
  notes.push(...noteUnreadable(unreadablePages));
  const unreadableShare = unreadableOf(garbled.share, pages, unreadablePages);
  const frame: Frame = { name, source: text.source, ...origin, pages, unreadablePages, notes, unreadableShare };
  return buildDocument(frame, drafts, text.view);
}

interface Marked {
  readonly lines: readonly Line[];
  readonly marks: (BlockKind | null)[];
}

function plain({ lines, tables }: Lined): Marked {
  const marks = lines.map((line): BlockKind | null => tables.get(line)?.kind ?? null);
  if (lines.length > 4) markIndexes(lines, marks);
  return { lines, marks };
}

/** Undoes what extraction did to the pages: doubled pages, running heads, columns printed side by side. */
function repair({ source, view, lines: all, tables }: Lined, notes: ReadingNote[]): Marked {
  const doubled = findDoubled(all);
  const once = doubled.dropped.size === 0 ? all : all.filter((line) => !doubled.dropped.has(line));
  const running = runningLines(once);
  const columns = splitColumns(view, once, (line) => running.has(line));
  const marks = columns.lines.map((line): BlockKind | null => (running.has(line) ? 'running' : tables.get(line)?.kind ?? null));
  markContents(columns.lines, marks);
  markIndexes(columns.lines, marks);
  if (doubled.pages > 0) notes.push({ code: 'doubled-pages', detail: { zh: `${doubled.pages} 页重复出现，已略去第二份共 ${doubled.dropped.size} 行`, en: `${doubled.pages} pages stand twice; ${doubled.dropped.size} lines of the second copies were dropped` }, line: lineNumber(source, doubled.dropped) });
  if (running.size > 0) notes.push({ code: 'running-heads', detail: { zh: `${running.size} 行为页眉、页脚或页码`, en: `${running.size} lines are page heads, feet or page numbers` } });
  if (columns.split > 0) notes.push({ code: 'columns-split', detail: { zh: `${columns.split} 处并排的栏已拆开`, en: `${columns.split} pages or regions were split into columns` } });
  return { lines: columns.lines, marks };
}

function runningLines(lines: readonly Line[]): Set<Line> {
  const marks = new Array<BlockKind | null>(lines.length).fill(null);
  markRunning(lines, marks);
  return new Set(lines.filter((_, i) => marks[i] !== null));
}

function lineNumber(source: string, lines: ReadonlySet<Line>): number {
  const [first] = lines;
  return source.slice(0, first?.start ?? 0).split('\n').length;
}

function pagesOf(lines: readonly Line[]): { pages: number | null; unreadablePages: number[] } {
  const last = lines[lines.length - 1];
  if (last === undefined || last.page === null) return { pages: null, unreadablePages: [] };
  const filled = new Set(lines.filter((line) => !line.isBlank).map((line) => line.page));
  const pages = last.isBlank && !filled.has(last.page) ? last.page - 1 : last.page;
  const unreadablePages = [];
  for (let page = 1; page <= pages; page++) if (!filled.has(page)) unreadablePages.push(page);
  return { pages, unreadablePages };
}
