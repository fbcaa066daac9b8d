/** The report's contract: what `tanlu report --format json` may hold, and in which order its keys stand. */
import * as z from "zod";
import { boundaries, pathShapes, qualifiers, reasons, type TestResult, uses, verdictWords } from "../../domain/words.ts";
import type { Fields } from "../../language/fields.ts";
import type { Report, ReportCarrier, ReportFindings, ReportYear } from "../../views/report.ts";
import { code, count, decimal, few, hashed, id, oneOf, unknown, version, word, year } from "./cells.ts";
import { described, type Same } from "./describe.ts";
import { countsContract, findingShape, inputContract } from "./shared.ts";

/** The contract, with a sentence for each key in the language of the fields. */
export function reportContract(fields: Pick<Fields, "outputs" | "report">): z.ZodType<Report> {
	const { title, about } = fields.outputs.report;
	return contract(fields.report).meta({ title, description: about });
}

// Compiles while the contract and `Report` are the same type, in both directions. Piece by piece, because the compiler takes
// types that are alike three lists deep for equal without looking further.
true satisfies Same<z.infer<ReturnType<typeof contract>>, Report>;
true satisfies Same<z.infer<ReturnType<typeof firmYear>>, ReportYear>;
true satisfies Same<z.infer<ReturnType<typeof carrier>>, ReportCarrier>;

function contract(said: Fields["report"]) {
	return described(said.report, {
		schemaVersion: z.literal(1),
		tool: described(said.tool, { name: z.literal("tanlu"), version, seeds: hashed, rules: hashed }),
		basis: basis(said),
		inputs: z.array(inputContract(said)).min(1),
		firms: z.array(
			described(said.firm, {
				firm: word,
				name: word.nullable(),
				sector: id.nullable(),
				province: word.nullable(),
				years: z.array(firmYear(said)).min(1),
			}),
		),
		sectors: z.array(described(said.sector, { sector: id, years: z.array(sectorYear(said)) })),
		findings: findings(said),
	});
}

/** What was found; of a report and of other outputs. */
export function findings(said: Fields["report"]): z.ZodType<ReportFindings> {
	return described(said.findings, {
		counts: countsContract(said),
		notChecked: z.array(described(said.notChecked, { rule: code, why: code })),
		list: z.array(described(said.finding, findingShape)),
	});
}

function basis(said: Fields["report"]) {
	return described(said.basis, {
		targets: word,
		baseYear: year,
		targetYear: year,
		reductionPercent: decimal,
		path: z.enum(pathShapes),
		per: z.string().regex(/^(value_added|output_value|revenue|product:.+)$/),
		boundary: z.enum(boundaries),
		factors: code,
		electricity: word,
		marketBased: z.boolean(),
		prices: z.string().regex(/^(as-stated|constant-\d{4})$/),
		deflator: word.nullable(),
		mappings: z.array(z.string().regex(/^.+=.+$/)),
		assertions: z.array(word),
	});
}

function firmYear(said: Fields["report"]) {
	return described(said.year, {
		year,
		coverage: z.enum(["whole-year", "partial", "months-missing"]),
		emissions: described(said.emissions, {
			fuel: unknown,
			process: unknown,
			electricity: unknown,
			heat: unknown,
			total: unknown,
			unit: z.literal("tCO2"),
		}),
		apart: described(said.apart, { feedstock: unknown, greenAtGrid: unknown }),
		carriers: z.array(carrier(said)),
		energy: described(said.energy, {
			value: unknown,
			unit: z.literal("tce"),
			derived: z.boolean(),
			intensity: unknown,
			sinceBasePercent: unknown,
			requiredChangePercent: unknown,
		}),
		output: described(said.output, {
			value: unknown,
			unit: word,
			prices: z
				.string()
				.regex(/^(constant-\d{4}|current|mixed|unstated)$/)
				.nullable(),
			deflated: z.boolean(),
		}),
		intensity: described(said.intensity, { value: unknown, unit: z.string().regex(/^tCO2\/.+$/) }),
		change: described(said.change, { sinceBasePercent: unknown, sinceLastYearPercent: unknown }).nullable(),
		ownPath: ownPath(said).nullable(),
		sectorPath: sectorPath(said).nullable(),
		progress: described(said.progress, { percent: few.nullable(), scheduleRatio: few.nullable() }).nullable(),
		verdict: verdict(said).nullable(),
	});
}

/** The columns that were measured, by the names of the energy table. */
const measured = z.array(oneOf(["ncv", "carbon_content", "oxidation_rate", "emission_factor", "enthalpy", "temperature"]));

function carrier(said: Fields["report"]) {
	const inParts = described(
		{ ...said.factor, ...said.factorInParts },
		{ kind: z.literal("parts"), ncv: unknown, carbonContent: decimal, oxidationRate: decimal, measured, source: word },
	);
	const direct = described(
		{ ...said.factor, ...said.directFactor },
		{ kind: z.literal("direct"), emissionFactor: decimal, unit: word, measured, source: word },
	);
	return described(said.carrier, {
		carrier: id,
		use: z.enum(uses),
		quantity: unknown,
		unit: word,
		co2: unknown,
		tce: unknown,
		factor: z.union([inParts, direct]).nullable(),
	});
}

function ownPath(said: Fields["report"]) {
	return described(
		{ ...said.gap, ...said.ownPath },
		{
			baseYear: year,
			base: decimal,
			required: unknown,
			requiredChangePercent: unknown,
			gap: unknown,
			gapPercent: unknown,
			gapPoints: unknown,
			gapTonnes: unknown,
			target: unknown,
			targetGap: unknown,
			targetGapPercent: unknown,
			targetGapTonnes: unknown,
			neededYearlyCutPercent: few.nullable(),
		},
	);
}

function sectorPath(said: Fields["report"]) {
	return described(
		{ ...said.gap, ...said.sectorPath },
		{
			base: decimal,
			firms: count.nullable(),
			thin: z.boolean(),
			required: unknown,
			gap: unknown,
			gapPercent: unknown,
			gapTonnes: unknown,
			target: unknown,
			targetGap: unknown,
			targetGapPercent: unknown,
			targetGapTonnes: unknown,
		},
	);
}

function verdict(said: Fields["report"]) {
	const test = z.enum(["pass", "fail", "not-checked"] satisfies readonly TestResult[]);
	return described(said.verdict, {
		word: z.enum(verdictWords),
		qualifiers: z.array(z.enum(qualifiers)),
		yearTest: test,
		cumulativeTest: test,
		reasons: z.array(z.enum(reasons)),
	});
}

function sectorYear(said: Fields["report"]) {
	return described(said.sectorYear, {
		year,
		firms: count,
		emissions: unknown,
		output: unknown,
		intensity: unknown,
		comparable: count,
		sinceBasePercent: unknown,
		required: unknown,
		gapPercent: unknown,
		totalSinceBasePercent: unknown,
	});
}
