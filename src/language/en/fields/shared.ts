/** In English: the outputs there are, the files of users, and what several outputs hold. */
import type { Fields } from "../../fields.ts";

/** Of both kinds of factor. */
const factor = {
	kind: "parts: heat value, carbon content and oxidation rate. direct: t CO2 per unit.",
	measured: "Which parts the rows measured themselves, by column of the energy table.",
	source: "Where the rest comes from: a set, a source of the factors table, or row.",
};

export const outputs: Fields["outputs"] = {
	inspection: { title: "Inspection", about: "What was understood of each input file." },
	report: {
		title: "Report",
		about:
			"Each firm's CO2 intensity of output and its gap to the path its reduction target asks for: what `tanlu report --format json` writes. Numbers are decimal strings, rounded half-even at no more than 12 places; null is unknown, never zero.",
	},
	explain: {
		title: "Explanations",
		about:
			"What findings mean, why they matter and how to correct them, each with an example: what `tanlu explain --format json` writes.",
	},
	sources: {
		title: "Sources",
		about:
			"Which factors and targets are in force, where they come from, and how far other published figures differ: what `tanlu sources --format json` writes. Numbers are decimal strings; null is unknown.",
	},
	whatif: {
		title: "What if",
		about:
			"What would be if amounts were others, beside what was reported: what `tanlu whatif --format json` writes. Numbers are decimal strings, rounded half-even at no more than 12 places; null is unknown, never zero.",
	},
	track: {
		title: "Monthly view",
		about:
			"Each firm by month: the year up to a month beside the same months of the years before, its path and what is left of the year: what `tanlu track --format json` writes. Numbers are decimal strings, rounded half-even at no more than 12 places; null is unknown, never zero.",
	},
	derivation: {
		title: "Derivation",
		about:
			"How the figures of a firm-year are made, from its rows to its verdict: what `tanlu explain FILE... --format json` writes. Fractions are exact; decimals are rounded half-even at no more than 12 places where none ends; null is unknown, never zero.",
	},
	diff: {
		title: "Comparison",
		about:
			"What `tanlu diff --format json` writes: two submissions or two reports side by side, each change with what it does alone.",
	},
	verification: {
		title: "Verification of a report",
		about: "A report held against its raw tables, figure by figure: what `tanlu verify-report --format json` writes.",
	},
	batch: {
		title: "Batch",
		about: "Submissions, each judged by itself, a row each: what `tanlu batch --format json` writes.",
	},
	summary: {
		title: "Summary of a submission",
		about: "One submission in a folder of evidence, and what its firms are in pools: `summary.json`.",
	},
	manifest: {
		title: "Manifest",
		about:
			"Every file of a folder of evidence and of the submissions by its hash: `manifest.json`. A detached signature of its bytes stands beside it as `manifest.json.sig`.",
	},
	comparison: {
		title: "Claims compared",
		about:
			"What firms claim beside what their tables come to: what `tanlu verify --format json` writes. Numbers are decimal strings, rounded half-even to at most 12 places; null is unknown, never zero.",
	},
	drivers: {
		title: "Drivers",
		about:
			"Why emissions and CO2 intensity moved between two periods, by the logarithmic mean Divisia index (LMDI-I): what `tanlu drivers --format json` writes. Numbers are decimal strings, rounded half-even at no more than 12 places; null is unknown, never zero.",
	},
	check: {
		title: "Findings",
		about:
			"What is wrong with the tables or was chosen for them, and which rules were not checked: what `tanlu check --format json` writes. Numbers are decimal strings, rounded half-even at no more than 12 places; null is unknown, never zero.",
	},
};

export const files: Fields["files"] = {
	rules: {
		title: "Rules file",
		about:
			"Limits and gravities in place of the tool's, and rules that are not asked, each with the reason: what --rules reads. Without it, tanlu.rules.json of the working folder.",
	},
	baseline: {
		title: "Known findings",
		about: "Findings that are known and accepted, each with a reason: what --write-baseline writes and --baseline reads.",
	},
};

export const shared: Fields["shared"] = {
	basis: {
		targets: "What years are judged by: auto (each by its own plan), a plan, provincial, or a file.",
		plans: "The plans in force, in order of base year; each judges the years behind its base year up to its target year.",
		path: "Shape of the path between base and target year.",
		per: "What the intensity is per.",
		boundary: "Which parts of the emissions count: all, or energy (without process emissions).",
		factors: "Set of fuel factors.",
		factorFiles: "Tables of factors of the user's own, which win over the set.",
		firmsFiles: "Firms tables whose bases and targets count: those that --firms names.",
		marketBased: "Whether green power bought on the market counts as zero.",
		screened: "Whether every rule was asked and verdicts that open findings outweigh are withheld; false with `--no-screen`.",
		prices: "as-stated, or the constant prices that were asserted.",
		deflator: "File that current prices were deflated with; null where none was.",
		mappings: "Carriers that were counted as others: NAME=ID.",
		assertions: "What was asserted about the data, and what a rules file changes.",
		firms: "Firms that are shown (--firm); all where there are none.",
		years: "Years that are shown (--year); all where there are none.",
	},
	plan: {
		targets: "The plan: a published set, or a file.",
		baseYear: "Base year of the plan.",
		targetYear: "Target year of the plan.",
		reductionPercent: "Reduction asked of the intensity from base to target year, in per cent.",
		prices: "Constant prices of the base year, which the plan compares at; null where the intensity is per product.",
		electricity:
			"Which factor purchased electricity takes in every year that the plan sees: a mode with its year, or a number in kgCO2 per kWh.",
	},
	factorFile: {
		file: "The file.",
		factors: "How many factors came from it.",
	},
	factorInParts: {
		...factor,
		ncv: "Net calorific value in GJ per unit; null where the amount is heat already.",
		carbonContent: "Carbon content in tC per GJ.",
		oxidationRate: "Oxidation rate as a fraction.",
	},
	directFactor: { ...factor, emissionFactor: "The factor in the unit beside it.", unit: "Unit of emissionFactor." },
	verdict: {
		word: "on-track, on-track-slowing, behind, off-track, met, missed or withheld.",
		qualifiers: "near, far or catching-up, beside behind; to-date where it is of a part of a year; divided by a blank in csv.",
		yearTest: "Whether the fall since last year is at least the path's own in that year: pass, fail or not-checked.",
		cumulativeTest: "Whether the intensity is at or below the own path: pass, fail or not-checked.",
		reasons: "Why the verdict is withheld, as codes; empty where it is not, divided by a blank in csv.",
	},
	settle: {
		findings:
			"The findings that outweigh it, by fingerprint: of the year, of the year before and of the base, the heaviest first.",
		asWritten: "The verdict if none of them is right.",
		asProposed: "The verdict if all of them are, with the amounts they let expect; null where nobody knows these.",
	},
	tool: {
		name: "Name of the tool.",
		version: "Version of the tool that wrote this.",
		seeds: "Hash of the reference data built into the tool: sha256 over all tables of seeds.",
		rules: "Hash of the limits that rules and verdicts use.",
	},
	input: {
		file: "Name of the file, relative, with / between folders.",
		sheet: "Sheet of the workbook; null where the file is the table.",
		kind: "Which input table it is.",
		sha256: "Hash of the file as it is stored, as sha256sum tells it: of a .gz, of the packed bytes.",
		encoding: "Encoding it was read in.",
		separator: "What divides its cells.",
		rows: "What became of its rows: read = used + refused + skipped.",
	},
	rows: {
		read: "Rows below the header.",
		used: "Rows that count.",
		refused: "Rows with an error in them.",
		skipped: "Rows without an amount, totals, notes and blank rows.",
	},
	findings: {
		counts: "How many findings there are of each gravity, whatever is listed.",
		notChecked: "Rules that did not run, and why.",
		list: "Findings in order of file, row, column and code; at most a thousand of each code.",
	},
	counts: { error: "The data are wrong.", warning: "The data are usable, or a basis is missing.", note: "A choice was made." },
	notChecked: { rule: "The rule that did not run.", why: "Why not, as a code." },
	finding: {
		code: "What is found; codes are never renamed.",
		gravity: "error (the data are wrong), warning (usable, or a basis is missing) or note (a choice was made).",
		file: "File it is in; null where it concerns the run.",
		sheet: "Sheet of the workbook it is in; null where the file is one table.",
		row: "Row as a spreadsheet counts: the first row of the file is 1.",
		line: "Line of the file.",
		column: "Column by its word in the file.",
		letter: "Letter of the column in a workbook; null elsewhere.",
		value: "The cell as it stands in the file, shortened where it is long.",
		firm: "Firm it concerns.",
		period: "Period it concerns.",
		message: "What is found, in a sentence.",
		remedy: "What to do about it.",
		weightTonnes:
			"How many t CO2 it is about; null where that is unknown. Of a refused row it is what the row would have added, and where its unit is not known the most it could be.",
		couldTurnVerdict: "Whether it could turn a verdict; null where that is unknown.",
		cause: "Fingerprint of the finding it follows from; null where it stands for itself.",
		fingerprint: "The same for the same finding in the next run, even when rows were inserted above it.",
	},
	batchBasis: {
		each: "What makes a submission: folder or file.",
		acceptOwn: "Whether reference tables and rules of the submissions themselves were used.",
		language: "Language of sentences.",
		options: "Options that decide figures.",
		references: "Files that options name.",
	},
	askedOption: { option: "The option.", values: "Its values, in the order typed; files by their names from a submission." },
	hashedFile: { path: "The file, with / between folders.", sha256: "Hash of its bytes.", bytes: "How many bytes it has." },
	submission: {
		submission: "The folder or file, from the folder of submissions.",
		state: "judged or unusable.",
		unusable: "Why it could not be used; null where it could.",
		filesRead: "Files that were read as tables.",
		filesNotRead: "Files that were not, each with the reason.",
		ownTables: "Reference tables and rules that it holds itself.",
		verdicts:
			"The verdict of each firm and year shown: the years asked for, else the latest year that is judged, withheld too, and not only begun.",
		gapTonnes:
			"Gap to the own path of the firm that is furthest above it in the latest year shown, at that year's output; above zero is worse.",
		heaviest: "The finding that weighs most; null where none can be weighed.",
		defaultSharePercent:
			"Share of the latest year's tonnes, amounts that subtract counted as tonnes too, on published factors in whole or in part; those of electricity and heat always are.",
		assertedSharePercent:
			"Share of the same tonnes on rows that count by an assertion of the run or by what the tool put in: mapped carriers, missing months taken as zero, repeats added, cells filled down, days added, amounts to date corrected, litres by a usual density.",
		findings: "How many findings it has.",
	},
	unusable: { code: "Why, as a code.", message: "The same in words." },
	unreadFile: {
		file: "The file, from the submission.",
		why: "other-kind, no-regular-file, no-table, empty, document, compressed; unusable: nothing of the submission counts.",
	},
	ownTable: {
		file: "The file, from the submission.",
		kind: "What it is: factors, deflator, targets, growth, firms or rules.",
		used: "Whether it was used, as --accept-own asks.",
	},
	submissionVerdict: {
		firm: "The firm.",
		name: "Its name.",
		year: "The year.",
		gapTonnes: "Gap to its own path at that year's output; above zero is worse.",
		gapPercent: "The same in per cent of the path.",
		verdict: "The verdict; null where the year is judged by no plan.",
	},
	heaviest: {
		code: "The finding.",
		firm: "Its firm.",
		period: "Its period.",
		file: "Its file.",
		row: "Its row.",
		weightTonnes: "How many tonnes it weighs.",
		couldTurnVerdict: "Whether it could turn a verdict; null where that is not known.",
	},
};
