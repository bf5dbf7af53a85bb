/** What the outputs have in common: phrases made of the gap report's fields. */
import type { Assessment, Evidence, GapReport, RequirementResult, Status, Summary } from '../model/gap-report';
import type { Lang } from '../model/standard';
import { LABELS, LACKS, STATUSES, say } from '../messages';

/** How a gap report is to be shown. */
export interface RenderOptions {
  readonly lang: Lang;
  /** Units with these statuses are listed; the others are counted. */
  readonly show: readonly Status[];
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

/** `should` and `may` units that are weak or missing: listed apart, they never fail a run. */
export function isOpportunity(assessment: Assessment): boolean {
  const { obligation, status } = assessment;
  return (obligation === 'should' || obligation === 'may') && (status === 'gap' || status === 'weak');
}

/** Assessments of one standard with a shown status, in catalogue order. */
export function shown(report: GapReport, standard: string, show: readonly Status[]): readonly Assessment[] {
  return report.assessments.filter((a) => a.standard === standard && show.includes(a.status));
}

export const colon = (lang: Lang): string => (lang === 'zh' ? '：' : ': ');
export const comma = (lang: Lang): string => (lang === 'zh' ? '、' : ', ');
export const semicolon = (lang: Lang): string => (lang === 'zh' ? '；' : '; ');
export const brackets = (text: string, lang: Lang): string => (lang === 'zh' ? `（${text}）` : ` (${text})`);
export const quoted = (text: string, lang: Lang): string => (lang === 'zh' ? `“${text}”` : `"${text}"`);

/** `p. 12, line 231`, as far as it is known. */
export function placeOf(evidence: Evidence, lang: Lang): string {
  const line = say(LABELS.line, lang, evidence.line);
  return evidence.page === null ? line : `${say(LABELS.page, lang, evidence.page)}${lang === 'zh' ? ' ' : ', '}${line}`;
}

/** `61–74 %`: an interval, because reviews may turn out either way; rounded outwards. */
export function completenessOf(summary: Summary, lang: Lang): string {
  const { completeness } = summary;
  if (completeness === null) return LABELS.noCompleteness[lang];
  const { atLeast, atMost } = completeness;
  if (atLeast === atMost) return `${Math.round(atLeast * 100)} %`;
  return `${Math.floor(atLeast * 100 + 1e-9)}–${Math.ceil(atMost * 100 - 1e-9)} %`;
}

/** Statuses as they are counted: what asks for work comes first. */
export const GRAVITY = ['gap', 'weak', 'review', 'met', 'explained', 'not-applicable'] as const satisfies readonly Status[];

/** Counts by status, in order of gravity. */
export function countsOf(summary: Summary): readonly (readonly [Status, number])[] {
  return GRAVITY.map((status) => [status, summary[status === 'not-applicable' ? 'notApplicable' : status]]);
}

/** Why a unit has its status: the row that decided, and what its requirements lack. */
export function whyOf(assessment: Assessment, lang: Lang): readonly string[] {
  // What the profile or the report itself settles has nothing more to answer.
  const isSettled = assessment.status === 'not-applicable' || assessment.status === 'explained';
  const lacking = isSettled ? [] : lackingOf(assessment, lang);
  // The reason of a weak unit names the same leaves, without what they lack.
  return assessment.status === 'weak' && lacking.length > 0 ? lacking : [assessment.because[lang], ...lacking];
}

/** Empty when the whole unit is missing, for then `because` says it. */
function lackingOf(assessment: Assessment, lang: Lang): readonly string[] {
  const { requirements, because } = assessment;
  if (requirements.every((r) => r.outcome === 'unsatisfied')) return [];
  // A unit of which nothing could be judged gives the reason once.
  if (requirements.every((r) => r.outcome === 'undetermined' && r.because !== undefined && because[lang].includes(r.because[lang]))) return [];
  const named = (outcome: RequirementResult['outcome']): string => grouped(requirements.filter((r) => r.outcome === outcome), lang);
  const phrases = [
    [LABELS.lacks[lang], named('partly')],
    [LABELS.notFound[lang], named('unsatisfied')],
    [LABELS.undetermined[lang], named('undetermined')],
  ] as const;
  return phrases.filter(([, ids]) => ids !== '').map(([label, ids]) => `${label}${colon(lang)}${ids}`);
}

/** `a, b (unit); c (figure)`: leaves that lack the same are named together. */
function grouped(requirements: readonly RequirementResult[], lang: Lang): string {
  const groups = new Map<string, string[]>();
  for (const requirement of requirements) {
    const lacks = lacksOf(requirement, lang);
    groups.set(lacks, [...(groups.get(lacks) ?? []), requirement.id]);
  }
  // Between groups another mark than between ids: `a、b（数字），c（计量单位）`.
  return [...groups].map(([lacks, ids]) => ids.join(comma(lang)) + lacks).join(lang === 'zh' ? '，' : '; ');
}

function lacksOf(requirement: RequirementResult, lang: Lang): string {
  const words = requirement.lacks.map((code) => LACKS[code]?.[lang] ?? code);
  if (requirement.outcome === 'undetermined' && requirement.because !== undefined) words.push(requirement.because[lang]);
  return words.length === 0 ? '' : brackets(words.join(comma(lang)), lang);
}

/** Says so when the index claims what the body does not answer. */
export function claimOf(assessment: Assessment, lang: Lang): string | null {
  const { inIndex, holds, pointsTo } = assessment.claim;
  if (!inIndex || holds !== false) return null;
  // An index may point with a sign of no letter, which says nothing here.
  return pointsTo === null || !/[\p{L}\p{N}]/u.test(pointsTo) ? LABELS.claimBare[lang] : say(LABELS.claimUnheld, lang, pointsTo);
}

/** `level 1 (A)` for units that are scored by levels; a unit left for review has none yet. */
export function levelOf(assessment: Assessment, lang: Lang): string | null {
  if (assessment.level === undefined || assessment.status === 'review') return null;
  const { elements } = assessment;
  return say(LABELS.level, lang, assessment.level) + (elements === undefined || elements === '' ? '' : brackets(elements, lang));
}

/** The profile that decided, as `key=value` the way `--set` takes it; what the report itself says is marked. */
export function profileOf(report: GapReport, lang: Lang): readonly string[] {
  const { answers, period, ...rest } = report.profile;
  const flat = { ...rest, ...(period && { period: `${period.from}..${period.to}` }) };
  const told: Readonly<Record<string, unknown>> = { ...report.detected };
  const parts = Object.entries(flat).map(([key, value]) => {
    const same = told[key] !== undefined && JSON.stringify(told[key]) === JSON.stringify(report.profile[key as keyof GapReport['profile']]);
    return `${key}=${Array.isArray(value) ? value.join(',') : String(value)}${same ? brackets(LABELS.fromReport[lang], lang) : ''}`;
  });
  const given = answersOf(answers ?? {}, lang);
  if (parts.length + given.length === 0) return [LABELS.profileEmpty[lang]];
  const isOpen = given.length === 0 && report.assessments.some((a) => a.status === 'review');
  return [...parts, ...given, ...(isOpen ? [LABELS.noAnswers[lang]] : [])];
}

/** Many answers take fewer lines when those that are the same stand together. */
function answersOf(answers: Readonly<Record<string, boolean>>, lang: Lang): readonly string[] {
  const ids = Object.keys(answers);
  if (ids.length <= 3) return ids.map((id) => `answers.${id}=${answers[id]}`);
  return [true, false].flatMap((value) => {
    const same = ids.filter((id) => answers[id] === value);
    return same.length === 0 ? [] : [`answers=${value}${colon(lang)}${same.join(comma(lang))}`];
  });
}

/** Counts of statuses that are not listed: `met 20, explained 3`. */
export function unlistedOf(summary: Summary, show: readonly Status[], lang: Lang): string {
  return countsOf(summary).filter(([status, count]) => count > 0 && !show.includes(status)).map(([status, count]) => `${STATUSES[status][lang]} ${count}`).join(comma(lang));
}
