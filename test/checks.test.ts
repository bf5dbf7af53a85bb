import { runCheck } from '../src/checks';
import type { Check } from '../src/model/rule';
import { check, factsOf } from './helpers';

const CONCEPTS = {
  women: { en: ['women'] },
  staff: { zh: ['员工总数', '在职员工', '员工'], en: ['employees', 'headcount'] },
  power: { zh: ['外购电力', '用电量'], en: ['electricity'] },
  corruption: { zh: ['贪污', '反腐败', '腐败'], en: ['corruption', 'anti-corruption'] },
  training: { zh: ['培训'], en: ['training'] },
  safety: { zh: ['安全生产', '安全事故'], en: ['safety'] },
  water: { zh: ['用水量', '节水'], en: ['water'], not: ['节水办'] },
  gases: { zh: ['甲烷', '二氧化碳', '氧化亚氮'], en: ['methane'] },
};

const outcome = (text: string, c: Check, year = 2024): string => {
  const result = runCheck(factsOf(text, CONCEPTS, year), c);
  return result.outcome === 'partly' ? `partly:${result.lacks.join()}` : result.outcome;
};

type Case = readonly [text: string, expected: string];

describe('quantity', () => {
  const staff = check.quantity('staff', 'people');
  const power = check.quantity('power', 'energy');
  const cases: readonly (readonly [Check, ...Case])[] = [
    [staff, '截至2024年末，公司在职员工 1,200 人。', 'satisfied'],
    [staff, '公司员工人数众多，充满活力。', 'unsatisfied'],
    [staff, '2023年末，公司在职员工1,100人。', 'partly:period'],
    [staff, 'At year end we had 1,200 employees.', 'satisfied'],
    [staff, '公司计划将员工总数增至2,000人，公司将继续招聘。', 'unsatisfied'],
    [power, '2024年外购电力45,074.37兆瓦时。', 'satisfied'],
    [power, '用电量同比下降3%。', 'partly:figure'],
    [power, '用电量 45,074', 'partly:unit'],
    [power, '公司于2024年12月31日检查用电量。', 'unsatisfied'],
    [power, '| 指标 | 单位 | 2024年 |\n| --- | --- | --- |\n| 外购电力 | 兆瓦时 | 45,074 |', 'satisfied'],
    [power, '| 指标 | 2023年 | 2024年 |\n| --- | --- | --- |\n| 外购电力（兆瓦时） | 44,000 | 45,074 |', 'satisfied'],
    [power, '| 指标 | 单位 | 2022年 | 2023年 |\n| --- | --- | --- | --- |\n| 外购电力 | 兆瓦时 | 44,000 | 45,074 |', 'partly:period'],
    [power, '单位营收用电量为12千瓦时/万元。', 'unsatisfied'],
    [check.quantity('women', 'people'), 'We employ 801 men and 483 women.', 'satisfied'],
    [check.quantity('power', 'energy', { period: 'any' }), '2020年用电量为300兆瓦时。', 'satisfied'],
  ];
  test.each(cases)('%# %j', (c, text, expected) => expect(outcome(text, c)).toBe(expected));
});

describe('mentions', () => {
  const both = check.mentions(['training'], { with: [['corruption']] });
  const cases: readonly (readonly [Check, ...Case])[] = [
    [both, '公司开展反腐败培训12场。', 'satisfied'],
    [both, '公司开展培训12场。反腐败工作有序推进。', 'unsatisfied'],
    [check.mentions(['training'], { with: [['corruption']], window: 'paragraph' }), '公司每季度开展培训12场。反腐败工作有序推进。', 'satisfied'],
    [check.mentions(['training'], { with: [['corruption']], window: 'section' }), '# 反腐败\n\n公司每季度开展培训12场。', 'satisfied'],
    [check.mentions(['corruption']), '公司始终坚持反腐败，一如既往。', 'unsatisfied'],
    [check.mentions(['corruption']), '公司将进一步开展反腐败工作。', 'unsatisfied'],
    [check.mentions(['water']), '公司获节水办表彰3次。', 'unsatisfied'],
    [check.mentions(['gases'], { atLeast: 2 }), '核算的气体包括二氧化碳和甲烷，每年核算。', 'satisfied'],
    [check.mentions(['gases'], { atLeast: 2 }), '核算的气体为二氧化碳，每年核算。', 'unsatisfied'],
    [check.mentions(['training'], { without: ['safety'] }), '公司开展安全生产培训12场。', 'unsatisfied'],
  ];
  test.each(cases)('%# %j', (c, text, expected) => expect(outcome(text, c)).toBe(expected));
});

describe('statements', () => {
  const cases: readonly (readonly [Check, ...Case])[] = [
    [check.plain('document', 'corruption'), '公司制定了《反腐败管理办法》。', 'satisfied'],
    [check.plain('document', 'corruption'), '公司严格遵守《中华人民共和国反腐败法》。', 'unsatisfied'],
    [check.plain('document', 'corruption'), 'We adopted an anti-corruption policy.', 'satisfied'],
    [check.plain('body', 'corruption'), '公司设立监察部，负责反腐败工作。', 'satisfied'],
    [check.plain('body', 'corruption'), '公司反对一切腐败行为。', 'unsatisfied'],
    [check.plain('action', 'safety'), '2024年6月，公司组织安全生产演练。', 'satisfied'],
    [check.plain('action', 'safety'), '公司将组织安全生产演练2次，公司将继续努力。', 'unsatisfied'],
    [check.plain('zero', 'corruption'), '报告期内，公司未发生贪污案件。', 'satisfied'],
    [check.plain('zero', 'corruption'), '| 指标 | 2024年 |\n| --- | --- |\n| 贪污诉讼案件（起） | 0 |', 'satisfied'],
    [check.plain('zero', 'corruption'), '公司对腐败零容忍，查处贪污案件2起。', 'unsatisfied'],
    [check.plain('trend', 'power'), '用电量较上年下降5%。', 'satisfied'],
    [check.plain('trend', 'power'), '用电量为500千瓦时。', 'unsatisfied'],
    [check.plain('target', 'power'), '公司的目标是到2030年用电量减少20%。', 'satisfied'],
    [check.plain('target', 'power'), '公司努力减少用电量。', 'unsatisfied'],
    [check.mentions(['corruption']), '公司开展反腐败培训12场，未来将扩大范围。', 'satisfied'],
    [check.mentions(['corruption']), '公司计划于明年扩大范围，开展反腐败培训12场。', 'unsatisfied'],
    [check.plain('index', 'corruption'), '# GRI 内容索引\n\n| 编号 | 披露项 | 页码 |\n|---|---|---|\n| 205-1 | 反腐败风险 | 8 |\n| 205-2 | 反腐败培训 | 8 |\n| 302-1 | 能耗 | 9 |\n| 303-3 | 取水 | 9 |\n', 'satisfied'],
    [check.plain('index', 'corruption'), '公司开展反腐败培训，见内容索引。', 'unsatisfied'],
    [check.plain('reference', 'corruption'), '反腐败情况详见公司年度报告“公司治理”一节。', 'partly:pointer-only'],
  ];
  test.each(cases)('%# %j', (c, text, expected) => expect(outcome(text, c)).toBe(expected));
});

describe('breakdown', () => {
  const gender = check.breakdown('staff', 'gender');
  const cases: readonly Case[] = [
    ['公司员工中，男性800人，女性400人。', 'satisfied'],
    ['公司员工中，女性占33%。', 'partly:breakdown'],
    ['公司员工男女平等。', 'unsatisfied'],
    ['员工构成\n\n| 类别 | 人数 |\n| --- | --- |\n| 男性员工 | 800 |\n| 女性员工 | 400 |', 'satisfied'],
  ];
  test.each(cases)('%# %j', (text, expected) => expect(outcome(text, gender)).toBe(expected));
});

test('a manual check asks its question and decides nothing', () => {
  const result = runCheck(factsOf('任何文字。', CONCEPTS), { kind: 'manual', question: { zh: '问？', en: 'ask?' }, because: { zh: '因', en: 'why' } });
  expect(result).toEqual({ outcome: 'undetermined', because: { zh: '问？', en: 'ask?' } });
});
