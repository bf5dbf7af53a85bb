import { calloutDrafts, isShortLine } from './callouts';
import { headingForm, isListItem, isValueLine, startsWithFigure } from './classify';
import { standsAsHeading } from './headings';
import { readsOn } from './joining';
import type { Reading } from './reading';
import { nextText } from './reading';
import { isTableLine } from './table-lines';

/** Widest label of a figure, over all its lines. */
const LONGEST_LABEL = 110;

/**
 * A label whose figure begins the next line, as recognition tears them: `营业收入` / `117万元现金流金额18万元研发投入` / `7万元`.
 * One callout of these lines; returns the line after them, or `at` when there are none.
 */
export function readTorn(reading: Reading, at: number): number {
  const torn: number[] = [at];
  for (let i = at; torn.length < 6;) {
    const line = reading.lines[i];
    const next = nextText(reading, i);
    const after = reading.lines[next];
    if (line === undefined || after === undefined || reading.marks[next] || next - i > 2) break;
    if (!endsInLabel(line.text) || !startsWithFigure(after.text) || after.width > LONGEST_LABEL || isListItem(after.text)) break;
    torn.push(next);
    i = next;
  }
  const lines = torn.flatMap((i) => reading.lines[i] ?? []);
  if (lines.length < 2 || lines.every((line, i) => i === 0 || isValueLine(line.text))) return at;
  reading.drafts.push({ kind: 'callout', page: lines[0]?.page ?? null, rows: [{ cells: lines.map((line) => [{ start: line.start, end: line.end }]) }] });
  return (torn[torn.length - 1] ?? at) + 1;
}

function endsInLabel(text: string): boolean {
  return text.length <= 60 && /\p{Script=Han}{2}$/u.test(text) && !/[，。；：\t]/.test(text) && !isValueLine(text) && !isListItem(text);
}

/** Short lines with figures among them; returns the line after them, or `at` when there are none. */
export function readCallouts(reading: Reading, at: number): number {
  if (!hasFigureAhead(reading, at)) return at;
  const run = calloutRun(reading, at);
  const isValue = run.map((i) => isValueLine(reading.lines[i]?.text ?? ''));
  const values = isValue.filter(Boolean).length;
  const first = isValue.indexOf(true);
  const last = isValue.lastIndexOf(true);
  if (values === 0 || run.length < 2 || first > 2 * values + 2) return at;
  const kept = run.slice(0, last + 1 + Math.max(first === 0 ? 1 : 0, Math.min(values, isValue.length - 1 - last) - first));
  if (kept.length < 2) return at;
  reading.drafts.push(...calloutDrafts(reading.lines, kept));
  return (kept[kept.length - 1] ?? at) + 1;
}

/** Whether a figure stands alone within the next short lines: the cheap test before the run is read. */
function hasFigureAhead(reading: Reading, at: number): boolean {
  let seen = 0;
  for (let i = at; i < reading.lines.length && seen < 12; i++) {
    const line = reading.lines[i];
    if (line === undefined || reading.marks[i]) return false;
    if (line.isBlank) continue;
    if (isValueLine(line.text)) return true;
    if (!isShortLine(line)) return false;
    seen++;
  }
  return false;
}

function calloutRun(reading: Reading, at: number): number[] {
  const run: number[] = [];
  let i = at;
  while (i < reading.lines.length && run.length < 60) {
    const line = reading.lines[i];
    if (line === undefined || reading.marks[i]) break;
    if (line.isBlank) { i++; continue; }
    if (!isShortLine(line) || headingForm(line.text) || isTableLine(reading, i)) break;
    const chain = chainOf(reading, i);
    const lastLine = reading.lines[chain.lines[chain.lines.length - 1] ?? i];
    if (chain.width > LONGEST_LABEL || (lastLine !== undefined && !isShortLine(lastLine))) break;
    run.push(...chain.lines);
    i = (run[run.length - 1] ?? i) + 1;
  }
  while (run.length > 0 && !isValueLine(reading.lines[run[run.length - 1] ?? 0]?.text ?? '') && standsAsHeading(reading, run[run.length - 1] ?? 0)) run.pop();
  return run;
}

/** Whether a line begins running text: it reads on, or ends a sentence. */
function chainOf(reading: Reading, at: number): { readonly lines: number[]; readonly width: number } {
  const chain: number[] = [at];
  let width = reading.lines[at]?.width ?? 0;
  for (let i = at; chain.length < 4;) {
    const next = i + 1;
    const line = reading.lines[next];
    if (line === undefined || line.isBlank || reading.marks[next] || isValueLine(line.text) || isValueLine(reading.lines[i]?.text ?? '')) break;
    if (!readsOn(reading.lines, i, next, width)) break;
    chain.push(next);
    width += line.width;
    i = next;
  }
  return { lines: chain, width };
}
