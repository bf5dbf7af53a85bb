/** `npm run golden`: writes fixtures/<name>/expected.json anew; read the diff before you commit it. */
import { writeFileSync } from 'node:fs';
import { fixtures, gapReportOf } from './fixtures';
import { shippedCatalog } from './shipped';

for (const fixture of fixtures()) writeFileSync(fixture.expected, gapReportOf(fixture, shippedCatalog()));
