import type { Standard } from './standard';
import type { Lexicon, UnitRules } from './rule';

/** Everything that is asked and how it is looked for; read once, then frozen. */
export interface Catalog {
  /** Sorted by id. */
  readonly standards: readonly Standard[];
  /** By unit id. */
  readonly rules: ReadonlyMap<string, UnitRules>;
  readonly lexicon: Lexicon;
  /** By standard id. */
  readonly versions: Readonly<Record<string, Readonly<{ version: string; sha256: string }>>>;
}
