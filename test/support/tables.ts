/** Small tables for tests: a row says only what the test is about, the rest is filled in. And ways to pick from a report. */
import type { Report, ReportFinding, ReportOptions, ReportSector, ReportYear, Table } from "../../src/index.ts";
import { report } from "./reading.ts";

/** Cells of a row by column; what is left out takes the builder's default. */
export type Row = Readonly<Record<string, string>>;

/** One carrier whose factor stands in the row itself, 1 t CO2 per t: tonnes of it are tonnes of CO2. */
const tonneOfCo2: Row = { firm: "F1", period: "2023", carrier: "coke", quantity: "1", unit: "t", emission_factor: "1" };
const plainEnergy: Row = { firm: "F1", period: "2023", carrier: "coke", quantity: "1", unit: "t" };
const plainOutput: Row = {
	firm: "F1",
	period: "2023",
	indicator: "value_added",
	quantity: "10",
	unit: "10^4 CNY",
	prices: "constant-2020",
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as comma-separated text, with the columns that any row has; first those of the default. */
export const csvText = (rows: readonly Row[]): string => {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return [columns.join(","), ...rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","))]
		.join("\n")
		.concat("\n");
};

const table = (name: string, base: Row, rows: readonly Row[]): Table => ({
	name,
	text: csvText(rows.map((row) => ({ ...base, ...row }))),
});

/** Energy rows: one tonne of coke of F1 in 2023, unless a row says otherwise. */
export const energy = (rows: readonly Row[], name = "energy.csv"): Table => table(name, plainEnergy, rows);

/** Output rows: 10 (10^4 CNY) of value added of F1 in 2023 at constant prices of 2020, unless a row says otherwise. */
export const output = (rows: readonly Row[], name = "output.csv"): Table => table(name, plainOutput, rows);

/** Those that whoever makes the report vouches for, as behind --firms, --factors, --deflator, --targets, --growth. */
const reference = (one: Table): Table => ({ ...one, reference: true });

export const firms = (rows: readonly Row[], name = "firms.csv"): Table => reference(table(name, { firm: "F1" }, rows));

export const factors = (rows: readonly Row[], name = "factors.csv"): Table =>
	reference(table(name, { carrier: "coke", unit: "t", source: "laboratory" }, rows));

export const deflator = (rows: readonly Row[], name = "deflator.csv"): Table => reference(table(name, { year: "2023" }, rows));

export const growth = (rows: readonly Row[], name = "growth.csv"): Table =>
	reference(table(name, { firm: "F1", period: "2026-10", indicator: "co2", growth_pct: "1.9" }, rows));

export const targets = (rows: readonly Row[], name = "targets.csv"): Table =>
	reference(
		table(
			name,
			{
				scope: "all",
				scope_id: "",
				base_year: "2020",
				target_year: "2025",
				reduction_pct: "18",
				base_intensity: "",
				source: "a decree",
			},
			rows,
		),
	);

/** Twelve rows, one for each month of a year. */
export const monthly = (row: Row, year = "2023"): Row[] =>
	Array.from({ length: 12 }, (_, month) => ({ ...row, period: `${year}-${String(month + 1).padStart(2, "0")}` }));

/** The rows of one firm. */
export interface FirmRows {
	readonly energy: readonly Row[];
	readonly output: readonly Row[];
}

export interface SteadyFirm {
	readonly firm?: string;
	/** Tonnes of CO2 by year: as many as there are years. */
	readonly co2: Readonly<Record<number, string>>;
	/** Value added of every year, in 10^4 CNY; 1000 unless said. */
	readonly valueAdded?: string;
	/** Cells that every energy and output row has. */
	readonly cells?: Row;
}

/** A firm without faults: a given number of tonnes of CO2 a year, the same value added each year. */
export const steadyFirm = ({ firm = "F1", co2, valueAdded = "1000", cells = {} }: SteadyFirm): FirmRows => ({
	energy: Object.entries(co2).map(([period, quantity]) => ({ ...tonneOfCo2, ...cells, firm, period, quantity })),
	output: Object.keys(co2).map((period) => ({ ...plainOutput, ...cells, firm, period, quantity: valueAdded })),
});

/** Energy and output tables of some firms. */
export const tablesOf = (...list: readonly FirmRows[]): Table[] => [
	energy(list.flatMap((rows) => rows.energy)),
	output(list.flatMap((rows) => rows.output)),
];

/** The report of one steady firm whose value added is 1000 every year: 1000 t of CO2 are an intensity of 1. */
export const steadyReport = (co2: Readonly<Record<number, string>>, options: ReportOptions = {}): Promise<Report> =>
	report(tablesOf(steadyFirm({ co2 })), options);

export const yearOf = (from: Report, firm: string, year: number): ReportYear => {
	const found = from.firms.find((one) => one.firm === firm)?.years.find((one) => one.year === year);
	if (found === undefined) throw new Error(`the report has no ${firm} in ${year}`);
	return found;
};

export const sectorOf = (from: Report, sector: string, year: number): ReportSector["years"][number] => {
	const found = from.sectors.find((one) => one.sector === sector)?.years.find((one) => one.year === year);
	if (found === undefined) throw new Error(`the report has no sector ${sector} in ${year}`);
	return found;
};

/** Verdict word with its qualifiers behind it; null where there is none. */
export const wordOf = (from: Report, firm: string, year: number): string | null => {
	const { verdict } = yearOf(from, firm, year);
	return verdict === null ? null : [verdict.word, ...verdict.qualifiers].join(" ");
};

/** Reasons of a withheld year; undefined where it is not withheld. */
export const reasonsOf = (from: Report, firm: string, year: number): readonly string[] | undefined => {
	const { verdict } = yearOf(from, firm, year);
	return verdict?.word === "withheld" ? verdict.reasons : undefined;
};

/** `code@file:row:column` of every finding, or of those of one gravity; sorted. */
export const codes = (from: Report, gravity?: ReportFinding["gravity"]): string[] =>
	from.findings.list
		.filter((one) => gravity === undefined || one.gravity === gravity)
		.map((one) => `${one.code}@${one.file ?? ""}:${one.row ?? ""}:${one.column ?? ""}`)
		.sort();

/** The only finding of a code. */
export const findingOf = (from: Report, code: string): ReportFinding => {
	const found = from.findings.list.filter((one) => one.code === code);
	if (found.length !== 1) throw new Error(`${found.length} findings of ${code}: ${codes(from).join(" ")}`);
	return found[0] as ReportFinding;
};
