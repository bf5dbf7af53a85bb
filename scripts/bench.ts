/** `npm run bench`: ratios within one run, the median of several turns; no figure here is a pass or a fail. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog, packageRoot } from '../src/catalog/load';
import { evaluate } from '../src/evaluate';
import { makeReader, readFacts } from '../src/facts/facts';
import { readText } from '../src/ingest';
import type { Catalog } from '../src/model/catalog';
import type { ReportDocument } from '../src/model/document';
import { normaliseTerm } from '../src/text';

const loaded = loadCatalog({ withDetails: true });
if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.detail).join('\n'));
const catalog = loaded.value;
const fixture = readFileSync(join(packageRoot(), 'fixtures', 'lizhou-2024', 'report.txt'), 'utf8');
const reader = makeReader(catalog);

const row = (name: string, value: string): void => console.log(`${name.padEnd(64)} ${value}`);

/** A report of about so many characters: the bundled one over and over, no two lines alike, or they would be read as doubled pages. */
function sized(characters: number): string {
  let text = '';
  for (let i = 1; text.length < characters; i += 1) {
    text += fixture.split('\n').map((line) => (line.trim() === '' ? line : line.includes('公司') ? line.replaceAll('公司', `公司${i}`) : `${line} ${i}`)).join('\n');
  }
  return text.slice(0, characters);
}

function median(turns: number, run: () => void): number {
  run();
  const times = Array.from({ length: turns }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  }).sort((a, b) => a - b);
  return times[turns >> 1]!;
}

const judgeAll = (document: ReportDocument, from: Catalog): void => {
  evaluate(readFacts(reader, document, 2024), from, from.standards, (unit) => unit.assessed, []);
};

function alternation(): RegExp {
  const terms = [...new Set(catalog.lexicon.concepts.flatMap((c) => [...c.zh, ...c.en, ...c.not]).map(normaliseTerm))].sort();
  return new RegExp(terms.map((t) => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

const text = sized(60_000);
const document = readText('bench', text);
row('characters given, characters read', `${text.length}, ${document.text.length}`);
const pattern = alternation();
const one = median(9, () => { pattern.lastIndex = 0; while (pattern.exec(document.text)) { /* every match */ } });
const all = median(9, () => judgeAll(document, catalog));
row('terms in the lexicon', String(reader.terms.lengths.length));
row('facts + three standards on 60,000 characters : one alternation', `${(all / one).toFixed(2)}  (${all.toFixed(1)} ms : ${one.toFixed(1)} ms; target ≤ 10)`);
row('reading the text : facts + three standards', (median(9, () => { readText('bench', text); }) / all).toFixed(2));

const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
const file = join(folder, 'report.txt');
writeFileSync(file, text);
const main = join(packageRoot(), 'dist', 'src', 'cli', 'main.js');
const spawn = (args: readonly string[]): void => { spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] }); };
const bare = median(9, () => spawn(['-e', '0']));
const whole = median(9, () => spawn([main, 'check', file, '--fail-on', 'none']));
row('whole process `lacuna check` : `node -e 0`', `${(whole / bare).toFixed(2)}  (${whole.toFixed(0)} ms : ${bare.toFixed(0)} ms; target ≤ 6)`);
const probe = spawnSync(process.execPath, ['-e', `process.argv.splice(1,0,'lacuna');process.on('exit',()=>process.stderr.write('\\nRSS '+process.resourceUsage().maxRSS));require(${JSON.stringify(main)})`, 'check', file, '--fail-on', 'none'], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
row('peak memory of that process', `${Math.round(Number(/RSS (\d+)/.exec(probe.stderr)?.[1] ?? 0) / 1024)} MB`);

const sizes = [10, 100, 1000];
const bySize = sizes.map((kb) => { const d = readText('bench', sized(kb * 350)); return median(3, () => judgeAll(d, catalog)); });
row('report of 10 → 100 → 1,000 KB, time per KB against the first', bySize.map((t, i) => ((t / sizes[i]!) / (bySize[0]! / sizes[0]!)).toFixed(2)).join(' → '));

/** So many rules: leaves of the catalogue, cut off or repeated. */
function withRules(count: number): Catalog {
  const units = catalog.standards.flatMap((s) => s.groups.flatMap((g) => g.units.filter((u) => u.assessed).map((unit) => ({ unit, rules: catalog.rules.get(unit.id) }))));
  const rules = new Map(catalog.rules);
  const kept: typeof units = [];
  for (let n = 0, i = 0; n < count; i += 1) {
    const { unit, rules: own } = units[i % units.length]!;
    const id = `${unit.id}#${i}`;
    kept.push({ unit: { ...unit, id }, rules: own });
    if (own) rules.set(id, { ...own, unit: id });
    n += unit.leaves.length;
  }
  return { ...catalog, rules, standards: [{ ...catalog.standards[0]!, groups: [{ id: 'bench', title: { zh: '', en: '' }, units: kept.map((k) => k.unit) }] }] };
}
const counts = [100, 300, 1000];
const scan = median(5, () => { readFacts(reader, document, 2024); });
const byRules = counts.map((n) => { const c = withRules(n); return median(5, () => judgeAll(document, c)) - scan; });
row('100 → 300 → 1,000 rules, time per rule against the first', byRules.map((t, i) => ((t / counts[i]!) / (byRules[0]! / counts[0]!)).toFixed(2)).join(' → '));
