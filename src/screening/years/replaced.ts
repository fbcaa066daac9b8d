/** Whether other carriers of the part took the place of what a carrier lacks, or made way for what it has more, in coal equivalent. */
import { compare, fromExact, minus, negative, per, plus, type Ratio, sign, times, whole, zeroRatio } from "../../exact/ratio.ts";
import type { FirmCase } from "../rule.ts";
import type { Stranger } from "./strangers.ts";
import type { Thing } from "./things.ts";

/** `body`: the years that the strange one is held against. */
export function isReplaced(
	{ firm }: FirmCase,
	{ series }: Thing,
	{ year, amount, usual }: Stranger,
	body: readonly number[],
): boolean {
	if (series === null) return false;
	const facts = firm.years.find((one) => one.year === year);
	// Those on either side, where there are: from year to year works need less of everything.
	const likes = besides(year, body).flatMap((beside) => firm.years.find((one) => one.year === beside) ?? []);
	const line = facts?.emissions.carriers.find(
		({ carrier, use, unit }) => carrier === series.carrier && use === series.use && unit === series.unit,
	);
	if (facts === undefined || likes.length === 0 || line === undefined) return false;
	if (line.tce === null || line.quantity === null || facts.output === null) return false;
	const scales = likes.flatMap((like) => scaleOf(facts, like) ?? []);
	if (scales.length < likes.length) return false;
	const lacks = times(per(line.tce, fromExact(line.quantity)), minus(usual, amount));
	// What has no coal equivalent, such as clinker, nothing replaces.
	if (sign(lacks) === 0) return false;
	let more = zeroRatio;
	const names = new Set([facts, ...likes].flatMap(({ emissions }) => emissions.carriers.map(({ carrier }) => carrier)));
	const usually = (name: string): Ratio =>
		per(
			likes.reduce((all, like, nr) => plus(all, times(tceOf(like, name, line.part), scales[nr] as Ratio)), zeroRatio),
			whole(likes.length),
		);
	for (const name of names) {
		if (name === series.carrier) continue;
		more = plus(more, minus(tceOf(facts, name, line.part), usually(name)));
	}
	const size = (value: Ratio): Ratio => (sign(value) < 0 ? negative(value) : value);
	return sign(more) === sign(lacks) && compare(times(size(more), whole(2)), size(lacks)) >= 0;
}

type Facts = FirmCase["firm"]["years"][number];

function tceOf({ emissions }: Facts, name: string, part: string): Ratio {
	return emissions.carriers.reduce(
		(all, one) =>
			one.carrier === name && one.part === part && one.use !== "feedstock" && one.tce !== null ? plus(all, one.tce) : all,
		zeroRatio,
	);
}

/** How many times the output of another year a year made; undefined where that cannot be said. */
function scaleOf({ output }: Facts, { output: other }: Facts): Ratio | undefined {
	if (output === null || other === null || output.dimension !== other.dimension || sign(other.value) <= 0) return undefined;
	return per(output.value, other.value);
}

/** The nearest years before and after one, those there are. */
function besides(year: number, years: readonly number[]): number[] {
	const before = years.filter((one) => one < year);
	const after = years.filter((one) => one > year);
	return [...(before.length > 0 ? [Math.max(...before)] : []), ...(after.length > 0 ? [Math.min(...after)] : [])];
}
