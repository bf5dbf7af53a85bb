/** The catalogue that is shipped, compiled when the package is built; or one read from YAML. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../errors';
import type { Catalog } from '../model/catalog';
import type { LeafRule, UnitRules } from '../model/rule';

export interface LoadOptions {
  /** Further roots with `standards/` and `rules/` beside the shipped ones. */
  readonly userDirs?: readonly string[];
  /** Read the shipped YAML itself, not the compiled catalogue. */
  readonly fromSource?: boolean;
  /** Examples are read only when asked for. */
  readonly withExamples?: boolean;
}

/** The package's own folder: where package.json, standards/ and rules/ stand. */
export function packageRoot(): string {
  let at = __dirname;
  while (!existsSync(join(at, 'package.json')) || !existsSync(join(at, 'standards'))) {
    const up = join(at, '..');
    if (up === at) return __dirname;
    at = up;
  }
  return at;
}

const compiledPath = (file: string): string => join(packageRoot(), 'dist', 'catalog', file);

/** Every problem of every file at once, or the catalogue. */
export function loadCatalog(options: LoadOptions = {}): Result<Catalog> {
  const userDirs = options.userDirs ?? [];
  if (userDirs.length === 0 && !options.fromSource && existsSync(compiledPath('catalog.json'))) return { ok: true, value: loadCompiled(options.withExamples ?? false) };
  const { readCatalog } = require('./source') as typeof import('./source');
  for (const dir of userDirs) {
    if (!existsSync(dir)) return { ok: false, problems: [{ code: 'no-such-file', detail: dir, where: { file: dir } }] };
  }
  const { catalog, problems } = readCatalog([packageRoot(), ...userDirs]);
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, value: catalog };
}

type Examples = Readonly<Record<string, LeafRule['examples']>>;

const NONE: LeafRule['examples'] = { satisfies: [], violates: [], nearMiss: [] };

/** Two JSON files: what a check needs, and the examples, which only `verify` and `explain` read. */
export function compile(catalog: Catalog): { readonly catalog: string; readonly examples: string } {
  const examples: Record<string, LeafRule['examples']> = {};
  const rules = [...catalog.rules.values()].map((unit) => ({
    ...unit,
    leaves: unit.leaves.map((leaf) => {
      examples[`${unit.unit}/${leaf.leaf}`] = leaf.examples;
      return { leaf: leaf.leaf, expression: leaf.expression, where: leaf.where };
    }),
  }));
  return { catalog: JSON.stringify({ ...catalog, rules }), examples: JSON.stringify(examples) };
}

type CompiledRules = Omit<UnitRules, 'leaves'> & { readonly leaves: readonly Omit<LeafRule, 'examples'>[] };

function loadCompiled(withExamples: boolean): Catalog {
  const raw = JSON.parse(readFileSync(compiledPath('catalog.json'), 'utf8')) as Omit<Catalog, 'rules'> & { rules: readonly CompiledRules[] };
  const examples = withExamples ? (JSON.parse(readFileSync(compiledPath('examples.json'), 'utf8')) as Examples) : {};
  const rules = raw.rules.map((unit): [string, UnitRules] => [unit.unit, { ...unit, leaves: unit.leaves.map((l) => ({ ...l, examples: examples[`${unit.unit}/${l.leaf}`] ?? NONE })) }]);
  return { ...raw, rules: new Map(rules) };
}
