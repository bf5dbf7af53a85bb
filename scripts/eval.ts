/** `npm run eval`: every labelled report against its labels, with the scorer beside the project. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '../src/catalog/load';
import { LABELLED, SHARED, checkLabelled, compareLabels, readLabels, type LabelledReport } from './labelled';

interface Figures { readonly n: number; readonly gap_f1: number; readonly kappa_w: number; readonly macro_f1: number; readonly acc: number; readonly near: number; readonly verbatim: number; readonly unanswered: number }

const loaded = loadCatalog();
if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.detail).join('\n'));
if (LABELLED.length === 0) { console.log(`no labelled reports under ${SHARED}`); process.exit(0); }
const folder = mkdtempSync(join(tmpdir(), 'lacuna-eval-'));
const found = new Map(LABELLED.map((r) => {
  const report = checkLabelled(loaded.value, r);
  const path = join(folder, `${r.name}.json`);
  writeFileSync(path, JSON.stringify(report));
  const gold = join(folder, `${r.name}.gold.jsonl`);
  writeFileSync(gold, readLabels(r).map((label) => `${JSON.stringify(label)}\n`).join(''));
  return [r.name, { path, gold, report }] as const;
}));

function score(reports: readonly LabelledReport[]): Readonly<Record<string, Figures>> {
  const args = reports.flatMap((r) => ['--gold', found.get(r.name)!.gold, '--report', r.text, '--pred', found.get(r.name)!.path]);
  return JSON.parse(execFileSync(process.execPath, [join(SHARED, 'eval', 'score.mjs'), ...args, '--json'], { encoding: 'utf8' })) as Record<string, Figures>;
}

const COLUMNS = ['n', 'gap_f1', 'kappa_w', 'macro_f1', 'acc', 'near', 'verbatim', 'unanswered'] as const;

function print(title: string, reports: readonly LabelledReport[]): void {
  if (reports.length === 0) return;
  for (const [standard, figures] of Object.entries(score(reports))) {
    if (standard !== 'all') console.log([title.padEnd(22), standard.padEnd(10), ...COLUMNS.map((c) => String(figures[c]).padStart(c.length + 2))].join(''));
  }
}

if (process.argv.includes('--errors')) {
  for (const r of LABELLED.filter((x) => x.kind !== 'held out')) for (const c of compareLabels(r, found.get(r.name)!.report).filter((x) => x.gold !== x.got)) {
    console.log(`${c.report} ${c.unit}: gold ${c.gold}, got ${c.got}. ${c.why}\n    gold: ${c.goldQuotes.join(' | ')}\n    got: ${c.gotQuotes.slice(0, 4).join(' | ')}\n    leaves: ${c.leaves}`);
  }
}
console.log(['report'.padEnd(22), 'standard'.padEnd(10), ...COLUMNS.map((c) => c.padStart(c.length + 2))].join(''));
for (const r of LABELLED) print(r.name, [r]);
for (const kind of ['settled', 'one reader', 'tuning', 'held out'] as const) print(`${kind}, pooled`, LABELLED.filter((r) => r.kind === kind));
print('english, pooled', LABELLED.filter((r) => r.english));
