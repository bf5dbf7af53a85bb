/** How sure a verdict is: as often as verdicts found the same way were right on labelled reports (`npm run eval -- --write`). */
import type { Confidence, Disclosure, Outcome } from './model/gap-report';
import type { Reliability, UnitRecord } from './model/catalog';

/** In what way a disclosure was reached. */
export type Found =
  /** Nothing of it: no word of the subject in the body, or words that answer nothing. */
  | 'missing, unnamed' | 'missing, named'
  /** Some of it: no requirement whole, or at least one. */
  | 'partial, touched' | 'partial, one whole'
  /** Enough of it, or next to all. */
  | 'disclosed, enough' | 'disclosed, whole';

export type Band = 'good' | 'fair' | 'poor';

/** Disclosed as to this share of its requirements is as good as whole. */
const WHOLE = 0.8;

export function foundHow(disclosure: Exclude<Disclosure, 'explained'>, outcomes: readonly Outcome[], isNamed: boolean): Found {
  if (disclosure === 'missing') return isNamed ? 'missing, named' : 'missing, unnamed';
  const whole = outcomes.filter((o) => o === 'satisfied').length;
  if (disclosure === 'partial') return whole === 0 ? 'partial, touched' : 'partial, one whole';
  return whole / outcomes.length >= WHOLE ? 'disclosed, whole' : 'disclosed, enough';
}

/** How the unit fared on labelled reports; few labels count little. */
export function bandOf(record: Pick<UnitRecord, 'reports' | 'agreed'> | undefined): Band {
  const share = ((record?.agreed ?? 0) + 1.7) / ((record?.reports ?? 0) + 2);
  return share >= 0.93 ? 'good' : share >= 0.85 ? 'fair' : 'poor';
}

export const levelKey = (found: Found, band: Band): string => `${found}; unit ${band}`;

/** Without measurements nothing is sure. */
export function confidenceIn(reliability: Reliability | undefined, unit: string, found: Found): Confidence {
  return reliability?.levels[levelKey(found, bandOf(reliability.units[unit]))] ?? 'medium';
}
