/** What `tanlu track` says around its figures. */
import type { AgainstAsked, NoTrack, TestResult } from "../domain/words.ts";
import type { WarningLevel } from "./warning-level.ts";

/** Texts of figures, as people read them; null where there is none. */
export interface TrackTexts {
	readonly columns: {
		readonly what: string;
		readonly months: string;
		readonly month: string;
		readonly emissions: string;
		readonly output: (unit: string) => string;
		readonly intensity: string;
		readonly change: string;
		readonly sinceBase: string;
		readonly required: string;
		readonly gapPoints: string;
		readonly timeGone: string;
		readonly progress: string;
		readonly atMonth: string;
		readonly task: string;
		readonly allowed: string;
	};
	/** The first line: of whom, up to which month. `firms` where there are several. */
	readonly upTo: (told: { readonly firm: string | null; readonly firms: number; readonly month: string | null }) => string;
	/** Months that only one table or only one of the years has. */
	readonly leftOut: (months: readonly string[]) => string;
	/** Months before the last that no table has. */
	readonly missing: (months: readonly string[]) => string;
	/** What the gap is, and the sign for what is unknown where it occurs. */
	readonly signs: (unknown: boolean) => string;
	readonly headings: {
		readonly toDate: string;
		readonly path: string;
		readonly months: string;
		readonly firms: string;
	};
	/** The rows of the first table. */
	readonly thisYear: (year: number) => string;
	readonly lastYear: (year: number) => string;
	readonly base: (year: number) => string;
	/** The whole base year stands for its months, which cannot be had. */
	readonly baseIsYear: (year: number) => string;
	/** The twelve months up to this one. */
	readonly twelveMonths: string;
	readonly inMonth: (month: string) => string;
	/** Of the twelve months against those before, of the month against the month before and last year's. */
	readonly changes: {
		readonly onYear: string;
		readonly onMonth: string;
		readonly onYearBefore: string;
	};
	readonly yearTest: (told: { readonly change: string; readonly required: string; readonly test: TestResult }) => string;
	readonly cumulativeTest: (told: { readonly change: string; readonly required: string; readonly test: TestResult }) => string;
	/** How the two tests are made, in a sentence. */
	readonly tests: string;
	/** The same where last year is the base, so that there is one test. */
	readonly oneTest: string;
	/** The verdict in words, with what qualifies it. */
	readonly verdict: (verdict: string, whole: boolean) => string;
	/** The line in place of all where a firm cannot be followed. */
	readonly cannot: (firm: string, why: NoTrack) => string;
	/** Per cent of the year's task, and what schemes call that. */
	readonly task: (percent: string, levels: readonly WarningLevel[]) => string;
	readonly pathAtMonth: (told: { readonly intensity: string; readonly timeGone: string; readonly month: string }) => string;
	/** In place of what is left and of the extrapolation, while open findings put tonnes in doubt. */
	readonly open: string;
	/** What is left: so many months with so much output, and what they may have. */
	readonly room: (told: {
		readonly months: number;
		readonly output: string;
		readonly asked: boolean;
		readonly intensity: string;
		readonly tonnes: string;
		readonly change: string | null;
		readonly none: boolean;
	}) => string;
	/** An extrapolation: where the year ends, from to; `years` it was made from, and what the path asks for. */
	readonly pace: (told: {
		readonly low: string | null;
		readonly high: string | null;
		readonly soFar: string;
		readonly years: readonly number[];
		readonly required: string | null;
	}) => string;
	/** Beside the picture of the months: lowest and highest. */
	readonly picture: (told: { readonly low: string; readonly high: string }) => string;
	/** What an office's growth rates come to. */
	readonly growth: {
		readonly headings: { readonly one: string; readonly several: string };
		readonly columns: {
			readonly period: string;
			readonly what: string;
			readonly bounds: string;
			readonly asked: string;
			readonly own: string;
			/** What grew otherwise by the firm's own amounts. */
			readonly differing: string;
		};
		readonly declines: { readonly co2: string; readonly energy: string };
		/** How the figures are made and what their bounds mean. */
		readonly about: string;
		readonly against: { readonly [A in AgainstAsked]: string };
		/** No plan asks anything of the year. */
		readonly noPlan: string;
		readonly agrees: string;
		readonly disagrees: string;
		readonly bounds: (low: string, high: string) => string;
		/** A rate that comes to nothing without another. */
		readonly lacking: (told: {
			readonly firm: string | null;
			readonly period: string;
			readonly given: readonly string[];
			readonly lacking: readonly string[];
		}) => string;
	};
	readonly why: { readonly [W in NoTrack]: string };
	/** The last line: how many firms stand how. */
	readonly cameOut: (counts: readonly (readonly [word: string, count: number])[]) => string;
	readonly next: (firm: string) => string;
}
