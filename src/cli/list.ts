import type { Context, Library } from './context';
import { catalogFrom, oneOf } from './options';

const WHAT = ['standards', 'units'] as const;

/** `lacuna list`: the standards, or their units in catalogue order. */
export function list(what: string, flags: Readonly<{ standard?: readonly string[]; rules?: readonly string[] }>, { io, lang, library }: Context): number {
  const wanted = oneOf('list', what, WHAT, library);
  const catalog = catalogFrom(flags.rules, library);
  const ids = catalog.standards.map((standard) => standard.id);
  const unknown = flags.standard?.filter((id) => !ids.includes(id)) ?? [];
  refuseUnknown('unknown-standard', unknown, ids, library);
  const standards = catalog.standards.filter((standard) => flags.standard?.includes(standard.id) ?? true);
  io.out(wanted === 'units' ? library.renderUnits(standards, lang) : library.renderStandards({ ...catalog, standards }, lang));
  return 0;
}

/** Names every unknown id, each with the one that was perhaps meant. */
export function refuseUnknown(code: 'unknown-standard' | 'unknown-unit', unknown: readonly string[], known: readonly string[], library: Library): void {
  const [first, ...rest] = unknown.map((id) => {
    const near = library.nearest(id, known);
    return { code, detail: near === null ? library.detail('given', id) : library.detail('near', id, near) };
  });
  if (first !== undefined) throw new library.UserError([first, ...rest]);
}
