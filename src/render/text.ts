/** Text on a terminal: what may be printed, how wide it is, where it may break. The only importer of string-width. */
import stringWidth from 'string-width';

/** Lines never begin with these … */
const CLOSERS = /^[,.;:!?)\]}%’”》〉」』】〕）］｝，。；：！？、…·％]/u;
/** … nor end with these. */
const OPENERS = /[([{‘“《〈「『【〔（［｛]$/u;
/** Escape sequences first, whole, so that nothing like `[31m` stays behind. */
// eslint-disable-next-line no-control-regex
const SEQUENCES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;
/** Control characters, and those that turn the direction of what follows. Line breaks and tabs are left. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Untrusted text without anything that a terminal would obey. */
export function clean(text: string): string {
  return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}

/** The same on one line: line breaks and runs of white space become one space; no-break spaces stay, for `wrap`. */
export function oneLine(text: string): string {
  return clean(text.replace(/[^\S\u00a0]+/gu, ' ')).trim();
}

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number => stringWidth(text);

/** Fills up to a width with spaces on the right. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Cuts to a width, with an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines no wider than `width`; nothing is lost but the spaces at breaks. Later lines are indented by `hang`. */
export function wrap(text: string, width: number, hang = 0): readonly string[] {
  const lines: string[] = [];
  const indent = ' '.repeat(hang);
  let line = '';
  for (const token of tokensOf(text)) {
    if (widthOf(line) + widthOf(token.trimEnd()) <= width) line += token;
    else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      const parts = chop(indent + token.trimStart(), width, indent);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
  }
  return [...lines, line.trimEnd()];
}

/** Whole parts in lines no wider than `width`; a part that is wider than a line is wrapped. */
export function flow(parts: readonly string[], separator: string, width: number, hang = 0): readonly string[] {
  const lines: string[] = [];
  parts.forEach((part, i) => {
    const text = i < parts.length - 1 ? part + separator : part;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + text.trimEnd()) <= width) lines[lines.length - 1] = last + text;
    else lines.push(...wrap((last === undefined ? '' : ' '.repeat(hang)) + text, width, hang).map((line, j, all) => (j === all.length - 1 ? line + (/ *$/.exec(text)?.[0] ?? '') : line)));
  });
  return lines.map((line) => line.trimEnd());
}

/** Pieces that must not be broken: words with the space after them, wide characters with their punctuation. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let open = false;
  for (const { segment } of graphemes.segment(text)) {
    const last = tokens.at(-1);
    const wide = widthOf(segment) === 2;
    const joins = last !== undefined && (isSpace(segment) || segment === '\u00a0' || last.endsWith('\u00a0') || CLOSERS.test(segment) || OPENERS.test(last) || (open && !wide));
    if (joins) tokens[tokens.length - 1] = last + segment;
    else tokens.push(segment);
    open = !isSpace(segment) && !wide && !(CLOSERS.test(segment) && last !== undefined && widthOf(last.slice(0, 1)) === 2);
  }
  return tokens;
}

const isSpace = (segment: string): boolean => /^[^\S\u00a0]$/u.test(segment);

/** A piece that is wider than the line is broken anyway. */
function chop(token: string, width: number, indent: string): readonly string[] {
  if (widthOf(token) <= width) return [token];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(token)) {
    if (widthOf(part) + widthOf(segment) > width && part.trim() !== '') {
      parts.push(part);
      part = indent;
    }
    part += segment;
  }
  return [...parts, part];
}
