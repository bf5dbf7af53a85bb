/** Every word that a user reads, in both languages. A table of data: codes on the left, phrases on the right. */
import type { ErrorCode, Problem } from './errors';
import type { Confidence, Disclosure, Outcome, Status } from './model/gap-report';
import type { ReadingNote } from './model/document';
import type { CheckKind } from './model/rule';
import type { Lang, LeafRole, Localized, Nature, Obligation } from './model/standard';

const both = (zh: string, en: string): Localized => ({ zh, en });

export const STATUSES: Readonly<Record<Status, Localized>> = {
  met: both('满足', 'met'),
  weak: both('薄弱', 'weak'),
  gap: both('缺口', 'gap'),
  explained: both('已解释', 'explained'),
  'not-applicable': both('不适用', 'n/a'),
  review: both('待复核', 'review'),
};

export const DISCLOSURES: Readonly<Record<Disclosure, Localized>> = {
  disclosed: both('已披露', 'disclosed'),
  partial: both('部分披露', 'partly disclosed'),
  missing: both('未见披露', 'not found'),
  explained: both('已说明理由', 'explained'),
};

export const OUTCOMES: Readonly<Record<Outcome, Localized>> = {
  satisfied: both('满足', 'satisfied'),
  partly: both('部分', 'partly'),
  unsatisfied: both('未见', 'not found'),
  undetermined: both('无法判断', 'undetermined'),
};

export const OBLIGATIONS: Readonly<Record<Obligation, Localized>> = {
  shall: both('应当', 'shall'),
  'comply-or-explain': both('不披露即解释', 'comply or explain'),
  should: both('鼓励', 'should'),
  may: both('可以', 'may'),
  conduct: both('行为要求', 'conduct'),
};

export const CONFIDENCES: Readonly<Record<Confidence, Localized>> = {
  high: both('高', 'high'),
  medium: both('中', 'medium'),
  low: both('低', 'low'),
};

export const NATURES: Readonly<Record<Nature, Localized>> = {
  quantitative: both('定量', 'quantitative'),
  qualitative: both('定性', 'qualitative'),
  mixed: both('定性与定量', 'mixed'),
  structure: both('结构', 'structure'),
  procedure: both('程序', 'procedure'),
};

export const ROLES: Readonly<Record<LeafRole, Localized>> = {
  core: both('核心', 'core'),
  plain: both('一般', 'plain'),
  supporting: both('辅助', 'supporting'),
  conditional: both('有则答', 'if it applies'),
};

export const PROVENANCES: Readonly<Record<string, Localized>> = {
  'white-paper': both('白皮书', 'white paper'),
  'kin-standard': both('同类标准', 'kindred standard'),
  inferred: both('推定', 'inferred'),
};

/** How each check looks: the sentence that `explain` prints. */
export const CHECKS: Readonly<Record<CheckKind, Localized>> = {
  mentions: both('在具体的句子里说到', 'a concrete sentence that speaks of'),
  quantity: both('报告期内带单位的数字：', 'a figure with its unit, for the period, of'),
  breakdown: both('至少两个类别的数字：', 'figures for at least two members of a breakdown of'),
  document: both('公司自己的制度或政策：', 'a policy or system of the company on'),
  body: both('负责的机构、部门或人员：', 'a body, department or person responsible for'),
  action: both('有日期、数量或名称的行动：', 'a dated, counted or named activity on'),
  zero: both('明确说明报告期内未发生：', 'a plain statement that none happened of'),
  trend: both('两期数字，或带幅度的变化：', 'figures of two periods, or a change with its size, of'),
  target: both('带数字或年份的目标：', 'a goal with a number or a year on'),
  index: both('列有下列词语的索引表：', 'an index table that names'),
  reference: both('指向另一份已发布文件的具体章节：', 'a pointer to another document, with its section, for'),
  manual: both('须由人工判断：', 'for the reviewer to answer:'),
};

/** Reliefs of SZSE Guideline 17, by the codes of the catalogue. */
export const RELIEFS: Readonly<Record<string, Localized>> = {
  L1: both('首个报告期可不披露同比变化', 'in the first period changes on the year before may be left out'),
  L2: both('首个报告期难以量化的指标可作定性披露并说明原因', 'in the first period what is hard to measure may be described, with the reason'),
  L3: both('财务影响难以量化的，可披露定性影响、原因和后续计划', 'financial effects that cannot be measured may be described, with the reason and the plan'),
  L4: both('已有整体治理架构的，可整合披露，不必逐议题重复', 'one governance structure may be described once for all topics'),
  L5: both('已在其他公告披露的，可以引用', 'what was published elsewhere may be referred to'),
  L6: both('可调整或替代披露内容，但须充分说明原因', 'content may be adapted or replaced, with the full reason'),
  L7: both('追溯调整不切实可行的，可说明原因', 'where restating is impracticable, the reason will do'),
  L8: both('方法与自身能力和资源相称即可', 'methods in proportion to ability and resources will do'),
};

/** What a partly answered requirement lacks. Codes without a phrase are printed as they are. */
export const LACKS: Readonly<Record<string, Localized>> = {
  figure: both('数字', 'figure'),
  unit: both('计量单位', 'unit of measure'),
  period: both('报告期数据', 'figure for the period'),
  year: both('年份', 'year'),
  base: both('比较基准', 'base of comparison'),
  breakdown: both('分类数据', 'breakdown'),
  members: both('更多类别', 'more categories'),
  companions: both('相关要素', 'what must stand with it'),
  concrete: both('具体内容', 'something concrete'),
  document: both('制度或政策名称', 'named policy or system'),
  body: both('负责机构或人员', 'responsible body or person'),
  action: both('具体行动', 'concrete activity'),
  target: both('量化目标', 'goal with number or year'),
  trend: both('两期可比数据', 'comparable figures'),
  zero: both('明确的“未发生”声明', 'plain nil statement'),
  count: both('更多项目', 'further items'),
  index: both('索引表', 'an index table'),
  reference: both('指向已发布文件的说明', 'pointer to a published document'),
  'nil-statement': both('明确的“未发生”声明', 'plain nil statement'),
  content: both('具体内容', 'something concrete'),
  mention: both('具体内容', 'something concrete'),
  mentions: both('具体内容', 'something concrete'),
  section: both('具体章节', 'section pointed to'),
  'at-least': both('更多项目', 'further items'),
  'pointer-only': both('正文内容（仅指向其他文件）', 'content (only a pointer to another document)'),
  'change-only': both('绝对数（仅有变化幅度）', 'absolute figure (only a change)'),
  'other-year': both('报告期数据（仅有其他年度）', 'figure for the period (only another year)'),
  'plan-only': both('已完成的内容（仅为计划）', 'something done (only planned)'),
  'law-only': both('公司自己的制度（仅引用法规）', 'own policy (only a law is cited)'),
  'narrow-boundary': both('全集团口径', 'whole-group boundary'),
  boundary: both('统计口径', 'boundary'),
  parts: both('其余要素', 'the other parts'),
};

export const NOTES: Readonly<Record<ReadingNote['code'], Localized>> = {
  'page-unreadable': both('页面无法读取', 'page without readable text'),
  'undecodable-bytes': both('部分字节无法解码', 'bytes that could not be decoded'),
  'garbled-lines': both('乱码行', 'garbled lines'),
  'doubled-pages': both('重复提取的页面，只计一次', 'pages extracted twice, counted once'),
  'columns-split': both('分栏已拆分', 'columns set apart'),
  'running-heads': both('已略去页眉页脚', 'running heads left out'),
  'index-not-understood': both('索引表未能识别', 'index table not understood'),
  'encoding-guessed': both('文字编码为推测', 'encoding guessed'),
  'table-not-understood': both('表格未能识别', 'table not understood'),
};

/** Labels of the outputs; `{0}`, `{1}` are filled in by `say`. */
export const LABELS = {
  title: both('披露差距报告', 'Disclosure gap report'),
  report: both('报告', 'Report'),
  period: both('报告期', 'Period'),
  unknownPeriod: both('未能识别', 'not found'),
  language: both('语言', 'Language'),
  zh: both('中文', 'Chinese'),
  en: both('英文', 'English'),
  pages: both('{0} 页', 'pages: {0}'),
  profile: both('档案', 'Profile'),
  cites: both('引用标准', 'Cites'),
  profileEmpty: both('未提供，条件不明的条目转为待复核', 'none given; units whose condition is open go to review'),
  noAnswers: both('未提供 answers（用 --set answers.<问题>=true|false 回答），条件不明的条目转为待复核', 'no answers given (--set answers.<question>=true|false); units whose condition is open go to review'),
  fromReport: both('取自报告', 'from the report'),
  notes: both('读取说明', 'Reading notes'),
  unreadable: both('无法读取的页：{0}', 'unreadable pages: {0}'),
  legend: both('说明', 'Note'),
  legendOf: both('条目下的各项要求以 a、b-i 或 P、M、A、O、Q 编号，含义见：lacuna explain "{0}"', 'requirements of a unit go by a, b-i or P, M, A, O, Q; what they ask: lacuna explain "{0}"'),
  units: both('条目', 'units'),
  completeness: both('完整度', 'completeness'),
  noCompleteness: both('无适用条目', 'no applicable unit'),
  edition: both('版本', 'edition'),
  rules: both('规则', 'rules'),
  unofficial: both('非官方', 'unofficial'),
  opportunities: both('可提升', 'opportunities'),
  opportunitiesNote: both('可提升（鼓励或可选披露，不影响结论）', 'Opportunities (should or may: they never fail a run)'),
  unit: both('条目', 'Unit'),
  status: both('状态', 'Status'),
  obligation: both('义务', 'Obligation'),
  finding: both('依据', 'What was found'),
  remedy: both('建议', 'What to write'),
  lacks: both('欠缺', 'lacks'),
  notFound: both('未见', 'not found'),
  undetermined: both('未能判断', 'undetermined'),
  nearest: both('最接近', 'nearest'),
  searched: both('检索 {0} 个段落：{1}', 'searched {0} blocks for {1}'),
  claimUnheld: both('索引称已披露（{0}），正文未见', 'the index claims it ({0}); the body does not answer'),
  claimBare: both('索引称已披露，正文未见', 'the index claims it; the body does not answer'),
  level: both('水平 {0}', 'level {0}'),
  nothingToShow: both('所选状态下没有条目', 'no unit has the statuses shown'),
  counted: both('未列出：{0}', 'not listed: {0}'),
  page: both('第 {0} 页', 'p. {0}'),
  line: both('行 {0}', 'line {0}'),
  summary: both('总览', 'Summary'),
  standard: both('标准', 'Standard'),
  gaps: both('缺口', 'Gaps'),
  weak: both('薄弱', 'Weak points'),
  reviews: both('待复核', 'For review'),
  others: both('其他', 'Others'),
  why: both('原因', 'Why'),
  evidence: both('原文', 'Evidence'),
  confidence: both('把握', 'confidence'),
  none: both('无', 'none'),
  asks: both('要求什么', 'What is asked'),
  clause: both('条款', 'Clause'),
  condition: both('适用条件', 'Condition'),
  reliefs: both('豁免或过渡安排', 'Reliefs'),
  source: both('出处', 'Source'),
  provenance: both('依据来源', 'Provenance'),
  effective: both('适用于发布日期', 'For publication dates'),
  omission: both('可按准则允许的理由省略', 'may be left out for a permitted reason'),
  record: both('标注报告上的表现', 'On labelled reports'),
  recordOf: both('{0} 份中 {1} 份与读者判断相同；查准率 {2}，查全率 {3}；其中未用于编写规则的报告：{5} 份中 {4} 份相同', '{0} reports, same label as the reader in {1}; precision {2}, recall {3}; of reports not used to write rules: {4} of {5}'),
  terms: both('所用词语', 'Terms looked for'),
  lookedFor: both('如何查找', 'How it is looked for'),
  satisfies: both('满足的例子', 'Satisfies'),
  violates: both('不满足的例子', 'Does not'),
  noRule: both('尚无规则：转为待复核', 'no rule yet: goes to review'),
  unassessed: both('列出但不评估：{0}', 'listed, never assessed: {0}'),
  with: both('同时出现', 'together with'),
  without: both('且没有', 'and without'),
  any: both('以下任一', 'any of'),
  all: both('以下全部', 'all of'),
  noneOf: both('且不得有', 'and none of'),
  assessed: both('评估', 'assessed'),
  listed: both('仅列出', 'listed'),
  examplesRan: both('运行了 {0} 个例子，{1} 个符合预期（其中已知缺陷 {2} 个）', '{0} examples ran, {1} as expected ({2} of them known gaps)'),
  noisy: both('误报（本不应满足却满足）', 'Noisy (should not satisfy, but does)'),
  missed: both('漏报（本应满足却不满足）', 'Missed (should satisfy, but does not)'),
  stale: both('已知缺陷现已通过，请去掉 knownGap 标记', 'Known gaps that now pass: take the knownGap mark away'),
  noExamples: both('没有运行任何例子', 'no example ran'),
  got: both('结果', 'got'),
  notChecked: both('未检查：{0}', 'Not checked: {0}'),
  nothingUnchecked: both('无', 'nothing was left out'),
  ncReviews: both('{0} 项待人工复核', 'units for review: {0}'),
  ncPages: both('{0} 页无法读取', 'unreadable pages: {0}'),
  ncPagesListed: both('{0} 页无法读取（{1}）', 'unreadable pages: {0} ({1})'),
  ncUnassessed: both('{0} 项仅列出、不评估', 'units listed, never assessed: {0}'),
  ncBroken: both('{0} 份报告未能检查', 'reports that could not be read: {0}'),
  reading: both('[{0}/{1}] {2}', '[{0}/{1}] {2}'),
  written: both('已写入 {0}', 'written to {0}'),
  bug: both('lacuna {0}：这是程序缺陷，不是您的输入有误：{1}', 'lacuna {0}: this is a bug, not a fault of your input: {1}'),
  bugHint: both('请带上这条信息和所用命令报告该缺陷', 'please report it with this line and the command you ran'),
} as const satisfies Record<string, Localized>;

/** What is wrong; the detail follows. */
const ERRORS: Readonly<Record<ErrorCode, Localized>> = {
  'no-such-file': both('没有这个文件', 'no such file'),
  'not-a-file': both('不是文件', 'not a file'),
  'empty-file': both('文件是空的', 'the file is empty'),
  'binary-file': both('不是文本文件', 'not a text file'),
  'file-too-large': both('文件过大', 'the file is too large'),
  undecodable: both('文字编码无法识别', 'the text encoding is not understood'),
  'unsupported-language': both('不支持的语言', 'language not supported'),
  'unsupported-format': both('不支持的格式', 'format not supported'),
  'unknown-standard': both('没有这个标准', 'no such standard'),
  'unknown-unit': both('没有这个条目', 'no such unit'),
  'invalid-catalog': both('标准或规则文件有误', 'invalid standards or rules file'),
  'invalid-profile': both('档案有误', 'invalid profile'),
  'invalid-report-json': both('报告 JSON 有误', 'invalid report JSON'),
  usage: both('用法有误', 'usage'),
};

/** What to do about it. */
const HINTS: Readonly<Partial<Record<ErrorCode, Localized>>> = {
  'no-such-file': both('请检查路径和文件名', 'check the path and the spelling'),
  'not-a-file': both('请给出文件本身', 'give the file itself'),
  'empty-file': both('请给出含有报告文字的文件', 'give a file that holds the text of the report'),
  'binary-file': both('请先转为文本（.txt）或 Markdown（.md）；PDF 可用 pdftotext -layout 报告.pdf 报告.txt', 'turn it into text (.txt) or Markdown (.md) first; for a PDF: pdftotext -layout report.pdf report.txt'),
  'file-too-large': both('请只给出报告的文字，不含图片和附件', 'give the text of the report alone, without images and attachments'),
  'unsupported-language': both('请给出报告的中文版或英文版', 'give the Chinese or the English edition of the report'),
  'invalid-catalog': both('格式见 schemas 文件夹中的 standard、units、rules、lexicon', 'the forms are described in schemas/: standard, units, rules, lexicon'),
  'invalid-report-json': both('格式见 schemas/parsed-report.schema.json', 'the form is described in schemas/parsed-report.schema.json'),
  undecodable: both('请用文本编辑器另存为 UTF-8', 'save it as UTF-8 in a text editor'),
  'unsupported-format': both('请另存为文本（.txt）或 Markdown（.md）', 'save it as text (.txt) or Markdown (.md)'),
  'unknown-standard': both('用 lacuna list standards 查看全部', 'see them all with: lacuna list standards'),
  'unknown-unit': both('用 lacuna list units 查看全部', 'see them all with: lacuna list units'),
  'invalid-profile': both('可用的键见 schemas/profile.schema.json', 'the keys are described in schemas/profile.schema.json'),
  usage: both('用 lacuna help <命令> 查看用法', 'see: lacuna help <command>'),
};

/** Details that carry values: `{0}`, `{1}`, … */
const DETAILS = {
  'unknown-key': both('不认识的键 “{0}”（可用：{1}）', 'unknown key "{0}" (known: {1})'),
  'unknown-key-near': both('不认识的键 “{0}”，是否指 “{1}”？', 'unknown key "{0}", did you mean "{1}"?'),
  'missing-key': both('缺少键 “{0}”', 'key "{0}" is lacking'),
  'wrong-value': both('“{0}” 不能是 {1}，可用：{2}', '"{0}" cannot be {1}; one of: {2}'),
  'wrong-type': both('“{0}” 应为{2}，而不是 {1}', '"{0}" must be {2}, not {1}'),
  'not-quoted': both('“{0}” 应为带引号的文字，而不是 {1}：请加上引号', '"{0}" must be quoted text, not {1}: write it in quotes'),
  'bad-date': both('“{0}” 应为真实日期 YYYY-MM-DD，而不是 “{1}”', '"{0}" must be a real date, YYYY-MM-DD, not "{1}"'),
  'bad-period': both('报告期应写作 YYYY-MM-DD..YYYY-MM-DD，而不是 “{0}”', 'a period is written YYYY-MM-DD..YYYY-MM-DD, not "{0}"'),
  'reversed-period': both('报告期的起始日 {0} 晚于截止日 {1}', 'the period starts on {0}, after its end on {1}'),
  'bad-setting': both('--set 应写作 键=值，而不是 “{0}”', '--set is written key=value, not "{0}"'),
  'not-a-map': both('档案应为一组 键: 值', 'a profile is a list of key: value lines'),
  near: both('“{0}”，是否指 “{1}”？', '"{0}", did you mean "{1}"?'),
  given: both('“{0}”', '"{0}"'),
  'given-known': both('“{0}”（可用：{1}）', '"{0}" (known: {1})'),
  'unknown-option': both('不认识的选项 {0}', 'unknown option {0}'),
  'unknown-option-near': both('不认识的选项 {0}，是否指 {1}？', 'unknown option {0}, did you mean {1}?'),
  'unknown-command': both('不认识的命令 {0}', 'unknown command {0}'),
  'unknown-command-near': both('不认识的命令 {0}，是否指 {1}？', 'unknown command {0}, did you mean {1}?'),
  'option-needs-value': both('选项 {0} 需要一个值', 'option {0} needs a value'),
  'missing-argument': both('缺少参数 <{0}>', 'argument <{0}> is lacking'),
  'too-many-arguments': both('参数过多', 'too many arguments'),
  'overwrites-report': both('--output 会覆盖报告本身', '--output would overwrite the report itself'),
  'output-not-folder': both('有多份报告时 --output 须为文件夹，而这是一个文件', 'with several reports --output is a folder, and this is a file'),
  'output-no-folder': both('--output 所在的文件夹不存在', 'the folder of --output does not exist'),
  'rules-not-folder': both('--rules 须为文件夹，而这是一个文件', '--rules is a folder, and this is a file'),
  'rules-nothing': both('其中既没有 standards/ 也没有 rules/', 'it holds neither standards/ nor rules/'),
  'a-folder': both('这是文件夹', 'it is a folder'),
  'a-device': both('这是设备', 'it is a device'),
  megabytes: both('{0} MB，最多 {1} MB', '{0} MB, at most {1} MB'),
  'cannot-read': both('无法读取（{0}）', 'cannot be read ({0})'),
  'cannot-write': both('无法写入（{0}）', 'cannot be written ({0})'),
  '@text': both('文字', 'text'),
  '@list': both('列表', 'a list'),
  '@map': both('一组 键: 值', 'key: value lines'),
  '@report': both('报告', 'report'),
  '@unit': both('条目', 'unit'),
  '@EACCES': both('没有权限', 'no permission'),
  '@EPERM': both('没有权限', 'no permission'),
  '@ENOSPC': both('磁盘已满', 'the disk is full'),
  '@EROFS': both('只读磁盘', 'the disk is read-only'),
  '@EISDIR': both('这是文件夹', 'it is a folder'),
  '@boolean': both(' true 或 false', 'true or false'),
} as const satisfies Record<string, Localized>;

export type DetailCode = keyof typeof DETAILS;

/** Fills `{0}`, `{1}` … of a phrase. */
export function say(phrase: Localized, lang: Lang, ...values: readonly (string | number)[]): string {
  return phrase[lang].replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** A detail that can be told in both languages: a code and its values, as `Problem.detail` carries them. */
export function detail(code: DetailCode, ...values: readonly string[]): string {
  return [code, ...values.map((value) => JSON.stringify(value))].join(' ');
}

/** One line: where, what is wrong, and what was given. */
export function describeProblem(problem: Problem, lang: Lang): string {
  const { code, where } = problem;
  const place = where === undefined ? '' : `${[where.file, where.line, where.column].filter((part) => part !== undefined).join(':')}: `;
  const told = typeof problem.detail === 'string' ? tellDetail(problem.detail, lang) : problem.detail[lang];
  // Readers of files often repeat the path as the detail; the place already says it.
  const tail = told === '' || where?.file.endsWith(told) === true ? '' : `${lang === 'zh' ? '：' : ': '}${told}`;
  return `${place}${ERRORS[code][lang]}${tail}`;
}

/** All problems, one line each, then what to do, once per kind. */
export function describeProblems(problems: readonly Problem[], lang: Lang): string {
  const hints = [...new Set(problems.map((p) => HINTS[p.code]?.[lang]).filter((hint) => hint !== undefined))];
  return [...problems.map((p) => describeProblem(p, lang)), ...hints.map((hint) => `  → ${hint}`)].join('\n');
}

function tellDetail(text: string, lang: Lang): string {
  const code = text.split(' ', 1)[0] ?? '';
  if (!Object.hasOwn(DETAILS, code)) return text;
  const rest = text.slice(code.length).trim();
  if (rest !== '' && !rest.startsWith('"')) return text;
  const values = (rest.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((value) => String(JSON.parse(value)));
  return say(DETAILS[code as DetailCode], lang, ...values.map((value) => (value.startsWith('@') && Object.hasOwn(DETAILS, value) ? DETAILS[value as DetailCode][lang] : value)));
}
