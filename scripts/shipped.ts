/** What the measuring scripts share: the shipped catalogue, loaded once, and reports read or refused. */
import { loadCatalog } from '../src/catalog/load';
import { readReport } from '../src/ingest';
import type { Problem, Result } from '../src/errors';
import type { Catalog } from '../src/model/catalog';
import type { ReportDocument } from '../src/model/document';

const tell = (problems: readonly Problem[]): string => problems.map((p) => (typeof p.detail === 'string' ? p.detail : p.detail.en)).join('\n');

/** The value, or an end of the script: a developer's tool has nobody to hand a problem to. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(tell(result.problems));
  return result.value;
}

let shipped: Catalog | undefined;

export const shippedCatalog = (): Catalog => (shipped ??= must(loadCatalog()));

export const readDocument = (name: string, bytes: Uint8Array): ReportDocument => must(readReport({ name, bytes }));
