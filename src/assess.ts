/** What a finding means for this company: finding + obligation + profile. Never looks at text. */
import type { Assessment, Disclosure, Evidence, GapReport, RequirementResult, Status, Summary, UnitFinding } from './model/gap-report';
import type { Catalog } from './model/catalog';
import type { Localized, Standard, Unit } from './model/standard';
import type { Profile } from './model/profile';

/** Above this share of unreadable text an absence proves nothing. */
const UNREADABLE_LIMIT = 0.2;

/** The date that decides which editions are owed: given, else the middle of the year after the period, else null. */
export function publicationDate(profile: Profile): string | null {
  if (profile.publicationDate) return profile.publicationDate;
  return profile.period ? `${Number(profile.period.to.slice(0, 4)) + 1}-06-30` : null;
}

/** Is the unit assessed for a report published then, under this profile? An unknown date takes the editions of 2025. */
export function isAssessed(unit: Unit, profile: Profile): boolean {
  if (!unit.assessed) return false;
  if (profile.whitePaperOnly && unit.provenance !== undefined && unit.provenance !== 'white-paper') return false;
  const date = publicationDate(profile) ?? '2025-12-31';
  return (unit.effective?.from ?? '') <= date && date <= (unit.effective?.until ?? '9999');
}

interface Verdict {
  readonly status: Status;
  readonly because: Localized;
}

type Row = (unit: Unit, finding: UnitFinding, context: Context) => Verdict | null;

interface Context {
  readonly profile: Profile;
  readonly standard: Standard;
  readonly group: string;
  readonly unreadableShare: number;
}

/** The decision table of the design, §5: the first row that holds decides. */
const TABLE: readonly Row[] = [
  (unit, _finding, { profile }) => {
    const { ask, is, text } = unit.condition ?? {};
    if (ask === undefined || text === undefined) return null;
    const answer = profile.answers?.[ask];
    if (answer === undefined) return verdict('review', `档案未回答“${ask}”，无法判断适用条件：${text.zh}`, `profile lacks "${ask}", so it cannot be told whether this applies: ${text.en}`);
    return answer === (is ?? true) ? null : verdict('not-applicable', `档案回答“${ask}”为${answer ? '是' : '否'}，条件不成立：${text.zh}`, `profile answers "${ask}" with ${answer ? 'yes' : 'no'}, the condition does not hold: ${text.en}`);
  },
  (unit, _finding, { profile, standard, group }) => {
    const isTopical = standard.id === 'gri-2021' && Number(group) > 100;
    if (!isTopical || !profile.materialTopics || profile.materialTopics.includes(group)) return null;
    return verdict('not-applicable', `档案未将 GRI ${group} 列为实质性议题`, `the profile does not list GRI ${group} as a material topic (${unit.clause})`);
  },
  (unit, finding) => {
    const core = unit.leaves.filter((l) => l.role === 'core').map((l) => l.id);
    const open = finding.findings.flatMap((f) => (f.outcome === 'undetermined' ? [f] : []));
    const isOpen = open.length === finding.findings.length || (core.length > 0 && core.every((id) => open.some((f) => f.leaf === id)));
    if (!isOpen || finding.disclosure === 'disclosed' || open[0] === undefined) return null;
    return verdict('review', `需人工判断：${open[0].because.zh}`, `needs a reader: ${open[0].because.en}`);
  },
  (_unit, finding, { unreadableShare }) => {
    if (finding.disclosure !== 'missing' || unreadableShare <= UNREADABLE_LIMIT) return null;
    const share = Math.round(unreadableShare * 100);
    return verdict('review', `报告约 ${share}% 的文字无法辨读，未找到不等于未披露`, `about ${share} % of the report could not be read, so not found does not mean not disclosed`);
  },
  (unit, finding) => {
    if (finding.disclosure !== 'explained') return null;
    return unit.omission === false
      ? verdict('gap', '报告作了解释，但该披露项不允许从略', 'the report explains, but this disclosure may not be omitted')
      : verdict('explained', '报告说明了不适用或从略的原因', 'the report says that it does not apply or is left out, and why');
  },
  (_unit, finding) => {
    if (finding.confidence !== 'low') return null;
    const { zh, en } = LOOKS[finding.disclosure];
    return verdict('review', `初判${zh}，但这样得出的结论在标注报告上不够可靠，请人工确认`, `looks ${en}, but verdicts reached this way were not reliable enough on labelled reports: please confirm`);
  },
  (_unit, finding) => (finding.disclosure === 'disclosed' ? verdict('met', '核心要求均有具体内容', 'the core is answered concretely') : null),
  (_unit, finding) => (finding.disclosure === 'partial' ? verdict('weak', `部分要求有内容，尚缺：${lacking(finding)}`, `answered in part; lacking: ${lacking(finding)}`) : null),
  () => verdict('gap', '正文中未找到公司自身的具体内容', 'nothing company-specific was found in the body'),
];

const LOOKS: Readonly<Record<Disclosure, Localized>> = {
  disclosed: { zh: '已披露', en: 'disclosed' }, partial: { zh: '部分披露', en: 'disclosed in part' },
  missing: { zh: '未披露', en: 'missing' }, explained: { zh: '已解释', en: 'explained' },
};

const verdict = (status: Status, zh: string, en: string): Verdict => ({ status, because: { zh, en } });

const lacking = (finding: UnitFinding): string => finding.findings.filter((f) => f.outcome !== 'satisfied').map((f) => f.leaf).join(', ');

/** One assessment for each finding, in the same order. */
export function assess(findings: readonly UnitFinding[], catalog: Catalog, profile: Profile, unreadableShare: number): readonly Assessment[] {
  const places = new Map(catalog.standards.flatMap((standard) => standard.groups.flatMap((g) => g.units.map((unit) => [unit.id, { unit, standard, group: g.id }] as const))));
  return findings.map((finding) => {
    const { unit, standard, group } = places.get(finding.unit)!;
    const context: Context = { profile, standard, group, unreadableShare };
    const decided = TABLE.reduce<Verdict | null>((held, row) => held ?? row(unit, finding, context), null)!;
    return toAssessment(unit, finding, decided, catalog.rules.get(unit.id)?.remedy ?? unit.title);
  });
}

function toAssessment(unit: Unit, finding: UnitFinding, decided: Verdict, remedy: Localized): Assessment {
  const { disclosure, confidence, evidence, searched, claim, level, elements } = finding;
  return {
    standard: finding.standard, unit: unit.id, title: unit.title, clause: unit.clause, obligation: unit.obligation,
    disclosure, status: decided.status, because: decided.because, confidence, evidence, searched, claim,
    requirements: finding.findings.map((f): RequirementResult => ({
      id: f.leaf, outcome: f.outcome, lacks: f.lacks,
      evidence: 'evidence' in f ? indexesOf(f.evidence, evidence) : [],
      ...(f.outcome === 'undetermined' ? { because: f.because } : {}),
    })),
    remedy,
    ...(level === undefined ? {} : { level }), ...(elements === undefined ? {} : { elements }),
    ...(unit.provenance ? { provenance: unit.provenance } : {}),
  };
}

const indexesOf = (some: readonly Evidence[], all: readonly Evidence[]): readonly number[] =>
  some.map((e) => all.findIndex((a) => a.line === e.line && a.quote === e.quote)).filter((i) => i >= 0);

const OBLIGING = new Set(['shall', 'comply-or-explain']);

/** Does a gap here fail a run? `should` and `may` are opportunities. */
export const obliges = (a: Pick<Assessment, 'obligation'>): boolean => OBLIGING.has(a.obligation);

/** Counts by standard; every assessment falls into exactly one. */
export function summarise(assessments: readonly Assessment[], standards: readonly { readonly id: string }[]): GapReport['summary'] {
  return Object.fromEntries(standards.map(({ id }) => [id, summaryOf(assessments.filter((a) => a.standard === id))]));
}

function summaryOf(all: readonly Assessment[]): Summary {
  const isOpportunity = (a: Assessment): boolean => !obliges(a) && (a.status === 'weak' || a.status === 'gap');
  const count = (status: Status): number => all.filter((a) => a.status === status && !isOpportunity(a)).length;
  const owed = all.filter((a) => obliges(a) && a.status !== 'not-applicable' && a.status !== 'explained');
  const met = owed.filter((a) => a.status === 'met').length;
  const open = owed.filter((a) => a.status === 'review').length;
  const share = (n: number): number => Math.round((n / owed.length) * 1000) / 1000;
  return {
    units: all.length, met: count('met'), weak: count('weak'), gap: count('gap'), explained: count('explained'),
    notApplicable: count('not-applicable'), review: count('review'), opportunities: all.filter(isOpportunity).length,
    completeness: owed.length === 0 ? null : { atLeast: share(met), atMost: share(met + open) },
  };
}
