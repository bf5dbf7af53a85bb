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
import { isEvidenceKind, memo, readWindows, type Windows } from './windows';

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
  readonly windows: Windows;
  readonly signs: SentenceReader;
  readonly breakdowns: Lexicon['breakdowns'];
  /** Calendar year in which the reporting period ends; null when the report does not say. */
  readonly reportYear: number | null;
  /** Blocks that may hold evidence. */
  readonly bodyBlocks: number;
  blockOf(passage: number): Block;
  /** A row or a callout: the order of words says little, all of it is one window. */
  isTabular(passage: number): boolean;
  quantities(passage: number): readonly Quantity[];
  /** Dimensions of units that stand in the row, its head or the callout apart from any figure. */
  looseUnits(passage: number): ReadonlySet<string>;
  documents(passage: number): readonly NamedDocument[];
  evidence(passage: number, start: number, end: number): Evidence;
}

export function readFacts(reader: Reader, document: ReportDocument, reportYear: number | null): Facts {
  const { passages, blocks, text } = document;
  const starts = Int32Array.from(passages, (p) => p.start);
  const passageAt = (offset: number): number => indexAt(starts, offset);
  const concepts = readConcepts(reader.terms, text, passageAt);
  const windows = readWindows(document, concepts);
  const blockOf = (p: number): Block => blocks[passages[p]!.block]!;
  const paths = memo((s) => sectionPath(document, s));
  return {
    document, concepts, windows, reportYear, breakdowns: reader.breakdowns, blockOf,
    isTabular: (p) => blockOf(p).kind === 'table' || blockOf(p).kind === 'callout',
    signs: readSigns(windows.naming),
    bodyBlocks: blocks.filter(isEvidenceKind).length,
    quantities: memo((p) => readQuantities(reader.units, text, p, passages[p]!.start, passages[p]!.end, columnYears(text, passages, p, windows.heads(p)))),
    looseUnits: memo((p) => readLooseUnits(reader.units, text, [...windows.heads(p), p].map((i) => passages[i]!))),
    documents: memo((p) => readNamedDocuments(text, passages[p]!.start, passages[p]!.end)),
    evidence: (p, start, end) => ({
      quote: quoteOf(document, passages[p]!, start, end), page: blockOf(p).page,
      section: paths(blockOf(p).section), line: passages[p]!.line,
    }),
  };
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
