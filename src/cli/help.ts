/** Help texts, written by hand in both languages; a test holds every option against them. */
import type { Lang } from '../index';

type Texts = Readonly<Record<Lang, string>>;

const MAIN: Texts = {
  zh: `lacuna：逐条检查可持续发展（ESG）报告披露了什么、薄弱在哪、缺了什么，并给出原文

用法：lacuna <命令> [选项]

命令：
  check <报告…>        检查一份或多份报告
  explain <条目>       说明一个条目：要求什么、谁须披露、如何查找、怎么写
  list [standards|units]
                       列出标准，或列出标准的条目
  verify [条目…]       运行规则自带的例子：误报与漏报分开列出
  help <命令>          某个命令的用法

选项：
      --lang zh|en     输出语言（默认按 LC_ALL、LC_MESSAGES、LANG）
  -V, --version        版本
  -h, --help           帮助

例子：
  lacuna check 报告.txt
  lacuna check 报告.txt --profile 档案.yaml --format markdown --output 备忘.md
  lacuna explain "GRI 305-1"
  lacuna list units --standard szse-17

退出码：0 没有达到 --fail-on 的条目；1 有；2 无法运行。
标准输出只有结果；进度、提示和“未检查”一行写到标准错误。
`,
  en: `lacuna: reads a sustainability (ESG) report and says, clause by clause and with
its own words, what it discloses, weakly or not at all

Usage: lacuna <command> [options]

Commands:
  check <report…>      check one or more reports
  explain <unit>       what a unit asks, of whom, how it is looked for, what to write
  list [standards|units]
                       the standards, or the units of the standards
  verify [unit…]       run the examples that rules carry: noisy and missed, apart
  help <command>       how to use a command

Options:
      --lang zh|en     language of the output (default: LC_ALL, LC_MESSAGES, LANG)
  -V, --version        version
  -h, --help           this help

Examples:
  lacuna check report.txt
  lacuna check report.txt --profile profile.yaml --format markdown --output memo.md
  lacuna explain "GRI 305-1"
  lacuna list units --standard szse-17

Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 could not run.
Standard output carries the result alone; progress, warnings and the line "Not
checked" go to standard error.
`,
};

const CHECK: Texts = {
  zh: `用法：lacuna check <报告…> [选项]

检查报告（.txt、.md 等文本），逐条给出披露情况。可一次给出多份，按所给顺序输出；
某一份出错不影响其他各份。

选项：
  --standard <id>       只按这个标准检查；可重复，或用逗号分隔（默认全部）
  --profile <文件>      公司档案（YAML 或 JSON），回答适用条件所问
  --set <键=值>         覆盖档案中的一项；可重复，如 --set answers.external-assurance=true
  --format <格式>       table（默认）、json、markdown
  --output <路径>       写入文件；有多份报告时为文件夹
  --lang <zh|en>        输出语言（默认按环境变量）
  --show <状态,…|all>   列出哪些状态：gap,weak,review（默认）、met、explained、
                        not-applicable，或 all；其余只计数
  --fail-on <级别>      达到该级别即以 1 退出：none、gap（默认）、weak、review，
                        后者包含前者；鼓励类条目从不计入
  --published <日期>    报告发布日期 YYYY-MM-DD，决定适用的版本
  --period <起..止>     报告期，如 2024-01-01..2024-12-31
  --gri <声明>          GRI 声明：in-accordance、with-reference、none
  --white-paper-only    只保留白皮书本身报告的指标（T/BSIA 003-2022）
  --rules <文件夹>      另加一个含 standards/ 与 rules/ 的文件夹；可重复

档案（--profile 与 --set）的键：
  exchange              szse、sse、bse、hkex、other、none
  griClaim、publicationDate、period、standards、whitePaperOnly   同上面的选项
  materialTopics        重要性议题的编号，如 ["01", "305"]
  answers.<问题>        true 或 false；问题见 lacuna explain <条目> 的“适用条件”

例子：
  lacuna check 报告.txt
  lacuna check 报告.txt --standard gri-2021,szse-17 --set exchange=szse
  lacuna check 2023.txt 2024.txt --format json --output 结果/
  lacuna check 报告.md --show all --fail-on none --lang en
`,
  en: `Usage: lacuna check <report…> [options]

Checks reports (text: .txt, .md and the like) unit by unit. Several may be given;
they are printed in that order, and one that is broken does not lose the others.

Options:
  --standard <id>       check against this standard alone; may be repeated, or parted
                        by commas (default: all)
  --profile <file>      the company's profile (YAML or JSON): answers to conditions
  --set <key=value>     lay a value over the profile; may be repeated, for example
                        --set answers.external-assurance=true
  --format <format>     table (default), json, markdown
  --output <path>       write to a file; with several reports, into a folder
  --lang <zh|en>        language of the output (default: by the environment)
  --show <status,…|all> statuses to list: gap,weak,review (default), met, explained,
                        not-applicable, or all; the others are counted
  --fail-on <level>     exit with 1 at this level: none, gap (default), weak, review,
                        each including those before; should and may never count
  --published <date>    day of publication, YYYY-MM-DD; decides the editions owed
  --period <from..to>   reporting period, as in 2024-01-01..2024-12-31
  --gri <claim>         claim of GRI: in-accordance, with-reference, none
  --white-paper-only    keep only what the white paper itself reports (T/BSIA 003-2022)
  --rules <folder>      a further folder with standards/ and rules/; may be repeated

Keys of the profile (--profile and --set):
  exchange              szse, sse, bse, hkex, other, none
  griClaim, publicationDate, period, standards, whitePaperOnly   as the options above
  materialTopics        codes of material topics, as in ["01", "305"]
  answers.<question>    true or false; the questions stand under "Condition" in
                        lacuna explain <unit>

Examples:
  lacuna check report.txt
  lacuna check report.txt --standard gri-2021,szse-17 --set exchange=szse
  lacuna check 2023.txt 2024.txt --format json --output results/
  lacuna check report.md --show all --fail-on none --lang zh
`,
};

const EXPLAIN: Texts = {
  zh: `用法：lacuna explain <条目> [选项]

说明一个条目：要求什么、义务与适用条件、如何查找、满足与不满足的例子、怎么写。

选项：
  --rules <文件夹>      另加一个含 standards/ 与 rules/ 的文件夹；可重复
  --lang <zh|en>        输出语言（默认按环境变量）

例子：
  lacuna explain "GRI 305-1"
  lacuna explain SZSE17-24-2
`,
  en: `Usage: lacuna explain <unit> [options]

Explains a unit: what is asked, of whom and when, how it is looked for, an example
that satisfies and one that does not, what to write.

Options:
  --rules <folder>      a further folder with standards/ and rules/; may be repeated
  --lang <zh|en>        language of the output (default: by the environment)

Examples:
  lacuna explain "GRI 305-1"
  lacuna explain SZSE17-24-2
`,
};

const LIST: Texts = {
  zh: `用法：lacuna list [standards|units] [选项]

列出标准（默认），或列出标准的条目。

选项：
  --standard <id>       只列这个标准；可重复，或用逗号分隔
  --rules <文件夹>      另加一个含 standards/ 与 rules/ 的文件夹；可重复
  --lang <zh|en>        输出语言（默认按环境变量）

例子：
  lacuna list
  lacuna list units --standard bsia-003
`,
  en: `Usage: lacuna list [standards|units] [options]

Lists the standards (default), or the units of the standards.

Options:
  --standard <id>       this standard alone; may be repeated, or parted by commas
  --rules <folder>      a further folder with standards/ and rules/; may be repeated
  --lang <zh|en>        language of the output (default: by the environment)

Examples:
  lacuna list
  lacuna list units --standard bsia-003
`,
};

const VERIFY: Texts = {
  zh: `用法：lacuna verify [条目…] [选项]

运行规则自带的例子。误报（本不应满足却满足）与漏报（本应满足却不满足）分开列出；
已知缺陷一旦通过也会列出。给出条目的开头即可，如 SZSE17-24。

选项：
  --rules <文件夹>      另加一个含 standards/ 与 rules/ 的文件夹；可重复
  --lang <zh|en>        输出语言（默认按环境变量）

例子：
  lacuna verify
  lacuna verify "GRI 305" --rules 我的规则/
`,
  en: `Usage: lacuna verify [unit…] [options]

Runs the examples that rules carry. Noisy ones (should not satisfy, but do) and missed
ones (should satisfy, but do not) are listed apart, and known gaps that now pass. The
beginning of an id will do, as in SZSE17-24.

Options:
  --rules <folder>      a further folder with standards/ and rules/; may be repeated
  --lang <zh|en>        language of the output (default: by the environment)

Examples:
  lacuna verify
  lacuna verify "GRI 305" --rules my-rules/
`,
};

const HELP: Readonly<Record<string, Texts>> = { check: CHECK, explain: EXPLAIN, list: LIST, verify: VERIFY };

/** The help of a command, or of lacuna itself. */
export const helpFor = (command: string, lang: Lang): string => (HELP[command] ?? MAIN)[lang];
