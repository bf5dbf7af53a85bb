import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Cell, DraftBlock, Fragment } from './draft';
import { trimmed } from './rows';
import { tableDraft } from './table';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface HtmlCell {
  readonly cell: Cell;
  readonly columns: number;
  readonly rows: number;
  readonly isHead: boolean;
}

const MOST_SPAN = 60;
/** Beyond this, spans are not repeated any more: a table that large is an accident or an attack. */
const MOST_CELLS = 100_000;

/** Reads the HTML table at `[start, end)` of the source into a block; `view` is the source without its markup. */
export function readHtmlTable(source: string, view: string, start: number, end: number): DraftBlock {
  const html = source.slice(start, end).replace(/\r/g, ' ');
  // Loaded on first use: most reports hold no HTML.
  const { parseFragment } = require('parse5') as typeof import('parse5');
  const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
  const rows: HtmlCell[][] = [];
  collectRows(fragment.childNodes, view, start, rows);
  const expanded = expandSpans(rows);
  return tableDraft(view, expanded.map((row) => ({ cells: row.map((c) => c.cell), isHead: row.length > 0 && row.every((c) => c.isHead) })));
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** Nodes in document order, those within `isWhole` elements left to the caller; no recursion, for nesting may be deep. */
function walk(nodes: readonly Node[], isWhole: (element: Element) => boolean, visit: (node: Node) => void): void {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    if (isElement(node) && !isWhole(node)) for (const child of [...node.childNodes].reverse()) waiting.push(child);
  }
}

function collectRows(nodes: readonly Node[], view: string, start: number, rows: HtmlCell[][]): void {
  walk(nodes, ({ tagName }) => tagName === 'tr' || tagName === 'caption', (node) => {
    if (!isElement(node)) return;
    if (node.tagName === 'tr') rows.push(cellsOf(node, view, start));
    else if (node.tagName === 'caption') rows.push([{ cell: fragmentsOf(node, view, start), columns: 1, rows: 1, isHead: true }]);
  });
}

function cellsOf(row: Element, view: string, start: number): HtmlCell[] {
  const cells: HtmlCell[] = [];
  const parent = row.parentNode;
  const inHead = parent !== null && 'tagName' in parent && parent.tagName === 'thead';
  for (const node of row.childNodes) {
    if (!isElement(node) || (node.tagName !== 'td' && node.tagName !== 'th')) continue;
    cells.push({ cell: fragmentsOf(node, view, start), columns: spanOf(node, 'colspan'), rows: spanOf(node, 'rowspan'), isHead: inHead || node.tagName === 'th' });
  }
  return cells;
}

function spanOf(element: Element, name: string): number {
  const value = Number(element.attrs.find((a) => a.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}

/** Places of the text in a cell, in the source. */
function fragmentsOf(element: Element, view: string, start: number): Fragment[] {
  const found: Fragment[] = [];
  walk(element.childNodes, () => false, (node) => {
    if (isElement(node) || node.nodeName !== '#text' || !node.sourceCodeLocation) return;
    const place = trimmed(view, start + node.sourceCodeLocation.startOffset, start + node.sourceCodeLocation.endOffset);
    if (place.end > place.start) found.push(place);
  });
  return found;
}

/** Repeats cells over the columns and rows that they span. */
function expandSpans(rows: readonly (readonly HtmlCell[])[]): HtmlCell[][] {
  const grid: HtmlCell[][] = rows.map(() => []);
  let room = MOST_CELLS;
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (grid[r]?.[column] !== undefined) column++;
      room -= cell.rows * cell.columns;
      for (let dr = 0; dr < (room > 0 ? cell.rows : 1) && r + dr < grid.length; dr++) {
        for (let dc = 0; dc < (room > 0 ? cell.columns : 1); dc++) {
          const target = grid[r + dr];
          if (target) target[column + dc] = cell;
        }
      }
      column += cell.columns;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? { cell: [], columns: 1, rows: 1, isHead: true }));
}
