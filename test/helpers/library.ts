/** The library with a small catalogue and a made-up gap report in place of the engine: the commands' own work is what is tested. */
import type { Library } from '../../src/cli/context';
import { UserError } from '../../src/errors';
import { explainUnit } from '../../src/explain';
import { LABELS, describeProblems, detail, say } from '../../src/messages';
import type { Catalog } from '../../src/model/catalog';
import type { ReportDocument } from '../../src/model/document';
import type { GapReport } from '../../src/model/gap-report';
import type { Profile } from '../../src/model/profile';
import type { LeafRule } from '../../src/model/rule';
import type { Standard, Unit } from '../../src/model/standard';
import { nearest } from '../../src/nearest';
import { applySettings, parseProfile } from '../../src/profile';
import { renderExplanation } from '../../src/render/explain';
import { renderJson } from '../../src/render/json';
import { renderStandards, renderUnits, renderVerification } from '../../src/render/lists';
import { renderMarkdown } from '../../src/render/markdown';
import { renderTable } from '../../src/render/table';
import { gapReport } from './gap-report';

const unitOf = (id: string, over: Partial<Unit> = {}): Unit => ({
  id, clause: id, title: { zh: '标题', en: 'Title' }, obligation: 'shall', nature: 'quantitative', assessed: true,
  leaves: [{ id: 'a', asks: { zh: '总量', en: 'total' }, nature: 'quantitative', role: 'core' }], ...over,
});

const standardOf = (id: string, units: readonly Unit[]): Standard => ({
  id, title: { zh: id, en: id }, edition: '2021', publisher: 'p', source: 's', scoring: 'share', topics: [], formerCodes: [],
  questions: [{ id: 'dual-listed', asks: { zh: '是否两地上市', en: 'dual listed?' } }], groups: [{ id: '305', title: { zh: '组', en: 'group' }, units }],
});

const rule: LeafRule = {
  leaf: 'a', where: 'rules/gri-2021/305.yaml:9',
  expression: { op: 'any', parts: [{ op: 'check', check: { kind: 'quantity', of: ['scope-1'], with: [['ghg']], without: [], window: 'sentence', dimension: ['emissions'], period: 'reporting' } }] },
  examples: { satisfies: [{ text: '范围一排放量为12吨。' }, { text: 'Scope 1 was 12 t.' }], violates: [{ text: '积极减排。' }], nearMiss: [] },
};

/** Two standards, one unit with a rule, one unit that is never assessed. */
export function smallCatalog(): Catalog {
  return {
    standards: [
      standardOf('gri-2021', ['GRI 305-1', 'GRI 305-2', 'GRI 2-1', 'GRI 2-2', 'GRI 2-3', 'GRI 2-4'].map((id) => unitOf(id))),
      standardOf('szse-17', [unitOf('SZSE17-24-2'), unitOf('SZSE17-27-1'), unitOf('SZSE17-5-9', { assessed: false, unassessedBecause: { zh: '行为要求', en: 'conduct' } })]),
    ],
    rules: new Map([['GRI 305-1', { standard: 'gri-2021', unit: 'GRI 305-1', about: ['scope-1'], leaves: [rule], remedy: { zh: '披露总量', en: 'State the total' } }]]),
    lexicon: { concepts: [{ id: 'scope-1', zh: ['范围一', '范围1', '直接排放', '范畴一', '范畴1'], en: ['scope 1'], not: [] }], units: {}, breakdowns: {} },
    versions: { 'gri-2021': { version: '1', sha256: 'ab'.repeat(32) } },
  };
}

const documentOf = (name: string): ReportDocument => ({
  name, sha256: '', language: 'zh', pages: null, unreadablePages: [], unreadableShare: 0, source: '', text: '', origin: new Int32Array(), blocks: [], passages: [], sections: [], notes: [],
});

/** What the stub was asked; `bytes` that say `broken` cannot be read, `bug` throws, `good` has nothing to fault. */
export interface Asked { profile: Profile | null; userDirs: readonly string[] | undefined; units: readonly string[] }

export function stubLibrary(over: Partial<Library> = {}): { library: Library; asked: Asked } {
  const asked: Asked = { profile: null, userDirs: undefined, units: [] };
  const library: Library = {
    VERSION: '9.9.9', UserError, LABELS, say, detail, describeProblems, nearest, explainUnit, parseProfile, applySettings,
    renderTable, renderJson, renderMarkdown, renderExplanation, renderStandards, renderUnits, renderVerification,
    obliges: (a) => a.obligation === 'shall' || a.obligation === 'comply-or-explain',
    loadCatalog: (options) => { asked.userDirs = options?.userDirs; return { ok: true, value: smallCatalog() }; },
    readReport: ({ name, bytes }) => {
      const text = new TextDecoder().decode(bytes);
      if (text === 'bug') throw new TypeError('x is\nundefined');
      return text === 'broken' ? { ok: false, problems: [{ code: 'binary-file', detail: name, where: { file: name } }] } : { ok: true, value: documentOf(`${name}${text === 'good' ? '#good' : ''}`) };
    },
    checkReport: (document, _catalog, profile) => { asked.profile = profile; return reportFor(document.name); },
    verifyExamples: (_catalog, only) => { asked.units = only ?? []; return { ran: 3, passed: 3, failures: [], staleKnownGaps: [], knownGaps: 0 }; },
    ...over,
  };
  return { library, asked };
}

function reportFor(name: string): GapReport {
  const report = gapReport();
  const assessments = name.endsWith('#good') ? report.assessments.filter((a) => a.status === 'met' || a.obligation === 'should') : report.assessments;
  return { ...report, assessments, report: { ...report.report, name: name.replace('#good', '') } };
}
