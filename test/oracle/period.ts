/** Reads a period: its year and which of the twelve months it covers. */

export type Grain = "year" | "quarter" | "month";

export interface Period {
	readonly year: number;
	readonly grain: Grain;
	/** 0 for January … 11 for December */
	readonly months: readonly number[];
}

const QUARTERS: Readonly<Record<string, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 一: 1, 二: 2, 三: 3, 四: 4 };
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const MONTH_FORMS = [/^(\d{4})-(\d\d)$/, /^(\d{4})(\d\d)$/, /^(\d{4})\/(\d\d?)$/, /^(\d{4})\.(\d\d)$/, /^(\d{4})年(\d\d?)月$/];
const QUARTER_FORMS = [/^(\d{4})Q([1-4])$/, /^(\d{4})年([一二三四])季度$/];

export const readPeriod = (cell: string): Period | null => {
	const year = /^(\d{4})年?$/.exec(cell)?.[1];
	if (year !== undefined) return { year: Number(year), grain: "year", months: ALL };
	for (const form of QUARTER_FORMS) {
		const [, inYear, name = ""] = form.exec(cell) ?? [];
		const quarter = QUARTERS[name];
		if (inYear === undefined || quarter === undefined) continue;
		return { year: Number(inYear), grain: "quarter", months: ALL.slice(quarter * 3 - 3, quarter * 3) };
	}
	for (const form of MONTH_FORMS) {
		const [, inYear, month] = form.exec(cell) ?? [];
		if (inYear === undefined || Number(month) < 1 || Number(month) > 12) continue;
		return { year: Number(inYear), grain: "month", months: [Number(month) - 1] };
	}
	return null;
};
