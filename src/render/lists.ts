/** What `list` and `verify` print. */
import type { ExampleFailure, VerifyResult } from '../model/answers';
import type { Catalog } from '../model/catalog';
import type { Lang, Standard } from '../model/standard';
import { LABELS, OBLIGATIONS, say } from '../messages';
import { brackets, colon } from './parts';
import { oneLine, pad, widthOf } from './text';

/** One line per standard: id, edition, units assessed of all, title. */
export function renderStandards(catalog: Catalog, lang: Lang): string {
  return aligned(catalog.standards.map((standard) => {
    const units = standard.groups.flatMap((group) => group.units);
    const mark = standard.unofficial === undefined ? '' : brackets(LABELS.unofficial[lang], lang);
    const rules = catalog.versions[standard.id];
    const version = rules === undefined ? '' : `${LABELS.rules[lang]} ${rules.version} (${rules.sha256.slice(0, 8)})`;
    return [standard.id, standard.edition, `${LABELS.assessed[lang]} ${units.filter((unit) => unit.assessed).length}/${units.length}`, version, standard.title[lang] + mark];
  }));
}

/** One line per unit, in catalogue order: id, clause, obligation, whether it is assessed, title. */
export function renderUnits(standards: readonly Standard[], lang: Lang): string {
  return aligned(standards.flatMap((standard) => standard.groups.flatMap((group) => group.units.map((unit) =>
    [unit.id, unit.clause, OBLIGATIONS[unit.obligation][lang], LABELS[unit.assessed ? 'assessed' : 'listed'][lang], unit.title[lang]]))));
}

/** What running the examples gave: noisy and missed apart, then known gaps that are gaps no more. */
export function renderVerification(result: VerifyResult, lang: Lang): string {
  const groups: readonly (readonly [string, readonly ExampleFailure[]])[] = [
    [LABELS.noisy[lang], result.failures.filter((f) => f.kind !== 'satisfies')],
    [LABELS.missed[lang], result.failures.filter((f) => f.kind === 'satisfies')],
    [LABELS.stale[lang], result.staleKnownGaps],
  ];
  const told = groups.filter(([, failures]) => failures.length > 0).flatMap(([title, failures]) => [
    '', `${title}${brackets(String(failures.length), lang)}`,
    ...failures.map((f) => `  ${f.where}  ${f.unit} ${f.leaf} [${f.kind}, ${LABELS.got[lang]} ${f.got}]${colon(lang)}${oneLine(f.text)}`),
  ]);
  const count = result.ran === 0 ? LABELS.noExamples[lang] : say(LABELS.examplesRan, lang, result.ran, result.passed, result.knownGaps);
  return `${[count, ...told].join('\n')}\n`;
}

/** Columns parted by two spaces, by display width; the last is not padded. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]): string => row.map((cell, i) => (i === row.length - 1 ? oneLine(cell) : pad(cell, widths[i] ?? 0))).join('  ').trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
