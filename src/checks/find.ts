/** Where a check could be satisfied: passages whose window holds all that it asks for. */
import type { Check } from '../model/rule';
import type { Confidence } from '../model/gap-report';
import type { Localized, NonEmpty } from '../model/standard';
import type { Facts } from '../facts/facts';
import type { Hit } from '../facts/concepts';

/** A stretch of a passage that speaks for the check; the stronger the more of the check stands in the passage itself. */
export interface Match {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly strength: number;
}

export type CheckResult =
  | Readonly<{ outcome: 'satisfied' | 'partly'; matches: NonEmpty<Match>; lacks: readonly string[]; confidence: Confidence }>
  | Readonly<{ outcome: 'unsatisfied'; lacks: readonly string[]; nearest: Match | null }>
  | Readonly<{ outcome: 'undetermined'; because: Localized }>;

export type AboutCheck = Exclude<Check, { kind: 'manual' }>;

export interface Candidate extends Match {
  /** Hits of `of` in the passage itself; empty when only the window names it. */
  readonly subjects: readonly Hit[];
}

/** Passages of the body that say something of `of` with its companions in the window, in reading order. */
export function findCandidates(facts: Facts, check: AboutCheck): readonly Candidate[] {
  const groups = [check.of, ...check.with];
  // Most checks end here: the report never names one of the companions.
  for (const group of groups) if (!group.some((c) => facts.concepts.occurs(c))) return [];
  const found: Candidate[] = [];
  for (const passage of seeds(facts, check)) {
    const window = windowOf(facts, check, passage);
    if (!groups.every((group) => group.some((c) => facts.concepts.meets(c, window)))) continue;
    if (check.without.some((c) => facts.concepts.stands(c, passage))) continue;
    const subjects = hitsIn(facts, check.of, passage);
    const own = groups.map((group) => hitsIn(facts, group, passage)).filter((hits) => hits.length > 0);
    // A row whose head alone names the subject has no words of its own to point at.
    const anchor = own[0]?.[0] ?? { ...facts.document.passages[passage]!, passage };
    const last = own.map((hits) => hits[0]!).reduce((a, b) => (b.end > a.end ? b : a), anchor);
    found.push({
      passage, subjects, start: anchor.start, end: Math.max(anchor.end, Math.min(last.end, anchor.start + 100)),
      strength: own.length + (subjects.length > 0 ? 1 : 0),
    });
  }
  return found;
}

/** In a sentence the subject must stand itself, or head its row; in a wider window a companion will do, with the subject nearby. */
const seeds = (facts: Facts, check: AboutCheck): Int32Array =>
  facts.naming(check.window === 'sentence' ? check.of : [...check.of, ...check.with.flat()]);

/** Passages in which the check's companions may stand; ascending. */
export function windowOf(facts: Facts, check: AboutCheck, passage: number): readonly number[] {
  if (check.window === 'section') return facts.section(passage);
  if (check.window === 'paragraph') return facts.paragraph(passage);
  const heads = facts.heads(passage);
  return heads.length === 0 ? [passage] : [...heads.filter((h) => h < passage), passage, ...heads.filter((h) => h > passage)];
}

const NONE: readonly Hit[] = [];

/** Hits of any of the concepts, ascending. */
export function hitsIn(facts: Facts, concepts: readonly string[], passage: number): readonly Hit[] {
  let first: readonly Hit[] = NONE;
  for (const concept of concepts) {
    const hits = facts.concepts.inPassage(concept, passage);
    if (hits.length === 0) continue;
    first = first.length === 0 ? hits : [...first, ...hits].sort((a, b) => a.start - b.start);
  }
  return first;
}

/** Says what the company does or is, not what it means to do. */
export function isPlan(facts: Facts, passage: number): boolean {
  if (facts.signs.has(passage, 'done')) return false;
  const turns = facts.concepts.inPassage('sign-turned-into', passage);
  return facts.concepts.inPassage('sign-plan', passage).some((plan) => !turns.some((t) => t.start >= plan.end && t.start - plan.end <= TURN_REACH));
}

/** 公司将…纳入…: here 将 is no future but marks the object; this far off stands its verb. */
const TURN_REACH = 24;

/** A named thing, number, date, body, or measure stands in the passage, and it is neither a plan nor a mere slogan. */
export function isConcrete(facts: Facts, passage: number): boolean {
  if (isPlan(facts, passage)) return false;
  if (facts.quantities(passage).length > 0 || facts.documents(passage).some((d) => d.own)) return true;
  if (facts.signs.has(passage, 'measure')) return true;
  return !facts.signs.has(passage, 'slogan') && (facts.signs.has(passage, 'weak-measure') || facts.signs.has(passage, 'body'));
}

/** The strongest matches first, the earliest among equals; at most three. */
export function best(matches: readonly Match[]): NonEmpty<Match> | null {
  const ranked = [...matches].sort((a, b) => b.strength - a.strength || a.passage - b.passage).slice(0, 3);
  const [first, ...rest] = ranked;
  return first ? [first, ...rest] : null;
}

/** Found in the passage itself is surer than found in its neighbourhood; a lone hit in a torn chart is least sure. */
export function confidenceOf(facts: Facts, match: Match, needed: number): Confidence {
  if (facts.blockOf(match.passage).kind === 'callout') return 'medium';
  return match.strength >= needed + 1 ? 'high' : 'medium';
}

/** Satisfied by the given matches, or unsatisfied with the nearest candidate. */
export function resultOf(facts: Facts, check: AboutCheck, matches: readonly Match[], candidates: readonly Candidate[], lacks: readonly string[]): CheckResult {
  const ranked = best(matches);
  if (!ranked) return { outcome: 'unsatisfied', lacks, nearest: best(candidates)?.[0] ?? null };
  return { outcome: 'satisfied', matches: ranked, lacks: [], confidence: confidenceOf(facts, ranked[0], 1 + check.with.length) };
}
