const TERMINAL = /[。！？!?；;：:.…][”"’』」）)】\]]*$/;
const SENTENCE_END = /[。！？!?；;…][”"’』」）)】\]]*$|[a-z0-9)%][.][”"')]*$/i;
const LIST = /^(?:[•·●■▪◆◇►▶▷➢➤✓√★☆○◎□❖\uf06c\uf0b7\uf0d8*+–-]\s*(?=[^\s\d.,%-])|[(（]\d{1,2}[)）]|\d{1,2}[)）]|[①-⑳❶-❿➀-➉]|\d{1,2}[、]|\d{1,2}\.\s*(?=[^\d\s]))/;
const CHAPTER = /^第[一二三四五六七八九十\d]{1,3}[章篇部]/;
const SECTION = /^第[一二三四五六七八九十\d]{1,3}节/;
const NUMERAL = /^[一二三四五六七八九十]{1,3}[、.．]/;
const BRACKETED = /^[(（][一二三四五六七八九十]{1,3}[)）]/;
const DECIMAL = /^(\d{1,2}(?:[.．]\d{1,2}){1,3})[.、]?\s*(?=\p{L}|《|“)/u;
const MARKED = /^(#{1,6})(?:[\s|]+|(?=[^\s#]))/;

/** A line that ends a sentence, or leads into a list. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** A line that ends in any mark that a heading would not end in. */
export function hasEndMark(text: string): boolean {
  return TERMINAL.test(text);
}

/** A bullet, or a bracketed or dotted number, at the start. */
export function isListItem(text: string): boolean {
  return LIST.test(text) && !/^[-–]\s*\d/.test(text);
}

/** （一）报告期间：2024年1月1日至12月31日 tells something; 一、绿色发展：守护蓝天 is a title. */
const VALUE_AFTER_LABEL = /[：:]\s*[^：:]*(?:\d{2}|公司|@)/;

/** Heading by its own form: level, and how many characters of mark to drop; null when its form does not tell. */
export function headingForm(text: string): { level: number; skip: number } | null {
  const marked = MARKED.exec(text);
  if (!marked && isValueLine(text)) return null;
  if (marked) return { level: marked[1]?.length ?? 1, skip: marked[0].length };
  if (text.length > 40 || /[。；;，,!?！？]$|[a-z]\.$/.test(text) || /…{2}|\.{4}/.test(text)) return null;
  if (CHAPTER.test(text)) return { level: 1, skip: 0 };
  if (SECTION.test(text)) return { level: 2, skip: 0 };
  if ((/[。，,；;]/.test(text) && text.length > 28) || VALUE_AFTER_LABEL.test(text)) return null;
  if (NUMERAL.test(text)) return /[：:]$/.test(text) && text.length > 20 ? null : { level: 2, skip: 0 };
  if (BRACKETED.test(text)) return { level: 3, skip: 0 };
  const decimal = DECIMAL.exec(text);
  if (decimal && !/\d[%％]?$/.test(text) && /^\D/.test(text.slice(decimal[0].length))) {
    return isMeasure(text.slice(decimal[0].length)) ? null : { level: (decimal[1]?.split(/[.．]/).length ?? 2), skip: 0 };
  }
  return null;
}

function isMeasure(rest: string): boolean {
  return /^(?:万|亿|千|百|%|％|吨|元|人|个|小时|倍|米|公里|平方|立方|年|月|kg|km|tons?|mwh|kwh|million|billion)/i.test(rest);
}

const NUMBER = '[约超近逾]?[-−–+]?(?:[¥￥$€]\\s*)?\\d[\\d,，]*(?:\\.\\d+)?';
const UNIT = '(?:[%％‰]|个?百分点|[万亿千百]?(?:元|人次?|名|次|起|件|项|个|家|所|场|期|篇|户|台|套|辆|棵|株|亩|份|天|日|小时|学时|课时|分钟|吨|千克|公斤|克|升|度|千瓦时|兆瓦时|立方米|平方米|公里|米|倍|位|岁|年|分|字|条|门|本|票|股|港元|美元|人民币)|[kmg]?wh|t?co2e?|kg|km|tons?|tonnes?|hours?|million|billion|m3|gj)';
const UNIT_START = new RegExp(`^${UNIT}`, 'i');
const VALUE_LINE = new RegExp(`^(?:${NUMBER}|[零一二三四五六七八九十]+)\\s*[+＋]?\\s*(?:[万亿])?(?:余|多)?\\s*(?:${UNIT}(?:\\s*[/／每]\\s*[^\\s\\d]{1,10})?)?\\s*[+＋]?(?:\\s*[（(].*[）)])?$`, 'i');
const FIGURE_START = new RegExp(`^${NUMBER}\\s*${UNIT}`, 'i');
const FIGURE = /\d[\d,]*(?:\.\d+)?\s*(?:[%％‰]|[万亿千百]?(?:元|吨|人|次|件|起|家|小时|学时|千瓦时|度|升|立方米|平方米|公斤|千克|克|倍|项)|tco2|kwh|mwh|tons?\b|tonnes?\b|hours?\b)/i;
const UNIT_LINE = new RegExp(`^[（(]?${UNIT}(?:二氧化碳当量|标准煤|标煤|CO2e?)?(?:\\s*[/／每]\\s*[^\\s\\d]{1,10})?(?:以上|以下)?[）)]?$`, 'i');
const NUMERIC = /^(?:[-−–+]?(?:[¥￥$€])?\d[\d,，]*(?:\.\d+)?[%％+＋]?\*{0,2}|[-—–]{1,3}|[/／]|N\/?A|不适用|不適用)$/i;
const HEAD_WORD = /^(?:指标|指標|项目|項目|类别|類別|单位|單位|名称|名稱|序号|议题|議題|分类|分類|内容|內容|指标名称|关键绩效.{0,6}|绩效指标|绩效|维度|一级指标|二级指标|类型|items?|units?|metrics?|indicators?|performance|category|description|type|topic)$/i;
const YEAR = /^(?:FY\s?)?(?:19|20)\d\d\s*(?:年|年度|年末|年底)?[AE]?\*{0,2}$/i;

/** A figure with its unit and nothing else. */
export function isValueLine(text: string): boolean {
  return text.length <= 40 && VALUE_LINE.test(text) && !YEAR.test(text);
}

/** A line that begins with a figure and its unit, other than a date. */
export function startsWithFigure(text: string): boolean {
  return FIGURE_START.test(text) && !/^\d+\s*[年月日]|[，。；：]/.test(text);
}

/** Whether a figure with its unit stands anywhere in a line, dates aside. */
export function holdsFigure(text: string): boolean {
  return FIGURE.test(text);
}

/** A unit that stands alone, below its figure. */
export function isUnitLine(text: string): boolean {
  return text.length <= 24 && UNIT_LINE.test(text);
}

/** A year, as table heads write it. */
export function isYear(token: string): boolean {
  return YEAR.test(token);
}

/** A cell that holds a number or stands for one. */
export function isNumeric(token: string): boolean {
  return NUMERIC.test(token);
}

/** Whether cells are the head of a table: years, units and names of columns, no data. */
export function isHeadRow(cells: readonly string[]): boolean {
  const filled = cells.filter((c) => c !== '');
  if (filled.length < 2) return false;
  const words = filled.filter((c) => HEAD_WORD.test(c.replace(/\s/g, ''))).length;
  const years = filled.filter((c) => YEAR.test(c)).length;
  if (words + years === filled.length) return words > 0 || years > 1;
  if (filled.some((c) => c.length > 24 || (/\d/.test(c) && !YEAR.test(c)))) return false;
  return (words > 0 && words + years >= 2 && 3 * (words + years) >= filled.length) || (years > 1 && filled.length - years <= 3);
}

/** Whether a token can stand in a column of units. */
export function isUnit(token: string): boolean {
  return token.length <= 20 && UNIT_START.test(token);
}
