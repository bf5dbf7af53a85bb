import { widthOf, type Context } from './context';
import { catalogFrom, unwrap } from './options';

/** `lacuna explain`: the words of the id may come apart (`explain GRI 305-1`). */
export function explain(words: readonly string[], flags: Readonly<{ rules?: readonly string[] }>, { io, lang, library }: Context): number {
  const catalog = catalogFrom(flags.rules, library, true);
  const explanation = unwrap(library.explainUnit(catalog, words.join(' ')), library);
  io.out(library.renderExplanation(explanation, { lang, width: widthOf(io) }));
  return 0;
}
