/** Codes by which standards number what they ask for, as indexes write them. */
const ARTICLE = '第?[一二三四五六七八九十百零]{1,5}条|第\\d{1,3}条';
const CODES = new RegExp([
  '(?:gri)?(?<![\\d.,-])(?:10[1-3]|20[1-7]|30[1-8]|40[1-9]|41[0-9])[-–—−]\\d{1,2}(?![\\d%年月人])',
  '(?<![\\d.,年月至-])[23][-–—−](?:30|[12]\\d|[1-9])(?![\\d%年月日人天周个岁小次级倍项.])',
  'g4-(?:[a-z]{2})?\\d{1,2}', '(?<![a-z])(?:en|la|hr|so|pr|ec)\\d{1,2}(?![\\da-z])',
  ARTICLE, 'kpi[ab]\\d\\.\\d{1,2}', '(?<![a-z\\d])[gpmsevat]\\d{1,2}\\.\\d{1,2}', '(?<![a-z])[ab][1-8](?:\\.\\d)?(?![\\da-z])',
  '(?<![a-z])[a-z]{2}-[a-z]{2}-\\d{3}[a-z]?\\.\\d', 'gri\\d{1,3}(?!\\d)', '(?<![a-z\\d])sdg\\d{1,2}',
].join('|'), 'gi');

/** How many codes a line holds, and how much of it they fill. */
export interface CodeShare {
  readonly count: number;
  /** 0–1 of the characters that are not white space. */
  readonly share: number;
}

const NONE: CodeShare = { count: 0, share: 0 };

/** Without the spaces inside codes (`2 - 1 2`, `第 二 十 条`, `KPI A1.1`), but with those between cells. */
function tighten(text: string): string {
  const joined = text.replace(/(?<=[\p{Script=Han}(（)）、，]|kpi|gri) (?=[\p{Script=Han}(（)）、，\da-z])/giu, '');
  const isSpaced = /\d ?[-–] \d|\d [-–] ?\d|(?:^|[ /])\d \d(?:[ /-]|$)/.test(joined);
  return isSpaced ? joined.replace(/(?<=[\d\-–/]) (?=[\d\-–/])/g, '') : joined;
}

/** Codes of standards in a line, read without its spaces (`2 - 1 2` is 2-12). */
export function codeShare(text: string): CodeShare {
  if (text.length > 4000 || !/[\d一二三四五六七八九十]/.test(text)) return NONE;
  const tight = tighten(text);
  let count = 0;
  let length = 0;
  CODES.lastIndex = 0;
  for (let match = CODES.exec(tight); match !== null; match = CODES.exec(tight)) {
    count++;
    length += match[0].length;
  }
  return count === 0 ? NONE : { count, share: length / Math.max(1, tight.replace(/\s+/g, '').length) };
}

/** Whether a line or row is mostly codes, or a short label with a code. */
export function isCodeLine(text: string): boolean {
  const codes = codeShare(text);
  if (codes.count === 0) return false;
  if (codes.share >= 0.3) return true;
  return text.length <= 60 && !/[。！？]$/.test(text) && codes.share >= 0.08;
}
