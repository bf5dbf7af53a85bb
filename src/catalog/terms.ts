/** The automaton as bytes: a JSON head of one line, then the arrays, little-endian, in the order of the head. */
import type { TermIndex } from '../model/catalog';

const ARRAYS = ['keys', 'targets', 'fail', 'term', 'shorter', 'lengths', 'meaningStart', 'meanings'] as const;

interface Head {
  readonly concepts: readonly string[];
  readonly symbols: number;
  readonly mask: number;
  readonly sizes: readonly number[];
}

/** Bytes that `unpackTerms` reads back. */
export function packTerms(index: TermIndex): Uint8Array {
  const head: Head = { concepts: index.concepts, symbols: index.symbols, mask: index.mask, sizes: ARRAYS.map((a) => index[a].length) };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const padding = Buffer.alloc((4 - (line.length % 4)) % 4, 32);
  const bytes = (a: Int32Array | Uint16Array): Buffer => Buffer.from(a.buffer, a.byteOffset, a.byteLength);
  return Buffer.concat([padding, line, bytes(index.symbolOf), ...ARRAYS.map((a) => bytes(index[a]))]);
}

/** Reads what `packTerms` wrote. */
export function unpackTerms(packed: Uint8Array): TermIndex {
  const end = packed.indexOf(10) + 1;
  const head = JSON.parse(Buffer.from(packed.buffer, packed.byteOffset, end).toString('utf8')) as Head;
  // A copy, so that the arrays are aligned whatever the file's buffer was cut from.
  const body = new Uint8Array(packed.subarray(end));
  let at = 65536 * 2;
  const arrays = head.sizes.map((size) => {
    const array = new Int32Array(body.buffer, body.byteOffset + at, size);
    at += size * 4;
    return array;
  });
  const [keys, targets, fail, term, shorter, lengths, meaningStart, meanings] = arrays as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  return { ...head, symbolOf: new Uint16Array(body.buffer, body.byteOffset, 65536), keys, targets, fail, term, shorter, lengths, meaningStart, meanings };
}
