/**
 * tanlu as a library: tables as text in, the report's contract out. The same figures as `tanlu report --format json`.
 */

import type { Report } from "./contract/report.ts";
import { Trouble } from "./findings/trouble.ts";
import { en } from "./language/en/index.ts";
import { languageOf, languages } from "./language/index.ts";
import { understand } from "./run/choices.ts";
import { given } from "./run/given.ts";
import { judge, Stopped } from "./run/judge.ts";
import { type ReportOptions, valuesOf } from "./run/options.ts";
import { read } from "./run/read.ts";
import { unknownChoice } from "./run/values.ts";
import { buildReport } from "./views/build-report.ts";
import { frameOf } from "./views/frame.ts";

export type {
	Decimal,
	Report,
	ReportCarrier,
	ReportFactor,
	ReportFirm,
	ReportGap,
	ReportSector,
	ReportYear,
} from "./contract/report.ts";
export type { ReportBasis, ReportFinding, ReportFindings, ReportInput } from "./contract/shared.ts";
export type { ReportOptions } from "./run/options.ts";
export { type Decomposition, decomposeTable, type Effects, type FactorTable } from "./views/decompose-table.ts";

/** A table with the name that findings call it by. */
export interface Table {
	readonly name: string;
	/** CSV: comma, tab or semicolon between cells. */
	readonly text: string;
	/**
	 * The caller vouches for it: what `--firms`, `--factors`, `--targets` and `--deflator` are on the command line. Factors, targets
	 * and price indices count only in such a table, and so do base_intensity, base_year and target_pct of a firms table.
	 */
	readonly reference?: boolean;
}

/** Why a report could not be made: misuse, an unrecognised table, no usable row. `code` is stable; the message is one line. */
export class ReportError extends Error {
	readonly code: string;
	constructor(code: string, message: string) {
		super(message);
		this.name = "ReportError";
		this.code = code;
	}
}

/**
 * Each firm's CO2 intensity and its gap to the path, from energy, output and optional firms, factors, deflator and targets
 * tables in any order. What is wrong in the data is told in `findings`; figures it makes unknown are null.
 *
 * Units: t CO2, tce, 10^4 CNY, t CO2 per 10^4 CNY. All numbers are decimal strings, rounded half-even at no more than 12 places.
 *
 * @throws {ReportError} where no report can be made.
 */
export async function report(tables: readonly Table[], options: ReportOptions = {}): Promise<Report> {
	const sources = tables.map(({ name, text }) => ({
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield new TextEncoder().encode(text);
		},
	}));
	const asked = options.lang ?? "en";
	const language = languageOf(asked);
	try {
		if (language === undefined)
			throw unknownChoice(
				"lang",
				asked,
				languages.map(({ id }) => id),
			);
		const choices = understand(valuesOf(options));
		const byOption = new Set(tables.filter(({ reference }) => reference === true).map(({ name }) => name));
		const judged = judge(await read({ ...given(sources), byOption }, choices), choices);
		return buildReport(judged.assessment, frameOf(judged, language, process.env["TANLU_VERSION"] ?? "0.0.0"));
	} catch (error) {
		const trouble = error instanceof Stopped ? error.troubles[0] : error;
		if (trouble instanceof Trouble) throw new ReportError(trouble.code, (language ?? en).explainTrouble(trouble));
		throw error;
	}
}
