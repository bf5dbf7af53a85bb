/** The only importer of ajv, which is loaded on first use: a check without a profile needs none of it. */
import type Ajv from 'ajv';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';

export interface Violation {
  /** JSON pointer to the offending value; for a key that should not be there, to that key. */
  readonly path: string;
  readonly message: string;
  /** The schema keyword that failed, and its parameters: for messages in another language. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const compiled = new WeakMap<AnySchemaObject, ValidateFunction>();
let ajv: Ajv | undefined;

/** All that is wrong with `value` under a JSON schema (draft-07); empty when it conforms. */
export function validate(schema: AnySchemaObject, value: unknown): readonly Violation[] {
  const check = validatorOf(schema);
  return check(value) ? [] : (check.errors ?? []).map(violation);
}

function validatorOf(schema: AnySchemaObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  ajv ??= new (require('ajv') as typeof import('ajv')).Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const made = ajv.compile(schema);
  compiled.set(schema, made);
  return made;
}

function violation(error: ErrorObject): Violation {
  const params: Record<string, unknown> = error.params;
  return { path: error.instancePath + extraKey(params), message: error.message ?? error.keyword, keyword: error.keyword, params };
}

function extraKey(params: Record<string, unknown>): string {
  const key = params['additionalProperty'] ?? params['propertyName'];
  return typeof key === 'string' ? `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}` : '';
}
