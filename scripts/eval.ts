/**
 * `npm run eval`: every labelled report against its labels.
 *   --leave-one-out   the same, each report under thresholds and confidence levels that were fitted without it
 *   --errors          each disagreement with both quotes (not of held-out reports: nobody who writes rules should see them)
 *   --write           docs/accuracy.md and rules/reliability.json from this run
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/catalog/load';
import { accuracyPage, confidenceRows } from './accuracy';
import { confidenceLeftOut, fitReliability, leaveOneOut, observe, type Observation } from './fit';
import { LABELLED, SHARED, checkLabelled } from './labelled';
import { COLUMNS, figuresOf, type Line, type Scored } from './score';
import { shippedCatalog } from './shipped';

const catalog = shippedCatalog();
if (LABELLED.length === 0) { console.log(`no labelled reports under ${SHARED}`); process.exit(0); }

const has = (flag: string): boolean => process.argv.includes(flag);
const scored: readonly Scored[] = LABELLED.map((report) => ({ report, found: checkLabelled(catalog, report) }));
const observations = scored.flatMap(({ report, found }) => observe(catalog, report, found));

const byReport = (all: readonly Observation[]): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(LABELLED.map((r) => [r.name, new Map(all.filter((o) => o.report === r.name).map((o) => [o.unit, o.got]))]));

function linesOf(verdicts?: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly Line[] {
  const pools: readonly (readonly [string, readonly Scored[]])[] = [
    ...scored.map((s) => [s.report.name, [s]] as const),
    ...(['settled', 'one reader', 'tuning', 'held out'] as const).map((kind) => [`${kind}, pooled`, scored.filter((s) => s.report.kind === kind)] as const),
    ['english, pooled', scored.filter((s) => s.report.english)],
  ];
  return pools.filter(([, some]) => some.length > 0).flatMap(([name, some]) => Object.entries(figuresOf(some, verdicts)).map(([standard, figures]): Line => [name, standard, figures]));
}

function print(lines: readonly Line[]): void {
  console.log(['report'.padEnd(22), 'standard'.padEnd(10), ...COLUMNS.map((c) => c.padStart(c.length + 2))].join(''));
  for (const [name, standard, figures] of lines) console.log([name.padEnd(22), standard.padEnd(10), ...COLUMNS.map((c) => String(figures[c]).padStart(c.length + 2))].join(''));
}

if (has('--errors')) {
  for (const o of observations.filter((x) => x.gold !== x.got && x.kind !== 'held out')) {
    console.log(`${o.report} ${o.unit}: gold ${o.gold}, got ${o.got}. ${o.why}\n    gold: ${o.goldQuotes.join(' | ')}\n    got: ${o.gotQuotes.slice(0, 4).join(' | ')}\n    leaves: ${o.leaves}`);
  }
}
const lines = linesOf();
print(lines);
if (has('--leave-one-out') || has('--write')) {
  const leftOut = linesOf(byReport(leaveOneOut(observations)));
  const confidence = confidenceLeftOut(observations);
  console.log('\nleave-one-out');
  print(leftOut);
  console.log('\nconfidence, each report under levels fitted without it');
  for (const row of confidenceRows(confidence)) console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(16))).join(''));
  if (has('--write')) {
    writeFileSync(join(packageRoot(), 'rules', 'reliability.json'), `${JSON.stringify(fitReliability(observations), null, 1)}\n`);
    writeFileSync(join(packageRoot(), 'docs', 'accuracy.md'), accuracyPage({ catalog, scored, observations, lines, leftOut, confidence }));
  }
}
