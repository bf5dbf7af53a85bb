import { isHeadRow } from './classify';
import { isCodeLine } from './codes';
import type { Cell, DraftBlock, DraftRow } from './draft';

/** A table whose cells are known: finds its head rows, drops empty rows, and tells indexes from tables. */
export function tableDraft(source: string, rows: readonly DraftRow[], page: number | null = null): DraftBlock {
  const kept = rows.map((row) => ({ ...row, cells: withoutRepeats(row.cells) })).filter((row) => textOf(source, row.cells) !== '');
  const hasOwnHead = kept.some((row) => row.isHead);
  const headed = kept.map((row, i): DraftRow => ({ cells: row.cells, isHead: row.isHead === true || (!hasOwnHead && isHead(source, row.cells, i, kept.length)) }));
  const kind = isIndexTable(source, headed) ? 'index' : 'table';
  return { kind, page, rows: headed };
}

/** A cell that spans the whole row is one cell. */
function withoutRepeats(cells: readonly Cell[]): readonly Cell[] {
  const first = cells[0];
  return first !== undefined && cells.length > 1 && cells.every((cell) => cell === first) ? [first] : cells;
}

function textOf(source: string, cells: readonly Cell[]): string {
  return cells.map((cell) => cellText(source, cell)).join('\t').trim();
}

function cellText(source: string, cell: Cell): string {
  return cell.map((f) => source.slice(f.start, f.end)).join(' ').replace(/\s+/g, ' ').trim();
}

function isHead(source: string, cells: readonly Cell[], at: number, count: number): boolean {
  const texts = cells.map((cell) => cellText(source, cell));
  if (isHeadRow(texts)) return true;
  const filled = texts.filter((t) => t !== '');
  return at === 0 && count > 1 && filled.length >= 2 && filled.every((t) => t.length <= 30 && !/\d[\d,.]*\s*%?$/.test(t));
}

/** Most rows hold codes of standards. */
function isIndexTable(source: string, rows: readonly DraftRow[]): boolean {
  const data = rows.filter((row) => !row.isHead);
  if (data.length < 3) return false;
  const codes = data.filter((row) => isCodeLine(textOf(source, row.cells))).length;
  return codes >= 0.5 * data.length;
}
