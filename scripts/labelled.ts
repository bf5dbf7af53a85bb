/** The labelled reports beside the project, and how a gap report compares with their labels. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/catalog/load';
import { checkReport } from '../src/check';
import type { Catalog } from '../src/model/catalog';
import type { GapReport } from '../src/model/gap-report';
import { readDocument } from './shipped';

export interface LabelledReport {
  readonly name: string;
  readonly text: string;
  readonly gold: string;
  /** `settled`: two readers and a third between them; `one reader`; ours, one reader who saw neither rules nor output: `tuning`, read by rule authors since, and `held out`, never shown to them. */
  readonly kind: 'settled' | 'one reader' | 'tuning' | 'held out';
  readonly english: boolean;
}

export const SHARED = join(packageRoot(), '..', 'shared');
const REPORTS = join(SHARED, 'reports');
const given = (name: string, kind: 'settled' | 'one reader', folder = ''): LabelledReport =>
  ({ name, kind, text: join(REPORTS, folder, `${name}.txt`), gold: join(SHARED, 'gold', `${name}.jsonl`), english: folder === 'en' });
const ours = (name: string, kind: 'tuning' | 'held out', path: string): LabelledReport =>
  ({ name, kind, text: join(REPORTS, path), gold: join(packageRoot(), 'test', 'labels', kind.replace(' ', '-'), `${name}.jsonl`), english: false });

export const LABELLED: readonly LabelledReport[] = [
  given('isoftstone-2024', 'settled'), given('desheng-2021', 'settled'), given('fushine-2024', 'settled'),
  given('huatai-2021', 'one reader'), given('neusoft-2016', 'one reader'), given('baidu-2016', 'one reader'), given('hikvision-2016', 'one reader'),
  given('ifs-2022', 'one reader', 'en'), given('af-global-2022', 'one reader', 'en'),
  ours('cnecc-2023', 'tuning', 'cnecc-2023.txt'),
  ours('dongfang-2016', 'tuning', 'csr-2016/东方证券股份有限公司-2016.txt'),
  ours('jiahua-2016', 'tuning', 'csr-2016/上海家化联合股份有限公司-2016.txt'),
  ours('leshi-2016', 'tuning', 'csr-2016/乐视网信息技术_北京_股份有限公司-2016.txt'),
  ours('tianma-2016', 'tuning', 'csr-2016/天马微电子股份有限公司-2016.txt'),
  ours('tiantan-2016', 'tuning', 'csr-2016/北京天坛生物制品股份有限公司-2016.txt'),
  ours('changjiang-2016', 'held out', 'csr-2016/中国长江电力股份有限公司-2016.txt'),
  ours('guoxin-2016', 'held out', 'csr-2016/国信证券股份有限公司-2016.txt'),
  ours('huadong-2016', 'held out', 'csr-2016/上海华东电脑股份有限公司-2016.txt'),
  ours('sichuang-2016', 'held out', 'csr-2016/安徽四创电子股份有限公司-2016.txt'),
  ours('xiandai-2016', 'held out', 'csr-2016/上海现代制药股份有限公司-2016.txt'),
  ours('xindalu-2016', 'held out', 'csr-2016/福建新大陆电脑股份有限公司-2016.txt'),
].filter((r) => existsSync(r.text) && existsSync(r.gold));

/** Labels are over all units in force before 2026, whatever the report's own date. */
export function checkLabelled(catalog: Catalog, report: LabelledReport): GapReport {
  return checkReport(readDocument(report.text, readFileSync(report.text)), catalog, { publicationDate: '2025-04-30' });
}

export interface Gold { readonly unit: string; readonly standard: string; readonly label: string; readonly quotes: readonly string[]; readonly why: string }

/** As in our label files: the lines that answer, in place of quotes; real reports stay where they are. */
interface Lined { readonly lines?: readonly (number | readonly [number, number])[] }

/** What the readers say of a report, unit by unit. */
export function readLabels(report: LabelledReport, labels = report.gold): readonly Gold[] {
  const source = readFileSync(report.text, 'utf8').split('\n');
  const textOf = (line: number | readonly [number, number]): string => (typeof line === 'number' ? source[line - 1]! : source.slice(line[0] - 1, line[1]).join('')).trim();
  return readFileSync(labels, 'utf8').split('\n').filter((l) => l.trim() !== '').map((line) => {
    const gold = JSON.parse(line) as Omit<Gold, 'quotes' | 'why'> & Partial<Gold> & Lined;
    return { ...gold, quotes: gold.quotes ?? (gold.lines ?? []).map(textOf), why: gold.why ?? '' };
  });
}

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
