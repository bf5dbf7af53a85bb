/** The YAML files of a catalogue, read and parsed; problems are collected, never thrown. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { AnySchemaObject } from 'ajv';
import type { Problem, Where } from '../errors';
import { parseYaml } from '../schema/yaml';
import { validate } from '../schema/validate';

export interface CatalogFile {
  /** Path as shown to people, relative to the catalogue's root. */
  readonly path: string;
  readonly folder: string;
  readonly value: unknown;
  readonly sha256: string;
  at(pointer: string): Where;
}

/** `root/<area>/<folder>/*.yaml`, sorted; file-system order is not an order. */
export function readFolder(root: string, area: string, problems: Problem[]): readonly CatalogFile[] {
  const base = join(root, area);
  if (!existsSync(base)) return [];
  return readdirSync(base, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name).sort()
    .flatMap((folder) => readdirSync(join(base, folder)).filter((f) => /\.ya?ml$/.test(f)).sort().flatMap((file) => {
      const path = join(base, folder, file);
      const text = readFileSync(path, 'utf8');
      const shown = relative(root, path);
      const parsed = parseYaml(text, shown, 'invalid-catalog');
      if (!parsed.ok) { problems.push(...parsed.problems); return []; }
      return [{ path: shown, folder, value: parsed.value.value, sha256: createHash('sha256').update(text).digest('hex'), at: parsed.value.at }];
    }));
}

/** Does the file conform? If not, every violation is recorded with its line and column. */
export function conforms<T>(file: CatalogFile, schema: AnySchemaObject, problems: Problem[]): file is CatalogFile & { value: T } {
  const violations = validate(schema, file.value);
  for (const v of violations) problems.push({ code: 'invalid-catalog', detail: `${v.path || '/'} ${v.message}${detailOf(v.params)}`, where: file.at(v.path) });
  return violations.length === 0;
}

function detailOf(params: Readonly<Record<string, unknown>>): string {
  const allowed = params['allowedValues'];
  if (Array.isArray(allowed)) return `: ${allowed.join(', ')}`;
  return typeof params['additionalProperty'] === 'string' ? `: ${params['additionalProperty']}` : '';
}
