import fc from 'fast-check';
import { readText } from '../src/ingest';
import { splitLines } from '../src/ingest/lines';
import { splitColumns } from '../src/ingest/repair/columns';
import { findDoubled } from '../src/ingest/repair/doubled';
import { findGarbled } from '../src/ingest/repair/garbled';
import { letterSpacedRanges } from '../src/ingest/repair/letter-spacing';
import type { BlockKind, ReportDocument } from '../src/model/document';

function passages(doc: ReportDocument, kind?: BlockKind): string[] {
  return doc.passages.filter((p) => kind === undefined || doc.blocks[p.block]?.kind === kind).map((p) => doc.text.slice(p.start, p.end));
}

const codes = (doc: ReportDocument): string[] => doc.notes.map((n) => n.code);

/** Text of invented pages: sentences numbered so that none repeats. */
function page(name: string, lines = 12): string[] {
  return Array.from({ length: lines }, (_, i) => `${name}第${i + 1}项工作由职能部门牵头推进，全年按计划完成并形成总结。`);
}

/** Two columns side by side, CJK two cells wide. */
function sideBySide(left: readonly string[], right: readonly string[], width = 70): string[] {
  return left.map((l, i) => `${l}${' '.repeat(width - 2 * l.length)}${right[i] ?? ''}`);
}

function wrapped(text: string, size: number): string[] {
  return text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
}

describe('columns', () => {
  const leftText = '公司坚持绿色发展理念，持续完善环境管理体系，全年投入环保资金三百万元，完成四个节能改造项目，并对全部生产基地开展环境因素识别与评价工作，未发生环境污染事件。'.repeat(2);
  const rightText = '公司重视员工的成长与发展，建立覆盖新员工、骨干与管理者的培训体系，全年组织培训六十场，参训员工达到两千人次，并为每一位员工制定个人发展计划，支持员工持续学习。'.repeat(2);
  const text = sideBySide(wrapped(leftText, 26), wrapped(rightText, 26)).join('\n');

  it('reads the left column before the right one, sentences whole', () => {
    const doc = readText('x', text + '\n'.repeat(8));
    expect(passages(doc).map((p) => p.slice(0, 8))).toEqual(['公司坚持绿色发展', '公司坚持绿色发展', '公司重视员工的成', '公司重视员工的成']);
    expect(codes(doc)).toContain('columns-split');
  });

  it('leaves tables of short cells and figures as rows', () => {
    const rows = ['指标                      单位        2023年        2024年', ...Array.from({ length: 14 }, (_, i) => `能源品种第${i}类                ${'吨'}          ${i + 1},200        ${i + 2},300`)];
    const doc = readText('x', rows.join('\n'));
    expect(codes(doc)).not.toContain('columns-split');
    expect(passages(doc, 'table')[3]).toBe('能源品种第2类\t吨\t3,200\t4,300');
  });

  it('loses no text, whatever it splits', () => {
    const word = fc.constantFrom('公司', '环境管理体系持续改进，', '员工', 'energy use', '12,345', '%', '      ', '   ', '\n', '\n\n');
    fc.assert(fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const source = words.join('');
      const { lines } = splitColumns(source, splitLines(source), () => false);
      const seen = new Set<number>();
      for (const line of lines) {
        for (let at = line.start; at < line.end; at++) {
          if (/\s/.test(source.charAt(at))) continue;
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
      expect(seen.size).toBe(source.replace(/\s/g, '').length);
    }), { numRuns: 300 });
  });
});

describe('doubled pages', () => {
  it('drops the second copy only, and says so', () => {
    const a = page('甲');
    const b = page('乙');
    const text = [...a, '', ...a.map((l) => `   ${l.replace('，', '， ')}`), 'only here 只在第二份', ...b, ...b].join('\n');
    const doc = readText('x', text);
    expect(doc.text.match(/甲第3项/g)).toHaveLength(1);
    expect(doc.text.match(/乙第3项/g)).toHaveLength(1);
    expect(doc.text).toContain('只在第二份');
    expect(doc.notes.find((n) => n.code === 'doubled-pages')?.detail.en).toMatch(/^2 pages/);
  });

  it('leaves lines that repeat here and there alone', () => {
    const lines = splitLines(Array.from({ length: 40 }, (_, i) => (i % 2 ? '是' : `第${i}项`)).join('\n'));
    expect(findDoubled(lines).dropped.size).toBe(0);
  });
});

describe('running heads', () => {
  const pages = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, i) => [`某某科技股份有限公司 2024年度社会责任报告`, ...page(name, 9), String(i + 1), '']);

  it('become running blocks with the page numbers beside them', () => {
    const doc = readText('x', pages.flat().join('\n'));
    expect(passages(doc, 'running').filter((p) => p.startsWith('某某科技'))).toHaveLength(6);
    expect(passages(doc, 'running').filter((p) => /^\d$/.test(p))).toHaveLength(6);
    expect(codes(doc)).toContain('running-heads');
  });

  it('do not cut the sentence that runs over the page', () => {
    const over = pages.map(([head, ...rest], i) => [head, '供应商，并已取得阶段性成果。', ...rest.slice(0, -2), `公司第${i}个项目在报告期内持续推进，覆盖了全部的生产基地以及主要的`, String(i + 1), '']);
    const doc = readText('x', over.flat().join('\n'));
    expect(passages(doc, 'paragraph')).toContain('公司第0个项目在报告期内持续推进,覆盖了全部的生产基地以及主要的供应商,并已取得阶段性成果。');
    expect(passages(doc, 'running')).toHaveLength(12);
  });

  it('are not table heads or sentences', () => {
    const table = ['指标 单位 2023年 2024年', '用水量 吨 5,000 4,000', '本公司高度重视安全生产工作。'];
    const doc = readText('x', ['甲', '乙', '丙', '丁', '戊'].flatMap((n) => [...table, ...page(n, 9)]).join('\n'));
    expect(passages(doc, 'running')).toEqual([]);
  });
});

describe('indexes and contents', () => {
  const body = page('甲', 20);
  const index = ['指标索引表', '报告框架 GRI 标准 议题', '', '关于本报告 2-2/2-3/2-4 /', '', '治理架构', '2 - 1 2 / 2 - 1 3 / 2 0 5 -', '2/2-16', '第十二条 ( 一 )、第', '十三条', '气候行动 305-1/305-2', '员工 401-1/404-1', '第 四 十 七 条'];

  it('finds an index below its title, torn codes and all', () => {
    const doc = readText('x', [...body, ...index].join('\n'));
    expect(passages(doc, 'index')[0]).toBe('指标索引表');
    expect(passages(doc, 'index')).toHaveLength(index.length - 2);
    expect(passages(doc, 'paragraph').join('')).not.toContain('305-1');
  });

  it('does not take body sentences that cite a code for one', () => {
    const doc = readText('x', body.map((l, i) => (i % 3 ? l : `${l}本节参照GRI 305-1与第四十七条编写，详见附录。`)).join('\n'));
    expect(passages(doc, 'index')).toEqual([]);
  });

  it('finds a table of contents', () => {
    const doc = readText('x', ['目录', '关于本报告........2', '公司治理........5', '环境........12', '社会........20', ...body].join('\n'));
    expect(passages(doc, 'contents')).toHaveLength(5);
  });

  it('does not take a table of figures for contents', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `第${i}类培训场次 场 ${i * 3 + 1}`);
    expect(passages(readText('x', [...rows, ...body].join('\n')), 'contents')).toEqual([]);
  });
});

describe('garbled lines', () => {
  const share = (text: string): number => findGarbled(splitLines(text), 'zh').share;

  it.each(['鼉在鼴肀樣應鳙縟餳麈鷀', '«««麈鷀ts在鏖雇^^§'])('finds rubble: %s', (line) => {
    expect(share(line)).toBe(1);
  });

  it.each(['公司主要从事双氟磺酰亚胺锂的研发', '華泰證券積極履行社會責任', 'Scope 1: 1,234.5 tCO2e', '□是 □否 □不了解', '1,234.56 % 45.2', 'https://www.example.com/a_b~c'])('leaves text alone: %s', (line) => {
    expect(share(line)).toBe(0);
  });

  it('is noted with the share of the text', () => {
    const doc = readText('x', [...page('甲', 14), '鼉在鼴肀樣應鳙縟餳麈鷀'].join('\n'));
    expect(codes(doc)).toEqual(['garbled-lines']);
    expect(doc.unreadableShare).toBeGreaterThan(0);
    expect(doc.text).toContain('麈鷀');
  });
});

describe('letter-spacing', () => {
  it.each([['很 高 兴 见 到 您', true], ['公司 环境 管理', false], ['2024 年 1 月', false], ['能 力， 将 绿 色 低 碳 发 展', true]])('%s', (line, spaced) => {
    expect(letterSpacedRanges(line) !== null).toBe(spaced);
  });
});

describe('speed', () => {
  it('is linear: ten times the text, not much more than ten times the time', () => {
    const small = Array.from({ length: 60 }, (_, i) => page(String.fromCharCode(0x4e00 + i), 10).join('\n')).join('\n\n');
    const time = (text: string): number => {
      readText('x', text);
      const from = process.hrtime.bigint();
      readText('x', text);
      return Number(process.hrtime.bigint() - from) / 1e6;
    };
    const one = Math.max(time(small), 3);
    expect(time(small.repeat(10).replace(/第/g, () => '第'))).toBeLessThan(60 * one);
  });
});
