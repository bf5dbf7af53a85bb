/** Whole gap reports of the bundled reports, byte for byte. `npm run golden` writes them; review the diff. */
import { readFileSync } from 'node:fs';
import { fixtures, gapReportOf } from '../scripts/fixtures';
import { loadCatalog } from '../src/catalog/load';

const loaded = loadCatalog();
if (!loaded.ok) throw new Error('the catalogue does not load');

test.each(fixtures().map((f) => [f.name, f] as const))('%s', (_name, fixture) => {
  const first = gapReportOf(fixture, loaded.value);
  expect(gapReportOf(fixture, loaded.value)).toBe(first);
  expect(first === readFileSync(fixture.expected, 'utf8') ? 'as expected' : `differs from ${fixture.expected}: run \`npm run golden\` and read the diff`).toBe('as expected');
});
