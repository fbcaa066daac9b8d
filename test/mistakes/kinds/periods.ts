/** Periods: two columns for one month, days, spans, amounts to date, titles. */
import { type Draft, eachOf, first, nobodyKnows, outputRowsOf, part, removeFirmBeside, rowsOf, two } from "../draft.ts";
import { years } from "../firms.ts";
import {
	addBehind,
	addColumn,
	dropColumn,
	hundredths,
	inHundredths,
	type Row,
	removeRows,
	renameColumn,
	type Sheet,
} from "../sheet.ts";
import { type Family, fill, type Kind, theRow } from "./kind.ts";

const numbers = (period: string | undefined): number[] => (period ?? "").match(/\d+/g)?.map(Number) ?? [];

/** Columns of a year and of a month in place of the period's. */
const apart = (sheet: Sheet, yearWord: string, monthWord: string, month: (month: number) => string): void => {
	addColumn(sheet, "year", yearWord, "period");
	addColumn(sheet, "month", monthWord, "period");
	for (const { cells } of sheet.rows) {
		const [year, its = 0] = numbers(cells["period"]);
		cells["year"] = String(year);
		cells["month"] = month(its);
	}
	dropColumn(sheet, "period");
};

/** The months of a carrier's year become days of them: the amount shared out, the rest on the last day. */
const onDays = (draft: Draft, days: readonly number[]): void =>
	eachOf(draft, draft.carrier, draft.year, (row) => {
		const { year = 0, month = 0, amount = 0n } = row.fact ?? {};
		const share = amount / BigInt(days.length);
		const day = (one: number): string => `${year}-${two(month)}-${two(one)}`;
		for (const one of [...days.slice(0, -1)].reverse())
			addBehind(draft.energy, row, { period: day(one), quantity: hundredths(share) });
		row.cells["period"] = day(days.at(-1) ?? 1);
		row.cells["quantity"] = hundredths(amount - share * BigInt(days.length - 1));
	});

/** The twelve months of a series' year become spans, each with the sum of its months. */
const inSpans = (
	draft: Draft,
	rows: readonly Row[],
	spans: readonly (readonly [number, number])[],
	write: (a: number, b: number) => string,
): void => {
	const amounts = rows.map(({ cells }) => inHundredths(cells["quantity"] ?? "0"));
	const sheet = draft.energy.rows.includes(first(rows)) ? draft.energy : draft.output;
	for (const [from, to] of spans)
		addBehind(sheet, rows.at(-1) ?? first(rows), {
			period: write(from, to),
			quantity: hundredths(amounts.slice(from - 1, to).reduce((all, one) => all + one, 0n)),
		});
	removeRows(sheet, rows);
};

/** Every series of the firm's year, its output with it. */
const everySeries = (draft: Draft, year: number): Row[][] => [
	...[...new Set(draft.firm.energy.map(({ carrier }) => carrier))].map((carrier) => rowsOf(draft, carrier, year)),
	outputRowsOf(draft, year),
];

const spans = (
	some: readonly (readonly [number, number])[],
	write: (year: number) => (a: number, b: number) => string,
): Kind => ({
	needs: { language: "zh", yearly: false },
	lay: (draft) => {
		for (const rows of everySeries(draft, draft.year)) inSpans(draft, rows, some, write(draft.year));
	},
});

const inWords =
	(year: number) =>
	(from: number, to: number): string =>
		`${year}年${from}-${to}月`;
const withSlash =
	(year: number) =>
	(from: number, to: number): string =>
		`${year}/${from}-${to}`;

const halves = [
	[1, 6],
	[7, 12],
] as const;

/** Amounts of months become amounts from January on. */
export const toDate = (rows: readonly Row[]): void => {
	let so = 0n;
	for (const { cells } of rows) {
		so += inHundredths(cells["quantity"] ?? "0");
		cells["quantity"] = hundredths(so);
	}
};

/** All of a sheet, firm by firm and year by year. */
const allToDate = (sheet: Sheet): void => {
	const series = new Map<string, Row[]>();
	for (const row of sheet.rows) {
		const key = `${row.cells["firm"]} ${numbers(row.cells["period"])[0]} ${row.cells["carrier"] ?? ""}`;
		series.set(key, [...(series.get(key) ?? []), row]);
	}
	for (const rows of series.values()) toDate(rows);
};

const monthly = { yearly: false } as const;

export const periods: Family = {
	"year-and-month-columns": {
		needs: { language: "zh", ...monthly },
		lay: ({ energy, output }) => {
			for (const sheet of [energy, output]) apart(sheet, "年份", "月份", (month) => `${month}月`);
		},
		misleads: /增加.*年份/,
	},
	"year-and-month-columns-of-numbers": {
		needs: { language: "zh", ...monthly },
		lay: ({ energy, output }) => {
			for (const sheet of [energy, output]) apart(sheet, "年度", "月度", String);
		},
		misleads: /增加.*年份/,
	},
	"year-and-month-columns-en": {
		needs: { language: "en", ...monthly },
		lay: ({ energy, output }) => {
			for (const sheet of [energy, output]) apart(sheet, "year", "month", two);
		},
	},
	"period-columns-disagree": {
		lay: (draft) => {
			addColumn(draft.energy, "year", draft.language === "zh" ? "年份" : "year", "period");
			fill(draft.energy, "year", ({ fact }) => String(fact?.year ?? ""));
			theRow(draft).cells["year"] = String(draft.year - 1);
		},
	},
	"days-of-deliveries": { needs: monthly, lay: (draft) => onDays(draft, [3, 11, 24]) },
	"deliveries-of-equal-amounts": {
		needs: monthly,
		lay: (draft) => {
			const facts = draft.facts.map((fact) =>
				fact.firm === draft.firm.id && fact.carrier === draft.carrier && fact.year === draft.year
					? { ...fact, amount: (fact.amount / 3n) * 3n }
					: fact,
			);
			const rows = rowsOf(draft, draft.carrier, draft.year);
			for (const row of rows) {
				const { year = 0, month = 0, amount = 0n } = row.fact ?? {};
				for (const day of [21, 11])
					addBehind(draft.energy, row, { period: `${year}-${two(month)}-${day}`, quantity: hundredths(amount / 3n) });
				row.cells["period"] = `${year}-${two(month)}-01`;
				row.cells["quantity"] = hundredths(amount / 3n);
			}
			draft.facts = facts;
		},
	},
	"same-day-other-amount": {
		needs: monthly,
		lay: (draft) => {
			onDays(draft, [6, 19]);
			const row = theRow(draft);
			addBehind(draft.energy, row, { quantity: hundredths((part(row, 50) * 97n) / 100n) });
		},
	},
	"same-day-copied": {
		needs: monthly,
		lay: (draft) => {
			onDays(draft, [6, 19]);
			addBehind(draft.energy, theRow(draft), {});
		},
	},
	"first-and-last-day": {
		needs: monthly,
		lay: (draft) => {
			eachOf(draft, draft.carrier, draft.year, (row) => {
				const { year = 0, month = 0 } = row.fact ?? {};
				const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
				addBehind(draft.energy, row, { period: `${year}-${two(month)}-${two(last)}` });
				row.cells["period"] = `${year}-${two(month)}-01`;
			});
			nobodyKnows(draft, draft.year);
		},
	},
	"meter-read-every-five-days": {
		needs: monthly,
		lay: (draft) => {
			let meter = 1_203_400n;
			eachOf(draft, draft.carrier, draft.year, (row) => {
				const { year = 0, month = 0, amount = 0n } = row.fact ?? {};
				for (const day of [5, 10, 15, 20, 25]) {
					meter += amount / 5n;
					const cells = { period: `${year}-${two(month)}-${two(day)}`, quantity: hundredths(meter) };
					const own: Row = { cells: { ...row.cells, ...cells } };
					draft.energy.rows.splice(draft.energy.rows.indexOf(row), 0, own);
				}
				removeRows(draft.energy, [row]);
			});
			nobodyKnows(draft, draft.year);
		},
		misleads: /--add-repeats/,
	},
	"half-years": spans(halves, inWords),
	"half-years-with-slash": spans(halves, withSlash),
	quarters: spans(
		[
			[1, 3],
			[4, 6],
			[7, 9],
			[10, 12],
		],
		inWords,
	),
	"spans-overlap": spans(
		[
			[1, 6],
			[4, 9],
			[10, 12],
		],
		inWords,
	),
	"spans-from-january-nest": spans(
		[
			[1, 3],
			[1, 6],
			[1, 9],
			[1, 12],
		],
		inWords,
	),
	"span-made-a-date": {
		needs: { language: "zh", ...monthly },
		lay: (draft) => {
			for (const rows of everySeries(draft, draft.year))
				inSpans(draft, rows, halves, (from, to) => `${draft.year}年 ${from}/${to}`);
			apart(draft.energy, "年份", "月份", String);
			apart(draft.output, "年份", "月份", String);
			for (const { cells } of [...draft.energy.rows, ...draft.output.rows])
				if (cells["firm"] === draft.firm.id && cells["year"] === String(draft.year))
					cells["month"] = cells["month"] === "1" ? "6-Jan" : "12-Jul";
		},
	},
	"half-year-of-a-title": {
		needs: { language: "zh", yearly: true },
		lay: (draft) => {
			// The newest year comes in files of their own, of half a year, which only the titles say.
			const year = 2024;
			for (const sheet of [draft.energy, draft.output]) {
				const own = sheet.rows.filter(({ cells }) => cells["firm"] === draft.firm.id && numbers(cells["period"])[0] === year);
				removeRows(sheet, own);
				const lines = own.map(({ cells }) => {
					const half = hundredths((inHundredths(cells["quantity"] ?? "0") * 47n) / 100n);
					return sheet.columns
						.flatMap(({ key }) => (key === "period" ? [] : [key === "quantity" ? half : (cells[key] ?? "")]))
						.join(",");
				});
				const header = sheet.columns.flatMap(({ key, word }) => (key === "period" ? [] : [word])).join(",");
				draft.more.push({ name: `上半年${sheet.name}`, text: `${year}年1-6月统计表\n${header}\n${lines.join("\n")}\n` });
			}
			nobodyKnows(draft, year);
		},
	},
	"form-valid-until": {
		needs: { language: "zh", yearly: true },
		lay: (draft) => {
			const own = rowsOf(draft, undefined, 2023);
			removeRows(draft.energy, own);
			const lines = own.map(({ cells }) =>
				draft.energy.columns.flatMap(({ key }) => (key === "period" ? [] : [cells[key] ?? ""])).join(","),
			);
			const header = draft.energy.columns.flatMap(({ key, word }) => (key === "period" ? [] : [word])).join(",");
			const titles = "2023年能源消费情况\n有效期至：2024年1月";
			draft.more.push({ name: "能源2023.csv", text: `${titles}\n${header}\n${lines.join("\n")}\n` });
		},
	},
	"date-of-the-report-in-a-title": {
		needs: { language: "zh" },
		lay: ({ energy }) => {
			energy.titles.push("能源消费统计表", "填报日期：2025年1月15日");
		},
	},
	"to-date-in-the-header": {
		needs: { language: "zh", ...monthly },
		lay: ({ energy }) => {
			allToDate(energy);
			renameColumn(energy, "quantity", "1-本月累计消费量");
		},
	},
	"to-date-in-the-header-en": {
		needs: { language: "en", ...monthly },
		lay: ({ energy }) => {
			allToDate(energy);
			renameColumn(energy, "quantity", "year-to-date consumption");
		},
	},
	"to-date-in-a-title": {
		needs: { language: "zh", ...monthly },
		lay: ({ energy }) => {
			allToDate(energy);
			energy.titles.push("能源消费（1—本月累计）");
		},
	},
	"to-date-in-the-period": {
		needs: { language: "zh", ...monthly },
		lay: ({ energy }) => {
			allToDate(energy);
			for (const { cells, fact } of energy.rows) cells["period"] = `${fact?.year}年1-${fact?.month}月累计`;
		},
	},
	"to-date-in-the-carrier": {
		needs: { language: "zh", ...monthly },
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			toDate(rows);
			for (const { cells } of rows) cells["carrier"] = `${cells["carrier"]}(累计)`;
		},
	},
	"to-date-beside-months": {
		needs: { language: "zh", ...monthly },
		lay: (draft) => {
			let so = 0n;
			eachOf(draft, draft.carrier, draft.year, (row) => {
				so += row.fact?.amount ?? 0n;
				addBehind(draft.energy, row, { carrier: `${row.cells["carrier"]}(累计)`, quantity: hundredths(so) });
			});
		},
	},
	"to-date-stated-with-a-correction": {
		needs: { language: "zh", ...monthly },
		lay: (draft) => {
			const { energy } = draft;
			allToDate(energy);
			renameColumn(energy, "quantity", "本年累计");
			const row = first(rowsOf(draft, draft.carrier, draft.year).slice(6));
			const last = first(rowsOf(draft, draft.carrier, draft.year).slice(5));
			row.cells["quantity"] = hundredths((inHundredths(last.cells["quantity"] ?? "0") * 98n) / 100n);
		},
	},
	"to-date-unsaid-one-carrier": {
		needs: monthly,
		lay: (draft) => toDate(rowsOf(draft, draft.carrier, draft.year)),
	},
	"to-date-unsaid-all-energy": {
		needs: monthly,
		lay: (draft) => {
			for (const rows of everySeries(draft, draft.year).slice(0, -1)) toDate(rows);
		},
	},
	"to-date-unsaid-output": {
		needs: monthly,
		lay: (draft) => toDate(outputRowsOf(draft, draft.year)),
	},
	"to-date-unsaid-in-the-base": {
		needs: monthly,
		lay: (draft) => {
			for (const rows of everySeries(draft, 2020).slice(0, -1)) toDate(rows);
		},
	},
	"to-date-unsaid-every-year": {
		needs: monthly,
		lay: (draft) => {
			for (const year of years) toDate(rowsOf(draft, draft.carrier, year));
		},
	},
	"to-date-unsaid-without-evidence": {
		needs: { ...monthly, language: "zh" },
		lay: (draft) => {
			// One year of a firm whose base comes from the firms table: every series rises, and nothing else can tell.
			removeFirmBeside(draft);
			for (const year of years) if (year !== draft.year) removeRows(draft.energy, rowsOf(draft, undefined, year));
			draft.output.rows = outputRowsOf(draft, draft.year);
			for (const rows of everySeries(draft, draft.year)) toDate(rows);
			draft.facts = draft.facts.filter(({ year }) => year === draft.year);
			draft.made = draft.made.filter(({ year }) => year === draft.year);
			draft.more.push({ name: "企业.csv", text: `企业,基期强度,基准年\n${draft.firm.id},3.1,2020\n` });
			nobodyKnows(draft, draft.year);
		},
	},
	"january-to-october-left-to-date": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, 2024).slice(0, 10);
			toDate(rows);
		},
	},
};
