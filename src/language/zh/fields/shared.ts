/** In Chinese: the outputs there are, the files of users, and what several outputs hold. */
import type { Fields } from "../../fields.ts";

/** Of both kinds of factor. */
const factor = {
	kind: "parts：低位发热量、单位热值含碳量和碳氧化率。direct：每单位的二氧化碳吨数。",
	measured: "各行实测的参数，以能源表的列名表示。",
	source: "其余参数的来源：公布的因子集、排放因子表中的依据，或row（本行）。",
};

export const outputs: Fields["outputs"] = {
	inspection: { title: "文件读取情况", about: "各输入文件是怎样读懂的。" },
	report: {
		title: "报告",
		about:
			"各企业的碳排放强度及其与目标轨迹的差距，即`tanlu report --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	explain: {
		title: "问题说明",
		about: "各种问题的含义、影响和处理办法，各附示例，即`tanlu explain --format json`的内容。",
	},
	sources: {
		title: "来源",
		about:
			"采用哪些排放因子和目标、出自何处、与其他公布值相差多少，即`tanlu sources --format json`的内容。数字是十进制字符串；null表示未知。",
	},
	whatif: {
		title: "假设",
		about:
			"若某些数量改变，结果如何，与所报数据并列，即`tanlu whatif --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	track: {
		title: "按月跟踪",
		about:
			"各企业按月的情况：年初至当月累计与以前各年同期、目标轨迹、余下空间，即`tanlu track --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	derivation: {
		title: "推导过程",
		about:
			"一家企业一年的各数从各行到结论是怎样得出的，即`tanlu explain FILE... --format json`的内容。分数是准确值；除不尽的小数四舍六入五成双至12位；null表示未知，绝不表示零。",
	},
	diff: {
		title: "前后比较",
		about: "`tanlu diff --format json`的内容：两次报送或两份报告的比较，逐项列出变动及其单独的影响。",
	},
	verification: { title: "报告核对", about: "报告与原始各表逐数核对，即`tanlu verify-report --format json`的内容。" },
	batch: { title: "批量核查", about: "各份报送各自评价，每份一行，即`tanlu batch --format json`的内容。" },
	summary: { title: "报送摘要", about: "证据目录中的一份报送，及其企业在汇总中的各数：`summary.json`。" },
	manifest: {
		title: "证据清单",
		about: "证据目录与各份报送中每个文件的sha256和字节数：`manifest.json`。其签名单独存放在旁，名为`manifest.json.sig`。",
	},
	comparison: {
		title: "申报核对",
		about:
			"企业申报的数与各表计算的结果核对，即`tanlu verify --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	drivers: {
		title: "因素分解",
		about:
			"两期之间排放量和碳排放强度变化的原因，按对数平均迪氏指数（LMDI-I）分解，即`tanlu drivers --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	check: {
		title: "问题",
		about:
			"各表有什么错误、作了什么选择、哪些规则没有检查，即`tanlu check --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
};

export const files: Fields["files"] = {
	rules: {
		title: "规则文件",
		about: "另定的限值和问题级别，以及不检查的规则，各附理由。由--rules读取；未给出时读取当前文件夹中的tanlu.rules.json。",
	},
	baseline: {
		title: "已知问题",
		about: "已知并接受的问题，各附理由。由--write-baseline写出，由--baseline读取。",
	},
};

export const shared: Fields["shared"] = {
	basis: {
		targets: "评价的依据：auto（各年按所属规划期）、某一规划期、provincial或文件。",
		plans: "所用的规划期，按基期先后；各评价基期之后至目标年的年份。",
		path: "基期与目标年之间目标轨迹的形状。",
		per: "碳排放强度的分母。",
		boundary: "计入哪些排放：all（全部）、energy（不含工业生产过程）。",
		factors: "燃料排放因子集。",
		factorFiles: "用户自己的排放因子表，优先于因子集。",
		firmsFiles: "其基期和目标计入的企业表，即--firms指明的文件。",
		marketBased: "市场化购入的绿电是否按零计。",
		screened: "是否执行了全部规则，并对问题足以左右结论的企业年度暂不评价；用了`--no-screen`时为false。",
		prices: "as-stated（以表中所填为准），或所声明的不变价。",
		deflator: "折算当年价所用的文件；没有则为null。",
		mappings: "按其他能源品种计算的品种：名称=编号。",
		assertions: "对数据所作的声明，以及规则文件的改动。",
		firms: "所列的企业（--firm）；没有则为全部。",
		years: "所列的年份（--year）；没有则为全部。",
	},
	plan: {
		targets: "规划期：已发布的目标，或文件。",
		baseYear: "规划期的基期。",
		targetYear: "规划期的目标年。",
		reductionPercent: "从基期到目标年要求的碳排放强度下降率，百分数。",
		prices: "规划期比较所用的不变价（以基期为价格基准年）；以产品产量为分母时为null。",
		electricity: "该规划期各年购入电力所用的因子：方式与年份，或以kgCO2/kWh计的数值。",
	},
	factorFile: {
		file: "文件。",
		factors: "取自该文件的因子个数。",
	},
	factorInParts: {
		...factor,
		ncv: "低位发热量，GJ/计量单位；消费量本身是热量时为null。",
		carbonContent: "单位热值含碳量，tC/GJ。",
		oxidationRate: "碳氧化率，小数。",
	},
	directFactor: { ...factor, emissionFactor: "排放因子，单位见旁。", unit: "emissionFactor的单位。" },
	verdict: {
		word: "结论：on-track（达到进度要求）、on-track-slowing（达到进度要求但降幅放缓）、behind（滞后于序时进度）、off-track（偏离目标）、met（完成）、missed（未完成）、withheld（暂不评价）。",
		qualifiers: "结论的补充：near（轻微）、far（严重）、catching-up（正在追赶）、to-date（年内累计）；csv中以空格分隔。",
		yearTest: "比上年的降幅是否不小于目标轨迹本年的降幅：pass（通过）、fail（未通过）、not-checked（未检查）。",
		cumulativeTest: "碳排放强度是否不高于自身目标轨迹：pass（通过）、fail（未通过）、not-checked（未检查）。",
		reasons: "暂不评价的原因；已作评价时为空；csv中以空格分隔。",
	},
	settle: {
		findings: "左右结论的问题，按指纹列出：当年、上年和基期年的，吨数大的在前。",
		asWritten: "这些问题都不成立时的结论。",
		asProposed: "这些问题都成立、按其所示数值计算时的结论；数值无从得知时为null。",
	},
	tool: {
		name: "工具名称。",
		version: "写出本文件的工具版本。",
		seeds: "工具内置参考数据的哈希值：全部种子表的sha256。",
		rules: "规则与结论所用界限值的哈希值。",
	},
	input: {
		file: "文件名，相对路径，文件夹之间用/。",
		sheet: "工作簿中的工作表；文件本身就是表的为空（null）。",
		kind: "属于哪种输入表。",
		sha256: "文件现有字节的哈希值，与sha256sum所得相同；.gz文件为压缩后的字节。",
		encoding: "读取时的编码。",
		separator: "单元格分隔符。",
		rows: "各行的去向：read = used + refused + skipped。",
	},
	rows: {
		read: "表头以下的行数。",
		used: "采用的行数。",
		refused: "有错误而拒绝的行数。",
		skipped: "没有数量的行、合计行、说明行和空行的行数。",
	},
	findings: {
		counts: "各级问题的数量，不论列出多少。",
		notChecked: "没有执行的规则及原因。",
		list: "问题，按文件、行、列、代码排序；每种代码至多一千条。",
	},
	counts: { error: "错误：数据有误。", warning: "警告：数据可用，或缺少依据。", note: "提示：作了选择。" },
	notChecked: { rule: "没有执行的规则。", why: "原因代码。" },
	finding: {
		code: "问题代码；代码不会改名。",
		gravity: "级别：error（错误，数据有误）、warning（警告，数据可用，或缺少依据）、note（提示，作了选择）。",
		file: "所在文件；涉及整次运行时为null。",
		sheet: "所在工作表；文件只有一张表时为null。",
		row: "行号，与电子表格一致：文件第一行为1。",
		line: "文件中的物理行号。",
		column: "列，用文件中的表头文字。",
		letter: "工作簿中该列的字母；其他文件为空（null）。",
		value: "单元格原文，过长时截短。",
		firm: "所涉企业。",
		period: "所涉期间。",
		message: "一句话说明问题。",
		remedy: "处理办法。",
		weightTonnes: "涉及的二氧化碳吨数；未知为null。被拒收的行按其本应计入的量计算；计量单位不明的，按可能的最大值。",
		couldTurnVerdict: "是否可能改变结论；未知为null。",
		cause: "由哪个问题引起，用其指纹表示；独立的问题为null。",
		fingerprint: "问题的指纹：下次运行时同一问题相同，上方插入行也不变。",
	},
	batchBasis: {
		each: "一份报送是一个文件夹（folder）还是一个文件（file）。",
		acceptOwn: "是否采用报送自带的参照表和规则文件。",
		language: "语句的语言。",
		options: "影响数值的选项。",
		references: "选项所指的文件。",
	},
	askedOption: { option: "选项。", values: "按输入顺序的取值；文件写作从报送所在处看的名称。" },
	hashedFile: { path: "文件，文件夹之间用/。", sha256: "内容的sha256。", bytes: "字节数。" },
	submission: {
		submission: "报送的文件夹或文件，从报送总目录看。",
		state: "judged（已评价）、unusable（不能使用）。",
		unusable: "不能使用的原因；可用则为null。",
		filesRead: "作为表读取的文件。",
		filesNotRead: "未读取的文件及原因。",
		ownTables: "报送自带的参照表和规则文件。",
		verdicts: "所列各企业各年的结论：指定的年份，未指定则为最近一个有结论（含暂不评价）且不只是开了头的年份。",
		gapTonnes: "所列最近一年中高出自身轨迹最多的企业的差距，按当年产出折吨；大于零为较差。",
		heaviest: "影响最大的问题；都无法折吨则为null。",
		defaultSharePercent: "最近一年排放量中全部或部分采用公布因子的占比（扣减项也按吨数计）；电力、热力始终属此。",
		assertedSharePercent:
			"同一排放量中凭运行时的断言或工具补充而计入的行所占比重：映射的品种、缺月按零、重复行相加、向下填充、按日相加、累计数更正、按常用密度折算的升数。",
		findings: "问题个数。",
	},
	unusable: { code: "原因的代码。", message: "原因。" },
	unreadFile: {
		file: "文件，从报送看。",
		why: "other-kind（不是表文件）、no-regular-file（不是普通文件）、no-table（没有可识别的表）、empty（空文件）、document（文档）、compressed（压缩包）、unusable（整份不能使用）。",
	},
	ownTable: {
		file: "文件，从报送看。",
		kind: "factors（因子）、deflator（价格指数）、targets（目标）、growth（增速）、firms（企业名录）、rules（规则）。",
		used: "是否按--accept-own采用。",
	},
	submissionVerdict: {
		firm: "企业。",
		name: "企业名称。",
		year: "年份。",
		gapTonnes: "与自身轨迹的差距，按当年产出折吨；大于零为较差。",
		gapPercent: "同上，占轨迹的百分比。",
		verdict: "结论；该年不由任何规划评价则为null。",
	},
	heaviest: {
		code: "问题。",
		firm: "企业。",
		period: "期间。",
		file: "文件。",
		row: "行。",
		weightTonnes: "影响多少吨。",
		couldTurnVerdict: "是否可能改变结论；不知则为null。",
	},
};
