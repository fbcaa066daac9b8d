/** A submission that was judged, as the row that a batch has of it. */
import { figuresOf } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Submission } from "../contract/shared.ts";
import { compare as compareDecimals, known } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { compare, type Ratio } from "../exact/ratio.ts";
import type { Finding } from "../findings/finding.ts";
import { counted, listed, type OpenTally } from "../findings/tally.ts";
import type { Judged } from "../run/judge.ts";
import type { OwnTable } from "../run/own-tables.ts";
import { shareOf, sharesOf } from "../run/shares.ts";

const places = 12;

/** What a row says besides the verdicts. */
export interface SubmittedAs {
	readonly submission: string;
	readonly ownTables: readonly OwnTable[];
	/** Files that options name: they are none of the submission. */
	readonly named: ReadonlySet<string>;
	/** The years shown, in order. */
	readonly years: readonly number[];
}

export function buildSubmission(judged: Judged, { submission, ownTables, named, years }: SubmittedAs): Submission {
	const { assessment, part, tally } = judged;
	const shown = assessment.firms.flatMap((firm) =>
		firm.years.flatMap((one) => (years.includes(one.year) ? [{ firm, one }] : [])),
	);
	const last = shown.filter(({ one }) => one.year === years.at(-1));
	const shares = sharesOf(last, judged);
	const refused = new Set(ownTables.flatMap(({ file, kind, used }) => (used || kind === "firms" ? [] : [file])));
	const read = new Set(part.inputs.flatMap(({ file }) => (named.has(file) || refused.has(file) ? [] : [file])));
	return {
		submission,
		state: "judged",
		unusable: null,
		filesRead: [...read],
		filesNotRead: listed(tally).flatMap(passed),
		ownTables,
		verdicts: shown.map(verdictOf),
		gapTonnes: largest(last.map(({ one }) => gapsOf(one).gapTonnes)),
		heaviest: heaviestOf(tally),
		defaultSharePercent: written(shareOf(shares.byDefault, shares)),
		assertedSharePercent: written(shareOf(shares.asserted, shares)),
		findings: counted(tally),
	};
}

/** A submission of which nothing could be concluded, and why; `files` are all it has. */
export function unusableSubmission(
	submission: string,
	unusable: NonNullable<Submission["unusable"]>,
	files: readonly string[],
	tally: OpenTally | undefined,
): Submission {
	return {
		submission,
		state: "unusable",
		unusable,
		filesRead: [],
		filesNotRead: files.map((file) => ({ file, why: "unusable" as const })),
		ownTables: [],
		verdicts: [],
		gapTonnes: null,
		heaviest: null,
		defaultSharePercent: null,
		assertedSharePercent: null,
		findings: tally === undefined ? { error: 0, warning: 0, note: 0 } : counted(tally),
	};
}

type Shown = { readonly firm: AssessedFirm; readonly one: FirmYear };

function verdictOf({ firm, one }: Shown): Submission["verdicts"][number] {
	return {
		firm: firm.firm,
		name: firm.name,
		year: one.year,
		...gapsOf(one),
		verdict: one.verdict === null ? null : { ...one.verdict },
	};
}

function gapsOf(one: FirmYear): { readonly gapTonnes: string | null; readonly gapPercent: string | null } {
	const path = figuresOf(one, undefined).ownPath;
	const text = (value: Figure | null | undefined): string | null => value?.(places) ?? null;
	return { gapTonnes: text(path?.gapTonnes), gapPercent: text(path?.gapPercent) };
}

function largest(texts: readonly (string | null)[]): string | null {
	return texts.reduce((most, one) => (one === null || (most !== null && !isAbove(one, most)) ? most : one), null);
}

/** Whether one decimal is above another. */
export function isAbove(one: string, other: string): boolean {
	return compareDecimals(known(one), known(other)) > 0;
}

function passed({ code, at, with: particulars }: Finding): Submission["filesNotRead"][number][] {
	return code === "file-passed-over"
		? [{ file: at.file, why: particulars.why as Submission["filesNotRead"][number]["why"] }]
		: [];
}

/** The first of the heaviest, in order of place. */
function heaviestOf(tally: OpenTally): Submission["heaviest"] {
	let heaviest: Finding | undefined;
	for (const found of listed(tally)) {
		const tonnes = found.weight?.tonnes ?? null;
		if (tonnes !== null && (heaviest === undefined || compare(tonnes, heaviest.weight?.tonnes as Ratio) > 0)) heaviest = found;
	}
	if (heaviest === undefined) return null;
	const { code, firm, period, at, weight } = heaviest;
	return {
		code,
		firm: firm === "" ? null : firm,
		period: period === "" ? null : period,
		file: at.file === "" ? null : at.file,
		row: at.row === 0 ? null : at.row,
		weightTonnes: figure(weight?.tonnes as Ratio)(places),
		couldTurnVerdict: weight?.couldTurn ?? null,
	};
}

function written(value: Ratio | null): string | null {
	return value === null ? null : figure(value)(places);
}
