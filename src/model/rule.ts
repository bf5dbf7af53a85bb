/** How evidence is looked for. Data only; `rules/**` after validation. */
import type { Localized } from './standard';

export type ConceptId = string;

/** `sentence`: one sentence or table row; `paragraph`: its block; `section`: all under the nearest heading, the heading included. */
export type Window = 'sentence' | 'paragraph' | 'section';

/** Options that most checks share. */
interface About {
  /** Any of these must stand in the window. */
  readonly of: readonly ConceptId[];
  /** All of these must too; within one entry any concept will do. */
  readonly with: readonly (readonly ConceptId[])[];
  /** None of these may stand in the sentence. */
  readonly without: readonly ConceptId[];
  readonly window: Window;
}

export type Check =
  | (About & { readonly kind: 'mentions'; /** A named thing, number, date, body or measure must stand in the sentence. */ readonly concrete: boolean; /** Distinct concepts of `of` (or distinct terms, if `of` is one concept) needed. */ readonly atLeast: number })
  | (About & { readonly kind: 'quantity'; readonly dimension: readonly string[]; /** `any`: a figure of another year will do (base years). */ readonly period: 'reporting' | 'any' })
  | (About & { readonly kind: 'breakdown'; readonly by: readonly string[]; readonly dimension: readonly string[]; readonly members: number })
  | (About & { readonly kind: 'document' })
  | (About & { readonly kind: 'body' })
  | (About & { readonly kind: 'action' })
  | (About & { readonly kind: 'zero' })
  | (About & { readonly kind: 'trend' })
  | (About & { readonly kind: 'target' })
  | (About & { readonly kind: 'reference' })
  | (About & { readonly kind: 'index' })
  | { readonly kind: 'manual'; readonly question: Localized; readonly because: Localized };

export type CheckKind = Check['kind'];

/**
 * `any`: as good as its best part. `all`: satisfied when all are; partly when some are.
 * `none`: a satisfied part is counter-evidence, the leaf is not satisfied.
 */
export type RuleExpression =
  | { readonly op: 'check'; readonly check: Check }
  | { readonly op: 'any'; readonly parts: readonly RuleExpression[] }
  | { readonly op: 'all'; readonly parts: readonly RuleExpression[] }
  | { readonly op: 'none'; readonly parts: readonly RuleExpression[]; readonly of: RuleExpression };

/** A small report that a rule carries. `knownGap`: fails today, and must; says why. */
export interface Example {
  readonly text: string;
  readonly knownGap?: string;
}

export interface LeafRule {
  readonly leaf: string;
  readonly expression: RuleExpression;
  readonly examples: Readonly<{ satisfies: readonly Example[]; violates: readonly Example[]; nearMiss: readonly Example[] }>;
  /** Where the rule stands: `rules/…/x.yaml:12`. */
  readonly where: string;
}

export interface UnitRules {
  readonly standard: string;
  readonly unit: string;
  /** Topic anchors: the nearest passage of a missing unit, and the subject of an explanation. */
  readonly about: readonly ConceptId[];
  readonly leaves: readonly LeafRule[];
  /** What to write to close the gap. */
  readonly remedy: Localized;
}

export interface Concept {
  readonly id: ConceptId;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** False friends: longer strings inside which a term does not count. */
  readonly not: readonly string[];
}

export interface Lexicon {
  /** Flattened: `include` is resolved. Sorted by id. */
  readonly concepts: readonly Concept[];
  /** Dimension → spellings of its units (already normalised for matching). */
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** Breakdown → concept ids of its members. */
  readonly breakdowns: Readonly<Record<string, readonly ConceptId[]>>;
}
