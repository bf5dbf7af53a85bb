import type { Line } from '../lines';

/** A page of fewer lines or characters is too little to call its repetition an accident of extraction. */
const LEAST_LINES = 5;
const LEAST_CHARS = 120;
const LONGEST = 500;
const SAME = 0.8;

/** What was dropped: how many pages, lines and from which line on. */
export interface Doubled {
  readonly dropped: ReadonlySet<Line>;
  readonly pages: number;
}

/**
 * Finds pages extracted twice in a row: a stretch of lines followed by itself, spaces aside. Only lines of the
 * second copy that stand in the first as well are dropped.
 */
export function findDoubled(lines: readonly Line[]): Doubled {
  const text = lines.filter((line) => !line.isBlank);
  const keys = text.map((line) => line.text.replace(/\s+/g, ''));
  const last = new Map<string, number>();
  const dropped = new Set<Line>();
  let pages = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const before = last.get(key);
    last.set(key, i);
    const size = before === undefined ? 0 : i - before;
    if (size < LEAST_LINES || size > LONGEST || !isRepeated(keys, i - size, i, size)) continue;
    dropCopy(text, keys, i - size, i, size, dropped);
    pages++;
    for (let k = i; k < i + size && k < keys.length; k++) last.set(keys[k] ?? '', k);
    i += size - 1;
  }
  return { dropped, pages };
}

function isRepeated(keys: readonly string[], from: number, copy: number, size: number): boolean {
  let same = 0;
  let chars = 0;
  let different = 0;
  const most = (1 - SAME) * size;
  for (let k = 0; k < size; k++) {
    if (copy + k < keys.length && keys[from + k] === keys[copy + k]) {
      same++;
      chars += keys[from + k]?.length ?? 0;
    } else if (++different > most) return false;
  }
  return same >= LEAST_LINES && chars >= LEAST_CHARS;
}

function dropCopy(text: readonly Line[], keys: readonly string[], from: number, copy: number, size: number, dropped: Set<Line>): void {
  const first = new Set(keys.slice(from, from + size));
  for (let k = copy; k < Math.min(copy + size, keys.length); k++) {
    const line = text[k];
    if (line !== undefined && first.has(keys[k] ?? '')) dropped.add(line);
  }
}
