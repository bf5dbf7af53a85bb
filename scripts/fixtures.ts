/** The bundled reports with their profiles, and the gap report each must give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../src/catalog/load';
import { checkReport, parseProfile, readReport, renderJson, type Catalog, type Result } from '../src/index';

export interface Fixture {
  readonly name: string;
  readonly report: string;
  readonly profile: string;
  readonly expected: string;
}

export function fixtures(): readonly Fixture[] {
  const root = join(packageRoot(), 'fixtures');
  return readdirSync(root).sort().flatMap((name) => {
    const report = readdirSync(join(root, name)).find((f) => f.startsWith('report.'));
    return report ? [{ name, report: join(root, name, report), profile: join(root, name, 'profile.yaml'), expected: join(root, name, 'expected.json') }] : [];
  });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where?.file ?? ''}:${p.where?.line ?? ''} ${p.detail}`).join('\n'));
  return result.value;
}

/** The gap report as JSON, as `lacuna check --format json` prints it. */
export function gapReportOf(fixture: Fixture, catalog: Catalog): string {
  const document = value(readReport({ name: basename(fixture.report), bytes: readFileSync(fixture.report) }));
  const profile = existsSync(fixture.profile) ? value(parseProfile(readFileSync(fixture.profile, 'utf8'), fixture.profile)) : {};
  return renderJson(checkReport(document, catalog, profile));
}
