/** The measuring scripts: a wrong ruler measures nothing. */
import { documentOf, quotedBlocks, saysNil, shiftYears, withoutFigures, withoutUnits, changed } from '../scripts/drafts';
import { confidenceLeftOut, fitReliability, fitShare, leaveOneOut, recordsOf, type Observation } from '../scripts/fit';
import { bandOf, confidenceIn, foundHow, levelKey } from '../src/reliability';
import type { Outcome } from '../src/model/gap-report';
import type { Leaf, Standard, Unit } from '../src/model/standard';

const two = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const leaves: readonly Leaf[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, asks: two(id), nature: 'qualitative', role: 'plain' }));
const of: Unit = { id: 'U-1', clause: '1', title: two('one'), obligation: 'shall', nature: 'qualitative', assessed: true, leaves };
const standard: Standard = { id: 'club', title: two('club'), edition: '1', publisher: 'us', source: 'here', scoring: 'share', questions: [], topics: [], formerCodes: [], groups: [{ id: 'a', title: two('a'), units: [of] }] };

/** A unit with so many of its four leaves met, and its label. */
function seen(report: string, met: number, gold: string): Observation {
  const outcomes = leaves.map((l, i): { leaf: string; outcome: Outcome } => ({ leaf: l.id, outcome: i < met ? 'satisfied' : 'unsatisfied' }));
  const got = met === 0 ? 'missing' : met >= 3 ? 'disclosed' : 'partial';
  return { report, unit: 'U-1', gold, got, why: '', goldQuotes: [], gotQuotes: [], leaves: '', kind: 'one reader', standard, of, isExplained: false, outcomes, found: foundHow(got, outcomes.map((o) => o.outcome), true) };
}

describe('fitting', () => {
  test('the share follows the labels; three quarters where they say nothing', () => {
    expect(fitShare([])).toBe(0.75);
    expect(fitShare([seen('r', 2, 'disclosed'), seen('s', 1, 'partial')])).toBe(0.5);
    expect(fitShare([seen('r', 3, 'partial'), seen('s', 4, 'disclosed')])).toBe(0.8);
  });
  test('a report is judged by what was fitted to the others', () => {
    const all = [seen('r', 2, 'disclosed'), seen('s', 2, 'disclosed'), seen('t', 2, 'partial')];
    expect(leaveOneOut(all).map((o) => o.got)).toEqual(['partial', 'partial', 'disclosed']);
  });
  test('records count what was found, answered and both', () => {
    expect(recordsOf([seen('r', 4, 'disclosed'), seen('s', 0, 'partial'), seen('t', 1, 'missing')])).toEqual({ 'U-1': { reports: 3, agreed: 1, found: 2, answered: 2, both: 1, heldOut: { reports: 0, agreed: 0 } } });
  });
  test('levels: right often is high, wrong often is low, few cases are medium', () => {
    const many = Array.from({ length: 60 }, (_, i) => seen(`r${i}`, 4, 'disclosed'));
    const good = levelKey('disclosed, whole', 'good');
    expect(fitReliability(many).levels[good]).toBe('high');
    expect(fitReliability(many.slice(0, 12)).levels[good]).toBe('medium');
    const bad = Array.from({ length: 60 }, (_, i) => seen(`r${i}`, 4, i % 2 === 0 ? 'disclosed' : 'partial'));
    expect(Object.values(fitReliability(bad).levels)).toEqual(['low']);
    expect(new Set(confidenceLeftOut(bad).map((l) => l.level))).toEqual(new Set(['low']));
  });
  test('an unmeasured catalogue is sure of nothing, an unlabelled unit is as good as a fair one', () => {
    expect(confidenceIn(undefined, 'U-1', 'missing, unnamed')).toBe('medium');
    expect(bandOf(undefined)).toBe('fair');
    expect(bandOf({ reports: 20, agreed: 20 })).toBe('good');
    expect(bandOf({ reports: 20, agreed: 12 })).toBe('poor');
  });
});

describe('cuts', () => {
  test.each([
    ['2024年用电量为1,234.5万千瓦时，人均3.2度', '2024年用电量为，人均'],
    ['参训96人次，覆盖率98.5%', '参训，覆盖率'],
    ['ISO 14001 和 co2 不动', 'ISO  和 co2 不动'],
  ])('without figures: %s', (text, expected) => expect(withoutFigures(text)).toBe(expected));
  test('years move, figures that look like years do not', () => expect(shiftYears('2024年2,024人，2023年', -4)).toBe('2020年2,024人，2019年'));
  test('units go from sentences, cells, brackets and the column of units', () => {
    const [sentence, rows] = withoutUnits([
      { kind: 'paragraph', text: '用水12吨（单位：吨）。' },
      { kind: 'table', header: [['指标', '单位', '2024']], rows: [['用电', '万千瓦时', '12'], ['用水', '吨', '3']] },
    ]);
    expect(sentence!.text).toBe('用水12。');
    expect(rows!.rows).toEqual([['用电', '', '12'], ['用水', '', '3']]);
  });
  test('headings are never cut', () => expect(changed([{ kind: 'heading', text: '3 员工' }], withoutFigures)[0]!.text).toBe('3 员工'));
  test.each([['报告期内未发生泄露', true], ['0起', true], ['no incidents', true], ['发生10起', false], ['减少2.05吨', false]])('%s says nil: %s', (text, nil) => expect(saysNil([text])).toBe(nil));
  test('a quote brings its sentence, its heading and its table head, and nothing else', () => {
    const document = documentOf('x', 'zh', [
      { kind: 'heading', text: '用水管理' }, { kind: 'paragraph', text: '公司安装了节水龙头。全年用水量为12吨。' },
      { kind: 'table', header: [['指标', '2024']], rows: [['用水量', '12'], ['用电量', '34']] },
    ]);
    expect(quotedBlocks(document, ['全年用水量为12吨', '用电量\t34'])).toEqual([
      { kind: 'heading', level: 1, text: '用水管理' }, { kind: 'paragraph', text: '全年用水量为12吨。' },
      { kind: 'heading', level: 1, text: '用水管理' }, { kind: 'table', header: [['指标', '2024']], rows: [['用电量', '34']] },
    ]);
    expect(quotedBlocks(document, ['没有这句话'])).toBeNull();
  });
});
