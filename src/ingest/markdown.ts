import type { ReportDocument } from '../model/document';
import type { Origin } from './text';
import { originOf, readText } from './text';

/** Reads Markdown: headings, lists, pipe tables and HTML tables. */
export function readMarkdown(name: string, text: string, origin: Origin = originOf(text)): ReportDocument {
  return readText(name, text, origin);
}
