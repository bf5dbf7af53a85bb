/** Bad input, by the real library: one clear error each (what, where, what to do), exit 2, nothing on stdout, no stack trace. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Library } from '../src/cli/context';
import { LARGEST } from '../src/cli/files';
import { run } from '../src/cli/program';
import * as lacuna from '../src/index';
import { MAX_BYTES } from '../src/ingest/decode';
import type { Lang } from '../src/model/standard';
import { ROOT } from './helpers';

const dir = mkdtempSync(join(tmpdir(), 'lacuna-bad-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A file of that size without its bytes. */
function sparse(name: string, bytes: number): string {
  const path = join(dir, name);
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

const shipped = lacuna.loadCatalog();
/** The library, its catalogue loaded once. */
const library: Library = { ...lacuna, loadCatalog: (options) => (options?.userDirs === undefined ? shipped : lacuna.loadCatalog(options)) };

interface Ran { readonly code: number; readonly out: string; readonly err: string }

function call(argv: readonly string[], lang: Lang): Ran {
  let out = '';
  let err = '';
  const code = run([...argv, '--lang', lang], { out: (text) => { out += text; }, err: (text) => { err += text; }, env: {}, isTTY: false, columns: undefined }, () => library);
  return { code, out, err };
}

/** What is wrong, then what to do; the last line says that nothing was checked. */
function expectRefusal(argv: readonly string[], said: Readonly<Record<Lang, readonly string[]>>, tail: Readonly<Record<Lang, readonly string[]>> = { zh: [], en: [] }): void {
  for (const lang of ['zh', 'en'] as const) {
    const ran = call(argv, lang);
    expect(ran.err.trimEnd().split('\n')).toEqual([...said[lang], ...tail[lang]]);
    expect([ran.code, ran.out]).toEqual([2, '']);
  }
}

const UNCHECKED = { zh: ['未检查：1 份报告未能检查'], en: ['Not checked: reports that could not be read: 1'] };
const CLEAN = '公司2024年温室气体排放总量为1,234吨二氧化碳当量，较上年下降5%。\n';
/** GB18030 bytes of `公司的用水量为五吨，`, which Node can read but not write. */
const GB_CLAUSE = [0xb9, 0xab, 0xcb, 0xbe, 0xb5, 0xc4, 0xd3, 0xc3, 0xcb, 0xae, 0xc1, 0xbf, 0xce, 0xaa, 0xce, 0xe5, 0xb6, 0xd6, 0xa3, 0xac];

const TURN_INTO_TEXT = {
  zh: '  → 请先转为文本（.txt）或 Markdown（.md）；PDF 可用 pdftotext -layout 报告.pdf 报告.txt',
  en: '  → turn it into text (.txt) or Markdown (.md) first; for a PDF: pdftotext -layout report.pdf report.txt',
};

describe('a report that cannot be read', () => {
  const cases: readonly (readonly [name: string, path: () => string, zh: readonly string[], en: readonly string[]])[] = [
    ['no such file', () => join(dir, 'none.txt'), ['没有这个文件', '  → 请检查路径和文件名'], ['no such file', '  → check the path and the spelling']],
    ['a folder', () => dir, ['不是文件：这是文件夹', '  → 请给出文件本身'], ['not a file: it is a folder', '  → give the file itself']],
    ['an empty file', () => put('empty.txt', ''), ['文件是空的：0 字节', '  → 请给出含有报告文字的文件'], ['the file is empty: 0 bytes', '  → give a file that holds the text of the report']],
    ['nothing but white space', () => put('blank.txt', ' \n\t\r\n\f\u3000\n'), ['文件是空的：只有空白', '  → 请给出含有报告文字的文件'], ['the file is empty: nothing but white space', '  → give a file that holds the text of the report']],
    ['a PDF', () => put('report.pdf', '%PDF-1.7\n%âãÏÓ'), ['不是文本文件：这是 PDF，不是其中的文字', TURN_INTO_TEXT.zh], ['not a text file: it is a PDF, not its text', TURN_INTO_TEXT.en]],
    ['a PDF under another name', () => put('named.txt', '%PDF-1.7\n'), ['不是文本文件：这是 PDF，不是其中的文字', TURN_INTO_TEXT.zh], ['not a text file: it is a PDF, not its text', TURN_INTO_TEXT.en]],
    ['a Word file', () => put('report.docx', 'PK\u0003\u0004\u0000'), ['不是文本文件：这是 ZIP 容器（.docx、.xlsx、.pptx、.epub 等）', TURN_INTO_TEXT.zh], ['not a text file: it is a ZIP container (.docx, .xlsx, .pptx, .epub or the like)', TURN_INTO_TEXT.en]],
    ['bytes of no known kind', () => put('binary.txt', Uint8Array.from([7, 0, 1, 2, 0xc3, 0x28])), ['不是文本文件：含有 NUL 字节', TURN_INTO_TEXT.zh], ['not a text file: it holds NUL bytes', TURN_INTO_TEXT.en]],
    ['text in no encoding that is read', () => put('latin.txt', Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 7) % 0x7f))),
      ['文字编码无法识别：既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030', '  → 请用文本编辑器另存为 UTF-8'], ['the text encoding is not understood: neither UTF-8, UTF-16 with a byte order mark nor GB18030', '  → save it as UTF-8 in a text editor']],
    ['a report in Japanese', () => put('ja.txt', '当社は環境への取り組みを進めています。\n'.repeat(20)),
      ['不支持的语言：文字为日文；可读取中文和英文', '  → 请给出报告的中文版或英文版'], ['language not supported: the text is in Japanese; Chinese and English are read', '  → give the Chinese or the English edition of the report']],
    ['a report in French', () => put('fr.txt', 'Nous avons réduit les émissions dans le cadre de notre politique et pour les salariés.\n'.repeat(20)),
      ['不支持的语言：文字为法文；可读取中文和英文', '  → 请给出报告的中文版或英文版'], ['language not supported: the text is in French; Chinese and English are read', '  → give the Chinese or the English edition of the report']],
    ['a web page', () => put('page.html', '<p>公司</p>'), ['不支持的格式：可读取 .txt、.md 和 .json（lacuna/parsed-report@1）', '  → 请另存为文本（.txt）或 Markdown（.md）'], ['format not supported: .txt, .md and .json (lacuna/parsed-report@1) are read', '  → save it as text (.txt) or Markdown (.md)']],
  ];

  test.each(cases)('%s', (_name, at, zh, en) => {
    const path = at();
    const placed = ([what, ...todo]: readonly string[]): readonly string[] => [`${path}: ${what}`, ...todo];
    expectRefusal(['check', path], { zh: placed(zh), en: placed(en) }, UNCHECKED);
  });

  test('200 MB are refused without being read', () => {
    const path = sparse('huge.txt', 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expectRefusal(['check', path], {
      zh: [`${path}: 文件过大：200 MB，最多 100 MB`, '  → 请只给出报告的文字，不含图片和附件'],
      en: [`${path}: the file is too large: 200 MB, at most 100 MB`, '  → give the text of the report alone, without images and attachments'],
    }, UNCHECKED);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
    expect(LARGEST).toBe(MAX_BYTES);
  });

  if (existsSync('/dev/zero')) test('a device that never ends is no file', () => {
    expectRefusal(['check', '/dev/zero'], { zh: ['/dev/zero: 不是文件：这是设备', '  → 请给出文件本身'], en: ['/dev/zero: not a file: it is a device', '  → give the file itself'] }, UNCHECKED);
  });

  test('as a process: the same, and no stack trace', () => {
    const main = join(ROOT, 'dist', 'src', 'cli', 'main.js');
    const ran = spawnSync(process.execPath, [main, 'check', join(dir, 'none.txt'), '--lang', 'en'], { encoding: 'utf8', timeout: 20_000 });
    expect([ran.status, ran.stdout, ran.stderr.split('\n').length, ran.stderr.includes('no such file')]).toEqual([2, '', 4, true]);
  });
});

describe('text that is damaged or in another encoding is read', () => {
  const read = (path: string): { readonly code: number; readonly notes: readonly string[]; readonly text: string } => {
    const ran = call(['check', path, '--format', 'json', '--fail-on', 'none'], 'zh');
    const report = JSON.parse(ran.out) as { report: { notes: { code: string }[] } };
    return { code: ran.code, notes: report.report.notes.map((note) => note.code), text: ran.out };
  };

  test('invalid UTF-8 in a few places: read, and said', () => {
    const path = put('few.txt', Buffer.concat([Buffer.from(CLEAN.repeat(20)), Uint8Array.from([0xff, 0xfe, 0xc3, 0x28]), Buffer.from(CLEAN)]));
    const { code, notes, text } = read(path);
    expect([code, notes, text.includes('1,234吨二氧化碳当量')]).toEqual([0, ['undecodable-bytes'], true]);
    expect(call(['check', path, '--fail-on', 'none'], 'zh').out).toContain('部分字节无法解码');
  });

  test('GB18030: read, and said', () => {
    const path = put('gb.txt', Uint8Array.from(Array.from({ length: 30 }, () => [...GB_CLAUSE, 0x0a]).flat()));
    expect(read(path)).toMatchObject({ code: 0, notes: ['encoding-guessed'] });
    expect(call(['check', path, '--fail-on', 'none'], 'zh').out).toContain('不是 UTF-8，已按 GB18030 读取');
    expect(new TextDecoder('gb18030').decode(readFileSync(path))).toContain('公司的用水量为五吨，');
  });
});

describe('what the caller asks for', () => {
  const good = (): string => put('good.txt', CLEAN);

  test('an unknown standard', () => {
    expectRefusal(['check', good(), '--standard', 'gri-2012'], {
      zh: ['没有这个标准：“gri-2012”，是否指 “gri-2021”？', '  → 用 lacuna list standards 查看全部'],
      en: ['no such standard: "gri-2012", did you mean "gri-2021"?', '  → see them all with: lacuna list standards'],
    });
  });

  test('--standard with nothing in it', () => {
    expectRefusal(['check', good(), '--standard', ','], { zh: ['用法有误：选项 --standard <id> 需要一个值', '  → 用 lacuna help <命令> 查看用法'], en: ['usage: option --standard <id> needs a value', '  → see: lacuna help <command>'] });
  });

  test('a profile with unknown keys: all of them at once, each with its place', () => {
    const profile = put('profile.yaml', 'exchnage: szse\nexchange: lse\nanswers:\n  external-asurance: true\n  mandatory-reporter: maybe\nmaterialTopics: 305\npublicationDate: 2025-02-31\n');
    const ran = call(['check', good(), '--profile', profile], 'zh');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err.trimEnd().split('\n')).toEqual([
      `${profile}:1:1: 档案有误：不认识的键 “exchnage”，是否指 “exchange”？`,
      expect.stringMatching(/profile\.yaml:2:1: 档案有误：“exchange” 不能是 "lse"，可用：/),
      `${profile}:4:3: 档案有误：不认识的键 “external-asurance”，是否指 “external-assurance”？`,
      `${profile}:5:3: 档案有误：“answers.mandatory-reporter” 应为 true 或 false，而不是 "maybe"`,
      `${profile}:6:1: 档案有误：“materialTopics” 应为列表，而不是 305`,
      `${profile}:7:1: 档案有误：“publicationDate” 应为真实日期 YYYY-MM-DD，而不是 “2025-02-31”`,
      '  → 可用的键见 schemas/profile.schema.json',
    ]);
    expect(call(['check', good(), '--profile', profile], 'en').err).toContain(`${profile}:1:1: invalid profile: unknown key "exchnage", did you mean "exchange"?\n`);
  });

  test('a profile that is no profile: too large, a folder, binary, a list', () => {
    const refused = (path: string): string => { const ran = call(['check', good(), '--profile', path], 'en'); expect([ran.code, ran.out]).toEqual([2, '']); return ran.err; };
    expect(refused(sparse('huge.yaml', 200 * 1024 * 1024))).toContain('the file is too large: 200 MB');
    expect(refused(dir)).toContain('not a file: it is a folder');
    for (const content of [Uint8Array.from([0xff, 0xfe, 0, 1]), '- a\n- b\n']) expect(refused(put('odd.yaml', content))).toContain('invalid profile: a profile is a list of key: value lines');
  });
});

describe('a folder of rules', () => {
  test('none, a file, or nothing in it', () => {
    const refused = (path: string): string => { const ran = call(['check', put('good.txt', CLEAN), '--rules', path], 'en'); expect([ran.code, ran.out]).toEqual([2, '']); return ran.err; };
    expect(refused(join(dir, 'nowhere'))).toContain('nowhere: no such file');
    expect(refused(put('rules.yaml', 'a: 1\n'))).toContain('--rules is a folder, and this is a file');
    mkdirSync(join(dir, 'hollow'));
    expect(refused(join(dir, 'hollow'))).toContain('it holds neither standards/ nor rules/');
  });

  test('invalid standards and rules: all problems of all files at once, each with file:line:col', () => {
    put('mine/standards/own/standard.yaml', 'id: own\ntitle: 7\nextra: true\n');
    put('mine/rules/own/one.yaml', 'units:\n  - unit: [1, 2\n');
    put('mine/rules/own/two.yaml', 'standard: gri-2021\nrulez: []\n');
    const ran = call(['check', put('good.txt', CLEAN), '--rules', join(dir, 'mine')], 'en');
    expect([ran.code, ran.out, /\n\s+at /.test(ran.err)]).toEqual([2, '', false]);
    for (const place of [/own\/standard\.yaml:2:1: invalid standards or rules file: /, /own\/standard\.yaml:3:1: .*extra/, /own\/one\.yaml:\d+:\d+: /, /own\/two\.yaml:2:1: .*rulez/]) expect(ran.err).toMatch(place);
    expect(ran.err.trimEnd().split('\n').at(-1)).toBe('  → the forms are described in schemas/: standard, units, rules, lexicon');
  }, 60_000);
});
