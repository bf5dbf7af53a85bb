/**
 * For rule authors: what is wrong with the YAML, which examples fail, how the labelled reports score.
 *   try check [path-part]        problems of the YAML whose path contains the part
 *   try verify <unit-prefix…>    failing examples of these units
 *   try eval <unit-prefix…>      agreement with the labels on these units
 *   try errors <unit-prefix…>    each disagreement with both quotes
 *   try unit <unit> <report>     what the engine finds, leaf by leaf
 *   try report <file> <unit-prefix…>   what it finds in any report: units not missing, leaves, quotes
 */
import { readFileSync } from 'node:fs';
import { packageRoot } from '../src/catalog/load';
import { checkReport } from '../src/check';
import { readCatalog } from '../src/catalog/source';
import { verifyExamples } from '../src/verify';
import { readDocument } from './shipped';
import { LABELLED, checkLabelled, compareLabels, type Comparison } from './labelled';

const [command = 'check', ...args] = process.argv.slice(2);
const { catalog, problems } = readCatalog([packageRoot()]);
const wanted = (unit: string): boolean => args.length === 0 || args.some((a) => unit === a || unit.startsWith(a));

if (command === 'check') {
  const shown = problems.filter((p) => args.length === 0 || args.some((a) => p.where?.file.includes(a)));
  for (const p of shown) console.log(`${p.where?.file}:${p.where?.line ?? 1} ${p.detail}`);
  console.log(`${shown.length} problems shown, ${problems.length} in all`);
}
if (command === 'verify') {
  const result = verifyExamples(catalog, args);
  for (const f of [...result.failures, ...result.staleKnownGaps]) console.log(`${f.where} ${f.unit}/${f.leaf} ${f.kind} → ${f.got}\n    ${f.text.replace(/\n/g, ' ⏎ ')}`);
  console.log(`${result.passed} of ${result.ran} examples hold; ${result.knownGaps} known gaps, ${result.staleKnownGaps.length} stale`);
}
if (command === 'eval' || command === 'errors') {
  // Held-out reports are for measuring: who writes rules never sees where they fail.
  const rows: Comparison[] = LABELLED.filter((r) => r.kind !== 'held out').flatMap((r) => compareLabels(r, checkLabelled(catalog, r)).filter((c) => wanted(c.unit)));
  if (command === 'errors') {
    for (const c of rows.filter((r) => r.gold !== r.got)) console.log(`${c.report} ${c.unit}: gold ${c.gold}, got ${c.got}. ${c.why}\n    gold: ${c.goldQuotes.join(' | ')}\n    got: ${c.gotQuotes.slice(0, 4).join(' | ')}\n    leaves: ${c.leaves}`);
  }
  for (const report of [...new Set(rows.map((r) => r.report)), 'all']) {
    const own = rows.filter((r) => report === 'all' || r.report === report);
    const right = own.filter((r) => r.gold === r.got).length;
    const cells = ['missing', 'partial', 'disclosed'].map((g) => `${g[0]}→${['missing', 'partial', 'disclosed'].map((p) => own.filter((r) => r.gold === g && r.got === p).length).join('/')}`);
    console.log(`${report.padEnd(18)} ${right}/${own.length} same; gold→got m/p/d: ${cells.join('  ')}`);
  }
}
if (command === 'unit') {
  const [unit = '', report = ''] = args;
  const labelled = LABELLED.find((r) => r.name.startsWith(report));
  const found = labelled && checkLabelled(catalog, labelled).assessments.find((a) => a.unit === unit);
  console.log(JSON.stringify(found, null, 1));
}
if (command === 'report') {
  const [file = '', ...prefixes] = args;
  const mark = { satisfied: '+', partly: '~', unsatisfied: '-', undetermined: '?' } as const;
  for (const a of checkReport(readDocument(file, readFileSync(file)), catalog, { publicationDate: '2025-04-30' }).assessments) {
    if (a.disclosure === 'missing' || !(prefixes.length === 0 || prefixes.some((p) => a.unit.startsWith(p)))) continue;
    console.log(`${a.unit} ${a.title.zh}: ${a.disclosure}  ${a.requirements.map((r) => `${r.id}:${mark[r.outcome]}`).join(' ')}`);
    for (const r of a.requirements) for (const e of r.evidence.slice(0, 1)) console.log(`    ${r.id} 行${a.evidence[e]!.line} ${a.evidence[e]!.quote}`);
  }
}
