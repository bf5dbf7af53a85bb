import type { Assessment, Evidence, GapReport, Status } from '../model/gap-report';
import type { Lang } from '../model/standard';
import { CONFIDENCES, DISCLOSURES, LABELS, NOTES, OBLIGATIONS, OUTCOMES, STATUSES, say } from '../messages';
import { GRAVITY, brackets, claimOf, colon, comma, completenessOf, countsOf, isOpportunity, levelOf, placeOf, profileOf, quoted, semicolon, shown, unlistedOf, whyOf, type RenderOptions } from './parts';
import { oneLine } from './text';

type Standard = GapReport['standards'][number];

/** Report text is untrusted: nothing in it may become a heading, a link, an image, HTML or a table cell. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]#|~$@]/g, '\\$&').replace(/:\/\//g, '\\://').replace(/(www)\./gi, '$1\\.')
    .replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

const md = escapeMarkdown;

/** The gap report as a memo in GitHub-flavoured Markdown: a summary table, then per standard gaps, weak points and reviews. */
export function renderMarkdown(report: GapReport, options: Pick<RenderOptions, 'lang' | 'show'>): string {
  const { lang, show } = options;
  const parts = [header(report, lang), overview(report, lang), ...report.standards.map((standard) => section(report, standard, lang, show))];
  return `${parts.join('\n\n')}\n`;
}

function header(report: GapReport, lang: Lang): string {
  const { name, period, language, pages, unreadablePages, notes, sha256 } = report.report;
  const lines: readonly (readonly [string, string])[] = [
    [LABELS.period[lang], period === null ? LABELS.unknownPeriod[lang] : `${period.from} – ${period.to}`],
    [LABELS.language[lang], LABELS[language][lang] + (pages === null ? '' : ` · ${say(LABELS.pages, lang, pages)}`)],
    [LABELS.profile[lang], md(profileOf(report, lang).join(semicolon(lang)))],
    ...(report.detected.standardsCited.length === 0 ? [] : [[LABELS.cites[lang], report.detected.standardsCited.join(comma(lang))] as const]),
    ...(unreadablePages.length === 0 ? [] : [[LABELS.notes[lang], say(LABELS.unreadable, lang, unreadablePages.join(', '))] as const]),
    ...notes.map((note) => [LABELS.notes[lang], NOTES[note.code][lang] + colon(lang) + md(note.detail[lang])] as const),
    ['sha256', `\`${sha256}\``],
    ['lacuna', report.tool.version],
  ];
  return [`# ${LABELS.title[lang]}${colon(lang)}${md(name)}`, '', ...lines.map(([label, text]) => `- **${label}**${colon(lang)}${text}`)].join('\n');
}

function overview(report: GapReport, lang: Lang): string {
  const heads = [LABELS.standard[lang], LABELS.units[lang], ...GRAVITY.map((s) => STATUSES[s][lang]), LABELS.opportunities[lang], LABELS.completeness[lang]];
  const rows = report.standards.flatMap((standard) => {
    const counts = report.summary[standard.id];
    if (counts === undefined) return [];
    const mark = standard.unofficial === undefined ? '' : brackets(LABELS.unofficial[lang], lang);
    return [[md(standard.title[lang]) + mark, counts.units, ...countsOf(counts).map(([, n]) => n), counts.opportunities, completenessOf(counts, lang)]];
  });
  return [`## ${LABELS.summary[lang]}`, '', row(heads), row(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function section(report: GapReport, standard: Standard, lang: Lang, show: readonly Status[]): string {
  const units = shown(report, standard.id, show);
  const owed = units.filter((unit) => !isOpportunity(unit));
  const groups: readonly (readonly [string, readonly Assessment[]])[] = [
    [LABELS.gaps[lang], owed.filter((u) => u.status === 'gap')],
    [LABELS.weak[lang], owed.filter((u) => u.status === 'weak')],
    [LABELS.reviews[lang], owed.filter((u) => u.status === 'review')],
    [LABELS.others[lang], owed.filter((u) => u.status === 'met' || u.status === 'explained' || u.status === 'not-applicable')],
    [LABELS.opportunitiesNote[lang], units.filter(isOpportunity)],
  ];
  const listed = groups.filter(([, members]) => members.length > 0).map(([title, members]) => [`### ${title} (${members.length})`, ...members.map((unit) => entry(unit, lang))].join('\n\n'));
  const counts = report.summary[standard.id];
  const unlisted = counts === undefined ? '' : unlistedOf(counts, show, lang);
  return [
    `## ${md(standard.title[lang])}`,
    `${LABELS.edition[lang]} ${md(standard.edition)} · \`${standard.id}\` · ${LABELS.rules[lang]} ${md(standard.rules.version)}`,
    ...(standard.unofficial === undefined ? [] : [`> **${LABELS.unofficial[lang]}**${colon(lang)}${md(standard.unofficial[lang])}`]),
    ...(listed.length === 0 ? [LABELS.nothingToShow[lang]] : listed),
    ...(unlisted === '' ? [] : [`*${say(LABELS.counted, lang, unlisted)}*`]),
  ].join('\n\n');
}

function entry(unit: Assessment, lang: Lang): string {
  const isFound = unit.evidence.length > 0;
  const isOwed = unit.status === 'gap' || unit.status === 'weak';
  const level = levelOf(unit, lang);
  const claim = claimOf(unit, lang);
  // High is the rule; only what is less deserves a word.
  const doubt = unit.confidence === 'high' ? [] : [`${LABELS.confidence[lang]}${colon(lang)}${CONFIDENCES[unit.confidence][lang]}`];
  const verdict = [md(unit.clause), OBLIGATIONS[unit.obligation][lang], STATUSES[unit.status][lang], DISCLOSURES[unit.disclosure][lang], ...(level === null ? [] : [level]), ...doubt];
  const lines: readonly (readonly [string, string])[] = [
    [LABELS.clause[lang], verdict.join(' · ')],
    [LABELS.why[lang], md([...whyOf(unit, lang), ...(claim === null ? [] : [claim])].join(semicolon(lang)))],
    ...unit.evidence.map((e) => [LABELS.evidence[lang], quote(e, lang)] as const),
    ...(isFound || unit.status === 'not-applicable' ? [] : searchOf(unit, lang)),
    ...(isOwed ? [[LABELS.remedy[lang], md(unit.remedy[lang])] as const] : []),
  ];
  return [`#### ${md(unit.unit)} ${md(unit.title[lang])}`, '', ...lines.map(([label, text]) => `- **${capital(label)}**${colon(lang)}${text}`)].join('\n');
}

const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** The record of the search: what a reader needs to believe an absence. */
function searchOf(unit: Assessment, lang: Lang): readonly (readonly [string, string])[] {
  const { blocks, concepts, nearest } = unit.searched;
  const record = say(LABELS.searched, lang, blocks, concepts.length === 0 ? LABELS.none[lang] : concepts.map((c) => `\`${c.replace(/`/g, '')}\``).join(comma(lang)));
  return [[OUTCOMES.unsatisfied[lang], record], ...(nearest === null ? [] : [[LABELS.nearest[lang], quote(nearest, lang)] as const])];
}

const quote = (e: Evidence, lang: Lang): string => quoted(md(e.quote), lang) + brackets(placeOf(e, lang), lang);
