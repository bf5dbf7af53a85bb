/** Rule files → rules by unit. Also the law of examples, as far as presence goes. */
import type { Problem } from '../errors';
import type { Example, LeafRule, Lexicon, RuleExpression, UnitRules } from '../model/rule';
import type { Localized, Standard } from '../model/standard';
import { checksOf } from '../checks/walk';
import { toExpression, type RawCheck } from './expressions';
import { conforms, type CatalogFile } from './files';
import { problemAt } from './lexicon';
import schema from '../../schemas/rules.schema.json';

type RawExample = string | Example;

interface RawLeaf {
  readonly check: RawCheck;
  readonly satisfies?: readonly RawExample[];
  readonly violates?: readonly RawExample[];
  readonly nearMiss?: readonly RawExample[];
}

interface RawRules {
  readonly standard: string;
  readonly rules: readonly Readonly<{ unit: string; about: string | readonly string[]; remedy: Localized; leaves: Readonly<Record<string, RawLeaf>> }>[];
}

interface Place {
  readonly raw: RawLeaf;
  readonly file: CatalogFile;
  readonly pointer: string;
}

/** All rules, keyed by unit. Unknown units, leaves, concepts and dimensions are problems, each with its place. */
export function readRules(files: readonly CatalogFile[], standards: readonly Standard[], lexicon: Lexicon, problems: Problem[]): ReadonlyMap<string, UnitRules> {
  const valid = files.filter((f): f is CatalogFile & { value: RawRules } => conforms<RawRules>(f, schema, problems));
  const places = new Map<string, Place>();
  for (const file of valid) file.value.rules.forEach((rule, i) => Object.entries(rule.leaves).forEach(([leaf, raw]) => {
    places.set(`${rule.unit}/${leaf}`, { raw, file, pointer: `/rules/${i}/leaves/${leaf}` });
  }));
  const resolver = makeResolver(places, problems);
  const units = new Map(standards.flatMap((s) => s.groups.flatMap((g) => g.units.map((u) => [u.id, { unit: u, standard: s.id }] as const))));
  const vocabulary = new Vocabulary(lexicon);
  const rules = new Map<string, UnitRules>();
  for (const file of valid) file.value.rules.forEach((raw, i) => {
    const pointer = `/rules/${i}`;
    const known = units.get(raw.unit);
    if (!known || known.standard !== file.value.standard) { problems.push(problemAt(file, `${pointer}/unit`, `${file.value.standard} has no unit ${raw.unit}`)); return; }
    if (rules.has(raw.unit)) { problems.push(problemAt(file, `${pointer}/unit`, `unit ${raw.unit} has rules twice`)); return; }
    const about = typeof raw.about === 'string' ? [raw.about] : raw.about;
    for (const c of about) if (!vocabulary.hasConcept(c)) problems.push(problemAt(file, `${pointer}/about`, `concept ${c} is not in the lexicon`));
    const ids = new Set(known.unit.leaves.map((l) => l.id));
    const leaves = Object.keys(raw.leaves).flatMap((leaf): readonly LeafRule[] => {
      const place = places.get(`${raw.unit}/${leaf}`)!;
      if (!ids.has(leaf)) { problems.push(problemAt(file, place.pointer, `${raw.unit} has no leaf ${leaf}; it has ${[...ids].join(', ')}`)); return []; }
      const expression = resolver.expression(`${raw.unit}/${leaf}`, []);
      if (!expression) return [];
      const bad = vocabulary.unknownIn(expression);
      if (bad.length > 0) { bad.forEach((b) => problems.push(problemAt(file, `${place.pointer}/check`, b))); return []; }
      const examples = resolver.examples(`${raw.unit}/${leaf}`, []);
      for (const lack of lackingExamples(expression, examples)) problems.push(problemAt(file, place.pointer, `${raw.unit}/${leaf} needs an example under ${lack}`));
      const { line } = file.at(place.pointer);
      return [{ leaf, expression, examples, where: `${file.path}:${line ?? 1}` }];
    });
    rules.set(raw.unit, { standard: file.value.standard, unit: raw.unit, about: about.filter((c) => vocabulary.hasConcept(c)), leaves, remedy: raw.remedy });
  });
  return rules;
}

class Vocabulary {
  readonly #concepts: ReadonlySet<string>;
  readonly #dimensions: ReadonlySet<string>;
  readonly #breakdowns: ReadonlySet<string>;

  constructor(lexicon: Lexicon) {
    this.#concepts = new Set(lexicon.concepts.map((c) => c.id));
    this.#dimensions = new Set([...Object.keys(lexicon.units), 'any']);
    this.#breakdowns = new Set(Object.keys(lexicon.breakdowns));
  }

  hasConcept(id: string): boolean { return this.#concepts.has(id); }

  unknownIn(expression: RuleExpression): readonly string[] {
    return checksOf(expression).flatMap((check) => {
      if (check.kind === 'manual') return [];
      const concepts = [...check.of, ...check.with.flat(), ...check.without].filter((c) => !this.#concepts.has(c)).map((c) => `concept ${c} is not in the lexicon`);
      const dimensions = ('dimension' in check ? check.dimension : []).filter((d) => !this.#dimensions.has(d)).map((d) => `dimension ${d} is not in units.yaml`);
      const breakdowns = ('by' in check ? check.by : []).filter((b) => !this.#breakdowns.has(b)).map((b) => `breakdown ${b} is not in breakdowns.yaml`);
      return [...concepts, ...dimensions, ...breakdowns];
    });
  }
}

interface Resolver {
  expression(leaf: string, path: readonly string[]): RuleExpression | null;
  examples(leaf: string, path: readonly string[]): LeafRule['examples'];
}

/** Follows `use` to the leaf that has the check; a leaf without examples of its own takes over those of the leaf it uses. */
function makeResolver(places: ReadonlyMap<string, Place>, problems: Problem[]): Resolver {
  const expression: Resolver['expression'] = (leaf, path) => {
    const { raw, file, pointer } = places.get(leaf)!;
    return toExpression(raw.check, (other) => {
      if (path.includes(other) || other === leaf) problems.push(problemAt(file, pointer, `${leaf} uses itself by way of ${other}`));
      else if (!places.has(other)) problems.push(problemAt(file, pointer, `${leaf} uses ${other}, which has no rule`));
      else return expression(other, [...path, leaf]);
      return null;
    });
  };
  const examples: Resolver['examples'] = (leaf, path) => {
    const { raw } = places.get(leaf)!;
    const used = raw.check.use;
    const base = used !== undefined && places.has(used) && !path.includes(used) ? examples(used, [...path, leaf]) : { satisfies: [], violates: [], nearMiss: [] };
    return { satisfies: toExamples(raw.satisfies) ?? base.satisfies, violates: toExamples(raw.violates) ?? base.violates, nearMiss: toExamples(raw.nearMiss) ?? base.nearMiss };
  };
  return { expression, examples };
}

const toExamples = (raw: readonly RawExample[] | undefined): readonly Example[] | null =>
  raw === undefined ? null : raw.map((e) => (typeof e === 'string' ? { text: e } : e));

/** Every rule has an example that satisfies and one that violates; figures have a near miss as well. */
function lackingExamples(expression: RuleExpression, examples: LeafRule['examples']): readonly string[] {
  const kinds = new Set(checksOf(expression).map((c) => c.kind));
  if (kinds.has('manual') && kinds.size === 1) return [];
  const needed = kinds.has('quantity') || kinds.has('breakdown') ? (['satisfies', 'violates', 'nearMiss'] as const) : (['satisfies', 'violates'] as const);
  return needed.filter((n) => examples[n].length === 0);
}
