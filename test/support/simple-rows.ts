/** Reports as the command writes them, and the rows of the same firm-years from their sums alone: byte for byte what has to be equal. */
import { sectorOf } from "../../src/assessment/assessment.ts";
import type { AssessedFirm, FirmYear } from "../../src/assessment/firm.ts";
import { given as at } from "../../src/assessment/simple/registers.ts";
import type { ReportFirm, ReportYear } from "../../src/contract/report.ts";
import { divisor, type Ratio, reduced } from "../../src/exact/ratio.ts";
import { setWhole } from "../../src/exact/wide/registers.ts";
import type { ReportOptions, Table } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { type Judged, judge } from "../../src/run/judge.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { firmsIn } from "../../src/views/build-report.ts";
import { csv } from "../../src/views/formats/csv.ts";
import { csvCells } from "../../src/views/formats/csv-text.ts";
import { frameOf } from "../../src/views/frame.ts";
import type { Denominators } from "../../src/views/simple-rows/exact-year.ts";
import { type RowWriter, rowRoom, rowWriter, writeRow } from "../../src/views/simple-rows/row.ts";
import { firmCells, type Template, templateOf } from "../../src/views/simple-rows/template.ts";

/** A firm-year with what is reported of it. */
export interface Case {
	readonly firm: AssessedFirm;
	readonly one: FirmYear;
	readonly base: FirmYear | undefined;
	readonly last: FirmYear | undefined;
	readonly shown: { readonly firm: ReportFirm; readonly year: ReportYear };
	/** Its line of the csv report, as the plain path writes it. */
	readonly line: string;
}

export interface Run {
	readonly judged: Judged;
	readonly cases: readonly Case[];
}

export async function runOf(tables: readonly Table[], options: ReportOptions = {}): Promise<Run> {
	const sources = tables.map(({ name, text }) => ({
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield new TextEncoder().encode(text);
		},
	}));
	const choices = understand(valuesOf({ noScreen: true, ...options }));
	const judged = judge(await read({ ...given(sources), byOption: new Set() }, choices), choices);
	const firms = [...firmsIn(judged.assessment, frameOf(judged, en, "0.0.0"))];
	const cases = firms.flatMap((shown) => {
		const firm = judged.assessment.firms.find((one) => one.firm === shown.firm) as AssessedFirm;
		return shown.years.map((year, i): Case => {
			const one = firm.years[i] as FirmYear;
			const seen = firm.views.find(({ rules }) => rules.plan === one.plan)?.years ?? [];
			return {
				...{ firm, one, shown: { firm: shown, year } },
				base: seen.find((other) => other.year === one.base?.year),
				last: seen.find((other) => other.year === one.year - 1),
				line: `${csv({ firms: [{ ...shown, years: [year] }] })
					.split("\n")
					.slice(1)
					.join("\n")}`,
			};
		});
	});
	return { judged, cases };
}

/** Those that may be written by registers: positive sums, a base of rows, nothing withheld. */
export function isSimple({ one, base }: Case): boolean {
	const { total, tce } = one.emissions;
	const whole = one.comparable && one.output !== null && total !== null && total.over > 0n && tce !== null;
	const parts = Object.values(one.emissions.parts).every((part) => part !== null);
	return whole && parts && base?.intensity != null && base.intensity.over > 0n && one.verdict?.word !== "withheld";
}

/** The smallest denominators that all sums of a run have in common. */
export function denominatorsOf(cases: readonly Case[]): Denominators {
	const common = (values: readonly (Ratio | null | undefined)[]): bigint =>
		values.reduce((all, value) => {
			const under = value == null ? 1n : reduced(value).under;
			return (all / divisor(all, under)) * under;
		}, 1n);
	const years = cases.flatMap(({ one, base, last }) => [one, base, last]);
	return {
		co2: common(years.flatMap((one) => [one?.emissions.total, ...Object.values(one?.emissions.parts ?? {})])),
		tce: common(years.map((one) => one?.emissions.tce)),
		output: common(years.map((one) => one?.output?.value)),
	};
}

/** Puts a year's sums where rows are written from. */
export function put({ registers, denominators }: RowWriter, { one, base, last }: Case): void {
	const whole = (register: number, value: Ratio | null | undefined, under: bigint): void =>
		setWhole(registers, register, value == null ? 0n : (value.over * under) / value.under);
	const { co2, tce, output } = denominators;
	for (const part of ["fuel", "process", "electricity", "heat"] as const) whole(at[part], one.emissions.parts[part], co2);
	whole(at.total, one.emissions.total, co2);
	whole(at.tce, one.emissions.tce, tce);
	whole(at.output, one.output?.value, output);
	whole(at.baseTotal, base?.emissions.total, co2);
	whole(at.baseOutput, base?.output?.value, output);
	whole(at.lastTotal, last?.emissions.total, co2);
	whole(at.lastOutput, last?.output?.value, output);
}

/** What firms of one shape have in common: the year and which of the cells are empty. */
export function shapeOf({ one, firm, shown }: Case): string {
	const empty = [...csvCells("report", { ...shown }).values()].map((cell) => (cell === "" ? "0" : "1"));
	return [one.year, one.plan.id, firm.pool, empty.slice(4).join("")].join("|");
}

export function templateFor({ judged }: Run, { one, firm, shown }: Case): Template | undefined {
	const rules = judged.assessment.plans.find(({ plan }) => plan === one.plan) as (typeof judged.assessment.plans)[number];
	const path = one.paths?.own;
	if (path === undefined) return undefined;
	return templateOf(shown, { year: one.year, path, sector: sectorOf(judged.assessment, firm.pool, one.plan), rules });
}

const bytes = new Uint8Array(rowRoom + 1000);
const sheet = new DataView(bytes.buffer);

/** The row by registers; null where it is not written. */
export function rowOf(writer: RowWriter, template: Template, one: Case): string | null {
	put(writer, one);
	const who = new TextEncoder().encode(firmCells(one.shown.firm));
	const end = writeRow(sheet, 2, writer, template, who, 0, who.length);
	return end === -1 ? null : new TextDecoder().decode(bytes.subarray(2, end));
}

export function writerFor(cases: readonly Case[]): RowWriter {
	const writer = rowWriter(denominatorsOf(cases));
	if (writer === undefined) throw new Error("denominators that no register holds");
	return writer;
}
