import type { Check } from '../model/rule';
import type { Facts } from '../facts/facts';
import type { Hit } from '../facts/concepts';
import { findCandidates, hitsIn, isConcrete, isPlan, resultOf, subjectsOf, type CheckResult } from './find';

/** `of` with its companions in a sentence that is concrete; `atLeast` distinct concepts (or distinct words of one concept) in all. */
export function checkMentions(facts: Facts, check: Extract<Check, { kind: 'mentions' }>): CheckResult {
  const candidates = findCandidates(facts, check);
  const concrete = candidates.filter((c) => {
    const subjects = (): readonly Hit[] => subjectsOf(facts, check, c);
    return check.concrete ? isConcrete(facts, c.passage, subjects) : !isPlan(facts, c.passage, subjects);
  });
  if (check.atLeast <= 1) return resultOf(facts, check, concrete, candidates, ['concrete']);
  const matches = concrete.filter((c) => distinct(facts, check.of, facts.windows.around(c.passage, check.window)) >= check.atLeast);
  return resultOf(facts, check, matches, candidates, ['members']);
}

function distinct(facts: Facts, concepts: readonly string[], window: readonly number[]): number {
  if (concepts.length > 1) return concepts.filter((c) => window.some((p) => facts.concepts.stands(c, p))).length;
  const words = new Set<string>();
  for (const p of window) for (const hit of hitsIn(facts, concepts, p)) words.add(facts.document.text.slice(hit.start, hit.end).replaceAll(' ', ''));
  return words.size;
}
