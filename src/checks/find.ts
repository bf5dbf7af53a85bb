/** Where a check could be satisfied: passages whose window holds all that it asks for. */
import type { Check } from '../model/rule';
import type { Localized, NonEmpty } from '../model/standard';
import type { Facts } from '../facts/facts';
import type { Hit } from '../facts/concepts';
import { holds, members, remove, retain, unite } from '../facts/passage-set';

/** A stretch of a passage that speaks for the check. */
export interface Match extends Candidate {
  readonly start: number;
  readonly end: number;
}

export type CheckResult =
  | Readonly<{ outcome: 'satisfied' | 'partly'; matches: NonEmpty<Match>; lacks: readonly string[] }>
  | Readonly<{ outcome: 'unsatisfied'; lacks: readonly string[]; nearest: Match | null }>
  | Readonly<{ outcome: 'undetermined'; because: Localized }>;

export type AboutCheck = Exclude<Check, { kind: 'manual' }>;

/** A passage that says something of `of` with its companions in the window; the stronger the more of the check stands in the passage itself. */
export interface Candidate {
  readonly passage: number;
  readonly strength: number;
}

/** All such passages of the body, in reading order. */
export function findCandidates(facts: Facts, check: AboutCheck): readonly Candidate[] {
  const groups = [check.of, ...check.with];
  // Most checks end here: the report never names one of the companions.
  for (const group of groups) if (!group.some((c) => facts.concepts.occurs(c))) return NO_CANDIDATES;
  const { windows } = facts;
  // In a sentence the subject must stand itself, or head its row; in a wider window a companion will do, with the subject nearby.
  const found = windows.seeds(check.of).slice();
  if (check.window !== 'sentence') for (const group of check.with) unite(found, windows.seeds(group));
  for (const group of groups) if (!retain(found, windows.reach(group, check.window))) return NO_CANDIDATES;
  if (check.without.length > 0) remove(found, windows.naming(check.without));
  const named = groups.map((group) => windows.naming(group));
  const headed = windows.headed(check.of);
  return members(found).map((passage) => ({
    passage,
    strength: named.reduce((n, set) => n + (holds(set, passage) ? 1 : 0), holds(named[0]!, passage) ? 1 : 0)
      + (holds(headed, passage) ? UNDER_ITS_HEADING : 0) - (facts.blockOf(passage).kind === 'callout' ? TORN : 0),
  }));
}

/** What a heading that names the subject adds to a passage: less than a word in the passage itself. */
const UNDER_ITS_HEADING = 0.5;
/** What a torn chart takes away: its labels and figures may not belong together. */
const TORN = 1.5;

const NO_CANDIDATES: readonly Candidate[] = [];

/** Hits of the check's subject in the passage itself; none when only the window names it. */
export const subjectsOf = (facts: Facts, check: AboutCheck, { passage }: Candidate): readonly Hit[] => hitsIn(facts, check.of, passage);

/** The candidate with the words that make it one: from its subject, else its first companion, to the last of them nearby. */
export function toMatch(facts: Facts, check: AboutCheck, { passage, strength }: Candidate): Match {
  const firsts = [check.of, ...check.with].flatMap((group) => hitsIn(facts, group, passage)[0] ?? []);
  // A row whose head alone names the subject has no words of its own to point at.
  const anchor = firsts[0] ?? facts.document.passages[passage]!;
  const last = Math.max(...firsts.map((hit) => hit.end));
  return { passage, strength, start: anchor.start, end: Math.max(anchor.end, Math.min(last, anchor.start + 100)) };
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

/** Says what the company means to do, not what it does or is. A plan that follows in a later clause (…，未来将…) leaves what stands before it a fact. */
export function isPlan(facts: Facts, passage: number, subjectsOfIt: () => readonly Hit[] = () => NONE): boolean {
  if (!facts.signs.has(passage, 'plan') || facts.signs.has(passage, 'done')) return false;
  const turns = facts.concepts.inPassage('sign-turned-into', passage);
  const end = subjectsOfIt()[0]?.end ?? Infinity;
  return facts.concepts.inPassage('sign-plan', passage).some((plan) =>
    !turns.some((t) => t.start >= plan.end && t.start - plan.end <= TURN_REACH)
    && !(plan.start > end && /[,;:]/.test(facts.document.text.slice(end, plan.start))));
}

/** 公司将…纳入…: here 将 is no future but marks the object; this far off stands its verb. */
const TURN_REACH = 24;

/** A named thing, number, date, body, or measure stands in the passage, and it is neither a plan nor a mere slogan. */
export function isConcrete(facts: Facts, passage: number, subjectsOfIt: () => readonly Hit[] = () => NONE): boolean {
  if (isPlan(facts, passage, subjectsOfIt)) return false;
  if (facts.quantities(passage).length > 0 || facts.documents(passage).some((d) => d.own)) return true;
  if (facts.signs.has(passage, 'measure')) return true;
  return !facts.signs.has(passage, 'slogan') && (facts.signs.has(passage, 'weak-measure') || facts.signs.has(passage, 'body'));
}

/** The strongest first, the earliest among equals; at most three, each of a passage of its own. */
export function best<T extends Candidate>(all: readonly T[]): NonEmpty<T> | null {
  const ranked: T[] = [];
  for (const one of all) {
    if (ranked.length === MOST && !precedes(one, ranked[MOST - 1]!)) continue;
    const same = ranked.findIndex((r) => r.passage === one.passage);
    if (same >= 0) {
      if (!precedes(one, ranked[same]!)) continue;
      ranked.splice(same, 1);
    }
    const at = ranked.findIndex((r) => precedes(one, r));
    ranked.splice(at < 0 ? ranked.length : at, 0, one);
    ranked.length = Math.min(ranked.length, MOST);
  }
  const [first, ...rest] = ranked;
  return first ? [first, ...rest] : null;
}

const MOST = 3;
const precedes = (a: Candidate, b: Candidate): boolean => a.strength > b.strength || (a.strength === b.strength && a.passage < b.passage);

/** Satisfied by the given candidates, or unsatisfied with the nearest of all. */
export function resultOf(facts: Facts, check: AboutCheck, satisfying: readonly Candidate[], candidates: readonly Candidate[], lacks: readonly string[]): CheckResult {
  const ranked = best(satisfying);
  if (!ranked) return { outcome: 'unsatisfied', lacks, nearest: nearestOf(facts, check, candidates) };
  const [first, ...rest] = ranked;
  const matches: NonEmpty<Match> = [toMatch(facts, check, first), ...rest.map((c) => toMatch(facts, check, c))];
  return { outcome: 'satisfied', matches, lacks: [] };
}

/** The strongest near miss. */
export function nearestOf(facts: Facts, check: AboutCheck, candidates: readonly Candidate[]): Match | null {
  const nearest = best(candidates)?.[0];
  return nearest ? toMatch(facts, check, nearest) : null;
}
