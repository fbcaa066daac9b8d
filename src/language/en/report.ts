/** What the report says around its figures, in English. */

import { assertionsBesidesPrices, type Basis, type BasisPlan } from "../../domain/basis.ts";
import type { Code } from "../../findings/finding.ts";
import type { FactorText, NextStep, ReportTexts, TargetTerms } from "../report-texts.ts";
import { howOften, mostNotChecked } from "../report-texts.ts";
import { check } from "./check.ts";
import { list, number } from "./pieces.ts";
import { recordOf } from "./records.ts";
import { words } from "./words.ts";

/** What there is to do about a withheld verdict. */
const lifts = {
	errors: "correct the errors told for it",
	"no-output": "add its output, or choose another denominator with --per",
	"months-missing": "fill in the months it lacks (0 where nothing was used)",
	partial: "add the months that are in no table",
	prices: "give its output at constant prices, or a --deflator FILE",
	boundary: "give process rows for both years (0 where there were none), or use --boundary energy",
	"no-base": "add its base year, or a base_intensity in a firms table",
	"no-last-year": "add the same months of last year",
	"not-monthly": "give the amounts month by month, or to date",
	"cannot-conclude": "settle its open findings",
} as const;

/** Rules that did not run, and why, by the words of the machine formats. */
const notCheckedRules: Readonly<Record<string, string>> = {
	"future-month": "whether any period lies in the future",
	screening: "whether figures are unlikely",
};
const whys: Readonly<Record<string, string>> = {
	...check.whys,
	"no-as-of": "give today's date: --as-of DATE",
	"not-asked": "turned off by --no-screen",
	"by-report": "tanlu report asks",
};

function nextStep(next: NextStep): string {
	switch (next.step) {
		case "mend-errors":
			return `Next: correct the ${number(next.errors, "error")} told on standard error, and run again.`;
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

/** `20%`; with its years where they are not the plan's. */
const termsOf = ({ reduction, baseYear, targetYear }: TargetTerms, basis: Basis): string =>
	`${reduction}%${basis.plans.length === 1 && baseYear === basis.plans[0].baseYear && targetYear === basis.plans[0].targetYear ? "" : `, ${baseYear} to ${targetYear}`}`;

const lower = ({ reduction, baseYear, targetYear }: TargetTerms): string =>
	`${reduction}% lower in ${targetYear} than in ${baseYear}`;

/** Which factor purchased power takes in which year, with what was typed. */
function electricityIn({ electricity, electricityFactor }: BasisPlan, { marketBased }: Basis): string {
	const market = marketBased ? ", market-based" : "";
	if (electricityFactor !== null) return `${electricityFactor} kgCO2/kWh in every year (${electricity}${market})`;
	if (/^[\d.]+$/.test(electricity)) return `${electricity} kgCO2/kWh in every year${market}`;
	return `${electricity}, ${electricity.includes("@") ? "the same in every year" : "year by year"}${market}`;
}

/** Of each plan, where they differ. */
function electricityOf(basis: Basis): string {
	const { plans } = basis;
	const [first, ...others] = plans;
	if (others.every(({ electricity }) => electricity === first.electricity)) return electricityIn(first, basis);
	return plans.map((plan) => `${electricityIn(plan, basis)} for ${plan.targets}`).join(", ");
}

/** What is asked; the plan of each year, where there are several. */
const titleOf = ({ targets, plans }: Basis): string =>
	words.targets(targets === "auto" && plans.length === 1 ? plans[0].targets : targets);

const factorOf = (factor: FactorText): string =>
	factor.kind === "direct"
		? `${factor.factor} ${factor.unit}`.trimEnd()
		: [
				...(factor.ncv === null ? [] : [`${factor.ncv} GJ/${words.unit(factor.unit)}`]),
				`${factor.carbonContent} tC/GJ`,
				factor.oxidationRate,
				"44/12",
			].join(" × ");

const per = ({ indicator, product, outputUnit }: Basis): string =>
	`${words.unit(outputUnit)} of ${indicator === "production" ? product : words.indicators[indicator]}`;

const factorFiles = ({ factorFiles: files }: Basis): string[] =>
	files.map(({ file, factors }) => `${number(factors, "factor")} from ${file}`);

const firmsFiles = ({ firmsFiles: files }: Basis): string[] =>
	files.length === 0 ? [] : [`bases and targets of firms: ${list(files)}`];

/** What a rules file changes, in words. */
function ownRules({ rules }: Basis): string[] {
	if (rules === null) return [];
	const changes = rules.changes.map(({ what, name, value, own, reason }) =>
		what === "off" ? `${name} not asked (${reason})` : `${name} ${value} instead of ${own} (${reason})`,
	);
	return [`rules of ${rules.file}: ${changes.length === 0 ? "no change" : changes.join(", ")}`];
}

export const report: ReportTexts = {
	columns: {
		firm: "firm",
		sector: "sector",
		year: "year",
		plan: "plan",
		emissions: "t CO2",
		output: (unit) => `output ${unit}`,
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
		ofBase: "of base",
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
		indicator: "indicator",
		amount: "amount",
		perOutput: (unit) => `per ${unit}`,
		carrier: "carrier",
		use: "use",
		quantity: "quantity",
		unit: "unit",
		factor: "factor",
		source: "source",
	},
	judged: ({ basis, year, firms, firm, terms, others, further }) => {
		const who = firm ?? number(firms, "firm");
		const when = year === null ? "" : ` in ${year}`;
		const asked =
			terms.length === 0
				? list(basis.plans.map(lower))
				: `${list(terms.map(lower))} (terms of this firm; in general ${list(basis.plans.map((plan) => `${plan.reduction}%, ${plan.baseYear} to ${plan.targetYear}`))})`;
		const apart = [
			...others.map(
				({ terms: own, firms: named, more }) => `${list(named)}${more > 0 ? ` and ${more} more` : ""} ${termsOf(own, basis)}`,
			),
			...(further > 0 ? [`${number(further, "firm")} by yet other terms`] : []),
		];
		return `CO2 intensity of ${who}${when}, judged against ${titleOf(basis)}: ${asked}${apart.length === 0 ? "" : ` (*: ${apart.join("; ")})`}, ${words.shapes[basis.path].falls}.`;
	},
	signs: ({ unknown, notApplicable }) => {
		const signs = [...(unknown ? ["? unknown"] : []), ...(notApplicable ? ["- not applicable"] : [])];
		return `Gap: intensity minus required; above zero is worse.${signs.length === 0 ? "" : ` ${signs.join(", ")}.`}`;
	},
	chosen: (basis) => {
		const asserted = assertionsBesidesPrices(basis);
		const prices =
			basis.deflator !== null
				? `deflated by ${basis.deflator}`
				: basis.prices === null
					? "as stated"
					: `${basis.prices}, as asserted`;
		return [
			`Intensity is t CO2 per ${per(basis)}`,
			`boundary: ${words.boundaries[basis.boundary]}`,
			`fuel factors: ${[basis.factors, ...factorFiles(basis)].join(", but ")}`,
			...firmsFiles(basis),
			`electricity: ${electricityOf(basis)}`,
			`prices: ${prices}`,
			...(basis.mappings.length === 0 ? [] : [`mapped: ${basis.mappings.join(", ")}`]),
			...(asserted.length === 0 ? [] : [`asserted: ${asserted.join(", ")}`]),
			...ownRules(basis),
			...(basis.screened ? [] : ["not screened"]),
		]
			.join("; ")
			.concat(".");
	},
	differs: (basis) => {
		const { assertions, mappings, deflator } = basis;
		const all = [
			...factorFiles(basis),
			...firmsFiles(basis),
			...(deflator === null ? [] : [`prices deflated by ${deflator}`]),
			...(mappings.length === 0 ? [] : [`mapped: ${mappings.join(", ")}`]),
			...(assertions.length === 0 ? [] : [`asserted: ${assertions.join(", ")}`]),
			...ownRules(basis),
			...(basis.screened ? [] : ["not screened"]),
		];
		return all.length === 0 ? "" : `Other than the tool's own: ${all.join("; ")}.`;
	},
	notThePlans: "This is not the Plan's denominator, which is industrial value added.",
	key: ({ verdicts, qualifiers, near, far }) => {
		const meanings = {
			near: `slightly: ${near} of schedule or more`,
			far: `far: under ${far}`,
			"catching-up": "catching up: fell enough this year",
		} as const;
		const degrees = qualifiers.flatMap((one) => (one === "to-date" ? [] : [meanings[one]]));
		const offTrack = verdicts.includes("off-track");
		const neither = offTrack ? "neither" : "below base and not up on last year";
		return [
			...(offTrack ? ["Off track: above its path, and either up on last year or not below base."] : []),
			...(verdicts.includes("behind")
				? [`Behind: above its path, but ${neither}${degrees.length === 0 ? "" : `; ${degrees.join("; ")}`}.`]
				: []),
			...(verdicts.includes("on-track-slowing") ? ["Slowing: fell too little this year."] : []),
		].join(" ");
	},
	toDate: ({ year, months, change, verdict }) =>
		`${year} so far, ${number(months, "month")}: ${change === null ? "" : `${change}% against the same months of last year; `}${verdict}. tanlu track has the months.`,
	settle: ({ year, findings, further, asWritten, asProposed }, naming) =>
		`${year} is settled by ${list(findings.map((found) => recordOf(found, naming)))}${further === 0 ? "" : ` and ${number(further, "more finding")}`}. As the tables stand it would be ${words.verdicts[asWritten]}; ${asProposed === null ? "with what the findings let expect nobody can say" : asProposed === asWritten ? "with what the findings let expect, too" : `with what the findings let expect, ${words.verdicts[asProposed]}`}.`,
	star: "*",
	withoutData: (firms) => `${number(firms, "firm")} of the tables ${firms === 1 ? "has" : "have"} no data of what is shown here.`,
	leftOut: (titles) => `No room for: ${titles.join(", ")} (try --width 160).`,
	furtherFirms: (count, verdicts) => {
		const kinds = verdicts.map(({ word, count: n }) => `${n} ${words.verdicts[word]}`).join(", ");
		return `… and ${number(count, "firm")} more${kinds === "" ? "" : ` (${kinds})`}: --top all shows them.`;
	},
	headings: {
		sectors: "Sectors: usable firms added up, total over total; large firms and mix decide",
		years: "Year by year",
		ownPath: (base, baseYear) => (base === null ? "Own path" : `Own path, from the firm's own intensity of ${baseYear}: ${base}`),
		sectorPath: (sector, base, baseYear, firms, thin) =>
			`Path of the sector (${sector}), from its intensity of ${baseYear}: ${base}${firms === null ? ", as the targets file states" : `, pooled over ${number(firms, "firm")}${thin ? ", which is thin" : ""}`}`,
		endPoint: (targetYear) => `To the end point of ${targetYear}`,
		parts: "Parts of the emissions, t CO2",
		energy: "Energy in tonnes of coal equivalent",
		indicators: "Water, waste and pollutants",
		caps: "Totals beside what a targets file allows",
		carriers: (year) => `What was used in ${year}`,
	},
	ofBase: (both, base) => `${both} of ${base}`,
	poolsDiffer: "Gap % and since base % compare firms in both years; required is of all the base.",
	progress: ({ path, reduction }) =>
		`Progress: ${words.shapes[path].progress(reduction)}. Of schedule: progress over the share of the time gone.`,
	plansApart:
		"Years of each plan are at that plan's prices and with its factor for electricity: an intensity of one is not to be held against that of another, the changes in per cent may.",
	sectorPathCaution:
		"Products differ within a sector: a firm may lie far from this path whatever it does. The verdict is by its own path.",
	energy: ({ electricity, terms }) =>
		[
			...(electricity === null ? [] : [`Electricity counts ${electricity} kgce/kWh.`]),
			...(terms.length === 0 ? [] : [`Required: energy per output ${list(terms.map(lower))}, by the same targets.`]),
		].join(" "),
	levelAsked: (percent, year) => `${percent} in ${year}`,
	indicatorsTold:
		"By the same two tests, whatever the verdict of CO2. The Plan asks for a fall of the main pollutants of key industries, and for a share of bulk solid waste.",
	factor: (factor, source) => `${factorOf(factor)}; ${report.factorFrom(source)}`,
	sectorWithin: (sector, whole) => `${sector} (${whole})`,
	factorFrom: (source) => source.replace(/^row(?=$|;)/, "the row itself"),
	noOwnPath: "No year can be compared with a base, so there is no path of the firm's own.",
	noSectorPath: "There is no path of the firm's sector: no sector is known, or no firm of it has a usable base year.",
	allFirms: "all usable",
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
	otherFindings: ({ error, warning, note }, { beyond, years }) =>
		`of other firms${years ? " or years" : ""}${beyond ? ", or beyond the first of a code" : ""}: ${number(error, "error")}, ${number(warning, "warning")}, ${number(note, "note")}`,
	furtherFindings: (count) => `… and ${count} more`,
	notChecked: (rules) => {
		const named = rules.map(({ rule, why }) => ({
			name: notCheckedRules[rule] ?? check.titles[rule as Code] ?? rule,
			why: whys[why] ?? why,
		}));
		if (named.length <= mostNotChecked) return `not checked: ${named.map(({ name, why }) => `${name} (${why})`).join(", ")}`;
		// A page of names helps nobody: how many for each reason, and where they are named.
		return `not checked: ${named.length} rules (${howOften(named.map(({ why }) => why))
			.map(([why, n]) => `${why}: ${n}`)
			.join("; ")}); tanlu check names them`;
	},
	remedy: "->",
	linksLeftOut: (files) => `left out, since links in a folder are not followed: ${files.join(", ")}. To read one, name it.`,
	nothingExcluded: (patterns) => `no file is left out by --exclude ${patterns.join(", --exclude ")}. Letter case counts.`,
	knownFindings: (count) => `${number(count, "known finding")}: not told again, and not counted.`,
	passedOver: (files) => `${number(files, "file")} passed over: nothing of ${files === 1 ? "it" : "them"} counts.`,
	underWay: ({ bytes, expected, rows, rowsPerSecond, secondsLeft, findings }) =>
		[
			expected === null
				? `${megabytes(bytes)} MB read`
				: bytes < expected
					? `${Math.floor((100 * bytes) / expected)}% of ${megabytes(expected)} MB read`
					: "read, computing",
			...(rows > 0 ? [number(rows, "row")] : []),
			...(rowsPerSecond === null ? [] : [`${rowsPerSecond} rows/s`]),
			...(secondsLeft === null || secondsLeft === 0 ? [] : [`${secondsLeft} s left`]),
			...(findings > 0 ? [number(findings, "finding")] : []),
		].join(", "),
	typing: "reading a table from standard input, which is the terminal. Ctrl-D ends it (Windows: Ctrl-Z, then Enter).",
	kept: (file, folder) =>
		`${file === "-" ? "standard input (-)" : file} is long and is read twice: it goes to a temporary file in ${folder}, which is removed at the end.`,
	fault: "This is a fault of tanlu, not of your data. Please report it with the command you typed:",
};

/** One place where there are few. */
function megabytes(bytes: number): string {
	const tenths = Math.floor(bytes / 100_000);
	return String(tenths < 100 ? tenths / 10 : Math.floor(tenths / 10));
}
