/** The only importer of yaml, which is loaded on first use: `--help` must not pay for it. */
import type * as Yaml from 'yaml';
import type { Problem, ErrorCode, Result, Where } from '../errors';

export interface YamlFile {
  readonly value: unknown;
  /** Where a value stands, by JSON pointer; for a map entry, where its key stands. */
  readonly at: (pointer: string) => Where;
}

/** Parses YAML (or JSON) so that every value can be traced to line and column; all syntax errors at once, under `code`. */
export function parseYaml(text: string, file: string, code: ErrorCode): Result<YamlFile> {
  const yaml = require('yaml') as typeof Yaml;
  const counter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: counter, stringKeys: true, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number): Where => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const [first, ...rest] = document.errors.map((e): Problem => ({ code, detail: e.message, where: place(e.pos[0]) }));
  if (first !== undefined) return { ok: false, problems: [first, ...rest] };
  const at = (pointer: string): Where => {
    const offset = offsetOf(yaml, document.contents, pointer.split('/').slice(1).map(unescape));
    return offset === null ? { file } : place(offset);
  };
  return toValue(document, file, code, at);
}

/** Aliases resolve only here, and may be refused: too many, or without an anchor. */
function toValue(document: Yaml.Document.Parsed, file: string, code: ErrorCode, at: YamlFile['at']): Result<YamlFile> {
  try {
    return { ok: true, value: { value: document.toJS({ maxAliasCount: 100 }) as unknown, at } };
  } catch (error) {
    return { ok: false, problems: [{ code, detail: error instanceof Error ? error.message : String(error), where: { file } }] };
  }
}

/** Offset of the deepest node on the path that exists; the key's own offset where the last step is a key. */
function offsetOf(yaml: typeof Yaml, root: unknown, path: readonly string[]): number | null {
  let node = root;
  let offset = rangeStart(yaml, root);
  for (const step of path) {
    if (yaml.isMap(node)) {
      const pair = node.items.find((item) => String(yaml.isScalar(item.key) ? item.key.value : item.key) === step);
      if (pair === undefined) return offset;
      offset = rangeStart(yaml, pair.key) ?? offset;
      node = pair.value;
    } else if (yaml.isSeq(node)) {
      node = node.items[Number(step)];
      offset = rangeStart(yaml, node) ?? offset;
    } else return offset;
  }
  return offset;
}

function rangeStart(yaml: typeof Yaml, node: unknown): number | null {
  return yaml.isNode(node) ? (node.range?.[0] ?? null) : null;
}

function unescape(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}
