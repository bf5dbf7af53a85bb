import { isWide } from '../fold';
import type { Line } from '../lines';
import { lineOf } from '../lines';
import type { GridLine, Piece } from './gutters';
import { bestGutter } from './gutters';

const LEAST_LINES = 4;
const LONGEST_REGION = 400;

/** The lines in reading order, and how many regions were split into columns. */
export interface Columns {
  readonly lines: readonly Line[];
  readonly split: number;
}

/** Splits columns and two-page spreads that were printed side by side; tables stay as they are. */
export function splitColumns(source: string, lines: readonly Line[], isBoundary: (line: Line) => boolean): Columns {
  if (!hasGaps(lines)) return { lines, split: 0 };
  const out: Line[] = [];
  const counter = { split: 0 };
  for (const region of regionsOf(lines, isBoundary)) {
    const wide = splitRegion(source, region, 2);
    const narrow = splitRegion(source, region, 1);
    const best = narrow.score > wide.score ? narrow : wide;
    if (best.lines.length > 0) out.push(...best.lines);
    if (best.score > 0) counter.split++;
  }
  return { lines: out, split: counter.split };
}

function hasGaps(lines: readonly Line[]): boolean {
  let gaps = 0;
  let text = 0;
  for (const line of lines) {
    if (line.isBlank) continue;
    text++;
    if (/\S {3,}\S/.test(line.text)) gaps++;
  }
  return gaps >= LEAST_LINES && gaps >= 0.02 * text;
}

function regionsOf(lines: readonly Line[], isBoundary: (line: Line) => boolean): Line[][] {
  const regions: Line[][] = [];
  let current: Line[] = [];
  let page = lines[0]?.page ?? null;
  for (const line of lines) {
    if ((line.page !== page || isBoundary(line) || current.length >= LONGEST_REGION) && current.length > 0) {
      regions.push(current);
      current = [];
    }
    page = line.page;
    current.push(line);
    if (isBoundary(line)) { regions.push(current); current = []; }
  }
  if (current.length > 0) regions.push(current);
  return regions;
}

interface Split {
  readonly lines: Line[];
  readonly score: number;
}

function splitRegion(source: string, region: readonly Line[], cell: 1 | 2): Split {
  const grid = region.map((line) => ({ line, pieces: piecesOf(source, line, cell) }));
  const found = { score: 0 };
  const lines = cut(source, grid, found, 0).map((g) => g.line);
  return { lines, score: found.score };
}

/** Pieces of a line between gaps of two and more spaces. */
function piecesOf(source: string, line: Line, cell: 1 | 2): Piece[] {
  const pieces: Piece[] = [];
  let column = line.indent;
  let start = -1;
  let left = 0;
  let spaces = 2;
  let end = -1;
  let right = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = source.charCodeAt(at);
    const width = code === 9 ? 8 - (column % 8) : isWide(code) ? cell : 1;
    if (code === 32 || code === 9 || code === 0x3000 || code === 0xa0) spaces += code === 9 ? 2 : code === 0x3000 ? 2 : 1;
    else {
      if (spaces >= 2) {
        if (start >= 0) pieces.push({ start, end, left, right });
        start = at;
        left = column;
      }
      spaces = 0;
      end = at + 1;
      right = column + width;
    }
    column += width;
  }
  if (start >= 0) pieces.push({ start, end, left, right });
  return pieces;
}

/** Recursive cut: at the best gutter of all lines; else into bands that have gutters of their own. */
function cut(source: string, grid: readonly GridLine[], found: { score: number }, depth: number): GridLine[] {
  const text = grid.filter((g) => g.pieces.length > 0).length;
  if (depth > 6 || text < LEAST_LINES) return [...grid];
  const gutter = bestGutter(grid);
  if (gutter !== null) {
    found.score += gutter.score;
    const sides = divide(source, grid, gutter.at);
    return [...cut(source, sides.left, found, depth + 1), ...cut(source, sides.right, found, depth + 1)];
  }
  const bands = bandsOf(grid);
  if (bands.length < 2) return [...grid];
  return cutBands(source, bands, found, depth);
}

/** Joins bands as long as they share a gutter, then cuts each group. */
function cutBands(source: string, bands: readonly (readonly GridLine[])[], found: { score: number }, depth: number): GridLine[] {
  const out: GridLine[] = [];
  let i = 0;
  while (i < bands.length) {
    let group: readonly GridLine[] = bands[i] ?? [];
    let best: readonly GridLine[] | null = bestGutter(group) ? group : null;
    let next = i + 1;
    let taken = i + 1;
    for (; next < bands.length && next < i + 40; next++) {
      group = [...group, ...(bands[next] ?? [])];
      if (group.filter((g) => g.pieces.length > 0).length > 120) break;
      if (bestGutter(group)) { best = group; taken = next + 1; }
      else if (best) break;
      else if (next > i + 6) break;
    }
    if (best && taken - i < bands.length) out.push(...cut(source, best, found, depth + 1));
    else { out.push(...(bands[i] ?? [])); taken = i + 1; }
    i = taken;
  }
  return out;
}

/** Stretches between blank lines; the blank lines go with the stretch before. */
function bandsOf(grid: readonly GridLine[]): GridLine[][] {
  const bands: GridLine[][] = [];
  let current: GridLine[] = [];
  let isAfterBlank = false;
  for (const g of grid) {
    if (g.pieces.length > 0 && isAfterBlank && current.some((c) => c.pieces.length > 0)) {
      bands.push(current);
      current = [];
    }
    isAfterBlank = g.pieces.length === 0;
    current.push(g);
  }
  if (current.length > 0) bands.push(current);
  return bands;
}

/** The lines left and right of a gutter; a piece that crosses it stays left. */
function divide(source: string, grid: readonly GridLine[], at: number): { left: GridLine[]; right: GridLine[] } {
  return {
    left: side(source, grid, (piece) => piece.left < at),
    right: side(source, grid, (piece) => piece.left >= at),
  };
}

/**
 * One side of a gutter. Lines of the other side leave no gap here when they stand alone (base lines of two columns
 * alternate), and a blank line when there are more of them.
 */
function side(source: string, grid: readonly GridLine[], belongs: (piece: Piece) => boolean): GridLine[] {
  const out: GridLine[] = [];
  let foreign: GridLine[] = [];
  for (const g of grid) {
    const pieces = g.pieces.filter(belongs);
    if (pieces.length === 0 && g.pieces.length > 0) { foreign.push(g); continue; }
    const gap = foreign[0];
    if (gap !== undefined && foreign.length >= 2) out.push(part(source, gap, []));
    foreign = [];
    out.push(pieces.length === g.pieces.length ? g : part(source, g, pieces));
  }
  return out;
}

function part(source: string, g: GridLine, pieces: readonly Piece[]): GridLine {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  const start = first?.start ?? g.line.start;
  return { line: lineOf(source, start, last?.end ?? start, g.line.page, first?.left ?? 0), pieces };
}
