/** Where the words around a passage count for it: its table's head, its paragraph, its section. */
import type { Block, ReportDocument } from '../model/document';
import type { Window } from '../model/rule';
import type { ConceptHits } from './concepts';
import { emptySet, holds, put, type PassageSet } from './passage-set';

export interface Windows {
  /** May the passage be evidence? Not headings, indexes, contents, running heads, table heads. */
  isBody(passage: number): boolean;
  /** Head rows of the passage's table. */
  heads(passage: number): readonly number[];
  /** Passages in which a check's companions may stand, the passage itself included; ascending. */
  around(passage: number, window: Window): readonly number[];
  /** Passages that name any of the concepts themselves. */
  naming(concepts: readonly string[]): PassageSet;
  /** Body passages that name any of them, or stand in a row under a head that does. */
  seeds(concepts: readonly string[]): PassageSet;
  /** Passages under a heading (or the one above it) that names any of them. */
  headed(concepts: readonly string[]): PassageSet;
  /** Passages in whose window any of them is named. */
  reach(concepts: readonly string[], window: Window): PassageSet;
}

/** How far a section reaches from a passage: torn reports have one heading for fifty pages. */
const SECTION_REACH = 14;

const NO_PASSAGES: readonly number[] = [];

export function readWindows(document: ReportDocument, concepts: ConceptHits): Windows {
  const { passages, blocks, sections } = document;
  const size = passages.length;
  const blockOf = (p: number): Block => blocks[passages[p]!.block]!;
  const headsOf = memo((b) => range(blocks[b]!).filter((i) => passages[i]!.isHead));
  const heads = (p: number): readonly number[] => (blockOf(p).kind === 'table' ? headsOf(passages[p]!.block) : NO_PASSAGES);
  const paragraph = memo((b) => range(blocks[b]!));
  const headingOf = headingsBySection(document);
  const isNeighbour = (p: number, section: number): boolean => {
    const block = blockOf(p);
    return block.section === section && block.kind !== 'index' && block.kind !== 'contents' && block.kind !== 'running';
  };

  /** Neighbours in the same section, with its heading and the heading above that. */
  const section = memo((passage) => {
    const own = blockOf(passage).section;
    const found: number[] = [];
    for (let p = Math.max(0, passage - SECTION_REACH); p <= Math.min(size - 1, passage + SECTION_REACH); p += 1) if (isNeighbour(p, own)) found.push(p);
    for (const s of [own, sections[own]?.parent ?? -1]) {
      const heading = headingOf.get(s);
      if (heading !== undefined && !found.includes(heading)) found.push(heading);
    }
    return found.sort((a, b) => a - b);
  });

  const inSection = new Map<number, number[]>();
  passages.forEach((_, p) => {
    const s = blockOf(p).section;
    const list = inSection.get(s);
    if (list) list.push(p);
    else inSection.set(s, [p]);
  });
  const childrenOf = new Map<number, number[]>();
  sections.forEach(({ parent }, s) => childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), s]));

  /** If `p` is a heading, the passages under it. */
  const putHeaded = (set: PassageSet, p: number): void => {
    const { section: own } = blockOf(p);
    if (headingOf.get(own) !== p) return;
    for (const s of [own, ...(childrenOf.get(own) ?? [])]) for (const i of inSection.get(s) ?? []) put(set, i);
  };

  /** The passages whose window holds `p`: `around` turned about. */
  const spread = (set: PassageSet, p: number, window: Window): void => {
    const block = blockOf(p);
    if (window === 'paragraph') for (let i = block.from; i < block.to; i += 1) put(set, i);
    else if (window === 'sentence') {
      put(set, p);
      if (block.kind === 'table' && passages[p]!.isHead) for (let i = block.from; i < block.to; i += 1) put(set, i);
    } else {
      if (isNeighbour(p, block.section)) {
        for (let i = Math.max(0, p - SECTION_REACH); i <= Math.min(size - 1, p + SECTION_REACH); i += 1) if (blockOf(i).section === block.section) put(set, i);
      }
      putHeaded(set, p);
    }
  };

  const body = emptySet(size);
  passages.forEach((passage, p) => { if (isEvidenceKind(blockOf(p)) && !passage.isHead && !isStrayEntry(document.text.slice(passage.start, passage.end))) put(body, p); });

  /** Sets by the concepts asked for, made of the passages that `mark` puts in for each passage with a hit. */
  const collect = (mark: (set: PassageSet, p: number) => void): ((names: readonly string[]) => PassageSet) => byConcepts((names) => {
    const set = emptySet(size);
    for (const name of names) for (const p of concepts.passages(name)) mark(set, p);
    return set;
  });
  const reached: Readonly<Record<Window, (names: readonly string[]) => PassageSet>> = {
    sentence: collect((set, p) => spread(set, p, 'sentence')),
    paragraph: collect((set, p) => spread(set, p, 'paragraph')),
    section: collect((set, p) => spread(set, p, 'section')),
  };
  const naming = collect(put);
  const headed = collect(putHeaded);
  const putBody = (set: PassageSet, p: number): void => { if (holds(body, p)) put(set, p); };
  const seeds = collect((set, p) => {
    putBody(set, p);
    if (passages[p]!.isHead) for (let i = p + 1; i < blockOf(p).to; i += 1) putBody(set, i);
  });
  return {
    heads, naming, headed, seeds,
    isBody: (p) => holds(body, p),
    reach: (names, window) => reached[window](names),
    around: (p, window) => {
      if (window === 'section') return section(p);
      if (window === 'paragraph') return paragraph(passages[p]!.block);
      const above = heads(p);
      return above.length === 0 ? [p] : [...above.filter((h) => h < p), p, ...above.filter((h) => h > p)];
    },
  };
}

const CODED = /(?:^|[^a-z])(?:g4|gri)[- ]?(?:[a-z]{2}[- ]?\d{1,2}|\d{1,3}(?:-\d{1,2})?)(?!\d)/;

/** Dots that lead to a page number. */
const LEADERS = /\.{4}[. \d-]*$/;

/** A short line that extraction tore from an index (a code, no sentence, no nil answer) or from the contents. */
const isStrayEntry = (text: string): boolean => text.length <= 120 && (LEADERS.test(text) || (!/[。;!?未无零]|没有/.test(text) && CODED.test(text)));

/** Blocks that may hold evidence. */
export const isEvidenceKind = (block: Block): boolean =>
  block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'table' || block.kind === 'callout';

export function memo<T>(read: (index: number) => T): (index: number) => T {
  const known: (T | undefined)[] = [];
  return (i) => (known[i] ??= read(i));
}

/** Remembers by the concepts asked for: many checks ask for the same. */
function byConcepts<T>(read: (concepts: readonly string[]) => T): (concepts: readonly string[]) => T {
  const known = new Map<string, T>();
  return (concepts) => {
    const key = concepts.length === 1 ? concepts[0]! : concepts.join(' ');
    const found = known.get(key) ?? read(concepts);
    known.set(key, found);
    return found;
  };
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
