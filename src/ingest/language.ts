/** The language of a text, or the name of one that is not read. */
export type Language = 'zh' | 'en' | { readonly unsupported: LanguageName };

/** What a language that is not read is called. */
export interface LanguageName {
  readonly zh: string;
  readonly en: string;
}

const named = (zh: string, en: string): LanguageName => ({ zh, en });
const JAPANESE = named('日文', 'Japanese');

const SAMPLE = 10_000;
const SCRIPTS: readonly (readonly [LanguageName, RegExp])[] = [
  [JAPANESE, /[\u3041-\u3096\u30a1-\u30fa]/g], [named('韩文', 'Korean'), /[\uac00-\ud7a3]/g], [named('俄文或其他西里尔文字', 'Russian or another Cyrillic language'), /[\u0400-\u04ff]/g],
  [named('泰文', 'Thai'), /[\u0e00-\u0e7f]/g], [named('阿拉伯文', 'Arabic'), /[\u0600-\u06ff]/g], [named('希伯来文', 'Hebrew'), /[\u0590-\u05ff]/g], [named('希腊文', 'Greek'), /[\u0370-\u03ff]/g],
  [named('印地文或其他印度文字', 'Hindi or another Indic language'), /[\u0900-\u0dff]/g],
];
const STOP_WORDS: readonly (readonly [LanguageName, RegExp])[] = [
  [named('法文', 'French'), /(?<![\p{L}])(?:le|les|des|du|et|est|une|dans|pour|que|qui|sur|avec|sont|aux|par|nous|notre|nos|cette|ses)(?![\p{L}])/giu],
  [named('德文', 'German'), /(?<![\p{L}])(?:der|die|das|und|ist|nicht|ein|eine|einer|mit|für|von|den|dem|des|auf|werden|wurde|wir|unsere|sind|im|zu|zur|bei)(?![\p{L}])/giu],
  [named('西班牙文', 'Spanish'), /(?<![\p{L}])(?:el|los|las|una|del|que|para|por|con|como|nuestra|nuestro|sus|entre|también|más|está|han)(?![\p{L}])/giu],
  [named('意大利文', 'Italian'), /(?<![\p{L}])(?:il|gli|della|delle|dei|che|sono|nel|nella|per|con|nostra|nostro|anche|più|alla)(?![\p{L}])/giu],
  [named('葡萄牙文', 'Portuguese'), /(?<![\p{L}])(?:os|uma|dos|das|para|não|com|são|nossa|nosso|mais|pela|pelo|também|ao)(?![\p{L}])/giu],
  [named('越南文或印度尼西亚文', 'Vietnamese or Indonesian'), /(?<![\p{L}])(?:của|và|các|cho|những|không|được|trong|yang|dan|dengan|untuk|dari|pada|kami)(?![\p{L}])/giu],
];
const ENGLISH = /(?<![\p{L}])(?:the|of|and|to|in|is|are|we|our|for|with|by|was|were|on|that|as|at|from|has|have|been|this|its|or|an)(?![\p{L}])/giu;

function count(text: string, pattern: RegExp): number {
  let n = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text) !== null) n++;
  return n;
}

/** Chinese or English, or the language that the text is in instead; short and undecided texts count as one of the two. */
export function detectLanguage(text: string): Language {
  const sample = text.length > 3 * SAMPLE ? text.slice(0, SAMPLE) + text.slice(text.length / 2, text.length / 2 + SAMPLE) + text.slice(-SAMPLE) : text;
  const han = count(sample, /\p{Script=Han}/gu);
  const latin = count(sample, /[a-z]/gi);
  for (const [name, script] of SCRIPTS) {
    const letters = count(sample, script);
    const limit = name === JAPANESE ? 0.2 * (han + letters) : 0.5 * (han + latin + letters);
    if (letters >= 5 && letters > limit) return { unsupported: name };
  }
  if (han > 0 && han * 3 >= latin) return 'zh';
  return latinLanguage(sample, latin);
}

function latinLanguage(sample: string, latin: number): Language {
  const english = count(sample, ENGLISH);
  let best: readonly [LanguageName, number] = [JAPANESE, 0];
  for (const [name, words] of STOP_WORDS) {
    const found = count(sample, words);
    if (found > best[1]) best = [name, found];
  }
  if (best[1] >= 3 && best[1] > 2 * english && best[1] * 50 >= latin) return { unsupported: best[0] };
  return 'en';
}

/** Chinese or English, by the share of ideographs: for texts whose language is not in question. */
export function mainLanguage(text: string): 'zh' | 'en' {
  const found = detectLanguage(text);
  return found === 'zh' || found === 'en' ? found : 'zh';
}
