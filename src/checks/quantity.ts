import type { Check } from '../model/rule';
import type { Facts } from '../facts/facts';
import type { Quantity } from '../facts/quantities';
import type { Hit } from '../facts/concepts';
import type { NonEmpty } from '../model/standard';
import { best, findCandidates, isPlan, nearestOf, subjectsOf, toMatch, type Candidate, type CheckResult, type Match } from './find';

/** How far a figure may stand from its label in a sentence, in characters; English takes more of them. */
const REACH = { zh: { after: 45, before: 22 }, en: { after: 90, before: 40 } } as const;

type QuantityCheck = Extract<Check, { kind: 'quantity' }>;
type Verdict = 'full' | 'unit' | 'period' | 'change';

/** A candidate with the figure that speaks for it. */
interface Figure extends Candidate {
  readonly quantity: Quantity;
}

/** A figure of the concept with a unit of the dimension, for the period. Says which of the three is lacking. */
export function checkQuantity(facts: Facts, check: QuantityCheck): CheckResult {
  const candidates = findCandidates(facts, check);
  const found: Record<Verdict, Figure[]> = { full: [], unit: [], period: [], change: [] };
  for (const candidate of candidates) {
    if (facts.quantities(candidate.passage).length === 0) continue;
    const subjects = subjectsOf(facts, check, candidate);
    if (isPlan(facts, candidate.passage, () => subjects)) continue;
    for (const quantity of figuresBeside(facts, candidate.passage, subjects)) {
      const verdict = judge(facts, check, quantity, subjects);
      if (verdict) found[verdict].push({ ...candidate, quantity });
    }
  }
  const full = best(found.full);
  if (full) return { outcome: 'satisfied', matches: spanning(facts, check, full), lacks: [] };
  for (const lack of ['period', 'unit', 'change'] as const) {
    const partly = best(found[lack]);
    if (partly) return { outcome: 'partly', matches: spanning(facts, check, partly), lacks: [lack === 'change' ? 'figure' : lack] };
  }
  return { outcome: 'unsatisfied', lacks: ['figure'], nearest: nearestOf(facts, check, candidates) };
}

/** Figures that can belong to the subject's words: all of a row or callout, else those close by. */
export function figuresBeside(facts: Facts, passage: number, subjects: readonly Hit[]): readonly Quantity[] {
  const all = facts.quantities(passage);
  if (facts.isTabular(passage) || subjects.length === 0) return all;
  const { after, before } = REACH[facts.document.language];
  return all.filter((q) => subjects.some((s) =>
    (q.start >= s.end && q.start - s.end <= after) || (q.end <= s.start && s.start - q.end <= before) || (q.start < s.end && q.end > s.start)));
}

function judge(facts: Facts, { dimension: dimensions, period }: QuantityCheck, quantity: Quantity, subjects: readonly Hit[]): Verdict | null {
  if (quantity.isChange && quantity.dimensions.includes('percent')) return 'change';
  if (!hasDimension(facts, dimensions, quantity) && !countsSubject(dimensions, quantity, subjects)) {
    if (quantity.dimensions.length > 0 || !mayBeBare(facts, quantity, subjects)) return null;
    return 'unit';
  }
  return period === 'any' || isOfPeriod(facts, quantity) ? 'full' : 'period';
}

/** The figure's own unit, or for a bare figure the unit of its row, head or callout, is of a wanted dimension. */
export function hasDimension(facts: Facts, dimensions: readonly string[], quantity: Quantity): boolean {
  if (dimensions.includes('any')) return true;
  if (quantity.dimensions.length > 0) return quantity.dimensions.some((d) => dimensions.includes(d));
  if (!facts.isTabular(quantity.passage)) return false;
  const loose = facts.looseUnits(quantity.passage);
  return dimensions.some((d) => loose.has(d));
}

/** Dimensions whose figures may stand bare. */
export const COUNTS: ReadonlySet<string> = new Set(['people', 'items', 'incidents']);

/** `94 temporary`, `483 women`: a bare figure right before the subject counts it. */
const countsSubject = (dimensions: readonly string[], quantity: Quantity, subjects: readonly Hit[]): boolean =>
  quantity.dimensions.length === 0 && dimensions.some((d) => COUNTS.has(d))
  && subjects.some((s) => s.start >= quantity.end && s.start - quantity.end <= 1);

/** A bare figure in a sentence must follow its label at once. */
const mayBeBare = (facts: Facts, quantity: Quantity, subjects: readonly Hit[]): boolean =>
  facts.isTabular(quantity.passage) || subjects.some((s) => quantity.start >= s.end && quantity.start - s.end <= 6);

/** No year, the reporting year, or one that nobody can tell to be another. */
export const isOfPeriod = (facts: Facts, quantity: Quantity): boolean =>
  quantity.year === null || facts.reportYear === null || quantity.year === facts.reportYear;

const spanning = (facts: Facts, check: QuantityCheck, [first, ...rest]: NonEmpty<Figure>): NonEmpty<Match> => {
  const span = ({ quantity, ...candidate }: Figure): Match => {
    const words = toMatch(facts, check, candidate);
    return { ...words, start: Math.min(words.start, quantity.start), end: Math.max(words.end, quantity.end) };
  };
  return [span(first), ...rest.map(span)];
};
