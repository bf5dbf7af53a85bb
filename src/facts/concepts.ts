/** Where each concept of the lexicon stands in the report. */
import type { TermIndex } from '../model/catalog';
import type { Lexicon } from '../model/rule';
import { buildAutomaton, scan } from './automaton';
import { normaliseTerm } from '../text';

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
  /** The same, by passage. */
  inPassage(concept: string, passage: number): readonly Hit[];
  /** Passages with a hit of any of the concepts, ascending. */
  passages(concepts: readonly string[]): Int32Array;
}

const NONE: readonly Hit[] = [];

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
  const lists = new Map<number, readonly Hit[]>();
  const unions = new Map<string, Int32Array>();
  const groups = new Map<number, ReadonlyMap<number, readonly Hit[]>>();
  const numberOf = (concept: string): number => {
    const n = number.get(concept);
    if (n === undefined) throw new Error(`unknown concept ${concept}`);
    return n;
  };
  const list = (n: number): readonly Hit[] => {
    let hits = lists.get(n);
    if (!hits) {
      hits = settle(found[n], vetoes[n], passageAt);
      lists.set(n, hits);
    }
    return hits;
  };
  const group = (n: number): ReadonlyMap<number, readonly Hit[]> => {
    let map = groups.get(n);
    if (!map) {
      const building = new Map<number, Hit[]>();
      for (const hit of list(n)) {
        const here = building.get(hit.passage);
        if (here) here.push(hit);
        else building.set(hit.passage, [hit]);
      }
      map = building;
      groups.set(n, map);
    }
    return map;
  };
  return {
    of: (concept) => list(numberOf(concept)),
    inPassage: (concept, passage) => group(numberOf(concept)).get(passage) ?? NONE,
    passages: (names) => {
      const key = names.join(' ');
      const known = unions.get(key);
      if (known) return known;
      const union = new Set<number>();
      for (const name of names) for (const p of group(numberOf(name)).keys()) union.add(p);
      const sorted = Int32Array.from(union).sort();
      unions.set(key, sorted);
      return sorted;
    },
  };
}

/** Drops hits inside a false friend, and shorter ones that overlap a longer one. */
function settle(found: number[] | undefined, veto: number[] | undefined, passageAt: (offset: number) => number): readonly Hit[] {
  if (!found) return NONE;
  const kept: number[] = [];
  for (let i = 0; i < found.length; i += 2) {
    const start = found[i]!;
    const end = found[i + 1]!;
    if (veto && isVetoed(veto, start, end)) continue;
    // Ends ascend: a new span swallows those that begin inside it; one that begins inside the last is part of a longer word.
    while (kept.length > 0 && kept[kept.length - 2]! >= start) kept.length -= 2;
    if (kept.length === 0 || start >= kept[kept.length - 1]!) kept.push(start, end);
  }
  const hits: Hit[] = [];
  for (let i = 0; i < kept.length; i += 2) hits.push({ start: kept[i]!, end: kept[i + 1]!, passage: passageAt(kept[i]!) });
  return hits;
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
