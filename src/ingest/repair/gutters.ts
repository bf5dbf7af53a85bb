import type { Line } from '../lines';

/** A stretch of a line between white gaps, with its place on the character grid. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

/** A line and its pieces. */
export interface GridLine {
  readonly line: Line;
  readonly pieces: readonly Piece[];
}

/** A column of the grid that parts text, and how well. */
export interface Gutter {
  readonly at: number;
  readonly score: number;
}

const LEAST_LINES = 4;
/** Pieces narrower than this on average are cells, not running text. */
const TEXT_WIDTH = 16;

interface Side {
  lines: number;
  width: number;
  numeric: number;
  long: number;
}

/** The white interval that parts running text on both sides best; null where there is none. */
export function bestGutter(grid: readonly GridLine[]): Gutter | null {
  let width = 0;
  let text = 0;
  for (const g of grid) {
    if (g.pieces.length > 0) text++;
    width = Math.max(width, g.pieces[g.pieces.length - 1]?.right ?? 0);
  }
  if (text < LEAST_LINES || width < 30 || width > 2000) return null;
  const cover = coverage(grid, width);
  const most = Math.floor(text * 0.06);
  let best: Gutter | null = null;
  let from = -1;
  for (let x = 0; x <= width; x++) {
    const isWhite = x < width && (cover[x] ?? 0) <= most;
    if (isWhite && from < 0) from = x;
    if (isWhite || from < 0) continue;
    if (from > 0 && x < width && x - from >= 2) {
      const gutter = judge(grid, from, x, cover);
      if (gutter && (best === null || gutter.score > best.score)) best = gutter;
    }
    from = -1;
  }
  return best;
}

function coverage(grid: readonly GridLine[], width: number): Int32Array {
  const change = new Int32Array(width + 2);
  for (const g of grid) {
    for (const piece of g.pieces) {
      change[piece.left] = (change[piece.left] ?? 0) + 1;
      change[piece.right] = (change[piece.right] ?? 0) - 1;
    }
  }
  for (let x = 1; x <= width; x++) change[x] = (change[x] ?? 0) + (change[x - 1] ?? 0);
  return change;
}

/** Whether a white interval parts columns of text rather than cells of a table, and how well. */
function judge(grid: readonly GridLine[], from: number, to: number, cover: Int32Array): Gutter | null {
  let at = from;
  for (let x = from; x < to; x++) if ((cover[x] ?? 0) < (cover[at] ?? 0) || ((cover[x] ?? 0) === (cover[at] ?? 0) && Math.abs(2 * x - from - to) < Math.abs(2 * at - from - to))) at = x;
  const left: Side = { lines: 0, width: 0, numeric: 0, long: 0 };
  const right: Side = { lines: 0, width: 0, numeric: 0, long: 0 };
  let both = 0;
  for (const g of grid) {
    const l = addSide(left, g.pieces, (p) => p.right <= at || p.left < at);
    const r = addSide(right, g.pieces, (p) => p.left >= at);
    if (l && r) both++;
  }
  if (left.lines < 1 || right.lines < 1) return null;
  return isColumns(left, right, both) ? { at, score: Math.min(left.width, right.width) + (to - from) } : null;
}

function addSide(side: Side, pieces: readonly Piece[], belongs: (piece: Piece) => boolean): boolean {
  let width = 0;
  for (const piece of pieces) if (belongs(piece)) width += piece.end - piece.start;
  if (width === 0) return false;
  side.lines++;
  side.width += width;
  if (width >= TEXT_WIDTH) side.long++;
  if (width <= 8) side.numeric++;
  return true;
}

function isColumns(left: Side, right: Side, both: number): boolean {
  const isText = (s: Side): boolean => s.lines >= 3 && s.width / s.lines >= TEXT_WIDTH && s.long >= 0.5 * s.lines;
  const fewer = Math.min(left.lines, right.lines);
  if (isText(left) && isText(right)) return true;
  if (isText(right) && left.lines <= 0.12 * right.lines) return true;
  if (isText(left) && right.lines <= 0.12 * left.lines && both === 0) return true;
  if (both > 0.4 * fewer && both > 1) return false;
  return (isText(left) && left.lines >= 4) || (isText(right) && right.lines >= 4);
}
