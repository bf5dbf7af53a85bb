import type { Cell, Fragment } from './draft';
import { isNumeric, isUnit, isUnitLine, isValueLine, isYear } from './classify';
import type { Line } from './lines';

interface Token extends Fragment {
  readonly text: string;
}

/** Non-empty cells of a line at tabs or at runs of three and more spaces; empty ones too when the line has tabs. */
export function splitCells(source: string, line: Line): Fragment[] {
  const cells: Fragment[] = [];
  const gap = line.text.includes('\t') ? /\t/g : / {3,}|\u3000{2,}/g;
  let from = 0;
  for (let match = gap.exec(line.text); match !== null; match = gap.exec(line.text)) {
    cells.push(trimmed(source, line.start + from, line.start + match.index));
    from = match.index + match[0].length;
  }
  cells.push(trimmed(source, line.start + from, line.end));
  return cells;
}

/** A stretch of the source without the white space around it. */
export function trimmed(source: string, from: number, to: number): Fragment {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(source.charAt(start))) start++;
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  return { start, end };
}

/** Tokens of a line at white space; `2024 年` and `a / b` stay together. */
function tokens(line: Line): Token[] {
  const found: Token[] = [];
  const pattern = /\S+/g;
  let glue = false;
  for (let match = pattern.exec(line.text); match !== null; match = pattern.exec(line.text)) {
    const start = line.start + match.index;
    const text = match[0];
    const last = found[found.length - 1];
    const joins: boolean = last !== undefined && (glue || text === '/' || text === '／' || (/^(?:19|20)\d\d$/.test(last.text) && /^年(?:度|末|底)?$/.test(text)));
    glue = joins && (text === '/' || text === '／');
    if (last !== undefined && joins) found[found.length - 1] = { start: last.start, end: start + text.length, text: `${last.text} ${text}` };
    else found.push({ start, end: start + text.length, text });
  }
  return found;
}

/**
 * Cells of a line such as `label unit 1,234 5,678`: label, unit if it has one, values.
 * Null when the line is no such row; `underHead` says that a head with a column of units is in force.
 */
export function kpiCells(line: Line, underHead: boolean): Cell[] | null {
  if (line.text.length > 90 || !/\d/.test(line.text) || /[。；！？]/.test(line.text)) return null;
  const isLatin = !/\p{Script=Han}/u.test(line.text);
  const hasGaps = / {2,}/.test(line.text);
  if (isLatin && !hasGaps && /,\s|\b(?:the|of|and|in|to)\b/i.test(line.text)) return null;
  const all = hasGaps ? gapTokens(line) : tokens(line);
  let first: number;
  if (!hasGaps) glueUnit(all);
  first = all.length;
  const isShort = line.text.length <= 32 && !/[，、：:]/.test(line.text);
  const isFigureToken = (text: string): boolean => isNumeric(text) || (isShort && isValueLine(text));
  while (first > 0 && isFigureToken(all[first - 1]?.text ?? '') && !isYear(all[first - 1]?.text ?? '')) first--;
  const values = all.slice(first);
  const rest = all.slice(0, first);
  const head = rest[0];
  const last = rest[rest.length - 1];
  if (values.length === 0 || head === undefined || last === undefined || !isLabel(rest)) return null;
  if (!values.some((v) => /\d/.test(v.text))) return null;
  const hasUnit = rest.length >= 2 && (underHead || isUnit(last.text));
  if (isLatin && !hasGaps && !(hasUnit && values.length > 1)) return null;
  const isFigure = hasGaps || values.length > 1 || values.some((v) => /[,，.%％]\d|[%％]$/.test(v.text) || !isNumeric(v.text));
  if (!hasUnit && !isFigure && !underHead) return null;
  const labelEnd = hasUnit ? rest[rest.length - 2]?.end ?? last.end : last.end;
  const cells: Cell[] = [[{ start: head.start, end: labelEnd }]];
  if (hasUnit) cells.push([{ start: last.start, end: last.end }]);
  for (const value of values) cells.push([{ start: value.start, end: value.end }]);
  return cells;
}

/** `男性 120 人`: the unit after the last figure belongs to it. */
function glueUnit(all: Token[]): void {
  const last = all[all.length - 1];
  const number = all[all.length - 2];
  if (last === undefined || number === undefined || !isUnitLine(last.text) || !/\d/.test(number.text) || !isNumeric(number.text) || isYear(number.text)) return;
  all.splice(-2, 2, { start: number.start, end: last.end, text: `${number.text}${last.text}` });
}

/** Words before the figures that can name them: not a unit alone. */
function isLabel(words: readonly Token[]): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return false;
  return rest.length === 0 ? /\p{L}/u.test(first.text) && !isUnitLine(first.text) : words.some((word) => /\p{L}/u.test(word.text));
}

/** Tokens of a line at runs of two and more spaces. */
function gapTokens(line: Line): Token[] {
  const found: Token[] = [];
  const pattern = /\S+(?: \S+)*/g;
  for (let match = pattern.exec(line.text); match !== null; match = pattern.exec(line.text)) {
    const start = line.start + match.index;
    found.push({ start, end: start + match[0].length, text: match[0] });
  }
  return found;
}

/** Cells of a head such as `指标 单位 2024 年`, parted by single spaces (in Latin script by two and more). */
export function headTokens(line: Line): { readonly cells: Cell[]; readonly texts: string[] } {
  const all = / {2,}/.test(line.text) || !/\p{Script=Han}/u.test(line.text) ? gapTokens(line) : tokens(line);
  return { cells: all.map((t) => [{ start: t.start, end: t.end }]), texts: all.map((t) => t.text) };
}
