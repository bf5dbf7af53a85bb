import { endsSentence, hasEndMark, holdsFigure, isValueLine } from './classify';
import { readsOn } from './joining';
import type { Reading } from './reading';
import { nextText } from './reading';

/** A short line without an end mark that stands apart and is followed by prose. */
export function standsAsHeading(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  if (line === undefined || line.width > 44 || hasEndMark(line.text) || /[，,、]$/.test(line.text) || isValueLine(line.text)) return false;
  if (!/\p{L}{2}/u.test(line.text) || holdsFigure(line.text) || /[。；]|^[^《（(“]*[》）)”]|www\.|@|https?:|\d{5}/.test(line.text)) return false;
  const next = nextText(reading, at);
  const after = reading.lines[next];
  if (after === undefined || readsOn(reading.lines, at, next, line.width)) return false;
  const before = reading.lines[at - 1];
  const standsApart = before === undefined || before.isBlank || hasEndMark(before.text) || reading.marks[at - 1] != null || before.width < 44;
  if (!standsApart) return false;
  if (after.width < 1.5 * line.width) return false;
  return endsSentence(after.text) || (after.width >= 40 && (/[，；：、,]/.test(after.text) || readsOn(reading.lines, next, nextText(reading, next), after.width)));
}
