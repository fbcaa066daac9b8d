/** The contract of `tanlu sources --format json`, and in which order its keys stand. */
import * as z from "zod";
import type { Fields } from "../../language/fields.ts";
import type {
	Sources,
	SourcesCoalEquivalents,
	SourcesElectricity,
	SourcesFuel,
	SourcesFuelFactor,
	SourcesGridFactor,
	SourcesProcess,
	SourcesTarget,
} from "../../views/sources.ts";
import { code, count, decimal, hashed, id, oneOf, printed, version, word, year } from "./cells.ts";
import { described, type Same } from "./describe.ts";

/** The contract, with a sentence for each key in the language of the fields. */
export function sourcesContract(fields: Pick<Fields, "outputs" | "sources">): z.ZodType<Sources> {
	const { title, about } = fields.outputs.sources;
	return contract(fields.sources).meta({ title, description: about });
}

// Compiles while the contract and `Sources` are the same type, in both directions; piece by piece, as in report.ts.
true satisfies Same<z.infer<ReturnType<typeof contract>>, Sources>;
true satisfies Same<z.infer<ReturnType<typeof fuel>>, SourcesFuel>;
true satisfies Same<z.infer<ReturnType<typeof fuelFactor>>, SourcesFuelFactor>;
true satisfies Same<z.infer<ReturnType<typeof electricity>>, SourcesElectricity>;
true satisfies Same<z.infer<ReturnType<typeof gridFactor>>, SourcesGridFactor>;
true satisfies Same<z.infer<ReturnType<typeof material>>, SourcesProcess>;
true satisfies Same<z.infer<ReturnType<typeof coalEquivalents>>, SourcesCoalEquivalents>;
true satisfies Same<z.infer<ReturnType<typeof target>>, SourcesTarget>;

type Said = Fields["sources"];

const verified = z.enum(["yes", "partial", "derived", "project"]);
const names = { nameEn: word, nameZh: word };
const origin = {
	source: word,
	sourceUrl: word.nullable(),
	published: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
		.nullable(),
	verified,
	evidence: word.nullable(),
	note: word.nullable(),
};

function contract(said: Said) {
	return described(said.sources, {
		schemaVersion: z.literal(1),
		tool: described(said.tool, { name: z.literal("tanlu"), version, seeds: hashed, rules: hashed }),
		chosen: described(said.chosen, { factors: code, electricity: word, targets: code }),
		factorSets: z.array(
			described(
				{ ...said.factorSet, ...said.origin },
				{
					id: code,
					title: word,
					titleZh: word,
					inForce: z.boolean(),
					forcedOxidation: printed.nullable(),
					fuels: count,
					...origin,
				},
			),
		),
		fuels: z.array(fuel(said)),
		electricity: electricity(said),
		heat: z.array(
			described({ ...said.heat, ...said.names, ...said.origin }, { id: code, ...names, unit: word, value: printed, ...origin }),
		),
		processes: z.array(material(said)),
		coalEquivalents: coalEquivalents(said),
		targets: described(said.targets, { inForce: z.array(target(said)), alternatives: z.array(target(said)) }),
		limits: z.array(described({ ...said.limit, ...said.origin }, { name: code, value: printed, ...origin })),
		deflators: deflators(said),
	});
}

function fuel(said: Said) {
	return described(
		{ ...said.fuel, ...said.names },
		{
			carrier: id,
			...names,
			unit: word,
			inForce: fuelFactor(said).nullable(),
			alternatives: z.array(fuelFactor(said)),
			lowest: decimal,
			highest: decimal,
			differencePercent: decimal.nullable(),
		},
	);
}

/** Source and date are those of its set. */
function fuelFactor(said: Said) {
	const { sourceUrl, evidence, note } = said.origin;
	return described(
		{ ...said.fuelFactor, sourceUrl, verified: said.origin.verified, evidence, note },
		{
			set: code,
			ncv: printed,
			carbonContent: printed,
			oxidationRate: printed,
			oxidationPrinted: printed,
			co2PerUnit: decimal,
			fromInForcePercent: decimal.nullable(),
			sourceUrl: origin.sourceUrl,
			verified,
			evidence: origin.evidence,
			note: origin.note,
		},
	);
}

function electricity(said: Said) {
	return described(said.electricity, {
		mode: word,
		given: printed.nullable(),
		inForce: z.array(gridFactor(said)),
		alternatives: z.array(gridFactor(said)),
	});
}

function gridFactor(said: Said) {
	return described(
		{ ...said.gridFactor, ...said.names, ...said.origin },
		{
			region: word,
			...names,
			level: z.enum(["national", "regional", "provincial"]),
			year: year.nullable(),
			basis: oneOf(["average", "average-excluding-market-nonfossil", "fossil", "enterprise-ets-reporting"]),
			reportingYears: word.nullable(),
			factor: printed,
			compared: z.boolean(),
			fromInForcePercent: decimal.nullable(),
			...origin,
		},
	);
}

function material(said: Said) {
	return described(
		{ ...said.process, ...said.names, ...said.origin },
		{
			id,
			...names,
			sector: id,
			unit: word,
			factor: printed,
			kind: z.enum(["tco2", "deduction", "tc"]),
			co2PerUnit: decimal.nullable(),
			refusal: z.enum(["not-co2", "needs-more"]).nullable(),
			formula: word,
			...origin,
		},
	);
}

function coalEquivalents(said: Said) {
	return described(said.coalEquivalents, {
		definition: described({ ...said.coalDefinition, ...said.origin }, { gigajoulesPerTonne: printed, ...origin }),
		rows: z.array(
			described(
				{ ...said.coalEquivalent, ...said.names, ...said.origin },
				{ carrier: id, ...names, unit: word, tce: printed, ...origin },
			),
		),
	});
}

function target(said: Said) {
	return described(
		{ ...said.target, ...said.names, ...said.origin },
		{
			set: word,
			plan: word,
			scope: z.enum(["all", "sector", "province"]),
			scopeId: word.nullable(),
			nameEn: word.nullable(),
			nameZh: word.nullable(),
			indicator: z.enum(["co2", "energy"]),
			baseYear: year,
			targetYear: year,
			reductionPercent: printed,
			differencePoints: decimal.nullable(),
			...origin,
		},
	);
}

function deflators(said: Said) {
	return described(said.deflators, {
		informingOnly: z.literal(true),
		rows: z.array(
			described(
				{ ...said.deflator, ...said.names, ...said.origin },
				{
					sector: word,
					nameEn: word.nullable(),
					nameZh: word.nullable(),
					year,
					series: word,
					value: printed,
					unit: oneOf(["%", "index"]),
					base: word,
					...origin,
				},
			),
		),
	});
}
