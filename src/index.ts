/**
 * tanlu as a library: tables as text in, the report's contract out. The same figures as `tanlu report --format json`.
 */

import type { ReportOptions } from "./commands/options.ts";
import { run, Stopped } from "./commands/run.ts";
import { Trouble } from "./findings/trouble.ts";
import { en } from "./language/en/index.ts";
import { languageOf } from "./language/index.ts";
import { buildReport } from "./views/build-report.ts";
import type { Report } from "./views/report.ts";

export type { ReportOptions } from "./commands/options.ts";
export type {
	Decimal,
	Report,
	ReportBasis,
	ReportCarrier,
	ReportFactor,
	ReportFinding,
	ReportFindings,
	ReportFirm,
	ReportGap,
	ReportInput,
	ReportSector,
	ReportYear,
} from "./views/report.ts";

/** A table with the name that findings call it by. */
export interface Table {
	readonly name: string;
	/** CSV: comma, tab or semicolon between cells. */
	readonly text: string;
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
	try {
		const { assessment, frame } = await run(sources, options, process.env["TANLU_VERSION"] ?? "0.0.0");
		return buildReport(assessment, frame);
	} catch (error) {
		const trouble = error instanceof Stopped ? error.trouble : error;
		if (trouble instanceof Trouble)
			throw new ReportError(trouble.code, (languageOf(options.lang ?? "en") ?? en).explainTrouble(trouble));
		throw error;
	}
}
