/**
 * Drafts with one disclosure put in and then cut away or weakened. Nothing here knows the rules: what is cut is what
 * readers quoted or marked.
 */
import { readParsedJson } from '../src/ingest/parsed-json';
import { PARSED_REPORT, type ParsedBlock } from '../src/ingest/parsed-report';
import type { Block, ReportDocument } from '../src/model/document';
import { must } from './shipped';

export type Cut = 'passage' | 'figure' | 'unit' | 'year' | 'breakdown' | 'row' | 'policy' | 'all but the index claim';

const squash = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\u200b\ufeff]+/gu, '');

const textOf = (document: ReportDocument, passage: number): string => {
  const { start, end } = document.passages[passage]!;
  return document.text.slice(start, end);
};

/** The blocks of a document in the form that `readParsedJson` takes. */
export const blocksOf = (document: ReportDocument): readonly ParsedBlock[] => document.blocks.map((block) => parsed(document, block, passagesOf(block)));

const passagesOf = (block: Block): readonly number[] => Array.from({ length: block.to - block.from }, (_, i) => block.from + i);

function parsed(document: ReportDocument, block: Block, passages: readonly number[]): ParsedBlock {
  const page = block.page === null ? {} : { page: block.page };
  if (block.kind !== 'table') {
    return { kind: block.kind, ...page, ...(block.level === undefined ? {} : { level: block.level }), text: passages.map((p) => textOf(document, p)).join(document.language === 'en' ? ' ' : '') };
  }
  const cells = (isHead: boolean): readonly (readonly string[])[] => passages.filter((p) => document.passages[p]!.isHead === isHead).map((p) => textOf(document, p).split('\t'));
  return { kind: 'table', ...page, header: cells(true), rows: cells(false) };
}

export function documentOf(name: string, language: 'zh' | 'en', blocks: readonly ParsedBlock[]): ReportDocument {
  return must(readParsedJson(name, JSON.stringify({ schema: PARSED_REPORT, language, blocks }), { sha256: '0'.repeat(64) }));
}

/** What readers quoted, with no more around it than its sentence or row, its table's head and its heading. */
export function quotedBlocks(document: ReportDocument, quotes: readonly string[]): readonly ParsedBlock[] | null {
  const wanted = new Set<number>();
  let squashed = '';
  const starts: number[] = [];
  document.passages.forEach((_, p) => { starts.push(squashed.length); squashed += squash(textOf(document, p)); });
  for (const quote of quotes) {
    const needle = squash(quote);
    const at = squashed.indexOf(needle);
    if (needle.length < 4 || at < 0) return null;
    for (let p = 0; p < starts.length; p += 1) if (starts[p]! < at + needle.length && (starts[p + 1] ?? Infinity) > at) wanted.add(p);
  }
  const byBlock = new Map<number, number[]>();
  for (const p of [...wanted].sort((a, b) => a - b)) {
    const b = document.passages[p]!.block;
    byBlock.set(b, [...(byBlock.get(b) ?? []), p]);
  }
  const blocks: ParsedBlock[] = [];
  for (const [b, passages] of byBlock) {
    const block = document.blocks[b]!;
    if (block.kind === 'index' || block.kind === 'contents' || block.kind === 'running' || block.kind === 'heading') return null;
    const title = document.sections[block.section]!.title;
    if (title !== '') blocks.push({ kind: 'heading', level: 1, text: title });
    const heads = block.kind === 'table' ? passagesOf(block).filter((p) => document.passages[p]!.isHead) : [];
    blocks.push(parsed(document, { ...block, page: null }, [...new Set([...heads, ...passages])].sort((a, c) => a - c)));
  }
  return blocks;
}

/** The same blocks with every stretch of text changed. */
export const changed = (blocks: readonly ParsedBlock[], change: (text: string) => string): readonly ParsedBlock[] => blocks.map((block) => ({
  ...block,
  ...(block.text === undefined || block.kind === 'heading' ? {} : { text: change(block.text) || '略' }),
  ...(block.header === undefined ? {} : { header: block.header.map((row) => row.map(change)) }),
  ...(block.rows === undefined ? {} : { rows: block.rows.map((row) => row.map(change)) }),
}));

const YEAR = /(?<![\d.,])(20[0-3]\d)(?![\d,]|\.\d)/g;
/** Units as printed reports have them; of this file alone, so that the cut does not lean on the lexicon that it tests. */
const UNIT = '(?:[万亿千百]*(?:吨标准煤|吨标煤|吨二氧化碳当量|吨|千瓦时|兆瓦时|度|立方米|方|升|公斤|千克|克|元|美元|港元|人次|人|名|位|小时|学时|课时|天|日|次|场|起|件|项|个|家|户|份|例|宗|批|套|股|所|座|辆|台|公里|米|平方米|亩|℃)|%|‰|％|tco2e?|mwh|kwh|gj|kg|tonnes?|tons?|hours?|employees?|people|incidents?|cases?|litres?|m3|sek ?m|usd|eur|million|percent|per cent)';
const FIGURE = /(?<![a-z\d])\d+(?:,\d{3})*(?:\.\d+)?/g;
const FIGURE_WITH_UNIT = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?\\s*)[万亿余多]*${UNIT}(?:[/每]\\S{1,8})?`, 'g');

export const shiftYears = (text: string, by: number): string => text.replace(YEAR, (y) => String(Number(y) + by));
export const yearsIn = (text: string): readonly string[] => [...new Set(text.match(YEAR) ?? [])];
/** Figures and their units go, years stay. */
export const withoutFigures = (text: string): string => text.replace(FIGURE_WITH_UNIT, '').replace(FIGURE, (n) => (/^20[0-3]\d$/.test(n) ? n : ''));
/** Figures stay, what they count in goes: after the figure, in a bracket or a cell of its own, in the column of units. */
const withoutUnit = (text: string): string => text.replace(FIGURE_WITH_UNIT, '$1')
  .replace(new RegExp(`[(（](?:单位[:：])?[^()（）]{0,6}${UNIT}[^()（）]{0,6}[)）]|^${UNIT}$|单位[:：]\\s*\\S+`, 'g'), '');

export function withoutUnits(blocks: readonly ParsedBlock[]): readonly ParsedBlock[] {
  return changed(blocks, withoutUnit).map((block) => {
    const column = block.header?.map((row) => row.findIndex((cell) => /单位|^units?\b/i.test(cell))).find((at) => at >= 0) ?? -1;
    const shift = (row: readonly string[]): number => column - (block.header![0]!.length - row.length);
    return column < 0 || !block.rows ? block : { ...block, rows: block.rows.map((row) => row.map((cell, i) => (i === shift(row) ? '' : cell))) };
  });
}

/** Nothing happened: there is no figure that could be cut. */
export const saysNil = (texts: readonly string[]): boolean => texts.some((t) => /未(?![来必])|没有|零|无(?:重大|任何|此|相关|违|因)|(?<![\d.,])0(?![\d.,])|\b(?:no|not|nil|zero|none|never|without)\b/i.test(t));
