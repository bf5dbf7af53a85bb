/** The gap report for a terminal. */
import type { Assessment, Evidence, GapReport, Status } from '../model/gap-report';
import type { Lang } from '../model/standard';
import { DISCLOSURES, LABELS, NOTES, OBLIGATIONS, STATUSES, say } from '../messages';
import {
  brackets, claimOf, colon, comma, completenessOf, countsOf, isOpportunity, levelOf, placeOf, profileOf, quoted,
  semicolon, shown, unlistedOf, whyOf, type RenderOptions,
} from './parts';
import { renderOverview } from './overview';
import { cut, flow, oneLine, pad, widthOf, wrap } from './text';

type Standard = GapReport['standards'][number];
type Paint = (text: string, style: Style) => string;
type Style = keyof typeof STYLES;

const STYLES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;
const COLOURS: Readonly<Record<Status, Style>> = {
  gap: 'red', weak: 'yellow', review: 'cyan', met: 'green', explained: 'green', 'not-applicable': 'dim',
};
const NARROWEST = 40;
/** From here on the status, then also the remedy, has a column of its own. */
const MEDIUM = 100;
const WIDE = 140;
/** Columns of a quote before it is cut short; the JSON has it whole. */
const LONGEST = 180;

/** The gap report as tables no wider than `width`: what was read, then per standard a summary and the units to show; the overview comes last, where a terminal stands still. */
export function renderTable(report: GapReport, options: RenderOptions): string {
  const { lang } = options;
  const width = Math.max(NARROWEST, options.width);
  const paint: Paint = options.color ? (text, style) => `\u001b[${STYLES[style]}m${text}\u001b[0m` : (text) => text;
  const view = { ...options, width, paint };
  const parts = [header(report, view), ...report.standards.map((standard) => section(report, standard, view)), renderOverview(report, lang, width)];
  return `${parts.join('\n\n')}\n`;
}

type View = RenderOptions & { readonly paint: Paint };

function header(report: GapReport, view: View): string {
  const { lang, width, paint } = view;
  const { name, period, language, pages, unreadablePages, notes, sha256 } = report.report;
  const facts = [
    `${LABELS.period[lang]}${colon(lang)}${period === null ? LABELS.unknownPeriod[lang] : `${period.from} – ${period.to}`}`,
    LABELS[language][lang], ...(pages === null ? [] : [say(LABELS.pages, lang, pages)]), `sha256 ${sha256.slice(0, 12)}`,
  ];
  // A unit whose leaf ids are listed below, for the reader to look up.
  const coded = report.assessments.find((a) => !isOpportunity(a) && view.show.includes(a.status) && a.requirements.some((r) => r.outcome === 'unsatisfied') && a.requirements.some((r) => r.outcome !== 'unsatisfied'));
  const unread = unreadablePages.length === 0 ? [] : [say(LABELS.unreadable, lang, unreadablePages.join(', '))];
  const read = notes.filter((note) => note.code !== 'page-unreadable' || unread.length === 0).map((note) => NOTES[note.code][lang] + colon(lang) + oneLine(note.detail[lang]));
  const lines: readonly (readonly [string, readonly string[], string])[] = [
    [LABELS.report[lang], [oneLine(name)], ''], ['', facts, ' · '], [LABELS.profile[lang], profileOf(report, lang).map(oneLine), semicolon(lang)],
    ...(report.detected.standardsCited.length === 0 ? [] : [[LABELS.cites[lang], report.detected.standardsCited, comma(lang)] as const]),
    ...[...unread, ...read].map((text, i) => [i === 0 ? LABELS.notes[lang] : '', [text], ''] as const),
    ...(coded === undefined ? [] : [[LABELS.legend[lang], [say(LABELS.legendOf, lang, coded.unit)], ''] as const]),
  ];
  const indent = Math.max(...lines.map(([label]) => widthOf(label))) + 2;
  const told = lines.flatMap(([label, texts, separator]) => flow(texts, separator, width - indent).map((line, i) => pad(i === 0 ? label : '', indent) + line));
  return [paint(`${LABELS.title[lang]}  lacuna ${report.tool.version}`, 'bold'), ...told].map((line) => line.trimEnd()).join('\n');
}

function section(report: GapReport, standard: Standard, view: View): string {
  const units = shown(report, standard.id, view.show);
  const owed = units.filter((unit) => !isOpportunity(unit));
  const offered = units.filter(isOpportunity);
  const body = units.length === 0 ? [LABELS.nothingToShow[view.lang]] : [
    ...(owed.length === 0 ? [] : [table(owed, view)]),
    ...(offered.length === 0 ? [] : [opportunities(offered, view)]),
  ];
  return [summary(report, standard, view), ...body].join('\n');
}

function summary(report: GapReport, standard: Standard, view: View): string {
  const { lang, width, paint, show } = view;
  const counts = report.summary[standard.id];
  const head = `${oneLine(standard.title[lang])}  ${brackets(`${standard.id}${comma(lang)}${standard.edition}`, lang).trim()}`;
  const lines = wrap(head, width).map((line) => paint(line, 'bold'));
  if (standard.unofficial !== undefined) lines.push(...wrap(`${LABELS.unofficial[lang]}${colon(lang)}${oneLine(standard.unofficial[lang])}`, width).map((line) => paint(line, 'yellow')));
  if (counts === undefined) return lines.join('\n');
  const numbers = countsOf(counts).map(([status, count]) => `${STATUSES[status][lang]} ${count}`);
  const extra = counts.opportunities > 0 ? [`${LABELS.opportunities[lang]} ${counts.opportunities}`] : [];
  lines.push(...flow([`${LABELS.units[lang]} ${counts.units}`, ...numbers, ...extra], ' · ', width, 2));
  lines.push(...wrap(`${LABELS.completeness[lang]} ${completenessOf(counts, lang)}`, width));
  const unlisted = unlistedOf(counts, show, lang);
  return [...lines, ...(unlisted === '' ? [] : wrap(say(LABELS.counted, lang, unlisted), width, 2))].join('\n');
}

/** A piece of a cell: wrapped first, painted after, so that colour never counts as width. */
interface Piece { readonly text: string; readonly style?: Style; readonly hang?: number }

/** One layout per class of width: the narrower, the more stands in one cell. */
function table(units: readonly Assessment[], view: View): string {
  const { width, lang } = view;
  const isWide = width >= WIDE;
  const columns = width < MEDIUM ? [Math.min(24, Math.max(14, Math.floor(width * 0.25)))] : [Math.floor(width * 0.22), 13];
  const rest = width - columns.reduce((sum, column) => sum + column + 1, 0);
  const remedy = isWide ? Math.floor((rest - 1) * 0.36) : 0;
  const widths = isWide ? [...columns, rest - remedy - 1, remedy] : [...columns, rest];
  const heads = [LABELS.unit, ...(width < MEDIUM ? [] : [LABELS.status]), LABELS.finding, ...(isWide ? [LABELS.remedy] : [])];
  const rows = units.map((unit) => cells(unit, view).map((pieces, i) => fit(pieces, (widths[i] ?? 0) - 1, view.paint)));
  return draw(heads.map((label) => label[lang]), widths, rows);
}

function cells(unit: Assessment, view: View): readonly (readonly Piece[])[] {
  const { lang, width } = view;
  const id = { text: unit.unit, style: 'bold' } as const;
  const title = { text: unit.title[lang] };
  const clause = unit.unit.includes(unit.clause) ? [] : [{ text: unit.clause, style: 'dim' } as const];
  const status = { text: STATUSES[unit.status][lang], style: COLOURS[unit.status] };
  const obligation = { text: OBLIGATIONS[unit.obligation][lang], style: 'dim' } as const;
  const found = findings(unit, lang).map((text) => ({ text }));
  const isOwed = unit.status === 'gap' || unit.status === 'weak';
  const advice = isOwed ? [unit.remedy[lang]] : [];
  if (width >= WIDE) return [[id, title, ...clause], [status, obligation], found, advice.map((text) => ({ text }))];
  const told = [...found, ...advice.map((text) => ({ text: `→ ${text}`, hang: 2 }))];
  return width >= MEDIUM ? [[id, title, ...clause], [status, obligation], told] : [[id, status, title, obligation, ...clause], told];
}

/** Why, what is lacking, what the index claims, the quotes; for a missing unit the nearest passage. */
function findings(unit: Assessment, lang: Lang): readonly string[] {
  const quote = (e: Evidence): string => quoted(cut(oneLine(e.quote), LONGEST), lang) + brackets(placeOf(e, lang).replace(/ /g, '\u00a0'), lang);
  const { nearest } = unit.searched;
  const near = unit.evidence.length > 0 || nearest === null || unit.status === 'not-applicable' ? [] : [`${LABELS.nearest[lang]}${colon(lang)}${quote(nearest)}`];
  const words = [whyOf(unit, lang).join(semicolon(lang)), levelOf(unit, lang), claimOf(unit, lang)];
  return [...words, ...unit.evidence.slice(0, 2).map(quote), ...near].filter((text) => text !== null && text !== '').map((text) => String(text));
}

/** Wrapped lines of a cell. */
function fit(pieces: readonly Piece[], width: number, paint: Paint): readonly string[] {
  return pieces.flatMap(({ text, style, hang }) => wrap(oneLine(text), width, hang).map((line) => line.replace(/\u00a0/g, ' ')).map((line) => (style === undefined ? line : paint(line, style))));
}

/**
 * Rules between rows, no vertical lines: an odd font cannot tear the table. Drawn here and not by cli-table3, which
 * measures a long cell again for each character that it holds: seconds for a report of 300 units.
 */
function draw(heads: readonly string[], widths: readonly number[], rows: readonly (readonly (readonly string[])[])[]): string {
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 1, -1));
  const lineOf = (cells: readonly string[]): string => cells.map((cell, i) => (i === cells.length - 1 ? cell : pad(cell, widths[i]! + 1))).join('').trimEnd();
  const linesOf = (row: readonly (readonly string[])[]): readonly string[] =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, i) => lineOf(row.map((cell) => cell[i] ?? '')));
  return [rule, lineOf(heads), rule, ...rows.flatMap((row) => [...linesOf(row), rule])].join('\n');
}

function opportunities(units: readonly Assessment[], view: View): string {
  const { lang, width } = view;
  const lines = units.flatMap((unit) =>
    wrap(`  ${unit.unit}  ${oneLine(unit.title[lang])}${brackets(`${OBLIGATIONS[unit.obligation][lang]}${comma(lang)}${DISCLOSURES[unit.disclosure][lang]}`, lang)}`, width, 4));
  return [...wrap(LABELS.opportunitiesNote[lang], width), ...lines].join('\n');
}
