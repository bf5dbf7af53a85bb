import type { Fragment } from './draft';
import { isTight, isWide, plainForm } from './fold';

/** One line of the source, or of one column of it, without the white space around it. */
export interface Line extends Fragment {
  /** In plain form: same length as in the source, simplified, half-width. */
  readonly text: string;
  readonly page: number | null;
  /** Columns before the first character on a character grid (ideographs are two wide). */
  readonly indent: number;
  /** Cells that the text fills, without the spaces between ideographs. */
  readonly width: number;
  readonly isBlank: boolean;
}

/** White space and invisible characters that can stand at the ends of a line. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff
    || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x1680;
}

/** The line that a stretch of the source makes; `column` is the place of its first character on the grid. */
export function lineOf(source: string, from: number, to: number, page: number | null, column = 0): Line {
  let start = from;
  let end = to;
  let indent = column;
  for (; start < end; start++) {
    const code = source.charCodeAt(start);
    if (!isSpace(code)) break;
    indent += code === 9 ? 8 - (indent % 8) : isWide(code) ? 2 : 1;
  }
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  const text = plainForm(source.slice(start, end));
  return { start, end, text, page, indent, width: effectiveWidth(text), isBlank: start === end };
}

/** All lines of a source; a form feed ends a line and a page. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  const hasPages = source.includes('\f');
  const breaks = /\r\n|[\n\r\f]/g;
  let page = 1;
  let from = 0;
  for (let match = breaks.exec(source); match !== null; match = breaks.exec(source)) {
    lines.push(lineOf(source, from, match.index, hasPages ? page : null));
    if (match[0] === '\f') page++;
    from = breaks.lastIndex;
  }
  lines.push(lineOf(source, from, source.length, hasPages ? page : null));
  return lines;
}

function effectiveWidth(text: string): number {
  let width = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 0x3000) {
      const next = text.charCodeAt(i + 1);
      if (isTight(before) && isTight(next)) continue;
      width += 1;
      continue;
    }
    before = code;
    width += isWide(code) ? 2 : 1;
  }
  return width;
}
