/** Who may import whom. Each row has its reason; a module without a row may not exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, posix } from 'node:path';
import { ROOT } from './helpers';

interface Row {
  readonly area: RegExp;
  readonly may: readonly RegExp[];
  readonly packages?: readonly string[];
  readonly because: string;
}

const model = /^model\//;
const errors = /^errors$/;
const text = /^text$/;

const TABLE: readonly Row[] = [
  { area: /^model\//, may: [model], because: 'types, no logic' },
  { area: /^(errors|text|version)$/, may: [model], because: 'leaves of the tree' },
  { area: /^schema\/validate$/, may: [], packages: ['ajv'], because: 'the only importer of ajv' },
  { area: /^schema\/yaml$/, may: [errors], packages: ['yaml'], because: 'the only importer of yaml' },
  { area: /^ingest\//, may: [model, errors, text, /^ingest\//, /^schema\//, /^\.\.\/schemas\//], packages: ['node:crypto', 'chinese-conv', 'parse5'], because: 'ingest knows files and text, nothing of standards or rules' },
  { area: /^facts\//, may: [model, text, /^facts\//], because: 'facts come from the document alone' },
  { area: /^checks\//, may: [model, /^facts\//, /^checks\//], because: 'a check is a look-up in facts' },
  { area: /^reliability$/, may: [model], because: 'a look-up in what was measured' },
  { area: /^evaluate$/, may: [model, /^facts\//, /^checks/, /^reliability$/], because: 'knows nothing of obligations or the profile' },
  { area: /^assess$/, may: [model], because: 'never looks at text' },
  { area: /^catalog\//, may: [model, errors, /^checks\/walk$/, /^schema\//, /^catalog\//, /^version$/, /^\.\.\/schemas\//], packages: ['node:fs', 'node:path', 'node:crypto', 'ajv'], because: 'YAML to typed data; ajv for its types alone' },
  { area: /^profile$/, may: [model, errors, /^schema\//, /^messages$/, /^nearest$/, /^\.\.\/schemas\//], because: 'a profile file to a Profile' },
  { area: /^explain$/, may: [model, errors, /^messages$/, /^nearest$/], because: 'what a unit asks and how it is looked for' },
  { area: /^nearest$/, may: [], because: 'spelling' },
  { area: /^check$/, may: [model, /^facts\//, /^evaluate$/, /^assess$/, /^version$/], because: 'the pipeline' },
  { area: /^verify$/, may: [model, /^check$/, /^evaluate$/, /^facts\//, /^ingest/], because: 'examples go the same way as reports' },
  { area: /^messages$/, may: [model, errors], because: 'words for people' },
  { area: /^render\//, may: [model, /^messages$/, /^render\//, /^assess$/, /^text$/], packages: ['cli-table3', 'string-width'], because: 'a gap report to a document; never back' },
  { area: /^index$/, may: [/.*/], because: 'the public API: re-exports only' },
  { area: /^cli\//, may: [/^index$/, /^cli\//], packages: ['commander', 'node:fs', 'node:path', 'node:process'], because: 'whatever the command can do, the library can' },
];

const files = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).flatMap((d) =>
  (d.isDirectory() ? files(join(folder, d.name)) : d.name.endsWith('.ts') ? [join(folder, d.name)] : [])).sort();

const SRC = join(ROOT, 'src');
const modules = files(SRC).map((file) => {
  const name = relative(SRC, file).replace(/\.ts$/, '');
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/^(?:import|export)[^;]*? from '([^']+)'|(?:require|import)\('([^']+)'\)/gm)].map((m) => (m[1] ?? m[2])!);
  return { name, imports };
});

const resolveLocal = (from: string, to: string): string => posix.normalize(posix.join(posix.dirname(from), to)).replace(/\/index$/, (m) => (from.startsWith('index') ? '' : m));

test.each(modules.map((m) => [m.name, m] as const))('%s imports only what its row allows', (_name, { name, imports }) => {
  const row = TABLE.find((r) => r.area.test(name));
  expect(row ? 'has a row' : `${name} has no row`).toBe('has a row');
  const wrong = imports.filter((to) => {
    if (!to.startsWith('.')) return !(row!.packages ?? []).includes(to);
    const target = resolveLocal(name, to);
    return !row!.may.some((r) => r.test(target) || r.test(`${target}/`));
  });
  expect(wrong).toEqual([]);
});

test('each third-party package has one importer', () => {
  const importers = new Map<string, Set<string>>();
  for (const { name, imports } of modules) for (const to of imports) {
    if (to.startsWith('.') || to.startsWith('node:')) continue;
    (importers.get(to) ?? importers.set(to, new Set()).get(to)!).add(name);
  }
  importers.get('ajv')?.delete('catalog/files');
  for (const [name, by] of importers) expect([name, by.size]).toEqual([name, 1]);
});

test('no any, no default export, no unfinished mark in src', () => {
  for (const file of files(SRC)) {
    const source = readFileSync(file, 'utf8');
    expect([relative(SRC, file), /\bany\b(?=[\],;)>])|: any\b|as any\b|export default|TODO|FIXME/.test(source.replace(/'[^']*'/g, "''").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))]).toEqual([relative(SRC, file), false]);
  }
});
