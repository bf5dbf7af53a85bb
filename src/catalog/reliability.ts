/** What was measured on labelled reports; a catalogue may do without. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../errors';
import type { Reliability } from '../model/catalog';
import { validate } from '../schema/validate';

const FILE = join('rules', 'reliability.json');
const COUNT = { type: 'integer', minimum: 0 } as const;
const SCHEMA = {
  type: 'object', required: ['levels', 'units'], additionalProperties: false,
  properties: {
    levels: { type: 'object', additionalProperties: { enum: ['high', 'medium', 'low'] } },
    units: {
      type: 'object',
      additionalProperties: {
        type: 'object', required: ['reports', 'agreed', 'found', 'answered', 'both', 'heldOut'], additionalProperties: false,
        properties: {
          reports: COUNT, agreed: COUNT, found: COUNT, answered: COUNT, both: COUNT,
          heldOut: { type: 'object', required: ['reports', 'agreed'], additionalProperties: false, properties: { reports: COUNT, agreed: COUNT } },
        },
      },
    },
  },
} as const;

/** The first root's that has one. */
export function readReliability(roots: readonly string[], problems: Problem[]): Reliability | undefined {
  const root = roots.find((r) => existsSync(join(r, FILE)));
  if (root === undefined) return undefined;
  const value = parse(readFileSync(join(root, FILE), 'utf8'));
  const violations = value === undefined ? [{ path: '', message: 'is no JSON' }] : validate(SCHEMA, value);
  for (const v of violations) problems.push({ code: 'invalid-catalog', detail: `${v.path || '/'} ${v.message}`, where: { file: FILE } });
  return violations.length === 0 ? (value as Reliability) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
