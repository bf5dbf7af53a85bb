import { hasEndMark, isListItem, isUnitLine, isValueLine } from './classify';
import type { Cell, DraftBlock } from './draft';
import { singleRow } from './draft';
import type { Line } from './lines';

const SHORT = 44;
const CLUSTER = 400;

/** A line that can be part of a chart or a big number with its label. */
export function isShortLine(line: Line): boolean {
  return line.width <= SHORT && !/[。；]/.test(line.text) && !(hasEndMark(line.text) && !/[）)]$/.test(line.text)) && !isListItem(line.text);
}

interface Item {
  readonly lines: Line[];
  readonly isValue: boolean;
}

/** Blocks of a run of short lines with figures: pairs of label and value where the order is clear, else one cluster. */
export function calloutDrafts(lines: readonly Line[], run: readonly number[]): DraftBlock[] {
  const items = itemsOf(lines, run);
  const page = lines[run[0] ?? 0]?.page ?? null;
  const paired = pairUp(items);
  if (paired === null) return clusters(items, page);
  return paired.map((pair) => ({ kind: pair.length > 1 || pair[0]?.isValue ? 'callout' : 'paragraph', page, rows: [{ cells: pair.map(cellOf) }] }));
}

function cellOf(item: Item): Cell {
  return item.lines.map((line) => ({ start: line.start, end: line.end }));
}

/** Labels wrapped over lines without a blank between become one item, when blanks part the others. */
function itemsOf(lines: readonly Line[], run: readonly number[]): Item[] {
  const hasBlanks = run.some((at, i) => i > 0 && at - (run[i - 1] ?? at) > 1);
  const items: Item[] = [];
  run.forEach((at, i) => {
    const line = lines[at];
    if (line === undefined) return;
    const isValue = isValueLine(line.text);
    const last = items[items.length - 1];
    const touches = i > 0 && at - (run[i - 1] ?? at) === 1;
    if (last?.isValue && isUnitLine(line.text)) last.lines.push(line);
    else if (hasBlanks && touches && !isValue && last && !last.isValue) last.lines.push(line);
    else items.push({ lines: [line], isValue });
  });
  return items;
}

/** Label-first or value-first pairs; null when the order does not tell. */
function pairUp(items: readonly Item[]): Item[][] | null {
  for (let i = 1; i < items.length; i++) if (items[i]?.isValue && items[i - 1]?.isValue) return null;
  const first = items[0]?.isValue ?? false;
  const last = items[items.length - 1]?.isValue ?? false;
  if (!first && last) return labelFirst(items);
  if (first && !last) return valueFirst(items);
  return null;
}

function labelFirst(items: readonly Item[]): Item[][] {
  const pairs: Item[][] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const next = items[i + 1];
    if (item === undefined) continue;
    if (!item.isValue && next?.isValue) { pairs.push([item, next]); i++; } else pairs.push([item]);
  }
  return pairs;
}

function valueFirst(items: readonly Item[]): Item[][] {
  const pairs: Item[][] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const next = items[i + 1];
    if (item === undefined) continue;
    if (item.isValue && next !== undefined) { pairs.push([item, next]); i++; } else pairs.push([item]);
  }
  return pairs;
}

function clusters(items: readonly Item[], page: number | null): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let cells: Cell[] = [];
  let length = 0;
  const flush = (): void => {
    if (cells.length > 0) blocks.push({ ...singleRow('callout', page, []), rows: [{ cells }] });
    cells = [];
    length = 0;
  };
  for (const item of items) {
    const size = item.lines.reduce((sum, line) => sum + line.text.length + 1, 0);
    if (length + size > CLUSTER) flush();
    cells.push(cellOf(item));
    length += size;
  }
  flush();
  return blocks;
}
