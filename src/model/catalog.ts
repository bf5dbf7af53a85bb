import type { Standard } from './standard';
import type { Confidence } from './gap-report';
import type { Lexicon, UnitRules } from './rule';

/** All terms of a lexicon as one Aho–Corasick automaton in flat arrays, and what each term stands for. */
export interface TermIndex {
  /** Concept ids; meanings are indexes into them. */
  readonly concepts: readonly string[];
  /** Number of distinct symbols, and the mask of the hash table. */
  readonly symbols: number;
  readonly mask: number;
  readonly symbolOf: Uint16Array;
  readonly keys: Int32Array;
  readonly targets: Int32Array;
  readonly fail: Int32Array;
  /** Term that ends in a state, or -1. */
  readonly term: Int32Array;
  /** Nearest state on the fail path in which a term ends, or 0. */
  readonly shorter: Int32Array;
  /** Length of each term. */
  readonly lengths: Int32Array;
  /** Term `t` stands for `meanings[meaningStart[t] .. meaningStart[t + 1]]`: a concept, or -1 - concept for its false friend. */
  readonly meaningStart: Int32Array;
  readonly meanings: Int32Array;
}

/** How a unit's verdicts compare with readers' labels, over all labelled reports. */
export interface UnitRecord {
  readonly reports: number;
  /** Same label of missing, partial, disclosed (explained counts as disclosed). */
  readonly agreed: number;
  /** Reports in which the rules found it, in which readers did, in which both did: at least in part. */
  readonly found: number;
  readonly answered: number;
  readonly both: number;
  /** Of the reports, those that nobody who wrote rules has seen. */
  readonly heldOut: Readonly<{ reports: number; agreed: number }>;
}

/** Measured, not thought up: `rules/reliability.json`, written by `npm run eval -- --write`. */
export interface Reliability {
  /** By how a verdict was found and how its unit fares; see `src/reliability.ts`. */
  readonly levels: Readonly<Record<string, Confidence>>;
  /** By unit id. */
  readonly units: Readonly<Record<string, UnitRecord>>;
}

/** Everything that is asked and how it is looked for; read once, then frozen. */
export interface Catalog {
  /** Sorted by id. */
  readonly standards: readonly Standard[];
  /** By unit id. */
  readonly rules: ReadonlyMap<string, UnitRules>;
  readonly lexicon: Lexicon;
  /** The lexicon's terms as an automaton, when the catalogue was compiled. */
  readonly terms?: TermIndex;
  /** Absent in a catalogue that was never measured. */
  readonly reliability?: Reliability;
  /** By standard id. */
  readonly versions: Readonly<Record<string, Readonly<{ version: string; sha256: string }>>>;
}
