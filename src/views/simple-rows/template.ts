/**
 * The row of one year for all firms of one shape: constant texts as the example of such a firm has them, and between them the figures that are the
 * firm's own. A cell that is empty in the example is empty in all of them.
 */
import { askedIn, type YearTerms } from "../../assessment/simple/asked.ts";
import type { YearShape } from "../../assessment/simple/reckon.ts";
import { verdictsOf } from "../../assessment/simple/verdict.ts";
import type { Verdict } from "../../assessment/verdict.ts";
import { type ReportFirm, type ReportYear, reportColumns } from "../../contract/report.ts";
import { figure } from "../../exact/figure.ts";
import type { Registers } from "../../exact/wide/registers.ts";
import { csvCells } from "../formats/csv-text.ts";
import { type Column, type FigureColumn, figureColumns, firmColumns, verdictColumns } from "./columns.ts";
import { type Texts, textsOf } from "./text.ts";

/** A year of a firm of the shape, as the report has it. */
export interface Example {
	readonly firm: ReportFirm;
	readonly year: ReportYear;
}

export interface Template {
	readonly terms: YearTerms;
	readonly shape: YearShape;
	readonly asked: Registers;
	readonly figures: readonly FigureColumn[];
	/** Of each figure its register, what it is written with, and its places. */
	readonly steps: Int32Array;
	/** What stands before each figure, from the end of the one before it, or of the firm; then what stands between the last one and the verdict, and behind that. */
	readonly texts: Texts;
	/** The verdicts that a year may have, and the cells of each; empty where the year has none. */
	readonly verdicts: readonly Verdict[];
	readonly verdictTexts: Texts;
	readonly isLast: boolean;
}

const columns = Object.keys(reportColumns) as Column[];
/** Of the report's decimals. */
const places = 12;

/**
 * `terms` must be what the example was judged by. undefined where the rows of such firms cannot be written by registers: see `askedIn`, a year whose
 * verdict is withheld, and one that is not comparable.
 */
export function templateOf(example: Example, terms: YearTerms): Template | undefined {
	const asked = askedIn(terms);
	const { verdict, change } = example.year;
	if (asked === undefined || change === null || verdict?.word === "withheld" || !isOf(example, terms)) return undefined;
	const cells = csvCells("report", { ...example });
	const has = (column: Column): boolean => cells.get(column) !== "";
	const isLast = terms.year === terms.path.targetYear;
	const verdicts = verdict === null ? [] : verdictsOf(isLast);
	const texts = verdict === null ? [",".repeat(verdictColumns.length - 1)] : verdicts.map((one) => verdictText(example, one));
	return {
		...{ terms, asked, isLast, verdicts, ...constantsOf(cells) },
		shape: {
			hasBase: has("since_base_pct"),
			hasLast: has("since_last_year_pct"),
			onPath: has("own_required"),
			hasSector: has("sector_base"),
		},
		verdictTexts: textsOf(texts),
	};
}

/** Whether an example can have been judged by the terms: of their year, with their base year and their sector's base. */
function isOf({ year: { year, ownPath, sectorPath } }: Example, { year: own, path, sector }: YearTerms): boolean {
	const base = sector?.base == null ? undefined : figure(sector.base)(places);
	return (
		year === own && (ownPath === null || ownPath.baseYear === path.baseYear) && (sectorPath === null || sectorPath.base === base)
	);
}

/** Texts that are the same for all firms, cut where a firm's own figure stands. */
function constantsOf(cells: ReadonlyMap<string, string>): Pick<Template, "figures" | "steps" | "texts"> {
	const figures: FigureColumn[] = [];
	const texts: string[] = [];
	let text = "";
	for (const column of columns.slice(firmColumns.length)) {
		const own = cells.get(column) === "" ? undefined : figureColumns.find((one) => one.column === column);
		text += ",";
		if (own !== undefined) {
			figures.push(own);
			texts.push(text);
			text = "";
		} else if (column === verdictColumns[0]) {
			texts.push(text);
			text = "";
		} else if (verdictColumns.includes(column)) text = "";
		else text += cells.get(column) ?? "";
	}
	const steps = Int32Array.from(figures.flatMap(({ register, beside, places: at }) => [register, beside, at]));
	return { figures, steps, texts: textsOf([...texts, `${text}\n`]) };
}

/** The cells of a verdict, side by side. */
function verdictText({ firm, year }: Example, verdict: Verdict): string {
	const cells = csvCells("report", { firm, year: { ...year, verdict } });
	return verdictColumns.map((column) => cells.get(column) ?? "").join(",");
}

/** Who the row is of, as the first cells of the report's csv. */
export function firmCells(firm: ReportFirm): string {
	const cells = csvCells("report", { firm });
	return firmColumns.map((column) => cells.get(column) ?? "").join(",");
}
