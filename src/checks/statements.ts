/** Checks that look for a kind of statement on the subject; what makes the kind is in the lexicon's signs. */
import type { Check } from '../model/rule';
import type { Facts } from '../facts/facts';
import type { Hit } from '../facts/concepts';
import { holds } from '../facts/passage-set';
import { readYears } from '../facts/quantities';
import { findCandidates, isConcrete, isPlan, resultOf, subjectsOf, toMatch, type AboutCheck, type Candidate, type CheckResult } from './find';
import { figuresBeside, isOfPeriod } from './quantity';

type Kind<K extends Check['kind']> = Extract<Check, { kind: K }>;
type Test = (facts: Facts, candidate: Candidate, check: AboutCheck) => boolean;

const look = (lack: string, test: Test) => (facts: Facts, check: AboutCheck): CheckResult => {
  const candidates = findCandidates(facts, check);
  return resultOf(facts, check, candidates.filter((c) => test(facts, c, check)), candidates, [lack]);
};

/** An own policy or system: named in title marks, or made (制定, 建立 …) as a policy noun. Laws that are cited do not count. */
export const checkDocument: (facts: Facts, check: Kind<'document'>) => CheckResult = look('document', (facts, c, check) =>
  !isPlan(facts, c.passage, () => subjectsOf(facts, check, c))
  && (facts.documents(c.passage).some((d) => d.own)
    || (facts.signs.has(c.passage, 'establish') && namesPolicy(facts, c.passage, subjectsOf(facts, check, c)) && !citesOnly(facts, c.passage))));

/** How far a policy noun may stand from what it is about, in characters. */
const POLICY_REACH = { zh: 24, en: 70 } as const;

const namesPolicy = (facts: Facts, passage: number, subjects: readonly Hit[]): boolean =>
  facts.concepts.inPassage('sign-policy-noun', passage).some((n) => subjects.length === 0
    || subjects.some((s) => Math.max(0, n.start - s.end, s.start - n.end) <= POLICY_REACH[facts.document.language]));

/** A law in title marks, obeyed, and nothing made or measured beside it. */
const citesOnly = (facts: Facts, passage: number): boolean =>
  facts.documents(passage).length > 0 && facts.signs.has(passage, 'cite') && !facts.signs.has(passage, 'measure');

/** A committee, department or person who answers for the subject. */
export const checkBody: (facts: Facts, check: Kind<'body'>) => CheckResult = look('body', (facts, c, check) =>
  !isPlan(facts, c.passage, () => subjectsOf(facts, check, c)) && facts.signs.has(c.passage, 'body') && facts.signs.has(c.passage, 'responsible'));

/** A dated, counted or named activity that took place. */
export const checkAction: (facts: Facts, check: Kind<'action'>) => CheckResult = look('action', (facts, c, check) => {
  const { passage } = c;
  if (isPlan(facts, passage, () => subjectsOf(facts, check, c)) || !facts.signs.has(passage, 'activity')) return false;
  const span = facts.document.passages[passage]!;
  return facts.quantities(passage).length > 0 || facts.signs.has(passage, 'done')
    || readYears(facts.document.text, span.start, span.end).length > 0 || facts.document.text.slice(span.start, span.end).includes('“')
    || isConcrete(facts, passage) && facts.isTabular(passage);
});

/** How far the nil word may stand from the subject, in characters; English takes more of them. */
const NIL_REACH = { zh: 40, en: 90 } as const;

/** Nothing of the kind happened: a nil word, or a figure of nought, beside the subject. */
export const checkZero: (facts: Facts, check: Kind<'zero'>) => CheckResult = look('nil-statement', (facts, c, check) => {
  if (isOfEarlierYears(facts, c.passage)) return false;
  const subjects = subjectsOf(facts, check, c);
  const nil = facts.concepts.inPassage('sign-none', c.passage);
  const near = (start: number, end: number): boolean =>
    subjects.length === 0 || subjects.some((s) => Math.min(Math.abs(start - s.end), Math.abs(s.start - end)) <= NIL_REACH[facts.document.language] || (start < s.end && end > s.start));
  if (nil.some((n) => near(n.start, n.end))) return true;
  if (facts.quantities(c.passage).some((q) => q.value === 0 && isOfPeriod(facts, q) && !q.dimensions.includes('percent') && (facts.isTabular(c.passage) || near(q.start, q.end)))) return true;
  const { start, end } = facts.document.passages[c.passage]!;
  return facts.isTabular(c.passage) && /\t(?:无|零|none|nil|-)\s*$/u.test(facts.document.text.slice(start, end));
});

/** Every year that the passage names lies before the reporting year: nothing is said of this one. */
function isOfEarlierYears(facts: Facts, passage: number): boolean {
  const { start, end } = facts.document.passages[passage]!;
  const years = readYears(facts.document.text, start, end);
  return years.length > 0 && years.every((y) => facts.reportYear !== null && y.year < facts.reportYear) && !facts.isTabular(passage);
}

/** Figures for two periods, or a change with its size. */
export const checkTrend: (facts: Facts, check: Kind<'trend'>) => CheckResult = look('trend', (facts, c, check) => {
  const figures = figuresBeside(facts, c.passage, subjectsOf(facts, check, c));
  if (figures.some((q) => q.isChange)) return true;
  if (facts.signs.has(c.passage, 'change') && figures.some((q) => q.dimensions.includes('percent'))) return true;
  if (new Set(figures.flatMap((q) => (q.year === null ? [] : [q.year]))).size >= 2) return true;
  const heads = facts.windows.heads(c.passage).map((h) => facts.document.passages[h]!);
  return figures.length >= 2 && heads.some((h) => readYears(facts.document.text, h.start, h.end).length >= 2);
});

/** A goal with a number or a year. Plans count here, and only here. */
export const checkTarget: (facts: Facts, check: Kind<'target'>) => CheckResult = look('target', (facts, c) => {
  const span = facts.document.passages[c.passage]!;
  const hasFigure = facts.quantities(c.passage).length > 0;
  const isAhead = readYears(facts.document.text, span.start, span.end).some((y) => facts.reportYear !== null && y.year > facts.reportYear);
  const isNamed = facts.signs.has(c.passage, 'target') || (facts.isTabular(c.passage) && facts.windows.heads(c.passage).some((h) => facts.signs.has(h, 'target')));
  // 2028年前减少50% is a goal though nobody calls it one.
  return isNamed ? hasFigure || isAhead : hasFigure && isAhead;
});

/** A pointer to another publication, which answers in part (ruling 1 of the labelling guide). */
export function checkReference(facts: Facts, check: Kind<'reference'>): CheckResult {
  const candidates = findCandidates(facts, check);
  const pointers = candidates.filter((c) => facts.signs.has(c.passage, 'pointer') && facts.signs.has(c.passage, 'other-publication'));
  const result = resultOf(facts, check, pointers, candidates, ['reference']);
  return result.outcome === 'satisfied' ? { ...result, outcome: 'partly', lacks: ['pointer-only'] } : result;
}

/** Fewer rows are no table. */
const INDEX_ROWS = 4;

/** An index table that names `of` in its rows; the only check that sees index tables, which are claims and never evidence of what they list. */
export function checkIndex(facts: Facts, check: Kind<'index'>): CheckResult {
  const named = facts.windows.naming(check.of);
  const rows = facts.document.passages.map((_, p) => p).filter((p) => facts.blockOf(p).kind === 'index');
  const first = rows.find((p) => holds(named, p));
  if (first === undefined || rows.length < INDEX_ROWS) return { outcome: 'unsatisfied', lacks: ['index'], nearest: null };
  return { outcome: 'satisfied', matches: [toMatch(facts, check, { passage: first, strength: 1 })], lacks: [] };
}
