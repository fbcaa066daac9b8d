/** Tables of the oracle, handed to the tool as files: what it answers of each firm and year. */
import type { Report, ReportFinding, ReportYear } from "../../src/index.ts";
import { program } from "../support/memory-host.ts";
import { csvText } from "../support/tables.ts";
import type { Example, LostExample } from "./meaning/examples.ts";
import type { OutputRow, UseRow } from "./meaning/rows.ts";

export type Files = Map<string, string>;

/** The tool's own name of a column, where the oracle has another. */
const COLUMNS: Readonly<Record<string, string>> = {
	opening: "opening_stock",
	closing: "closing_stock",
	out: "transferred_out",
	delivery: "车号",
};

const named = (row: Readonly<Record<string, string | undefined>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(row).flatMap(([key, cell]) => (cell === undefined ? [] : [[COLUMNS[key] ?? key, cell] as const])),
	);

/** A file of use for each firm, since a column speaks for all rows of its file, and one of output. */
export const filesOf = (energy: readonly UseRow[], output: readonly OutputRow[]): Files => {
	const firms = [...new Set(energy.map(({ firm }) => firm ?? ""))];
	return new Map([
		...firms.map((firm): [string, string] => [
			`energy-${firm}.csv`,
			csvText(energy.filter((row) => row.firm === firm).map(named)),
		]),
		["output.csv", csvText(output.map(named))],
	]);
};

const lines = (text: readonly string[]): string => `${text.join("\n")}\n`;

export const exampleFiles = ({ energy, output }: Example): Files =>
	new Map([
		["energy.csv", lines(energy)],
		["output.csv", lines(output)],
	]);

export const lostFiles = ({ files }: Pick<LostExample, "files">): Files =>
	new Map(Object.entries(files).map(([name, text]) => [name, lines(text)]));

/** What the tool says of tables that it reads. */
export interface Answer {
	readonly report: Report;
	/** by the firm's id, or by its name where a credit code is the id */
	readonly years: (firm: string) => readonly ReportYear[];
	readonly year: (firm: string, year: number) => ReportYear | undefined;
	/** findings of a firm: of one year and of no single year */
	readonly findings: (firm: string, year: number) => readonly ReportFinding[];
}

/** A report of these files. Throws what the tool says where it makes none. */
export const ask = async (files: Files, options: readonly string[] = []): Promise<Answer> => {
	const { stdout, stderr } = await program(["report", "--no-screen", "--format", "json", ...options, ...files.keys()], { files });
	if (stdout === "") throw new Error(`no report: ${stderr}`);
	const report = JSON.parse(stdout) as Report;
	const years = (firm: string): readonly ReportYear[] =>
		report.firms.find((one) => one.firm === firm || one.name === firm)?.years ?? [];
	return {
		report,
		years,
		year: (firm, year) => years(firm).find((one) => one.year === year),
		findings: (firm, year) =>
			report.findings.list.filter((one) => one.firm === firm && (one.period === null || one.period.startsWith(String(year)))),
	};
};

const LETTER: Readonly<Record<string, string>> = { error: "E", warning: "W", note: "I" };

/** Gravity and code, as the worked examples write them. */
export const saidBy = (found: readonly ReportFinding[]): string[] =>
	found.map(({ gravity, code }) => `${LETTER[gravity]} ${code}`);

/** Whether the year gives nobody a figure to judge by: a base year has no verdict, and then no intensity. */
export const isWithheld = ({ verdict, intensity }: ReportYear): boolean =>
	verdict === null ? intensity.value === null : verdict.word === "withheld";
