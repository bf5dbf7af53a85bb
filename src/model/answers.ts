/** What `verify` and `explain` answer. */
import type { UnitRecord } from './catalog';
import type { Lexicon, UnitRules } from './rule';
import type { Standard, Unit } from './standard';

export type ExampleKind = 'satisfies' | 'violates' | 'nearMiss';

export interface ExampleFailure {
  readonly unit: string;
  readonly leaf: string;
  readonly kind: ExampleKind;
  readonly text: string;
  readonly got: string;
  readonly where: string;
}

export interface VerifyResult {
  readonly ran: number;
  readonly passed: number;
  readonly failures: readonly ExampleFailure[];
  /** Marked `knownGap`, yet true today: the mark must go. */
  readonly staleKnownGaps: readonly ExampleFailure[];
  readonly knownGaps: number;
}

export interface UnitExplanation {
  readonly standard: Standard;
  readonly unit: Unit;
  /** Null while the unit has no rules. */
  readonly rules: UnitRules | null;
  readonly lexicon: Lexicon;
  /** How the unit's verdicts fared on labelled reports; null where none was labelled. */
  readonly record: UnitRecord | null;
}
