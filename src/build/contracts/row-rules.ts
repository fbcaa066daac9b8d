/** What the cells of a row must be to each other, where the reader refuses the row otherwise and JSON Schema can say it. */
import { type TableKind, unitDimensions } from "../../contract/tables.ts";
import { scopeWords } from "../../intake/tables/targets.ts";
import { loadReference } from "../../reference/reference.ts";
import { goalKindNames, readGoalKind } from "../../reference/words.ts";
import type { Schema } from "../../views/schemas.ts";
import { filled } from "./schema.ts";
import { indicatorForm, indicatorWords, rateWords, unitForm, words, writingOf } from "./writings.ts";

/** A number stands in the cell: a dash or a blank is none. */
const number = "[0-9]";

const [ncv, carbonContent, oxidationRate, emissionFactor] = (
	["ncv", "carbon_content", "oxidation_rate", "emission_factor"] as const
).map((column) => filled(column, number));
const parts = [ncv, carbonContent, oxidationRate];

const dimensions: readonly string[] = unitDimensions["unit-of-output"];
const money = ["money"];
const rates = ["fraction"];
const amounts = dimensions.filter((dimension) => !money.includes(dimension) && !rates.includes(dimension));
const ofMoney = indicatorForm(indicatorWords(true));
const ofRate = indicatorForm(rateWords());
const ofProduct = indicatorForm(indicatorWords(false));

/** A carrier, by any of its names, in units of these dimensions. */
function meteredIn(carriers: readonly string[], dimensions: readonly string[]): Schema {
	const names = loadReference()
		.seeds.carriers.filter(({ id }) => carriers.includes(id))
		.flatMap(({ id, nameEn, nameZh, aliases, warned }) => [id, nameEn, nameZh, ...aliases, ...warned]);
	return ifThen(filled("carrier", words(names)), unitOf(dimensions));
}

/** A unit of these dimensions, or none: it may stand in the header. */
function unitOf(dimensions: readonly string[]): Schema {
	return { properties: { unit: { type: "string", pattern: `^$|${unitForm(dimensions)}` } } };
}

function ifThen(condition: Schema, then: Schema): Schema {
	return { if: condition, then };
}

const otherKinds = goalKindNames().filter((name) => readGoalKind(name) !== "change");

/** What cells of a row must be to each other, for the kinds of table that ask for it. */
export const rowRules: { readonly [K in TableKind]?: readonly Schema[] } = {
	energy: [
		// A factor already contains the heat value.
		{ not: { allOf: [ncv, emissionFactor] } },
		meteredIn(["electricity", "green-electricity", "onsite-renewable-electricity"], ["electricity"]),
		meteredIn(["heat"], ["energy"]),
		meteredIn(["steam", "hot-water"], ["energy", "mass"]),
	],
	output: [
		// Money for money, anything but money for products.
		ifThen(filled("indicator", ofMoney), unitOf(money)),
		ifThen(filled("indicator", ofRate), unitOf(rates)),
		ifThen({ not: { anyOf: [filled("indicator", ofMoney), filled("indicator", ofRate)] } }, unitOf(amounts)),
		// 粗钢产量 names its product; production alone does not.
		ifThen(filled("indicator", ofProduct), filled("product")),
	],
	factors: [{ oneOf: [{ allOf: [emissionFactor, { not: { anyOf: parts } }] }, { allOf: [...parts, { not: emissionFactor }] }] }],
	targets: [
		// A fall begins somewhere; a level does not, and an amount need not.
		ifThen({ not: filled("kind", words(otherKinds)) }, filled("base_year")),
		// Of a fall it is per cent, whichever of the two columns it stands in.
		ifThen(
			{ not: filled("kind", words(otherKinds)) },
			{ properties: { value: { type: "string", not: { type: "string", pattern: writingOf("percent").but } } } },
		),
		{
			anyOf: [filled("scope", words(Object.keys(scopeWords).filter((word) => scopeWords[word] === "all"))), filled("scope_id")],
		},
	],
};
