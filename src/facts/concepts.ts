/** Where each concept of the lexicon stands in the report. */
import type { Lexicon } from '../model/rule';
import { buildAutomaton, scan, type Automaton } from './automaton';
import { normaliseTerm } from '../text';

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly passage: number;
}

/** Automaton plus what each term stands for; built once per catalogue. */
export interface TermIndex {
  readonly automaton: Automaton;
  readonly concepts: readonly string[];
  readonly number: ReadonlyMap<string, number>;
  /** Per term: concepts it names, and concepts it is a false friend of (as -1 - concept). */
  readonly meanings: readonly (readonly number[])[];
  readonly terms: readonly string[];
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
  return {
    automaton: buildAutomaton(terms),
    concepts: lexicon.concepts.map((c) => c.id),
    number: new Map(lexicon.concepts.map((c, i) => [c.id, i])),
    meanings: terms.map((t) => [...meanings.get(t)!].sort((a, b) => a - b)),
    terms,
  };
}

export interface ConceptHits {
  /** Hits of a concept, longest of overlapping ones, ascending. Throws for an unknown concept: the catalogue is checked at load. */
  of(concept: string): readonly Hit[];
  /** The same, by passage. */
  inPassage(concept: string, passage: number): readonly Hit[];
  /** Passages with a hit, ascending. */
  passages(concept: string): readonly number[];
}

const NONE: readonly Hit[] = [];

/** One pass over the text; false friends dropped. `passageAt` maps an offset to its passage. */
export function readConcepts(index: TermIndex, text: string, passageAt: (offset: number) => number): ConceptHits {
  const found: (number[] | undefined)[] = new Array(index.concepts.length);
  const vetoes: (number[] | undefined)[] = new Array(index.concepts.length);
  scan(index.automaton, text, (term, start, end) => {
    for (const meaning of index.meanings[term]!) {
      if (meaning >= 0) (found[meaning] ??= []).push(start, end);
      else (vetoes[-1 - meaning] ??= []).push(start, end);
    }
  });
  const lists = new Map<number, readonly Hit[]>();
  const groups = new Map<number, ReadonlyMap<number, readonly Hit[]>>();
  const numberOf = (concept: string): number => {
    const n = index.number.get(concept);
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
    passages: (concept) => [...group(numberOf(concept)).keys()],
  };
}

/** Drops hits inside a false friend, and shorter ones that overlap a longer one. */
function settle(found: number[] | undefined, veto: number[] | undefined, passageAt: (offset: number) => number): readonly Hit[] {
  if (!found) return NONE;
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < found.length; i += 2) spans.push({ start: found[i]!, end: found[i + 1]! });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  let reach = -1;
  for (const span of spans) {
    if (span.start < reach) continue;
    if (veto && isVetoed(veto, span)) continue;
    kept.push({ ...span, passage: passageAt(span.start) });
    reach = span.end;
  }
  return kept;
}

/** `veto` is ascending by end, as the scan finds them; a false friend is at most 80 characters long. */
function isVetoed(veto: readonly number[], span: { start: number; end: number }): boolean {
  let low = 0;
  let high = veto.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (veto[2 * middle + 1]! < span.end) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < veto.length / 2 && veto[2 * i + 1]! <= span.end + 80; i += 1) {
    if (veto[2 * i]! <= span.start) return true;
  }
  return false;
}
