/** What the report says of each unit. Knows nothing of obligations, conditions or the profile. */
import type { Catalog } from './model/catalog';
import type { Disclosure, Evidence, Finding, Searched, UnitFinding } from './model/gap-report';
import type { Leaf, NonEmpty, Standard, Unit } from './model/standard';
import type { LeafRule, RuleExpression, UnitRules } from './model/rule';
import type { Facts } from './facts/facts';
import type { Hit } from './facts/concepts';
import { confidenceIn, foundHow } from './reliability';
import { claimOf, type IndexEntry } from './facts/index-entries';
import { runCheck } from './checks';
import { checksOf } from './checks/walk';
import { best, hitsIn, type CheckResult, type Match } from './checks/find';

const THREE_QUARTERS = 0.75;

/** One finding for each unit given, in catalogue order, whatever goes wrong. */
export function evaluate(
  facts: Facts, catalog: Catalog, standards: readonly Standard[], isWanted: (unit: Unit) => boolean, entries: readonly IndexEntry[],
): readonly UnitFinding[] {
  const claims: Claims = { entries, omissions: readOmissions(facts) };
  return standards.flatMap((standard) => standard.groups.flatMap((group) => group.units
    .filter(isWanted)
    .map((unit) => evaluateUnit(facts, catalog, standard, unit, claims))));
}

function evaluateUnit(facts: Facts, catalog: Catalog, standard: Standard, unit: Unit, { entries, omissions }: Claims): UnitFinding {
  const rules = catalog.rules.get(unit.id);
  const byLeaf = new Map((rules?.leaves ?? []).map((rule) => [rule.leaf, rule]));
  const results = unit.leaves.map((leaf) => ({ leaf, result: judgeLeaf(facts, byLeaf.get(leaf.id)) }));
  const searched = recordSearch(facts, rules, results.map((r) => r.result));
  const findings = results.map(({ leaf, result }) => toFinding(facts, leaf, result, searched));
  const scored = standard.scoring === 'levels' ? scoreLevels(findings) : scoreShare(unit, findings);
  const explanation = scored.disclosure === 'missing' ? findExplanation(facts, rules, unit, entries, omissions) : null;
  const disclosure: Disclosure = explanation ? 'explained' : scored.disclosure;
  const evidence = explanation ? [explanation] : collectEvidence(unit, findings, disclosure);
  return {
    standard: standard.id, unit: unit.id, ...scored, disclosure, findings, evidence, searched,
    confidence: disclosure === 'explained' ? 'medium' : confidenceIn(catalog.reliability, unit.id, foundHow(disclosure, findings.map((f) => f.outcome), searched.nearest !== null)),
    claim: claimOf(entries, unit.id, disclosure !== 'missing'),
    ...(explanation ? { explanation } : {}),
  };
}

/** A rule that throws is a doubt with its reason, never a pass and never a crash. */
function judgeLeaf(facts: Facts, rule: LeafRule | undefined): CheckResult {
  if (!rule) return { outcome: 'undetermined', because: { zh: '此要求尚无规则', en: 'no rule for this requirement yet' } };
  try {
    return judge(facts, rule.expression);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { outcome: 'undetermined', because: { zh: `检查出错（${rule.where}）：${detail}`, en: `check failed (${rule.where}): ${detail}` } };
  }
}

/** A check is itself; `any` its best part; `all` and `none` as `RuleExpression` says. */
export function judge(facts: Facts, expression: RuleExpression): CheckResult {
  if (expression.op === 'check') return runCheck(facts, expression.check);
  if (expression.op === 'any') return judgeAny(facts, expression.parts);
  const parts = expression.parts.map((part) => judge(facts, part));
  if (expression.op === 'all') return judgeAll(parts);
  const counter = parts.flatMap((p) => (p.outcome === 'satisfied' ? [p] : []))[0];
  return counter ? { outcome: 'unsatisfied', lacks: ['counter-evidence'], nearest: counter.matches[0] } : judge(facts, expression.of);
}

const RANK = { unsatisfied: 0, undetermined: 1, partly: 2, satisfied: 3 } as const;
const rank = (r: CheckResult): number => RANK[r.outcome];

/** The first of the best parts; those after a satisfied one need not be asked. */
function judgeAny(facts: Facts, [first, ...rest]: readonly RuleExpression[]): CheckResult {
  let found = judge(facts, first!);
  for (const part of rest) {
    if (found.outcome === 'satisfied') return found;
    const result = judge(facts, part);
    if (rank(result) > rank(found)) found = result;
  }
  return found;
}

function judgeAll(parts: readonly CheckResult[]): CheckResult {
  const met = parts.filter((p) => p.outcome === 'satisfied' || p.outcome === 'partly');
  const lacks = [...new Set(parts.flatMap((p) => (p.outcome === 'undetermined' ? [] : p.lacks)))];
  const doubt = parts.find((p) => p.outcome === 'undetermined');
  if (met.length === 0) return doubt ?? parts[0]!;
  const matches = best(met.flatMap((p) => ('matches' in p ? p.matches : [])))!;
  const isWhole = met.length === parts.length && met.every((p) => p.outcome === 'satisfied');
  return { outcome: isWhole ? 'satisfied' : 'partly', matches, lacks: isWhole ? [] : lacks };
}

function toFinding(facts: Facts, leaf: Leaf, result: CheckResult, searched: Searched): Finding {
  if (result.outcome === 'undetermined') return { leaf: leaf.id, lacks: [], outcome: 'undetermined', because: result.because };
  if (result.outcome === 'unsatisfied') return { leaf: leaf.id, lacks: result.lacks, outcome: 'unsatisfied', searched };
  const [first, ...rest] = result.matches;
  const evidence: NonEmpty<Evidence> = [toEvidence(facts, first), ...rest.map((m) => toEvidence(facts, m))];
  return { leaf: leaf.id, lacks: result.lacks, outcome: result.outcome, evidence };
}

const toEvidence = (facts: Facts, match: Match): Evidence => facts.evidence(match.passage, match.start, match.end);

/** What was looked for and where; the nearest passage is the strongest near miss, else the first that names the topic. */
function recordSearch(facts: Facts, rules: UnitRules | undefined, results: readonly CheckResult[]): Searched {
  const near = best(results.flatMap((r) => (r.outcome === 'unsatisfied' && r.nearest ? [r.nearest] : [])))?.[0];
  const about = rules?.about ?? [];
  const topical = near ? undefined : about.map((c) => facts.concepts.of(c).find((h) => facts.windows.isBody(h.passage))).sort((a, b) => (a?.start ?? Infinity) - (b?.start ?? Infinity))[0];
  const nearest = near ? toEvidence(facts, near) : topical ? facts.evidence(topical.passage, topical.start, topical.end) : null;
  return { concepts: [...new Set([...about, ...(rules ? conceptsOf(rules) : [])])], blocks: facts.bodyBlocks, nearest };
}

const CONCEPTS = new WeakMap<UnitRules, readonly string[]>();

/** All concepts that the unit's checks name as their subject; found once per catalogue. */
function conceptsOf(rules: UnitRules): readonly string[] {
  const known = CONCEPTS.get(rules);
  if (known) return known;
  const checks = rules.leaves.flatMap((l) => checksOf(l.expression));
  const sorted = [...new Set(checks.flatMap((c) => (c.kind === 'manual' ? [] : c.of)))].sort();
  CONCEPTS.set(rules, sorted);
  return sorted;
}

const isMet = (f: Pick<Finding, 'outcome'>): boolean => f.outcome === 'satisfied';
const isTouched = (f: Pick<Finding, 'outcome'>): boolean => f.outcome === 'satisfied' || f.outcome === 'partly';

/** What a leaf weighs in its unit's share. */
const WEIGHT: Readonly<Record<Leaf['role'], number>> = { core: 1, plain: 1, supporting: 0.5, conditional: 1 };

/** Disclosed: every core leaf satisfied and enough of what applies and could be judged. Partial: something that counts. */
export function scoreShare(unit: Pick<Unit, 'leaves' | 'disclosedShare'>, findings: readonly Pick<Finding, 'leaf' | 'outcome'>[]): { disclosure: Disclosure } {
  const role = new Map(unit.leaves.map((l) => [l.id, l.role]));
  const judged = findings.filter((f) => f.outcome !== 'undetermined' && !(role.get(f.leaf) === 'conditional' && f.outcome === 'unsatisfied'));
  const weight = (f: Pick<Finding, 'leaf'>): number => WEIGHT[role.get(f.leaf)!];
  const whole = judged.reduce((sum, f) => sum + weight(f), 0);
  const share = judged.reduce((sum, f) => sum + weight(f) * (isMet(f) ? 1 : f.outcome === 'partly' ? 0.5 : 0), 0) / (whole || 1);
  const core = judged.filter((f) => role.get(f.leaf) === 'core');
  if (judged.some(isMet) && core.every(isMet) && share >= (unit.disclosedShare ?? THREE_QUARTERS) - 1e-9) return { disclosure: 'disclosed' };
  return { disclosure: judged.some((f) => isTouched(f) && role.get(f.leaf) !== 'supporting') ? 'partial' : 'missing' };
}

/** P/M/A/O/Q: 0 nothing; 1 only A, O or Q; 2 P or M; 3 (P or M) and A and O. */
function scoreLevels(findings: readonly Finding[]): { disclosure: Disclosure; level: number; elements: string } {
  const elements = findings.filter(isMet).map((f) => f.leaf).join('');
  const has = (e: string): boolean => elements.includes(e);
  const made = has('P') || has('M');
  const level = made ? (has('A') && has('O') ? 3 : 2) : findings.some(isTouched) ? 1 : 0;
  return { disclosure: level === 0 ? 'missing' : level === 1 ? 'partial' : 'disclosed', level, elements };
}

/** Quotes of core leaves first; each once. Supporting leaves alone prove nothing, and show nothing. */
function collectEvidence(unit: Unit, findings: readonly Finding[], disclosure: Disclosure): readonly Evidence[] {
  if (disclosure === 'missing') return [];
  const order = { core: 0, plain: 1, conditional: 1, supporting: 2 } as const;
  const role = new Map(unit.leaves.map((l) => [l.id, order[l.role]]));
  const seen = new Map<string, Evidence>();
  for (const finding of [...findings].sort((a, b) => role.get(a.leaf)! - role.get(b.leaf)!)) {
    if (!('evidence' in finding)) continue;
    for (const e of finding.evidence) if (e.quote.replace(/\s/g, '').length >= 4 && !seen.has(`${e.line}:${e.quote}`)) seen.set(`${e.line}:${e.quote}`, e);
  }
  return [...seen.values()];
}

/** What the index claims, and where the report says that something is left out, and why. */
interface Claims {
  readonly entries: readonly IndexEntry[];
  readonly omissions: readonly Hit[];
}

/** Words that leave something out, the first of each passage, with a reason in the same passage or beside it. */
function readOmissions(facts: Facts): readonly Hit[] {
  return facts.concepts.of('sign-not-applicable').filter((n, i, all) => all[i - 1]?.passage !== n.passage).filter((n) =>
    [n.passage, ...facts.windows.around(n.passage, 'paragraph').filter((p) => Math.abs(p - n.passage) === 1)].some((p) => facts.signs.has(p, 'reason')));
}

/** How far the topic may stand before and after the words that leave it out, in characters. */
const TOPIC_REACH = { before: 30, after: 10 } as const;

/** The first omission that names the topic beside it, or stands in the unit's index row. */
function findExplanation(facts: Facts, rules: UnitRules | undefined, unit: Unit, entries: readonly IndexEntry[], omissions: readonly Hit[]): Evidence | null {
  const found = omissions.find((n) => (facts.windows.isBody(n.passage)
    ? hitsIn(facts, rules?.about ?? [], n.passage).some((h) => h.end >= n.start - TOPIC_REACH.before && h.start <= n.end + TOPIC_REACH.after)
    : entries.some((e) => e.unit === unit.id && e.passage === n.passage)));
  return found ? facts.evidence(found.passage, found.start, found.end) : null;
}
