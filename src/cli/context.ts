/** What every command is given. */
import type { Lang } from '../index';

/** The part of the library that the commands use; loaded when a command runs, so that `--help` stays fast. */
export type Library = Pick<
  typeof import('../index'),
  | 'UserError' | 'LABELS' | 'say' | 'detail' | 'describeProblems' | 'nearest' | 'obliges'
  | 'readReport' | 'loadCatalog' | 'checkReport' | 'verifyExamples' | 'explainUnit' | 'parseProfile' | 'applySettings'
  | 'renderTable' | 'renderJson' | 'renderMarkdown' | 'renderExplanation' | 'renderStandards' | 'renderUnits' | 'renderVerification'
> & { readonly VERSION: string };

/** The outside world, as far as commands touch it (files apart). */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly library: Library;
}

const DEFAULT_WIDTH = 80;

/** `COLUMNS` when set, else the terminal's, else 80. */
export function widthOf(io: Io): number {
  const asked = Number(io.env['COLUMNS']);
  return Number.isInteger(asked) && asked > 0 ? asked : (io.columns ?? DEFAULT_WIDTH);
}

/** Colour only for eyes: on a terminal, and not where NO_COLOR or a dumb terminal says otherwise. */
export function hasColor(io: Io): boolean {
  return io.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
}

/** `--lang` as given, else by LC_ALL, LC_MESSAGES, LANG: Chinese for zh…, English for all others. */
export function langOf(argv: readonly string[], env: Io['env']): Lang {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  const at = flags.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = flags[at]?.startsWith('--lang=') ? flags[at].slice('--lang='.length) : flags[at + 1];
  if (at >= 0 && (given === 'zh' || given === 'en')) return given;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
