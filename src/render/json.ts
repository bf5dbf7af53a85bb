import type { GapReport } from '../model/gap-report';

/** Keys in the order of the contract; keys that are ids (of standards, questions) keep the order they came in. */
const ORDER = [
  'schema', 'tool', 'name', 'report', 'sha256', 'pages', 'unreadablePages', 'language',
  'profile', 'detected', 'standards', 'assessments', 'summary',
  'standard', 'unit', 'id', 'title', 'edition', 'unofficial', 'rules', 'version', 'clause', 'obligation',
  'outcome', 'disclosure', 'status', 'because', 'confidence', 'evidence',
  'exchange', 'griClaim', 'publicationDate', 'period', 'firstYear', 'materialTopics', 'answers', 'whitePaperOnly',
  'standardsCited', 'quotes', 'notes', 'code', 'detail',
  'quote', 'page', 'section', 'searched', 'concepts', 'blocks', 'nearest', 'line',
  'claim', 'inIndex', 'pointsTo', 'holds', 'requirements', 'lacks', 'remedy', 'level', 'elements', 'provenance',
  'units', 'met', 'weak', 'gap', 'explained', 'notApplicable', 'review', 'opportunities', 'completeness',
  'atLeast', 'atMost', 'zh', 'en', 'from', 'to',
];
const RANK = new Map(ORDER.map((key, rank) => [key, rank]));

/** Control characters, and those that turn the direction of text, which JSON lets stand. */
// eslint-disable-next-line no-control-regex
const UNESCAPED = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The gap report as JSON (`lacuna/gap-report@1`): two spaces, keys in contract order, a line feed at the end. */
export function renderJson(report: GapReport): string {
  const json = JSON.stringify(report, (_key, value: unknown) => settled(value), 2);
  // A quote stays what the report has, to the character; what a terminal would obey is escaped as JSON escapes the rest.
  return `${json.replace(UNESCAPED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function settled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const known = entries.filter(([key]) => RANK.has(key)).sort(([a], [b]) => RANK.get(a)! - RANK.get(b)!);
  return Object.fromEntries([...known, ...entries.filter(([key]) => !RANK.has(key))]);
}
