import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAssessed } from '../src/assess';
import { checksOf } from '../src/checks/walk';
import { compile, loadCatalog } from '../src/catalog/load';
import { unpackTerms } from '../src/catalog/terms';
import { indexTerms } from '../src/facts/concepts';
import { readReliability } from '../src/catalog/reliability';
import { readCatalog } from '../src/catalog/source';
import type { Problem } from '../src/errors';
import { normaliseTerm } from '../src/text';
import type { Unit } from '../src/model/standard';
import { ROOT } from './helpers';

const { catalog, problems } = readCatalog([ROOT]);
const units = (standard: string): readonly Unit[] => catalog.standards.filter((s) => s.id === standard).flatMap((s) => s.groups.flatMap((g) => g.units));
const assessedIn = (standard: string, publicationDate: string): readonly string[] => units(standard).filter((u) => isAssessed(u, { publicationDate })).map((u) => u.id);

test('every shipped file loads', () => expect(problems.map((p) => `${p.where?.file}:${p.where?.line} ${p.detail}`)).toEqual([]));

describe('completeness', () => {
  test('units and leaves are as many as the maps list', () => {
    const leaves = (id: string): number => units(id).reduce((n, u) => n + u.leaves.length, 0);
    expect([units('gri-2021').length, leaves('gri-2021')]).toEqual([141, 731]);
    expect([units('szse-17').length, leaves('szse-17')]).toEqual([175, 420]);
    expect([units('bsia-003').length, leaves('bsia-003')]).toEqual([57, 285]);
  });

  test('editions follow the date of publication', () => {
    expect(assessedIn('gri-2021', '2025-04-30')).toHaveLength(117);
    expect(assessedIn('gri-2021', '2026-04-30')).toHaveLength(122);
    expect(assessedIn('gri-2021', '2027-04-30')).toHaveLength(126);
    expect(assessedIn('gri-2021', '2027-04-30')).not.toContain('GRI 305-1');
    expect(assessedIn('gri-2021', '2027-04-30')).toContain('GRI 102-5');
    expect(assessedIn('szse-17', '2025-04-30')).toHaveLength(158);
  });

  const gold = join(ROOT, '..', 'shared', 'gold', 'isoftstone-2024.jsonl');
  // The labels stand beside the project, not in it.
  if (existsSync(gold)) test('assessed units before 2026 are those of the labels', () => {
    const labelled = readFileSync(gold, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as { standard: string; unit: string });
    for (const { id } of catalog.standards) {
      expect([...assessedIn(id, '2025-04-30')].sort()).toEqual(labelled.filter((l) => l.standard === id).map((l) => l.unit).sort());
    }
  });

  test('every leaf of an assessed unit has a rule or a question for the reviewer', () => {
    const bare = catalog.standards.flatMap((s) => s.groups.flatMap((g) => g.units)).filter((u) => u.assessed).flatMap((u) => {
      const ruled = new Set(catalog.rules.get(u.id)?.leaves.map((l) => l.leaf) ?? []);
      return u.leaves.filter((l) => !ruled.has(l.id)).map((l) => `${u.id}/${l.id}`);
    });
    expect(bare).toEqual([]);
  });

  test('at most 15 % of leaves are left to the reviewer', () => {
    const rules = [...catalog.rules.values()].flatMap((r) => r.leaves);
    const manual = rules.filter((l) => checksOf(l.expression).every((c) => c.kind === 'manual'));
    expect(manual.length / rules.length).toBeLessThanOrEqual(0.15);
  });

  test('every BSIA indicator says where it comes from, and the standard says that it is unofficial', () => {
    expect(units('bsia-003').filter((u) => !u.provenance).map((u) => u.id)).toEqual([]);
    expect(catalog.standards.find((s) => s.id === 'bsia-003')?.unofficial?.en).toBeTruthy();
  });
});

describe('lexicon', () => {
  test('no term of one character, the signs and members apart', () => {
    const short = catalog.lexicon.concepts.filter((c) => !/^(sign|member)-/.test(c.id)).flatMap((c) => [...c.zh, ...c.en].filter((t) => [...normaliseTerm(t)].length < 2).map((t) => `${c.id}: ${t}`));
    expect(short).toEqual([]);
  });

  test('Chinese terms are simplified: the reader folds text, not terms', () => {
    const traditional = catalog.lexicon.concepts.flatMap((c) => c.zh.filter((t) => /[環會體員業務資產發報關]/.test(t)).map((t) => `${c.id}: ${t}`));
    expect(traditional).toEqual([]);
  });
});

describe('bad catalogues', () => {
  const broken = (files: Record<string, string>): readonly string[] => {
    const root = mkdtempSync(join(tmpdir(), 'lacuna-catalog-'));
    for (const [path, body] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), body);
    }
    const result = loadCatalog({ userDirs: [root] });
    return result.ok ? [] : result.problems.map((p) => `${p.where?.file}:${p.where?.line}:${p.where?.column} ${p.detail}`);
  };

  test('a standard nobody has heard of works from a folder', () => {
    expect(broken({
      'standards/club-1/standard.yaml': 'id: club-1\ntitle: {zh: 会, en: Club}\nedition: "1"\npublisher: us\nsource: here\nscoring: share\n',
      'standards/club-1/a.yaml': 'group: {id: a, title: {zh: 甲, en: A}}\nunits:\n  - id: CLUB-1\n    clause: "1"\n    title: {zh: 一, en: One}\n    obligation: shall\n    nature: qualitative\n    leaves: [{id: a, role: core, nature: qualitative, asks: {zh: 问, en: ask}}]\n',
      'rules/club-1/a.yaml': 'standard: club-1\nrules:\n  - unit: CLUB-1\n    about: [sign-body]\n    remedy: {zh: 写, en: write}\n    leaves:\n      a:\n        check: {mentions: {of: sign-body}}\n        satisfies: [公司设立了委员会。]\n        violates: [天气很好。]\n',
    })).toEqual([]);
  });

  test('all problems come at once, each with file, line and column', () => {
    const found = broken({
      'standards/club-2/standard.yaml': 'id: club-2\ntitle: {zh: 会, en: Club}\nedition: 1\npublisher: us\nsource: here\nscoring: both\n',
      'rules/club-2/a.yaml': 'standard: club-2\nrules:\n  - unit: X\n    abuot: [a]\n    remedy: {zh: 写, en: write}\n    leaves: {}\n',
      'rules/club-2/b.yaml': 'standard: [\n',
    });
    expect(found).toEqual(expect.arrayContaining([
      expect.stringMatching(/standards\/club-2\/standard\.yaml:3:\d+ \/edition must be string/),
      expect.stringMatching(/standards\/club-2\/standard\.yaml:6:\d+ \/scoring .*share, levels/),
      expect.stringMatching(/rules\/club-2\/a\.yaml:4:5 .*abuot/),
      expect.stringMatching(/rules\/club-2\/b\.yaml:\d+:\d+ /),
    ]));
  });

  test('unknown concepts, leaves and missing examples are named', () => {
    const found = broken({
      'rules/gri-2021/zz.yaml': 'standard: gri-2021\nrules:\n  - unit: GRI 999-1\n    about: [no-such]\n    remedy: {zh: 写, en: write}\n    leaves: {}\n',
    });
    expect(found.join('\n')).toMatch(/gri-2021 has no unit GRI 999-1/);
  });
});

test('the compiled catalogue says what the YAML says', () => {
  const terms = indexTerms(catalog.lexicon);
  const compiled = compile(catalog, terms);
  const reread = JSON.parse(compiled.catalog) as { standards: unknown };
  expect(reread.standards).toEqual(JSON.parse(JSON.stringify(catalog.standards)));
  expect(unpackTerms(compiled.terms)).toMatchObject(terms);
});

describe('what was measured', () => {
  const rootWith = (text: string): string => {
    const root = mkdtempSync(join(tmpdir(), 'lacuna-'));
    mkdirSync(join(root, 'rules'));
    writeFileSync(join(root, 'rules', 'reliability.json'), text);
    return root;
  };
  const read = (root: string): readonly [unknown, readonly string[]] => {
    const problems: Problem[] = [];
    return [readReliability([root], problems), problems.map((p) => (typeof p.detail === 'string' ? p.detail : p.detail.en))];
  };
  test('a catalogue may do without', () => expect(read(mkdtempSync(join(tmpdir(), 'lacuna-')))).toEqual([undefined, []]));
  test('a broken file is a problem, not a crash', () => {
    expect(read(rootWith('{'))).toEqual([undefined, ['/ is no JSON']]);
    expect(read(rootWith('{"levels": {"x": "sure"}, "units": {}}'))[1]).toEqual([expect.stringContaining('/levels/x')]);
  });
  test('the shipped one knows every labelled unit', () => {
    const assessed = catalog.standards.flatMap((s) => s.groups.flatMap((g) => g.units.map((u) => u.id)));
    const measured = Object.keys(catalog.reliability?.units ?? {});
    expect(measured.length).toBe(332);
    expect(measured.filter((u) => !assessed.includes(u))).toEqual([]);
  });
});
