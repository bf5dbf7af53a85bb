/** The catalogue that is shipped, compiled when the package is built; or one read from YAML. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../errors';
import type { Catalog, TermIndex } from '../model/catalog';
import { packTerms, unpackTerms } from './terms';
import type { LeafRule, UnitRules } from '../model/rule';

export interface LoadOptions {
  /** Further roots with `standards/` and `rules/` beside the shipped ones. */
  readonly userDirs?: readonly string[];
  /** Read the shipped YAML itself, not the compiled catalogue. */
  readonly fromSource?: boolean;
  /** The words of concepts and the examples of rules too; a check needs neither. */
  readonly withDetails?: boolean;
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
  if (userDirs.length === 0 && !options.fromSource && existsSync(compiledPath('catalog.json'))) return { ok: true, value: loadCompiled(options.withDetails ?? false) };
  const { readCatalog } = require('./source') as typeof import('./source');
  for (const dir of userDirs) {
    if (!existsSync(dir)) return { ok: false, problems: [{ code: 'no-such-file', detail: dir, where: { file: dir } }] };
  }
  const { catalog, problems } = readCatalog([packageRoot(), ...userDirs]);
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, value: catalog };
}

interface Details {
  readonly concepts: Catalog['lexicon']['concepts'];
  readonly examples: Readonly<Record<string, LeafRule['examples']>>;
}

const NO_EXAMPLES: LeafRule['examples'] = { satisfies: [], violates: [], nearMiss: [] };

type CompiledRules = Omit<UnitRules, 'leaves'> & { readonly leaves: readonly Omit<LeafRule, 'examples'>[] };

/** Three files: what a check needs, its terms as an automaton, and the details that only `verify` and `explain` read. */
export function compile(catalog: Catalog, terms: TermIndex): { readonly catalog: string; readonly terms: Uint8Array; readonly details: string } {
  const examples: Record<string, LeafRule['examples']> = {};
  const rules = [...catalog.rules.values()].map((unit): CompiledRules => ({
    ...unit,
    leaves: unit.leaves.map((leaf) => {
      examples[`${unit.unit}/${leaf.leaf}`] = leaf.examples;
      return { leaf: leaf.leaf, expression: leaf.expression, where: leaf.where };
    }),
  }));
  const details: Details = { concepts: catalog.lexicon.concepts, examples };
  return { catalog: JSON.stringify({ ...catalog, lexicon: { ...catalog.lexicon, concepts: [] }, rules }), terms: packTerms(terms), details: JSON.stringify(details) };
}

function loadCompiled(withDetails: boolean): Catalog {
  const raw = JSON.parse(readFileSync(compiledPath('catalog.json'), 'utf8')) as Omit<Catalog, 'rules'> & { rules: readonly CompiledRules[] };
  const terms = unpackTerms(readFileSync(compiledPath('terms.bin')));
  const details: Details = withDetails ? (JSON.parse(readFileSync(compiledPath('details.json'), 'utf8')) as Details) : { concepts: [], examples: {} };
  const rules = raw.rules.map((unit): [string, UnitRules] => [unit.unit, { ...unit, leaves: unit.leaves.map((l) => ({ ...l, examples: details.examples[`${unit.unit}/${l.leaf}`] ?? NO_EXAMPLES })) }]);
  return { ...raw, lexicon: { ...raw.lexicon, concepts: details.concepts }, rules: new Map(rules), terms };
}
