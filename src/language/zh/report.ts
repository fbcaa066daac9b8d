/** What the report says around its figures, in Chinese. */

import { assertionsBesidesPrices, type Basis, type BasisPlan } from "../../domain/basis.ts";
import type { Code } from "../../findings/finding.ts";
import type { Naming } from "../language.ts";
import type { Count, FactorText, NextStep, ReportTexts, TargetTerms } from "../report-texts.ts";
import { howOften, mostNotChecked } from "../report-texts.ts";
import { check } from "./check.ts";
import { list } from "./pieces.ts";
import { recordOf } from "./records.ts";
import { pricesName, words } from "./words.ts";

/** What there is to do about a verdict that is withheld. */
const lifts = {
	errors: "改正所报的错误",
	"no-output": "补充产出，或用--per改选产出指标",
	"months-missing": "补齐所缺月份（没有消费的填0）",
	partial: "补充各表都没有的月份",
	prices: "改填不变价的产出，或用--deflator给出价格指数表",
	boundary: "两年都填写过程物料的行（没有的填0），或用--boundary energy",
	"no-base": "补充基期的数据，或在企业表中填写基期碳排放强度（base_intensity）",
	"no-last-year": "补充上年同期的数据",
	"not-monthly": "按月或按累计填写",
	"cannot-conclude": "先解决未决的问题",
} as const;

/** Rules that did not run, and why, by the words of the machine formats. */
const notCheckedRules: Readonly<Record<string, string>> = {
	"future-month": "数据期间是否晚于当前日期",
	screening: "数值是否异常",
};
const whys: Readonly<Record<string, string>> = {
	...check.whys,
	"no-as-of": "须用--as-of DATE给出当前日期",
	"not-asked": "已用--no-screen关闭",
	"by-report": "由tanlu report审查",
};

/** What a user asserted of the data, by the word of the contract. */
function assertionName(text: string): string {
	if (text.startsWith("amounts="))
		return `各月数为${text.endsWith("monthly") ? "当月数" : "累计数"}（--amounts ${text.slice("amounts=".length)}）`;
	if (text.startsWith("absent-is-zero")) {
		const [, scope = ""] = text.split("=");
		return `${scope}没有数据即没有消费（--${text}）`;
	}
	if (text.startsWith("assume-firm=")) return `没有写明企业的表属于${text.slice("assume-firm=".length)}（--assume-firm）`;
	if (text === "fill-down") return "合并单元格的空白从上一行填入（--fill-down）";
	if (text === "hidden") return "工作簿中隐藏的内容计入（--hidden）";
	if (text === "add-repeats") return "同一项的各行相加（--add-repeats）";
	return text.startsWith("as-of=") ? `截止日期${text.slice("as-of=".length)}（--as-of）` : text;
}

/** How electricity is counted, as one would say it, with what was typed. */
function electricityIn({ electricity, electricityFactor }: BasisPlan): string {
	const mode = /^(national|provincial)(?:@(\d{4}))?$/.exec(electricity);
	if (mode === null) return `各年均为${electricity} kgCO2/kWh`;
	const name = `${mode[1] === "national" ? "全国" : "各省"}${mode[2] === undefined ? "逐年" : `${mode[2]}年`}平均`;
	if (electricityFactor !== null) return `各年均为${electricityFactor} kgCO2/kWh（${electricity}，${name}）`;
	return `${mode[2] === undefined ? "" : "各年均用"}${name}（${electricity}）`;
}

/** Of each plan, where they differ. */
function electricityName({ plans }: Basis): string {
	const [first, ...others] = plans;
	if (others.every(({ electricity }) => electricity === first.electricity)) return electricityIn(first);
	return plans.map((plan) => `${plan.targets}${electricityIn(plan)}`).join("，");
}

/** What is asked; the plan of each year, where there are several. */
const titleOf = ({ targets, plans }: Basis): string =>
	words.targets(targets === "auto" && plans.length === 1 ? plans[0].targets : targets);

/** 20%; with its years where they are not the plan's. */
const termsOf = ({ reduction, baseYear, targetYear }: TargetTerms, basis: Basis): string =>
	`为${reduction}%${basis.plans.length === 1 && baseYear === basis.plans[0].baseYear && targetYear === basis.plans[0].targetYear ? "" : `，${baseYear}至${targetYear}年`}`;

const lower = ({ reduction, baseYear, targetYear }: TargetTerms): string => `${targetYear}年比${baseYear}年下降${reduction}%`;

const factorOf = (factor: FactorText): string =>
	factor.kind === "direct"
		? `${factor.factor} ${factor.unit}`.trimEnd()
		: [
				...(factor.ncv === null ? [] : [`${factor.ncv} GJ/${words.unit(factor.unit)}`]),
				`${factor.carbonContent} tC/GJ`,
				factor.oxidationRate,
				"44/12",
			].join(" × ");

const counted = <W extends string>(names: { readonly [K in W]: string }, counts: readonly Count<W>[]): string =>
	list(counts.map(({ word, count }) => `${names[word]}${count}家`));

function nextStep(next: NextStep): string {
	switch (next.step) {
		case "mend-errors":
			return `下一步：改正上面报出的${next.errors}个错误，再运行一次。`;
		case "lift-reason":
			return `下一步（${next.firm}）：${lifts[next.reason]}。`;
		case "look-at-firm":
			return `下一步：用--firm ${next.firm}逐年查看差距${next.gapPercent}%的由来。`;
		case "cut-yearly":
			return `下一步：今后每年下降${next.percent}%，即可达到${next.targetYear}年的目标。`;
		case "end-point-reached":
			return `${next.targetYear}年的目标已经达到。`;
		case "add-years":
			return `下一步：补充${next.baseYear}年以后年份的数据；基期本身不作判断。`;
		case "every-figure":
			return "下一步：用--format csv或--format json得到全部数据，保留12位小数。";
	}
}

/** What the tool itself says of where a factor comes from; documents keep their names. */
const own: Readonly<Record<string, string>> = {
	row: "本行实测",
	"as given on the command line": "命令行给定",
	"market-based: green power counts as zero": "市场化口径，绿电按零计",
	"generated and used on site: zero": "自发自用，按零计",
};

/** A set by its title, with the id that options take. */
function setName(id: string, naming: Naming): string {
	const title = naming.set(id);
	return title === id ? id : `${title}（${id}）`;
}

/** Of a source that is named in English with its Chinese title behind it, the title. */
function chinesePart(source: string): string {
	return /[(（]([^()]*\p{Script=Han}[^()]*)[)）]\s*$/u.exec(source)?.[1] ?? source;
}

const factorFiles = ({ factorFiles: files }: Basis): string[] => files.map(({ file, factors }) => `${factors}个取自${file}`);

const firmsFiles = ({ firmsFiles: files }: Basis): string[] => (files.length === 0 ? [] : [`企业的基期和目标取自${list(files)}`]);

/** What a rules file changes, in words. */
function ownRules({ rules }: Basis): string[] {
	if (rules === null) return [];
	const grave = (word: string): string => words.gravities[word as keyof typeof words.gravities] ?? word;
	const changes = rules.changes.map(({ what, name, value, own, reason }) =>
		what === "off"
			? `${name}不检查（${reason}）`
			: what === "gravity"
				? `${name}由${grave(own)}改为${grave(value)}（${reason}）`
				: `${name}由${own}改为${value}（${reason}）`,
	);
	return [`规则文件${rules.file}：${changes.length === 0 ? "没有改动" : list(changes)}`];
}

export const report: ReportTexts = {
	columns: {
		firm: "企业",
		sector: "行业",
		year: "年份",
		plan: "规划期",
		emissions: "排放（tCO2）",
		output: (unit) => `产出（${unit}）`,
		intensity: "强度",
		sinceBase: "较基期变化 %",
		sinceLastYear: "较上年变化 %",
		required: "目标值",
		gap: "差距",
		gapPercent: "差距 %",
		gapPoints: "差距 百分点",
		gapTonnes: "差距 tCO2",
		verdict: "结论",
		firms: "企业数",
		ofBase: "基期企业",
		totalSinceBase: "排放较基期变化 %",
		progress: "进度 %",
		scheduleRatio: "与序时进度之比",
		yearTest: "年度检验",
		cumulativeTest: "累计检验",
		target: "期末目标值",
		yearlyCut: "今后每年须降 %",
		total: "合计",
		feedstock: "原料用能（另列）",
		greenAtGrid: "绿电（另列）",
		energy: "综合能耗 tce",
		energyIntensity: "单位产出能耗",
		requiredChange: "要求变化 %",
		indicator: "指标",
		amount: "数量",
		perOutput: (unit) => `每${unit}`,
		carrier: "能源品种",
		use: "用途",
		quantity: "消费量",
		unit: "计量单位",
		factor: "排放因子",
		source: "出处",
	},
	judged: ({ basis, year, firms, firm, terms, others, further }) => {
		const when = year === null ? "" : `${year}年`;
		const measure = basis.indicator === "value_added" ? "单位工业增加值二氧化碳排放（碳排放强度）" : "碳排放强度";
		const what = firm === null ? `${when}${firms}家企业的${measure}` : `${firm}：${when}${measure}`;
		const asked =
			terms.length === 0
				? basis.plans.map(lower).join("，")
				: `${terms.map(lower).join("，")}（适用于该企业；一般为${basis.plans.map((plan) => `${plan.baseYear}至${plan.targetYear}年下降${plan.reduction}%`).join("，")}）`;
		const apart = [
			...others.map(
				({ terms: own, firms: named, more }) =>
					`${list(named)}${more > 0 ? `等${named.length + more}家` : ""}${termsOf(own, basis)}`,
			),
			...(further > 0 ? [`另有${further}家各不相同`] : []),
		];
		return `${what}，对照${titleOf(basis)}：${asked}${apart.length === 0 ? "" : `（带*的企业另设基期或目标：${apart.join("；")}）`}，${words.shapes[basis.path].falls}。`;
	},
	signs: ({ unknown, notApplicable }) => {
		const signs = [...(unknown ? ["“?”无法计算"] : []), ...(notApplicable ? ["“-”不适用"] : [])];
		return `差距：强度减目标值，大于零为高于目标值（未达要求）${signs.length === 0 ? "" : `；${signs.join("，")}`}。`;
	},
	chosen: (basis, naming) => {
		const asserted = assertionsBesidesPrices(basis);
		const of = basis.indicator === "production" ? basis.product : words.indicators[basis.indicator];
		const prices =
			basis.deflator !== null
				? `按${basis.deflator}折成不变价`
				: basis.prices === null
					? "以表中所填为准"
					: `${pricesName(basis.prices)}（按声明）`;
		return [
			`强度单位：tCO2/${words.unit(basis.outputUnit)}（${of}）`,
			`核算边界：${words.boundaries[basis.boundary]}`,
			`燃料排放因子：${[setName(basis.factors, naming), ...factorFiles(basis)].join("，其中")}`,
			...firmsFiles(basis),
			`电力：${electricityName(basis)}${basis.marketBased ? "，市场化购入的绿电按零计" : ""}`,
			`价格口径：${prices}`,
			...(basis.mappings.length === 0 ? [] : [`归入其他品种：${list(basis.mappings)}`]),
			...(asserted.length === 0 ? [] : [`声明：${list(asserted.map(assertionName))}`]),
			...ownRules(basis),
			...(basis.screened ? [] : ["未审查数值是否异常"]),
		]
			.join("；")
			.concat("。");
	},
	differs: (basis) => {
		const { mappings, deflator, prices } = basis;
		const asserted = assertionsBesidesPrices(basis);
		const all = [
			...factorFiles(basis),
			...firmsFiles(basis),
			...(deflator === null ? [] : [`按${deflator}折成不变价`]),
			...(mappings.length === 0 ? [] : [`归入其他品种：${list(mappings)}`]),
			...(prices === null ? [] : [`价格按声明为${pricesName(prices)}`]),
			...(asserted.length === 0 ? [] : [`声明：${list(asserted.map(assertionName))}`]),
			...ownRules(basis),
			...(basis.screened ? [] : ["未审查数值是否异常"]),
		];
		return all.length === 0 ? "" : `与默认不同之处：${all.join("；")}。`;
	},
	notThePlans: "规划考核的分母是工业增加值，这里的分母不是。",
	key: ({ verdicts, qualifiers, near, far }) => {
		const meanings = {
			near: `轻微：与序时进度之比不低于${near}`,
			far: `严重：低于${far}`,
			"catching-up": "正在追赶：当年降幅已达要求",
		} as const;
		const degrees = qualifiers.flatMap((one) => (one === "to-date" ? [] : [meanings[one]]));
		return [
			...(verdicts.includes("off-track") ? ["偏离目标：高于轨迹，并且比上年上升或不低于基期（有其一即是）。"] : []),
			...(verdicts.includes("behind")
				? [`滞后于序时进度：高于轨迹，但低于基期，也没有比上年上升${degrees.length === 0 ? "" : `（${degrees.join("；")}）`}。`]
				: []),
			...(verdicts.includes("on-track-slowing") ? ["降幅放缓：当年降幅未达要求。"] : []),
		].join("");
	},
	toDate: ({ year, months, change, verdict }) =>
		`${year}年至今${months}个月：${change === null ? "" : `比上年同期${change}%；`}${verdict}。逐月情况见tanlu track。`,
	settle: ({ year, findings, further, asWritten, asProposed }, naming) =>
		`${year}年待核实：${list(findings.map((found) => recordOf(found, naming)))}${further === 0 ? "" : `，另有${further}个问题`}。按表中数据为“${words.verdicts[asWritten]}”；${asProposed === null ? "按问题所示数值无从判断" : asProposed === asWritten ? "按问题所示数值也是如此" : `按问题所示数值为“${words.verdicts[asProposed]}”`}。`,
	star: "*",
	withoutData: (firms) => `另有${firms}家企业没有所示年份的数据。`,
	leftOut: (titles) => `因宽度未列：${list(titles)}（用--width 160）。`,
	furtherFirms: (count, verdicts) => {
		const kinds = counted(words.verdicts, verdicts);
		return `……还有${count}家企业${kinds === "" ? "" : `（${kinds}）`}，加--top all全部列出。`;
	},
	headings: {
		sectors: "各行业及全部企业合计：可用企业排放总量除以产出总量，受大企业和行业结构影响",
		years: "逐年情况",
		ownPath: (base, baseYear) => (base === null ? "自身目标轨迹" : `自身目标轨迹，基期为本企业${baseYear}年的强度${base}`),
		sectorPath: (sector, base, baseYear, firms, thin) =>
			`行业目标轨迹（${sector}），基期为行业${baseYear}年的强度${base}，${firms === null ? "出自目标表" : `由${firms}家企业合并${thin ? "，家数太少，仅供参考" : ""}`}`,
		endPoint: (targetYear) => `与${targetYear}年目标相比`,
		parts: "排放构成，tCO2",
		energy: "综合能源消费量（吨标准煤，当量值）",
		indicators: "用水、固体废物和污染物",
		caps: "排放总量与目标表给定的总量",
		carriers: (year) => `${year}年各品种的消费量和排放`,
	},
	ofBase: (both, base) => `${base}家中${both}家`,
	poolsDiffer: "差距和较基期变化按两期均有数据的企业计；目标值按基期全部企业计。",
	progress: ({ path, reduction }) => `进度：${words.shapes[path].progress(reduction)}。与序时进度之比：进度除以已过时间的份额。`,
	plansApart: "各规划期的年份按本规划期的价格和电力排放因子计算：不同规划期的强度不能直接相比，变化率可以。",
	sectorPathCaution: "同一行业产品不同，企业可能一直远离这条轨迹；结论只依据企业自身的目标轨迹。",
	energy: ({ electricity, terms }) =>
		[
			...(electricity === null ? [] : [`电力按当量值${electricity} kgce/kWh折算。`]),
			...(terms.length === 0 ? [] : [`要求：单位产出能耗${terms.map(lower).join("，")}，与上述目标同一出处。`]),
		].join(""),
	levelAsked: (percent, year) => `${year}年达到${percent}`,
	indicatorsTold:
		"用同样两项检验，与二氧化碳的结论无关。规划所要求的，是重点行业单位工业增加值主要污染物排放的下降和大宗工业固废的综合利用率。",
	factor: (factor, source) => `${factorOf(factor)}；${report.factorFrom(source)}`,
	sectorWithin: (sector, whole) => `${sector}（${whole}）`,
	factorFrom: (source) => own[source] ?? chinesePart(source.replace(/^row; /, "本行实测；")),
	noOwnPath: "没有一年可以与基期相比，因此没有自身目标轨迹。",
	noSectorPath: "没有行业目标轨迹：行业不明，或该行业没有一家企业的基期可以采用。",
	allFirms: "全部可用企业",
	cameOut: ({ firms, year, verdicts, withheld, none }) => {
		const parts = verdicts.map(({ word, count }) => {
			const told = `${words.verdicts[word]}${count}家`;
			const [only] = withheld;
			if (word !== "withheld" || only === undefined) return told;
			return `${told}（${withheld.length === 1 ? words.reasons[only.word] : counted(words.reasons, withheld)}）`;
		});
		if (none > 0) parts.push(`不作判断${none}家`);
		return `${year === null ? "" : `${year}年`}${firms}家企业：${parts.join("，")}。`;
	},
	firmCameOut: ({ firm, year, verdict, gapPercent }) => {
		const gap =
			gapPercent === null || verdict === null
				? ""
				: gapPercent.startsWith("-")
					? `，低于自身目标轨迹${gapPercent.slice(1)}%`
					: `，高于自身目标轨迹${gapPercent}%`;
		return `${firm}，${year}年：${verdict ?? "不作判断，因为该年不在判断的年份之内"}${gap}。`;
	},
	next: nextStep,
	notShown: "没有企业或年份符合所要显示的条件。",
	findings: ({ error, warning, note }) => `错误${error}个，警告${warning}个，提示${note}个`,
	otherFindings: ({ error, warning, note }, { beyond, years }) =>
		`其他企业${years ? "或年份" : ""}${beyond ? "（或超出所列条数的）" : ""}：错误${error}个，警告${warning}个，提示${note}个`,
	furtherFindings: (count) => `……还有${count}个`,
	notChecked: (rules) => {
		const named = rules.map(({ rule, why }) => ({
			name: notCheckedRules[rule] ?? check.titles[rule as Code] ?? rule,
			why: whys[why] ?? why,
		}));
		if (named.length <= mostNotChecked) return `未检查：${list(named.map(({ name, why }) => `${name}（${why}）`))}`;
		return `未检查：${named.length}条规则（${howOften(named.map(({ why }) => why))
			.map(([why, n]) => `${why}${n}条`)
			.join("；")}）；具体见tanlu check`;
	},
	remedy: "->",
	linksLeftOut: (files) => `文件夹中的链接不跟随，未读取：${list(files)}。要读取就逐个写明。`,
	nothingExcluded: (patterns) => `--exclude没有排除任何文件：${list(patterns)}。大小写须一致。`,
	knownFindings: (count) => `已知并已接受的问题${count}个，不再列出，也不计数。`,
	passedOver: (files) => `略过${files}个文件，其内容不计入。`,
	underWay: ({ bytes, expected, rows, rowsPerSecond, secondsLeft, findings }) =>
		[
			expected === null
				? `已读取${megabytes(bytes)} MB`
				: bytes < expected
					? `已读取${megabytes(expected)} MB的${Math.floor((100 * bytes) / expected)}%`
					: "已读完，正在计算",
			...(rows > 0 ? [`${rows}行`] : []),
			...(rowsPerSecond === null ? [] : [`每秒${rowsPerSecond}行`]),
			...(secondsLeft === null || secondsLeft === 0 ? [] : [`约余${secondsLeft}秒`]),
			...(findings > 0 ? [`问题${findings}个`] : []),
		].join("，"),
	typing: "正在从标准输入（终端）读取表，按Ctrl-D结束（Windows：先按Ctrl-Z，再按回车键）。",
	kept: (file, folder) =>
		`${file === "-" ? "标准输入（-）" : file}较大且需读两遍，已转存为${folder}中的临时文件，运行结束时删除。`,
	fault: "这是tanlu程序本身的故障，不是数据的问题。请连同所输入的命令一并反馈：",
};

/** One place where there are few. */
function megabytes(bytes: number): string {
	const tenths = Math.floor(bytes / 100_000);
	return String(tenths < 100 ? tenths / 10 : Math.floor(tenths / 10));
}
