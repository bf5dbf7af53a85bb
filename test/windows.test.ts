import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { emptySet, holds, members, put, remove, retain, unite, type PassageSet } from '../src/facts/passage-set';
import type { Window } from '../src/model/rule';
import { ROOT, factsOf } from './helpers';

const numbers = fc.uniqueArray(fc.nat(99), { maxLength: 40 });
const setOf = (list: readonly number[]): PassageSet => {
  const set = emptySet(100);
  for (const n of list) put(set, n);
  return set;
};
const sorted = (list: Iterable<number>): readonly number[] => [...list].sort((a, b) => a - b);

describe('a set of passages does what a set of numbers does', () => {
  test('members and holds', () => fc.assert(fc.property(numbers, (a) => {
    expect(members(setOf(a))).toEqual(sorted(a));
    expect(Array.from({ length: 100 }, (_, i) => i).filter((i) => holds(setOf(a), i))).toEqual(sorted(a));
  })));
  test('unite, retain, remove', () => fc.assert(fc.property(numbers, numbers, (a, b) => {
    const [union, both, rest] = [setOf(a), setOf(a), setOf(a)];
    unite(union, setOf(b));
    expect(members(union)).toEqual(sorted(new Set([...a, ...b])));
    expect(retain(both, setOf(b))).toBe(a.some((n) => b.includes(n)));
    expect(members(both)).toEqual(sorted(a.filter((n) => b.includes(n))));
    remove(rest, setOf(b));
    expect(members(rest)).toEqual(sorted(a.filter((n) => !b.includes(n))));
  })));
});

const CONCEPTS = { water: { zh: ['用水', '水资源'] }, staff: { zh: ['员工'] }, year: { zh: ['2024'] } };
const fixture = factsOf(readFileSync(join(ROOT, 'fixtures', 'lizhou-2024', 'report.txt'), 'utf8'), CONCEPTS);
const table = factsOf('# 用水\n\n说明一。\n\n## 各年数据\n\n| 指标 | 2024 |\n|---|---|\n| 员工人数 | 12 |\n| 面积 | 3 |\n\n另有说明。', CONCEPTS);

describe.each([['the bundled report', fixture], ['headings and a table', table]])('windows in %s', (_name, facts) => {
  const passages = facts.document.passages.map((_, p) => p);
  const cases = (['sentence', 'paragraph', 'section'] as const).flatMap((window) => Object.keys(CONCEPTS).map((concept): [Window, string] => [window, concept]));
  test.each(cases)('%s: who reaches %s is who has it around', (window, concept) => {
    const { windows } = facts;
    const named = windows.naming([concept]);
    const around = passages.filter((p) => windows.around(p, window).some((i) => holds(named, i)));
    expect(members(windows.reach([concept], window))).toEqual(around);
    expect(members(windows.reach([concept], window)).length).toBeGreaterThan(0);
  });
});

test('rows under a head that names the subject are its seeds; the head itself is not', () => {
  const { windows, document } = table;
  const texts = members(windows.seeds(['year'])).map((p) => document.text.slice(document.passages[p]!.start, document.passages[p]!.end));
  expect(texts).toEqual(['员工人数\t12', '面积\t3']);
});

test('what stands under a heading, or under the heading above, is headed by it', () => {
  const { windows, document } = table;
  const headed = members(windows.headed(['water'])).map((p) => document.text.slice(document.passages[p]!.start, document.passages[p]!.end));
  expect(headed).toEqual(expect.arrayContaining(['说明一。', '面积\t3', '另有说明。']));
});

test('lines torn from an index or from the contents are no evidence, answers in index rows are', () => {
  const lines = ['员工管理......12', 'G4-LA1 员工流失率 P30', 'G4-HR3 歧视个案总数：未发生', '2024年员工人数为12人。'];
  const { windows, document } = factsOf(lines.join('\n\n'), CONCEPTS);
  const body = document.passages.map((p, i) => (windows.isBody(i) ? document.text.slice(p.start, p.end) : '')).filter((t) => t !== '');
  expect(body).toEqual([expect.stringContaining('歧视个案'), expect.stringContaining('12人')]);
});
