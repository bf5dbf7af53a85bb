/** What must hold for any report, tried on the bundled ones and on many variations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkReport } from '../src/check';
import { readCatalog } from '../src/catalog/source';
import { readText } from '../src/ingest';
import type { GapReport } from '../src/model/gap-report';
import { ROOT } from './helpers';

const { catalog } = readCatalog([ROOT]);
const source = readFileSync(join(ROOT, 'fixtures', 'lizhou-2024', 'report.txt'), 'utf8');
const check = (text: string): GapReport => checkReport(readText('x', text), catalog, { publicationDate: '2025-04-30' });
const whole = check(source);
const assessedUnits = whole.assessments.map((a) => a.unit);

const paragraph = fc.constantFrom(
  '午后阳光照在窗台上，猫睡着了。', '这支乐队在去年夏天录完了第二张唱片。', '他把书放回书架，关上灯，走出了房间。', '河边的柳树发了芽，孩子们放起风筝。', 'The cat slept on the sofa while the rain fell.',
);

test('one assessment for each assessed unit, whatever the text', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.integer({ min: 0, max: source.length }).map((n) => source.slice(n, n + 3000))), (text) => {
    expect(check(text).assessments.map((a) => a.unit)).toEqual(assessedUnits);
  }), { numRuns: 25 });
});

test('an unrelated paragraph never turns disclosed into missing', () => {
  const pages = source.split('\f');
  fc.assert(fc.property(fc.integer({ min: 0, max: pages.length - 1 }), paragraph, (page, extra) => {
    const after = check(pages.map((p, i) => (i === page ? `${p}\n\n${extra}\n\n` : p)).join('\f'));
    const lost = after.assessments.filter((a, i) => whole.assessments[i]!.disclosure === 'disclosed' && a.disclosure === 'missing');
    expect(lost.map((a) => a.unit)).toEqual([]);
  }), { numRuns: 12 });
});

test('the same report twice gives the same bytes, and the order of reports does not matter', () => {
  const other = check('公司员工总数为1,200人。');
  expect(JSON.stringify(check(source))).toBe(JSON.stringify(whole));
  expect(JSON.stringify(check('公司员工总数为1,200人。'))).toBe(JSON.stringify(other));
});

test('every presence carries a verbatim quote, every absence its search', () => {
  const squashed = source.normalize('NFKC').replace(/\s+/gu, '');
  for (const a of whole.assessments) {
    if (a.disclosure === 'missing') expect([a.unit, a.searched.blocks > 0]).toEqual([a.unit, true]);
    else expect([a.unit, a.evidence.length > 0]).toEqual([a.unit, true]);
    for (const e of a.evidence) expect(squashed).toContain(e.quote.normalize('NFKC').replace(/\s+/gu, ''));
  }
});

test('headings, indexes and running heads are never evidence', () => {
  const index = source.slice(source.lastIndexOf('附录二'));
  const only = check(index);
  expect(only.assessments.filter((a) => a.claim.inIndex).length).toBeGreaterThan(20);
  expect(only.assessments.filter((a) => a.standard === 'gri-2021' && a.disclosure === 'disclosed').map((a) => a.unit)).toEqual([]);
});
