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
	const like = firm.years.find((one) => one.year === nearestTo(year, body));
	const line = facts?.emissions.carriers.find(
		({ carrier, use, unit }) => carrier === series.carrier && use === series.use && unit === series.unit,
	);
	if (facts === undefined || like === undefined || line === undefined) return false;
	if (line.tce === null || line.quantity === null || facts.output === null || like.output === null) return false;
	if (facts.output.dimension !== like.output.dimension || sign(like.output.value) <= 0) return false;
	const scale = per(facts.output.value, like.output.value);
	const lacks = times(per(line.tce, fromExact(line.quantity)), minus(usual, amount));
	// What has no coal equivalent, such as clinker, nothing replaces.
	if (sign(lacks) === 0) return false;
	let more = zeroRatio;
	const names = new Set([...facts.emissions.carriers, ...like.emissions.carriers].map(({ carrier }) => carrier));
	for (const name of names) {
		if (name === series.carrier) continue;
		more = plus(more, minus(tceOf(facts, name, line.part), times(tceOf(like, name, line.part), scale)));
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

function nearestTo(year: number, years: readonly number[]): number {
	return years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) ? one : best));
}
