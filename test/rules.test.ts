/** Every example of every rule: satisfying ones satisfy, violating ones and near misses do not, known gaps still fail. */
import { readCatalog } from '../src/catalog/source';
import { verifyExamples } from '../src/verify';
import { ROOT } from './helpers';

const { catalog } = readCatalog([ROOT]);
const result = verifyExamples(catalog);

test('there are examples', () => expect(result.ran).toBeGreaterThan(2000));

test.each(catalog.standards.map((s) => [s.id] as const))('all examples of %s hold', (standard) => {
  const own = result.failures.filter((f) => catalog.rules.get(f.unit)?.standard === standard);
  expect(own.map((f) => `${f.where} ${f.unit}/${f.leaf} ${f.kind} → ${f.got}: ${f.text}`)).toEqual([]);
});

test('no known gap has closed unnoticed', () => expect(result.staleKnownGaps.map((f) => `${f.where} ${f.text}`)).toEqual([]));

test('known gaps stay few', () => expect(result.knownGaps / result.ran).toBeLessThan(0.02));
