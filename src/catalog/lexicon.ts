/** Lexicon files → one flat lexicon. */
import type { Problem } from '../errors';
import type { Concept, Lexicon } from '../model/rule';
import { conforms, type CatalogFile } from './files';
import schema from '../../schemas/lexicon.schema.json';

interface RawConcept {
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
  readonly not?: readonly string[];
  readonly include?: string | readonly string[];
}

interface RawLexicon {
  readonly concepts?: Readonly<Record<string, RawConcept>>;
  readonly units?: Lexicon['units'];
  readonly breakdowns?: Lexicon['breakdowns'];
}

/** Flattens `include`; a concept defined twice, included in a circle or nowhere defined is a problem. */
export function readLexicon(files: readonly CatalogFile[], problems: Problem[]): Lexicon {
  const raw = new Map<string, { concept: RawConcept; file: CatalogFile }>();
  let units: Lexicon['units'] = {};
  let breakdowns: Lexicon['breakdowns'] = {};
  for (const file of files) {
    if (!conforms<RawLexicon>(file, schema, problems)) continue;
    units = { ...units, ...file.value.units };
    breakdowns = { ...breakdowns, ...file.value.breakdowns };
    for (const [id, concept] of Object.entries(file.value.concepts ?? {})) {
      const known = raw.get(id);
      if (known) problems.push(problemAt(file, `/concepts/${id}`, `concept ${id} is already defined in ${known.file.path}`));
      else raw.set(id, { concept, file });
    }
  }
  const flatten = (id: string, path: readonly string[]): Concept => {
    const { concept, file } = raw.get(id)!;
    const merged = { zh: [...(concept.zh ?? [])], en: [...(concept.en ?? [])], not: [...(concept.not ?? [])] };
    for (const other of typeof concept.include === 'string' ? [concept.include] : concept.include ?? []) {
      if (path.includes(other) || !raw.has(other)) {
        problems.push(problemAt(file, `/concepts/${id}`, raw.has(other) ? `concept ${id} includes itself by way of ${other}` : `concept ${id} includes ${other}, which is not defined`));
        continue;
      }
      const inner = flatten(other, [...path, other]);
      merged.zh.push(...inner.zh);
      merged.en.push(...inner.en);
      merged.not.push(...inner.not);
    }
    if (merged.zh.length + merged.en.length === 0) problems.push(problemAt(file, `/concepts/${id}`, `concept ${id} has no term`));
    return { id, zh: unique(merged.zh), en: unique(merged.en), not: unique(merged.not) };
  };
  return { concepts: [...raw.keys()].sort().map((id) => flatten(id, [id])), units, breakdowns };
}

const unique = (terms: readonly string[]): readonly string[] => [...new Set(terms)];

export const problemAt = (file: CatalogFile, pointer: string, detail: string): Problem => ({ code: 'invalid-catalog', detail, where: file.at(pointer) });
