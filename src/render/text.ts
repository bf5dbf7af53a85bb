/** Text on a terminal: what may be printed, how wide it is, where it may break. The only importer of string-width. */
import stringWidth from 'string-width';

/** Lines never begin with these … */
const CLOSERS = new Set(',.;:!?)]}%’”》〉」』】〕）］｝，。；：！？、…·％');
/** … nor end with these. */
const OPENERS = new Set('([{‘“《〈「『【〔（［｛');
/** Escape sequences first, whole, so that nothing like `[31m` stays behind. */
// eslint-disable-next-line no-control-regex
const SEQUENCES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;
/** Control characters, and those that turn the direction of what follows. Line breaks and tabs are left. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Made when first needed: most reports never need it, and it takes long to make. */
let graphemes: Intl.Segmenter | undefined;

/** Untrusted text without anything that a terminal would obey. */
export function clean(text: string): string {
  return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}

/** The same on one line: line breaks and runs of white space become one space; no-break spaces stay, for `wrap`. */
export function oneLine(text: string): string {
  return clean(text.replace(/[^\S\u00a0]+/gu, ' ')).trim();
}

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? columnsOf(text) : stringWidth(text));

/** Fills up to a width with spaces on the right. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Cuts to a width, with an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const sign of signsOf(text)) {
    used += columnOf(sign);
    if (used > width) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines no wider than `width`; nothing is lost but the spaces at breaks. A no-break space is no break. Later lines are indented by `hang`. */
export function wrap(text: string, width: number, hang = 0): readonly string[] {
  const lines: string[] = [];
  const indent = ' '.repeat(hang);
  let line = '';
  let used = 0;
  for (const { text: token, columns: taken } of tokensOf(text)) {
    const spaces = token.length - token.trimEnd().length;
    if (used + taken - spaces <= width) {
      line += token;
      used += taken;
    } else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      const parts = chop(indent + token.trimStart(), width, indent);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = columnsOf(line);
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

interface Token {
  text: string;
  columns: number;
}

/** Pieces that must not be broken: words with the space after them, wide characters with their punctuation. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let token: Token | undefined;
  let before = '';
  let open = false;
  let wasWide = false;
  for (const sign of signsOf(text)) {
    const columns = columnOf(sign);
    const isWide = columns === 2;
    const closes = CLOSERS.has(sign);
    const space = isSpace(sign);
    if (token !== undefined && (space || sign === NO_BREAK || before === NO_BREAK || closes || OPENERS.has(before) || (open && !isWide))) {
      token.text += sign;
      token.columns += columns;
    } else {
      token = { text: sign, columns };
      tokens.push(token);
    }
    if (!closes) wasWide = isWide;
    open = !space && !isWide && !(closes && wasWide);
    before = sign;
  }
  return tokens;
}

/** A piece that is wider than the line is broken anyway. */
function chop(token: string, width: number, indent: string): readonly string[] {
  if (columnsOf(token) <= width) return [token];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const sign of signsOf(token)) {
    if (used + columnOf(sign) > width && part.trim() !== '') {
      parts.push(part);
      part = indent;
      used = indent.length;
    }
    // A line does not begin with the spaces at its break.
    if (parts.length > 0 && isSpace(sign) && part.trim() === '') continue;
    part += sign;
    used += columnOf(sign);
  }
  return [...parts, part];
}

const NO_BREAK = '\u00a0';
const isSpace = (sign: string): boolean => sign !== NO_BREAK && sign.trim() === '';

/** What a reader takes for one sign. Most text needs no segmenter, which is slow. */
function signsOf(text: string): readonly string[] {
  return PLAIN.test(text) ? [...text] : Array.from((graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })).segment(text), ({ segment }) => segment);
}

/** Characters that never combine: ASCII, Latin-1, dashes and quotes, CJK and full-width forms. */
const PLAIN = /^[\u0020-\u00ff\u2010-\u2027\u2030-\u203a\u2190-\u21ff\u2460-\u24ff\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uff01-\uff60]*$/u;

const columns = new Map<string, number>();

/** Columns of one sign; measured once. */
function columnOf(sign: string): number {
  const known = columns.get(sign);
  if (known !== undefined) return known;
  const measured = stringWidth(sign);
  columns.set(sign, measured);
  return measured;
}

const columnsOf = (text: string): number => signsOf(text).reduce((sum, sign) => sum + columnOf(sign), 0);
