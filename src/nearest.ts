/** Ids are compared without case, spaces and punctuation, so that `gri305-1` finds `GRI 305-1`. */
const squash = (id: string): string => id.normalize('NFKC').toLowerCase().replace(/[\s._\-–—]+/gu, '');

/** The candidate closest to what was given, or null when none is close enough to be what was meant. */
export function nearest(given: string, candidates: readonly string[]): string | null {
  const wanted = squash(given);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 2));
  for (const candidate of candidates) {
    const held = squash(candidate);
    // `305-1` for `GRI 305-1`: a whole tail is as near as one slip of the finger.
    const distance = wanted.length > 2 && held.endsWith(wanted) ? Math.min(1, held.length - wanted.length) : distanceBetween(wanted, held);
    if (distance < least || (distance === least && best === null)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Edits (insert, delete, replace) from one string to the other. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
