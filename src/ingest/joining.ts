import { endsSentence, headingForm, isListItem } from './classify';
import type { Line } from './lines';

const PUNCTUATION = /[，。；、;]|,(?!\d)/;
const UNFINISHED = /[，、,（(《“‘「『及和与或的对在为将等以从由于是并]$/;
const OPENERS = /^[，。、；）)》”’」』：]/;
/** Where the first words of a line say that it begins something new. */
const BEGINS = /^(?:注|附|图|表|案例|【|来源|数据来源|说明)\s*[\d：:】]/;
const NARROW = 24;
const FULL = 0.85;
/** A line this wide is a paragraph that was not wrapped: its width says nothing. */
const UNWRAPPED = 120;

/** Widest of the lines around one, within its stack of lines without a blank between. */
export function localWidth(lines: readonly Line[], at: number): number {
  let widest = lines[at]?.width ?? 0;
  for (let i = at - 1; i >= 0 && i >= at - 3 && lines[i]?.isBlank === false; i--) widest = Math.max(widest, lines[i]?.width ?? 0);
  for (let i = at + 1; i < lines.length && i <= at + 3 && lines[i]?.isBlank === false; i++) widest = Math.max(widest, lines[i]?.width ?? 0);
  return widest;
}

/**
 * Whether line `next` reads on from line `at`: the sentence is not finished and was only wrapped.
 * `chain` is the width of the paragraph so far, from its beginning to the end of `at`.
 */
export function readsOn(lines: readonly Line[], at: number, next: number, chain: number): boolean {
  const a = lines[at];
  const b = lines[next];
  if (a === undefined || b === undefined || b.isBlank || endsSentence(a.text)) return false;
  if (OPENERS.test(b.text)) return true;
  if (isNewStart(a, b)) return false;
  if (/[：:]$/.test(a.text)) return false;
  if (isLatin(a.text) && isLatin(b.text)) return readsOnLatin(lines, at, next, a, b);
  return next === at + 1 ? readsOnDirectly(lines, at, a, b, chain) : readsOnAcross(lines, at, next, a, b, chain);
}

function isNewStart(a: Line, b: Line): boolean {
  if (b.text.includes('\t') || a.text.includes('\t') || BEGINS.test(b.text)) return true;
  if (headingForm(b.text) !== null || isParallel(a.text, b.text)) return true;
  return isListItem(b.text) && !(/^\d{1,2}[)）、.]/.test(b.text) && /[第（(]$/.test(a.text)) && !hasOpenBracket(a.text, b.text);
}

/** Lines that begin alike stand below one another as a list does. */
function isParallel(a: string, b: string): boolean {
  const start = b.slice(0, 4);
  return start.length === 4 && /\p{L}|\d/u.test(start) && a.replace(/^\P{L}?(?=.)/u, '').startsWith(start) || (start.length === 4 && a.startsWith(start));
}

/** `…（排名第` + `17）…`: the bracket of the second line closes one of the first. */
function hasOpenBracket(a: string, b: string): boolean {
  return /^\d{1,3}[)）]/.test(b) && /[（(][^）)]*$/.test(a);
}

function isProse(text: string): boolean {
  return PUNCTUATION.test(text) || endsSentence(text);
}

function readsOnDirectly(lines: readonly Line[], at: number, a: Line, b: Line, chain: number): boolean {
  const width = localWidth(lines, at);
  const isFull = a.width >= FULL * width;
  if (/[，、,]$/.test(a.text)) return true;
  if (width < 2 * NARROW && a.width >= 0.75 * width && a.width >= 8 && isProseStack(lines, at)) return true;
  if (!isProse(a.text) && !isProse(b.text)) return a.width >= NARROW && isFull && width >= 50 && (chain > a.width || b.width >= FULL * width);
  if (width < NARROW) return isFull && width >= 10;
  if (isFull) return isProse(b.text) || b.width >= 0.6 * width || UNFINISHED.test(a.text);
  if (isProse(b.text) && (a.width >= UNWRAPPED || (chain >= 80 && a.width >= 0.5 * width))) return true;
  return a.width >= 40 && PUNCTUATION.test(a.text) && (endsSentence(b.text) || b.width >= 0.6 * width);
}

/** A narrow column of text: lines of like width without a blank between, one of them ending a sentence. */
function isProseStack(lines: readonly Line[], at: number): boolean {
  let from = at;
  let to = at;
  while (from > 0 && at - from < 12 && lines[from - 1]?.isBlank === false) from--;
  while (to + 1 < lines.length && to - at < 12 && lines[to + 1]?.isBlank === false) to++;
  let comma = false;
  let end = false;
  for (let i = from; i <= to; i++) {
    const text = lines[i]?.text ?? '';
    comma ||= PUNCTUATION.test(text);
    end ||= i > at && (lines[i]?.width ?? 0) < 2 * NARROW && /[。；]$/.test(text);
  }
  return comma && end && to - from >= 2;
}

function isLatin(text: string): boolean {
  return !/\p{Script=Han}/u.test(text);
}

function readsOnLatin(lines: readonly Line[], at: number, next: number, a: Line, b: Line): boolean {
  if (next - at > 3 || / {3,}/.test(a.text) || / {3,}/.test(b.text) || !/\p{L}{2}/u.test(a.text)) return false;
  const width = localWidth(lines, at);
  if (/^[a-z]/.test(b.text)) return a.width >= (next === at + 1 ? 0.5 : 0.4) * Math.max(width, Math.min(localWidth(lines, next), 40)) && !/^[a-z] /.test(b.text);
  if (next !== at + 1) return false;
  if (/,$/.test(a.text) || /\b(?:the|of|and|to|in|for|with|by|on|at|our|a|an|or|from|as|is|are)$/i.test(a.text)) return true;
  return a.width >= 0.75 * width && a.width >= 30 && (endsSentence(b.text) || b.width >= 0.6 * width || /,/.test(b.text));
}

/** Across blank lines or a page break only what is plainly unfinished, as wide as its neighbours, and followed by prose. */
function readsOnAcross(lines: readonly Line[], at: number, next: number, a: Line, b: Line, chain: number): boolean {
  if (a.width < NARROW || !/[\p{Script=Han}\da-z%％”》）)，、,]$/iu.test(a.text)) return false;
  if (/[，、,]$/.test(a.text)) return isProse(b.text) || b.width >= 0.6 * a.width;
  if (!isProse(b.text)) return false;
  if (a.width >= UNWRAPPED && PUNCTUATION.test(a.text)) return true;
  if (chain >= 80 && a.width >= 40) return a.width >= 0.7 * Math.min(localWidth(lines, at), 120);
  if (!PUNCTUATION.test(a.text) && chain === a.width) return false;
  const around = Math.max(localWidth(lines, at), Math.min(localWidth(lines, next), 1.3 * a.width));
  return a.width >= (a.width >= 60 ? 0.75 : FULL) * around;
}
