/** Verbatim quotes: a stretch of the source, cut at its own punctuation. */
import type { Passage, ReportDocument } from '../model/document';

const LONGEST = 120;
const LONGEST_MARKUP = 200;
const STOPS = new Set(['。', ';', '；', '!', '?', '！', '？', ',', '，', '、', '\t', '\n', '.', ' ']);

/**
 * The quote around `start`–`end` (offsets into `document.text`): the whole passage if short, else the clause around it.
 * Where the passage was put together from pieces of the source that do not touch, only the piece around `start`.
 */
export function quoteOf(document: ReportDocument, passage: Passage, start: number, end: number): string {
  const { origin, source } = document;
  let from = passage.start;
  let to = passage.end;
  if (to - from > LONGEST) {
    const room = Math.max(12, (LONGEST - (end - start)) >> 1);
    from = widen(document.text, Math.max(from, start - room), start, 1);
    to = widen(document.text, Math.min(to, Math.max(end, start) + room), end, -1);
  }
  let first = nextOrigin(origin, start, to, 1);
  if (first < 0) first = nextOrigin(origin, start, from - 1, -1);
  if (first < 0) return '';
  let low = first;
  for (let i = start - 1; i >= from; i -= 1) {
    if (origin[i]! < 0) continue;
    if (!touches(source, origin[i]!, low)) break;
    low = origin[i]!;
  }
  let high = first;
  for (let i = start; i < to; i += 1) {
    if (origin[i]! < 0) continue;
    if (!touches(source, high, origin[i]!)) break;
    high = Math.max(high, origin[i]!);
  }
  const tail = source.codePointAt(high)! > 0xffff ? 2 : 1;
  return tidy(source.slice(low, high + tail));
}

/** Line ends inside Chinese text and the marks between table cells are the printer's, not the company's. */
const tidy = (quote: string): string => quote
  .replace(MARKUP, ' ')
  .replace(/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uff65“”])[^\S\n]*\r?\n\s*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uff65“”])/gu, '')
  .replace(/\s+/gu, ' ').trim();

/** Cell ends of HTML tables: what may stand between two cells of one row. */
const MARKUP = /<\/?(?:t[dhr]|tbody|thead|br|p|b|strong|span|div)\b[^<>]*>/giu;

/** Moves a cut to just after (or before) the nearest stop on the way to `limit`. */
function widen(text: string, cut: number, limit: number, step: 1 | -1): number {
  for (let i = cut; step > 0 ? i < limit : i > limit; i += step) {
    if (STOPS.has(text[step > 0 ? i - 1 : i] ?? '')) return i;
  }
  return cut;
}

function nextOrigin(origin: Int32Array, from: number, to: number, step: 1 | -1): number {
  for (let i = from; i !== to && i >= 0; i += step) if (origin[i]! >= 0) return origin[i]!;
  return -1;
}

/** Nothing but white space, or the marks between two cells, stands between two places of the source. */
function touches(source: string, a: number, b: number): boolean {
  if (b < a) return false;
  const next = source[a + 1];
  if (b - a <= LONGEST_MARKUP && (next === '<' || next === '|' || next === ' ') && source.slice(a + 1, b).replace(MARKUP, '').replaceAll('|', '').trim() === '') return true;
  for (let i = a + 1; i < b; i += 1) {
    const c = source.charCodeAt(i);
    if (c > 32 && c !== 160 && c !== 0x3000 && c !== 0xfeff && !(c >= 0x2000 && c <= 0x200f) && !(c >= 0xdc00 && c <= 0xdfff)) return false;
  }
  return true;
}
