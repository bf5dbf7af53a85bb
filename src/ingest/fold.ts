import { sify } from 'chinese-conv';
import { RADICALS } from './radicals';

/** Folded forms by code point; each distinct character is folded once. */
const folded = new Map<number, string>();
const foldedBmp: (string | undefined)[] = [];

const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/;
const SPACE = /^\s$/;

/**
 * The form of one character used for matching: NFKC, radicals and traditional → simplified, lower case.
 * Empty for invisible characters, one space for any white space.
 */
export function foldCodePoint(codePoint: number): string {
  const known = codePoint < 0x10000 ? foldedBmp[codePoint] : folded.get(codePoint);
  if (known !== undefined) return known;
  const value = computeFold(String.fromCodePoint(codePoint));
  if (codePoint < 0x10000) foldedBmp[codePoint] = value;
  else folded.set(codePoint, value);
  return value;
}

function computeFold(char: string): string {
  if (SPACE.test(char)) return ' ';
  if (INVISIBLE.test(char)) return '';
  const normal = char.normalize('NFKC');
  let out = '';
  for (const c of RADICALS.get(char) ?? normal) out += RADICALS.get(c) ?? simplify(c);
  const lower = out.toLowerCase();
  return SPACE.test(lower) ? ' ' : lower.replace(/\s+/g, '');
}

function simplify(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  // 著 is simplified too (显著, 著作权); folded to 着 it would be lost to every term.
  if (code < 0x2e80 || char === '著') return char;
  const simple = sify(char);
  return simple.length === char.length ? simple : char;
}

/** Folds a whole string, without a map back; white-space runs become one space. */
export function foldText(text: string): string {
  let out = '';
  for (const char of text) out += foldCodePoint(char.codePointAt(0) ?? 0);
  return out.replace(/ +/g, ' ').trim();
}

/**
 * The same text, character for character, with simplified ideographs and half-width letters, digits and per cent:
 * what the readers of structure look at.
 */
export function plainForm(text: string): string {
  let changed = false;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isPlain = code < 0x2e80 || (code > 0x2fdf && code < 0x3400) || (code > 0xfaff && !isFullWidth(code)) || (code >= 0xa000 && code < 0xf900);
    const folded = isPlain ? undefined : foldCodePoint(code);
    if (folded === undefined || folded.length !== 1 || folded === text.charAt(i)) { out += text.charAt(i); continue; }
    out += folded;
    changed = true;
  }
  return changed ? out : text;
}

function isFullWidth(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a) || code === 0xff05;
}

/** Ideographs and kana: characters that are written without spaces between them. */
export function isCjk(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x3005 && code <= 0x3007) || (code >= 0x3040 && code <= 0x30ff)
    || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x3ffff);
}

/** CJK characters and full-width punctuation: two cells wide on a character grid. */
export function isWide(code: number): boolean {
  return isCjk(code) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff60)
    || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xd800 && code <= 0xdbff);
}

/** A character beside which a line break stands for nothing: CJK or its punctuation. */
export function isTight(code: number): boolean {
  return isWide(code) || code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019 || code === 0x2014 || code === 0x2026;
}
