/** What the tables of one firm's years share: its rows, how a figure stands in a cell, and a sheet with a year in each row. */
import { type Assessment, sectorOf } from "../assessment/assessment.ts";
import { figuresOf, type YearFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Figure } from "../exact/figure.ts";
import { sign } from "../exact/ratio.ts";
import { perCentPlaces, shown, signed } from "./figures.ts";
import { noChange } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, type Column, type Sheet, sheet } from "./page.ts";

export interface YearRow {
	readonly one: FirmYear;
	readonly figures: YearFigures;
}

/** A column of years: its title, what stands in it, and how soon it may be left out. */
export type YearColumn = readonly [title: string, cell: (row: YearRow) => string | Cell, spare?: number];

/** Rows of one plan, of which there is one at least. */
export type SomeRows = readonly [YearRow, ...YearRow[]];

/** What is carried apart from the total. */
type Apart = "feedstock" | "feedstockTce" | "greenAtGrid";

/** One firm whose years are shown, with the figures of each. */
export class FirmSheet {
	readonly firm: AssessedFirm;
	readonly years: readonly FirmYear[];
	readonly assessment: Assessment;
	readonly frame: Frame;
	/** Places of an intensity. */
	readonly digits: number;
	readonly rows: readonly YearRow[];

	constructor(firm: AssessedFirm, years: readonly FirmYear[], assessment: Assessment, frame: Frame, digits: number) {
		this.firm = firm;
		this.years = years;
		this.assessment = assessment;
		this.frame = frame;
		this.digits = digits;
		this.rows = years.map((one) => ({ one, figures: figuresOf(one, sectorOf(assessment, firm.pool, one.plan)) }));
	}

	intensity(value: Figure | null | undefined): string {
		return shown(value, this.digits, this.frame.language.words.unknown);
	}

	change(value: Figure | null | undefined, places: number, none: string = this.frame.language.words.unknown): string {
		return signed(value, places, none);
	}

	sinceBase({ one: { year, paths } }: YearRow, value: Figure | null): string {
		return this.change(value, perCentPlaces, noChange(paths?.own, year, this.frame.language.words));
	}

	/** Whether any year carries it: a column of zeros says nothing. */
	carries(which: Apart): boolean {
		return this.years.some(({ emissions }) => emissions.apart[which] === null || sign(emissions.apart[which]) !== 0);
	}

	/** The rows of each plan that has any, in order; a firm of one plan has one list. */
	byPlan(wanted: readonly YearRow[], make: (some: SomeRows) => Block[]): Block[] {
		return [...new Set(wanted.map(({ one }) => one.plan))].flatMap((plan) => {
			const [first, ...more] = wanted.filter(({ one }) => one.plan === plan);
			return first === undefined ? [] : make([first, ...more]);
		});
	}

	/** A table with the year in front. */
	table(columns: readonly YearColumn[], rows: readonly YearRow[] = this.rows, notes: readonly string[] = []): Block {
		const { columns: titles, leftOut } = this.frame.language.report;
		return sheet(yearSheet([[titles.year, ({ one }) => String(one.year)], ...columns], rows, leftOut, notes));
	}
}

function yearSheet(
	columns: readonly YearColumn[],
	rows: readonly YearRow[],
	leftOut: Sheet["leftOut"],
	notes: readonly string[],
): Sheet {
	const cells = rows.map((row) =>
		columns.map(([, cellOf]): Cell => {
			const cell = cellOf(row);
			return typeof cell === "string" ? { text: cell } : cell;
		}),
	);
	return {
		columns: columns.map(([title, , spare], index): Column => {
			const words = cells.some((row) => row[index]?.tone !== undefined);
			return { title, align: words ? "left" : "right", ...(spare === undefined ? {} : { spare }) };
		}),
		rows: cells,
		leftOut,
		notes,
	};
}
