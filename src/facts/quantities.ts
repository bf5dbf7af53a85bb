/** Figures with their units and years, read once. */
import { chineseNumber, normaliseTerm } from '../text';

export interface Quantity {
  readonly value: number;
  readonly start: number;
  /** End of the figure with its unit. */
  readonly end: number;
  readonly passage: number;
  /** Dimensions of the unit that stands at the figure; empty where none does. */
  readonly dimensions: readonly string[];
  /** A change (同比下降3%), not a state. */
  readonly isChange: boolean;
  /** Calendar year that the words or the table's head tie to the figure; null where nothing does. */
  readonly year: number | null;
}

/** Unit spellings by first character, longest first. */
export type UnitIndex = ReadonlyMap<string, readonly Readonly<{ spelling: string; dimensions: readonly string[] }>[]>;

export function indexUnits(units: Readonly<Record<string, readonly string[]>>): UnitIndex {
  const dimensionsOf = new Map<string, string[]>();
  for (const [dimension, spellings] of Object.entries(units)) {
    for (const spelling of spellings) {
      const key = normaliseTerm(spelling);
      const list = dimensionsOf.get(key) ?? dimensionsOf.set(key, []).get(key)!;
      if (!list.includes(dimension)) list.push(dimension);
    }
  }
  const byFirst = new Map<string, { spelling: string; dimensions: readonly string[] }[]>();
  for (const [spelling, dimensions] of [...dimensionsOf].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))) {
    const list = byFirst.get(spelling[0]!) ?? byFirst.set(spelling[0]!, []).get(spelling[0]!)!;
    list.push({ spelling, dimensions });
  }
  return byFirst;
}

const isLatin = (c: string | undefined): boolean => c !== undefined && c >= 'a' && c <= 'z';

/** The unit at `from` (spaces skipped), or null. Latin units must end at a word's end. */
export function unitAt(units: UnitIndex, text: string, from: number): { end: number; dimensions: readonly string[] } | null {
  let at = from;
  while (text[at] === ' ') at += 1;
  for (const { spelling, dimensions } of units.get(text[at] ?? '') ?? []) {
    let i = at;
    let j = 0;
    while (j < spelling.length && i < text.length) {
      if (text[i] === spelling[j]) { i += 1; j += 1; } else if (text[i] === ' ' && j > 0) i += 1;
      else break;
    }
    if (j < spelling.length) continue;
    if (isLatin(spelling[spelling.length - 1]) && isLatin(text[i]) && !(text[i] === 's' && !isLatin(text[i + 1]))) continue;
    return { end: i, dimensions };
  }
  return null;
}

const WORDS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 一: 1,
};
/** Digits; English number words; a Chinese numeral before a counter (共召开三次会议), or a longer one before any unit (近四万元, 二十余家). */
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?= [a-z])|(?<![第十百千万亿零一二三四五六七八九每同进统唯任某另不])(?:[一两二三四五六七八九十](?=[名位起件次场])|(?:[一两二三四五六七八九十百千零]{2,}(?=[余多]?[万亿]?[余多]?(?:[名位起件次场元人户家所吨亩]|美元|公斤|小时|平方米|公里))|[一两二三四五六七八九十百千](?=[余多]?[万亿][余多]?(?:[名位起件次场元人户家所吨亩]|美元|公斤|小时|平方米|公里))))/g
const CHANGE = /(?:同比|环比|较上年|较去年|较上一?期|比上年|比去年|较\d{4}年?|增长|增加|下降|减少|降低|提升|提高|上升|缩减|降幅|增幅|increased?|decreased?|reduced?|reduction|grew|growth|rose|fell|higher|lower|(?<!made |make |makes |set |build |built )(?:down|up))[^,。;.\d]{0,12}$/u;
const SCALE = new Set(['万', '亿', '千', '百', '余', '多', '+', '兆']);

/** 下降3% is a change; 下降至3吨 is a state. */
const isChange = (before: string): boolean => CHANGE.test(before) && !/(?:[至到为]|\bto) ?约? ?$/.test(before);

const ENGLISH_SCALE = /^ ?(?:million|billion|thousand|mn|bn)\b/;

/** What stands around a run of digits says that it is no figure: a year, a date, an ordinal, a code, an age, a telephone number. */
function isNoFigure(text: string, start: number, end: number, digits: string): boolean {
  const before = text[start - 1];
  const after = text[end] === ' ' ? text[end + 1] : text[end];
  if (isLatin(before) && !/(?:rmb|cny|hkd|usd|eur|sgd|us|hk|s)$/.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (before === ' ' && /(?:gb\/?t?|iso|iec|isae|aa|sa|ohsas|gri|cmmi|tcfd|sdg|no\.?) $/.test(text.slice(Math.max(0, start - 6), start))) return true;
  if (before === '第' || before === '/' || before === '#' || before === '.') return true;
  if (before === '-' && /[\da-z]/.test(text[start - 2] ?? '')) return !(text[end] === '%' );
  if (after === '月' || after === '日' || after === '号' || after === '岁' || (after === '年' && text.slice(end, end + 3).replace(' ', '')[1] !== '期')) return true;
  if (text[end] === '-' && /\d/.test(text[end + 1] ?? '') && digits.length <= 4) return digits.length === 3 || digits.length === 4 || /岁|年/.test(text.slice(end, end + 8));
  return false;
}

/** A telephone number, a postcode, a stock code: long, unbroken, without a unit. */
const isBareCode = (digits: string): boolean => digits.length >= 7 && !digits.includes(',') && !digits.includes('.');

/** The figure has a table's cell to itself. */
const isCell = (text: string, start: number, end: number): boolean => text[start - 1] === '\t' && (text[end] === '\t' || text[end] === '\n' || text[end] === undefined);

/** 研发费用(万元):8,650; 用电量 千瓦时 45,074: dimensions of a unit that stands between a label and its figure, or null. */
function unitBefore(units: UnitIndex, text: string, start: number, figure: number): readonly string[] | null {
  const found = /(?:^|[^\d\s])\s*(?:\((?:单位:)?([^()\d\s]{1,12})\)|(?:[\s:,]|(?<=[\u4e00-\u9fff])(?=[a-z]))([^()\d\s:,。;]{1,10}))[\s:]*$/.exec(text.slice(Math.max(start, figure - 24), figure));
  const word = found?.[1] ?? found?.[2];
  const unit = word === undefined ? null : unitAt(units, word, 0);
  return unit && unit.end === word!.length ? unit.dimensions : null;
}

const isYear = (digits: string): boolean => /^(?:19[89]|20[0-6])\d$/.test(digits);

/** Years mentioned in a stretch of text, with their places. `FY2022`, `2024年`, `2024年度`, a bare 2024. */
export function readYears(text: string, start: number, end: number): readonly Readonly<{ year: number; at: number }>[] {
  const found: { year: number; at: number }[] = [];
  // Only the stretch itself is searched, or a text without years would be searched to its end each time.
  const from = Math.max(0, start - 2);
  const piece = text.slice(from, end + 3);
  const pattern = /(?<![\d.-]|\d,)(?:fy ?)?((?:19[89]|20[0-6])\d)(?!\d|[,.]\d)(?= ?年|[^\d]|$)/g;
  pattern.lastIndex = start - from;
  for (let m = pattern.exec(piece); m && m.index + from < end; m = pattern.exec(piece)) found.push({ year: Number(m[1]), at: m.index + from });
  return found;
}

/** Reads the figures of one passage. `columnYear` gives the year of the cell that an offset lies in, for table rows. */
export function readQuantities(
  units: UnitIndex, text: string, passage: number, start: number, end: number,
  columnYear: ((offset: number) => number | null) | null,
): readonly Quantity[] {
  const found: Quantity[] = [];
  const years = readYears(text, start, end);
  for (const m of text.slice(start, end).matchAll(NUMBER)) {
    const from = start + m.index;
    let to = from + m[0].length;
    if (isNoFigure(text, from, to, m[0])) continue;
    if (from === start && /^[.、)]/.test(text.slice(to, to + 1)) && !/^\.\d/.test(text.slice(to, to + 2))) continue;
    let at = to;
    while (SCALE.has(text[at] ?? '') && !unitAt(units, text, at)) at += 1;
    at += ENGLISH_SCALE.exec(text.slice(at, at + 12))?.[0].length ?? 0;
    let unit = unitAt(units, text, at);
    if (unit && unit.end > end) unit = null;
    const ahead = unit ? null : unitBefore(units, text, start, from);
    if (!unit && (isYear(m[0]) || (isBareCode(m[0]) && !ahead && !isCell(text, from, to)))) continue;
    const prefix = /[$€£¥]$|(?:rmb|cny|hkd|usd|eur|sgd|人民币) ?$/.test(text.slice(Math.max(start, from - 5), from));
    let dimensions = unit?.dimensions ?? ahead ?? (prefix ? ['money'] : []);
    if (unit) to = unit.end;
    if (/^ ?(?:\/|每|per )/.test(text.slice(to, to + 5)) && unit && !/^ ?\/ ?年/.test(text.slice(to, to + 4))) dimensions = ['ratio'];
    const year = columnYear?.(from) ?? nearestYear(years, from);
    found.push({
      value: WORDS[m[0]] ?? (/^\d/.test(m[0]) ? Number(m[0].replaceAll(',', '')) : chineseNumber(m[0])), start: from, end: to, passage, dimensions, year,
      isChange: isChange(text.slice(Math.max(start, from - 24), from)),
    });
  }
  return found;
}

/** The year named last before the figure, else the first one after it. */
function nearestYear(years: readonly Readonly<{ year: number; at: number }>[], offset: number): number | null {
  let best: number | null = null;
  for (const y of years) {
    if (y.at > offset && best !== null) break;
    best = y.year;
    if (y.at > offset) break;
  }
  return best;
}
