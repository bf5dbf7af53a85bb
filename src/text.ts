/** Small helpers on normalised text. */

/** A term as it stands in normalised text with all white space taken out. Terms are written in simplified characters. */
export const normaliseTerm = (term: string): string => term.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

export const isCjk = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);

/** Index of the last element of `starts` that is ≤ `offset`. */
export function indexAt(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the first element of an ascending list that is not below `value`, from `low` on. */
export function lowerBound(list: Int32Array, value: number, low: number): number {
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Does the ascending list hold the value? */
export const includes = (list: Int32Array, value: number): boolean => list[lowerBound(list, value, 0)] === value;

const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十四 → 24. Arabic digits pass. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const c of text) {
    const power = POWERS[c];
    if (power === undefined) digit = c === '两' ? 2 : Math.max(0, DIGITS.indexOf(c));
    else { total += (digit || 1) * power; digit = 0; }
  }
  return total + digit;
}
