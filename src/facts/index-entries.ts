/** What the report's own index claims. Claims are never evidence. */
import { chineseNumber } from '../text';
import type { Standard } from '../model/standard';
import type { Claim } from '../model/gap-report';
import type { ReadingNote, ReportDocument } from '../model/document';

export interface IndexEntry {
  readonly unit: string;
  readonly pointsTo: string;
  readonly passage: number;
}

/** An index in which no clause of a known standard was found: another standard's, or one that could not be read. */
export function indexNotes(document: ReportDocument, entries: readonly IndexEntry[]): readonly ReadingNote[] {
  const read = new Set(entries.map((e) => document.passages[e.passage]!.block));
  const unread = document.blocks.filter((b, i) => b.kind === 'index' && !read.has(i) && b.to - b.from >= 3);
  const [first] = unread;
  if (!first || read.size > 0) return [];
  return [{
    code: 'index-not-understood', line: document.passages[first.from]!.line,
    detail: { zh: `有 ${unread.length} 处索引表，其中没有本次所用标准的条款，未作为索引声明`, en: `${unread.length} index tables hold no clause of the standards checked; they count as no claim` },
  }];
}

const GRI_CODE = /(?<![\d.a-z-])([1-4]\d\d|[23]) ?- ?(\d{1,2})(?![\d%年月])/g;
const GRI_RANGE = /(?<![\d.a-z-])([1-4]\d\d|[23]) ?- ?(\d{1,2}) ?(?:~|至|–|—|to) ?(?:\1 ?- ?)?(\d{1,2})(?!\d)/g;
const ARTICLE = /第 ?([零一二三四五六七八九十百\d ]{1,7}?) ?条/g;

/** Other rules count their articles too: an index of articles is one of Guideline 17 only where the report names it. */
const CITES_GUIDELINE_17 = /自律监管指引 ?第 ?(?:17|十七) ?号|(?:深交所|深圳证券交易所)[^。\n]{0,40}可持续发展报告|可持续发展报告 ?\(试行\)/;

/** Entries of all index blocks for the units of the given standards, in reading order. */
export function readIndexEntries(document: ReportDocument, standards: readonly Standard[]): readonly IndexEntry[] {
  const gri = standards.some((s) => s.id === 'gri-2021') && /gri|全球报告倡议/.test(document.text);
  const szse = standards.find((s) => s.id === 'szse-17' && CITES_GUIDELINE_17.test(document.text));
  const former = new Map(standards.flatMap((s) => s.formerCodes.map((f) => [f.code, f.units] as const)));
  const byArticle = szse ? unitsByArticle(szse) : new Map<number, readonly string[]>();
  const known = new Set(standards.flatMap((s) => s.groups.flatMap((g) => g.units.map((u) => u.id))));
  const entries: IndexEntry[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'index') continue;
    for (let p = block.from; p < block.to; p += 1) {
      const { start, end } = document.passages[p]!;
      const row = document.text.slice(start, end);
      const pointsTo = placeNamed(row);
      const add = (unit: string): void => { if (known.has(unit)) entries.push({ unit, pointsTo, passage: p }); };
      if (gri) for (const code of griCodes(row)) (former.get(code) && !known.has(`GRI ${code}`) ? former.get(code)! : [`GRI ${code}`]).forEach(add);
      for (const m of row.matchAll(ARTICLE)) (byArticle.get(chineseNumber(m[1]!.replaceAll(' ', ''))) ?? []).forEach(add);
    }
  }
  return entries;
}

/** What the row says beside its codes: chapter, title or page. */
function placeNamed(row: string): string {
  const cells = row.replace(GRI_RANGE, ' ').replace(GRI_CODE, ' ').replace(ARTICLE, ' ').replace(/\( ?[一二三四五六七八九十\d]{1,2} ?\)/g, ' ').split('\t');
  return cells.map((cell) => cell.replace(/[\s、,;/~至—–-]+/gu, ' ').trim()).filter((cell) => /[\p{L}]{2}/u.test(cell) && !/^[第条款项一二三四五六七八九十百\s]+$/u.test(cell)).join(' ').slice(0, 80);
}

function griCodes(row: string): readonly string[] {
  const codes = new Set<string>();
  for (const m of row.matchAll(GRI_RANGE)) {
    for (let n = Number(m[2]); n <= Math.min(Number(m[3]), Number(m[2]) + 40); n += 1) codes.add(`${m[1]}-${n}`);
  }
  for (const m of row.matchAll(GRI_CODE)) codes.add(`${m[1]}-${Number(m[2])}`);
  return [...codes];
}

function unitsByArticle(standard: Standard): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const unit of standard.groups.flatMap((g) => g.units)) {
    const article = Number(/^SZSE17-(\d+)-/.exec(unit.id)?.[1] ?? 0);
    (map.get(article) ?? map.set(article, []).get(article)!).push(unit.id);
  }
  return map;
}


/** First entry of each unit as a claim; whether it holds is for the body to say. */
export function claimOf(entries: readonly IndexEntry[], unit: string, isAnswered: boolean): Claim {
  const entry = entries.find((e) => e.unit === unit);
  return entry ? { inIndex: true, pointsTo: entry.pointsTo, holds: isAnswered } : { inIndex: false, pointsTo: null, holds: null };
}
