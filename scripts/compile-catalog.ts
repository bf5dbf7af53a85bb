/** Build step: YAML → dist/catalog/catalog.json, so that a check does not parse a megabyte of YAML. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, packageRoot } from '../src/catalog/load';
import { readCatalog } from '../src/catalog/source';

const { catalog, problems } = readCatalog([packageRoot()]);
for (const p of problems) console.error(`${p.where?.file ?? ''}:${p.where?.line ?? 1}:${p.where?.column ?? 1} ${p.detail}`);
if (problems.length > 0) process.exit(1);
mkdirSync(join(packageRoot(), 'dist', 'catalog'), { recursive: true });
writeFileSync(join(packageRoot(), 'dist', 'catalog', 'catalog.json'), compile(catalog));
