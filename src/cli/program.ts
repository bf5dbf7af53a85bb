/** The command line. The only importer of commander. */
import { Command, CommanderError } from 'commander';
import type { Problem } from '../index';
import { check } from './check';
import { langOf, type Context, type Io, type Library } from './context';
import { explain } from './explain';
import { describeFailure } from './failure';
import { helpFor } from './help';
import { list } from './list';
import { LANGS, append, collect, oneOf } from './options';
import { verify } from './verify';

type Run = (context: Context) => number;

/** Runs one command line to its exit code; the library is loaded when something needs it. */
export function run(argv: readonly string[], io: Io, load: () => Library): number {
  const lang = langOf(argv, io.env);
  if (asksVersion(argv)) {
    io.out(`${load().VERSION}\n`);
    return 0;
  }
  let chosen: Run | null = null;
  const program = programFor(io, lang, (command) => { chosen = command; });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    return fail(argv, error, io, lang, load());
  }
  const library = load();
  try {
    // commander takes a program's options wherever they stand, so this is the one place to look at --lang.
    oneOf('--lang', program.opts<{ lang?: string }>().lang ?? lang, LANGS, library);
    const command = chosen as Run | null;
    return command === null ? 2 : command({ io, lang, library });
  } catch (error) {
    io.err(`${describeFailure(error, { library, lang })}\n`);
    return 2;
  }
}

function programFor(io: Io, lang: Context['lang'], choose: (run: Run) => void): Command {
  const program = new Command('lacuna')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .configureHelp({ formatHelp: (command) => helpFor(command.name(), lang) })
    .option('--lang <lang>');
  program.command('check <report...>')
    .option('--standard <id>', '', collect).option('--profile <file>').option('--set <key=value>', '', append)
    .option('--format <format>').option('--output <path>').option('--show <statuses>').option('--fail-on <level>')
    .option('--published <date>').option('--period <from..to>').option('--gri <claim>').option('--white-paper-only')
    .option('--rules <folder>', '', append)
    .action((reports: string[], flags: object) => choose((context) => check(reports, flags, context)));
  program.command('explain <unit...>').option('--rules <folder>', '', append)
    .action((words: string[], flags: object) => choose((context) => explain(words, flags, context)));
  program.command('list [what]').option('--standard <id>', '', collect).option('--rules <folder>', '', append)
    .action((what: string | undefined, flags: object) => choose((context) => list(what ?? 'standards', flags, context)));
  program.command('verify [unit...]').option('--rules <folder>', '', append)
    .action((units: string[], flags: object) => choose((context) => verify(units, flags, context)));
  return program;
}

/** `--version` before any command: a command may have a value of that name. */
function asksVersion(argv: readonly string[]): boolean {
  const command = argv.findIndex((arg) => ['check', 'explain', 'list', 'verify', 'help'].includes(arg));
  return (command < 0 ? argv : argv.slice(0, command)).some((arg) => arg === '-V' || arg === '--version');
}

/** commander speaks English: its codes are told in our words, with the words that it quotes. */
function fail(argv: readonly string[], error: CommanderError, io: Io, lang: Context['lang'], library: Library): number {
  io.err(`${library.describeProblems([{ code: 'usage', detail: detailOf(error, argv, library) } satisfies Problem], lang)}\n`);
  return 2;
}

function detailOf(error: CommanderError, argv: readonly string[], { detail }: Library): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? argv[0] ?? '';
  const near = /Did you mean (?:one of )?([^)?]+)\?/.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.unknownOption':
      return near === undefined ? detail('unknown-option', named) : detail('unknown-option-near', named, near);
    case 'commander.unknownCommand':
      return near === undefined ? detail('unknown-command', named) : detail('unknown-command-near', named, near);
    case 'commander.optionMissingArgument':
      return detail('option-needs-value', named);
    case 'commander.missingArgument':
      return detail('missing-argument', `@${named}`);
    case 'commander.excessArguments':
      return detail('too-many-arguments');
    default:
      return error.message.replace(/^error: /, '');
  }
}
