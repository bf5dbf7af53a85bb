import type { Problem, Result } from '../errors';
import type { ReadingNote } from '../model/document';

/** Files above this size are refused before they are decoded. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** Text of a file, and what was guessed on the way. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly ReadingNote[];
}

const MAGIC: readonly (readonly [zh: string, en: string, magic: readonly number[]])[] = [
  ['这是 PDF，不是其中的文字', 'it is a PDF, not its text', [0x25, 0x50, 0x44, 0x46]],
  ['这是 ZIP 容器（.docx、.xlsx、.pptx、.epub 等）', 'it is a ZIP container (.docx, .xlsx, .pptx, .epub or the like)', [0x50, 0x4b, 0x03, 0x04]],
  ['这是旧版 Office 文件（.doc、.xls、.ppt）', 'it is an old Office file (.doc, .xls, .ppt)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['这是 PNG 图片', 'it is a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['这是 JPEG 图片', 'it is a JPEG image', [0xff, 0xd8, 0xff]],
  ['这是 GIF 图片', 'it is a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['这是 gzip 压缩包', 'it is a gzip archive', [0x1f, 0x8b]],
  ['这是 RAR 压缩包', 'it is a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['这是 7z 压缩包', 'it is a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['这是 RTF 文件', 'it is an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

function fail(code: Problem['code'], name: string, zh: string, en: string): Result<never> {
  return { ok: false, problems: [{ code, detail: { zh, en }, where: { file: name } }] };
}

/** Decodes a text file: UTF-8, UTF-16 with a byte order mark, or GB18030; refuses what is no text. */
export function decode(name: string, bytes: Uint8Array): Result<Decoded> {
  if (bytes.length === 0) return fail('empty-file', name, '0 字节', '0 bytes');
  if (bytes.length > MAX_BYTES) return fail('file-too-large', name, `${bytes.length} 字节，最多 ${MAX_BYTES} 字节`, `${bytes.length} bytes, at most ${MAX_BYTES}`);
  for (const [zh, en, magic] of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) return fail('binary-file', name, zh, en);
  }
  const result = decodeText(name, bytes);
  if (result.ok && !/\S/.test(result.value.text)) return fail('empty-file', name, '只有空白', 'nothing but white space');
  return result;
}

function decodeText(name: string, bytes: Uint8Array): Result<Decoded> {
  const bom = utf16Label(bytes);
  if (bom !== null) return { ok: true, value: { text: new TextDecoder(bom).decode(bytes), notes: [] } };
  if (bytes.includes(0)) return fail('binary-file', name, '含有 NUL 字节', 'it holds NUL bytes');
  const strict = tryDecode('utf-8', bytes);
  if (strict !== null) return { ok: true, value: { text: strict, notes: [] } };
  return decodeDamaged(name, bytes);
}

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Not UTF-8 throughout: UTF-8 with a few bad bytes, GB18030, or unreadable. */
function decodeDamaged(name: string, bytes: Uint8Array): Result<Decoded> {
  const loose = new TextDecoder('utf-8').decode(bytes);
  const bad = countReplaced(loose);
  const good = countBeyondAscii(loose) - bad;
  if (bad <= 0.02 * loose.length && good >= bad) return { ok: true, value: { text: loose, notes: [badBytes(loose, bad)] } };
  const chinese = tryDecode('gb18030', bytes) ?? new TextDecoder('gb18030').decode(bytes);
  const badChinese = countReplaced(chinese);
  if (badChinese <= 0.01 * chinese.length && looksChinese(chinese)) {
    const guessed: ReadingNote = { code: 'encoding-guessed', detail: { zh: '不是 UTF-8，已按 GB18030 读取', en: 'not UTF-8: read as GB18030' } };
    return { ok: true, value: { text: chinese, notes: badChinese > 0 ? [guessed, badBytes(chinese, badChinese)] : [guessed] } };
  }
  if (bad <= 0.1 * loose.length) return { ok: true, value: { text: loose, notes: [badBytes(loose, bad)] } };
  return fail('undecodable', name, '既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030', 'neither UTF-8, UTF-16 with a byte order mark nor GB18030');
}

function badBytes(text: string, bad: number): ReadingNote {
  const at = text.indexOf('\ufffd');
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return { code: 'undecodable-bytes', detail: { zh: `${bad} 个字符无法解码`, en: `${bad} characters could not be decoded` }, line };
}

function countReplaced(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) n++;
  return n;
}

function countBeyondAscii(text: string): number {
  return text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
}

/** Whether the ideographs of a decoded text are ordinary ones: GB18030 decodes nearly anything into rare ones. */
function looksChinese(text: string): boolean {
  const beyond = countBeyondAscii(text);
  const common = text.match(/[的是在有和公司年会为业人员社责任发展中国大一不了管理与，。、：；（）]/g)?.length ?? 0;
  return beyond > 0 && common >= 0.08 * beyond;
}
