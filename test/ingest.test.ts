import fc from 'fast-check';
import { readMarkdown, readReport, readText } from '../src/ingest';
import { foldText } from '../src/ingest/fold';
import { detectLanguage } from '../src/ingest/language';
import { sentenceCuts } from '../src/ingest/sentences';
import type { BlockKind, ReportDocument } from '../src/model/document';

function passages(doc: ReportDocument, ...kinds: BlockKind[]): string[] {
  return doc.passages
    .filter((p) => kinds.length === 0 || kinds.includes(doc.blocks[p.block]?.kind ?? 'paragraph'))
    .map((p) => doc.text.slice(p.start, p.end));
}

function kinds(doc: ReportDocument): string[] {
  return doc.blocks.map((b) => b.kind);
}

function read(name: string, content: string | Uint8Array): ReportDocument {
  const result = readReport({ name, bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content });
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.code}: ${p.detail}`).join('\n'));
  return result.value;
}

function refusal(name: string, bytes: Uint8Array): { code: string; detail: string } {
  const result = readReport({ name, bytes });
  if (result.ok) throw new Error('was read');
  const { code, detail } = result.problems[0];
  return { code, detail: typeof detail === 'string' ? detail : detail.en };
}

describe('readReport', () => {
  it('reads UTF-8 with a byte order mark', () => {
    expect(passages(read('a.txt', '\ufeff公司用水量为5吨。'))).toEqual(['公司用水量为5吨。']);
  });

  it('reads UTF-16 of either order by its mark', () => {
    const le = Buffer.from('\ufeff公司员工共5人。', 'utf16le');
    expect(passages(read('a.txt', le))).toEqual(['公司员工共5人。']);
    expect(passages(read('a.txt', Buffer.from(le).swap16()))).toEqual(['公司员工共5人。']);
  });

  it('reads GB18030 when it is no UTF-8, and says so', () => {
    // 公司的社会责任 in GB18030
    const bytes = Uint8Array.from([0xb9, 0xab, 0xcb, 0xbe, 0xb5, 0xc4, 0xc9, 0xe7, 0xbb, 0xe1, 0xd4, 0xf0, 0xc8, 0xce, 0xa1, 0xa3]);
    const doc = read('a.txt', bytes);
    expect(passages(doc)).toEqual(['公司的社会责任。']);
    expect(doc.notes.map((n) => n.code)).toEqual(['encoding-guessed']);
  });

  it('reads UTF-8 with a few bad bytes, and says so', () => {
    const good = Buffer.from('公司全年用水量为五吨，同比下降。'.repeat(10), 'utf8');
    const doc = read('a.txt', Buffer.concat([good, Uint8Array.from([0xff]), good]));
    expect(doc.notes[0]).toMatchObject({ code: 'undecodable-bytes', line: 1 });
  });

  it.each([
    ['empty-file', 'a.txt', ''], ['empty-file', 'a.txt', ' \n\f\t\n'], ['binary-file', 'a.txt', 'ab\0cd'], ['binary-file', 'a.txt', '%PDF-1.7 x'],
    ['binary-file', 'a.docx', 'PK\u0003\u0004x'], ['unsupported-format', 'a.html', '<p>公司</p>'], ['invalid-report-json', 'a.json', '{"schema": 1,}'],
  ])('refuses with %s', (code, name, content) => {
    expect(refusal(name, Buffer.from(content, 'utf8')).code).toBe(code);
  });

  it('says what a PDF needs', () => {
    expect(refusal('a.pdf', Buffer.from('%PDF-1.4')).detail).toMatch(/PDF.*text/);
  });

  it('refuses a file that is too large without decoding it', () => {
    expect(refusal('a.txt', new Uint8Array(100 * 1024 * 1024 + 1)).code).toBe('file-too-large');
  });

  it.each([
    ['当社は環境への取り組みを進めています。従業員の安全と健康を大切にしています。'], ['우리 회사는 온실가스 배출량을 줄이고 있습니다.'],
    ['Компания сокращает выбросы парниковых газов.'], ['บริษัทลดการปล่อยก๊าซเรือนกระจก'],
    ['La société publie les émissions de gaz dans le rapport et nous avons pour objectif de les réduire avec nos partenaires.'],
    ['Wir haben die Emissionen im Berichtsjahr gesenkt und werden mit unseren Partnern für das Klima arbeiten.'],
  ])('refuses another language: %s', (text) => {
    expect(refusal('a.txt', Buffer.from(text, 'utf8')).code).toBe('unsupported-language');
  });
});

describe('detectLanguage', () => {
  it.each([
    ['zh', '员工 5 人。'], ['zh', '公司通过ISO 14001、ISO 45001认证。'], ['en', 'Employees: 5'], ['en', 'Scope 1: 12 tCO2e'],
    ['zh', '公司與カスタマー合作，推進可持續發展。'], ['en', 'The plant in Les Ulis and the one in Des Moines are run by our group.'], ['en', '12,345'], ['zh', '水'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('parsed-report JSON', () => {
  const file = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

  it('reads blocks, pages and tables with heads and notes', () => {
    const doc = read('a.json', file({
      schema: 'lacuna/parsed-report@1', pages: 4, unreadablePages: [3],
      blocks: [
        { kind: 'heading', text: '环境', level: 1, page: 1 }, { kind: 'paragraph', text: '公司重视环保。全年植树。', page: 1 },
        { kind: 'table', header: ['指标', '单位', '2024年'], rows: [['用水量', '吨', 5], ['用电量', '度', null]], notes: ['不含子公司'], page: 2 },
      ],
    }));
    expect(passages(doc)).toEqual(['环境', '公司重视环保。', '全年植树。', '指标\t单位\t2024年', '用水量\t吨\t5', '用电量\t度\t', '不含子公司']);
    expect(doc.passages.map((p) => p.isHead)).toEqual([false, false, false, true, false, false, false]);
    expect(doc).toMatchObject({ pages: 4, unreadablePages: [3], unreadableShare: 0.25 });
    expect(doc.blocks.map((b) => b.page)).toEqual([1, 1, 2]);
  });

  it('names the path of every problem', () => {
    const result = readReport({ name: 'a.json', bytes: file({ schema: 'lacuna/parsed-report@1', blocks: [{ kind: 'table', rows: [['a', {}]] }, { kind: 'prose', text: 'x' }, { kind: 'paragraph', colour: 1 }] }) });
    if (result.ok) throw new Error('was read');
    const text = result.problems.map((p) => p.detail).join('\n');
    expect(text).toContain('blocks[0].rows[0][1]: must be a string; given {}');
    expect(text).toContain('blocks[1].kind: must be one of heading');
    expect(text).toContain('blocks[2].colour');
  });
});

describe('normalisation', () => {
  it.each([
    ['ＥＳＧ　报告', 'esg 报告'], ['環境與社會責任', '环境与社会责任'], ['⻛险与⻓期、⻔户、⾦额', '风险与长期、门户、金额'], ['客戶', '客户'], ['㎡', 'm2'], ['a\u200bb', 'ab'],
  ])('%s → %s', (given, folded) => {
    expect(foldText(given)).toBe(folded);
  });

  it('closes letter-spaced runs and keeps other spaces', () => {
    const doc = readText('x', '很 高 兴 为 大 家 带 来 报 告。 公司 2024 年');
    expect(passages(doc)).toEqual(['很高兴为大家带来报告。', '公司 2024 年']);
  });

  it('keeps a footnote mark out of the number before it', () => {
    expect(passages(readText('x', '用水量1,234²吨。'))).toEqual(['用水量1,234^2吨。']);
  });
});

describe('sentences', () => {
  const split = (text: string): string[] => {
    let from = 0;
    return sentenceCuts(text).map((to) => { const s = text.slice(from, to).trim(); from = to; return s; });
  };

  it.each([
    [['一。', '二!', '三?'], '一。二!三?'],
    [['他说“好。”', '我们走。'], '他说“好。”我们走。'],
    [['We emitted 1.5 t, e.g. from cars.', 'Nothing else.'], 'we emitted 1.5 t, e.g. from cars. nothing else.'.replace('we', 'We').replace('nothing', 'Nothing')],
    [['see no. 5 for details.', 'then go.'], 'see no. 5 for details. then go.'],
    [['用水量为3.5吨。'], '用水量为3.5吨。'],
  ])('%j', (expected, text) => {
    expect(split(text)).toEqual(expected);
  });

  it('cuts very long chains at commas', () => {
    const parts = split('公司开展了很多活动,'.repeat(100));
    expect(Math.max(...parts.map((p) => p.length))).toBeLessThanOrEqual(300);
  });
});

describe('Markdown', () => {
  it('reads headings, lists and pipe tables', () => {
    const doc = readMarkdown('x', '# 环境\n公司**减排**&amp;增效。\n\n| 指标 | 2023年 | 2024年 |\n|---|---:|---:|\n| 用水量（吨） | 5 | 4 |\n\n## 社会\n- 培训员工\n- 慰问员工');
    expect(passages(doc)).toEqual(['环境', '公司减排&增效。', '指标\t2023年\t2024年', '用水量(吨)\t5\t4', '社会', '- 培训员工', '- 慰问员工']);
    expect(doc.sections.map((s) => s.title)).toEqual(['', '环境', '社会']);
    expect(doc.passages[2]?.isHead).toBe(true);
  });

  it('expands spans of HTML tables', () => {
    const doc = readMarkdown('x', '<table><tr><td rowspan="2">类别</td><td colspan="2">人数</td></tr><tr><td>2023</td><td>2024</td></tr><tr><td>男</td><td>10</td><td>12&nbsp;人</td></tr></table>');
    expect(passages(doc)).toEqual(['类别\t人数\t人数', '类别\t2023\t2024', '男\t10\t12 人']);
  });

  it('tells an index table by its codes', () => {
    const rows = ['305-1', '305-2', '2-9', '403-1、403-2'].map((code, i) => `| 章节${i} | ${code} |`).join('\n');
    expect(kinds(readMarkdown('x', `| 章节 | GRI |\n|--|--|\n${rows}`))).toEqual(['index']);
  });

  it('reads the same as text where there is no markup', () => {
    const text = '2024年，公司开展培训12场，覆盖员工300人次。公司未发生安全事故。';
    expect(passages(readMarkdown('x', text))).toEqual(passages(readText('x', text)));
  });
});

describe('structure of text', () => {
  it('joins wrapped lines and leaves headings alone', () => {
    const doc = readText('x', '环境管理\n公司建立了覆盖全部生产基地的环境管理体系，并按照国家有关标准的要\n求持续改进，全年未发生环境污染事故。\n员工关爱\n公司为全体员工缴纳社会保险。');
    expect(passages(doc)).toEqual(['环境管理', '公司建立了覆盖全部生产基地的环境管理体系,并按照国家有关标准的要求持续改进,全年未发生环境污染事故。', '员工关爱', '公司为全体员工缴纳社会保险。']);
    expect(kinds(doc)).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
  });

  it('joins English lines and mends hyphens', () => {
    const doc = readText('x', 'We reduced our emissions across all of our pro-\nduction sites and will continue to work on long-\nterm targets with all of our suppliers.');
    expect(passages(doc)).toEqual(['we reduced our emissions across all of our production sites and will continue to work on long-term targets with all of our suppliers.']);
  });

  it('reads KPI lists into rows of label, unit and value', () => {
    const doc = readText('x', '指标 单位 2024 年\n\n汽油（含乙醇汽油） 升 1,471.54\n\n水资源\n\n总取水量 吨 244,880');
    expect(passages(doc, 'table')).toEqual(['指标\t单位\t2024 年', '汽油(含乙醇汽油)\t升\t1,471.54', '水资源', '总取水量\t吨\t244,880']);
    expect(doc.passages[0]?.isHead).toBe(true);
  });

  it('reads lines parted by tabs as rows', () => {
    const doc = readText('x', '类别\t2023年\t2024年\n男员工\t10\t12\n女员工\t11\t13');
    expect(kinds(doc)).toEqual(['table']);
    expect(passages(doc)).toEqual(['类别\t2023年\t2024年', '男员工\t10\t12', '女员工\t11\t13']);
  });

  it('pairs a figure with its label, whichever comes first', () => {
    expect(passages(readText('x', '培训覆盖率\n\n100%\n\n培训次数\n\n3 次'), 'callout')).toEqual(['培训覆盖率\t100%', '培训次数\t3 次']);
    expect(passages(readText('x', '100%\n\n培训覆盖率\n\n3 次\n\n培训次数'), 'callout')).toEqual(['100%\t培训覆盖率', '3 次\t培训次数']);
  });

  it('keeps labels and figures together where their order is lost', () => {
    const [cluster, ...rest] = passages(readText('x', '培训覆盖率\n\n培训次数\n\n100%\n\n3 次'), 'callout');
    expect(rest).toEqual([]);
    expect(cluster?.split('\t')).toEqual(['培训覆盖率', '培训次数', '100%', '3 次']);
  });

  it('keeps a torn label with the figure on the next line, and no figure in a heading', () => {
    const doc = readText('x', '营业收入\n\n117.66万元现金流金额18.99万元研发投入\n\n7.92万元\n\n员工总数1,774人\n\n公司持续完善用工管理，保障员工的各项合法权益，构建和谐稳定的劳动关系。');
    expect(passages(doc, 'callout')).toEqual(['营业收入\t117.66万元现金流金额18.99万元研发投入\t7.92万元']);
    expect(kinds(doc)).not.toContain('heading');
  });

  it('keeps the head of a tabbed table with its rows across a blank line', () => {
    const doc = readText('x', '指标\t量化项\t单位\t2024\n\n安全\t投入总金额\t万元\t\n投入比例\t%\t5');
    expect(kinds(doc)).toEqual(['table']);
    expect(doc.passages.map((p) => p.isHead)).toEqual([true, false, false]);
  });

  it('reads numbered headings, whatever parts number and title', () => {
    const doc = readText('x', '第一章 公司概况\n一、\t治理\n公司设有董事会。\n（一）战略\n1.1 目标\n公司制定了目标。\n10.30亿元为全年总额。');
    expect(doc.blocks.map((b) => `${b.kind}${b.level ?? ''}`)).toEqual(['heading1', 'heading2', 'paragraph', 'heading3', 'heading2', 'paragraph', 'paragraph']);
  });

  it('numbers pages by form feeds and lists those without text', () => {
    const doc = readText('x', '公司概况介绍。\n\f\f公司治理情况。\n');
    expect(doc).toMatchObject({ pages: 3, unreadablePages: [2] });
    expect(doc.blocks.map((b) => b.page)).toEqual([1, 3]);
  });

  it('nests sections by level', () => {
    const doc = readMarkdown('x', '# 一\n正文内容。\n### 二\n正文内容。\n## 三\n正文内容。');
    expect(doc.sections.map((s) => s.parent)).toEqual([-1, 0, 1, 1]);
    expect(doc.blocks.map((b) => b.section)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe('hostile input', () => {
  const size = 40_000;
  it.each([
    ['image marks', '!['], ['open tables', '<table>'], ['tables in tables', '<table><tr><td>'], ['table cells that span', '<table>' + '<tr><td rowspan=60 colspan=60>a</td></tr>'.repeat(500)], ['contents', '标题 1\n'],
    ['brackets', '(;'], ['comments', '<!--'], ['pipes', '|a'], ['short lines', '是\n'], ['figures', '100%\n标签\n'], ['one ideograph', '第'],
  ])('is read in linear time: %s', (_, unit) => {
    const text = unit.repeat(Math.max(1, Math.floor(size / unit.length)));
    const from = process.hrtime.bigint();
    readMarkdown('x', text);
    readText('x', text);
    expect(Number(process.hrtime.bigint() - from) / 1e6).toBeLessThan(3000);
  });
});

describe('laws of the document', () => {
  const chinese = fc.array(fc.constantFrom(...'公司員工⻛险用水量吨%0123456789.,。，；：、 \t\n\f\r-•（）《》“”第一条①ａＢ²ﬁabcKPI|#<>&*'), { maxLength: 200 }).map((a) => a.join(''));
  const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), chinese);

  it('never throws, ends every passage with a line feed and maps every character', () => {
    fc.assert(fc.property(any, fc.boolean(), (text, asMarkdown) => {
      const doc = asMarkdown ? readMarkdown('x', text) : readText('x', text);
      expect(doc.origin.length).toBe(doc.text.length);
      doc.passages.forEach((p, i) => {
        expect(p.start).toBe(i === 0 ? 0 : (doc.passages[i - 1]?.end ?? 0) + 1);
        expect(p.end).toBeGreaterThan(p.start);
        expect(doc.text.charAt(p.end)).toBe('\n');
        expect(doc.text.slice(p.start, p.end)).not.toContain('\n');
      });
      doc.blocks.forEach((b, i) => expect(b.from).toBe(i === 0 ? 0 : doc.blocks[i - 1]?.to));
    }), { numRuns: 500 });
  });

  it('points at the character that was folded, ascending within a passage of text', () => {
    fc.assert(fc.property(chinese, (text) => {
      const doc = readText('x', text);
      for (let i = 0; i < doc.text.length; i++) {
        const at = doc.origin[i] ?? -1;
        if (at < 0) continue;
        const folded = foldText(String.fromCodePoint(doc.source.codePointAt(at) ?? 0));
        const char = doc.text.charAt(i);
        expect(char === ' ' || char === '^' || folded.includes(char)).toBe(true);
      }
      for (const p of doc.passages) {
        const origins = [...doc.origin.slice(p.start, p.end)].filter((o) => o >= 0);
        expect(origins).toEqual([...origins].sort((a, b) => a - b));
      }
    }), { numRuns: 500 });
  });

  it('loses no visible character, marks of headings and hyphens at line ends aside', () => {
    fc.assert(fc.property(chinese, (text) => {
      const doc = readText('x', text);
      const seen = new Set(doc.origin);
      for (let at = 0; at < text.length; at++) {
        const char = text.charAt(at);
        if (/[\s#|-]/.test(char) || foldText(char) === '') continue;
        if (!seen.has(at)) throw new Error(`lost ${JSON.stringify(char)} at ${at} of ${JSON.stringify(text)}`);
      }
    }), { numRuns: 1000 });
  });
});
