import type { BlockKind } from '../../model/document';
import { isCodeLine } from '../codes';
import type { Line } from '../lines';

const TITLE = /索引|索引|對標|对标|对照表|對照表|content index|index of/i;
/** Numbers of a rule's paragraphs: codes only below a title that says so. */
const NUMBERED = /^\d{1,2}\.\d{1,2}(?:\s|$)/;
const AHEAD = 20;

/** Marks the lines of index tables: a title and codes after it, or long runs of codes with hardly any prose. */
export function markIndexes(lines: readonly Line[], marks: (BlockKind | null)[]): void {
  const text = lines.map((_, i) => i).filter((i) => lines[i]?.isBlank === false && marks[i] == null);
  const isCode = text.map((i) => isCodeLine(lines[i]?.text ?? ''));
  for (let t = 0; t < text.length; t++) {
    const titled = isTitle(lines[text[t] ?? 0]);
    const need = titled ? 0.3 : isCode[t] ? 0.6 : 2;
    if (titled && density(isCode, t + 1, AHEAD) < need) addNumbered(lines, text, isCode, t + 1);
    if (density(isCode, t + 1, AHEAD) < need) continue;
    const end = regionEnd(isCode, t, lines, text);
    if (isCode.slice(t, end).filter(Boolean).length < (need < 0.5 ? 4 : 8)) continue;
    for (let k = t; k < end; k++) marks[text[k] ?? 0] = 'index';
    t = end - 1;
  }
}

function isTitle(line: Line | undefined): boolean {
  return line !== undefined && line.width <= 90 && TITLE.test(line.text) && !/[。，]|[.…·]{3}|\d$/.test(line.text);
}

function density(isCode: readonly boolean[], from: number, count: number): number {
  const to = Math.min(isCode.length, from + count);
  if (to - from < 4) return 0;
  let codes = 0;
  for (let i = from; i < to; i++) if (isCode[i]) codes++;
  return codes / (to - from);
}

function addNumbered(lines: readonly Line[], text: readonly number[], isCode: boolean[], from: number): void {
  for (let i = from; i < Math.min(text.length, from + 4 * AHEAD); i++) isCode[i] ||= NUMBERED.test(lines[text[i] ?? 0]?.text ?? '');
}

/** The region goes on as long as a code follows within a few lines. */
function regionEnd(isCode: readonly boolean[], from: number, lines: readonly Line[], text: readonly number[]): number {
  let last = from + 1;
  for (let i = from + 1; i < isCode.length && i - last < 10; i++) {
    if (isCode[i]) last = i + 1;
    else if (/。$/.test(lines[text[i] ?? 0]?.text ?? '') && (lines[text[i] ?? 0]?.width ?? 0) > 120) break;
  }
  return last;
}
