/** Sets of passages, one bit each: what checks intersect by the thousand. */
export type PassageSet = Uint32Array;

export const emptySet = (passages: number): PassageSet => new Uint32Array((passages + 31) >>> 5);

export const holds = (set: PassageSet, passage: number): boolean => (set[passage >>> 5]! & (1 << (passage & 31))) !== 0;

export function put(set: PassageSet, passage: number): void {
  set[passage >>> 5]! |= 1 << (passage & 31);
}

/** Adds the passages of `other`. */
export function unite(set: PassageSet, other: PassageSet): void {
  for (let i = 0; i < set.length; i += 1) set[i]! |= other[i]!;
}

/** Keeps those of `other`; false if none is left. */
export function retain(set: PassageSet, other: PassageSet): boolean {
  let left = 0;
  for (let i = 0; i < set.length; i += 1) left |= (set[i]! &= other[i]!);
  return left !== 0;
}

/** Takes away those of `other`. */
export function remove(set: PassageSet, other: PassageSet): void {
  for (let i = 0; i < set.length; i += 1) set[i]! &= ~other[i]!;
}

/** Members, ascending. */
export function members(set: PassageSet): readonly number[] {
  const list: number[] = [];
  for (let i = 0; i < set.length; i += 1) {
    for (let word = set[i]!; word !== 0; word &= word - 1) list.push(i * 32 + 31 - Math.clz32(word & -word));
  }
  return list;
}
