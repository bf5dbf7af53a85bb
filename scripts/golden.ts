/** `npm run golden`: writes fixtures/<name>/expected.json anew; read the diff before you commit it. */
import { writeFileSync } from 'node:fs';
import { loadCatalog } from '../src/catalog/load';
import { fixtures, gapReportOf } from './fixtures';

const loaded = loadCatalog();
if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.detail).join('\n'));
for (const fixture of fixtures()) writeFileSync(fixture.expected, gapReportOf(fixture, loaded.value));
