/** Claims verified in one call, as the contract has them. */
import type { ComparedClaim, Comparison } from "../../src/contract/comparison.ts";
import type { ReportOptions, Table } from "../../src/index.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { gridCandidates } from "../../src/run/grid-candidates.ts";
import { judge } from "../../src/run/judge.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { readTolerance } from "../../src/run/values.ts";
import { explainOutside, verifyClaims } from "../../src/run/verify.ts";
import { buildComparison } from "../../src/views/build-comparison.ts";
import { frameOf } from "../../src/views/frame.ts";
import { fullSeeds } from "../support/full-seeds.ts";
import { csvText, type Row } from "../support/tables.ts";

export interface Asking extends ReportOptions {
	readonly tolerance?: string;
}

/** Claims of F1 in 2023, unless a row says otherwise. */
export const claims = (rows: readonly Row[], name = "claims.csv"): Table => ({
	name,
	reference: true,
	text: csvText(rows.map((row) => ({ firm: "F1", period: "2023", metric: "total_co2", quantity: "1", unit: "tCO2", ...row }))),
});

export const verified = async (tables: readonly Table[], asking: Asking = {}): Promise<Comparison> => {
	const { tolerance: asked, ...options } = asking;
	const sources = tables.map(({ name, text }) => ({
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield new TextEncoder().encode(text);
		},
	}));
	const byOption = new Set(tables.filter(({ reference }) => reference === true).map(({ name }) => name));
	const kind = tables.filter(({ name }) => name.startsWith("claims")).map(({ name }) => `${name}=claims`);
	const choices = understand(valuesOf({ ...options, kind }), { screen: false });
	const judged = judge(await read({ ...given(sources), byOption }, choices), choices);
	const frame = frameOf(judged, languageOf("en") as Language, "0.0.0");
	const tolerance = asked === undefined ? undefined : readTolerance(asked, "--tolerance");
	const compared = verifyClaims(judged, tolerance, frame);
	return buildComparison(
		explainOutside(judged, compared, tolerance, gridCandidates(fullSeeds())),
		tolerance?.text ?? null,
		frame,
	);
};

/** What became of the one claim of a run. */
export const claimed = async (tables: readonly Table[], asking: Asking = {}): Promise<ComparedClaim> => {
	const { claims: all } = await verified(tables, asking);
	const [only, ...more] = all.filter(({ outcome }) => outcome !== "not-claimed");
	if (only === undefined || more.length > 0) throw new Error(`${more.length + 1} claims`);
	return only;
};
