/**
 * Aho–Corasick over a compact alphabet in typed arrays: all terms of the lexicon in one pass.
 * White space does not count, so that `范围 1`, `范 围 1` and `范围1` are one term; a tab or line end parts cells and passages.
 */

import type { TermIndex } from '../model/catalog';

export type Automaton = Omit<TermIndex, 'concepts' | 'meaningStart' | 'meanings'>;

const slot = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 7) & mask;

/** Builds the automaton for distinct, already normalised, space-free terms. */
export function buildAutomaton(terms: readonly string[]): Automaton {
  const symbolOf = new Uint16Array(65536);
  let symbols = 1;
  let total = 1;
  for (const term of terms) {
    total += term.length;
    for (let i = 0; i < term.length; i += 1) {
      const code = term.charCodeAt(i);
      if (symbolOf[code] === 0) { symbolOf[code] = symbols; symbols += 1; }
    }
  }
  let size = 1024;
  while (size < total * 2) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size).fill(-1);
  const targets = new Int32Array(size);
  const fail = new Int32Array(total);
  const term = new Int32Array(total).fill(-1);
  const shorter = new Int32Array(total);
  const find = (state: number, symbol: number): number => {
    const key = state * symbols + symbol;
    let at = slot(key, mask);
    while (keys[at] !== -1) {
      if (keys[at] === key) return targets[at]!;
      at = (at + 1) & mask;
    }
    return 0;
  };
  let states = 1;
  const parent: number[] = [0];
  const via: number[] = [0];
  const depth: number[] = [0];
  terms.forEach((text, id) => {
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      const symbol = symbolOf[text.charCodeAt(i)]!;
      let next = find(state, symbol);
      if (next === 0) {
        const key = state * symbols + symbol;
        let at = slot(key, mask);
        while (keys[at] !== -1) at = (at + 1) & mask;
        keys[at] = key;
        targets[at] = states;
        parent[states] = state;
        via[states] = symbol;
        depth[states] = i + 1;
        next = states;
        states += 1;
      }
      state = next;
    }
    term[state] = id;
  });
  const order = Array.from({ length: states }, (_, i) => i).sort((a, b) => depth[a]! - depth[b]!);
  for (const state of order) {
    if (depth[state]! < 2) continue;
    let f = fail[parent[state]!]!;
    const symbol = via[state]!;
    while (f !== 0 && find(f, symbol) === 0) f = fail[f]!;
    const target = find(f, symbol);
    fail[state] = target;
    shorter[state] = term[target]! >= 0 ? target : shorter[target]!;
  }
  return {
    symbolOf, symbols, ...compact(keys, targets, states),
    fail: fail.slice(0, states), term: term.slice(0, states), shorter: shorter.slice(0, states),
    lengths: Int32Array.from(terms, (t) => t.length),
  };
}

/** The same table with as few slots as its entries need. */
function compact(keys: Int32Array, targets: Int32Array, entries: number): { readonly keys: Int32Array; readonly targets: Int32Array; readonly mask: number } {
  let size = 1024;
  while (size < entries * 1.5) size *= 2;
  const mask = size - 1;
  const packed = { keys: new Int32Array(size).fill(-1), targets: new Int32Array(size), mask };
  keys.forEach((key, i) => {
    if (key === -1) return;
    let at = slot(key, mask);
    while (packed.keys[at] !== -1) at = (at + 1) & mask;
    packed.keys[at] = key;
    packed.targets[at] = targets[i]!;
  });
  return packed;
}

const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Is the match cut out of a longer Latin word or number? A plural `s` or `es` may follow. */
function isInsideWord(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (isWord(first) && start > 0) {
    const before = text.charCodeAt(start - 1);
    if (isDigit(first) ? isDigit(before) || (before === 46 && isDigit(text.charCodeAt(start - 2))) : isWord(before) && !isDigit(before)) return true;
  }
  const last = text.charCodeAt(end - 1);
  if (!isWord(last)) return false;
  let after = text.charCodeAt(end);
  if (isDigit(last)) return isDigit(after);
  if (after === 101 && text.charCodeAt(end + 1) === 115) after = text.charCodeAt(end + 2);
  else if (after === 115) after = text.charCodeAt(end + 1);
  return isWord(after) && !isDigit(after);
}

/** Calls `onMatch(term, start, end)` for every match, ends ascending; offsets are into `text`. */
export function scan(automaton: Automaton, text: string, onMatch: (term: number, start: number, end: number) => void): void {
  const { symbolOf, symbols, keys, targets, mask, fail, term, shorter, lengths } = automaton;
  const seen = new Int32Array(256);
  let count = 0;
  let state = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32) continue;
    const symbol = symbolOf[code]!;
    if (symbol === 0 || code === 10 || code === 9) { state = 0; count = 0; if (symbol === 0) { continue; } }
    seen[count & 255] = i;
    count += 1;
    for (;;) {
      const key = state * symbols + symbol;
      let at = slot(key, mask);
      let next = 0;
      while (keys[at] !== -1) {
        if (keys[at] === key) { next = targets[at]!; break; }
        at = (at + 1) & mask;
      }
      if (next !== 0) { state = next; break; }
      if (state === 0) break;
      state = fail[state]!;
    }
    for (let s = term[state]! >= 0 ? state : shorter[state]!; s !== 0; s = shorter[s]!) {
      const id = term[s]!;
      const start = seen[(count - lengths[id]!) & 255]!;
      if (!isInsideWord(text, start, i + 1)) onMatch(id, start, i + 1);
    }
  }
}
