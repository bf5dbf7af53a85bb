import type { Passage } from '../model/document';
import type { Cell, DraftRow, Fragment } from './draft';
import { foldCodePoint, isTight } from './fold';
import { isLetterSpace, letterSpacedRanges } from './repair/letter-spacing';
import { sentenceCuts } from './sentences';

/** Text under construction: folded characters, the source offset of each, and where passages begin. */
export interface Writer {
  readonly source: string;
  readonly lineStarts: readonly number[];
  readonly parts: string[];
  readonly passages: Passage[];
  origin: Int32Array;
  length: number;
}

/** An empty text over a source. */
export function openWriter(source: string): Writer {
  const lineStarts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { source, lineStarts, parts: [], passages: [], origin: new Int32Array(source.length + 64), length: 0 };
}

/** 1-based line of a source offset. */
export function lineAt(writer: Writer, offset: number): number {
  let low = 0;
  let high = writer.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((writer.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

interface Folded {
  text: string;
  readonly origin: number[];
}

/** Writes a row as one passage, or as one passage per sentence; a row without visible text writes nothing. */
export function writeRow(writer: Writer, row: DraftRow, block: number, inSentences: boolean): void {
  const folded: Folded = { text: '', origin: [] };
  row.cells.forEach((cell, i) => {
    if (i > 0) append(folded, '\t', -1);
    foldCell(writer.source, cell, folded);
  });
  if (folded.text.trim() === '') return;
  const cuts = inSentences ? sentenceCuts(folded.text) : [folded.text.length];
  let from = 0;
  for (const cut of cuts) {
    writePassage(writer, folded, from, cut, block, row.isHead ?? false);
    from = cut;
  }
}

function writePassage(writer: Writer, folded: Folded, from: number, to: number, block: number, isHead: boolean): void {
  let start = from;
  let end = to;
  while (start < end && folded.text.charCodeAt(start) === 32) start++;
  while (end > start && folded.text.charCodeAt(end - 1) === 32) end--;
  if (start === end) return;
  reserve(writer, end - start + 1);
  let first = -1;
  for (let i = start; i < end; i++) {
    const origin = folded.origin[i] ?? -1;
    if (first < 0) first = origin;
    writer.origin[writer.length + i - start] = origin;
  }
  writer.origin[writer.length + end - start] = -1;
  writer.parts.push(folded.text.slice(start, end), '\n');
  const at = writer.length;
  writer.passages.push({ start: at, end: at + end - start, block, isHead, line: lineAt(writer, Math.max(0, first)) });
  writer.length = at + end - start + 1;
}

function reserve(writer: Writer, count: number): void {
  if (writer.length + count <= writer.origin.length) return;
  const grown = new Int32Array(Math.max(writer.origin.length * 2, writer.length + count));
  grown.set(writer.origin);
  writer.origin = grown;
}

function foldCell(source: string, cell: Cell, out: Folded): void {
  let before: Fragment | null = null;
  for (const fragment of cell) {
    if (fragment.end <= fragment.start) continue;
    if (before !== null) joinFragments(source, before, fragment, out);
    foldFragment(source, fragment, out);
    before = fragment;
  }
}

/** Words that keep their hyphen when a line ends after it. */
const HYPHENATED = /(?:^|[^a-z])(?:long|short|non|self|well|zero|low|high|co|energy|multi|cross|full|part|on|off|in|re|pre|post|anti|inter|mid|carbon|water|climate|eco|year|top|single|day|gender|health|third|medium|end|work|risk|decision|face|follow|know|due|so|up|e|data|value|cost|people|community|employee|customer|market|state|science|nature)$/;

function joinFragments(source: string, before: Fragment, after: Fragment, out: Folded): void {
  const last = source.charCodeAt(before.end - 1);
  const next = source.charCodeAt(after.start);
  if (isTight(last) && isTight(next)) return;
  if (last === 0x2d && out.text.endsWith('-')) {
    const word = out.text.slice(-20, -1);
    if (!/[a-z]$/.test(word) || HYPHENATED.test(word)) return;
    if (/[a-z]/.test(source.charAt(after.start))) {
      out.text = out.text.slice(0, -1);
      out.origin.pop();
    }
    return;
  }
  if (last === 0x2f) return;
  append(out, ' ', -1);
}

function foldFragment(source: string, fragment: Fragment, out: Folded): void {
  const ranges = letterSpacedRanges(source.slice(fragment.start, fragment.end));
  let space = -1;
  let last = 0;
  for (let at = fragment.start; at < fragment.end; at++) {
    const code = source.codePointAt(at) ?? 0;
    const text = code > 32 && code < 127 && (code < 65 || code > 90) ? source.charAt(at) : foldCodePoint(code);
    if (text === ' ') {
      if (space < 0) space = at;
    } else if (text !== '') {
      if (space >= 0 && last !== 0 && !isLetterSpace(ranges, space - fragment.start, last, code)) append(out, ' ', space);
      space = -1;
      append(out, isFootnoteMark(code, out.text) ? `^${text}` : text, at);
      last = code;
    }
    if (code > 0xffff) at++;
  }
}

/** A raised digit right after a digit would else become part of the number. */
function isFootnoteMark(code: number, before: string): boolean {
  const isRaised = code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x2079);
  return isRaised && /\d$/.test(before.slice(-1));
}

function append(out: Folded, text: string, origin: number): void {
  out.text += text;
  for (let i = 0; i < text.length; i++) out.origin.push(origin);
}
