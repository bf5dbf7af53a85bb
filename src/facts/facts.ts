/** Everything that checks ask about, read once from the document. A check is a look-up here. */
import type { Evidence } from '../model/gap-report';
import type { Block, Passage, ReportDocument } from '../model/document';
import type { Catalog, TermIndex } from '../model/catalog';
import type { Lexicon } from '../model/rule';
import { indexAt } from '../text';
import { indexTerms, readConcepts, type ConceptHits } from './concepts';
import { indexUnits, readQuantities, readYears, unitAt, type Quantity, type UnitIndex } from './quantities';
import { readNamedDocuments, readSigns, type NamedDocument, type SentenceReader } from './sentences';
import { quoteOf } from './quotes';

/** The lexicon made ready for reading; built once per catalogue. */
export interface Reader {
  readonly terms: TermIndex;
  readonly units: UnitIndex;
  readonly breakdowns: Lexicon['breakdowns'];
}

export const makeReader = ({ lexicon, terms }: Pick<Catalog, 'lexicon' | 'terms'>): Reader => ({
  terms: terms ?? indexTerms(lexicon), units: indexUnits(lexicon.units), breakdowns: lexicon.breakdowns,
});

export interface Facts {
  readonly document: ReportDocument;
  readonly concepts: ConceptHits;
  readonly signs: SentenceReader;
  readonly breakdowns: Lexicon['breakdowns'];
  /** Calendar year in which the reporting period ends; null when the report does not say. */
  readonly reportYear: number | null;
  /** Blocks that may hold evidence. */
  readonly bodyBlocks: number;
  /** May the passage be evidence? Not headings, indexes, contents, running heads, table heads. */
  isBody(passage: number): boolean;
  blockOf(passage: number): Block;
  /** A row or a callout: the order of words says little, all of it is one window. */
  isTabular(passage: number): boolean;
  quantities(passage: number): readonly Quantity[];
  /** Dimensions of units that stand in the row, its head or the callout apart from any figure. */
  looseUnits(passage: number): ReadonlySet<string>;
  documents(passage: number): readonly NamedDocument[];
  /** Passages of the same window, the passage itself included; ascending. */
  paragraph(passage: number): readonly number[];
  section(passage: number): readonly number[];
  /** Body passages that name any of the concepts, ascending; in tables also the rows under a head that names one. */
  naming(concepts: readonly string[]): Int32Array;
  /** Head rows of the passage's table. */
  heads(passage: number): readonly number[];
  evidence(passage: number, start: number, end: number): Evidence;
}

/** How far a section reaches from a passage: torn reports have one heading for fifty pages. */
const SECTION_REACH = 14;

export function readFacts(reader: Reader, document: ReportDocument, reportYear: number | null): Facts {
  const { passages, blocks, text } = document;
  const starts = Int32Array.from(passages, (p) => p.start);
  const passageAt = (offset: number): number => indexAt(starts, offset);
  const concepts = readConcepts(reader.terms, text, passageAt);
  const headingOf = headingsBySection(document);
  const blockOf = (p: number): Block => blocks[passages[p]!.block]!;
  const isEvidenceKind = (block: Block): boolean =>
    block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'table' || block.kind === 'callout';
  const headsOf = memo((b) => range(blocks[b]!).filter((i) => passages[i]!.isHead));
  const heads = (p: number): readonly number[] => (blockOf(p).kind === 'table' ? headsOf(passages[p]!.block) : NO_PASSAGES);
  const paragraphs = memo((b) => range(blocks[b]!));
  const isTabular = (p: number): boolean => blockOf(p).kind === 'table' || blockOf(p).kind === 'callout';
  const paths = memo((s) => sectionPath(document, s));
  const isBody = (p: number): boolean => isEvidenceKind(blockOf(p)) && !passages[p]!.isHead;
  const named = new Map<string, Int32Array>();
  const naming = (names: readonly string[]): Int32Array => {
    const key = names.join(' ');
    const known = named.get(key);
    if (known) return known;
    const all = concepts.passages(names);
    const heads = all.filter((p) => passages[p]!.isHead);
    const rows = heads.length === 0 ? all : Int32Array.from(new Set([...all, ...[...heads].flatMap((h) => range(blockOf(h)).filter((p) => p > h))])).sort();
    const body = rows.filter(isBody);
    named.set(key, body);
    return body;
  };
  const facts: Facts = {
    naming, isBody,
    document, concepts, reportYear, breakdowns: reader.breakdowns, heads, blockOf, isTabular,
    signs: readSigns(concepts),
    bodyBlocks: blocks.filter(isEvidenceKind).length,
    quantities: memo((p) => readQuantities(reader.units, text, p, passages[p]!.start, passages[p]!.end, columnYears(text, passages, p, heads(p)))),
    looseUnits: memo((p) => readLooseUnits(reader.units, text, [...heads(p), p].map((i) => passages[i]!))),
    documents: memo((p) => readNamedDocuments(text, passages[p]!.start, passages[p]!.end)),
    paragraph: (p) => paragraphs(passages[p]!.block),
    section: memo((p) => sectionAround(document, headingOf, p)),
    evidence: (p, start, end) => ({
      quote: quoteOf(document, passages[p]!, start, end), page: blockOf(p).page,
      section: paths(blockOf(p).section), line: passages[p]!.line,
    }),
  };
  return facts;
}

const NO_PASSAGES: readonly number[] = [];

function memo<T>(read: (index: number) => T): (index: number) => T {
  const known: (T | undefined)[] = [];
  return (i) => (known[i] ??= read(i));
}

const range = (block: Block): readonly number[] => Array.from({ length: block.to - block.from }, (_, i) => block.from + i);

/** Section → first passage of the heading that opens it. */
function headingsBySection(document: ReportDocument): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (const block of document.blocks) {
    if (block.kind === 'heading' && !map.has(block.section)) map.set(block.section, block.from);
  }
  return map;
}

/** Neighbours in the same section, with its heading and the heading above that. */
function sectionAround(document: ReportDocument, headingOf: ReadonlyMap<number, number>, passage: number): readonly number[] {
  const { passages, blocks, sections } = document;
  const section = blocks[passages[passage]!.block]!.section;
  const found: number[] = [];
  const headings = [section, sections[section]?.parent ?? -1].map((s) => headingOf.get(s));
  for (let p = Math.max(0, passage - SECTION_REACH); p <= Math.min(passages.length - 1, passage + SECTION_REACH); p += 1) {
    const block = blocks[passages[p]!.block]!;
    if (block.section === section && block.kind !== 'index' && block.kind !== 'contents' && block.kind !== 'running') found.push(p);
  }
  for (const heading of headings) if (heading !== undefined && !found.includes(heading)) found.push(heading);
  return found.sort((a, b) => a - b);
}

function sectionPath(document: ReportDocument, section: number): readonly string[] {
  const path: string[] = [];
  for (let s = section; s > 0 && path.length < 8; s = document.sections[s]!.parent) path.unshift(document.sections[s]!.title);
  return path;
}

/** For a table row: the year that the head gives to the column in which an offset lies. */
function columnYears(text: string, passages: readonly Passage[], row: number, heads: readonly number[]): ((offset: number) => number | null) | null {
  for (const head of heads.toReversed()) {
    if (head > row) continue;
    const h = passages[head]!;
    const years = readYears(text, h.start, h.end);
    if (years.length === 0) continue;
    const yearOfCell = new Map(years.map(({ year, at }) => [cellNumber(text, h.start, at), year]));
    const p = passages[row]!;
    const shift = cellNumber(text, h.start, h.end) - cellNumber(text, p.start, p.end);
    if (years.length === 1 && yearOfCell.size === 1 && shift !== 0) return () => years[0]!.year;
    return (offset) => yearOfCell.get(cellNumber(text, p.start, offset) + shift) ?? null;
  }
  return null;
}

function cellNumber(text: string, start: number, offset: number): number {
  let cells = 0;
  for (let i = text.indexOf('\t', start); i >= 0 && i < offset; i = text.indexOf('\t', i + 1)) cells += 1;
  return cells;
}

/** Units in cells of their own, in brackets, after `单位:` or between spaces of a torn row. */
function readLooseUnits(units: UnitIndex, text: string, passages: readonly Passage[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { start, end } of passages) {
    const pattern = /[\t\n (:/]/g;
    pattern.lastIndex = start;
    for (let at = start; at < end; at = pattern.exec(text) ? pattern.lastIndex : end) {
      const unit = unitAt(units, text, at) ?? (text[at] === '万' || text[at] === '亿' ? unitAt(units, text, at + 1) : null);
      const next = unit ? text[unit.end] : undefined;
      if (!unit || unit.end > end || !(next === undefined || /[\t\n )/:,;每]/.test(next))) continue;
      for (const d of next === '/' || next === '每' ? ['ratio'] : unit.dimensions) found.add(d);
    }
  }
  return found;
}
