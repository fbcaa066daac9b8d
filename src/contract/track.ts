/** The monthly view: what `track --format json` writes, and the columns of its csv. Numbers are decimal strings. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const trackShapes = {
	track: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		inputs: "@input[+]",
		/** Worst first: by the gap to the path, then by firm. */
		firms: "@trackedFirm[]",
		findings: "@findings",
	},
	trackedFirm: {
		firm: "word",
		name: "word?",
		sector: "id?",
		province: "word?",
		/** null where the firm has no month in all its tables. */
		month: "year-month?",
		/** Why there is nothing to show; null where there is. */
		why: "of noTracks?",
		/** The plan the month is seen by, and the base year of the firm's path. */
		targets: "word?",
		baseYear: "year?",
		prices: "prices?",
		outputUnit: "word",
		intensityUnit: "intensity-unit",
		toDate: "@trackedMonths?",
		twelveMonths: "@twelveMonths?",
		inMonth: "@inMonth?",
		path: "@trackedPath?",
		task: "@task?",
		room: "@room?",
		pace: "@pace?",
		months: "@monthly[]",
		verdict: "@verdict?",
		settle: "@settle?",
		/** What an office's growth rates come to: of the month followed, else of the latest period; and of each period. */
		growthNow: "@officeGrowth?",
		growth: "@officeGrowth[]",
	},
	officeGrowth: {
		/** The months that are compared with the same ones of the year before. */
		period: "word",
		targets: "word?",
		rates: "@growthRate[]",
		co2: "@decline?",
		energy: "@decline?",
		/** The rates without which those that are there come to nothing. */
		lacking: "of growthIndicators[]",
	},
	growthRate: {
		indicator: "of growthIndicators",
		percent: "percent",
		/** What the printed digits allow: half a step of the last one to either side. */
		lowPercent: "percent",
		highPercent: "percent",
		source: "word?",
		/** From the firm's own amounts of the same months; null where they cannot be had of both years. */
		ownPercent: "percent?",
		agrees: "flag?",
	},
	decline: {
		percent: "percent",
		lowPercent: "percent",
		highPercent: "percent",
		askedPercent: "percent?",
		against: "of againstAsked?",
	},
	/** The year up to the month: the months that both years have in all tables. */
	trackedMonths: {
		months: "year-month[]",
		/** Months that only one table or only one of the years has. */
		leftOut: "year-month[]",
		emissions: "tonnes?",
		output: "output?",
		intensity: "intensity?",
		/** The same months of last year and of the base year, at prices in common. */
		lastYear: "intensity?",
		onLastYearPercent: "percent?",
		base: "intensity?",
		/** months: the same ones of the base year; year: the whole base year, since its months cannot be had. */
		baseIs: "=months|=year?",
		onBasePercent: "percent?",
	},
	twelveMonths: { emissions: "tonnes", output: "output", intensity: "intensity", onYearBeforePercent: "percent?" },
	inMonth: { intensity: "intensity", onMonthPercent: "percent?", onYearPercent: "percent?" },
	trackedPath: {
		/** Since the base, through last year's own change; and what the path asks by the end of the year. */
		cumulativePercent: "percent?",
		requiredPercent: "percent",
		gapPoints: "points?",
		/** The path at the end of the month, by the time gone: shown, and judged by nobody. */
		atMonth: "intensity",
		timeGonePercent: "short-percent",
		progressPercent: "short-percent?",
	},
	task: {
		/** The fall against last year over the fall that a whole year asks for. */
		percent: "short-percent?",
		levels: "@level[]",
	},
	level: { scheme: "code", title: "word", level: "word", word: "word" },
	room: {
		months: "count",
		output: "output",
		outputFrom: "of outputsFrom",
		intensity: "intensity",
		tonnes: "tonnes",
		changePercent: "percent?",
	},
	/** An extrapolation: nothing is judged by it. */
	pace: { soFar: "intensity", low: "intensity?", high: "intensity?", fromYears: "year[]", required: "intensity?" },
	monthly: { month: "year-month", intensity: "intensity?" },
} as const;

/** One row for each firm: each column with the key that stands in it. */
export const trackColumns = {
	firm: "trackedFirm.firm",
	name: "trackedFirm.name",
	sector: "trackedFirm.sector",
	province: "trackedFirm.province",
	month: "trackedFirm.month",
	why: "trackedFirm.why",
	targets: "trackedFirm.targets",
	base_year: "trackedFirm.baseYear",
	prices: "trackedFirm.prices",
	total_tco2: "trackedFirm.toDate.emissions",
	output: "trackedFirm.toDate.output",
	output_unit: "trackedFirm.outputUnit",
	intensity: "trackedFirm.toDate.intensity",
	intensity_unit: "trackedFirm.intensityUnit",
	last_year: "trackedFirm.toDate.lastYear",
	on_last_year_pct: "trackedFirm.toDate.onLastYearPercent",
	base: "trackedFirm.toDate.base",
	base_is: "trackedFirm.toDate.baseIs",
	on_base_pct: "trackedFirm.toDate.onBasePercent",
	twelve_months: "trackedFirm.twelveMonths.intensity",
	twelve_months_on_year_before_pct: "trackedFirm.twelveMonths.onYearBeforePercent",
	in_month: "trackedFirm.inMonth.intensity",
	in_month_on_month_pct: "trackedFirm.inMonth.onMonthPercent",
	in_month_on_year_pct: "trackedFirm.inMonth.onYearPercent",
	cumulative_pct: "trackedFirm.path.cumulativePercent",
	required_pct: "trackedFirm.path.requiredPercent",
	gap_points: "trackedFirm.path.gapPoints",
	at_month: "trackedFirm.path.atMonth",
	time_gone_pct: "trackedFirm.path.timeGonePercent",
	progress_pct: "trackedFirm.path.progressPercent",
	task_pct: "trackedFirm.task.percent",
	room_months: "trackedFirm.room.months",
	room_output: "trackedFirm.room.output",
	room_output_from: "trackedFirm.room.outputFrom",
	room_intensity: "trackedFirm.room.intensity",
	room_tco2: "trackedFirm.room.tonnes",
	room_change_pct: "trackedFirm.room.changePercent",
	pace_low: "trackedFirm.pace.low",
	pace_high: "trackedFirm.pace.high",
	required: "trackedFirm.pace.required",
	year_test: "trackedFirm.verdict.yearTest",
	cumulative_test: "trackedFirm.verdict.cumulativeTest",
	verdict: "trackedFirm.verdict.word",
	qualifiers: "trackedFirm.verdict.qualifiers",
	reasons: "trackedFirm.verdict.reasons",
	growth_period: "trackedFirm.growthNow.period",
	growth_co2_pct: "trackedFirm.growthNow.co2.percent",
	growth_co2_low_pct: "trackedFirm.growthNow.co2.lowPercent",
	growth_co2_high_pct: "trackedFirm.growthNow.co2.highPercent",
	growth_co2_asked_pct: "trackedFirm.growthNow.co2.askedPercent",
	growth_co2_against: "trackedFirm.growthNow.co2.against",
} as const;

type Shapes = typeof shared & typeof trackShapes;
export type TrackSentences = Sentences<typeof trackShapes>;

export type Track = Shaped<Shapes, "track">;
export type TrackedFirm = Shaped<Shapes, "trackedFirm">;
