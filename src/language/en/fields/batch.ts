/** In English: submissions, each judged by itself, and the evidence of them. */
import type { Fields } from "../../fields.ts";

export const batch: Fields["batch"] = {
	batch: {
		schemaVersion: "Version of this contract.",
		tool: "What judged the submissions.",
		basis: "How they were judged.",
		counts: "How many there are.",
		submissions: "One for each submission, in the order asked for.",
		beside: "Files and links that belong to no submission.",
		pools: "Sectors over the submissions that could be used.",
	},
	batchCounts: {
		submissions: "Submissions.",
		judged: "Submissions that were judged.",
		unusable: "Submissions that could not be used.",
	},
	batchPools: {
		submissions: "How many submissions are pooled.",
		leftOut: "Submissions and firms that are in no pool.",
		sectors: "Each sector and year.",
		standings: "Each firm and year shown beside the path of its sector.",
	},
	leftOut: {
		submission: "The submission.",
		firm: "The firm; null where it is the whole submission.",
		why: "unusable; rows-lost: rows of it may be lost; own-tables: it was judged by tables of its own; firm-repeated: another submission has the firm, too.",
	},
	pooledSector: {
		sector: "Level-1 sector; all at the end.",
		year: "The year.",
		targets: "The plan that the year is seen by.",
		firms: "Firms usable in the year.",
		emissions: "Their emissions.",
		output: "Their output.",
		intensity: "Emissions over output.",
		comparable: "Firms usable in the year and in the base year.",
		sinceBasePercent: "Change of their intensity since the base year.",
		required: "Intensity that the path requires.",
		gapPercent: "Gap of those firms to the path; above zero is worse.",
		totalSinceBasePercent: "Change of their emissions since the base year.",
	},
	standing: {
		submission: "The submission.",
		firm: "The firm.",
		year: "The year.",
		sector: "Its level-1 sector.",
		firms: "Firms that the base is pooled from; null where a targets file states it.",
		thin: "Whether those are too few to tell of a sector.",
		base: "Pooled intensity of the base year.",
		required: "Intensity that the path requires.",
		gapPercent: "Gap of the firm to it; above zero is worse.",
		gapTonnes: "The same at its output of the year.",
	},
};

export const summary: Fields["summary"] = {
	summary: {
		schemaVersion: "Version of this contract.",
		tool: "What judged the submission.",
		submission: "The submission as the batch has it.",
		pooled: "What its firms are in pools, exactly.",
		leftOut: "Why none of it is pooled; null otherwise.",
	},
	pooledFirm: {
		firm: "The firm.",
		sector: "Its level-1 sector; null where it has none or several.",
		targets: "The plan that sees these years.",
		baseDisputed: "Its base is stated otherwise than its rows have it: it counts in no base.",
		years: "Its years that can be pooled.",
	},
	pooledYear: {
		year: "The year.",
		emissions: "t CO2, exactly.",
		outputs: "The output at each price year that it is known at.",
		shown: "Whether the year is shown and seen by this plan.",
	},
	pooledOutput: { priceYear: "Year of the constant prices; null for a product.", output: "The output, exactly." },
};

export const manifest: Fields["manifest"] = {
	manifest: {
		schemaVersion: "Version of this contract.",
		tool: "What wrote the evidence.",
		basis: "How the submissions were judged.",
		submissions: "Each submission, in order of name.",
		files: "Every file of the folder but the manifest and its signature, in order of path.",
	},
	manifestSubmission: {
		submission: "The submission.",
		state: "judged or unusable.",
		folder: "Where its evidence is.",
		inputs: "What was submitted, from the folder of submissions, read or not.",
		derivations: "Firm-years whose derivation is among the files.",
	},
	derivationFile: {
		firm: "The firm.",
		year: "The year.",
		json: "The derivation for programs.",
		markdown: "The same for people.",
	},
};
