import type { BlockKind } from '../../model/document';
import { isHeadRow, isValueLine } from '../classify';
import type { Line } from '../lines';

const PAGE_NUMBER = /^[-–—|｜·•\s]*(?:p(?:age)?\.?\s*|第\s*)?(\d{1,3})(?:\s*[页頁])?(?:\s*[/／]\s*\d{1,3})?[-–—|｜·•\s]*$/i;
const TITLE_WORD = /报告|報告|公司|集团|集團|股份|report|co\.|ltd|limited|group|plc|esg|csr|www\./i;
const MOST = 60;
/** With the white space of a spread between its parts. */
const LONGEST = 400;

/** Text lines by their content without spaces and digits: what repeats from page to page has one key. */
function keyOf(line: Line): string {
  return line.text.replace(/[\s\d|｜]+/g, '').toLowerCase();
}

/** Marks what repeats on page after page (heads, feet, navigation bars) and the page numbers beside it. */
export function markRunning(lines: readonly Line[], marks: (BlockKind | null)[]): number {
  const text = lines.map((_, i) => i).filter((i) => lines[i]?.isBlank === false);
  const places = new Map<string, number[]>();
  text.forEach((at, t) => {
    const line = lines[at];
    if (line === undefined || line.text.length > LONGEST || /\t.*\t.*\t/.test(line.text) || /[。；]$/.test(line.text) || line.text.startsWith('#')) return;
    const key = keyOf(line);
    if (key.length < 4 || key.length > MOST) return;
    const known = places.get(key);
    if (known) known.push(t);
    else places.set(key, [t]);
  });
  let found = 0;
  for (const [key, at] of places) {
    if (at.length < 3 || !isRunning(lines, text, key, at)) continue;
    for (const t of at) marks[text[t] ?? 0] = 'running';
    found += at.length;
  }
  for (const [, at] of places) found += markBeside(lines, text, at, marks);
  return found + markBars(lines, text, marks) + markPagePairs(lines, text, marks) + markPageNumbers(lines, text, marks);
}

/** Names of chapters with a page number, next to a running line: part of the head. */
function markBeside(lines: readonly Line[], text: readonly number[], at: readonly number[], marks: (BlockKind | null)[]): number {
  if (at.length < 2) return 0;
  const beside = at.filter((t) => {
    const line = lines[text[t] ?? 0];
    if (line === undefined || marks[text[t] ?? 0] || !/^\d{1,3}\D|\D\d{1,3}$/.test(line.text) || isHeadRow(line.text.split(/\s+/))) return false;
    return [t - 1, t + 1].some((o) => marks[text[o] ?? -1] === 'running');
  });
  if (beside.length < 2 || !digitsArePages(beside.map((t) => lines[text[t] ?? 0]?.text ?? ''))) return 0;
  for (const t of beside) marks[text[t] ?? 0] = 'running';
  return beside.length;
}

const BAR = /附录|报告开篇|目录|关于本报告|^contents {2,}\S|\S {2,}(?:annex|appendix|contents)$/i;

/** Navigation bars: names of chapters side by side, beside a page number. */
function markBars(lines: readonly Line[], text: readonly number[], marks: (BlockKind | null)[]): number {
  let found = 0;
  text.forEach((at, t) => {
    const line = lines[at];
    if (line === undefined || marks[at] || !BAR.test(line.text) || /[\d，。：]/.test(line.text) || line.text.split(/\s+/).length < 2) return;
    if (line.text.length > 120 || !isBesidePage(lines, text, t)) return;
    marks[at] = 'running';
    found++;
  });
  return found;
}

function isRunning(lines: readonly Line[], text: readonly number[], key: string, at: readonly number[]): boolean {
  const line = lines[text[at[0] ?? 0] ?? 0];
  if (line === undefined || isHeadRow(line.text.split(/\s+/)) || isValueLine(line.text)) return false;
  if (/[，；]/.test(line.text) && line.text.length > 16) return false;
  const first = at[0] ?? 0;
  const last = at[at.length - 1] ?? 0;
  if (last - first < 0.3 * text.length || (last - first) / (at.length - 1) < 5) return false;
  if (!digitsArePages(at.map((t) => lines[text[t] ?? 0]?.text ?? ''))) return false;
  const byPage = at.filter((t) => isBesidePage(lines, text, t)).length;
  if (byPage >= 0.6 * at.length) return true;
  const tokens = line.text.split(/\s+/).filter((w) => /\p{L}{2}/u.test(w)).length;
  if (tokens >= 3 && at.length >= 4 && !/[，,。：:]/.test(line.text)) return true;
  return TITLE_WORD.test(key) && key.length >= 6 && at.length >= 4 && !/[，。：]/.test(line.text);
}

/** Figures of a running line are the same everywhere, or page numbers that do not fall. */
function digitsArePages(texts: readonly string[]): boolean {
  const digits = texts.map((t) => t.match(/\d+/g)?.join(' ') ?? '');
  if (digits.every((d) => d === digits[0])) return true;
  const numbers = texts.map((t) => Number(/^\D*(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})\D*$/.exec(t.trim())?.slice(1).find((g) => g !== undefined) ?? Number.NaN));
  const known = numbers.filter((n) => !Number.isNaN(n));
  let rising = 0;
  for (let i = 1; i < known.length; i++) if ((known[i] ?? 0) >= (known[i - 1] ?? 0)) rising++;
  return known.length < 2 || rising >= 0.7 * (known.length - 1);
}

/** Beside a page number that stands alone, or beside a page break. */
function isBesidePage(lines: readonly Line[], text: readonly number[], t: number): boolean {
  const here = lines[text[t] ?? 0]?.page;
  for (const other of [t - 2, t - 1, t + 1, t + 2]) {
    const line = lines[text[other] ?? -1];
    if (line === undefined) continue;
    if (PAGE_NUMBER.test(line.text) || line.page !== here) return true;
  }
  return false;
}

/** `45 46`: the page numbers of spreads, when there are several and they rise. */
function markPagePairs(lines: readonly Line[], text: readonly number[], marks: (BlockKind | null)[]): number {
  const pairs = text.filter((at) => {
    const match = /^(\d{1,3})\s+(\d{1,3})$/.exec(lines[at]?.text ?? '');
    return match !== null && marks[at] === null && Number(match[2]) === Number(match[1]) + 1;
  });
  const starts = pairs.map((at) => Number.parseInt(lines[at]?.text ?? '', 10));
  if (pairs.length < 3 || starts.some((n, i) => i > 0 && n <= (starts[i - 1] ?? 0))) return 0;
  for (const at of pairs) marks[at] = 'running';
  return pairs.length;
}

/** Lone numbers that rise through the document and stand beside running lines or page breaks. */
function markPageNumbers(lines: readonly Line[], text: readonly number[], marks: (BlockKind | null)[]): number {
  let found = 0;
  let before = 0;
  text.forEach((at, t) => {
    const line = lines[at];
    const number = Number(PAGE_NUMBER.exec(line?.text ?? '')?.[1] ?? Number.NaN);
    if (line === undefined || Number.isNaN(number) || marks[at]) return;
    const beside = [t - 2, t - 1, t + 1, t + 2].some((o) => {
      const i = text[o];
      return i !== undefined && ((marks[i] === 'running' && !PAGE_NUMBER.test(lines[i]?.text ?? '')) || lines[i]?.page !== line.page);
    });
    if (!(beside || (found >= 3 && number === before + 1 && line.page === null)) || (before > 0 && (number < before - 4 || number > before + 40))) return;
    marks[at] = 'running';
    before = number;
    found++;
  });
  return found;
}
