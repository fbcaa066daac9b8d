/** What `tanlu track` says, in English. */
import type { TestResult } from "../../domain/words.ts";
import type { TrackTexts } from "../track-texts.ts";
import { list, number } from "./pieces.ts";

const outcome: { readonly [T in TestResult]: string } = {
	pass: "met",
	fail: "not met",
	"not-checked": "not checked",
};

const whyNot: TrackTexts["why"] = {
	"no-months": "no month has both energy and output",
	"no-such-month": "the month lacks energy or output; without --month it is the latest that has both",
	"rates-only": "no amounts of its own, only growth rates of an office",
};

export const track: TrackTexts = {
	columns: {
		what: "period",
		months: "months",
		month: "up to",
		emissions: "t CO2",
		output: (unit) => `output ${unit}`,
		intensity: "intensity",
		change: "same months %",
		sinceBase: "since base %",
		required: "year asks %",
		gapPoints: "gap, points",
		timeGone: "plan's time %",
		progress: "plan's task %",
		atMonth: "path at the month",
		task: "year's task %",
		allowed: "allowed in the rest",
	},
	upTo: ({ firm, firms, month }) => `${firm ?? number(firms, "firm")}, by month${month === null ? "" : ` up to ${month}`}.`,
	leftOut: (months) => `Left out, since only one table or one of the two years has them: ${list(months)}.`,
	missing: (months) => `In no table, and so not counted: ${list(months)}. What is left of the year is unknown.`,
	signs: (unknown) =>
		`Gap in points: the change since the base less the change that the year asks for; above zero is worse.${unknown ? " ? unknown." : ""}`,
	headings: {
		toDate: "The year up to the month: total over total",
		path: "Against the firm's own path",
		months: "Month by month",
		firms: "Firms, the worst first",
	},
	thisYear: (year) => `${year}`,
	lastYear: (year) => `${year}, the same months`,
	base: (year) => `base ${year}, the same months`,
	baseIsYear: (year) => `base ${year}, the whole year`,
	twelveMonths: "the last twelve months",
	inMonth: (month) => `${month} alone`,
	changes: { onYear: "on last year", onMonth: "on the month before", onYearBefore: "on the twelve months before" },
	yearTest: ({ change, required, test }) =>
		`Year test: ${change}% against the same months of last year; a whole year asks for ${required}%: ${outcome[test]}.`,
	cumulativeTest: ({ change, required, test }) =>
		`Cumulative test: ${change}% since the base, through last year; by the end of this year ${required}% are asked for: ${outcome[test]}.`,
	tests: "The months lie twelve months apart, so that they are held against the rate of a whole year.",
	oneTest:
		"The months lie twelve months apart, so that they are held against the rate of a whole year. Last year is the base: the cumulative test is the same.",
	cannot: (firm, why) => `${firm}: ${whyNot[why]}.`,
	verdict: (verdict, whole) =>
		`Verdict: ${verdict}. ${whole ? "The year is whole, and tanlu report judges it." : "The year itself is judged when it is whole."}`,
	task: (percent, levels) =>
		`${percent.startsWith("-") ? "The intensity rose against the same months; the year asks for a fall." : `The fall against the same months is ${percent}% of the fall that the year asks for (of rates, not of work done).`}${levels.length === 0 ? "" : ` Schemes made for energy intensity would call that: ${levels.map(({ schemeEn, wordEn }) => `${wordEn} (${schemeEn})`).join("; ")}.`}`,
	pathAtMonth: ({ intensity, timeGone, month }) =>
		`At the end of ${month} ${timeGone}% of the plan's time are gone; by time alone the path stands at ${intensity}. It is shown, and decides nothing.`,
	open: "What is left and where the year ends are not told while findings put tonnes in doubt: correct what they name.",
	room: ({ months, output, asked, intensity, tonnes, change, none }) =>
		none
			? `Room left: none. With ${output} of output in the ${number(months, "month")} left (${asked ? "as expected" : "as in the same months of last year"}) the year ends above its path even without another tonne.`
			: `Room left: ${intensity} and ${tonnes} t CO2 in the ${number(months, "month")} left, at an output of ${output} (${asked ? "as expected" : "as in the same months of last year; --expect-output says another"})${change === null ? "" : `: ${change}% against the months gone`}.`,
	pace: ({ low, high, soFar, years, required }) =>
		`An extrapolation: ${
			low === null || high === null
				? `at the pace so far the year ends at ${soFar}; the firm has no whole earlier year by month to say how far it moves`
				: `if the whole year stands to these months as in ${list(years.map(String))}, it ends ${low === high ? `at ${low}` : `between ${low} and ${high}`}`
		}${required === null ? "" : `; the path asks for ${required}`}.`,
	picture: ({ low, high }) => `lowest ${low}, highest ${high}`,
	growth: {
		headings: { one: "By an office's growth rates", several: "By an office's growth rates: CO2 per value added" },
		columns: {
			period: "period",
			what: "what",
			bounds: "digits allow",
			asked: "year asks %",
			own: "own amounts %",
			differing: "own differ in",
		},
		declines: { co2: "CO2 per value added", energy: "energy per value added" },
		about:
			"(1 + growth of CO2 or energy) / (1 + growth of value added) - 1, at comparable prices. A printed rate may be off by half a step of its last digit: that is what the digits allow.",
		against: {
			met: "meets the rate",
			"not-met": "short of the rate",
			undecided: "digits do not decide",
		},
		noPlan: "no plan asks",
		agrees: "own amounts agree",
		disagrees: "own amounts differ",
		bounds: (low, high) => `${low} to ${high}`,
		lacking: ({ firm, period, given, lacking }) =>
			`${firm === null ? "" : `${firm}, `}${period}: growth of ${list(given)} without that of ${lacking.join(" or ")}: nothing is computed from it.`,
	},
	why: whyNot,
	cameOut: (counts) => `${counts.map(([word, count]) => `${count} ${word}`).join(", ")}.`,
	next: (firm) => `Next: --firm ${firm} for the months, the path and what is left.`,
};
