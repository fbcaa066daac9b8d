/** Periods in the words of a title, taken whole: a year and, where it is named, the part of it and whether amounts are to date. */
import { readStamp, write } from "../domain/period.ts";
import { plain } from "../reference/spelling.ts";

/** A period that a title names, written as a cell of a period would be. */
export interface TitlePeriod {
	readonly year: string;
	/** The months of the year, to date or not, as `period.ts` reads them; undefined where the title names a year and no part. */
	readonly part: string | undefined;
}

/** Labels of dates and numbers that are no period of the table: when it was filled in, until when the form holds. */
const label =
	"(?:填报|制表|打印|报出|报送|上报|填表|统计|编制|发布|批准|备案|审核|印发|实施|导出|更新|生成|提交)?(?:日期|时间|年月日)|有效期(?:限)?[至到]?|文\\s?号|批准机关|制定机关|修订|(?<![a-z])(?:date|valid until|printed|as of)(?![a-z])";
const labelled = new RegExp(`(?:${label})\\s*[:：至]?\\s*`, "i");
const onlyLabel = new RegExp(`(?:${label})\\s*[:：]?$`, "i");
/** One day by itself, an edition of a standard, the year of prices, a span of years: no year of the table. */
const never: readonly RegExp[] = [
	/(?:19|20)\d{2}\s*[-—–~～至到]\s*(?:19|20)\d{2}\s*年?/g,
	/(?:19|20)\d{2}年?(?:修订|修改|修正|发布|印发|制定|施行|实施|颁布|版|不变价|可比价|价格|价)/g,
	/(?:19|20)\d{2}年\d{1,2}月(?:份)?(?:\d{1,2}日)?(?:编制|编|制表|制|修订|印发|发布|填报|填|施行|实施|报送|上报|打印|导出|更新|起|以[来后])/g,
	/(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}/g,
	/(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?(?!\d|月)/g,
];
const dash = "[-—–~～至到]{1,2}";
/** From one day to another, as a whole. */
const days = new RegExp(`(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日${dash}(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日`, "g");
const acrossMonths = new RegExp(`(?:19|20)\\d{2}年\\d{1,2}月(?:份)?${dash}(?:19|20)\\d{2}年\\d{1,2}月(?:份)?`, "g");
const partOfYear = `第?[1-4一二三四](?:季度?)?${dash}第?[1-4一二三四]季度?|\\d{1,2}月?(?:份)?${dash}\\d{1,2}月(?:份)?|第?[1-4一二三四]季度?|前[2-4二三四]个?季度|[上下]半年|\\d{1,2}月(?:份)?(?!\\d{1,2}日)|全年`;
const toDate = "止?累计(?:数|值|量)?";
const period = new RegExp(`(?<!\\d)((?:19|20)\\d{2})年(?:度)?[(（]?(${partOfYear})?(${toDate})?`, "g");
const bare = new RegExp(`(?<![\\d年])(${partOfYear})(${toDate})?`, "g");
const untilMonth = /(?:截至|截止[到至]?)((?:19|20)\d{2})年(0?[1-9]|1[0-2])月(?:(?:份|底|末|止)|(?:28|29|30|31)日止?)?(?!\d)/g;
/** `报告期：2023-06`: behind such a label any writing of a period. */
const named =
	/^(?:报告期别?|报告期间|报告年度|报告年份|核算年度|统计年度|统计期|统计期间|所属期|所属期间|所属时期|核算期|期间|年份|年度|reporting period|reporting year|period|year)\s*[:：]\s*(.+)$/i;

/** Whether a cell is a sentence about the table: what it says of months is of something else. */
export function isRemark(cell: string): boolean {
	return /^(?:注|说明|备注|附注|填表说明|填报说明|note|remark)s?\s*[:：\d.、]/i.test(plain(cell));
}

/** Whether a cell is the label of a date whose value stands in the next. */
export function isDateLabel(text: string): boolean {
	return onlyLabel.test(text);
}

/** Cells of letters and digits alone, which most are, name no period without one of these words. */
const saysNothing = (cell: string): boolean => /^[ -~\s]*$/.test(cell) && !/period|year/i.test(cell);

/** The periods a cell of a title names, dates and numbers of the form left out. */
export function periodsIn(cell: string): TitlePeriod[] {
	if (saysNothing(cell)) return [];
	const own = named.exec(plain(cell));
	const stamp = own === null ? undefined : readStamp(tight(own[1] as string));
	if (stamp !== undefined && stamp.day === 0)
		return [yearAnd(String(stamp.period.year), stamp.period.to - stamp.period.from < 11 ? tight(own?.[1] as string) : undefined)];
	const found: TitlePeriod[] = [];
	const text = spelt(cell);
	const whole = (one: string): string => {
		const read = readStamp(one);
		if (read !== undefined) found.push(yearAnd(one.slice(0, 4), read.period.to - read.period.from < 11 ? one : undefined));
		return "";
	};
	// 截至2023年6月底: what is counted until then, from January on.
	const until = text.replace(untilMonth, (_, year: string, last: string) => {
		const to = Number(last);
		found.push(yearAnd(year, to === 12 ? undefined : to === 1 ? `${year}年1月` : `${year}年1-${to}月`));
		return "";
	});
	let rest = until.replace(days, whole).replace(acrossMonths, whole);
	for (const form of never) rest = rest.replace(form, " ");
	for (const [, year = "", part, cumulative] of rest.matchAll(period)) {
		const written = part === undefined || part === "全年" ? undefined : `${year}年${part}${cumulative ?? ""}`;
		const read = written === undefined ? undefined : readStamp(written);
		// 1-12月累计 is the year, and says to which month its amounts run.
		const whole = read !== undefined && isYear(read.period) && !read.toDate;
		found.push(yearAnd(year, read === undefined || whole ? undefined : written));
	}
	return found;
}

/** Longer names of sheets say more than a period. */
const longestName = 20;
const barePart = new RegExp(`^(?:${partOfYear})(?:${toDate})?$`);

/**
 * The period that a sheet is named by, and by nothing else: `2023年1月`, `2023-06`, `2023`, or a part without its year, `1月`. A name
 * that says more may mean a plan, or last year.
 */
export function periodOfName(name: string): { readonly year: string | undefined; readonly part: string | undefined } | undefined {
	const text = tight(name);
	if (text.length > longestName) return undefined;
	const stamp = readStamp(text);
	if (stamp !== undefined && stamp.day === 0)
		return yearAnd(String(stamp.period.year), isYear(stamp.period) && !stamp.toDate ? undefined : text);
	return barePart.test(text) && text !== "全年" ? { year: undefined, part: text } : undefined;
}

/** A part of a year that a cell names apart from its year: `1—6月`, `1-6月（2023年）`; undefined where it names none, or several. */
export function partIn(cell: string): string | undefined {
	const parts = partsIn(cell);
	return parts.length === 1 ? parts[0] : undefined;
}

/** Whether a cell names a part of a year that is no months: a season, a week, what was planned; or several that are no span. */
export function isUnclear(cell: string): boolean {
	if (saysNothing(cell)) return false;
	const text = spelt(cell);
	return partsIn(cell).length > 1 || unclear.some((form) => form.test(text));
}

function partsIn(cell: string): readonly string[] {
	if (saysNothing(cell) || periodsIn(cell).some(({ part }) => part !== undefined)) return [];
	let text = spelt(cell).replace(days, " ").replace(acrossMonths, " ").replace(untilMonth, " ");
	for (const form of never) text = text.replace(form, " ");
	const rest = text.replace(/(?:19|20)\d{2}年(?:度)?/g, " ");
	const parts = [...rest.matchAll(bare)].flatMap(([, part]) => part ?? []).filter((part) => part !== "全年");
	return [...new Set(parts)];
}

/** The part of a year, written behind it; undefined where they are no period or the whole year. */
export function partOf(year: string, part: string): string | undefined {
	const read = readStamp(`${year}年${part}`);
	return read === undefined || isYear(read.period) ? undefined : `${year}年${part}`;
}

/** Whether two writings are of the same months. */
export function samePeriod(a: string, b: string): boolean {
	const [one, other] = [readStamp(a), readStamp(b)];
	return one !== undefined && other !== undefined && write(one.period) === write(other.period) && one.toDate === other.toDate;
}

function yearAnd(year: string, part: string | undefined): TitlePeriod {
	return { year, part };
}

function isYear({ from, to }: { readonly from: number; readonly to: number }): boolean {
	return from === 1 && to === 12;
}

/** Everything from a label of dates to the end of its piece; pieces are parted by two blanks. */
function withoutDates(cell: string): string {
	return cell
		.normalize("NFKC")
		.split(/\s{2,}/)
		.map((piece) => {
			const at = labelled.exec(piece);
			return at === null ? piece : piece.slice(0, at.index);
		})
		.join(" ");
}

const afterYear = "(?:19|20)\\d{2}年(?:度)?[(（]?";
/** Parts of a year that are no months, and amounts that are none of it. */
const unclear: readonly RegExp[] = [
	new RegExp(`${afterYear}(?:第?[\\d一二三四五六七八九十]+(?:期|周)|[春夏秋冬][季天]|非?(?:采暖|供暖|供热)[季期]|[上中下]旬)`),
	new RegExp(`${afterYear}(?:计划|预计|预测|预算|目标)(?!.*(?:实际|完成|执行))`),
	/\d月[上中下]旬/,
	// Months that do not follow each other.
	/\d月[、,，和及]\d{1,2}月/,
];

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const numeral = "(十[一二]?|[一二三四五六七八九])";
const digitsOf = (text: string): string => String(numerals.indexOf(text) + 1);
const quarterOf = (text: string): number => "一二三四".indexOf(text) + 1 || Number(text);
const between = "[-—–~～至到]{1,2}";
const firstOfTwo = new RegExp(`${numeral}(?=${between}${numeral}月)`, "g");
const ofMonth = new RegExp(`${numeral}(?=月)`, "g");
const quarters = new RegExp(`第?([1-4一二三四])季度?(?:${between}|[、和])第?([1-4一二三四])季度`, "g");

/** A cell's words with one spelling of parts of a year: 六月 and 元月 as numbers, Q2 as a quarter, 一季度至三季度 and 1、2月 as their months. */
function spelt(cell: string): string {
	return tight(withoutDates(cell))
		.replace(/(?<=年(?:度)?)[元正]月/g, "1月")
		.replace(firstOfTwo, digitsOf)
		.replace(ofMonth, digitsOf)
		.replace(/(?<=年(?:度)?)[Qq]([1-4])(?!\d)/g, "第$1季度")
		.replace(/(?<![上下])半年(?:度)?/g, "上半年")
		.replace(
			/前([2-9]|1[01]|[二三四五六七八九十])个?月/g,
			(_, months: string) => `1-${/\d/.test(months) ? months : digitsOf(months)}月`,
		)
		.replace(/(?<=年(?:度)?.{0,4})截[至止][到至]?(\d{1,2})月(?:份|底|末)?(?!\d)/g, "1-$1月")
		.replace(quarters, (all, first: string, last: string) =>
			quarterOf(last) > quarterOf(first) ? `${quarterOf(first) * 3 - 2}-${quarterOf(last) * 3}月` : all,
		)
		.replace(/(?:\d{1,2}月?[、,，和及])+\d{1,2}月/g, inRow)
		.replace(
			/((?:19|20)\d{2}年)(\d{1,2}月\d{1,2}日)([-—–~～至到]{1,2})(\d{1,2}月\d{1,2}日)/g,
			(_, year: string, from: string, to: string, last: string) => `${year}${from}${to}${year}${last}`,
		);
}

/** 1、2、3月 as 1-3月; months that do not follow each other stay as they are. */
function inRow(list: string): string {
	const months = list.split(/[、,，和及]/).map((one) => Number(one.replace("月", "")));
	const [first = 0] = months;
	return months.every((month, at) => month === first + at)
		? `${first}-${months.at(-1)}月`
		: list.replace(/(?<=\d)(?=[、,，和及])/g, "月");
}

/** Blanks within a date are no part of it. */
function tight(text: string): string {
	return plain(text).replace(/(?<=[\d年月日至到第—–~-]) (?=[\d年月日季度至到第上下前一二三四—–~(-])/g, "");
}
