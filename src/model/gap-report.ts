/** What was found, and what it means. The JSON contract `lacuna/gap-report@1`. */
import type { Localized, NonEmpty, Obligation } from './standard';
import type { Detected, Profile } from './profile';
import type { ReadingNote } from './document';

export type Disclosure = 'disclosed' | 'partial' | 'missing' | 'explained';
export type Status = 'met' | 'weak' | 'gap' | 'explained' | 'not-applicable' | 'review';
export type Outcome = 'satisfied' | 'partly' | 'unsatisfied' | 'undetermined';
export type Confidence = 'high' | 'medium' | 'low';

/** A verbatim quote with its place. */
export interface Evidence {
  readonly quote: string;
  readonly page: number | null;
  readonly section: readonly string[];
  readonly line: number;
}

/** The record of a search: what an absence must carry. */
export interface Searched {
  readonly concepts: readonly string[];
  /** Blocks of the body that were searched. */
  readonly blocks: number;
  readonly nearest: Evidence | null;
}

/** What the evidence says of one leaf. A presence without evidence, or an absence without its search, does not compile. */
export type Finding = Readonly<{ leaf: string; lacks: readonly string[] }> &
  (
    | Readonly<{ outcome: 'satisfied' | 'partly'; evidence: NonEmpty<Evidence> }>
    | Readonly<{ outcome: 'unsatisfied'; searched: Searched }>
    | Readonly<{ outcome: 'undetermined'; because: Localized }>
  );

/** What the index of the report says of a unit. */
export interface Claim {
  readonly inIndex: boolean;
  readonly pointsTo: string | null;
  /** Does the body answer what the index claims? Null where nothing is claimed. */
  readonly holds: boolean | null;
}

/** All that the report says of one unit; knows nothing of obligations. */
export interface UnitFinding {
  readonly standard: string;
  readonly unit: string;
  readonly disclosure: Disclosure;
  readonly confidence: Confidence;
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly searched: Searched;
  readonly claim: Claim;
  /** Reason that the report gives for leaving the unit out. */
  readonly explanation?: Evidence;
  /** BSIA: 0–3, and which of P M A O Q were found. */
  readonly level?: number;
  readonly elements?: string;
}

export interface RequirementResult {
  readonly id: string;
  readonly outcome: Outcome;
  /** Indexes into the assessment's evidence. */
  readonly evidence: readonly number[];
  /** Codes of what is missing from a partly answered leaf: `unit`, `period`, `figure`, … */
  readonly lacks: readonly string[];
  readonly because?: Localized;
}

export interface Assessment {
  readonly standard: string;
  readonly unit: string;
  readonly title: Localized;
  readonly clause: string;
  readonly obligation: Obligation;
  readonly disclosure: Disclosure;
  readonly status: Status;
  /** Which row of the decision table held, in the reader's words. */
  readonly because: Localized;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly searched: Searched;
  readonly claim: Claim;
  readonly requirements: readonly RequirementResult[];
  readonly remedy: Localized;
  readonly level?: number;
  readonly elements?: string;
  readonly provenance?: string;
}

export interface Summary {
  readonly units: number;
  readonly met: number;
  readonly weak: number;
  readonly gap: number;
  readonly explained: number;
  readonly notApplicable: number;
  readonly review: number;
  /** `should` and `may` units that are weak or missing: never fail a run. */
  readonly opportunities: number;
  /** Over applicable units that oblige; null when there are none. */
  readonly completeness: Readonly<{ atLeast: number; atMost: number }> | null;
}

export interface GapReport {
  readonly schema: 'lacuna/gap-report@1';
  readonly tool: Readonly<{ name: 'lacuna'; version: string }>;
  readonly report: Readonly<{
    name: string; sha256: string; pages: number | null; unreadablePages: readonly number[];
    language: 'zh' | 'en'; period: Readonly<{ from: string; to: string }> | null; notes: readonly ReadingNote[];
  }>;
  /** The profile that decided, after detection and overrides. */
  readonly profile: Profile;
  readonly detected: Detected;
  readonly standards: readonly Readonly<{
    id: string; title: Localized; edition: string; unofficial?: Localized; rules: Readonly<{ version: string; sha256: string }>;
  }>[];
  readonly assessments: readonly Assessment[];
  readonly summary: Readonly<Record<string, Summary>>;
}
