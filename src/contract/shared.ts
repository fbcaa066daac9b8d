/** What several outputs tell alike: what wrote them, files, rows, findings. */
import type { Sentences, Shaped } from "./kinds.ts";

export const shared = {
	tool: { name: "=tanlu", version: "version", seeds: "sha256", rules: "sha256" },
	input: {
		file: "path",
		/** Of a workbook; null where the file is the table. */
		sheet: "word?",
		kind: "of tableKinds",
		sha256: "hash",
		/** null where cells are not text of a file; so is the separator. */
		encoding: "=utf-8|=gb18030|=utf-16le|=utf-16be?",
		separator: "=,|=\t|=;?",
		rows: "@rows",
	},
	/** What was chosen: everything needed to do the run again. */
	basis: {
		targets: "word",
		/** In order of base year: each judges the years behind its base year up to its target year. */
		plans: "@plan[+]",
		path: "of pathShapes",
		per: "per",
		boundary: "of boundaries",
		factors: "code",
		/** Of the user's own, which win over the set. */
		factorFiles: "@factorFile[]",
		firmsFiles: "word[]",
		marketBased: "flag",
		screened: "flag",
		prices: "asked-prices",
		deflator: "word?",
		mappings: "mapping[]",
		assertions: "word[]",
		/** What is shown; all where there is none. */
		firms: "word[]",
		years: "year[]",
	},
	plan: {
		targets: "word",
		baseYear: "year",
		targetYear: "year",
		reductionPercent: "percent",
		/** Constant prices of the base year; null where the intensity is per product. */
		prices: "prices?",
		electricity: "word",
	},
	factorFile: { file: "word", factors: "place" },
	verdict: {
		word: "of verdictWords",
		qualifiers: "of qualifiers[]",
		yearTest: "of testResults",
		cumulativeTest: "of testResults",
		reasons: "of reasons[]",
	},
	/** What a verdict waits for that open findings outweigh. */
	settle: {
		/** Of the year, of the year before and of the base, the heaviest first. */
		findings: "fingerprint[]",
		asWritten: "of verdictWords",
		/** null where nobody knows by how much. */
		asProposed: "of verdictWords?",
	},
	factorInParts: {
		kind: "=parts",
		/** GJ per unit; null where the amount is heat already. */
		ncv: "decimal?",
		/** tC per GJ. */
		carbonContent: "decimal",
		/** Fraction. */
		oxidationRate: "decimal",
		measured: "measured[]",
		source: "word",
	},
	directFactor: {
		kind: "=direct",
		emissionFactor: "decimal",
		unit: "word",
		measured: "measured[]",
		source: "word",
	},
	rows: { read: "count", used: "count", refused: "count", skipped: "count" },
	findings: { counts: "@counts", notChecked: "@notChecked[]", list: "@finding[]" },
	counts: { error: "count", warning: "count", note: "count" },
	notChecked: { rule: "any-rule", why: "code" },
	finding: {
		code: "code",
		gravity: "of gravities",
		file: "word?",
		/** Of a workbook; null where the file is one table. */
		sheet: "word?",
		row: "place?",
		line: "place?",
		column: "word?",
		/** Of a workbook, as a spreadsheet names the column; null elsewhere. */
		letter: "letter?",
		value: "text?",
		firm: "word?",
		period: "word?",
		message: "word",
		remedy: "text",
		weightTonnes: "tonnes?",
		couldTurnVerdict: "flag?",
		cause: "word?",
		fingerprint: "word",
	},
	/** How a batch was asked for: in its output, and in the manifest of its evidence. */
	batchBasis: {
		/** What makes a submission: a folder in the folder, or a file. */
		each: "of submissionUnits",
		/** Reference tables and rules of a submission itself were used. */
		acceptOwn: "flag",
		/** Of sentences. */
		language: "word",
		/** Options that decide figures, in order; files by their names from a submission. */
		options: "@askedOption[]",
		/** Files that options name, with the names that findings and reports give them. */
		references: "@hashedFile[]",
	},
	askedOption: { option: "word", values: "text[]" },
	/** A file by its content. */
	hashedFile: { path: "word", sha256: "hash", bytes: "count" },
	submission: {
		submission: "word",
		state: "of submissionStates",
		/** Why it could not be used; null where it could. */
		unusable: "@unusable?",
		filesRead: "word[]",
		filesNotRead: "@unreadFile[]",
		/** Reference tables and rules of its own. */
		ownTables: "@ownTable[]",
		/** By firm and year, of the years shown. */
		verdicts: "@submissionVerdict[]",
		/** Of the firm that is furthest above its path in the latest year shown. */
		gapTonnes: "tonnes?",
		/** The finding that weighs most; null where none can be weighed. */
		heaviest: "@heaviest?",
		/** Of the tonnes of the latest year shown. */
		defaultSharePercent: "percent?",
		assertedSharePercent: "percent?",
		findings: "@counts",
	},
	unusable: { code: "code", message: "word" },
	unreadFile: { file: "word", why: "of unreadReasons" },
	ownTable: { file: "word", kind: "word", used: "flag" },
	submissionVerdict: {
		firm: "word",
		name: "word?",
		year: "year",
		gapTonnes: "tonnes?",
		gapPercent: "percent?",
		/** null where the year is judged by no plan. */
		verdict: "@verdict?",
	},
	heaviest: {
		code: "code",
		firm: "word?",
		period: "word?",
		file: "word?",
		row: "place?",
		weightTonnes: "tonnes",
		couldTurnVerdict: "flag?",
	},
} as const;

type Shared = typeof shared;
export type SharedSentences = Sentences<Shared>;

export type ReportBasis = Shaped<Shared, "basis">;
export type ReportInput = Shaped<Shared, "input">;
export type ReportFindings = Shaped<Shared, "findings">;
export type ReportFinding = Shaped<Shared, "finding">;
export type BatchBasis = Shaped<Shared, "batchBasis">;
export type HashedFile = Shaped<Shared, "hashedFile">;
export type Submission = Shaped<Shared, "submission">;
