/** Values of the published tables and of the user's factor file: who writes one of them has not measured. */
import type { Rules } from "../assessment/rules.ts";
import { obtain } from "../domain/obtain.ts";
import { type Exact, known, toText, unscaled } from "../exact/exact.ts";
import { fromExact, per, type Ratio } from "../exact/ratio.ts";
import { rounded, trimmed } from "../exact/round.ts";

/** A parameter by what the ledger and what the tables call it. */
export interface Laboratory {
	readonly held: "ncv" | "carbonContent";
	readonly column: "ncv" | "carbon_content";
}

/** What laboratories measure month by month. The oxidation rate is a default nearly everywhere. */
export const laboratory: readonly Laboratory[] = [
	{ held: "ncv", column: "ncv" },
	{ held: "carbonContent", column: "carbon_content" },
];

/** GJ in a tonne of coal equivalent, now and before 2020. */
const coalEquivalents: readonly Ratio[] = [fromExact(known("29.3076")), fromExact(known("29.271"))];

const judged = new WeakMap<Rules, Map<string, boolean>>();

/**
 * Whether a value is one that is published for the carrier, in any table, whole or rounded; or a heat value behind a
 * coefficient of coal equivalent. The answer is kept, since one default stands in very many rows.
 */
export function isPublished(rules: Rules, carrier: string, { held }: Laboratory, value: Exact): boolean {
	const { id } = rules.carrierOf(carrier);
	const answers = obtain(judged, rules, () => new Map<string, boolean>());
	const name = `${id}|${held}|${toText(value)}`;
	let found = answers.get(name);
	if (found === undefined) {
		found = look(rules, id, held, value);
		// Values measured each for themselves are many, defaults a handful.
		if (answers.size < 100_000) answers.set(name, found);
	}
	return found;
}

function look({ reference, factors }: Rules, id: string, held: Laboratory["held"], value: Exact): boolean {
	const { places } = unscaled(value);
	const text = toText(value);
	const isRounded = (published: Ratio): boolean => rounded(published, places) === text;
	const { fuelSets, coalEquivalents: coefficients } = reference.seeds;
	if (fuelSets.some((set) => set.factors.some((row) => row.carrier === id && isRounded(fromExact(known(row[held]))))))
		return true;
	if (factors.supplied.some(({ carrier, parts }) => carrier === id && parts !== null && isRounded(fromExact(parts[held]))))
		return true;
	return (
		held === "ncv" &&
		coefficients.some(({ carrier, tce }) => {
			const written = tce.length - tce.indexOf(".") - 1;
			return (
				carrier === id &&
				tce.includes(".") &&
				coalEquivalents.some((gigajoules) => rounded(per(fromExact(value), gigajoules), written) === trimmed(tce))
			);
		})
	);
}
