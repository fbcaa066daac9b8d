/** In English: a report. */
import type { Fields } from "../../fields.ts";

/** Of both kinds of factor. */
const factor = {
	kind: "parts: heat value, carbon content and oxidation rate. direct: t CO2 per unit.",
	measured: "Which parts the rows measured themselves, by column of the energy table.",
	source: "Where the rest comes from: a set, a source of the factors table, or row.",
};

/** Of the own path and of the sector's. */
const gap = {
	required: "Intensity that the path asks for in this year; null outside its years.",
	gap: "Intensity minus the required one; above zero is worse than the path.",
	gapPercent: "The gap in per cent of the required intensity; above zero is worse than the path.",
	gapTonnes: "The gap times this year's output, in t CO2; above zero is worse than the path.",
	target: "Intensity that the path asks for in the target year.",
	targetGap: "Intensity minus the target; above zero is still to go.",
	targetGapPercent: "Gap to the target in per cent of the target; above zero is still to go.",
	targetGapTonnes: "Gap to the target times this year's output, in t CO2; above zero is still to go.",
};

export const report: Fields["report"] = {
	report: {
		schemaVersion: "Version of this contract.",
		tool: "What wrote the report.",
		basis: "What was chosen: everything needed to do the run again.",
		inputs: "The files that were read, in order of name.",
		firms: "Firms in order of their code, id or name.",
		sectors: "Pooled figures of sectors in order of id; all closes the list.",
		findings: "What is to be told about the data.",
	},
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
	firm: {
		firm: "Code, id or name that identifies the firm.",
		name: "Name of the firm.",
		sector: "Sector id.",
		province: "English name of the province.",
		years: "Years in order of time.",
	},
	year: {
		year: "Calendar year.",
		coverage: "whole-year, partial (a month is in no table) or months-missing (a month is in some tables only).",
		emissions: "Emissions by part, as they count in the total.",
		apart: "What is told apart and is not in the total, in t CO2.",
		carriers: "What was used, by carrier and use.",
		energy: "Energy used, in coal equivalent.",
		toDate: "The months of a year that is not whole, beside the same months of the years before.",
		output: "What the intensity is per.",
		intensity: "Emissions over output.",
		change: "Changes of the intensity; null where the year is withheld.",
		ownPath: "The path from the firm's own base, and the gap to it; null where there is none.",
		sectorPath: "The path from the sector's pooled base, and the gap to it; null where there is none.",
		progress: "How much of the reduction task is done; null where the year is withheld or outside the years of the path.",
		verdict: "The judgement of the year; null for the base year and for years that are not judged.",
	},
	emissions: {
		fuel: "Emissions from fuels, in t CO2.",
		process: "Emissions from process materials, in t CO2.",
		electricity: "Emissions of purchased electricity less what was sold, in t CO2.",
		heat: "Emissions of purchased heat less what was sold, in t CO2.",
		total: "Emissions within the chosen boundary, in t CO2; null where a part of it is unknown.",
		unit: "Unit of the parts and of the total.",
	},
	apart: {
		feedstock: "CO2 that carbon of feedstock would make, in t CO2.",
		feedstockTce: "Coal equivalent of feedstock, in tce: part of energy.value, shown apart since assessments deduct it.",
		greenAtGrid: "What green power bought on the market is at the grid's factor, in t CO2.",
	},
	carrier: {
		carrier: "Id of the carrier.",
		use: "What it was for.",
		quantity: "Amount of the year; null where rows contradict each other.",
		unit: "Unit of quantity.",
		co2: "Emissions in t CO2 as they count in the total: below zero for what is subtracted.",
		tce: "Tonnes of coal equivalent.",
		factor: "The factor that was used; null where none was found.",
	},
	factorInParts: {
		...factor,
		ncv: "Net calorific value in GJ per unit; null where the amount is heat already.",
		carbonContent: "Carbon content in tC per GJ.",
		oxidationRate: "Oxidation rate as a fraction.",
	},
	directFactor: { ...factor, emissionFactor: "The factor in the unit beside it.", unit: "Unit of emissionFactor." },
	energy: {
		value: "Energy used, in tonnes of coal equivalent.",
		unit: "Unit of value.",
		derived: "Whether a coefficient of coal equivalent was made from a heat value.",
		intensity: "Tonnes of coal equivalent over output.",
		sinceBasePercent: "Change of the energy intensity since the base year, in per cent; below zero is a fall.",
		requiredChangePercent:
			"Change since the base year that the plan asks of the energy intensity, in per cent; below zero is a fall.",
		withoutFeedstock: "The same over output, without energy used as feedstock, which assessments deduct.",
		withoutFeedstockSinceBasePercent: "Change of that since the base year, in per cent; below zero is a fall.",
		verdict: "Verdict of energy per output, without energy used as feedstock.",
	},
	toDate: {
		months: "How many months are compared: those that both years have in all tables.",
		intensity: "Emissions over output of these months.",
		sameMonthsPercent: "Change of their intensity against the same months of last year, in per cent; below zero is a fall.",
		cumulativePercent: "The same since the base year, through last year's own change, in per cent.",
		requiredPercent: "Change since the base year that the path asks for by the end of the year, in per cent.",
		timeGonePercent: "Share of the plan's time gone with the last of the months, in per cent.",
		verdict: "The two tests of the months, in the words of the year with the qualifier to-date.",
	},
	output: {
		value: "Output that the intensity is per, in the unit beside it.",
		unit: "Unit of the output.",
		prices: "Prices of output: constant-YEAR, current, mixed or unstated; null where output is a product.",
		deflated: "Whether current prices were brought to constant ones.",
	},
	intensity: {
		value: "Total emissions over output.",
		unit: "Unit of the intensity, and of all bases, requirements, targets and gaps without a unit of their own.",
	},
	change: {
		sinceBasePercent: "Change of the intensity since the base year, in per cent; below zero is a fall.",
		sinceLastYearPercent: "Change of the intensity since last year, in per cent; below zero is a fall.",
	},
	ownPath: {
		...gap,
		targets: "The plan that the year is judged by.",
		prices: "Constant prices that the year and its base are compared at; null where the intensity is per product.",
		baseYear: "Base year of the path.",
		base: "The firm's own intensity in the base year.",
		requiredChangePercent: "Change since the base year that the path asks for by this year, in per cent; below zero is a fall.",
		gapPoints: "Change since the base year minus the change required, in percentage points; above zero is worse than the path.",
		neededYearlyCutPercent:
			"Fall of the intensity still needed each year to reach the target, in per cent; 0 once it is reached.",
	},
	sectorPath: {
		...gap,
		base: "Pooled intensity of the sector in the base year, or that of the targets table.",
		firms: "Firms in the pooled base; null where the base is that of the targets table.",
		thin: "Whether the pool is too small to lean on.",
	},
	progress: {
		percent: "Share of the reduction task done since the base year, in per cent: 100 is all of it, below zero is away from it.",
		completionPercent:
			"Fall since the base year over the fall asked for, in per cent, in the target year alone: how offices state a task that is over.",
		scheduleRatio: "Progress over the share of the period gone; 1 is on schedule.",
	},
	verdict: {
		word: "on-track, on-track-slowing, behind, off-track, met, missed or withheld.",
		qualifiers: "near, far or catching-up, beside behind; to-date where it is of a part of a year; divided by a blank in csv.",
		yearTest: "Whether the fall since last year is at least the path's own in that year: pass, fail or not-checked.",
		cumulativeTest: "Whether the intensity is at or below the own path: pass, fail or not-checked.",
		reasons: "Why the verdict is withheld, as codes; empty where it is not, divided by a blank in csv.",
	},
	sector: { sector: "Sector id; all for all sectors together.", years: "Years in order of time." },
	sectorYear: {
		year: "Calendar year.",
		targets: "The plan that the year is seen by; a year that ends one plan and begins the next stands here once for each.",
		firms: "Firms in the pool of this year.",
		emissions: "Emissions of these firms, in t CO2.",
		output: "Output of these firms.",
		intensity: "Emissions over output of these firms.",
		comparable: "Firms usable both in this year and in the base year: those that changes are made of.",
		sinceBasePercent: "Change of the pooled intensity since the base year, in per cent; below zero is a fall.",
		required: "Intensity that the sector's path asks for in this year.",
		gapPercent:
			"How far the firms of the base, as many as are usable in this year, lie from the intensity required of them, in per cent of it; above zero is worse than the path.",
		totalSinceBasePercent: "Change of total emissions since the base year, in per cent; below zero is a fall. Shown, not judged.",
	},
};
