/** What the report says around its figures, in English. */
import type { NextStep, ReportTexts, ToldBasis } from "../report-texts.ts";
import { check } from "./check.ts";
import { number } from "./pieces.ts";
import { words } from "./words.ts";

/** What there is to do about a withheld verdict. */
const lifts = {
	errors: "mend the errors told for it",
	"no-output": "add its output, or choose another denominator with --per",
	"months-missing": "fill in the months it lacks (0 where nothing was used), or assert it with --absent-is-zero",
	partial: "add the months that are in no table",
	prices: "give its output at constant prices, or a --deflator FILE",
	boundary: "give process rows for both years (0 where there were none), or use --boundary energy",
	"no-base": "add its base year, or a base_intensity in a firms table",
	"cannot-conclude": "settle its open findings",
} as const;

/** Rules that did not run, and why, by the words of the machine formats. */
const notCheckedRules: Readonly<Record<string, string>> = {
	"future-month": "periods in the future",
	screening: "screening for unlikely figures",
};
const whys: Readonly<Record<string, string>> = check.whys;

function nextStep(next: NextStep): string {
	switch (next.step) {
		case "mend-errors":
			return `Next: mend the ${number(next.errors, "error")} told on standard error, and run again.`;
		case "lift-reason":
			return `Next, for ${next.firm}: ${lifts[next.reason]}.`;
		case "look-at-firm":
			return `Next: --firm ${next.firm} shows year by year how it came to ${next.gapPercent}% against its path.`;
		case "cut-yearly":
			return `Next: a cut of ${next.percent}% in each year left reaches the ${next.targetYear} end point.`;
		case "end-point-reached":
			return `The ${next.targetYear} end point is reached already.`;
		case "add-years":
			return `Next: add a year after ${next.baseYear}; the base year itself is not judged.`;
		case "every-figure":
			return "Next: --format csv or json has every figure to 12 places.";
	}
}

const per = ({ indicator, product, outputUnit }: ToldBasis): string =>
	`${words.unit(outputUnit)} of ${indicator === "production" ? product : words.indicators[indicator]}`;

export const report: ReportTexts = {
	columns: {
		firm: "firm",
		sector: "sector",
		year: "year",
		emissions: "t CO2",
		output: "output",
		intensity: "intensity",
		sinceBase: "since base %",
		sinceLastYear: "on last year %",
		required: "required",
		gap: "gap",
		gapPercent: "gap %",
		gapPoints: "gap, points",
		gapTonnes: "gap, t CO2",
		verdict: "verdict",
		firms: "firms",
		totalSinceBase: "t CO2 since base %",
		progress: "progress %",
		scheduleRatio: "of schedule",
		yearTest: "year test",
		cumulativeTest: "path test",
		target: "end point",
		yearlyCut: "yearly cut needed %",
		total: "total",
		feedstock: "feedstock (apart)",
		greenAtGrid: "green power (apart)",
		energy: "tce",
		energyIntensity: "tce per output",
		requiredChange: "required %",
		carrier: "carrier",
		use: "use",
		quantity: "quantity",
		unit: "unit",
		factor: "factor from",
		source: "source",
	},
	judged: ({ basis, year, firms, firm }) => {
		const who = firm ?? number(firms, "firm");
		const when = year === null ? "" : ` in ${year}`;
		return `CO2 intensity of ${who}${when}, judged against ${words.targets(basis.targets)}: ${basis.reduction}% lower in ${basis.targetYear} than in ${basis.baseYear}, ${words.shapes[basis.path]}.`;
	},
	chosen: (basis) => {
		const electricity = `${basis.electricity}${basis.electricityFactor === null ? "" : ` (${basis.electricityFactor} kgCO2/kWh)`}`;
		const prices =
			basis.deflator !== null
				? `deflated by ${basis.deflator}`
				: basis.prices === null
					? "as stated in the tables"
					: `${basis.prices}, as asserted`;
		return [
			`Intensity is t CO2 per ${per(basis)}`,
			`boundary: ${words.boundaries[basis.boundary]}`,
			`fuel factors: ${basis.factors}`,
			`electricity: ${electricity}${basis.marketBased ? ", market-based" : ""}`,
			`prices: ${prices}`,
			...(basis.mappings.length === 0 ? [] : [`mapped: ${basis.mappings.join(", ")}`]),
			...(basis.assertions.length === 0 ? [] : [`asserted: ${basis.assertions.join(", ")}`]),
		]
			.join("; ")
			.concat(".");
	},
	notThePlans: "This is not the Plan's denominator, which is industrial value added.",
	legend: "Gap: intensity minus what the firm's own path requires of that year. Above zero is worse than required; ? is unknown.",
	ownTerms: (firms) =>
		`Measured from a base year or by a target of its own: ${firms
			.map(({ firm, baseYear, reduction }) => {
				const terms = [
					...(baseYear === undefined ? [] : [`from ${baseYear}`]),
					...(reduction === undefined ? [] : [`${reduction}%`]),
				];
				return `${firm} (${terms.join(", ")})`;
			})
			.join(", ")}.`,
	withoutData: (firms) => `${number(firms, "firm")} of the tables ${firms === 1 ? "has" : "have"} no data of what is shown here.`,
	leftOut: (titles) => `Left out for lack of width: ${titles.join(", ")} (--width 160 shows them, --format csv has all).`,
	furtherFirms: (count, verdicts) => {
		const kinds = verdicts.map(({ word, count: n }) => `${n} ${words.verdicts[word]}`).join(", ");
		return `… and ${number(count, "firm")} more${kinds === "" ? "" : ` (${kinds})`}: --top all shows them.`;
	},
	headings: {
		sectors: "Sectors, and all firms of the tables together",
		years: "Year by year",
		ownPath: (base, baseYear) => (base === null ? "Own path" : `Own path, from the firm's own intensity of ${baseYear}: ${base}`),
		sectorPath: (sector, base, baseYear, firms, thin) =>
			`Path of the sector (${sector}), from its intensity of ${baseYear}: ${base}${firms === null ? ", as the targets file states" : `, pooled over ${number(firms, "firm")}${thin ? ", which is thin" : ""}`}`,
		endPoint: (targetYear) => `To the end point of ${targetYear}`,
		parts: "Parts of the emissions, t CO2",
		energy: "Energy in tonnes of coal equivalent",
		carriers: (year) => `What was used in ${year}`,
	},
	factorFrom: (source) => source.replace(/^row(?=$|;)/, "the row itself"),
	noOwnPath: "No year can be compared with a base, so there is no path of the firm's own.",
	noSectorPath: "There is no path of the firm's sector: no sector is known, or no firm of it has a usable base year.",
	allFirms: "all firms",
	cameOut: ({ firms, year, verdicts, withheld, none }) => {
		const parts = verdicts.map(({ word, count }) =>
			word === "withheld" && withheld.length > 0
				? `${count} withheld (${withheld.map(({ word: reason, count: n }) => (withheld.length === 1 ? words.reasons[reason] : `${words.reasons[reason]}: ${n}`)).join(", ")})`
				: `${count} ${words.verdicts[word]}`,
		);
		if (none > 0) parts.push(`${none} without a verdict`);
		return `${number(firms, "firm")}${year === null ? "" : ` in ${year}`}: ${parts.join(", ")}.`;
	},
	firmCameOut: ({ firm, year, verdict, gapPercent }) => {
		const gap =
			gapPercent === null || verdict === null
				? ""
				: gapPercent.startsWith("-")
					? `, ${gapPercent.slice(1)}% below its path`
					: `, ${gapPercent}% above its path`;
		return `${firm} in ${year}: ${verdict ?? "no verdict, since the year is not one that is judged"}${gap}.`;
	},
	next: nextStep,
	notShown: "No firm or year matches what was asked to be shown.",
	findings: ({ error, warning, note }) => `${number(error, "error")}, ${number(warning, "warning")}, ${number(note, "note")}`,
	furtherFindings: (count) => `… and ${count} more`,
	notChecked: (rules) =>
		`not checked: ${rules.map(({ rule, why }) => `${notCheckedRules[rule] ?? check.titles[rule] ?? rule} (${whys[why] ?? why})`).join(", ")}`,
	remedy: "->",
	fault: "This is a fault of tanlu, not of your data. Please report it with the command you typed:",
};
