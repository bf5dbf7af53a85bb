import { describeProblem } from '../src/messages';
import { nearest } from '../src/nearest';
import { applySettings, parseProfile, type KnownIds } from '../src/profile';

const KNOWN: KnownIds = { standards: ['gri-2021', 'szse-17', 'bsia-003'], questions: ['dual-listed', 'pollutant-list'] };

function problemsOf(text: string, known?: KnownIds): readonly string[] {
  const result = parseProfile(text, 'p.yaml', known);
  return result.ok ? [] : result.problems.map((p) => describeProblem(p, 'en'));
}

describe('a profile file', () => {
  test('is read whole, keys in a fixed order', () => {
    const result = parseProfile(`
whitePaperOnly: false
answers: {pollutant-list: true, dual-listed: false}
materialTopics: ["01", "305"]
firstYear: true
period: {from: 2024-01-01, to: 2024-12-31}   # no quotes needed: yaml 1.2 leaves dates alone
publicationDate: 2025-04-20
griClaim: with-reference
exchange: szse
standards: [gri-2021]
`, 'p.yaml', KNOWN);
    expect(JSON.stringify(result)).toBe(JSON.stringify({
      ok: true,
      value: {
        standards: ['gri-2021'], exchange: 'szse', griClaim: 'with-reference', publicationDate: '2025-04-20', period: { from: '2024-01-01', to: '2024-12-31' },
        firstYear: true, materialTopics: ['01', '305'], whitePaperOnly: false, answers: { 'dual-listed': false, 'pollutant-list': true },
      },
    }).replace('"whitePaperOnly":false,"answers":{"dual-listed":false,"pollutant-list":true}', '"answers":{"dual-listed":false,"pollutant-list":true},"whitePaperOnly":false'));
  });

  test('may be JSON, or nothing but comments', () => {
    expect(parseProfile('{"exchange": "sse"}', 'p.json')).toEqual({ ok: true, value: { exchange: 'sse' } });
    expect(parseProfile('# nothing yet\n', 'p.yaml')).toEqual({ ok: true, value: {} });
  });

  test('tells everything wrong at once, in the order of the file', () => {
    expect(problemsOf(`exchnage: szse
exchange: shenzhen
publicationDate: 2025-02-30
period:
  from: 2024-12-31
  to: 2024-01-01
  until: x
answers:
  dual-listd: true
  pollutant-list: ja
materialTopics: [01]
firstYear: no
standards: [gri-2012]
`, KNOWN)).toEqual([
      'p.yaml:1:1: invalid profile: unknown key "exchnage", did you mean "exchange"?',
      'p.yaml:2:1: invalid profile: "exchange" cannot be "shenzhen"; one of: szse, sse, bse, hkex, other, none',
      'p.yaml:3:1: invalid profile: "publicationDate" must be a real date, YYYY-MM-DD, not "2025-02-30"',
      'p.yaml:5:3: invalid profile: the period starts on 2024-12-31, after its end on 2024-01-01',
      'p.yaml:7:3: invalid profile: unknown key "until" (known: from, to)',
      'p.yaml:9:3: invalid profile: unknown key "dual-listd", did you mean "dual-listed"?',
      'p.yaml:10:3: invalid profile: "answers.pollutant-list" must be true or false, not "ja"',
      'p.yaml:11:18: invalid profile: "materialTopics.0" must be quoted text, not 1: write it in quotes',
      'p.yaml:12:1: invalid profile: "firstYear" must be true or false, not "no"',
      'p.yaml:13:13: no such standard: "gri-2012", did you mean "gri-2021"?',
    ]);
  });

  test.each([
    ['- a\n- b\n', 'p.yaml:1:1: invalid profile: a profile is a list of key: value lines'],
    ['exchange: [\n', 'p.yaml:2:1: invalid profile: '],
    ['exchange: szse\nexchange: sse\n', 'p.yaml:2:1: invalid profile: Map keys must be unique'],
    ['period: {from: 2024-01-01}\n', 'p.yaml:1:1: invalid profile: key "period.to" is lacking'],
    ['publicationDate: April 2025\n', 'p.yaml:1:1: invalid profile: "publicationDate" must be a real date, YYYY-MM-DD, not "April 2025"'],
    ['standards: gri-2021\n', 'p.yaml:1:1: invalid profile: "standards" must be a list, not "gri-2021"'],
    ['period: 2024\n', 'p.yaml:1:1: invalid profile: a period is written YYYY-MM-DD..YYYY-MM-DD, not "2024"'],
    ['answers: yes\n', 'p.yaml:1:1: invalid profile: "answers" must be key: value lines, not "yes"'],
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\ne: &e [*d, *d, *d]\nf: [*e, *e, *e]\n', 'p.yaml: invalid profile: Excessive alias count'],
  ])('%j', (text, message) => expect(problemsOf(text)[0]).toContain(message));

  test('ids are taken as written where no catalogue tells them', () => {
    expect(problemsOf('standards: [mine]\nanswers: {anything: true}\n')).toEqual([]);
  });
});

describe('settings', () => {
  test('lie over the profile', () => {
    expect(applySettings({ exchange: 'sse', answers: { 'dual-listed': true } }, ['exchange=szse', 'answers.pollutant-list=false', 'firstYear=true', 'period=2024-01-01..2024-12-31', 'materialTopics=01，02'], KNOWN)).toEqual({
      ok: true,
      value: { exchange: 'szse', answers: { 'dual-listed': true, 'pollutant-list': false }, firstYear: true, period: { from: '2024-01-01', to: '2024-12-31' }, materialTopics: ['01', '02'] },
    });
  });

  test('do not touch what they are laid over', () => {
    const given = { answers: { a: true } };
    applySettings(given, ['answers.b=true']);
    expect(given).toEqual({ answers: { a: true } });
  });

  test('a key of the language’s own is a key like any other', () => {
    const result = applySettings({}, ['__proto__=x', 'constructor.name=y']);
    expect(result.ok ? [] : result.problems.map((p) => p.detail)).toEqual([expect.stringContaining('"__proto__"'), expect.stringContaining('"constructor"')]);
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });
});

test.each([
  ['GRI305-1', 'GRI 305-1'], ['305-1', 'GRI 305-1'], ['gri 350-1', 'GRI 305-1'], ['SZSE-24-2', 'SZSE17-24-2'], ['zzzzzz', null], ['', null],
])('nearest to %j is %j', (given, found) => expect(nearest(given, ['GRI 2-1', 'GRI 305-1', 'SZSE17-24-2'])).toBe(found));
