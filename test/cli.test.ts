import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { langOf, type Io, type Library } from '../src/cli/context';
import { helpFor } from '../src/cli/help';
import { run } from '../src/cli/program';
import { stubLibrary, type Asked } from './helpers/library';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lacuna-cli-'));
  for (const [name, text] of [['a.txt', 'a'], ['b.txt', 'b'], ['good.txt', 'good'], ['broken.txt', 'broken'], ['bug.txt', 'bug'], ['p.yaml', 'exchange: szse\n']] as const) writeFileSync(join(dir, name), text);
  mkdirSync(join(dir, 'folder'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string): string => join(dir, name);

interface Ran { readonly code: number; readonly out: string; readonly err: string; readonly asked: Asked }

function lacuna(argv: readonly string[], io: Partial<Io> = {}, over: Partial<Library> = {}): Ran {
  let out = '';
  let err = '';
  const { library, asked } = stubLibrary(over);
  const code = run(argv, { out: (text) => { out += text; }, err: (text) => { err += text; }, env: {}, isTTY: false, columns: undefined, ...io }, () => library);
  return { code, out, err, asked };
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('exit codes', () => {
  test.each([
    ['a.txt', 'gap', 1], ['a.txt', 'none', 0], ['a.txt', 'weak', 1], ['a.txt', 'review', 1],
    // Only met units and an opportunity.
    ['good.txt', 'review', 0], ['good.txt', 'gap', 0],
  ])('%s with --fail-on %s exits %i', (file, level, code) => {
    expect(lacuna(['check', at(file), '--fail-on', level]).code).toBe(code);
  });

  test('the default level is gap, and levels include those before them', () => {
    const only = (status: 'weak' | 'review'): Partial<Library> => ({ checkReport: (d, c, p) => { const r = stubLibrary().library.checkReport(d, c, p); return { ...r, assessments: r.assessments.filter((a) => a.status === status) }; } });
    const codes = (over: Partial<Library>): readonly number[] => [[], ['--fail-on', 'weak'], ['--fail-on', 'review']].map((flags) => lacuna(['check', at('a.txt'), ...flags], {}, over).code);
    expect(codes(only('weak'))).toEqual([0, 1, 1]);
    expect(codes(only('review'))).toEqual([0, 0, 1]);
  });

  test('a broken report does not lose the others, in the order given', () => {
    const ran = lacuna(['check', at('b.txt'), at('broken.txt'), at('a.txt'), '--format', 'json']);
    expect(ran.code).toBe(2);
    expect((JSON.parse(ran.out) as { report: { name: string } }[]).map((r) => r.report.name)).toEqual(['b.txt', 'a.txt']);
    expect(ran.err).toContain(`${at('broken.txt')}: not a text file\n`);
    expect(lastLine(ran.err)).toContain('reports that could not be read: 1');
  });
});

describe('what goes where', () => {
  test('stdout carries the report alone, stderr ends with what was not checked', () => {
    const ran = lacuna(['check', at('a.txt'), '--format', 'json']);
    expect((JSON.parse(ran.out) as { schema: string }).schema).toBe('lacuna/gap-report@1');
    expect(lastLine(ran.err)).toBe('Not checked: units for review: 1; unreadable pages: 2 (3, 4); units listed, never assessed: 1');
  });

  test('several tables follow one another; progress is told on stderr', () => {
    const ran = lacuna(['check', at('a.txt'), at('b.txt')]);
    expect(ran.out.indexOf('a.txt')).toBeLessThan(ran.out.indexOf('b.txt'));
    expect(ran.err).toContain(`[2/2] ${at('b.txt')}`);
  });

  test('--output writes a file and leaves stdout empty', () => {
    const ran = lacuna(['check', at('a.txt'), '--format', 'markdown', '--output', at('memo.md')]);
    expect([ran.out, readFileSync(at('memo.md'), 'utf8').split('\n')[0]]).toEqual(['', '# Disclosure gap report: a.txt']);
  });

  test('--output is a folder with several reports; names do not collide', () => {
    mkdirSync(at('other'), { recursive: true });
    writeFileSync(at('other/a.txt'), 'x');
    lacuna(['check', at('a.txt'), at('other/a.txt'), '--format', 'json', '--output', at('new/out')]);
    expect(['a.gap.json', 'a-2.gap.json'].map((name) => existsSync(at(`new/out/${name}`)))).toEqual([true, true]);
  });

  test.each([
    [['a.txt'], 'a.txt', 'would overwrite the report'],
    [['a.txt', 'b.txt'], 'p.yaml', 'with several reports --output is a folder'],
    [['a.txt'], 'nowhere/x.json', 'the folder of --output does not exist'],
  ])('%j to %s is refused before anything is checked', (reports, output, message) => {
    const ran = lacuna(['check', ...reports.map(at), '--output', at(output)]);
    expect([ran.code, ran.out, ran.err.includes(message)]).toEqual([2, '', true]);
  });

  test('colour only on a terminal, and not with NO_COLOR or a file', () => {
    const esc = String.fromCharCode(27);
    expect(lacuna(['check', at('a.txt')], { isTTY: true }).out).toContain(esc);
    expect(lacuna(['check', at('a.txt')], { isTTY: true, env: { NO_COLOR: '1' } }).out).not.toContain(esc);
    expect(lacuna(['check', at('a.txt')]).out).not.toContain(esc);
    lacuna(['check', at('a.txt'), '--output', at('t.txt')], { isTTY: true });
    expect(readFileSync(at('t.txt'), 'utf8')).not.toContain(esc);
  });
});

describe('the profile', () => {
  test('file, then --set, then options of their own name', () => {
    const { asked } = lacuna(['check', at('a.txt'), '--profile', at('p.yaml'), '--set', 'griClaim=none', '--set', 'answers.dual-listed=true', '--set', 'materialTopics=305',
      '--standard', 'gri-2021,szse-17', '--published', '2025-04-01', '--period', '2024-01-01..2024-12-31', '--gri', 'with-reference', '--white-paper-only']);
    expect(asked.profile).toEqual({
      standards: ['gri-2021', 'szse-17'], exchange: 'szse', griClaim: 'with-reference', publicationDate: '2025-04-01', period: { from: '2024-01-01', to: '2024-12-31' },
      materialTopics: ['305'], answers: { 'dual-listed': true }, whitePaperOnly: true,
    });
  });

  test('an option takes one value, so that reports may follow it', () => {
    expect(lacuna(['check', '--standard', 'gri-2021', at('good.txt')]).code).toBe(0);
  });

  test('--rules are handed on', () => {
    mkdirSync(at('x/rules'), { recursive: true });
    mkdirSync(at('y/standards'), { recursive: true });
    expect(lacuna(['check', at('a.txt'), '--rules', at('x'), '--rules', at('y')]).asked.userDirs).toEqual([at('x'), at('y')]);
  });
});

describe('bad input: one clear error, never a stack trace', () => {
  test.each<[string, readonly string[], string]>([
    ['no such file', ['check', 'none.txt'], 'none.txt: no such file\n  → check the path'],
    ['a folder', ['check', '.'], '.: not a file: it is a folder\n  → give the file itself'],
    ['a standard that is not', ['check', 'FILE', '--standard', 'gri-2012'], 'no such standard: "gri-2012", did you mean "gri-2021"?'],
    ['a unit that is not', ['explain', 'GRI', '350-1'], 'no such unit: "GRI 350-1", did you mean "GRI 305-1"?'],
    ['a bad date', ['check', 'FILE', '--published', '2025-02-30'], '"publicationDate" must be a real date, YYYY-MM-DD, not "2025-02-30"'],
    ['a bad period', ['check', 'FILE', '--period', '2024'], 'a period is written YYYY-MM-DD..YYYY-MM-DD, not "2024"'],
    ['a period turned round', ['check', 'FILE', '--period', '2024-12-31..2024-01-01'], 'the period starts on 2024-12-31, after its end on 2024-01-01'],
    ['a setting without =', ['check', 'FILE', '--set', 'exchange'], '--set is written key=value, not "exchange"'],
    ['a key that is not', ['check', 'FILE', '--set', 'exchnage=szse'], 'unknown key "exchnage", did you mean "exchange"?'],
    ['an answer that is not', ['check', 'FILE', '--set', 'answers.dual-list=true'], 'unknown key "dual-list", did you mean "dual-listed"?'],
    ['a claim that is not', ['check', 'FILE', '--gri', 'core'], '"griClaim" cannot be "core"; one of: in-accordance, with-reference, none'],
    ['a format that is not', ['check', 'FILE', '--format', 'pdf'], '"--format" cannot be "pdf"; one of: table, json, markdown'],
    ['a status that is not', ['check', 'FILE', '--show', 'gap,bad'], '"--show" cannot be "bad"'],
    ['a language that is not', ['list', '--lang', 'fr'], '"--lang" cannot be "fr"; one of: zh, en'],
    ['an option that is not', ['check', 'FILE', '--formt', 'json'], 'unknown option --formt, did you mean --format?'],
    ['a command that is not', ['chek'], 'unknown command chek, did you mean check?'],
    ['no report', ['check'], 'argument <report> is lacking'],
    ['no value', ['check', 'FILE', '--format'], 'option --format <format> needs a value'],
    ['a profile that is not there', ['check', 'FILE', '--profile', 'none.yaml'], 'none.yaml: no such file'],
    ['a list of what is not', ['list', 'rules'], '"list" cannot be "rules"; one of: standards, units'],
    ['an unknown unit to verify', ['verify', '305-1'], 'no such unit: "305-1", did you mean "GRI 305-1"?'],
  ])('%s', (_name, argv, message) => {
    const ran = lacuna(argv.map((arg) => (arg === 'FILE' ? at('a.txt') : arg)));
    expect(ran.err).toContain(message);
    expect([ran.code, ran.out, /\n\s+at /.test(ran.err)]).toEqual([2, '', false]);
  });

  test('a bug of ours says so, with the version, and spares the other reports', () => {
    const ran = lacuna(['check', at('bug.txt'), at('a.txt')]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('lacuna 9.9.9: this is a bug, not a fault of your input: TypeError: x is undefined');
    expect(ran.out).toContain('a.txt');
  });

  test('errors are told in Chinese too', () => {
    expect(lacuna(['check', '没有.txt', '--lang', 'zh']).err).toContain('没有.txt: 没有这个文件\n  → 请检查路径和文件名');
    expect(lacuna(['chek'], { env: { LANG: 'zh_CN.UTF-8' } }).err).toContain('用法有误：不认识的命令 chek，是否指 check？');
  });
});

describe('language', () => {
  test.each([
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'], [[], { LC_ALL: 'en_US', LANG: 'zh_CN' }, 'en'], [[], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en' }, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'en'], [[], {}, 'en'], [['--lang', 'zh'], { LANG: 'en' }, 'zh'], [['check', 'x', '--lang=en'], { LANG: 'zh' }, 'en'],
    [['--', '--lang', 'zh'], {}, 'en'],
  ] as const)('%j %j → %s', (argv, env, lang) => expect(langOf(argv, env)).toBe(lang));
});

describe('help', () => {
  const options = ['standard', 'profile', 'set', 'format', 'output', 'lang', 'show', 'fail-on', 'published', 'period', 'gri', 'white-paper-only', 'rules'];

  test.each(['zh', 'en'] as const)('names every option of check and has examples (%s)', (lang) => {
    const { out, code } = lacuna(['check', '--help', '--lang', lang]);
    expect(code).toBe(0);
    expect(options.filter((option) => !new RegExp(`^ +--${option}\\b`, 'm').test(out))).toEqual([]);
    expect(out).toContain(lang === 'zh' ? '例子：' : 'Examples:');
  });

  test('the examples of the help are understood', () => {
    const lines = ['', 'check', 'explain', 'list', 'verify'].flatMap((command) => (['zh', 'en'] as const).flatMap((lang) => helpFor(command, lang).split('\n')));
    const examples = lines.filter((line) => line.startsWith('  lacuna ')).map((line) => (line.trim().slice('lacuna '.length).match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/"/g, '')));
    expect(examples.length).toBeGreaterThan(20);
    // Folders that the examples write to are made under ours, not under the working directory.
    mkdirSync(at('my-rules/rules'), { recursive: true });
    const ours = (argv: readonly string[]): readonly string[] => argv.map((arg, i) => (argv[i - 1] === '--output' ? at(arg) : argv[i - 1] === '--rules' ? at('my-rules') : arg));
    const faults = examples.map((argv) => lacuna(ours(argv)).err).filter((err) => /usage|unknown/.test(err));
    expect(faults).toEqual([]);
  });

  test('help of a command by either road; nothing at all is exit 2 on stderr', () => {
    expect(lacuna(['help', 'list']).out).toBe(lacuna(['list', '-h']).out);
    const bare = lacuna([]);
    expect([bare.code, bare.out, bare.err.startsWith('lacuna:')]).toEqual([2, '', true]);
  });

  test('help does not load the library', () => {
    const load = (): Library => { throw new Error('loaded'); };
    expect(run(['--help'], { out: () => undefined, err: () => undefined, env: {}, isTTY: false, columns: 80 }, load)).toBe(0);
  });
});

describe('the other commands', () => {
  test('--version', () => expect(lacuna(['--version']).out).toBe('9.9.9\n'));

  test('explain: what is asked, how it is looked for, an example, what to write', () => {
    const { out } = lacuna(['explain', 'gri', '305-1'], { columns: 60 });
    for (const piece of ['GRI 305-1', 'total (core, quantitative)', 'scope-1: scope 1', '[emissions]', 'rules/gri-2021/305.yaml:9', 'Scope 1 was 12 t.', 'State the total']) expect(out).toContain(piece);
  });

  test('explain says when a unit has no rule, or is never assessed', () => {
    expect(lacuna(['explain', 'GRI 305-2']).out).toContain('no rule yet');
    expect(lacuna(['explain', 'SZSE17-5-9']).out).toContain('listed, never assessed: conduct');
  });

  test('list units of one standard', () => {
    const lines = lacuna(['list', 'units', '--standard', 'szse-17']).out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['SZSE17-24-2', 'SZSE17-27-1', 'SZSE17-5-9']);
  });

  test('verify takes an id, or the beginning of one, without regard to case and spaces', () => {
    expect(lacuna(['verify', 'gri305-1']).asked.units).toEqual(['GRI 305-1']);
    expect(lacuna(['verify', 'GRI 305', 'gri']).asked.units).toEqual(['GRI 305-1']);
  });

  test('verify: noisy and missed apart; exit 1 when something is off or nothing ran', () => {
    const failure = { unit: 'GRI 305-1', leaf: 'a', text: '减排。', got: 'satisfied', where: 'r.yaml:1' };
    const result = { ran: 2, passed: 0, failures: [{ ...failure, kind: 'violates' as const }, { ...failure, kind: 'satisfies' as const, got: 'unsatisfied' }], staleKnownGaps: [], knownGaps: 0 };
    const ran = lacuna(['verify', 'GRI 305'], {}, { verifyExamples: () => result });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/Noisy[^]*got satisfied[^]*Missed[^]*got unsatisfied/);
    expect(lacuna(['verify']).code).toBe(0);
    expect(lacuna(['verify'], {}, { verifyExamples: () => ({ ...result, ran: 0, failures: [] }) }).code).toBe(1);
  });
});

describe('as a process', () => {
  const main = join(__dirname, '..', 'dist', 'src', 'cli', 'main.js');

  test('a reader that leaves early is no error', () => {
    const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" list units --lang zh | head -1`], { encoding: 'utf8' });
    expect([ran.stderr, ran.stdout.split('\n').length]).toEqual(['', 2]);
  });

  test('--version answers', () => {
    expect(execFileSync(process.execPath, [main, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
