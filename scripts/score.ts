/** Figures by the scorer beside the project: its figures are the ones that count. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GapReport } from '../src/model/gap-report';
import { packageRoot } from '../src/catalog/load';
import { SHARED, readLabels, type Gold, type LabelledReport } from './labelled';

export interface Figures {
  readonly n: number;
  readonly gap_f1: number;
  readonly kappa_w: number;
  readonly macro_f1: number;
  readonly acc: number;
  readonly near: number;
  readonly verbatim: number;
  readonly unanswered: number;
}

/** Report or pool, standard, figures. */
export type Line = readonly [string, string, Figures];

export const COLUMNS = ['n', 'gap_f1', 'kappa_w', 'macro_f1', 'acc', 'near', 'verbatim', 'unanswered'] as const;

const folder = mkdtempSync(join(tmpdir(), 'lacuna-eval-'));
let files = 0;

function written(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}

const score = (args: readonly string[]): Readonly<Record<string, Figures>> =>
  JSON.parse(execFileSync(process.execPath, [join(SHARED, 'eval', 'score.mjs'), ...args, '--json'], { encoding: 'utf8' })) as Record<string, Figures>;

/** One labelled report with what was found in it. */
export interface Scored {
  readonly report: LabelledReport;
  readonly found: GapReport;
}

/** Figures by standard, pooled over the reports. `verdicts` (unit → disclosure) take the place of the report's own. */
export function figuresOf(scored: readonly Scored[], verdicts?: ReadonlyMap<string, ReadonlyMap<string, string>>): Readonly<Record<string, Figures>> {
  const { all: _, ...byStandard } = score(scored.flatMap(({ report, found }) => {
    const own = verdicts?.get(report.name);
    const assessments = found.assessments.map((a) => ({ standard: a.standard, unit: a.unit, disclosure: own?.get(a.unit) ?? a.disclosure, evidence: a.evidence }));
    const gold = written(asText(readLabels(report)));
    return ['--gold', gold, '--report', report.text, '--pred', written(JSON.stringify({ assessments }))];
  }));
  return byStandard;
}

const asText = (labels: readonly Gold[]): string => labels.map((label) => `${JSON.stringify(label)}\n`).join('');

/** How well two readers of a report agree, by standard; null where only one has read it. */
export function readersOf(report: LabelledReport): Readonly<Record<string, Figures>> | null {
  const given = ['A', 'B'].map((reader) => join(SHARED, 'gold', 'readers', `${report.name}.${reader}.jsonl`));
  const ours = [report.gold, join(packageRoot(), 'test', 'labels', 'second-reader', `${report.name}.jsonl`)];
  const pair = [given, ours].find((paths) => paths.every((path) => existsSync(path)));
  if (!pair) return null;
  const [one, other] = pair.map((path) => written(asText(readLabels(report, path))));
  const { all: _, ...byStandard } = score(['--gold', one!, '--report', report.text, '--pred', other!]);
  return byStandard;
}
