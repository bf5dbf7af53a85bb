const MARKUP = new RegExp([
  '<!--[\\s\\S]{0,2000}?-->', '</?[a-z][^<>]*>', '!\\[[^\\]\\n]{0,200}\\]\\([^)\\n]{0,1000}\\)', '\\]\\((?:https?:|#|\\.|/|mailto:)[^)\\n]{0,1000}\\)',
  '&(?:nbsp|emsp|ensp|amp|lt|gt|quot|apos|#\\d{2,6}|#x[0-9a-f]{2,6});', '\\*\\*|__(?=\\S)|`{1,3}', '^[ \\t]*[-=*_](?:[ \\t]*[-=*_]){2,}[ \\t]*$',
].join('|'), 'gim');
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', emsp: ' ', ensp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NOTHING = '\u200b';

/**
 * The source with tags, images, link targets and emphasis blanked out and entities resolved, of the same length:
 * offsets into it are offsets into the source.
 */
export function maskMarkup(source: string): string {
  if (!/[<&*_`\][]|^[ \t]*[-=]{3}/m.test(source)) return source;
  return source.replace(MARKUP, (found) => {
    if (found.startsWith('&')) return entity(found);
    const isInline = found === '**' || found === '__' || found.startsWith('`') || /^<\/?(?:b|i|u|em|strong|span|sup|sub|font|a|small|mark)\b/i.test(found);
    return isInline ? NOTHING.repeat(found.length) : blank(found);
  });
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}

function entity(found: string): string {
  const name = found.slice(1, -1).toLowerCase();
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : Number.NaN;
  const char = ENTITIES[name] ?? (code > 0 && code < 0x10000 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : ' ');
  return char + NOTHING.repeat(found.length - 1);
}
