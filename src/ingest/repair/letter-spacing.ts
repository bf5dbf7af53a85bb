import { isTight } from '../fold';

/** Three or more single ideographs in a row, each followed by a space, with the punctuation that clings to them. */
const RUN = /(?:[^\p{Script=Han}\s\w]*\p{Script=Han}[^\p{Script=Han}\s\w]*[ \u3000\u00a0]+){3,}/gu;
/** From this share of letter-spaced characters on, the whole line is taken to be letter-spaced. */
const WHOLE = 0.3;

/**
 * Ranges of a line in which spaces between ideographs are letter-spacing and stand for nothing, as flat
 * pairs of offsets; null when there are none.
 */
export function letterSpacedRanges(line: string): readonly number[] | null {
  if (!line.includes(' ') && !line.includes('\u3000')) return null;
  const ranges: number[] = [];
  let total = 0;
  RUN.lastIndex = 0;
  for (let match = RUN.exec(line); match !== null; match = RUN.exec(line)) {
    const last = RUN.lastIndex;
    ranges.push(match.index, last);
    total += last - match.index;
  }
  if (total === 0) return null;
  return total >= WHOLE * line.length ? [0, line.length] : ranges;
}

/** Whether the white space at `[from, to)` between two characters is letter-spacing. */
export function isLetterSpace(ranges: readonly number[] | null, at: number, before: number, after: number): boolean {
  if (ranges === null || !isTight(before) || !isTight(after)) return false;
  for (let i = 0; i < ranges.length; i += 2) {
    if (at >= (ranges[i] ?? 0) && at < (ranges[i + 1] ?? 0)) return true;
  }
  return false;
}
