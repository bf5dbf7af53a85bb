/**
 * `npm run seeded [-- --cases N --seed N]`: does a gap show when a disclosure is cut away or weakened, and does nothing else change?
 * Two sources of cases. Bundled reports, cut where a reader marked every place that answers a unit (`marks.jsonl`).
 * Real reports: what readers quoted for a unit is put into another report that, by its own labels, lacks the unit; that is
 * the draft before the cut. Either way the truth comes from readers, never from the rules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/catalog/load';
import { checkReport } from '../src/check';
import type { ParsedBlock } from '../src/ingest/parsed-report';
import type { ReportDocument } from '../src/model/document';
import type { Disclosure } from '../src/model/gap-report';
import type { Unit } from '../src/model/standard';
import { blocksOf, changed, documentOf, quotedBlocks, saysNil, shiftYears, withoutFigures, withoutUnits, yearsIn, type Cut } from './drafts';
import { LABELLED, readLabels, type LabelledReport } from './labelled';
import { readDocument, shippedCatalog } from './shipped';

export interface SeededCase {
  readonly source: 'bundled' | 'real';
  readonly cut: Cut;
  readonly unit: string;
  readonly where: string;
  readonly before: () => Verdicts;
  readonly after: () => Verdicts;
  /** May the cut change this unit, as the readers have it? Units of standards that nobody marked may. */
  readonly mayChange: (unit: string) => boolean;
}

type Verdicts = ReadonlyMap<string, Disclosure>;

const RANK: Readonly<Record<Disclosure, number>> = { missing: 0, partial: 1, disclosed: 2, explained: 2 };

const catalog = shippedCatalog();
const units = new Map<string, Unit>(catalog.standards.flatMap((s) => s.groups.flatMap((g) => g.units.map((u) => [u.id, u] as const))));

const verdictsOf = (document: ReportDocument, period: { from: string; to: string } | undefined): Verdicts =>
  new Map(checkReport(document, catalog, { publicationDate: '2025-04-30', ...(period ? { period } : {}) }).assessments.map((a) => [a.unit, a.disclosure]));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

// ---- bundled reports, hand-marked --------------------------------------------------------------------------------

interface Span { readonly line: number; readonly text: string; readonly figure?: string; readonly unit?: string; readonly year?: string; readonly policy?: string; readonly breakdown?: boolean; readonly core?: boolean }
interface Mark { readonly unit: string; readonly label: Disclosure; readonly spans: readonly Span[] }

type Edit = (span: Span) => string | null;

/** What each cut does to a marked span; null leaves it as it is. */
const EDITS: readonly (readonly [Cut, Edit, (unit: Unit, mark: Mark) => boolean])[] = [
  ['passage', () => '', () => true],
  // A row that gives one year's figure gives others beside it: without the figure means without any.
  ['figure', (s) => (s.figure === undefined ? null : withoutFigures(s.text)), (u, m) => isCounted(u, m)],
  ['unit', (s) => (s.unit === undefined || s.figure === undefined ? null : s.text.replaceAll(s.unit, '')), (u, m) => isCounted(u, m) && m.spans.every((s) => s.figure === undefined || s.unit !== undefined)],
  ['year', (s) => (s.year === undefined ? null : shiftYears(s.text, -4)), (u, m) => isCounted(u, m) && m.spans.every((s) => s.figure === undefined || s.year !== undefined)],
  ['breakdown', (s) => (s.breakdown ? '' : null), (_, m) => m.spans.some((s) => s.breakdown) && m.label === 'disclosed'],
  ['row', (s) => (s.text.includes('|') || s.text.includes('\t') ? '' : null), (_, m) => m.spans.every((s) => s.text.includes('|') || s.text.includes('\t'))],
  ['policy', (s) => (s.policy === undefined ? null : ''), (_, m) => m.spans.filter((s) => s.core).length > 0 && m.spans.filter((s) => s.core).every((s) => s.policy !== undefined)],
];

const isCounted = (unit: Unit, mark: Mark): boolean =>
  unit.nature === 'quantitative' && mark.label === 'disclosed' && mark.spans.some((s) => s.figure !== undefined) && !saysNil(mark.spans.map((s) => s.text));

function bundledCases(name: string, file: string): readonly SeededCase[] {
  const folder = join(packageRoot(), 'fixtures', name);
  const path = join(folder, 'marks.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const marks = readFileSync(path, 'utf8').split('\n').filter((l) => l !== '').map((l) => JSON.parse(l) as Mark);
  const marked = new Set(marks.map((m) => m.unit));
  const readText = (text: string): ReportDocument => readDocument(file, Buffer.from(text));
  const before = once(() => verdictsOf(readText(lines.join('\n')), undefined));
  const overlaps = (a: Span, b: Span): boolean => a.line === b.line && (a.text.includes(b.text) || b.text.includes(a.text) || sharesText(lines[a.line - 1]!, a.text, b.text));
  return marks.flatMap((mark) => EDITS.flatMap(([cut, edit, applies]): readonly SeededCase[] => {
    const unit = units.get(mark.unit);
    if (!unit || mark.label === 'missing' || mark.label === 'explained' || mark.spans.length === 0 || !applies(unit, mark)) return [];
    const edits = mark.spans.flatMap((span) => { const to = edit(span); return to === null ? [] : [{ span, to }]; });
    if (edits.length === 0) return [];
    const related = new Set(marks.filter((m) => m.spans.some((s) => edits.some((e) => overlaps(s, e.span)))).map((m) => m.unit));
    return [{
      source: 'bundled', cut, unit: mark.unit, where: name, before, mayChange: (u) => related.has(u) || !marked.has(u),
      after: () => {
        const draft = [...lines];
        for (const { span, to } of edits) draft[span.line - 1] = draft[span.line - 1]!.replace(span.text, to);
        // A line of which nothing is left goes: a blank one would tear its table or paragraph in two.
        const kept = draft.filter((line, i) => line.trim() !== '' || lines[i]!.trim() === '');
        return verdictsOf(readText(kept.join('\n')), undefined);
      },
    }];
  }));
}

function sharesText(line: string, a: string, b: string): boolean {
  const [i, j] = [line.indexOf(a), line.indexOf(b)];
  return i >= 0 && j >= 0 && i < j + b.length && j < i + a.length;
}

// ---- real reports ------------------------------------------------------------------------------------------------

interface Host { readonly report: LabelledReport; readonly year: number; readonly period: { from: string; to: string } | undefined; readonly language: 'zh' | 'en'; readonly blocks: readonly ParsedBlock[]; readonly lacks: ReadonlySet<string>; readonly bare: () => Verdicts }

function hostOf(report: LabelledReport): Host {
  const document = readDocument(report.text, readFileSync(report.text));
  const period = checkReport(document, catalog, {}).report.period ?? undefined;
  const blocks = blocksOf(document);
  return {
    report, period, blocks, language: document.language, year: Number(period?.to.slice(0, 4) ?? 0),
    lacks: new Set(readLabels(report).filter((l) => l.label === 'missing').map((l) => l.unit)),
    bare: once(() => verdictsOf(documentOf(report.name, document.language, blocks), period)),
  };
}

function realCases(): readonly SeededCase[] {
  // Of reports labelled with lines one would cut whole lines: too coarse.
  const quoted = LABELLED.filter((r) => r.kind === 'settled' || r.kind === 'one reader');
  const hosts = quoted.map(hostOf);
  return quoted.flatMap((donor) => {
    const document = readDocument(donor.text, readFileSync(donor.text));
    const year = Number(checkReport(document, catalog, {}).report.period?.to.slice(0, 4) ?? 0);
    const labels = readLabels(donor).filter((l) => l.label === 'disclosed' || l.label === 'partial');
    // A reader quotes three places at most: what the donor answers at all, this passage may answer. What it lacks, it cannot.
    const related = new Set(readLabels(donor).filter((l) => l.label !== 'missing').map((l) => l.unit));
    return labels.flatMap((label): readonly SeededCase[] => {
      const unit = units.get(label.unit);
      const passages = quotedBlocks(document, label.quotes);
      if (!unit || !passages || passages.length === 0) return [];
      return hosts.filter((h) => h.language === document.language && h.report.name !== donor.name && h.lacks.has(label.unit)).flatMap((host) => {
        const inserted = changed(passages, (t) => shiftYears(t, host.year - year));
        const withBlocks = (more: readonly ParsedBlock[]): Verdicts => verdictsOf(documentOf(host.report.name, host.language, [...host.blocks, ...more]), host.period);
        const before = once(() => withBlocks(inserted));
        const made = (cut: Cut, after: () => Verdicts): SeededCase => ({ source: 'real', cut, unit: label.unit, where: `${donor.name} → ${host.report.name}`, before, after, mayChange: (u) => related.has(u) });
        const cases = [made('passage', host.bare)];
        const code = /\d+-\d+$/.exec(label.unit)?.[0];
        if (label.unit.startsWith('GRI') && code) cases.push(made('all but the index claim', () => withBlocks([{ kind: 'index', text: `GRI ${code}\t${unit.title[host.language]}\tP12` }])));
        if (unit.nature !== 'quantitative' || label.label !== 'disclosed') return cases;
        const text = JSON.stringify(inserted);
        if (!saysNil([text])) {
          cases.push(made('figure', () => withBlocks(changed(inserted, withoutFigures))));
          if (JSON.stringify(withoutUnits(inserted)) !== text) cases.push(made('unit', () => withBlocks(withoutUnits(inserted))));
        }
        const years = yearsIn(inserted.map((b) => JSON.stringify(b.text ?? b.header ?? '')).join(' '));
        if (years.length === 1 && years[0] === String(host.year)) cases.push(made('year', () => withBlocks(changed(inserted, (t) => shiftYears(t, -4)))));
        return cases;
      });
    });
  });
}

// ---- the run -----------------------------------------------------------------------------------------------------

/** mulberry32: the same seed, the same order, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Tally { cases: number; unseen: number; worse: number; stillThere: number; unrelated: number }

/** Cuts that take away only a part leave a partial answer partial: they count where the unit was disclosed. */
const TAKES_ALL: ReadonlySet<Cut> = new Set(['passage', 'row', 'all but the index claim']);

export function runSeeded(cases: readonly SeededCase[], say: (line: string) => void): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  cases.forEach((c, i) => {
    if (process.stderr.isTTY && i % 50 === 0) process.stderr.write(`\r${i} of ${cases.length}`);
    const before = c.before();
    const was = RANK[before.get(c.unit) ?? 'missing'];
    const seen = TAKES_ALL.has(c.cut) ? was > 0 : was === 2;
    const keys = [`${c.source}\t${c.cut}`, `${c.source}\tall`, 'all\tall'];
    const of = (key: string): Tally => tallies.get(key) ?? tallies.set(key, { cases: 0, unseen: 0, worse: 0, stillThere: 0, unrelated: 0 }).get(key)!;
    for (const key of keys) of(key).cases += 1;
    if (!seen) { for (const key of keys) of(key).unseen += 1; return; }
    const after = c.after();
    const isWorse = RANK[after.get(c.unit) ?? 'missing'] < was;
    const unrelated = [...before].filter(([unit, was_]) => !c.mayChange(unit) && after.get(unit) !== was_).map(([unit]) => unit);
    for (const key of keys) { const t = of(key); t.unrelated += unrelated.length; if (isWorse) t.worse += 1; else t.stillThere += 1; }
    if (!isWorse || unrelated.length > 0) say(`${c.where} ${c.cut} ${c.unit}: ${before.get(c.unit)} → ${after.get(c.unit)}${unrelated.length > 0 ? `; also ${unrelated.join(', ')}` : ''}`);
  });
  return tallies;
}

export function seededCases(seed: number, most: number): readonly SeededCase[] {
  const random = randomFrom(seed);
  const bundled = [...bundledCases('lizhou-2024', 'report.txt'), ...bundledCases('fernhill-2024', 'report.md')];
  const real = realCases().map((c) => ({ c, at: random() })).sort((a, b) => a.at - b.at).map(({ c }) => c);
  return [...bundled, ...real.slice(0, Math.max(0, most - bundled.length))];
}

/** The table of a run: a line for each source and cut. */
export function seededTable(tallies: ReadonlyMap<string, Tally>): readonly (readonly string[])[] {
  const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(3));
  return [['source', 'cut', 'cases', 'seen before', 'gap recall', 'unrelated per cut'], ...[...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, t]) => {
    const seen = t.cases - t.unseen;
    return [...key.split('\t'), String(t.cases), String(seen), share(t.worse, seen), share(t.unrelated, seen)];
  })];
}

if (require.main === module) {
  const option = (name: string, fallback: number): number => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? fallback : Number(process.argv[at + 1]); };
  const cases = seededCases(option('seed', 1), option('cases', 3000));
  const verbose = process.argv.includes('--errors');
  const tallies = runSeeded(cases, verbose ? (line) => console.log(line) : () => undefined);
  for (const row of seededTable(tallies)) console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(i === 0 ? 9 : 25) : cell.padStart(12))).join(''));
}
