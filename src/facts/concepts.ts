/** Where each concept of the lexicon stands in the report. */
import type { TermIndex } from '../model/catalog';
import type { Lexicon } from '../model/rule';
import { buildAutomaton, scan } from './automaton';
import { includes, lowerBound, normaliseTerm } from '../text';

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly passage: number;
}

/** Folds the lexicon into one automaton. Terms are normalised as report text is. */
export function indexTerms(lexicon: Lexicon): TermIndex {
  const meanings = new Map<string, Set<number>>();
  const add = (term: string, meaning: number): void => {
    const key = normaliseTerm(term);
    if (key === '') return;
    const set = meanings.get(key);
    if (set) set.add(meaning);
    else meanings.set(key, new Set([meaning]));
  };
  lexicon.concepts.forEach((concept, i) => {
    for (const term of concept.zh) add(term, i);
    for (const term of concept.en) add(term, i);
    for (const term of concept.not) add(term, -1 - i);
  });
  const terms = [...meanings.keys()].sort();
  const flat = terms.map((t) => [...meanings.get(t)!].sort((a, b) => a - b));
  const meaningStart = new Int32Array(terms.length + 1);
  flat.forEach((list, i) => { meaningStart[i + 1] = meaningStart[i]! + list.length; });
  return { ...buildAutomaton(terms), concepts: lexicon.concepts.map((c) => c.id), meaningStart, meanings: Int32Array.from(flat.flat()) };
}

export interface ConceptHits {
  /** Hits of a concept, longest of overlapping ones, ascending. Throws for an unknown concept: the catalogue is checked at load. */
  of(concept: string): readonly Hit[];
  /** The same, of one passage. */
  inPassage(concept: string, passage: number): readonly Hit[];
  stands(concept: string, passage: number): boolean;
  /** Anywhere in the report. */
  occurs(concept: string): boolean;
  /** Passages of its hits, ascending; one with several hits stands there as often. */
  passages(concept: string): Int32Array;
}

/** Hits of one concept in flat arrays, ascending; most are only ever counted. */
interface Spans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly passages: Int32Array;
}

const NONE: readonly Hit[] = [];
const EMPTY: Spans = { starts: new Int32Array(0), ends: new Int32Array(0), passages: new Int32Array(0) };

/** One pass over the text; false friends dropped. `passageAt` maps an offset to its passage. */
export function readConcepts(index: TermIndex, text: string, passageAt: (offset: number) => number): ConceptHits {
  const number = new Map(index.concepts.map((id, i) => [id, i]));
  const found: (number[] | undefined)[] = new Array(index.concepts.length);
  const vetoes: (number[] | undefined)[] = new Array(index.concepts.length);
  const { meanings, meaningStart } = index;
  scan(index, text, (term, start, end) => {
    for (let i = meaningStart[term]!; i < meaningStart[term + 1]!; i += 1) {
      const meaning = meanings[i]!;
      if (meaning >= 0) (found[meaning] ??= []).push(start, end);
      else (vetoes[-1 - meaning] ??= []).push(start, end);
    }
  });
  const settled: (Spans | undefined)[] = new Array(index.concepts.length);
  const spansOf = (concept: string): Spans => {
    const n = number.get(concept);
    if (n === undefined) throw new Error(`unknown concept ${concept}`);
    return (settled[n] ??= settle(found[n], vetoes[n], passageAt));
  };
  const hitAt = ({ starts, ends, passages }: Spans, i: number): Hit => ({ start: starts[i]!, end: ends[i]!, passage: passages[i]! });
  return {
    of: (concept) => {
      const spans = spansOf(concept);
      return Array.from(spans.starts, (_, i) => hitAt(spans, i));
    },
    inPassage: (concept, passage) => {
      const spans = spansOf(concept);
      let i = lowerBound(spans.passages, passage, 0);
      if (spans.passages[i] !== passage) return NONE;
      const hits: Hit[] = [];
      for (; spans.passages[i] === passage; i += 1) hits.push(hitAt(spans, i));
      return hits;
    },
    stands: (concept, passage) => includes(spansOf(concept).passages, passage),
    occurs: (concept) => spansOf(concept).passages.length > 0,
    passages: (concept) => spansOf(concept).passages,
  };
}

/** Drops hits inside a false friend, and shorter ones that overlap a longer one. */
function settle(found: number[] | undefined, veto: number[] | undefined, passageAt: (offset: number) => number): Spans {
  if (!found) return EMPTY;
  const kept: number[] = [];
  for (let i = 0; i < found.length; i += 2) {
    const start = found[i]!;
    const end = found[i + 1]!;
    if (veto && isVetoed(veto, start, end)) continue;
    // Ends ascend: a new span swallows those that begin inside it; one that begins inside the last is part of a longer word.
    while (kept.length > 0 && kept[kept.length - 2]! >= start) kept.length -= 2;
    if (kept.length === 0 || start >= kept[kept.length - 1]!) kept.push(start, end);
  }
  const starts = new Int32Array(kept.length / 2);
  const ends = new Int32Array(kept.length / 2);
  for (let i = 0; i < starts.length; i += 1) { starts[i] = kept[2 * i]!; ends[i] = kept[2 * i + 1]!; }
  return { starts, ends, passages: starts.map(passageAt) };
}

/** `veto` is ascending by end, as the scan finds them; a false friend is at most 80 characters long. */
function isVetoed(veto: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = veto.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (veto[2 * middle + 1]! < end) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < veto.length / 2 && veto[2 * i + 1]! <= end + 80; i += 1) {
    if (veto[2 * i]! <= start) return true;
  }
  return false;
}
