/** The catalogue that is shipped, compiled when the package is built; or one read from YAML. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../errors';
import type { Catalog, TermIndex } from '../model/catalog';
import { packTerms, unpackTerms } from './terms';
import type { Check, LeafRule, RuleExpression, UnitRules } from '../model/rule';

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

/** An expression whose checks stand once each in a list: many leaves of the three standards ask the same. */
type Compiled = number | { readonly op: 'any' | 'all'; readonly parts: readonly Compiled[] } | { readonly op: 'none'; readonly parts: readonly Compiled[]; readonly of: Compiled };

type CompiledRules = Omit<UnitRules, 'leaves'> & { readonly leaves: readonly { readonly leaf: string; readonly expression: Compiled; readonly where: string }[] };

interface CompiledCatalog extends Omit<Catalog, 'rules'> {
  readonly checks: readonly Check[];
  readonly rules: readonly CompiledRules[];
}

function intern(expression: RuleExpression, numbers: Map<string, number>): Compiled {
  if (expression.op === 'check') {
    const key = JSON.stringify(expression.check);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  }
  const parts = expression.parts.map((p) => intern(p, numbers));
  return expression.op === 'none' ? { op: 'none', parts, of: intern(expression.of, numbers) } : { op: expression.op, parts };
}

function extern(compiled: Compiled, checks: readonly RuleExpression[]): RuleExpression {
  if (typeof compiled === 'number') return checks[compiled]!;
  const parts = compiled.parts.map((p) => extern(p, checks));
  return compiled.op === 'none' ? { op: 'none', parts, of: extern(compiled.of, checks) } : { op: compiled.op, parts };
}

/** Three files: what a check needs, its terms as an automaton, and the details that only `verify` and `explain` read. */
export function compile(catalog: Catalog, terms: TermIndex): { readonly catalog: string; readonly terms: Uint8Array; readonly details: string } {
  const examples: Record<string, LeafRule['examples']> = {};
  const numbers = new Map<string, number>();
  const rules = [...catalog.rules.values()].map((unit): CompiledRules => ({
    ...unit,
    leaves: unit.leaves.map((leaf) => {
      examples[`${unit.unit}/${leaf.leaf}`] = leaf.examples;
      return { leaf: leaf.leaf, expression: intern(leaf.expression, numbers), where: leaf.where };
    }),
  }));
  const details: Details = { concepts: catalog.lexicon.concepts, examples };
  const compiled: CompiledCatalog = { ...catalog, lexicon: { ...catalog.lexicon, concepts: [] }, checks: [...numbers.keys()].map((key) => JSON.parse(key) as Check), rules };
  return { catalog: JSON.stringify(compiled), terms: packTerms(terms), details: JSON.stringify(details) };
}

function loadCompiled(withDetails: boolean): Catalog {
  const raw = JSON.parse(readFileSync(compiledPath('catalog.json'), 'utf8')) as CompiledCatalog;
  const checks = raw.checks.map((check): RuleExpression => ({ op: 'check', check }));
  const terms = unpackTerms(readFileSync(compiledPath('terms.bin')));
  const details: Details = withDetails ? (JSON.parse(readFileSync(compiledPath('details.json'), 'utf8')) as Details) : { concepts: [], examples: {} };
  const rules = raw.rules.map((unit): [string, UnitRules] => [unit.unit, { ...unit, leaves: unit.leaves.map((l) => ({ ...l, expression: extern(l.expression, checks), examples: details.examples[`${unit.unit}/${l.leaf}`] ?? NO_EXAMPLES })) }]);
  const { standards, lexicon, versions, reliability } = raw;
  return { standards, versions, ...(reliability ? { reliability } : {}), lexicon: { ...lexicon, concepts: details.concepts }, rules: new Map(rules), terms };
}
