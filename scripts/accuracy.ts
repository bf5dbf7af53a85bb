/** `docs/accuracy.md`: what the tool gets right and wrong, on which reports, and how sure it is. */
import { checksOf } from '../src/checks/walk';
import type { Catalog } from '../src/model/catalog';
import type { Confidence } from '../src/model/gap-report';
import { isRight, recordsOf, type Observation } from './fit';
import { readersOf, type Line, type Scored } from './score';
import { runSeeded, seededCases, seededTable } from './seeded';

/** Each verdict with the confidence that was fitted without its report. */
type Confidences = readonly Readonly<{ observation: Observation; level: Confidence }>[];

interface Run {
  readonly catalog: Catalog;
  readonly scored: readonly Scored[];
  readonly observations: readonly Observation[];
  readonly lines: readonly Line[];
  readonly leftOut: readonly Line[];
  readonly confidence: Confidences;
}

const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(3));
/** Labelled by readers who saw neither rules nor output, and never shown to who wrote the rules. */
const isBlind = (o: Observation): boolean => o.kind === 'held out';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Level by level: how many verdicts, how many right; in all, and on held-out reports. */
export function confidenceRows(left: Confidences): readonly (readonly string[])[] {
  const rows = (['high', 'medium', 'low'] as const).map((level) => {
    const all = left.filter((l) => l.level === level).map((l) => l.observation);
    const blind = all.filter(isBlind);
    return [level, String(all.length), share(all.filter(isRight).length, all.length), String(blind.length), share(blind.filter(isRight).length, blind.length)];
  });
  return [['confidence', 'verdicts', 'right', 'held out', 'right'], ...rows];
}

function figuresTable({ lines, leftOut }: Run): string {
  const apart = new Map(leftOut.map(([name, standard, f]) => [`${name} ${standard}`, f]));
  return table(
    ['report', 'standard', 'units', 'gap_f1', 'kappa_w', 'macro_f1', 'same label', 'near', 'verbatim', 'kappa_w left out'],
    lines.map(([name, standard, f]) => [name, standard, String(f.n), ...[f.gap_f1, f.kappa_w, f.macro_f1, f.acc, f.near, f.verbatim, apart.get(`${name} ${standard}`)!.kappa_w].map((x) => x.toFixed(3))]),
  );
}

function readersTable({ scored, lines }: Run): string {
  const ours = new Map(lines.map(([name, standard, f]) => [`${name} ${standard}`, f]));
  return table(['report', 'standard', 'readers: gap_f1', 'readers: kappa_w', 'Lacuna: gap_f1', 'Lacuna: kappa_w'], scored.flatMap(({ report }) =>
    Object.entries(readersOf(report) ?? {}).map(([standard, f]) => {
      const own = ours.get(`${report.name} ${standard}`)!;
      return [report.name, standard, f.gap_f1.toFixed(3), f.kappa_w.toFixed(3), own.gap_f1.toFixed(3), own.kappa_w.toFixed(3)];
    })));
}

const LABELS = ['missing', 'partial', 'disclosed'] as const;

function confusion(title: string, some: readonly Observation[]): string {
  const rows = LABELS.map((gold) => [gold, ...LABELS.map((got) => String(some.filter((o) => o.gold === gold && o.got === got).length))]);
  return table([`${title}: reader ↓, Lacuna →`, ...LABELS], rows);
}

function groupsTable(head: string, keysOf: (o: Observation) => readonly string[], observations: readonly Observation[]): string {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) for (const key of keysOf(o)) groups.set(key, [...(groups.get(key) ?? []), o]);
  return table([head, 'verdicts', 'same label', 'held out', 'same label'], [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => {
    const blind = own.filter(isBlind);
    return [key, String(own.length), share(own.filter(isRight).length, own.length), String(blind.length), share(blind.filter(isRight).length, blind.length)];
  }));
}

const pillarOf = (o: Observation): readonly string[] => [`${o.standard.id} ${o.of.pillar ?? o.of.topic ?? o.standard.groups.find((g) => g.units.some((u) => u.id === o.unit))!.title.en}`];

/** Units that readers and rules see differently most often. */
function worst(observations: readonly Observation[]): string {
  const records = Object.entries(recordsOf(observations)).filter(([, r]) => r.reports >= 6)
    .sort(([a, x], [b, y]) => x.agreed / x.reports - y.agreed / y.reports || (a < b ? -1 : 1)).slice(0, 25);
  const title = new Map(observations.map((o) => [o.unit, o.of.title.en]));
  return table(['unit', 'title', 'reports', 'same label', 'found by us', 'answered by readers', 'both'], records.map(([unit, r]) => [unit, title.get(unit)!, String(r.reports), String(r.agreed), String(r.found), String(r.answered), String(r.both)]));
}

export function accuracyPage(run: Run): string {
  const { observations, catalog } = run;
  const kindsOf = (o: Observation): readonly string[] => [...new Set((catalog.rules.get(o.unit)?.leaves ?? []).flatMap((l) => checksOf(l.expression)).map((c) => c.kind))];
  const seeded = seededTable(runSeeded(seededCases(1, 3000), () => undefined));
  const [confidenceHead, ...confidence] = confidenceRows(run.confidence);
  return `# Accuracy

Written by \`npm run eval -- --write\`; do not edit. Figures are the scorer's: \`gap_f1\` finds the units that are missing, \`kappa_w\` is linearly weighted
agreement on missing < partial < disclosed, \`near\` the share of answered units where a quote of ours stands within 400 characters of a reader's.

**Whose labels.** *Settled*: two readers and a third between them. *One reader*: one. *Tuning* and *held out*: ours, one language-model reader each, who saw
neither rules nor output; rule authors have since read the tuning ones, never the held-out ones. One reader in ten judgements or so would be judged otherwise by another.
**The rules were written with the settled, the one-reader and the tuning reports at hand: only the held-out figures tell what to expect of a new report.**
\`left out\`: the thresholds that are fitted (what share of its requirements makes a unit disclosed) refitted without the report.

## By report and standard
${figuresTable(run)}

## Beside two careful readers
${readersTable(run)}

## How sure
Confidence follows from how a verdict was found and how its unit fared elsewhere; each report here under levels fitted without it. What is low becomes \`review\`.

${table(confidenceHead!, confidence)}

## Confusion
${confusion('all reports', observations)}

${confusion('held out', observations.filter(isBlind))}

## By pillar and topic
${groupsTable('pillar or topic', pillarOf, observations)}

## By kind of check
A unit counts for every kind that its rules use.

${groupsTable('check', kindsOf, observations)}

## Seeded gaps
\`npm run seeded\`: a disclosure is cut out of a draft, or weakened. *Seen before*: the draft's disclosure was found to begin with. *Gap recall*: of these, the share where the cut made the unit worse.
*Unrelated*: verdicts changed per cut on units that, by the readers, the passage does not answer.

${table(seeded[0]!, seeded.slice(1))}

## What it is bad at
The units on which it differs from readers most often:

${worst(observations)}

Beyond single units: what is said in a picture; a disclosure spread over many sentences none of which is concrete; tables whose columns were torn apart in extraction; English wording, for which the rules are thinner; whether a
described practice is the whole company's or one subsidiary's; how important a material topic is to the company.
`;
}
