/** What the company is, as far as conditions ask for it. */

export interface Profile {
  /** Standards to check against; absent: all. */
  readonly standards?: readonly string[];
  readonly exchange?: 'szse' | 'sse' | 'bse' | 'hkex' | 'other' | 'none';
  readonly griClaim?: 'in-accordance' | 'with-reference' | 'none';
  /** ISO date; decides which editions are owed. */
  readonly publicationDate?: string;
  readonly period?: Readonly<{ from: string; to: string }>;
  /** First reporting period under Guideline 17: reliefs L1 and L2. */
  readonly firstYear?: boolean;
  /** GRI topic standards (`"305"`) that the company calls material; the others do not apply. */
  readonly materialTopics?: readonly string[];
  /** Answers to the questions that standards ask (`questions` in standard.yaml). */
  readonly answers?: Readonly<Record<string, boolean>>;
  /** Keep only the indicators that the white paper itself reports (BSIA). */
  readonly whitePaperOnly?: boolean;
}

/** What the report itself tells, with the words that tell it. The profile overrides it. */
export interface Detected {
  readonly period?: Readonly<{ from: string; to: string }>;
  readonly publicationDate?: string;
  readonly griClaim?: 'in-accordance' | 'with-reference' | 'none';
  readonly exchange?: 'szse' | 'sse' | 'bse' | 'hkex';
  readonly standardsCited: readonly string[];
  readonly quotes: Readonly<Record<string, string>>;
}
