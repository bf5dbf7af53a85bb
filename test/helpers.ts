/** A small catalogue for tests of the engine: concepts given, the engine's own signs, units and breakdowns. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReader, readFacts, type Facts } from '../src/facts/facts';
import { readMarkdown, readText } from '../src/ingest';
import type { Check, Concept, Lexicon } from '../src/model/rule';
import { parseYaml } from '../src/schema/yaml';

export const ROOT = join(__dirname, '..');

interface RawLexicon {
  readonly concepts?: Record<string, Partial<Omit<Concept, 'id'>>>;
  readonly units?: Lexicon['units'];
  readonly breakdowns?: Lexicon['breakdowns'];
}

function yaml(path: string): RawLexicon {
  const parsed = parseYaml(readFileSync(join(ROOT, path), 'utf8'), path, 'invalid-catalog');
  if (!parsed.ok) throw new Error(path);
  return parsed.value.value as RawLexicon;
}

const SIGNS = yaml('rules/lexicon/signs.yaml');
const UNITS = yaml('rules/lexicon/units.yaml');
const BREAKDOWNS = yaml('rules/lexicon/breakdowns.yaml');

export function lexiconOf(concepts: Record<string, Partial<Omit<Concept, 'id'>>>): Lexicon {
  const all = { ...SIGNS.concepts, ...BREAKDOWNS.concepts, ...concepts };
  return {
    concepts: Object.entries(all).map(([id, c]) => ({ id, zh: c.zh ?? [], en: c.en ?? [], not: c.not ?? [] })),
    units: UNITS.units ?? {}, breakdowns: BREAKDOWNS.breakdowns ?? {},
  };
}

export function factsOf(text: string, concepts: Record<string, Partial<Omit<Concept, 'id'>>>, year = 2024): Facts {
  const document = /^\s*[|#<]|\n\s*[|#<]/.test(text) ? readMarkdown('test', text) : readText('test', text);
  return readFacts(makeReader({ lexicon: lexiconOf(concepts) }), document, year);
}

type About = { with?: readonly (readonly string[])[]; without?: readonly string[]; window?: 'sentence' | 'paragraph' | 'section' };
type Plain = 'document' | 'body' | 'action' | 'zero' | 'trend' | 'target' | 'reference' | 'index';

export const check = {
  plain: (kind: Plain, of: string, about: About = {}): Check => ({ kind, of: [of], with: about.with ?? [], without: about.without ?? [], window: about.window ?? 'sentence' }),
  mentions: (of: readonly string[], about: About & { concrete?: boolean; atLeast?: number } = {}): Check => ({ kind: 'mentions', of, with: about.with ?? [], without: about.without ?? [], window: about.window ?? 'sentence', concrete: about.concrete ?? true, atLeast: about.atLeast ?? 1 }),
  quantity: (of: string, dimension: string, about: About & { period?: 'reporting' | 'any' } = {}): Check => ({ kind: 'quantity', of: [of], dimension: [dimension], with: about.with ?? [], without: about.without ?? [], window: about.window ?? 'sentence', period: about.period ?? 'reporting' }),
  breakdown: (of: string, by: string, about: About = {}): Check => ({ kind: 'breakdown', of: [of], by: [by], dimension: [], members: 2, with: about.with ?? [], without: about.without ?? [], window: about.window ?? 'section' }),
};
