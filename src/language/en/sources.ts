/** What `tanlu sources` says around the figures, in English. */
import type { SourcesTexts } from "../sources-texts.ts";

const bases: Readonly<Record<string, string>> = {
	average: "average",
	"average-excluding-market-nonfossil": "average without market-traded clean power",
	fossil: "fossil power only",
	"enterprise-ets-reporting": "for reporting under the carbon market",
};

export const sources: SourcesTexts = {
	columns: {
		carrier: "carrier",
		unit: "unit",
		co2PerUnit: "t CO2/unit",
		ncv: "GJ/unit",
		carbonContent: "tC/GJ",
		oxidation: "oxidation",
		lowest: "lowest",
		highest: "highest",
		difference: "sets differ %",
		verified: "verified",
		set: "set",
		title: "title",
		published: "published",
		source: "source",
		region: "region",
		dataYear: "data year",
		basis: "basis",
		gridFactor: "kgCO2/kWh",
		fromInForce: "to that in force %",
		name: "name",
		value: "value",
		scope: "for",
		what: "of",
		years: "years",
		reduction: "lower by %",
		differencePoints: "points apart",
		tce: "tce/unit",
		sector: "sector",
		kind: "kind",
		year: "year",
		series: "series",
		scheme: "scheme",
		level: "level",
		task: "task done",
	},
	headings: {
		fuels: "Fuels",
		electricity: "Electricity",
		heat: "Heat",
		targets: "Targets",
		limits: "Limits of verdicts and rules",
		"warning-levels": "Warning levels of schemes for energy intensity",
		processes: "Process materials",
		"coal-equivalents": "Coal equivalent",
		deflators: "Published growth and prices",
	},
	sets: "Published fuel tables; one serves a whole run (* in force)",
	otherGridFactors: "Other published grid factors",
	otherTargets: "Other targets",
	verified: { yes: "yes", partial: "in part", derived: "derived", project: "our choice" },
	basis: (id) => bases[id] ?? id,
	kinds: { tco2: "t CO2 per unit", deduction: "t CO2 per unit, subtracted", tc: "t carbon per unit, times 44/12" },
	refusals: { "not-co2": "refused: not CO2", "needs-more": "refused: needs more than quantity × factor" },
	targetOf: {
		co2: "CO2 per value added",
		energy: "energy per value added",
		water: "water per value added",
		solid_waste_rate: "solid waste use rate",
		so2: "sulphur dioxide per value added",
		nox: "nitrogen oxides per value added",
		cod: "chemical oxygen demand per value added",
		ammonia_nitrogen: "ammonia nitrogen per value added",
		particulates: "particulates per value added",
		voc: "volatile organic compounds per value added",
		pollutants: "main pollutants per value added",
	},
	level: (percent) => `level ${percent}`,
	everyIndustry: "all industry",
	inForce: ({ factors, electricity, targets }) =>
		`In force: fuel factors ${factors}, electricity ${electricity}, targets ${targets}. --factors, --electricity and --targets choose others.`,
	from: ({ title, source, published, verified }) =>
		`${title === null ? "" : `${title}. `}Source: ${source}. Published: ${published ?? "date not known"}. Verified: ${verified}.`,
	apart: ({ sets, carrier, percent }) =>
		`The ${sets} tables differ by up to ${percent}% for one fuel (${carrier}): they are never mixed, and nothing falls back to another.`,
	lacking: (carriers) =>
		`Not in this set, so a row of it needs its own values, a --factors FILE or a --map: ${carriers.join(", ")}.`,
	given: (factor) => `${factor} kgCO2/kWh, as given: no published factor is in force.`,
	provinces: ({ count, year, lowest, highest }) =>
		`Averages of ${count} provinces for ${year}: ${lowest} to ${highest} kgCO2/kWh (--electricity provincial@${year}).`,
	neverCompared: (count) => `${count} factors of another basis (--format csv lists them) are never compared with averages.`,
	taskShare: (below, atBound) =>
		below === null ? "the rest" : below === "0" ? "rose" : `${atBound ? "at most" : "below"} ${below}%`,
	levelNumbers:
		"Of the year's task. Level 1 is the worst nationally and the mildest in local plans: `tanlu track` never tells a level without its scheme.",
	informingOnly: "These inform; nothing is deflated without a --deflator FILE.",
	further: (sections) =>
		`Also: ${sections.map(({ section, count }) => `tanlu sources ${section} (${count})`).join(", ")}; --format csv or json has everything.`,
	caution:
		"Verified tells whether the number was seen in a text, often a copy of the document. No official page was opened: compare a number with its document before filing a report with it.",
};
