import type { Result } from '../errors';
import type { ReportDocument } from '../model/document';
import { sha256 } from './build';
import { decode } from './decode';
import { detectLanguage } from './language';
import { readMarkdown } from './markdown';
import type { Origin } from './text';
import { readText } from './text';

export { readMarkdown } from './markdown';
export { readText } from './text';

/** Reads the bytes of a report; the format is told by its extension. */
export function readReport(input: { readonly name: string; readonly bytes: Uint8Array }): Result<ReportDocument> {
  const decoded = decode(input.name, input.bytes);
  if (!decoded.ok) return decoded;
  const { text, notes } = decoded.value;
  const language = detectLanguage(text);
  if (typeof language === 'object') {
    return { ok: false, problems: [{ code: 'unsupported-language', detail: `the text is ${language.unsupported}; Chinese and English are read`, where: { file: input.name } }] };
  }
  const origin: Origin = { sha256: sha256(input.bytes), language, notes };
  if (/\.(?:md|markdown)$/i.test(input.name)) return { ok: true, value: readMarkdown(input.name, text, origin) };
  return { ok: true, value: readText(input.name, text, origin) };
}
