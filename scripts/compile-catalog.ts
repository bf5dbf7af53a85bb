/** Build step: YAML → dist/catalog/catalog.json, so that a check does not parse a megabyte of YAML. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, packageRoot } from '../src/catalog/load';
import { readCatalog } from '../src/catalog/source';
import { indexTerms } from '../src/facts/concepts';

const { catalog, problems } = readCatalog([packageRoot()]);
for (const p of problems) console.error(`${p.where?.file ?? ''}:${p.where?.line ?? 1}:${p.where?.column ?? 1} ${p.detail}`);
if (problems.length > 0) process.exit(1);
const folder = join(packageRoot(), 'dist', 'catalog');
const compiled = compile(catalog, indexTerms(catalog.lexicon));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'catalog.json'), compiled.catalog);
writeFileSync(join(folder, 'terms.bin'), compiled.terms);
writeFileSync(join(folder, 'details.json'), compiled.details);
