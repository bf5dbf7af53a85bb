/** A catalogue from its YAML folders. */
import { createHash } from 'node:crypto';
import type { Problem } from '../errors';
import type { Catalog } from '../model/catalog';
import { readFolder } from './files';
import { readReliability } from './reliability';
import { readLexicon } from './lexicon';
import { readRules } from './rules';
import { readStandards } from './standards';
import { VERSION } from '../version';

/** All that can be read under the roots (each with `standards/` and `rules/`), and everything that is wrong with it. */
export function readCatalog(roots: readonly string[]): { readonly catalog: Catalog; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const ruleFiles = roots.flatMap((root) => readFolder(root, 'rules', problems));
  const standardFiles = roots.flatMap((root) => readFolder(root, 'standards', problems));
  const lexicon = readLexicon(ruleFiles.filter((f) => f.folder === 'lexicon'), problems);
  const standards = readStandards(standardFiles, problems);
  const rules = readRules(ruleFiles.filter((f) => f.folder !== 'lexicon'), standards, lexicon, problems);
  const reliability = readReliability(roots, problems);
  const versions = Object.fromEntries(standards.map((s) => {
    const hash = createHash('sha256').update(JSON.stringify(reliability ?? null));
    for (const f of [...standardFiles, ...ruleFiles]) if (f.folder === s.id || f.folder === 'lexicon') hash.update(f.sha256);
    return [s.id, { version: VERSION, sha256: hash.digest('hex') }] as const;
  }));
  return { catalog: { standards, rules, lexicon, versions, ...(reliability ? { reliability } : {}) }, problems };
}
