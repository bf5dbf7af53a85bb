/** `lacuna check`: reads reports, prints what they disclose, weakly or not at all. */
import { basename } from 'node:path';
import type { Catalog, GapReport, Problem, Profile } from '../index';
import { hasColor, widthOf, type Context } from './context';
import { catalogFrom, parseCheckOptions, profileFrom, unwrap, type CheckFlags, type CheckOptions, type Level } from './options';
import { planOutput, readFile, writeFile } from './files';
import { describeFailure } from './failure';

/** Exit code: 0 nothing at or above `--fail-on`, 1 something is, 2 a report could not be checked. */
export function check(reports: readonly string[], flags: CheckFlags, context: Context): number {
  const { library, io, lang } = context;
  const options = parseCheckOptions(flags, library);
  const catalog = catalogFrom(flags.rules, library);
  const profile = profileFrom(flags, catalog, context);
  const targets = flags.output === undefined ? null : planOutput(flags.output, reports, options.format, library);
  const printer = printerFor(options, targets, reports.length, context);
  const done: GapReport[] = [];
  reports.forEach((path, i) => {
    if (reports.length > 1) io.err(`${library.say(library.LABELS.reading, lang, i + 1, reports.length, path)}\n`);
    try {
      const report = checkOne(path, catalog, profile, context);
      printer.print(report, i);
      done.push(report);
    } catch (error) {
      io.err(`${describeFailure(error, context)}\n`);
    }
  });
  printer.end();
  const broken = reports.length - done.length;
  io.err(`${notChecked(done, catalog, broken, context)}\n`);
  return broken > 0 ? 2 : done.some((report) => fails(report, options.failOn, context)) ? 1 : 0;
}

function checkOne(path: string, catalog: Catalog, profile: Profile, { library }: Context): GapReport {
  // The file's name alone, so that the same report gives the same bytes wherever it lies.
  const name = basename(path);
  const read = library.readReport({ name, bytes: readFile(path, library) });
  const placed = (p: Problem): Problem => (p.where?.file === name ? { ...p, where: { ...p.where, file: path } } : p);
  if (read.ok) return library.checkReport(read.value, catalog, profile);
  const [first, ...rest] = read.problems;
  return unwrap({ ok: false, problems: [placed(first), ...rest.map(placed)] }, library);
}

interface Printer {
  readonly print: (report: GapReport, index: number) => void;
  readonly end: () => void;
}

/** To files, one each; or to stdout, in the order given: several as JSON are one array. */
function printerFor(options: CheckOptions, targets: readonly string[] | null, count: number, context: Context): Printer {
  const { io, library, lang } = context;
  if (targets !== null) {
    const print = (report: GapReport, index: number): void => {
      const target = targets[index]!;
      writeFile(target, render(report, options, false, context), library);
      io.err(`${library.say(library.LABELS.written, lang, target)}\n`);
    };
    return { print, end: () => undefined };
  }
  const printed: string[] = [];
  if (options.format === 'json' && count > 1) {
    const indented = (text: string): string => text.trimEnd().replace(/^/gm, '  ');
    return { print: (report) => printed.push(indented(library.renderJson(report))), end: () => io.out(printed.length === 0 ? '[]\n' : `[\n${printed.join(',\n')}\n]\n`) };
  }
  const print = (report: GapReport): void => {
    const text = render(report, options, hasColor(io), context);
    io.out(printed.length === 0 ? text : `\n${text}`);
    printed.push('');
  };
  return { print, end: () => undefined };
}

function render(report: GapReport, options: CheckOptions, color: boolean, { library, lang, io }: Context): string {
  const view = { lang, show: options.show, width: widthOf(io), color };
  switch (options.format) {
    case 'json':
      return library.renderJson(report);
    case 'markdown':
      return library.renderMarkdown(report, view);
    case 'table':
      return library.renderTable(report, view);
  }
}

const LEVEL_STATUSES = { none: [], gap: ['gap'], weak: ['gap', 'weak'], review: ['gap', 'weak', 'review'] } as const satisfies Record<Level, readonly string[]>;

/** Only units that oblige can fail a run. */
function fails(report: GapReport, level: Level, { library }: Context): boolean {
  const statuses: readonly string[] = LEVEL_STATUSES[level];
  return report.assessments.some((a) => library.obliges(a) && statuses.includes(a.status));
}

/** The last line on stderr: what this run does not vouch for. */
function notChecked(done: readonly GapReport[], catalog: Catalog, broken: number, { library, lang }: Context): string {
  const { LABELS, say } = library;
  const reviews = done.reduce((sum, report) => sum + report.assessments.filter((a) => a.status === 'review').length, 0);
  const pages = done.flatMap((report) => report.report.unreadablePages);
  const unassessed = done.reduce((sum, report) => sum + unassessedIn(report, catalog), 0);
  const parts = [
    ...(broken > 0 ? [say(LABELS.ncBroken, lang, broken)] : []),
    ...(reviews > 0 ? [say(LABELS.ncReviews, lang, reviews)] : []),
    ...(pages.length > 0 ? [done.length === 1 ? say(LABELS.ncPagesListed, lang, pages.length, pages.join(', ')) : say(LABELS.ncPages, lang, pages.length)] : []),
    ...(unassessed > 0 ? [say(LABELS.ncUnassessed, lang, unassessed)] : []),
  ];
  return say(LABELS.notChecked, lang, parts.length === 0 ? LABELS.nothingUnchecked[lang] : parts.join(lang === 'zh' ? '；' : '; '));
}

/** Units of the standards used that got no assessment: conduct rules, other editions, indicators left out. */
function unassessedIn(report: GapReport, catalog: Catalog): number {
  const used = new Set(report.standards.map((standard) => standard.id));
  const units = catalog.standards.filter((s) => used.has(s.id)).flatMap((s) => s.groups.flatMap((g) => g.units));
  const assessed = new Set(report.assessments.map((a) => a.unit));
  return units.filter((unit) => !assessed.has(unit.id)).length;
}
