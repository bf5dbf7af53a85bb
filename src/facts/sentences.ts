/** What kind of sentence a passage is: does it state something of the company, and how concretely. */
import { holds, type PassageSet } from './passage-set';

export type Sign =
  | 'plan' | 'done' | 'cite' | 'establish' | 'policy-noun' | 'body' | 'responsible' | 'measure' | 'weak-measure' | 'slogan' | 'activity' | 'none'
  | 'target' | 'change' | 'pointer' | 'other-publication' | 'not-applicable' | 'reason';

export const SIGN_PREFIX = 'sign-';

/** A document in title marks. `own`: the company's, not a law that it cites. */
export interface NamedDocument {
  readonly start: number;
  readonly end: number;
  readonly own: boolean;
}

const OWN_ENDING = /(?:制度|办法|规定|准则|守则|规范|手册|政策|细则|章程|方针|规程|公约|程序|预案|计划|指引|流程|方案|声明|承诺书|协议|标准|policy|code|procedure|guidelines?|standard|manual|charter)(?:\([^)]*\))?$/u;
const PUBLIC_TITLE = /中华人民共和国|^国[家务]|联合国|全球|gri|欧洲|sasb|tcfd|iso|gb\/t|证券|交易所|上市公司|中国|(?<!办)法$|条例$|意见$|公约$|宪章$|纲要$|白皮书$|(?<!办)法\(/u;
const CITED_BEFORE = /(?:遵守|依据|依照|按照|根据|遵循|落实|贯彻|响应|参照|符合|对照|恪守|执行|学习|参考)[^。;]{0,60}$/u;
const MADE_BEFORE = /(?:制定|制订|出台|颁布|修订|编制|发布|印发|建立|完善|订立|形成|更新|新增)[^。;]{0,80}$/u;

/** Title marks of one passage: 《…》. */
export function readNamedDocuments(text: string, start: number, end: number): readonly NamedDocument[] {
  const found: NamedDocument[] = [];
  const piece = text.slice(0, end);
  let at = piece.indexOf('《', start);
  while (at >= 0) {
    const close = piece.indexOf('》', at);
    if (close < 0) break;
    if (close - at > 60) { at = piece.indexOf('《', at + 1); continue; }
    const title = text.slice(at + 1, close).replaceAll(' ', '');
    const before = text.slice(Math.max(start, at - 90), at);
    const made = MADE_BEFORE.exec(before);
    const cited = CITED_BEFORE.exec(before);
    const isMade = made !== null && (cited === null || made.index > cited.index);
    found.push({ start: at, end: close + 1, own: OWN_ENDING.test(title) && !PUBLIC_TITLE.test(title) && (isMade || cited === null) });
    at = piece.indexOf('《', close);
  }
  return found;
}

export interface SentenceReader {
  has(passage: number, sign: Sign): boolean;
}

export function readSigns(naming: (concepts: readonly string[]) => PassageSet): SentenceReader {
  const sets = new Map<Sign, PassageSet>();
  const setOf = (sign: Sign): PassageSet => {
    const set = sets.get(sign) ?? naming([SIGN_PREFIX + sign]);
    sets.set(sign, set);
    return set;
  };
  return { has: (passage, sign) => holds(setOf(sign), passage) };
}
