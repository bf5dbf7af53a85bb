import type { Check } from '../model/rule';
import type { Facts } from '../facts/facts';
import { holds } from '../facts/passage-set';
import type { Quantity } from '../facts/quantities';
import { best, findCandidates, hitsIn, isPlan, toMatch, type AboutCheck, type CheckResult, type Match } from './find';
import { COUNTS, hasDimension, isOfPeriod } from './quantity';

/** How far a figure may stand from the member's name in a sentence. */
const NEAR = 16;

type BreakdownCheck = Extract<Check, { kind: 'breakdown' }>;

/** Figures of the concept for at least `members` members of one breakdown, in one row, sentence, block or section. */
export function checkBreakdown(facts: Facts, check: BreakdownCheck): CheckResult {
  let nearest: Match | null = null;
  for (const by of check.by) {
    const members = facts.breakdowns[by] ?? [];
    const inBlock = new Map<number, Map<string, Match>>();
    for (const candidate of findMemberPassages(facts, check, members)) {
      const block = facts.document.passages[candidate.passage]!.block;
      const seen = inBlock.get(block) ?? inBlock.set(block, new Map()).get(block)!;
      for (const member of members) {
        if (!seen.has(member) && hasFigure(facts, check, member, candidate.passage)) seen.set(member, candidate);
      }
      nearest ??= candidate;
    }
    const merged = mergeNeighbours(inBlock);
    const rich = merged.find((seen) => seen.size >= check.members);
    if (rich) {
      const matches = best([...rich.values()])!;
      return { outcome: 'satisfied', matches, lacks: [] };
    }
    const one = merged.find((seen) => seen.size > 0);
    if (one) return { outcome: 'partly', matches: best([...one.values()])!, lacks: ['breakdown'] };
  }
  return { outcome: 'unsatisfied', lacks: ['breakdown'], nearest };
}

/** Passages that name a member while their window names the subject: `of` and the member as companions of one another. */
function findMemberPassages(facts: Facts, check: BreakdownCheck, members: readonly string[]): readonly Match[] {
  const about: AboutCheck = { ...check, kind: 'trend', of: members, with: [check.of, ...check.with] };
  return findCandidates(facts, about).filter((c) => holds(facts.windows.naming(members), c.passage) && !isPlan(facts, c.passage)).map((c) => toMatch(facts, about, c));
}

function hasFigure(facts: Facts, check: BreakdownCheck, member: string, passage: number): boolean {
  const hits = hitsIn(facts, [member], passage);
  if (hits.length === 0) return false;
  return facts.quantities(passage).some((q) => isOfPeriod(facts, q) && !q.isChange
    && (check.dimension.length === 0 || hasDimension(facts, check.dimension, q) || isBareCount(facts, check.dimension, q))
    && (facts.isTabular(passage) || hits.some((h) => Math.min(Math.abs(q.start - h.end), Math.abs(h.start - q.end)) <= NEAR)));
}

/** A count of people or things needs no unit; none stands in its row that says it is of another dimension. */
const isBareCount = (facts: Facts, dimensions: readonly string[], quantity: Quantity): boolean =>
  quantity.dimensions.length === 0 && dimensions.some((d) => COUNTS.has(d)) && !(facts.isTabular(quantity.passage) && facts.looseUnits(quantity.passage).size > 0);

/** Members found in blocks that follow one another closely belong together: torn tables, lists, pairs of sentences. */
function mergeNeighbours(inBlock: ReadonlyMap<number, ReadonlyMap<string, Match>>): readonly ReadonlyMap<string, Match>[] {
  const merged: Map<string, Match>[] = [];
  let last = -99;
  for (const [block, seen] of [...inBlock].sort((a, b) => a[0] - b[0])) {
    if (block - last > 6) merged.push(new Map());
    const group = merged[merged.length - 1]!;
    for (const [member, match] of seen) if (!group.has(member)) group.set(member, match);
    last = block;
  }
  return merged;
}
