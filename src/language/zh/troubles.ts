/** Why a run could not be done, in Chinese: one line, with the way out. */
import type { Bound, FileForm, OptionForm, UnreadLayout, Unwritten } from "../../findings/trouble.ts";
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
	amounts: () => "写to-date或monthly，前面可加范围：F1=to-date、F1:2023=monthly、output:2023=to-date",
	mapping: () => "写成“名称=编号”，如原煤=bituminous-coal",
	"no-factor": (carrier) => `只有没有排放因子的名称才能写none（${carrier}有排放因子，一律计入）`,
	"one-carrier": (other) => `同一名称只能归入一个能源品种（已归入${other}）`,
	kind: () => "写成FILE=energy",
	date: () => "写成日期，如2026-03-31",
	span: () => "写年份或一年中的月份，如2024、2024-08、2024Q2、2024-01..08",
	"same-months": (months) => `与--from写相同的月份：${months}`,
	"later-year": (year) => `写${year}年以后的年份`,
	lever: () => "写成“烟煤>天然气=10%”、“电力=-5%”、“绿电=30%”或“产出=+3%”（只写名称须与--close-gap一起使用）",
	"lever-sign": () => "写明增减：+5%为增加，-5%为减少",
	"lever-all": () => "不超过100%（产出须小于100%）",
	"lever-fuels": () => "写两种不同的燃料，替换时热量不变",
	months: () => "写一年中的月份，如9-12",
	month: () => "写成月份，如2026-10",
	"above-zero": () => "写大于零的数",
	share: () => "写百分比，例如5%",
	tolerance: () => "写大于零的百分数或吨数：0.5%、0.01t",
	"electricity-size": () => "不超过2 kgCO2/kWh的数；更大的数是以g/kWh或kg/MWh计的，大一千倍",
	"one-set": () => "只能选一个公布的因子集，因子集不混用",
	"whole-number": (range) => `写${range.replace("-", "至")}的整数`,
	"number-or-all": () => "写整数，或all",
	electricity: () => "写national@2021、national、provincial@2021、provincial，或一个数值（kgCO2/kWh）",
	"csv-only": () => "要与--format csv同用",
	"json-only": () => "要与--format json同用",
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
	fingerprint: "是16位十六进制数字",
	once: "与其他条目不同",
	code: "是问题的代码",
	day: "是日期，如2026-12-31",
};
const wantedIn = (wanted: string): string => (inFile as Readonly<Record<string, string>>)[wanted] ?? `是${wanted}`;

/** 超出可读取的上限：超在哪里，怎么办。 */
const beyond: { readonly [B in Bound]: (most: string) => string } = {
	record: (most) => `开头${most}个字符内没有换行，不是表格。请重新导出，每行一条记录。`,
	row: (most) => `有一行连同标记超过${most}个字符，超出任何表格。请重新保存该工作表。`,
	title: (most) => `表头上方有单元格超过${most}个字符。请删去这段文字。`,
	"header-word": (most) => `表头所在处有单元格超过${most}个字符。请缩短列名。`,
	head: (most) => `开头${most}字节内没有完整的表头。删去表头上方的内容，或改为一行填一个数据。`,
	columns: (most) => `超过${most}列。请改为每个数一行：企业、期间、能源品种、消费量、计量单位。`,
	rows: (most) => `有表格超过${most}行。请分成几个文件。`,
	cells: (most) => `合并单元格所占的单元格超过${most}个，远多于实际填写的。请另存为.xlsx或.csv。`,
	unpacked: (most) => `解压后超过压缩前的${most}倍。请先自行解压，再给出表格文件。`,
	json: (most) => `超过${most}字节。请删去不必写明的内容。`,
	held: (most) => `超过${most}字节仍未结束。请把表格存为文件，再给出该文件。`,
	files: (most) => `超过${most}个文件。请去掉不属于报送的文件。`,
};

/** 不能直接读取的版式：是什么，怎么办。 */
const unread: { readonly [L in UnreadLayout]: readonly [string, string] } = {
	"two-header-rows": ["表头有两行", "改为一行表头，每列一个列名，计量单位写在括号内。"],
	"months-across": ["每个月份占一列", "改为每月一行：企业、期间、能源品种、消费量、计量单位。"],
	"years-across": ["每个年份占一列", "改为每年一行：企业、期间、能源品种、消费量、计量单位。"],
	"several-amounts": ["有几列都可能是消费量", "只保留本期数量一列。"],
	"month-and-to-date": ["本月数与累计数并列", "只保留其中一列。"],
	"month-or-to-date": ["数量列既没有写“本月”，也没有写“1-本月”", "按实际情况把列名写成“本月”或“1-本月累计”。"],
	"year-in-names": ["列名中写有年份", "改为每年一行：企业、期间、能源品种、消费量、计量单位。"],
	export: ["表头是平台导出的格式", "改为每个数一行：企业、期间、能源品种、消费量、计量单位；数量列写明“本月”或“1-本月”。"],
	"one-carrier": ["这是单一能源品种的台账，每个月份占一列", "改为每月一行：企业、期间、能源品种、消费量、计量单位。"],
	"composite-units": ["一列混用几种计量单位", "把每行的计量单位单独写成一列。"],
	"regional-balance": ["这是地区能源平衡表，不是企业的表", "请给出各企业的报表；平衡表中的数不属于任何一家企业。"],
	"meter-readings": ["各列是表计读数，没有一列写明是消费量", "把消费量单独写成一列：两次读数之差，有倍率的乘以倍率。"],
};

export const troubles: Troubles = {
	"unknown-choice": ({ option, value, known, near }) =>
		`${option}的值${quoted(value)}无法识别${ending(near)}${known.length === 0 ? "" : `可用的是${list(known)}。`}`,
	"bad-option": ({ option, value, wanted, detail }) => `${option}的值${quoted(value)}不能用：${forms[wanted](detail)}。`,
	"one-firm-asked": ({ firms }) => `推导过程以一家企业为限：用--firm指明，如${list(firms)}。`,
	"no-report": ({ file }) => `${file}：不是tanlu写出的数据格式的报告，或已损坏。`,
	"bad-key": ({ option, file, why }) =>
		`${option} ${file}：${
			{
				"no-pem": "不是PEM格式的密钥。",
				"not-ed25519": "不是ed25519密钥。",
				public: "这是公钥，签名须用私钥。",
				private: "这是私钥，验签须用公钥。",
				encrypted: "密钥设有口令，本程序不询问口令，请先解除。",
			}[why]
		}`,
	"two-sides-wanted": () => "须先后给出原报和新报两项。",
	"report-version": ({ file, version }) => `${file}：报告的格式版本为${version}，本程序不能读取；请用本程序重新生成。`,
	"options-of-report": ({ option }) => `${option}：两边都是报告，选项以报告所载为准；请去掉该选项，或改为给出原始各表。`,
	"totals-per-other": ({ file, per }) => `${file}：汇总时用的是--per ${per}，并有未采用或空白的行。按本次的--per重新汇总。`,
	"totals-damaged": ({ file, row }) => `${file}:${row}：汇总表的这一行不是本程序写出的。重新生成，生成后不要改动。`,
	"totals-incomplete": ({ file, read, said }) => `${file}：汇总表不完整或被改动：现有${read}行，末行写明${said}行。重新生成。`,
	"one-year-asked": () => "推导过程以一年为限：--year只写一次。",
	"unknown-code": ({ word, near }) => `没有代码为${quoted(word)}的问题${ending(near)}用tanlu explain查看全部代码。`,
	"unknown-option": ({ option, near }) => `没有选项${quoted(option)}${ending(near, "用--help查看全部选项。")}`,
	"option-needs-value": ({ option }) => `${option}后面要写一个值。`,
	"unknown-command": ({ word, near, file }) =>
		file
			? `${quoted(word)}是文件或文件夹，不是命令。要得到报告：tanlu report ${word}`
			: `没有命令${quoted(word)}${ending(near, "用tanlu --help查看全部命令。")}`,
	"unknown-topic": ({ word, near }) => `没有叫${quoted(word)}的命令或专题${ending(near, "用tanlu --help查看全部命令和专题。")}`,
	"too-many-operands": ({ most }) => (most === 0 ? "这个命令后面不写文件，也不写其他词。" : `这个命令后面至多写${most}个词。`),
	"would-overwrite": ({ files }) => `${list(files)}已经存在，不予覆盖。换一个文件夹，或先把已有的文件移走。`,
	"cannot-open": ({ file, why, detail }) =>
		why === "missing"
			? `${named(file)}：没有这个文件。写上文件所在的路径，或改正文件名。`
			: why === "folder"
				? `${file}是文件夹。写明其中的文件。`
				: why === "denied"
					? `${file}：没有读取权限。给当前用户加上读取权限。`
					: why === "no-writer"
						? `${named(file)}是管道，但没有程序向其写入。先运行写入的程序，或改用文件。`
						: why === "changed"
							? `${named(file)}在读取过程中被改动，读到的内容既不是原文件，也不是新文件。等文件写完后重新运行。`
							: `${file}无法读取：${detail}。`,
	"cannot-write": ({ file, why, detail, done }) => {
		const reasons: Readonly<Record<Unwritten, string>> = {
			missing: "无法写入：所在的文件夹不存在。先建立文件夹。",
			folder: "是文件夹。写明其中的文件名。",
			"not-a-folder": "是文件，不是文件夹。换一个文件夹。",
			denied: "无法写入：没有写入权限。换一个文件夹，或给当前用户加上写入权限。",
			full: "无法写入：磁盘已满。清理磁盘空间，或改写到其他磁盘。",
			quota: "无法写入：当前用户的磁盘配额已用完。清理磁盘空间，或改写到其他磁盘。",
			"read-only": "无法写入：磁盘是只读的。改写到其他磁盘。",
			"name-too-long": "无法写入：文件名过长。改用较短的文件名。",
			other: `无法写入：${detail}。`,
		};
		const others = done.length === 0 ? "" : `本次运行已写好${list(done)}，其余文件没有改动。`;
		return `${named(file)}${reasons[why]}${others}`;
	},
	"cannot-keep": ({ file, at, why, detail }) => {
		const reasons: Readonly<Record<Unwritten, string>> = {
			missing: "文件夹不存在",
			folder: "该路径是文件夹",
			"not-a-folder": "所在位置是文件，不是文件夹",
			denied: "没有写入权限",
			full: "磁盘已满",
			quota: "当前用户的磁盘配额已用完",
			"read-only": "磁盘是只读的",
			"name-too-long": "文件名过长",
			other: detail,
		};
		return `${named(file)}需读两遍，但无法暂存到${at}：${reasons[why]}。请把表格存为文件再给出该文件，或另行指定空间充足的临时文件夹。`;
	},
	"not-a-table": ({ file, what }) =>
		what === "empty"
			? `${named(file)}是空文件。重新导出该表。`
			: what === "document"
				? `${named(file)}是办公软件的文档，不是工作簿。把其中的表另存为工作簿或CSV文件。`
				: `${named(file)}不是用gzip压缩一次的文件，无法直接读取。先解压。`,
	"parquet-not-read": ({ file, why, detail }) => {
		const reasons = {
			damaged: "是列式存储文件，但已经损坏，或其写法不能读取。重新写出该文件。",
			compression: `是列式存储文件，压缩方式是${detail}，不能读取。改用其他压缩方式写出。`,
			nested: `是列式存储文件，其中${detail}列含有列表或嵌套结构。改为每个单元格一个值。`,
		};
		return `${named(file)}${reasons[why]}`;
	},
	"workbook-not-read": ({ file, why }) => {
		const reasons = {
			encrypted: "已加密。取消密码后保存。",
			"cut-off": "是工作簿，但不完整，缺少末尾部分。重新复制该文件。",
			damaged: "是工作簿，但已经损坏。重新复制该文件，或用电子表格程序打开后重新保存。",
			old: "是1997年以前格式的工作簿。用新版本的电子表格程序另存。",
			empty: "是工作簿，但没有可计入的数据表。查看是否有隐藏的工作表；加--hidden则计入。",
		};
		return `${named(file)}${reasons[why]}`;
	},
	"damaged-gzip": ({ file, why }) =>
		`${named(file)}是gzip压缩文件，但${why === "cut-off" ? "不完整，缺少末尾部分" : "已经损坏"}。重新复制该文件，或重新压缩该表。`,
	"beyond-bound": ({ file, bound, most }) => `${named(file)}${beyond[bound](String(most))}详见手册“上限”。`,
	"not-to-a-terminal": ({ option, format }) => `${format}不能显示在终端上。请用${option}指定文件。`,
	"out-is-input": ({ option, file }) => `${option} ${file}会覆盖输入文件。换一个文件名。`,
	"cannot-decode": ({ file, encoding, offset }) =>
		`${file}${encoding === "gb18030" ? "既不是UTF-8编码，也不是GB18030编码" : `不是${encoding}编码`}${offset === null ? "" : `（第${offset}字节）`}。另存为UTF-8编码，或用--encoding写明编码。`,
	"utf-16-without-mark": ({ file, encoding }) =>
		`${file}像是没有字节顺序标记的UTF-16。请另存为UTF-8，或用--encoding ${encoding}读取。`,
	"mixed-encodings": ({ file, utf8Line, otherLine, otherOffset }) =>
		`${file}混用了两种编码：第${utf8Line}行是UTF-8，第${otherLine}行（从第${otherOffset}字节起）不是。请把各部分分别另存为同一种编码，或用--encoding指定一种。`,
	"not-recognised": ({ file, header, near }) =>
		`${file}不是已知的表：第一行是${header.length === 0 ? "（空白）" : list(header)}。${near.length === 0 ? "" : `把相近的列名改为${near.map(quoted).join("、")}。`}能源表要有企业（firm）、期间（period）、能源品种（carrier）、消费量（quantity）、计量单位（unit）各列；也可用--kind ${file}=energy指定它是哪种表。`,
	"layout-not-read": ({ file, layout, headerRow, words }) => {
		const [what, way] = unread[layout];
		return `${file}:${headerRow}：${what}，这种版式不能直接读取：${list(words)}。${way}`;
	},
	"no-rows": ({ files }) => `${list(files)}中没有一行能源或产出数据可以采用。未作任何计算。`,
	"no-files": () => "没有写明文件。给出能源表和产出表：tanlu report 能源表.csv 产出表.csv",
	"no-submissions": ({ folder, ofFiles, there }) =>
		!there
			? `${named(folder)}不是可读取的文件夹。请写明存放各份报送的文件夹。`
			: !ofFiles
				? `${named(folder)}里没有文件夹，而每个文件夹是一份报送。如每个文件是一份，请用选项--each。`
				: `${named(folder)}里没有表文件，而每个表文件是一份报送。`,
	"evidence-inside": ({ folder }) => `${named(folder)}在报送总目录之内，下次会被当作报送。请写明别处的文件夹。`,
	"evidence-begun": ({ folder }) => `${named(folder)}是一次未完成的运行留下的。用--resume继续，或将其删除。`,
	"no-evidence": ({ folder, files }) =>
		files.length === 0
			? `${named(folder)}里没有可读取的证据清单，保持原样。请写明另一个文件夹。`
			: `${named(folder)}里有清单未列的文件：${list(files)}。请移到别处。`,
	"link-in-submission": ({ links }) => `${list(links)}：是链接，而报送的内容不从别处读取。请放入文件本身。`,
	"no-table-in-folder": ({ folder }) => `${folder}里没有表文件（文本、工作簿或网页）。把表放在其中，或写明文件。`,
	"no-file-matches": ({ pattern }) => `没有文件符合${quoted(pattern)}。改正文件夹名或文件名，大小写须一致。`,
	"bad-reference-table": ({ files }) => `${list(files)}有错误：排放因子表、价格指数表、目标表和增速表不能有错误。未作任何计算。`,
	"bad-rules-file": ({ file, where, wanted }) =>
		`规则文件${file}不能使用：${where === "" ? "整个文件" : where}应${wantedIn(wanted)}。写法见中文说明的“规则与限值”。`,
	"limit-out-of-bounds": ({ file, where, value, least, most, places }) =>
		`规则文件${file}无法使用：${where}为${value}，应在${least}到${most}之间，小数不超过${places}位。`,
	"bad-baseline": ({ file, where, wanted }) =>
		`已知问题清单${file}不能使用：${where === "" ? "整个文件" : where}应${wantedIn(wanted)}。可用--write-baseline生成。`,
	"lever-moves-nothing": ({ lever }) => `${lever}：所显示的企业在所改的年份都没有这一项。用--year另选年份。`,
	"options-wanted": ({ options }) => `这个命令需要${list(options)}。`,
	"option-needs": ({ option, needs }) => `${option}须与${needs}一起使用。`,
	"no-verdict-shown": ({ option }) =>
		`${option}：所显示的企业和年份都没有判定结果，无从判断。请显示基期以后的年份，或补充判定所需的表。`,
	"no-claim-compared": ({ option }) => `${option}：所显示的申报数没有一个有计算结果可核对，未核对任何数，原因见结果。`,
	"market-based-needs-national": ({ mode }) =>
		`--market-based要用全国的电力排放因子：只有全国公布了扣除市场化交易清洁电力的因子；而--electricity是${mode}。改用--electricity national@2021，或去掉--market-based。`,
	"kind-names-no-file": ({ file }) => `--kind所写的${file}不在输入文件之中。`,
};
