import fc from 'fast-check';
import { DISCLOSURES, LABELS, LACKS, NOTES, OBLIGATIONS, STATUSES, describeProblem, detail } from '../src/messages';
import type { GapReport, Status } from '../src/model/gap-report';
import type { Lang } from '../src/model/standard';
import { claimOf, completenessOf, profileOf, whyOf } from '../src/render/parts';
import { renderJson } from '../src/render/json';
import { escapeMarkdown, renderMarkdown } from '../src/render/markdown';
import { renderTable } from '../src/render/table';
import { clean, cut, flow, oneLine, widthOf, wrap } from '../src/render/text';
import { validate } from '../src/schema/validate';
import schema from '../schemas/gap-report.schema.json';
import { ESC, assessmentOf, gapReport, quoteOf, summaryOf } from './helpers/gap-report';

const ALL: readonly Status[] = ['met', 'weak', 'gap', 'explained', 'not-applicable', 'review'];
const DEFAULT: readonly Status[] = ['gap', 'weak', 'review'];
const WIDTHS = [40, 60, 80, 99, 100, 139, 140, 200];
const LANGS: readonly Lang[] = ['zh', 'en'];

const table = (lang: Lang, width: number, show = DEFAULT, color = false): string => renderTable(gapReport(), { lang, show, width, color });
const squash = (text: string): string => text.replace(/\s+/gu, '');
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

describe('text', () => {
  const words = fc.array(fc.constantFrom('范围一', '温室气体，', '（见', '）', 'emissions', '1,234.5', ' ', '  ', '“报告', '”', '👍', '…', 'a'), { maxLength: 40 }).map((parts) => parts.join(''));

  test('wrap keeps every character and every line within the width', () => {
    fc.assert(fc.property(words, fc.integer({ min: 4, max: 60 }), (text, width) => {
      const lines = wrap(text, width);
      expect(squash(lines.join(''))).toBe(squash(text));
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }));
  });

  test('spaces at a break do not widen the next line', () => expect(wrap('（见    ”', 4)).toEqual(['（见', '”']));

  test('wrap with a hanging indent stays within the width too', () => {
    fc.assert(fc.property(words, fc.integer({ min: 8, max: 60 }), (text, width) => {
      expect(wrap(text, width, 4).filter((line) => widthOf(line) > width)).toEqual([]);
    }));
  });

  test('lines do not begin with closing punctuation nor end with opening', () => {
    const lines = wrap('公司披露（见附录）了排放量，并说明方法；以及（其他）。', 10);
    expect(lines.filter((line) => /^[，。；）]|（$/.test(line))).toEqual([]);
  });

  test('a no-break space is no break; parts flow whole', () => {
    expect(wrap('见 p.\u00a012,\u00a0line\u00a03', 14)).toEqual(['见', 'p.\u00a012,\u00a0line\u00a03']);
    expect(flow(['缺口 1', '薄弱 2', '待复核 3'], ' · ', 18, 2)).toEqual(['缺口 1 · 薄弱 2 ·', '  待复核 3']);
  });

  test('a word is not broken at its own stops', () => {
    expect(wrap('条件（answers.pollutant-list=true）', 32)).toEqual(['条件', '（answers.pollutant-list=true）']);
  });

  test('cut says that it cut', () => expect([cut('温室气体排放', 7), cut('abc', 3)]).toEqual(['温室气…', 'abc']));

  test('nothing that a terminal would obey survives', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => { expect(CONTROL.test(oneLine(text))).toBe(false); }));
    expect(clean(`a${ESC}[31mb${ESC}]8;;http://x\u0007c${ESC}]8;;\u0007\u009b2Jd\u202ee`)).toBe('abcde');
  });
});

describe('table', () => {
  test.each(LANGS.flatMap((lang) => WIDTHS.map((width) => [lang, width] as const)))('%s at %i columns: no line is wider, nothing is lost', (lang, width) => {
    const text = table(lang, width, ALL);
    expect(text.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
    for (const unit of gapReport().assessments) expect(text).toContain(unit.unit);
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('\u00a0');
  });

  test('a cell that was wrapped still holds the whole quote', () => {
    const first = 15;
    const rest = (line: string): string => [...line].filter((_, i, all) => widthOf(all.slice(0, i).join('')) > first).join('');
    expect(squash(table('zh', 60).split('\n').map(rest).join(''))).toContain('“2024年，公司范围一温室气体排放量为1,234.5吨二氧化碳当量，较上年下降3%；主要来自自有车辆与备用发电机。”（第12页行231）');
  });

  test('header, profile, notes', () => {
    const text = table('en', 200);
    for (const piece of ['2024-01-01 – 2024-12-31', 'Chinese · pages: 98', 'exchange=szse (from the report)', 'griClaim=in-accordance;', 'answers.dual-listed=false', 'unreadable pages: 3, 4', 'encoding guessed: GB18030']) expect(text).toContain(piece);
  });

  test('summary: counts, interval, unofficial mark, opportunities', () => {
    const text = table('zh', 80);
    for (const piece of ['条目 6 · 缺口 1', '完整度 61–74 %', '完整度 无适用条目', '非官方：依公开资料重构', '可提升 1', '未列出：满足 1、已解释 1、不适用 1']) expect(text).toContain(piece);
  });

  test('rows: what lacks, the index claim, nearest passage, remedy; unknown codes as they are', () => {
    const text = squash(table('zh', 200));
    for (const piece of ['欠缺：b（计量单位、报告期数据、some-new-code）', '未见：d-i（数字）', '未能判断：g（', '索引称已披露（3.2绿色运营），正文未见', '最接近：“', '第二十四条第2款', '水平1（A）']) expect(text).toContain(piece);
    expect(table('zh', 80)).toMatch(/→ 披露报告期/);
  });

  test('opportunities are listed apart, without a status of their own', () => {
    expect(table('en', 200)).toMatch(/Opportunities \(should or may[^\n]*\n {2}SZSE17-27-1 {2}Scope 3/);
  });

  test('the overview stands last: one column per standard, in a further table where they do not fit', () => {
    const lines = table('zh', 80).trimEnd().split('\n').slice(-12);
    expect(lines[1]?.split(/\s+/)).toEqual(['总览', 'gri-2021', 'szse-17', 'bsia-003']);
    expect(lines[3]?.split(/\s+/)).toEqual(['缺口', '1', '1', '0']);
    expect(lines.at(-2)?.split(/\s{2,}/)).toEqual(['完整度', '61–74 %', '0 %', '无适用条目']);
    expect(table('en', 40).match(/^Summary /gm)).toHaveLength(3);
  });

  test('only the statuses asked for are listed', () => {
    const text = table('en', 100, ['review']);
    expect([text.includes('GRI 2-2'), text.includes('GRI 305-1'), text.includes('no unit has the statuses shown')]).toEqual([true, false, true]);
  });

  test('colour never counts as width, and without it there is no escape', () => {
    // eslint-disable-next-line no-control-regex
    expect(table('zh', 80, ALL, true).replace(/\u001b\[\d+m/g, '')).toBe(table('zh', 80, ALL));
    expect(CONTROL.test(table('zh', 80, ALL).replace(/\n/g, ''))).toBe(false);
  });
});

describe('phrases', () => {
  const leaf = (id: string, outcome: 'satisfied' | 'unsatisfied' | 'undetermined', lacks: readonly string[] = [], because?: { zh: string; en: string }) => ({ id, outcome, evidence: [], lacks, ...(because && { because }) });

  test('leaves that lack the same stand together; groups are parted by another mark', () => {
    const unit = assessmentOf({ unit: 'GRI 2-7', status: 'weak', requirements: [leaf('a', 'satisfied'), leaf('b-i', 'unsatisfied', ['figure']), leaf('b-ii', 'unsatisfied', ['figure']), leaf('c', 'unsatisfied', ['unit'])] });
    expect([whyOf(unit, 'zh'), whyOf(unit, 'en')]).toEqual([['未见：b-i、b-ii（数字），c（计量单位）'], ['not found: b-i, b-ii (figure); c (unit of measure)']]);
  });

  test('a reason that holds for the whole unit is given once', () => {
    const because = { zh: '此要求尚无规则', en: 'no rule yet' };
    const unit = assessmentOf({ unit: 'GRI 2-7', status: 'review', because: { zh: '需人工判断：此要求尚无规则', en: 'needs a reader: no rule yet' }, requirements: [leaf('a', 'undetermined', [], because), leaf('b', 'undetermined', [], because)] });
    expect(whyOf(unit, 'zh')).toEqual(['需人工判断：此要求尚无规则']);
    expect(whyOf({ ...unit, requirements: [leaf('a', 'undetermined', [], because), leaf('b', 'unsatisfied', ['figure'])] }, 'zh')).toHaveLength(3);
  });

  test.each(['not-applicable', 'explained'] as const)('a unit that is %s is told nothing more to answer', (status) => {
    const requirements = [leaf('a', 'satisfied'), leaf('b', 'unsatisfied', ['figure'])];
    expect(whyOf(assessmentOf({ unit: 'GRI 2-7', status, because: { zh: '条件不成立', en: 'condition does not hold' }, requirements }), 'zh')).toEqual(['条件不成立']);
  });

  test.each([['', false], ['\ue000 —', false], ['3.2 绿色运营', true]])('an index that points to %j', (pointsTo, isNamed) => {
    expect(claimOf(assessmentOf({ unit: 'GRI 2-7', status: 'gap', claim: { inIndex: true, pointsTo, holds: false } }), 'zh')).toBe(isNamed ? `索引称已披露（${pointsTo}），正文未见` : '索引称已披露，正文未见');
  });

  test('many answers stand together; none at all are asked for where something is open', () => {
    const withAnswers = (answers: Record<string, boolean>): GapReport => ({ ...gapReport(), profile: { answers } });
    expect(profileOf(withAnswers({ a: true, b: false }), 'zh')).toEqual(['answers.a=true', 'answers.b=false']);
    expect(profileOf(withAnswers({ a: true, b: false, c: true, d: false }), 'zh')).toEqual(['answers=true：a、c', 'answers=false：b、d']);
    const { answers: _none, ...profile } = gapReport().profile;
    expect(profileOf({ ...gapReport(), profile }, 'zh').at(-1)).toContain('--set answers.<问题>=true|false');
    expect(profileOf({ ...gapReport(), profile, assessments: [] }, 'zh').join()).not.toContain('--set');
  });

  test('the table gives advice whole, and says how to look up what a leaf asks', () => {
    const advice = '写明'.repeat(150);
    const requirements = [leaf('a', 'satisfied'), leaf('b', 'unsatisfied', ['figure'])];
    const report = { ...gapReport(), assessments: [assessmentOf({ unit: 'GRI 2-7', status: 'weak', remedy: { zh: advice, en: advice }, requirements })] };
    const text = renderTable(report, { lang: 'zh', show: DEFAULT, width: 80, color: false });
    expect(text.match(/写明/g)).toHaveLength(150);
    expect(squash(text)).toContain('含义见：lacunaexplain"GRI2-7"');
    expect(renderTable(report, { lang: 'zh', show: ['gap'], width: 80, color: false })).not.toContain('explain');
  });
});

describe('json', () => {
  test('conforms to the schema, which allows nothing else', () => {
    const parsed: unknown = JSON.parse(renderJson(gapReport()));
    expect(validate(schema, parsed)).toEqual([]);
    expect(validate(schema, { ...(parsed as object), score: 7 }).map((v) => v.path)).toEqual(['/score']);
  });

  test('two spaces, a line feed at the end, keys in contract order whatever their order before', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(shuffled)
        : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([k, v]) => [k, ['summary', 'answers', 'quotes'].includes(k) ? v : shuffled(v)])) : value;
    const text = renderJson(gapReport());
    expect(renderJson(shuffled(gapReport()) as GapReport)).toBe(text);
    expect([text.startsWith('{\n  "schema": "lacuna/gap-report@1",\n  "tool"'), text.endsWith('}\n')]).toEqual([true, true]);
  });

  test('values stay as they are, to the character; what a terminal would obey is escaped', () => {
    const quote = `甲\t乙 | “丙”  ${ESC}[31m\u0007\u202e\u009b31m`;
    const report = { ...gapReport(), assessments: [assessmentOf({ unit: 'GRI 2-1', status: 'met', evidence: [quoteOf(quote)] })] };
    const text = renderJson(report);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    // eslint-disable-next-line no-control-regex
    expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false);
  });
});

describe('markdown', () => {
  const memo = (lang: Lang): string => renderMarkdown(gapReport(), { lang, show: DEFAULT });

  test('report text cannot become markup', () => {
    expect(escapeMarkdown('# a | [b](http://c) ![d](e) <img> `f` *g* www.h.i\nj@k')).toBe('\\# a \\| \\[b\\](http\\://c) !\\[d\\](e) &lt;img&gt; \\`f\\` \\*g\\* www\\.h.i j\\@k');
    expect(escapeMarkdown('- a')).toBe('\\- a');
    expect(escapeMarkdown('1. a')).toBe('1\\. a');
    const raw = gapReport().assessments[1]?.searched.nearest?.quote ?? '';
    expect([memo('zh').includes(raw), memo('zh').includes('<img')]).toEqual([false, false]);
  });

  test('table rows have as many cells as the head', () => {
    const rows = memo('en').split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.map((line) => line.replace(/\\\|/g, '').split('|').length)).size).toBe(1);
    expect(rows).toHaveLength(5);
  });

  test('gaps tell what was searched, weak points quote, reviews tell why', () => {
    const text = memo('zh');
    for (const piece of ['### 缺口 (1)', '#### GRI 305-2', '检索 1840 个段落：`scope-2`', '**最接近**：“', '### 薄弱 (1)', '欠缺：b（计量单位', '**原文**：“2024年', '### 待复核 (1)', '档案缺少', '**建议**：', '61–74 %', '非官方']) expect(text).toContain(piece);
  });

  test('headings follow the memo’s own order', () => {
    expect(memo('en').split('\n').filter((line) => /^##? /.test(line))).toEqual(['# Disclosure gap report: 云帆科技2024年度可持续发展报告.txt', '## Summary', '## GRI Standards (2021)', '## SZSE Guideline No. 17', '## T/BSIA 003-2022']);
  });

  test('no terminal controls', () => expect(CONTROL.test(memo('zh').replace(/\n/g, ''))).toBe(false));
});

describe('words', () => {
  test('the forbidden word is nowhere', () => {
    const words = JSON.stringify([STATUSES, DISCLOSURES, OBLIGATIONS, LACKS, NOTES, LABELS]) + LANGS.map((lang) => table(lang, 80, ALL)).join('');
    expect(/non-?compliant|不合规|不符合规/i.test(words)).toBe(false);
  });

  test('every phrase has both languages, and the same values to fill in', () => {
    const holes = (text: string): string => [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort().join();
    const phrases = [STATUSES, DISCLOSURES, OBLIGATIONS, LACKS, NOTES, LABELS].flatMap((group) => Object.values(group));
    expect(phrases.filter(({ zh, en }) => zh === '' || en === '' || holes(zh) !== holes(en))).toEqual([]);
  });

  test.each([
    [{ atLeast: 0.615, atMost: 0.738 }, '61–74 %'], [{ atLeast: 0.5, atMost: 0.5 }, '50 %'], [{ atLeast: 0.29, atMost: 0.57 }, '29–57 %'], [{ atLeast: 0, atMost: 1 }, '0–100 %'],
  ])('completeness %j is told as %s', (completeness, text) => expect(completenessOf(summaryOf({ completeness }), 'en')).toBe(text));

  test('a problem is told once: place, what, which', () => {
    expect(describeProblem({ code: 'binary-file', detail: 'a.pdf', where: { file: 'x/a.pdf' } }, 'en')).toBe('x/a.pdf: not a text file');
    expect(describeProblem({ code: 'invalid-profile', detail: detail('unknown-key-near', 'a "b"', 'c'), where: { file: 'p.yaml', line: 2, column: 3 } }, 'zh')).toBe('p.yaml:2:3: 档案有误：不认识的键 “a "b"”，是否指 “c”？');
    expect(describeProblem({ code: 'invalid-catalog', detail: 'text of another make' }, 'en')).toBe('invalid standards or rules file: text of another make');
  });
});
