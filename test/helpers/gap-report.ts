/** A made-up gap report with every kind of status, and text that means harm. */
import type { Assessment, Evidence, GapReport, Summary } from '../../src/model/gap-report';

export const ESC = '\u001b';

export const quoteOf = (quote: string, line = 231, page: number | null = 12): Evidence => ({ quote, page, section: ['环境', '应对气候变化'], line });

export function assessmentOf(given: Partial<Assessment> & Pick<Assessment, 'unit' | 'status'>): Assessment {
  return {
    standard: 'gri-2021', title: { zh: '直接（范围1）温室气体排放', en: 'Direct (Scope 1) GHG emissions' }, clause: given.unit.replace('GRI ', ''),
    obligation: 'shall', disclosure: 'missing', because: { zh: '正文中未见披露', en: 'the body does not answer it' }, confidence: 'high', evidence: [],
    searched: { concepts: ['scope-1', 'ghg'], blocks: 1840, nearest: null }, claim: { inIndex: false, pointsTo: null, holds: null }, requirements: [],
    remedy: { zh: '披露报告期范围一温室气体排放总量（吨二氧化碳当量），并说明核算标准、排放因子来源与合并方法。', en: 'State gross Scope 1 emissions for the period in tonnes of CO2 equivalent, with the standard, factors and consolidation approach.' },
    ...given,
  };
}

export const summaryOf = (given: Partial<Summary>): Summary => ({
  units: 0, met: 0, weak: 0, gap: 0, explained: 0, notApplicable: 0, review: 0, opportunities: 0, completeness: { atLeast: 0.61, atMost: 0.74 }, ...given,
});

const gri: readonly Assessment[] = [
  assessmentOf({
    unit: 'GRI 305-1', status: 'weak', disclosure: 'partial', because: { zh: '部分披露', en: 'partly disclosed' },
    evidence: [quoteOf('2024年，公司范围一温室气体排放量为1,234.5吨二氧化碳当量，较上年下降3%；主要来自自有车辆与备用发电机。'), quoteOf(`${ESC}[31m排放${ESC}[0m强度同比下降3%\u0007`, 240, null)],
    requirements: [
      { id: 'a', outcome: 'satisfied', evidence: [0], lacks: [] },
      { id: 'b', outcome: 'partly', evidence: [0], lacks: ['unit', 'period', 'some-new-code'] },
      { id: 'd-i', outcome: 'unsatisfied', evidence: [], lacks: ['figure'] },
      { id: 'g', outcome: 'undetermined', evidence: [], lacks: [], because: { zh: '机器看不出合并方法', en: 'text cannot tell the consolidation approach' } },
    ],
  }),
  assessmentOf({
    unit: 'GRI 305-2', status: 'gap', title: { zh: '能源间接（范围2）温室气体排放', en: 'Energy indirect (Scope 2) GHG emissions' },
    searched: { concepts: ['scope-2'], blocks: 1840, nearest: quoteOf('| # [点这里](http://evil.example) <img src=x> `code` 办公用电 ![x](y) 详见 www.evil.example') },
    claim: { inIndex: true, pointsTo: '3.2 绿色运营', holds: false },
    requirements: [{ id: 'a', outcome: 'unsatisfied', evidence: [], lacks: ['figure'] }],
  }),
  assessmentOf({ unit: 'GRI 2-1', status: 'met', disclosure: 'disclosed', because: { zh: '已披露', en: 'disclosed' }, evidence: [quoteOf('公司总部位于某市。')] }),
  assessmentOf({ unit: 'GRI 2-2', status: 'review', disclosure: 'missing', confidence: 'low', because: { zh: '档案缺少：是否编制合并报表', en: 'profile lacks: consolidated statements' } }),
  assessmentOf({ unit: 'GRI 2-3', status: 'explained', disclosure: 'explained', because: { zh: '已说明理由', en: 'reason given' }, evidence: [quoteOf('因商业机密，本报告不披露该项。')] }),
  assessmentOf({ unit: 'GRI 2-4', status: 'not-applicable', because: { zh: '不适用：首次编制', en: 'not applicable: first report' } }),
];

const szse: readonly Assessment[] = [
  assessmentOf({ standard: 'szse-17', unit: 'SZSE17-24-2', clause: '第二十四条第2款', status: 'gap', obligation: 'comply-or-explain', title: { zh: '温室气体排放总量、核算范围与方法', en: 'Total GHG emissions, scope and method' } }),
  assessmentOf({ standard: 'szse-17', unit: 'SZSE17-27-1', clause: '第二十七条第1款', status: 'gap', obligation: 'should', title: { zh: '鼓励披露范围三排放', en: 'Scope 3 emissions, encouraged' } }),
];

const bsia: readonly Assessment[] = [
  assessmentOf({ standard: 'bsia-003', unit: 'RG01', clause: 'RG01', status: 'weak', disclosure: 'partial', level: 1, elements: 'A', provenance: 'white-paper', title: { zh: '社会责任理念', en: 'Responsibility concept' }, evidence: [quoteOf('公司开展了3次主题活动。')] }),
];

/** The report that most tests show. */
export function gapReport(): GapReport {
  return {
    schema: 'lacuna/gap-report@1',
    tool: { name: 'lacuna', version: '0.1.0' },
    report: {
      name: '云帆科技2024年度可持续发展报告.txt', sha256: 'ab'.repeat(32), pages: 98, unreadablePages: [3, 4], language: 'zh',
      period: { from: '2024-01-01', to: '2024-12-31' },
      notes: [{ code: 'page-unreadable', detail: { zh: 'p. 3, 4', en: 'p. 3, 4' } }, { code: 'encoding-guessed', detail: { zh: `GB18030${ESC}]0;owned\u0007`, en: `GB18030${ESC}]0;owned\u0007` }, line: 1 }],
    },
    profile: { exchange: 'szse', griClaim: 'in-accordance', publicationDate: '2025-04-20', period: { from: '2024-01-01', to: '2024-12-31' }, firstYear: true, materialTopics: ['01', '02'], answers: { 'dual-listed': false, 'pollutant-list': true }, whitePaperOnly: false },
    detected: { exchange: 'szse', period: { from: '2024-01-01', to: '2024-12-31' }, standardsCited: ['gri-2021'], quotes: { exchange: '深圳证券交易所' } },
    standards: [
      { id: 'gri-2021', title: { zh: 'GRI 标准（2021）', en: 'GRI Standards (2021)' }, edition: '2021', rules: { version: '2024.1', sha256: 'cd'.repeat(32) } },
      { id: 'szse-17', title: { zh: '深交所第17号指引', en: 'SZSE Guideline No. 17' }, edition: '2024-04', rules: { version: '2024.1', sha256: 'ef'.repeat(32) } },
      { id: 'bsia-003', title: { zh: '北京软协 T/BSIA 003-2022', en: 'T/BSIA 003-2022' }, edition: '2022', unofficial: { zh: '依公开资料重构，非标准原文', en: 'reconstructed from public sources, not the official text' }, rules: { version: '2024.1', sha256: '01'.repeat(32) } },
    ],
    assessments: [...gri, ...szse, ...bsia],
    summary: {
      'gri-2021': summaryOf({ units: 6, met: 1, weak: 1, gap: 1, explained: 1, notApplicable: 1, review: 1, completeness: { atLeast: 0.615, atMost: 0.738 } }),
      'szse-17': summaryOf({ units: 2, gap: 1, opportunities: 1, completeness: { atLeast: 0, atMost: 0 } }),
      'bsia-003': summaryOf({ units: 1, weak: 1, completeness: null }),
    },
  };
}
