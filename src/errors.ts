import type { Localized } from './model/standard';

/** Something the user can put right: what is wrong, where, and what to do. Anything else thrown is a bug. */
export type ErrorCode =
  | 'no-such-file' | 'not-a-file' | 'empty-file' | 'binary-file' | 'file-too-large' | 'undecodable'
  | 'unsupported-language' | 'unsupported-format' | 'unknown-standard' | 'unknown-unit'
  | 'invalid-catalog' | 'invalid-profile' | 'invalid-report-json' | 'usage';

export interface Where {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One or more things to put right; printed as `where: message` lines, then the hint. */
export interface Problem {
  readonly code: ErrorCode;
  /** What was given or found: in both languages, or a technical text that is the same in both. */
  readonly detail: string | Localized;
  readonly where?: Where;
}

export class UserError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((p) => `${p.code}: ${typeof p.detail === 'string' ? p.detail : p.detail.en}`).join('\n'));
    this.name = 'UserError';
    this.problems = problems;
  }
}

export type Result<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problems: readonly [Problem, ...Problem[]] }>;
