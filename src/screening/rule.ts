/**
 * What a screening rule is. It judges one firm, or all firms side by side, from what the tables amount to; it changes nothing
 * and withholds nothing by itself. Silence is no answer: a rule passes, fails, or says why it was not checked.
 */
import type { AssessedFirm } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import type { Part, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Code, Finding } from "../findings/finding.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { Clears } from "./clear/plain-case.ts";
import type { Gathered, GatheringRoom, PlainGathering, SimpleFirm } from "./gathering.ts";
import type { OutputSteps, Series } from "./series.ts";

/** Everything a rule may know of a firm. */
export interface FirmCase {
	readonly firm: AssessedFirm;
	readonly record: FirmRecord;
	/** The record once more, for who keeps a firm beyond its turn: of large tables it is made again, so that nobody holds all records. */
	readonly recordAgain: () => FirmRecord;
	/** What it used, carrier by carrier and use by use, site by site; in order of name. Only what is given month by month. */
	readonly series: readonly Series[];
	/** What the intensity is measured by, month by month; undefined where it is not given so. */
	readonly output: OutputSteps | undefined;
	/** t CO2 that one held unit of a carrier counts in a year (below zero where it subtracts); undefined where unknown. */
	readonly tonnesPerUnit: (year: number, carrier: string, use: Use) => Ratio | undefined;
	readonly partOf: (carrier: string) => Part;
	readonly rules: Rules;
	/** A limit of seeds/limits.csv, or what the rules file of the run has in its place. */
	readonly limit: (name: string) => Exact;
	/** What rules between firms found of this one: their months have that cause, and no other is told of them. */
	readonly ofRun: readonly Suspicion[];
}

/** Months of a history, by their places. */
export interface Months {
	readonly series: Series;
	readonly months: readonly number[];
}

/** Something suspected: the finding, and what would change if the suspicion were right. */
export interface Suspicion {
	readonly finding: Finding;
	/** The year whose figures it concerns; null for all. */
	readonly year: number | null;
	/**
	 * t CO2 by which the year's total would change if the suspicion were right: above zero where the table says too little.
	 * null where nobody can say.
	 */
	readonly impact: Ratio | null;
	/**
	 * The same by year where several are in doubt, each by its own tonnes, in place of `impact`; undefined where nobody can say.
	 * Asked with the firm's case, which a rule of the run does not keep.
	 */
	readonly years?: (one: FirmCase) => ReadonlyMap<number, Ratio> | undefined;
	/**
	 * t CO2 by year of amounts that nobody measured: copied, dragged down, filled. What they would change by may be little, and what
	 * stands on no record is all of them.
	 */
	readonly unmeasured?: (one: FirmCase) => ReadonlyMap<number, Ratio> | undefined;
	/** What would change is an estimate: near a limit some more or less of it counts, too. */
	readonly rough?: true;
	/** Told, and no verdict is held against it: chance may well have made it. */
	readonly aside?: true;
	/** The months that it explains, of a rule of the run; undefined where none. */
	readonly explains?: (one: FirmCase) => Months | undefined;
}

/** Why a rule could not be asked. */
export const whyNots = [
	"no-months",
	"too-few-months",
	"no-output",
	"no-measured-values",
	"no-sector",
	"no-earlier-year",
	"no-other-firm",
	"no-price-basis",
	"no-such-carrier",
	"no-as-of",
	"not-in-tables",
	"switched-off",
] as const;
export type WhyNot = (typeof whyNots)[number];

export type Answer =
	| { readonly kind: "pass" }
	| { readonly kind: "fail"; readonly suspicions: readonly Suspicion[] }
	| { readonly kind: "not-checked"; readonly why: WhyNot };

export const pass: Answer = { kind: "pass" };

export function notChecked(why: WhyNot): Answer {
	return { kind: "not-checked", why };
}

/** Fails where something is suspected, else passes. */
export function answer(suspicions: readonly Suspicion[]): Answer {
	return suspicions.length === 0 ? pass : { kind: "fail", suspicions };
}

/** A rule about one firm. `id` is the catalogue's (`M-301`), `code` what its finding is called. */
export interface FirmRule {
	readonly id: string;
	readonly code: Code;
	readonly judge: (one: FirmCase) => Answer;
	/**
	 * Clears a plain firm without asking; `by-shape` where the answer hangs on what the firm has rows of, and on no amount. Not there where only
	 * asking tells.
	 */
	readonly clears?: Clears | "by-shape";
}

/** A rule about all firms of the run side by side: one answer for the run. */
export interface RunRule {
	readonly id: string;
	readonly code: Code;
	/** Whether a plain firm's numbers tell all that is gathered of it. Not there where they always do. */
	readonly tells?: Clears;
	/** Begins to gather simple firms in one thread. */
	readonly gather: (limit: (name: string) => Exact, room: GatheringRoom) => PlainGathering;
	/** `firms`: about how many there are. `gathered`: of simple firms; undefined where there are none. */
	readonly begin: (limit: (name: string) => Exact, firms: number, gathered?: Gathered) => Gathering;
}

/** What a rule about the run takes of each firm, in order of firm, while the firm's own rules are asked; and its answer after the last. */
export interface Gathering {
	readonly take: (one: FirmCase) => void;
	/** A simple firm, as it was gathered. */
	readonly takePlain: (one: SimpleFirm) => void;
	readonly answer: () => Answer;
}
