/** From the YAML of a check to the closed union that the engine runs. */
import type { Check, RuleExpression } from '../model/rule';
import type { Localized } from '../model/standard';

type OneOrMore = string | readonly string[];

interface RawAbout {
  readonly of: OneOrMore;
  readonly with?: string | readonly OneOrMore[];
  readonly without?: OneOrMore;
  readonly window?: 'sentence' | 'paragraph' | 'section';
  readonly concrete?: boolean;
  readonly atLeast?: number;
  readonly dimension?: OneOrMore;
  readonly period?: 'reporting' | 'any';
  readonly by?: OneOrMore;
  readonly members?: number;
}

/** As the rules schema lets it through. */
export interface RawCheck {
  readonly any?: readonly RawCheck[];
  readonly all?: readonly RawCheck[];
  readonly none?: readonly RawCheck[];
  readonly of?: RawCheck;
  readonly use?: string;
  readonly manual?: Readonly<{ question: Localized; because: Localized }>;
  readonly [kind: string]: unknown;
}

const list = (value: OneOrMore | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** `resolve` gives the expression of another leaf (`use`), or null where it cannot. */
export function toExpression(raw: RawCheck, resolve: (leaf: string) => RuleExpression | null): RuleExpression | null {
  const all = (parts: readonly RawCheck[]): readonly RuleExpression[] | null => {
    const made = parts.map((p) => toExpression(p, resolve));
    return made.some((m) => m === null) ? null : made.flatMap((m) => (m ? [m] : []));
  };
  if (raw.use !== undefined) return resolve(raw.use);
  if (raw.none && raw.of) {
    const parts = all(raw.none);
    const of = toExpression(raw.of, resolve);
    return parts && of ? { op: 'none', parts, of } : null;
  }
  for (const op of ['any', 'all'] as const) {
    const group = raw[op];
    if (!group) continue;
    const parts = all(group);
    return parts && (op === 'any' ? { op, parts } : { op, parts });
  }
  if (raw.manual) return { op: 'check', check: { kind: 'manual', ...raw.manual } };
  const [kind] = Object.keys(raw);
  return kind ? { op: 'check', check: toCheck(kind as Exclude<Check['kind'], 'manual'>, raw[kind] as RawAbout) } : null;
}

function toCheck(kind: Exclude<Check['kind'], 'manual'>, raw: RawAbout): Check {
  const about = {
    of: list(raw.of), with: typeof raw.with === 'string' ? [[raw.with]] : (raw.with ?? []).map(list),
    without: list(raw.without), window: raw.window ?? ('sentence' as const),
  };
  switch (kind) {
    case 'mentions': return { kind, ...about, concrete: raw.concrete ?? true, atLeast: raw.atLeast ?? 1 };
    case 'quantity': return { kind, ...about, dimension: list(raw.dimension), period: raw.period ?? 'reporting' };
    case 'breakdown': return { kind, ...about, window: raw.window ?? 'section', by: list(raw.by), dimension: list(raw.dimension), members: raw.members ?? 2 };
    default: return { kind, ...about };
  }
}
