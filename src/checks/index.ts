/** The closed set of check kinds. */
import type { Check } from '../model/rule';
import type { Facts } from '../facts/facts';
import type { CheckResult } from './find';
import { checkBreakdown } from './breakdown';
import { checkMentions } from './mentions';
import { checkQuantity } from './quantity';
import { checkAction, checkBody, checkDocument, checkIndex, checkReference, checkTarget, checkTrend, checkZero } from './statements';

const RESULTS = new WeakMap<Facts, Map<Check, CheckResult>>();

/** Runs one check, once for each report however many leaves share it. Never throws for what a report says. */
export function runCheck(facts: Facts, check: Check): CheckResult {
  const results = RESULTS.get(facts) ?? new Map<Check, CheckResult>();
  RESULTS.set(facts, results);
  const known = results.get(check) ?? run(facts, check);
  results.set(check, known);
  return known;
}

function run(facts: Facts, check: Check): CheckResult {
  switch (check.kind) {
    case 'mentions': return checkMentions(facts, check);
    case 'quantity': return checkQuantity(facts, check);
    case 'breakdown': return checkBreakdown(facts, check);
    case 'document': return checkDocument(facts, check);
    case 'body': return checkBody(facts, check);
    case 'action': return checkAction(facts, check);
    case 'zero': return checkZero(facts, check);
    case 'trend': return checkTrend(facts, check);
    case 'target': return checkTarget(facts, check);
    case 'reference': return checkReference(facts, check);
    case 'index': return checkIndex(facts, check);
    case 'manual': return { outcome: 'undetermined', because: check.question };
  }
}
