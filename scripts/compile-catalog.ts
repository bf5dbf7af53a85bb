/** Build step: YAML → dist/catalog/catalog.json, so that a check does not parse a megabyte of YAML. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, packageRoot } from '../src/catalog/load';
import { readCatalog } from '../src/catalog/source';

const { catalog, problems } = readCatalog([packageRoot()]);
for (const p of problems) console.error(`${p.where?.file ?? ''}:${p.where?.line ?? 1}:${p.where?.column ?? 1} ${p.detail}`);
if (problems.length > 0) process.exit(1);
const folder = join(packageRoot(), 'dist', 'catalog');
const compiled = compile(catalog);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'catalog.json'), compiled.catalog);
writeFileSync(join(folder, 'examples.json'), compiled.examples);
