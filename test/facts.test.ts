import fc from 'fast-check';
import { buildAutomaton, scan } from '../src/facts/automaton';
import { readIndexEntries } from '../src/facts/index-entries';
import { indexUnits, readQuantities, readYears } from '../src/facts/quantities';
import { readNamedDocuments } from '../src/facts/sentences';
import { readText } from '../src/ingest';
import { chineseNumber, normaliseTerm } from '../src/text';
import { factsOf, lexiconOf } from './helpers';

const units = indexUnits(lexiconOf({}).units);
const figures = (text: string): readonly string[] => readQuantities(units, text, 0, 0, text.length, null).map((q) => `${q.value} ${q.dimensions.join('/')}${q.isChange ? ' change' : ''}${q.year ? ` @${q.year}` : ''}`);

describe('the automaton', () => {
  const matches = (terms: readonly string[], text: string): readonly string[] => {
    const found: string[] = [];
    scan(buildAutomaton(terms), text, (term, start, end) => found.push(`${terms[term]}@${start}-${end}`));
    return found.sort();
  };
  test.each([
    [['范围1'], '范 围 1 与范围10', ['范围1@0-5']],
    [['scope1'], 'microscope 1, scope 1.', ['scope1@14-21']],
    [['emission'], 'emissions and emissionless', ['emission@0-8']],
    [['员工', '员工总数'], '员工总数', ['员工@0-2', '员工总数@0-4']],
    [['ab'], 'a\tb', []],
    [['ab'], 'a\nb', []],
    [['水'], '水', ['水@0-1']],
  ])('%j in %j', (terms, text, expected) => expect(matches(terms, text)).toEqual(expected));

  test('finds what a naive search finds', () => {
    const letter = fc.constantFrom('水', '气', '电', '能');
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((l) => l.join(''));
    fc.assert(fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), fc.array(letter, { maxLength: 40 }), (terms, letters) => {
      const text = letters.join('');
      const naive = terms.flatMap((t) => Array.from(text, (_, i) => i).filter((i) => text.startsWith(t, i)).map((i) => `${t}@${i}-${i + t.length}`)).sort();
      expect(matches(terms, text)).toEqual(naive);
    }));
  });
});

describe('quantities', () => {
  test.each([
    ['2024年用电量为45,074.37兆瓦时', ['45074.37 energy @2024']],
    ['员工1.2万人', ['1.2 people']],
    ['同比下降3.5%', ['3.5 percent change']],
    ['投入人民币300万元', ['300 money']],
    ['排放强度0.35吨二氧化碳当量/万元', ['0.35 ratio']],
    ['iso14001、gb/t 32150、第3章、305-1、2024年12月31日', []],
    ['电话010-58749000', []],
    ['scope 1 emissions of 1,234 tco2e', ['1 ', '1234 emissions']],
    ['2023年为10吨,2024年为12吨', ['10 mass @2023', '12 mass @2024']],
    ['30-50岁员工', []],
    ['占比下降至3.5%', ['3.5 percent']],
    ['recycled content made up 27%', ['27 percent']],
    ['emissions of 1.2 million tco2e', ['1.2 emissions']],
    ['耗电9879982千瓦时,邮编2017020', ['9879982 energy']],
    ['the board met four times', ['4 incidents/ratio']],
    ['研发费用(万元):8,650', ['8650 money']],
    ['节电量mwh 2,310', ['2310 energy']],
    ['用水量 吨 1,200', ['1200 mass']],
    ['共12人 345 家', ['12 people', '345 items']],
    ['天然气\t立方米\t6326700\n', ['6326700 volume']],
    ['捐款近四万元,惠及二十余家企业、一百二十人', ['4 money', '20 items', '120 people']],
    ['走进千家万户,一家企业,第三十二次会议,二十大精神,七十周年', []],
    ['召开三次会议,进一步完善,第三次', ['3 incidents/items']],
  ])('%s', (text, expected) => expect(figures(normalise(text))).toEqual(expected));

  test('years, bare or marked', () => expect(readYears('fy2022 与 2024 年度, 12024 和 2024.5', 0, 40).map((y) => y.year)).toEqual([2022, 2024]));

  test('the unit of a bare figure comes from its row', () => {
    const facts = factsOf('| 指标 | 单位 | 2024年 |\n| --- | --- | --- |\n| 用水 | 吨 | 300 |', {});
    const row = facts.document.passages.findIndex((p) => facts.document.text.slice(p.start, p.end).includes('300'));
    expect([...facts.looseUnits(row)]).toContain('mass');
    expect(facts.quantities(row).map((q) => [q.value, q.year])).toEqual([[300, 2024]]);
  });
});

const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

test.each([
  ['公司制定了《反腐败管理办法》', [true]],
  ['公司严格遵守《中华人民共和国劳动法》', [false]],
  ['根据《上市公司治理准则》,公司修订了《公司章程》和《董事会议事规则》', [false, true, false]],
  ['按照《安全生产管理办法》开展工作', [false]],
  ['公司依据国家法律制定《安全生产管理办法》', [true]],
])('own documents in %s', (text, own) => expect(readNamedDocuments(text, 0, text.length).map((d) => d.own)).toEqual(own));

test.each([['二十四', 24], ['五十', 50], ['十一', 11], ['一百零三', 103], ['47', 47]])('%s is %i', (text, n) => expect(chineseNumber(text)).toBe(n));

test('a report without an index claims nothing', () => {
  const document = readText('x', '公司依据 GRI 标准编制本报告。公司披露了 305-1 所要求的排放数据。');
  expect(readIndexEntries(document, [])).toEqual([]);
});

test('a term is folded as text is', () => expect(normaliseTerm(' Scope　１ ')).toBe('scope1'));
