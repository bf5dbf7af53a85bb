/** The catalogue that is shipped, compiled when the package is built; or one read from YAML. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../errors';
import type { Catalog } from '../model/catalog';
import type { UnitRules } from '../model/rule';

export interface LoadOptions {
  /** Further roots with `standards/` and `rules/` beside the shipped ones. */
  readonly userDirs?: readonly string[];
  /** Read the shipped YAML itself, not the compiled catalogue. */
  readonly fromSource?: boolean;
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

const compiledPath = (): string => join(packageRoot(), 'dist', 'catalog', 'catalog.json');

/** Every problem of every file at once, or the catalogue. */
export function loadCatalog(options: LoadOptions = {}): Result<Catalog> {
  const userDirs = options.userDirs ?? [];
  if (userDirs.length === 0 && !options.fromSource && existsSync(compiledPath())) return { ok: true, value: parseCompiled(readFileSync(compiledPath(), 'utf8')) };
  const { readCatalog } = require('./source') as typeof import('./source');
  for (const dir of userDirs) {
    if (!existsSync(dir)) return { ok: false, problems: [{ code: 'no-such-file', detail: dir, where: { file: dir } }] };
  }
  const { catalog, problems } = readCatalog([packageRoot(), ...userDirs]);
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, value: catalog };
}

/** JSON that `parseCompiled` reads back. */
export const compile = (catalog: Catalog): string => JSON.stringify({ ...catalog, rules: [...catalog.rules.values()] });

function parseCompiled(text: string): Catalog {
  const raw = JSON.parse(text) as Omit<Catalog, 'rules'> & { rules: readonly UnitRules[] };
  return { ...raw, rules: new Map(raw.rules.map((r) => [r.unit, r])) };
}
