/** How periods and amounts are written: dates of spreadsheets, typing slips, numbers that are none, rows that lost their shape. */
import { type Draft, eachOf, outputRowsOf, part, periodOf, rowsOf, two } from "../draft.ts";
import { sum, years } from "../firms.ts";
import { addBehind, addColumn, hundredths, inHundredths, type Row, removeRows, renameColumn, type Sheet } from "../sheet.ts";
import { type Family, type Kind, rewriteLine, theRow } from "./kind.ts";
import { toDate } from "./periods.ts";

const monthly = { yearly: false } as const;
const numbers = (period: string | undefined): readonly number[] => (period ?? "").match(/\d+/g)?.map(Number) ?? [];

/** All periods of both tables in another writing, or those of the firm's year. */
const written = (write: (year: number, month: number) => string, ofTheYear = false): Kind => ({
	needs: monthly,
	lay: (draft) => {
		const rows = ofTheYear
			? [...rowsOf(draft, undefined, draft.year), ...outputRowsOf(draft, draft.year)]
			: [...draft.energy.rows, ...draft.output.rows];
		for (const { cells } of rows) {
			const [year = 0, month = 0] = numbers(cells["period"]);
			cells["period"] = write(year, month);
		}
	},
});

/** One row's period. */
const slipped = (write: (draft: Draft, month: number) => string): Kind => ({
	needs: monthly,
	lay: (draft) => {
		const row = theRow(draft);
		row.cells["period"] = write(draft, row.fact?.month ?? 0);
	},
});

/** One amount, as its digits become another text. */
const amount = (change: (digits: string) => string, needs: Kind["needs"] = {}): Kind => ({
	needs,
	lay: (draft) => {
		const { cells } = theRow(draft);
		cells["quantity"] = change(cells["quantity"] ?? "");
	},
});

const line = (change: (line: string) => string): Kind => ({
	lay: (draft) => rewriteLine(draft.energy, theRow(draft), change),
});

const lines = (sheet: Sheet, change: (lines: string[]) => void): void => {
	const { afterwards } = sheet;
	sheet.afterwards = (text) => {
		const all = text.split("\n");
		change(all);
		return afterwards(all.join("\n"));
	};
};

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const dayNumber = (year: number, month: number): number =>
	Math.round((Date.UTC(year, month - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+\.)/g, ",");
const whole = (rows: readonly Row[]): string => hundredths(sum(rows.flatMap(({ fact }) => fact ?? [])));

/** Rows of the sums of a year's quarters, behind the last month of each. */
const quarters = (draft: Draft, some: readonly number[], percent: bigint): void => {
	for (const quarter of some) {
		const rows = rowsOf(draft, draft.carrier, draft.year).filter(({ fact }) => Math.ceil((fact?.month ?? 0) / 3) === quarter);
		const [, , last] = rows;
		const quantity = hundredths((inHundredths(whole(rows)) * percent) / 100n);
		if (last !== undefined) addBehind(draft.energy, last, { period: `${draft.year}Q${quarter}`, quantity });
	}
};

export const writings: Family = {
	"months-without-a-separator": written((year, month) => `${year}${two(month)}`),
	"last-day-of-each-month": written((year, month) => `${year}-${two(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`),
	"months-by-name": written((year, month) => `${names[month - 1]}-${year % 100}`, true),
	"years-of-two-digits": written((year, month) => `${year % 100}年${month}月`, true),
	"october-as-a-number": written((year, month) => String(Number(`${year}.${two(month)}`)), true),
	"day-numbers-of-a-spreadsheet": written((year, month) => String(dayNumber(year, month)), true),
	"month-thirteen": slipped(({ year, language }) => periodOf(language, year, 13)),
	"year-typed-ahead": slipped(({ year, language }, month) => periodOf(language, year + 9, month)),
	"year-typed-back": slipped(({ year, language }, month) => periodOf(language, year - 1, month)),
	"period-cell-blank": slipped(() => ""),
	"thirds-of-a-month": {
		needs: { language: "zh", ...monthly },
		lay: (draft) =>
			eachOf(draft, draft.carrier, draft.year, (row) => {
				const third = (row.fact?.amount ?? 0n) / 3n;
				const period = row.cells["period"];
				addBehind(draft.energy, row, {
					period: `${period}下旬`,
					quantity: hundredths((row.fact?.amount ?? 0n) - third * 2n),
				});
				addBehind(draft.energy, row, { period: `${period}中旬`, quantity: hundredths(third) });
				Object.assign(row.cells, { period: `${period}上旬`, quantity: hundredths(third) });
			}),
	},
	"quarters-beside-months": { needs: monthly, lay: (draft) => quarters(draft, [1, 2, 3, 4], 100n) },
	"quarter-beside-months-differs": { needs: monthly, lay: (draft) => quarters(draft, [2], 109n) },
	"total-in-the-month-column": {
		needs: { language: "zh", ...monthly },
		lay: (draft) => {
			for (const sheet of [draft.energy, draft.output]) {
				addColumn(sheet, "year", "年份", "period");
				renameColumn(sheet, "period", "月份");
				for (const { cells } of sheet.rows) {
					const [year, month] = numbers(cells["period"]);
					Object.assign(cells, { year: String(year), period: `${month}月` });
				}
			}
			const rows = rowsOf(draft, draft.carrier, draft.year);
			const last = rows.at(-1);
			if (last !== undefined) addBehind(draft.energy, last, { period: "合计", quantity: whole(rows) });
		},
	},
	"quarters-to-date-unsaid": {
		needs: monthly,
		lay: (draft) => {
			let so = 0n;
			for (const row of rowsOf(draft, draft.carrier, draft.year)) {
				so += row.fact?.amount ?? 0n;
				const month = row.fact?.month ?? 0;
				if (month % 3 === 0) Object.assign(row.cells, { period: `${draft.year}Q${month / 3}`, quantity: hundredths(so) });
				else removeRows(draft.energy, [row]);
			}
		},
	},
	"to-date-unsaid-from-march": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			toDate(rows);
			removeRows(draft.energy, rows.slice(0, 2));
		},
	},
	"to-date-unsaid-output-every-year": {
		needs: monthly,
		lay: (draft) => {
			for (const year of years) toDate(outputRowsOf(draft, year));
		},
	},
	"to-date-unsaid-everything": {
		needs: monthly,
		lay: (draft) => {
			for (const year of years) {
				toDate(outputRowsOf(draft, year));
				for (const carrier of new Set(draft.firm.energy.map((fact) => fact.carrier))) toDate(rowsOf(draft, carrier, year));
			}
		},
	},
	"thousands-separators-quoted": {
		lay: (draft) => {
			for (const { cells } of [...draft.energy.rows, ...draft.output.rows]) cells["quantity"] = grouped(cells["quantity"] ?? "");
		},
	},
	"full-width-amount": amount((digits) =>
		digits.replace(/[\d.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
	),
	"amount-with-its-unit": amount((digits) => `${digits}吨`, { language: "zh", trade: "steel", carrier: "coal" }),
	"amount-about": amount((digits) => `约${digits}`, { language: "zh" }),
	"amount-in-brackets": amount((digits) => `(${digits})`),
	"letter-for-a-digit": amount((digits) => digits.replace(/\d/, "O")),
	"points-and-commas-swapped": amount((digits) => digits.replace(".", ",").replace(/\B(?=(\d{3})+,)/g, "."), {
		trade: "steel",
		carrier: "coke",
	}),
	"amount-says-none": amount(() => "无", { language: "zh", ...monthly }),
	"row-in-semicolons": line((text) => text.replaceAll(",", ";")),
	"row-cut-short": line((text) => text.slice(0, text.lastIndexOf(",") - 3)),
	"cell-left-out-of-the-middle": line((text) => {
		const cells = text.split(",");
		return [...cells.slice(0, 2), ...cells.slice(3), ""].join(",");
	}),
	"amount-and-unit-swapped": {
		lay: (draft) => {
			const { cells } = theRow(draft);
			[cells["quantity"], cells["unit"]] = [cells["unit"] ?? "", cells["quantity"] ?? ""];
		},
	},
	"two-rows-in-one-line": {
		lay: (draft) => {
			const at = 1 + draft.energy.rows.indexOf(theRow(draft));
			lines(draft.energy, (all) => all.splice(at, 2, `${all[at]},${all[at + 1]}`));
		},
	},
	"draft-of-half-the-amounts-beside": {
		needs: monthly,
		lay: (draft) => {
			// The first half of the year once more, as the draft of an older day had it.
			const rows = rowsOf(draft, draft.carrier, draft.year).slice(0, 6);
			for (const row of rows) draft.energy.rows.push({ cells: { ...row.cells, quantity: hundredths(part(row, 92)) } });
		},
	},
};
