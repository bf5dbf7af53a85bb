/** The counts of all standards side by side. The only importer of cli-table3, which is loaded on first use. */
import type CliTable from 'cli-table3';
import type { GapReport } from '../model/gap-report';
import type { Lang } from '../model/standard';
import { LABELS, STATUSES } from '../messages';
import { GRAVITY, completenessOf, countsOf } from './parts';
import { widthOf } from './text';

const CHARS = {
  top: '─', 'top-mid': '─', 'top-left': '', 'top-right': '', bottom: '─', 'bottom-mid': '─', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ',
} as const;

/** One row per status, one column per standard; columns that do not fit the width come in a further table. */
export function renderOverview(report: GapReport, lang: Lang, width: number): string {
  const counted = report.standards.flatMap(({ id }) => {
    const summary = report.summary[id];
    return summary === undefined ? [] : [[id, summary.units, ...countsOf(summary).map(([, count]) => count), summary.opportunities, completenessOf(summary, lang)].map(String)];
  });
  const labels = [LABELS.summary[lang], LABELS.units[lang], ...GRAVITY.map((status) => STATUSES[status][lang]), LABELS.opportunities[lang], LABELS.completeness[lang]];
  const first = Math.max(...labels.map(widthOf));
  const other = Math.max(8, ...counted.flat().map(widthOf));
  const perTable = Math.max(1, Math.floor((width - first - 1) / (other + 2)));
  const chunks = Array.from({ length: Math.ceil(counted.length / perTable) }, (_, i) => counted.slice(i * perTable, (i + 1) * perTable));
  return chunks.map((chunk) => draw(labels.map((label, i) => [label, ...chunk.map((column) => column[i] ?? '')]), [first + 1, ...chunk.map(() => other + 1)])).join('\n\n');
}

function draw(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const Table = require('cli-table3') as typeof CliTable;
  const table = new Table({ colWidths: [...widths], colAligns: widths.map((_, i) => (i === 0 ? 'left' : 'right')), chars: CHARS, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 } });
  table.push(...rows.map((row) => [...row]));
  return table.toString().split('\n').map((line) => line.trimEnd()).join('\n');
}
