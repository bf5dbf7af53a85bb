/** The labelled reports beside the project, and how a gap report compares with their labels. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/catalog/load';
import { checkReport } from '../src/check';
import { readReport } from '../src/ingest';
import type { Catalog } from '../src/model/catalog';
import type { GapReport } from '../src/model/gap-report';

export interface LabelledReport {
  readonly name: string;
  readonly text: string;
  readonly gold: string;
  /** Two readers, settled; else one reader. */
  readonly settled: boolean;
  readonly english: boolean;
}

export const SHARED = join(packageRoot(), '..', 'shared');
const place = (name: string, path: string, settled: boolean, english = false): LabelledReport => ({ name, text: join(SHARED, 'reports', path), gold: join(SHARED, 'gold', `${name}.jsonl`), settled, english });

export const LABELLED: readonly LabelledReport[] = [
  place('isoftstone-2024', 'isoftstone-2024.txt', true), place('desheng-2021', 'desheng-2021.txt', true), place('fushine-2024', 'fushine-2024.txt', true),
  place('huatai-2021', 'huatai-2021.txt', false), place('neusoft-2016', 'neusoft-2016.txt', false), place('baidu-2016', 'baidu-2016.txt', false),
  place('hikvision-2016', 'hikvision-2016.txt', false), place('ifs-2022', 'en/ifs-2022.txt', false, true), place('af-global-2022', 'en/af-global-2022.txt', false, true),
].filter((r) => existsSync(r.text));

/** Labels are over all units in force before 2026, whatever the report's own date. */
export function checkLabelled(catalog: Catalog, report: LabelledReport): GapReport {
  const read = readReport({ name: report.text, bytes: readFileSync(report.text) });
  if (!read.ok) throw new Error(read.problems.map((p) => p.detail).join('; '));
  return checkReport(read.value, catalog, { publicationDate: '2025-04-30' });
}

export interface Gold { readonly unit: string; readonly standard: string; readonly label: string; readonly quotes: readonly string[]; readonly why: string }

/** What the readers say of a report, unit by unit. */
export const readLabels = (report: LabelledReport): readonly Gold[] =>
  readFileSync(report.gold, 'utf8').split('\n').filter((l) => l.trim() !== '').map((line) => {
    const gold = JSON.parse(line) as Gold;
    return { ...gold, quotes: gold.quotes ?? [], why: gold.why ?? '' };
  });

export interface Comparison {
  readonly report: string;
  readonly unit: string;
  readonly gold: string;
  readonly got: string;
  readonly why: string;
  readonly goldQuotes: readonly string[];
  readonly gotQuotes: readonly string[];
  readonly leaves: string;
}

const fold = (label: string): string => (label === 'explained' ? 'disclosed' : label);

export function compareLabels(report: LabelledReport, got: GapReport): readonly Comparison[] {
  const byUnit = new Map(got.assessments.map((a) => [a.unit, a]));
  return readLabels(report).map((gold) => {
    const a = byUnit.get(gold.unit);
    return {
      report: report.name, unit: gold.unit, gold: fold(gold.label), got: a ? fold(a.disclosure) : 'none', why: gold.why, goldQuotes: gold.quotes,
      gotQuotes: (a?.evidence ?? []).map((e) => e.quote), leaves: (a?.requirements ?? []).map((r) => `${r.id}:${{ satisfied: '+', partly: '~', unsatisfied: '-', undetermined: '?' }[r.outcome]}`).join(' '),
    };
  });
}
