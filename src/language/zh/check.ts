/** What `tanlu check` says around the findings, in Chinese. */
import type { CheckCounts, CheckStep, CheckTexts } from "../check-texts.ts";
import { titles } from "./compiled.ts";
import { words } from "./words.ts";

const steps: { readonly [S in CheckStep]: string } = {
	"mend-errors": "下一步：从影响最大的开始改正错误，再检查一次。",
	"look-at-warnings": "下一步：查看各项警告；用tanlu report看哪些企业因此暂不评价。",
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
	titles,
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
