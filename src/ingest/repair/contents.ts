import type { BlockKind } from '../../model/document';
import { isUnit } from '../classify';
import type { Line } from '../lines';

const TITLE = /^(?:目\s*[录錄]|contents|table of contents|目\s*[录錄]\s*contents|contents\s*目\s*[录錄])[\s\d]*$/i;
const TRAILING = /^\P{Nd}*\p{L}.*?(?:[.…·⋯\s_-]{2,}|\s|[.…·⋯])\s*p?(\d{1,3})$/iu;
const LEADING = /^(\d{1,3})[\s\t/|-]+\p{L}/u;
const DOTTED = /[.…·⋯]{4,}\s*p?\d{1,3}$/i;
const REACH = 0.35;
const GAP = 4;
const LONGEST = 600;

interface Entry {
  readonly at: number;
  readonly page: number;
}

/** Marks tables of contents: titles with page numbers that rise, after a heading that says so or with leaders. */
export function markContents(lines: readonly Line[], marks: (BlockKind | null)[]): void {
  const text = lines.map((_, i) => i).filter((i) => lines[i]?.isBlank === false && marks[i] === null);
  const end = Math.max(80, Math.floor(text.length * REACH));
  for (let t = 0; t < Math.min(end, text.length); t++) {
    const line = lines[text[t] ?? 0];
    if (line === undefined) continue;
    const isTitle = TITLE.test(line.text);
    if (!isTitle && pageOf(line) === null) continue;
    const run = readRun(lines, text, t, isTitle);
    for (let k = t; run.isContents && k <= run.last; k++) marks[text[k] ?? 0] = 'contents';
    // What failed as a whole is not tried again from each of its lines: that would be quadratic.
    if (run.isContents || !isTitle) t = run.last;
  }
}

function pageOf(line: Line): number | null {
  if (line.width > 90 || /[。；]/.test(line.text)) return null;
  if (isUnit(/(\S+)\s+\d{1,3}$/.exec(line.text)?.[1] ?? '') && / \S+\s+\d{1,3}$/.test(line.text)) return null;
  const match = TRAILING.exec(line.text) ?? (/\t.*\t/.test(line.text) ? null : LEADING.exec(line.text));
  return match ? Number(match[1]) : null;
}

/** The run of entries from a line on, and whether they are contents. */
function readRun(lines: readonly Line[], text: readonly number[], from: number, isTitle: boolean): { last: number; isContents: boolean } {
  const entries: Entry[] = [];
  let dotted = 0;
  for (let t = from + (isTitle ? 1 : 0); t < Math.min(text.length, from + LONGEST); t++) {
    const line = lines[text[t] ?? 0];
    if (line === undefined || /。$/.test(line.text)) break;
    const last = entries[entries.length - 1];
    if (t - (last?.at ?? from) > GAP + (entries.length === 0 ? 4 : 0)) break;
    const page = pageOf(line);
    if (page === null) continue;
    if (last !== undefined && page > last.page + 60) break;
    if (DOTTED.test(line.text)) dotted++;
    entries.push({ at: t, page });
  }
  let rising = 0;
  for (let i = 1; i < entries.length; i++) if ((entries[i]?.page ?? 0) >= (entries[i - 1]?.page ?? 0)) rising++;
  const isRising = rising >= 0.75 * (entries.length - 1);
  const enough = isTitle || dotted >= 3 ? entries.length >= 3 : entries.length >= 8 && isStrictlyContents(entries, lines, text);
  return { last: entries[entries.length - 1]?.at ?? from, isContents: enough && isRising };
}

/** Without a title: whole numbers that never repeat much and no figures with units between. */
function isStrictlyContents(entries: readonly Entry[], lines: readonly Line[], text: readonly number[]): boolean {
  const first = entries[0];
  const last = entries[entries.length - 1];
  if (first === undefined || last === undefined || first.page > 20 || last.page <= first.page + 5) return false;
  let plain = 0;
  for (let t = first.at; t <= last.at; t++) if (!/\d[,.]\d|[%％]/.test(lines[text[t] ?? 0]?.text ?? '')) plain++;
  return plain >= 0.95 * (last.at - first.at + 1) && entries.length >= 0.5 * (last.at - first.at + 1);
}
