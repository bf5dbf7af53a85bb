/** What is asked. Data only; `standards/<id>/*.yaml` after validation. */

export type Lang = 'zh' | 'en';
export type Localized = Readonly<Record<Lang, string>>;
export type NonEmpty<T> = readonly [T, ...T[]];

/** Severity follows it: only `shall` and `comply-or-explain` make gaps; `conduct` is listed, never assessed. */
export type Obligation = 'shall' | 'comply-or-explain' | 'should' | 'may' | 'conduct';
export type Nature = 'quantitative' | 'qualitative' | 'mixed' | 'structure' | 'procedure';

/**
 * What a leaf weighs in its unit. `core`: the point of the unit, without it the unit is never disclosed.
 * `plain`: counts. `supporting`: method, context or basis; counts towards three quarters, but found alone
 * it does not make the unit partial. `conditional`: asked only of those who have it (steam sold, parental leave of a second
 * kind, base year if used); counts when found, is not missed when not.
 */
export type LeafRole = 'core' | 'plain' | 'supporting' | 'conditional';

/** A requirement that is assessed on its own: a lettered requirement, a sub-element, one of P/M/A/O/Q. */
export interface Leaf {
  readonly id: string;
  /** What is asked, in our own words. */
  readonly asks: Localized;
  readonly nature: Nature;
  readonly role: LeafRole;
}

/** When a unit applies. Without `ask` it is a fact of the period that only the report itself can tell. */
export interface Condition {
  readonly text: Localized;
  /** Id of a profile question; the unit applies when the answer is `is`. */
  readonly ask?: string;
  readonly is?: boolean;
}

/** What a reader would tick off. */
export interface Unit {
  readonly id: string;
  /** The publisher's number: `305-1`, `第二十四条第1款`, `RG01`. */
  readonly clause: string;
  readonly title: Localized;
  readonly obligation: Obligation;
  readonly nature: Nature;
  /** False: listed, never assessed (`unassessedBecause` says why). */
  readonly assessed: boolean;
  readonly unassessedBecause?: Localized;
  readonly condition?: Condition;
  /** Transitional and standing reliefs, by code (SZSE L1–L8). */
  readonly reliefs?: readonly string[];
  /** GRI: may this disclosure be left out with one of the four permitted reasons? */
  readonly omission?: boolean;
  /** Publication dates (inclusive, ISO) for which the unit is assessed; absent bounds are open. */
  readonly effective?: Readonly<{ from?: string; until?: string }>;
  /** Codes of earlier editions that this unit took the place of. */
  readonly supersedes?: readonly string[];
  /** SZSE: number of one of the 21 topics; BSIA: aspect. */
  readonly topic?: string;
  readonly pillar?: string;
  /** BSIA: where our knowledge of the indicator comes from. */
  readonly provenance?: 'white-paper' | 'kin-standard' | 'inferred';
  /** Where the unit stands in its publisher's text or ours, for readers who look it up. */
  readonly source?: string;
  /** Share of applicable leaves that makes the unit disclosed; three quarters when absent. */
  readonly disclosedShare?: number;
  /** Clauses that only introduce leaves. */
  readonly containers?: readonly Readonly<{ id: string; asks: Localized }>[];
  readonly leaves: readonly Leaf[];
}

/** A chapter, series or theme: the unit of one YAML file. */
export interface Group {
  readonly id: string;
  readonly title: Localized;
  readonly edition?: string;
  readonly units: readonly Unit[];
}

/** Something that the profile must say before a condition can be decided. */
export interface ProfileQuestion {
  readonly id: string;
  readonly asks: Localized;
}

export interface Topic {
  readonly id: string;
  readonly title: Localized;
  readonly dimension: string;
  /** Clauses that stand under the topic, as printed. */
  readonly clauses: string;
}

export interface Standard {
  readonly id: string;
  readonly title: Localized;
  readonly edition: string;
  readonly publisher: string;
  /** Where the official text is published. */
  readonly source: string;
  /** Present: every output says so. */
  readonly unofficial?: Localized;
  /** How leaves make a unit: by share of leaves, or by P/M/A/O/Q levels. */
  readonly scoring: 'share' | 'levels';
  readonly questions: readonly ProfileQuestion[];
  readonly topics: readonly Topic[];
  /** Codes of earlier editions → units of this one. */
  readonly formerCodes: readonly Readonly<{ code: string; edition: string; title: Localized; units: readonly string[]; note?: string }>[];
  readonly groups: readonly Group[];
}
