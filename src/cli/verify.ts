import type { Context } from './context';
import { refuseUnknown } from './list';
import { catalogFrom } from './options';

/** `lacuna verify`: exit 1 when an example fails, a known gap has closed, or nothing ran at all. */
export function verify(units: readonly string[], flags: Readonly<{ rules?: readonly string[] }>, { io, lang, library }: Context): number {
  const catalog = catalogFrom(flags.rules, library, true);
  const known = [...catalog.rules.keys()];
  const wanted = units.map((unit) => ({ unit, ids: matching(unit, known) }));
  refuseUnknown('unknown-unit', wanted.flatMap(({ unit, ids }) => (ids.length === 0 ? [unit] : [])), known, library);
  const result = library.verifyExamples(catalog, [...new Set(wanted.flatMap(({ ids }) => ids))]);
  io.out(library.renderVerification(result, lang));
  return result.failures.length + result.staleKnownGaps.length > 0 || result.ran === 0 ? 1 : 0;
}

const plain = (id: string): string => id.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** The unit of that id, else all whose ids begin so; case and spaces do not count, as for `explain`. */
function matching(given: string, known: readonly string[]): readonly string[] {
  const same = known.filter((id) => plain(id) === plain(given));
  return same.length > 0 ? same : known.filter((id) => plain(id).startsWith(plain(given)));
}
