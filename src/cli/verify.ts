import type { Context } from './context';
import { refuseUnknown } from './list';
import { catalogFrom } from './options';

/** `lacuna verify`: exit 1 when an example fails, a known gap has closed, or nothing ran at all. */
export function verify(units: readonly string[], flags: Readonly<{ rules?: readonly string[] }>, { io, lang, library }: Context): number {
  const catalog = catalogFrom(flags.rules, library, true);
  const known = [...catalog.rules.keys()];
  refuseUnknown('unknown-unit', units.filter((unit) => !known.some((id) => id.startsWith(unit))), known, library);
  const result = library.verifyExamples(catalog, units);
  io.out(library.renderVerification(result, lang));
  return result.failures.length + result.staleKnownGaps.length > 0 || result.ran === 0 ? 1 : 0;
}
