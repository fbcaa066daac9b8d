/** What `tanlu check` says around the findings, in Chinese. */
import type { CheckCounts, CheckStep, CheckTexts } from "../check-texts.ts";
import { words } from "./words.ts";

const steps: { readonly [S in CheckStep]: string } = {
	"mend-errors": "下一步：从影响最大的开始改正错误，再检查一次。",
	"look-at-warnings": "下一步：查看各项警告；用tanlu report看哪些企业因此暂不下结论。",
	"give-date": "下一步：用--as-of DATE给出截止日期，需要日期的规则才能检查。",
	report: "下一步：用tanlu report得到各企业的碳排放强度及其差距。",
};

const ruleCounts = ({ rules, unchecked }: CheckCounts): string =>
	rules === 0
		? "没有要检查的规则"
		: unchecked === 0
			? `共${rules}条规则，对所有企业均已检查`
			: `共${rules}条规则，其中${unchecked}条没有检查，或没有对所有企业检查`;

export const check: CheckTexts = {
	titles: {
		"missing-column": "缺少必需的列",
		"duplicate-column": "两列含义相同",
		"unknown-column": "列名无法识别",
		"ragged-row": "单元格个数与表头不符",
		"unclosed-quote": "引号没有闭合",
		"nul-byte": "行内有二进制数据",
		"same-file": "同一文件给了两次",
		"no-data": "文件没有数据行",
		// The shape of the file
		"missing-firm": "没有填写企业",
		"missing-cell": "必填的单元格空白或无法识别",
		"bad-period": "期间无法识别",
		"future-month": "期间在将来",
		"unknown-carrier": "能源品种无法识别",
		"carrier-read-as": "能源品种不计括号内的文字",
		"carrier-mapped": "能源品种按要求归入其他品种",
		"total-row": "合计行",
		"may-include-own-generation": "电量可能含自发电",
		"unknown-use": "用途无法识别",
		"unknown-indicator": "产出指标无法识别",
		"missing-product": "产量没有写明产品",
		"unknown-sector": "行业无法识别",
		"unknown-province": "省份无法识别",
		"unknown-prices": "价格口径无法识别",
		"constant-year-assumed": "不变价没有写明年份",
		"two-sectors": "企业填了两个行业",
		"differs-between-rows": "各行的企业信息不一致",
		"master-data-differs": "其他行与企业表不一致",
		// Credit codes, and letters that names should not hold
		"missing-unit": "没有计量单位",
		"unknown-unit": "计量单位无法识别",
		"wrong-unit-kind": "计量单位的类别不对",
		"unit-disagrees": "行内与表头的计量单位不一致",
		"foreign-currency": "外币",
		"energy-unit": "消费量以热量计",
		"mixed-dimensions": "计量单位不能相加",
		"bad-number": "数值无法读取",
		"missing-quantity": "没有数量",
		"negative-quantity": "数量小于零",
		"thousands-separators": "数值含千位分隔符",
		"full-width": "含全角字符",
		"spaces-trimmed": "数值前后有空格",
		"spreadsheet-exponent": "科学计数法丢失有效数字",
		"bad-parameter": "参数超出允许范围",
		"factor-and-parts": "排放因子与其各项参数同时填写",
		"parameter-unused": "参数不起作用",
		"heat-content-missing": "缺少焓值或温度",
		// Suspected in single rows and measured values
		"repeated-entry": "各行完全相同",
		"repeats-added": "同一项的各行已相加",
		"conflicting-entries": "同一项的各行互相矛盾",
		"whole-and-parts": "整期数与分期数并存",
		"whole-against-parts": "整期数与分期数不符",
		"months-missing": "缺月，而其他数据有这些月份",
		"partial-year": "数据不足一年",
		"unit-slip": "可能填错计量单位",
		"no-factor": "因子集中没有排放因子",
		"no-electricity-factor": "没有电力排放因子",
		"not-co2": "不是CO2排放",
		"needs-more": "不能只用消费量×排放因子计算",
		"factor-partly-verified": "排放因子只有一部分核对过原文",
		"oxidation-forced": "碳氧化率由方法规定",
		"electricity-nearest-year": "采用其他年份的电力排放因子",
		"factor-row-conflict": "同一品种有两个排放因子",
		"prices-not-constant": "产出与基期的价格口径不同",
		"mixed-prices": "一年内混用价格口径",
		"prices-asserted": "价格口径按声明处理",
		"current-equals-constant": "价格基准年的当年价",
		"constant-wins": "多种价格并存，采用不变价",
		"deflator-year-missing": "价格指数表缺少年份",
		"boundary-changed": "工业生产过程排放新增或不再有",
		"part-changed": "某部分排放新增或不再有",
		"no-base": "没有基期数据",
		"no-output": "没有产出数据",
		"base-intensity-differs": "企业表中的基期碳排放强度与各行数据不符",
		"base-unusable": "基期不能采用",
		"total-not-positive": "排放总量不大于零",
		"national-target-used": "采用全国目标",
		"not-pooled": "企业不计入行业合并",
		"pooled-figures-withheld": "合并数据暂不给出",
		"target-row-conflict": "同一适用范围有两个目标",
		// Suspected in histories and between firms
		"not-listed": "问题已计数，没有全部列出",
	},
	meanings: {
		error: "数据有误。",
		warning: "数据可用，或缺少依据。",
		note: "作了选择，请知悉。",
	},
	help: "每个问题都说明数值错在哪里、如何处理。",
	whys: {
		"no-months": "没有分月数据",
		"too-few-months": "月份太少",
		"no-output": "没有产出数据",
		"no-measured-values": "没有实测值",
		"no-sector": "行业不明",
		"no-earlier-year": "没有更早年份的数据",
		"no-other-firm": "没有可以比较的其他企业",
		"no-price-basis": "价格口径不明",
		"no-such-carrier": "没有消费有关的能源品种",
		"no-as-of": "没有给出--as-of DATE",
		"not-in-tables": "各表没有所需的数据",
		"switched-off": "已关闭",
		"not-asked": "没有要求",
	},
	rule: (title, id) => `${title}（${id}）`,
	together: (parts) => parts.join("；"),
	sentences: (message, remedy) => `${message}${/[。？！]$/.test(message) ? "" : "。"}${remedy}`,
	state: (counts, { files, rows }) => {
		const { error, warning, known, unchecked } = counts;
		const state =
			error > 0
				? "数据有错误"
				: warning > 0
					? "数据可用，但有警告"
					: `数据没有错误和警告${unchecked > 0 ? "，但有规则没有检查，或没有对所有企业检查" : ""}`;
		return `${state}${known > 0 ? `（另有${known}个已知问题）` : ""}：${files}个文件，${rows}行。`;
	},
	group: ({ gravity, code, title, count, known, atLeast }) => {
		const apart = known === 0 ? "" : `，其中已知的${atLeast ? "至少" : ""}${known}个`;
		return `${words.gravities[gravity]}  ${code}（${count}个${apart}）  ${title}`;
	},
	weight: (tonnes, couldTurn) =>
		[
			...(tonnes === null ? [] : [`涉及${tonnes}吨CO2`]),
			...(couldTurn === null ? [] : [couldTurn ? "可能改变结论" : "不会改变结论"]),
		].join("，"),
	followsFrom: (place) => `由${place}引起`,
	knownHeading: (count) => `已知问题${count}个，已说明理由并接受`,
	accepted: (reason, until) => `已接受：${reason === "" ? "没有说明理由" : reason}${until === null ? "" : `，至${until}`}`,
	notCheckedHeading: "未检查的规则",
	notCheckedColumns: { why: "原因", rules: "规则数", answers: "未检查次数", which: "规则" },
	notChecked: (why, firms) => `${firms === null ? "未检查" : `${firms}家企业未检查`}（${why}）`,
	ruleNotChecked: (rule, notChecked) => `${rule}：${notChecked}`,
	answers: ({ asked, passed, failed }) => `应检查${asked}次：通过${passed}次，未通过${failed}次`,
	cameOut: (counts) => {
		const { error, warning, note, known } = counts;
		const found = `错误${error}个，警告${warning}个，提示${note}个`;
		return `${found}${known === 0 ? "" : `，另有已知问题${known}个`}；${ruleCounts(counts)}。`;
	},
	next: (step) => steps[step],
	noFinding: "没有问题",
	grouped: (title, gravity, count, total) =>
		`${words.gravities[gravity]}${count}个${total === null ? "" : `（本次运行这种问题共${total}个，没有全部列出）`}：${title}`,
	unannotated: (count, most) => `另有${count}个问题没有标注：每个步骤每级只显示${most}个；--format csv或json列出全部。`,
	ofTheRun: "不是某一个文件的问题，以本文件代表全部文件。",
	cut: (count, most) => `有${count}个结果没有写入：代码扫描不接受超过${most}个结果的文件；--format json列出全部。`,
};
