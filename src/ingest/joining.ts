import { endsSentence, headingForm, isListItem } from './classify';
import type { Line } from './lines';

const PUNCTUATION = /[，。；、,;]/;
const UNFINISHED = /[，、,（(《“‘「『：及和与或的对在为将等以从由于是并]$/;
const OPENERS = /^[，。、；）)》”’」』：]/;
const NARROW = 24;
const FULL = 0.85;

/** Widest of the lines around one, within its stack of lines without a blank between. */
export function localWidth(lines: readonly Line[], at: number): number {
  let widest = lines[at]?.width ?? 0;
  for (let i = at - 1; i >= 0 && i >= at - 3 && lines[i]?.isBlank === false; i--) widest = Math.max(widest, lines[i]?.width ?? 0);
  for (let i = at + 1; i < lines.length && i <= at + 3 && lines[i]?.isBlank === false; i++) widest = Math.max(widest, lines[i]?.width ?? 0);
  return widest;
}

/** Whether line `next` reads on from line `at`: the sentence is not finished and was only wrapped. */
export function readsOn(lines: readonly Line[], at: number, next: number): boolean {
  const a = lines[at];
  const b = lines[next];
  if (a === undefined || b === undefined || b.isBlank || endsSentence(a.text)) return false;
  if (OPENERS.test(b.text)) return true;
  if (isListItem(b.text) || headingForm(b.text) !== null || b.text.includes('\t')) return false;
  if (/[：:]$/.test(a.text)) return false;
  return next === at + 1 ? readsOnDirectly(lines, at, a, b) : readsOnAcross(lines, at, next, a, b);
}

function readsOnDirectly(lines: readonly Line[], at: number, a: Line, b: Line): boolean {
  const width = localWidth(lines, at);
  const isFull = a.width >= FULL * width;
  if (/[，、,]$/.test(a.text)) return true;
  if (isLatin(a.text)) return readsOnLatin(a, b, width);
  const isProse = PUNCTUATION.test(a.text) || PUNCTUATION.test(b.text) || endsSentence(b.text);
  if (!isProse) return a.width >= NARROW && isFull && b.width >= FULL * width && width >= 60;
  if (width < NARROW) return isFull && width >= 10;
  if (isFull) return PUNCTUATION.test(b.text) || endsSentence(b.text) || b.width >= 0.6 * width || UNFINISHED.test(a.text);
  return a.width >= 60 && PUNCTUATION.test(a.text) && (endsSentence(b.text) || b.width >= 0.6 * width);
}

function isLatin(text: string): boolean {
  return /[a-z][a-z0-9)’'"-]*$/i.test(text) && !/\p{Script=Han}/u.test(text);
}

function readsOnLatin(a: Line, b: Line, width: number): boolean {
  if (/^[a-z]/.test(b.text)) return a.width >= 0.5 * width;
  return a.width >= 0.75 * width && a.width >= 30 && (endsSentence(b.text) || b.width >= 0.6 * width || /,/.test(b.text));
}

/** Across blank lines only what is plainly unfinished, as wide as its neighbours, and followed by prose. */
function readsOnAcross(lines: readonly Line[], at: number, next: number, a: Line, b: Line): boolean {
  if (next - at > 3 || a.width < NARROW) return false;
  const bIsProse = PUNCTUATION.test(b.text) || endsSentence(b.text);
  if (/[，、,]$/.test(a.text)) return bIsProse || b.width >= 0.6 * a.width;
  if (!bIsProse || !PUNCTUATION.test(a.text) && localWidth(lines, at) === a.width && lines[at - 1]?.isBlank !== false) return false;
  const around = Math.max(localWidth(lines, at), Math.min(localWidth(lines, next), 1.3 * a.width));
  if (isLatin(a.text)) return /^[a-z]/.test(b.text) && a.width >= 0.7 * around;
  return a.width >= FULL * around && /[\p{Script=Han}\d”》）)]$/u.test(a.text);
}
