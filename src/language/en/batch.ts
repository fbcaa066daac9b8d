/** What `tanlu batch` says, in English. */
import type { BatchTexts } from "../batch-texts.ts";
import { number } from "./pieces.ts";

export const batch: BatchTexts = {
	columns: {
		submission: "submission",
		verdict: "verdict",
		gapTonnes: "gap t",
		heaviest: "heaviest finding",
		weight: "t",
		couldTurn: "turns",
		byDefault: "default %",
		asserted: "asserted %",
		notRead: "not read",
		findings: "errors/warnings",
		why: "why",
		sector: "sector",
		year: "year",
		firms: "firms",
		intensity: "intensity",
		gapPercent: "gap %",
	},
	headings: { unusable: "Passed over", sectors: "Sectors", leftOut: "Not pooled" },
	counts: ({ submissions, judged, unusable }) =>
		`${number(submissions, "submission")}, each judged by itself: ${judged} judged, ${unusable} passed over.`,
	reading:
		"gap t: above zero is worse, of the firm that is furthest above its path. turns: whether that finding could turn the verdict. default %: tonnes on published factors. asserted %: tonnes on rows that count by an assertion.",
	ownTables: ({ submissions, used }) =>
		used
			? `Reference tables of their own were used in ${number(submissions, "submission")}, as asked with --accept-own.`
			: `Reference tables of their own are in ${number(submissions, "submission")}, and were not used (--accept-own uses them).`,
	answers: { yes: "yes", no: "no" },
	errorsAndWarnings: (errors, warnings) => `${errors}/${warnings}`,
	verdictCount: (word, count) => `${word} ${count}`,
	pools: ({ submissions, leftOut }) =>
		leftOut === 0
			? `Sectors are pooled over ${number(submissions, "submission")}.`
			: `Sectors are pooled over ${number(submissions, "submission")}; ${leftOut} left out, named below.`,
	leftOut: {
		unusable: "could not be used",
		"rows-lost": "rows may be lost",
		"own-tables": "judged by tables of its own",
		"firm-repeated": "another submission has the firm, too",
	},
	all: "all",
	beside: (count) => `${number(count, "file")} of no submission: not read.`,
	more: (count) => `… and ${count} more: --format csv has them all.`,
	passedOver: (submission, why) => `${submission} is passed over: ${why}`,
	evidence: ({ folder, made, kept }) =>
		kept === 0
			? `evidence of ${number(made, "submission")} in ${folder}`
			: `evidence in ${folder}: ${number(made, "submission")} made, ${kept} kept as they were`,
};
