/** What `explain` prints: what is asked, who must, how it is looked for, an example of each kind, what to write. */
import type { UnitExplanation } from '../model/answers';
import type { UnitRecord } from '../model/catalog';
import type { Check, LeafRule, Lexicon, RuleExpression, UnitRules } from '../model/rule';
import type { Lang, Leaf, Unit } from '../model/standard';
import { CHECKS, LABELS, NATURES, OBLIGATIONS, PROVENANCES, RELIEFS, ROLES, say } from '../messages';
import { brackets, colon, comma, semicolon } from './parts';
import { oneLine, wrap } from './text';

/** Terms of a concept that are named; the rest is in the lexicon. */
const TERMS = 8;

/** The explanation of one unit as indented text, no line wider than `width`. */
export function renderExplanation(explanation: UnitExplanation, options: Readonly<{ lang: Lang; width: number }>): string {
  const { standard, unit, rules } = explanation;
  const { lang, width } = options;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [LABELS.standard[lang], `${standard.title[lang]}${brackets(standard.id, lang)}`],
    [LABELS.unofficial[lang], standard.unofficial?.[lang]],
    [LABELS.clause[lang], unit.clause],
    [LABELS.obligation[lang], `${OBLIGATIONS[unit.obligation][lang]} · ${NATURES[unit.nature][lang]}${unit.omission === true ? ` · ${LABELS.omission[lang]}` : ''}`],
    [LABELS.condition[lang], unit.condition && unit.condition.text[lang] + (unit.condition.ask === undefined ? '' : brackets(`answers.${unit.condition.ask}=${unit.condition.is ?? true}`, lang))],
    [LABELS.reliefs[lang], unit.reliefs?.map((code) => RELIEFS[code]?.[lang] ?? code).join(semicolon(lang)) || undefined],
    [LABELS.effective[lang], unit.effective && `${unit.effective.from ?? ''}..${unit.effective.until ?? ''}`],
    [LABELS.provenance[lang], unit.provenance && (PROVENANCES[unit.provenance]?.[lang] ?? unit.provenance)],
    [LABELS.source[lang], unit.source],
  ];
  const lines = [
    `${unit.id}  ${unit.title[lang]}`,
    ...facts.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label}${colon(lang)}${text}`])),
    ...(unit.assessed ? [] : [`  ${say(LABELS.unassessed, lang, unit.unassessedBecause?.[lang] ?? '')}`]),
    ...(explanation.record === null ? [] : [`  ${LABELS.record[lang]}${colon(lang)}${ofRecord(explanation.record, lang)}`]),
    '', LABELS.asks[lang],
    ...unit.leaves.flatMap((leaf) => ofLeaf(leaf, rules?.leaves.find((rule) => rule.leaf === leaf.id), unit, lang)),
    ...(rules === null ? [] : ['', LABELS.terms[lang], ...ofTerms(rules, explanation.lexicon, lang), '', LABELS.remedy[lang], `  ${rules.remedy[lang]}`]),
  ];
  return `${lines.flatMap((line) => fold(line, width)).join('\n')}\n`;
}

/** Precision: of what the rules found, how much readers found too; recall: of what readers found, how much the rules found. */
function ofRecord({ reports, agreed, found, answered, both, heldOut }: UnitRecord, lang: Lang): string {
  const share = (of: number): string => (of === 0 ? '–' : `${Math.round((both / of) * 100)} %${brackets(`${both}/${of}`, lang)}`);
  return say(LABELS.recordOf, lang, reports, agreed, share(found), share(answered), heldOut.agreed, heldOut.reports);
}

function fold(line: string, width: number): readonly string[] {
  const indent = line.length - line.trimStart().length;
  return line === '' ? [''] : wrap(' '.repeat(indent) + oneLine(line), width, indent + 2);
}

function ofLeaf(leaf: Leaf, rule: LeafRule | undefined, unit: Unit, lang: Lang): readonly string[] {
  const head = `  ${leaf.id}  ${leaf.asks[lang]}${brackets(`${ROLES[leaf.role][lang]}${comma(lang)}${NATURES[leaf.nature][lang]}`, lang)}`;
  if (rule === undefined) return unit.assessed ? [head, `      ${LABELS.noRule[lang]}`] : [head];
  const { satisfies, violates } = rule.examples;
  const example = (label: string, text: string | undefined): readonly string[] => (text === undefined ? [] : [`      ${label}${colon(lang)}${text}`]);
  return [
    head,
    `      ${LABELS.lookedFor[lang]}${brackets(rule.where, lang)}${colon(lang)}`, ...ofExpression(rule.expression, lang, 8),
    ...example(LABELS.satisfies[lang], ofLang(satisfies.map((e) => e.text), lang)), ...example(LABELS.violates[lang], ofLang(violates.map((e) => e.text), lang)),
  ];
}

/** The first example in the reader's language; failing that, the first. */
function ofLang(texts: readonly string[], lang: Lang): string | undefined {
  return texts.find((text) => /\p{Script=Han}/u.test(text) === (lang === 'zh')) ?? texts[0];
}

function ofExpression(expression: RuleExpression, lang: Lang, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  const parts = (inner: readonly RuleExpression[]): readonly string[] => inner.flatMap((part) => ofExpression(part, lang, indent + 2));
  switch (expression.op) {
    case 'check':
      return [`${space}- ${ofCheck(expression.check, lang)}`];
    case 'none':
      return [...ofExpression(expression.of, lang, indent), `${space}${LABELS.noneOf[lang]}${colon(lang)}`, ...parts(expression.parts)];
    default:
      return [`${space}${LABELS[expression.op][lang]}${colon(lang)}`, ...parts(expression.parts)];
  }
}

function ofCheck(check: Check, lang: Lang): string {
  if (check.kind === 'manual') return `${CHECKS.manual[lang]} ${check.question[lang]}${brackets(check.because[lang], lang)}`;
  const named = (ids: readonly string[]): string => ids.join(' / ');
  const dimension = 'dimension' in check && check.dimension.length > 0 ? ` [${check.dimension.join(', ')}]` : '';
  const by = check.kind === 'breakdown' ? ` [${check.by.join(', ')}]` : '';
  const companions = check.with.map((ids) => `${semicolon(lang)}${LABELS.with[lang]} ${named(ids)}`).join('');
  const foes = check.without.length === 0 ? '' : `${semicolon(lang)}${LABELS.without[lang]} ${named(check.without)}`;
  const says = CHECKS[check.kind][lang];
  return `${says}${says.endsWith('：') ? '' : ' '}${named(check.of)}${dimension}${by}${companions}${foes}`;
}

/** The concepts that the rules name, once each, with their first terms in the reader's language. */
function ofTerms(rules: UnitRules, lexicon: Lexicon, lang: Lang): readonly string[] {
  const known = new Map(lexicon.concepts.map((concept) => [concept.id, concept]));
  const ids = new Set(rules.leaves.flatMap((leaf) => namedIn(leaf.expression)));
  return [...ids].flatMap((id) => {
    const concept = known.get(id);
    const terms = concept?.[lang].length ? concept[lang] : (concept?.zh ?? []);
    return terms.length === 0 ? [] : [`  ${id}${colon(lang)}${terms.slice(0, TERMS).join(comma(lang))}${terms.length > TERMS ? ' …' : ''}`];
  });
}

function namedIn(expression: RuleExpression): readonly string[] {
  if (expression.op === 'none') return [expression.of, ...expression.parts].flatMap(namedIn);
  if (expression.op !== 'check') return expression.parts.flatMap(namedIn);
  const { check } = expression;
  return check.kind === 'manual' ? [] : [...check.of, ...check.with.flat(), ...check.without];
}
