/** Why a run could not be done, in Chinese: one line, with the way out. */
import type { FileForm, OptionForm } from "../../findings/trouble.ts";
import type { Troubles } from "../language.ts";
import { list, nearby, quoted } from "./pieces.ts";

/** A file by its name; one without a name needs quotes to be seen, and the streams have names here. */
const named = (file: string): string =>
	file === "" ? "''" : file === "standard output" ? "标准输出" : file === "-" ? "标准输入（-）" : file;

/** The end of a sentence whose last word was not known: the question, or what to do without one. */
const ending = (near: readonly string[], otherwise = ""): string => nearby(near) || `。${otherwise}`;

/** What an option's value should look like. */
const forms: { readonly [F in OptionForm]: (detail: string) => string } = {
	"constant-prices": () => "写成constant-2020",
	year: () => "写四位年份，如2023",
	mapping: () => "写成“名称=编号”，如原煤=bituminous-coal",
	"one-carrier": (other) => `同一名称只能归入一个能源品种（已归入${other}）`,
	kind: () => "写成FILE=energy",
	date: () => "写成日期，如2026-03-31",
	"one-set": () => "只能选一个公布的因子集，因子集不混用",
	"whole-number": (range) => `写${range.replace("-", "至")}的整数`,
	"number-or-all": () => "写整数，或all",
	electricity: () => "写national@2021、national、provincial@2021、provincial，或一个数值（kgCO2/kWh）",
	"csv-only": () => "要与--format csv同用",
};

/** What should stand in a place of a rules file or a baseline; follows 应. */
const inFile: { readonly [F in FileForm]: string } = {
	json: "是UTF-8编码的JSON",
	object: "是对象，写在{ }中",
	list: "是列表，写在[ ]中",
	change: '写成{ "value": "…", "reason": "…" }',
	reason: "用文字写明理由",
	"only-reason": "删去，只写reason",
	text: "是引号中的文本",
	decimal: '是引号中不小于零的小数，如"60"',
	share: '是引号中0至1的小数，至多两位，如"0.85"',
	fingerprint: "是16位十六进制数字",
	once: "与其他条目不同",
	code: "是问题的代码",
	day: "是日期，如2026-12-31",
};
const wantedIn = (wanted: string): string => (inFile as Readonly<Record<string, string>>)[wanted] ?? `是${wanted}`;

export const troubles: Troubles = {
	usage: ({ message }) => `命令行有误：${message}`,
	"unknown-choice": ({ option, value, known, near }) =>
		`${option}的值${quoted(value)}无法识别${ending(near)}${known.length === 0 ? "" : `可用的是${list(known)}。`}`,
	"bad-option": ({ option, value, wanted, detail }) => `${option}的值${quoted(value)}不能用：${forms[wanted](detail)}。`,
	"unknown-code": ({ word, near }) => `没有代码为${quoted(word)}的问题${ending(near)}用tanlu explain查看全部代码。`,
	"unknown-option": ({ option, near }) => `没有选项${quoted(option)}${ending(near, "用--help查看全部选项。")}`,
	"option-needs-value": ({ option }) => `${option}后面要写一个值。`,
	"unknown-command": ({ word, near, file }) =>
		file
			? `${quoted(word)}是文件或文件夹，不是命令。要得到报告：tanlu report ${word}`
			: `没有命令${quoted(word)}${ending(near, "用tanlu --help查看全部命令。")}`,
	"too-many-operands": ({ most }) => (most === 0 ? "这个命令后面不写文件，也不写其他词。" : `这个命令后面至多写${most}个词。`),
	"would-overwrite": ({ files }) => `${list(files)}已经存在，不予覆盖。换一个文件夹，或先把已有的文件移走。`,
	"cannot-open": ({ file, why, detail }) =>
		why === "missing"
			? `${named(file)}：没有这个文件。写上文件所在的路径，或改正文件名。`
			: why === "folder"
				? `${file}是文件夹。写明其中的文件。`
				: why === "denied"
					? `${file}：没有读取权限。给当前用户加上读取权限。`
					: `${file}无法读取：${detail}。`,
	"cannot-write": ({ file, why, detail }) =>
		why === "missing"
			? `${named(file)}无法写入：所在的文件夹不存在。先建立文件夹。`
			: why === "folder"
				? `${named(file)}是文件夹。写明其中的文件名。`
				: why === "not-a-folder"
					? `${named(file)}是文件，不是文件夹。换一个文件夹。`
					: why === "denied"
						? `${named(file)}无法写入：没有写入权限。换一个文件夹，或给当前用户加上写入权限。`
						: `${named(file)}无法写入：${detail}。`,
	"not-a-table": ({ file, what }) =>
		what === "empty"
			? `${named(file)}是空文件。重新导出该表。`
			: what === "workbook"
				? `${named(file)}是工作簿或压缩包，不是文本。把工作表另存为CSV文件。`
				: `${named(file)}不是用gzip压缩一次的文件，无法直接读取。先解压。`,
	"damaged-gzip": ({ file, why }) =>
		`${named(file)}是gzip压缩文件，但${why === "cut-off" ? "不完整，缺少末尾部分" : "已经损坏"}。重新复制该文件，或重新压缩该表。`,
	"out-is-input": ({ option, file }) => `${option} ${file}会覆盖输入文件。换一个文件名。`,
	"cannot-decode": ({ file, encoding, offset }) =>
		`${file}${encoding === "gb18030" ? "既不是UTF-8编码，也不是GB18030编码" : `不是${encoding}编码`}${offset === null ? "" : `（第${offset}字节）`}。另存为UTF-8编码，或用--encoding写明编码。`,
	"mixed-encodings": ({ file, utf8Line, otherLine, otherOffset }) =>
		`${file}混用了两种编码：第${utf8Line}行是UTF-8，第${otherLine}行（从第${otherOffset}字节起）不是。请把各部分分别另存为同一种编码，或用--encoding指定一种。`,
	"not-recognised": ({ file, header, near }) =>
		`${file}不是已知的表：第一行是${header.length === 0 ? "（空白）" : list(header)}。${near.length === 0 ? "" : `把相近的列名改为${near.map(quoted).join("、")}。`}能源表要有企业（firm）、期间（period）、能源品种（carrier）、消费量（quantity）、计量单位（unit）各列；也可用--kind ${file}=energy指定它是哪种表。`,
	"no-rows": ({ files }) => `${list(files)}中没有一行能源或产出数据可以采用。未作任何计算。`,
	"no-files": () => "没有写明文件。给出能源表和产出表：tanlu report 能源表.csv 产出表.csv",
	"no-table-in-folder": ({ folder }) =>
		`${folder}里没有以.csv、.tsv、.txt结尾的文件（后面可再加.gz）。把工作表另存为CSV文件放在其中，或写明文件。`,
	"no-file-matches": ({ pattern }) => `没有文件符合${quoted(pattern)}。改正文件夹名或文件名，大小写须一致。`,
	"bad-reference-table": ({ files }) => `${list(files)}有错误：排放因子表、价格指数表和目标表不能有错误。未作任何计算。`,
	"bad-rules-file": ({ file, where, wanted }) =>
		`规则文件${file}不能使用：${where === "" ? "整个文件" : where}应${wantedIn(wanted)}。写法见中文说明的“规则与限值”。`,
	"bad-baseline": ({ file, where, wanted }) =>
		`已知问题清单${file}不能使用：${where === "" ? "整个文件" : where}应${wantedIn(wanted)}。可用--write-baseline生成。`,
	"two-rules-files": ({ files }) => `输入文件旁边有几个规则文件：${files.join("、")}。请用--rules指定一个。`,
	"option-needs": ({ option, needs }) => `${option}须与${needs}一起使用。`,
	"market-based-needs-national": ({ mode }) =>
		`--market-based要用全国的电力排放因子：只有全国公布了扣除市场化交易清洁电力的因子；而--electricity是${mode}。改用--electricity national@2021，或去掉--market-based。`,
	"kind-names-no-file": ({ file }) => `--kind所写的${file}不在输入文件之中。`,
};
