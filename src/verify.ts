/** Runs the examples that rules carry: noisy (should not be satisfied, is) and missed (should be, is not) apart. */
import { readerOf } from './check';
import { judge } from './evaluate';
import { readFacts } from './facts/facts';
import { readMarkdown, readText } from './ingest';
import type { ReportDocument } from './model/document';
import type { Catalog } from './model/catalog';
import type { ExampleFailure, VerifyResult } from './model/answers';
import type { Example, LeafRule } from './model/rule';

/** Examples are reports of this year. */
const EXAMPLE_YEAR = 2024;

/** Runs all examples, or those of units whose id starts with one of `only`. */
export function verifyExamples(catalog: Catalog, only: readonly string[] = []): VerifyResult {
  const failures: ExampleFailure[] = [];
  const stale: ExampleFailure[] = [];
  let ran = 0;
  let knownGaps = 0;
  for (const rules of catalog.rules.values()) {
    if (only.length > 0 && !only.some((o) => (catalog.rules.has(o) ? rules.unit === o : rules.unit.startsWith(o)))) continue;
    for (const leaf of rules.leaves) for (const kind of ['satisfies', 'violates', 'nearMiss'] as const) for (const example of leaf.examples[kind]) {
      ran += 1;
      const got = outcomeOf(catalog, leaf, example);
      const holds = (got === 'satisfied') === (kind === 'satisfies') || (kind === 'satisfies' && isPointerOnly(leaf) && got === 'partly');
      const entry = { unit: rules.unit, leaf: leaf.leaf, kind, text: example.text, got, where: leaf.where };
      if (example.knownGap !== undefined) knownGaps += 1;
      if (example.knownGap !== undefined && holds) stale.push(entry);
      if (example.knownGap === undefined && !holds) failures.push(entry);
    }
  }
  return { ran, passed: ran - failures.length - stale.length, failures, staleKnownGaps: stale, knownGaps };
}

/** A pointer answers in part at best. */
const isPointerOnly = (leaf: LeafRule): boolean => leaf.expression.op === 'check' && leaf.expression.check.kind === 'reference';

/** Examples with Markdown in them are read as Markdown. */
const readExample = (text: string): ReportDocument => (/^\s*[|#<]|\n\s*[|#<]/.test(text) ? readMarkdown('example', text) : readText('example', text));

function outcomeOf(catalog: Catalog, leaf: LeafRule, example: Example): string {
  return judge(readFacts(readerOf(catalog), readExample(example.text), EXAMPLE_YEAR), leaf.expression).outcome;
}
