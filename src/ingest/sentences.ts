/** Longest passage that is left whole when it could be cut at a comma. */
const LONG = 300;
/** A clause before a semicolon is a passage of its own from this length on. */
const LONG_CLAUSE = 60;
const BULLETS = '•●■◆★♦▪►';
const SHORT_ITEM = 4;
const ALWAYS = '。！？!?';
const CLOSERS = '"\'”’」』)）】》〉]';
const ABBREVIATION = /(?:^|[^a-z])(?:e\.g|i\.e|etc|vs|no|nos|mr|mrs|ms|dr|st|inc|ltd|co|corp|fig|approx|cf|al|p|pp|vol|sec|ca|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|[a-z])$/;

/**
 * Offsets at which a folded paragraph is cut into sentences, ascending, the last being its length.
 * Cuts after sentence ends and their closing quotes; long clauses at semicolons; very long ones at commas.
 */
export function sentenceCuts(text: string): number[] {
  const cuts: number[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (BULLETS.includes(text.charAt(i)) && i - from >= SHORT_ITEM && text.charAt(i - 1) === ' ') {
      pushPieces(cuts, text, from, i);
      from = i;
      continue;
    }
    if (!isEnd(text, i, from)) continue;
    let end = i + 1;
    while (end < text.length && (ALWAYS.includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))) end++;
    pushPieces(cuts, text, from, end);
    from = end;
    i = end - 1;
  }
  if (from < text.length || cuts.length === 0) pushPieces(cuts, text, from, text.length);
  return cuts;
}

function isEnd(text: string, i: number, from: number): boolean {
  const char = text.charAt(i);
  if (char === '.') return isFullStop(text, i, from);
  if (char === ';') return i - from >= 2 * LONG || (i - from >= LONG_CLAUSE && !insideBrackets(text, from, i));
  if (char === '!' || char === '?' || char === '。') return !insideQuote(text, i);
  return false;
}

function insideBrackets(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === '(' || char === '《' || char === '[') depth++;
    else if (depth > 0 && (char === ')' || char === '》' || char === ']')) depth--;
  }
  return depth > 0;
}

/** A mark followed by a closing quote and then a comma or more text does not end the sentence around the quote. */
function insideQuote(text: string, i: number): boolean {
  const next = text.charAt(i + 1);
  if (next === '') return false;
  if (!CLOSERS.includes(next)) return /[,、;:]/.test(next);
  const after = text.charAt(i + 2);
  return after !== '' && /[,、;:的》和与及]/.test(after);
}

function isFullStop(text: string, i: number, from: number): boolean {
  let next = i + 1;
  while (next < text.length && CLOSERS.includes(text.charAt(next))) next++;
  const follower = text.charAt(next);
  if (follower === '') return true;
  if (follower !== ' ') return false;
  const before = text.slice(Math.max(from, i - 8), i);
  if (!/[a-z0-9%)\]"'”’]$/.test(before) || ABBREVIATION.test(before)) return false;
  if (/^\d{1,2}$/.test(text.slice(from, i).trim())) return false;
  return true;
}

function pushPieces(cuts: number[], text: string, from: number, end: number): void {
  let start = from;
  while (end - start > LONG) {
    const cut = lastComma(text, start + 60, start + LONG);
    if (cut < 0) break;
    cuts.push(cut);
    start = cut;
  }
  if (end > start) cuts.push(end);
}

function lastComma(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const char = text.charAt(i);
    if (char === ';') return i + 1;
    if (char === ',' && !/\d/.test(text.charAt(i + 1))) return i + 1;
  }
  for (let i = to - 1; i >= from; i--) if (text.charAt(i) === '、' || text.charAt(i) === ' ') return i + 1;
  return -1;
}
