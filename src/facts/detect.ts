/** What the report itself tells of its period, publication, claim and exchange, with the words that tell it. */
import type { Detected } from '../model/profile';
import type { ReportDocument } from '../model/document';
import { indexAt } from '../text';
import { quoteOf } from './quotes';

const PERIOD_ZH = /(20\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日? ?(?:至|到|-|—|–|~|起至) ?(?:(20\d\d) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const PERIOD_EN = new RegExp(`(?:(\\d{1,2})(?:st)? (${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st)?),? ?(20\\d\\d)? ?(?:to|until|through|and|-|–|—) ?(?:(\\d{1,2})(?:st)? (${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st)?),? ?(20\\d\\d)`);
const YEAR_END_EN = new RegExp(`(?:year|fy) ?(?:ended|ending) (?:(\\d{1,2})(?:st)? (${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st)?),? ?(20\\d\\d)`);
const TITLE_YEAR = /(20\d\d) ?(?:年度?)?(?:[^。\n\t]{0,30})(?:社会责任|可持续发展|环境、?社会|esg|企业责任)[^。\n\t]{0,12}报告|(?:sustainability|esg|impact|responsibility) report (?:fy ?)?(20\d\d)|(20\d\d) (?:sustainability|esg|impact|corporate responsibility)[a-z ]{0,20} report/;
const PUBLISHED = /(?:发布日期|披露日期|发布时间|报告发布|披露时间)[^。\n]{0,8}?(20\d\d) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?/;
const CLAIM = /(?:gri|全球报告倡议)[^。\n]{0,80}/;
const IN_ACCORDANCE = /符合[^。\n]{0,30}gri|依据[^。\n]{0,30}gri|gri[^。\n]{0,40}(?:核心方案|全面方案|符合标准)|(?:按照|遵照|根据)[^。\n]{0,20}gri[^。\n]{0,30}编[制写]|in accordance with[^.\n]{0,30}(?:gri|global reporting)/;
const WITH_REFERENCE = /参[照考][^。\n]{0,90}(?:gri|全球报告倡议)|with reference to[^.\n]{0,30}(?:gri|global reporting)|(?:informed|guided) by[^.\n]{0,30}gri/;
const EXCHANGES = [['szse', /深圳证券交易所|深交所/g], ['sse', /上海证券交易所|上交所/g], ['hkex', /香港联(?:合)?交(?:易)?所|联交所|香港交易所|hong kong (?:stock )?exchange/g], ['bse', /北京证券交易所|北交所/g]] as const;
const CITED = [
  ['gri-2021', /gri|全球报告倡议组织/], ['szse-17', /自律监管指引 ?第 ?17 ?号|自律监管指引第十七号/], ['bsia-003', /t\/bsia ?003/],
  ['sse-14', /自律监管指引 ?第 ?14 ?号/], ['hkex-esg', /环境、社会及管[治制]报告(?:指引|守则)|esg reporting (?:guide|code)/], ['cass-esg', /cass|社科院|社会科学院/], ['iso-26000', /iso ?26000/], ['tcfd', /tcfd/], ['sasb', /sasb/],
] as const;

const iso = (y: number, m: number, d: number): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
const month = (name: string): number => MONTHS.split('|').indexOf(name) + 1;

/** Reads the first 400,000 characters at most; every value carries the words that tell it. */
export function detect(document: ReportDocument): Detected {
  const text = document.text.slice(0, 400_000);
  const quotes: Record<string, string> = {};
  const starts = document.passages.map((p) => p.start);
  const found = (key: string, m: RegExpMatchArray | null): RegExpMatchArray | null => {
    if (m && m.index !== undefined && starts.length > 0) quotes[key] = quoteOf(document, document.passages[indexAt(starts, m.index)]!, m.index, m.index + m[0].length);
    return m;
  };
  const period = detectPeriod(text, found);
  const published = found('publicationDate', text.match(PUBLISHED));
  const griClaim = found('griClaim', text.match(WITH_REFERENCE)) ? 'with-reference' : found('griClaim', text.match(IN_ACCORDANCE)) ? 'in-accordance' : CLAIM.test(text) ? undefined : 'none';
  const exchange = detectExchange(text);
  return {
    ...(period ? { period } : {}),
    ...(published ? { publicationDate: iso(Number(published[1]), Number(published[2]), Number(published[3] ?? 28)) } : {}),
    ...(griClaim ? { griClaim } : {}),
    ...(exchange ? { exchange } : {}),
    standardsCited: CITED.filter(([, pattern]) => pattern.test(text)).map(([id]) => id),
    quotes,
  };
}

function detectPeriod(text: string, found: (key: string, m: RegExpMatchArray | null) => RegExpMatchArray | null): Detected['period'] {
  const zh = found('period', text.match(PERIOD_ZH));
  if (zh) return { from: iso(Number(zh[1]), Number(zh[2]), Number(zh[3])), to: iso(Number(zh[4] ?? zh[1]), Number(zh[5]), Number(zh[6])) };
  const en = found('period', text.match(PERIOD_EN));
  if (en) {
    const to = iso(Number(en[10]), month(en[7] ?? en[8] ?? ''), Number(en[6] ?? en[9]));
    return { from: iso(Number(en[5] ?? en[10]), month(en[2] ?? en[3] ?? ''), Number(en[1] ?? en[4])), to };
  }
  const ended = found('period', text.match(YEAR_END_EN));
  if (ended) return yearEnding(Number(ended[5]), month(ended[2] ?? ended[3] ?? ''), Number(ended[1] ?? ended[4]));
  const title = found('period', text.match(TITLE_YEAR));
  const year = title ? Number(title[1] ?? title[2] ?? title[3]) : commonestYear(text);
  return year ? { from: iso(year, 1, 1), to: iso(year, 12, 31) } : undefined;
}

function yearEnding(year: number, m: number, d: number): { from: string; to: string } {
  const start = new Date(Date.UTC(year - 1, m - 1, d + 1));
  return { from: start.toISOString().slice(0, 10), to: iso(year, m, d) };
}

/** The year that the report names most, if it names any three times; the later one among equals. */
function commonestYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const m of text.matchAll(/(20[0-4]\d) ?年/g)) counts.set(Number(m[1]), (counts.get(Number(m[1])) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return first && first[1] >= 3 ? first[0] : null;
}

function detectExchange(text: string): Detected['exchange'] {
  const counted = EXCHANGES.map(([id, pattern]) => [id, text.match(pattern)?.length ?? 0] as const).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  return counted[0]?.[0];
}
