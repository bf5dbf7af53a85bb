import { assess, isAssessed, publicationDate, summarise } from '../src/assess';
import type { Catalog } from '../src/model/catalog';
import type { Disclosure, Finding, UnitFinding } from '../src/model/gap-report';
import type { Profile } from '../src/model/profile';
import type { Standard, Unit } from '../src/model/standard';

const two = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

const unit = (over: Partial<Unit> = {}): Unit => ({
  id: 'U-1', clause: '1', title: two('one'), obligation: 'shall', nature: 'qualitative', assessed: true,
  leaves: [{ id: 'a', asks: two('ask'), nature: 'qualitative', role: 'core' }, { id: 'b', asks: two('ask'), nature: 'qualitative', role: 'plain' }], ...over,
});

function catalogOf(u: Unit, id = 'club', group = 'a'): Catalog {
  const standard: Standard = { id, title: two('club'), edition: '1', publisher: 'us', source: 'here', scoring: 'share', questions: [], topics: [], formerCodes: [], groups: [{ id: group, title: two('a'), units: [u] }] };
  return { standards: [standard], rules: new Map(), lexicon: { concepts: [], units: {}, breakdowns: {} }, versions: {} };
}

const searched = { concepts: ['c'], blocks: 3, nearest: null };
const open: Finding = { leaf: 'a', outcome: 'undetermined', lacks: [], because: two('?') };
const none = (leaf: string): Finding => ({ leaf, outcome: 'unsatisfied', lacks: [], searched });

const finding = (disclosure: Disclosure, findings: readonly Finding[] = [none('a'), none('b')]): UnitFinding => ({
  standard: 'club', unit: 'U-1', disclosure, confidence: 'high', findings, evidence: [], searched, claim: { inIndex: false, pointsTo: null, holds: null },
});

const status = (u: Unit, f: UnitFinding, profile: Profile = {}, unreadable = 0): string => assess([f], catalogOf(u), profile, unreadable)[0]!.status;

describe('the decision table', () => {
  const conditional = unit({ condition: { text: two('if'), ask: 'q', is: true } });
  const rows: [string, string, Unit, UnitFinding, Profile?, number?][] = [
    ['condition false', 'not-applicable', conditional, finding('disclosed'), { answers: { q: false } }],
    ['condition unanswered', 'review', conditional, finding('disclosed'), {}],
    ['condition true', 'met', conditional, finding('disclosed'), { answers: { q: true } }],
    ['a condition that only the report can tell', 'gap', unit({ condition: { text: two('if any') } }), finding('missing')],
    ['the core is a question', 'review', unit(), finding('missing', [open, none('b')])],
    ['all open', 'review', unit(), finding('missing', [open, { ...open, leaf: 'b' }])],
    ['disclosed in spite of an open leaf', 'met', unit(), finding('disclosed', [open, none('b')])],
    ['too much unreadable', 'review', unit(), finding('missing'), {}, 0.3],
    ['unreadable, yet found', 'weak', unit(), finding('partial'), {}, 0.3],
    ['explained', 'explained', unit({ omission: true }), finding('explained')],
    ['explained where it may not be omitted', 'gap', unit({ omission: false }), finding('explained')],
    ['disclosed', 'met', unit(), finding('disclosed')],
    ['partial', 'weak', unit(), finding('partial')],
    ['missing', 'gap', unit(), finding('missing')],
  ];
  test.each(rows.map((row) => [row[0], row[1], row] as const))('%s → %s', (_name, expected, [, , u, f, profile, unreadable]) => expect(status(u, f, profile, unreadable)).toBe(expected));
});

test('a topic standard that the profile does not call material does not apply', () => {
  const u = unit();
  const assessed = (group: string): string => assess([finding('missing')], catalogOf(u, 'gri-2021', group), { materialTopics: ['305'] }, 0)[0]!.status;
  expect([assessed('302'), assessed('305'), assessed('2')]).toEqual(['not-applicable', 'gap', 'gap']);
});

describe('which units are assessed', () => {
  test('by date of publication, else the year after the period', () => {
    const old = unit({ effective: { until: '2025-12-31' } });
    expect(isAssessed(old, { publicationDate: '2025-12-31' })).toBe(true);
    expect(isAssessed(old, { publicationDate: '2026-01-01' })).toBe(false);
    expect(isAssessed(old, { period: { from: '2024-01-01', to: '2024-12-31' } })).toBe(true);
    expect(isAssessed(old, { period: { from: '2025-01-01', to: '2025-12-31' } })).toBe(false);
    expect(publicationDate({})).toBeNull();
  });
  test('the white-paper switch drops what the paper does not report', () => {
    expect(isAssessed(unit({ provenance: 'inferred' }), { whitePaperOnly: true })).toBe(false);
    expect(isAssessed(unit({ provenance: 'white-paper' }), { whitePaperOnly: true })).toBe(true);
    expect(isAssessed(unit(), { whitePaperOnly: true })).toBe(true);
  });
});

describe('summary', () => {
  const of = (obligation: Unit['obligation'], disclosure: Disclosure): ReturnType<typeof assess>[number] => assess([finding(disclosure)], catalogOf(unit({ obligation })), {}, 0)[0]!;
  test('counts every assessment once; should and may are opportunities', () => {
    const all = [of('shall', 'disclosed'), of('shall', 'partial'), of('shall', 'missing'), of('should', 'missing'), of('may', 'partial'), of('should', 'disclosed')];
    const s = summarise(all, [{ id: 'club' }])['club']!;
    expect([s.units, s.met, s.weak, s.gap, s.opportunities]).toEqual([6, 2, 1, 1, 2]);
    expect(s.met + s.weak + s.gap + s.explained + s.notApplicable + s.review + s.opportunities).toBe(s.units);
    expect(s.completeness).toEqual({ atLeast: 0.333, atMost: 0.333 });
  });
  test('an empty denominator is null', () => {
    expect(summarise([of('should', 'missing')], [{ id: 'club' }])['club']!.completeness).toBeNull();
  });
});
