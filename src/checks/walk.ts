import type { Check, RuleExpression } from '../model/rule';

/** Every check of an expression. */
export function checksOf(expression: RuleExpression): readonly Check[] {
  if (expression.op === 'check') return [expression.check];
  return [...expression.parts.flatMap(checksOf), ...(expression.op === 'none' ? checksOf(expression.of) : [])];
}
