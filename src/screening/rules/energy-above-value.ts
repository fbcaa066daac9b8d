/**
 * U-107 by worth: energy that costs many times the value added that was made with it. No works does that, year after year; a unit that
 * slipped in all years hides from the firm's own history, and here it shows. Where all of its energy is so dear, the output is too small.
 */
import { nearly } from "../../exact/exact.ts";
import { compare, fromExact, per, type Ratio, sign, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { amountIn } from "../../ledger/amounts.ts";
import { type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { outputUnit, ownFactors, ratioLimit, writtenUnit } from "../asking.ts";
import { clearsEnergyValue } from "../clear/energy-shares.ts";
import { roughly, slack } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { slipped } from "../slip.ts";
import { judgedYears } from "../years/judged.ts";
import { impactOn, rowOf, type Thing, thingsOf } from "../years/things.ts";

export const energyAboveValue: FirmRule = {
	id: "U-107-value",
	code: "suspected-unit-slip",
	clears: clearsEnergyValue,
	judge: (one) => {
		if (one.rules.facts.indicator !== "value_added") return notChecked("no-output");
		const things = thingsOf(one);
		const output = things.find(({ series }) => series === null);
		if (output === undefined) return notChecked("no-output");
		const dear = things.flatMap((thing) => (thing.series === null ? [] : (slipOf(one, thing, output) ?? [])));
		const carriers = things.filter(({ of }) => of === "fuel" || of === "electricity" || of === "heat");
		if (dear.length > 1 && dear.length === carriers.length)
			return answer([ofOutput(one, output, dear) ?? dear[0]?.suspicion].flatMap((it) => it ?? []));
		return answer(dear.map(({ suspicion }) => suspicion));
	},
};

interface Dear {
	readonly year: number;
	/** tce for 10^4 yuan of value added. */
	readonly worth: Ratio;
	readonly suspicion: Suspicion;
}

/** The first year of a carrier that is as dear, with all others that are; a year that stands apart is told as that. */
function slipOf(one: FirmCase, thing: Thing, output: Thing): Dear | undefined {
	const most = ratioLimit(one.limit, "worth-most");
	const found: {
		readonly year: number;
		readonly worth: Ratio;
		readonly causes: readonly [Explained];
		readonly impact: Ratio | null;
	}[] = [];
	const nearMost = nearly(one.limit("worth-most")) * (1 - slack);
	const { series } = thing;
	if (series === null) return undefined;
	for (const year of thing.sizes.keys()) {
		const size = output.sizes.get(year);
		const facts = one.firm.years.find((each) => each.year === year);
		const line = facts?.emissions.carriers.find(
			({ carrier, use, unit }) => carrier === series.carrier && use === series.use && unit === series.unit,
		);
		if (size === undefined || facts === undefined || line?.tce == null || line.quantity === null) continue;
		if (roughly(line.tce) < nearMost * size) continue;
		const [amount, made] = [thing.amounts.get(year), output.amounts.get(year)] as [Ratio, Ratio];
		if (sign(line.tce) <= 0 || judgedYears(one).apart.get(year)?.has(thing.name) === true) continue;
		const perUnit = per(line.tce, fromExact(line.quantity));
		const worth = per(line.tce, made);
		if (compare(worth, most) < 0) continue;
		const row = rowOf(one, thing, year);
		const usual = per(times(most, made), times(perUnit, { over: 20n, under: 1n }));
		const [first] = explain(
			{
				amount,
				above: true,
				usual,
				of: thing.of,
				written: row === undefined ? "" : writtenUnit(one, row),
				own: ownFactors(one, series),
			},
			(value) => compare(per(times(value, perUnit), made), per(most, { over: 4n, under: 1n })) <= 0,
		).filter(({ value }) => compare(times(value, { over: 1000n, under: 1n }), amount) <= 0);
		if (first === undefined) continue;
		found.push({ year, worth, causes: [first], impact: impactOn(one, thing, facts, amount, first.value) });
	}
	const [first] = found.sort((a, b) => a.year - b.year);
	// A year among others is held against them.
	if (first === undefined || 2 * found.length <= thing.sizes.size) return undefined;
	const unit = outputUnit(one.rules, output.unit);
	const suspicion = slipped({
		...{ what: thing.what, why: "value", usual: amountIn(most, `tce/${unit}`, 6), ratio: rounded(first.worth, 4) },
		...{ unit: thing.unit, causes: first.causes, row: rowOf(one, thing, first.year) },
		...{ firm: one.record.firm, period: String(first.year), year: first.year, impact: first.impact },
	});
	const all = new Map(found.flatMap(({ year, impact }) => (impact === null ? [] : [[year, impact] as const])));
	return { year: first.year, worth: first.worth, suspicion: all.size === 0 ? suspicion : { ...suspicion, years: () => all } };
}

/** The output in another unit makes all of the energy too dear. */
function ofOutput(one: FirmCase, output: Thing, dear: readonly Dear[]): Suspicion | undefined {
	const most = ratioLimit(one.limit, "worth-most");
	const [first] = [...dear].sort((a, b) => a.year - b.year);
	if (first === undefined) return undefined;
	const amount = output.amounts.get(first.year) as Ratio;
	const row = rowOf(one, output, first.year);
	const worth = dear.reduce((largest, each) => (compare(each.worth, largest) > 0 ? each.worth : largest), first.worth);
	const wanted = (value: Ratio): Ratio => per(times(worth, amount), value);
	const [cause] = explain(
		{
			amount,
			above: false,
			usual: per(times(worth, amount), per(most, { over: 20n, under: 1n })),
			of: "output",
			written: row === undefined ? "" : writtenUnit(one, row),
		},
		(value) => compare(wanted(value), per(most, { over: 4n, under: 1n })) <= 0,
	);
	if (cause === undefined) return undefined;
	const facts = one.firm.years.find(({ year }) => year === first.year);
	return slipped({
		...{
			what: output.what,
			why: "value",
			usual: amountIn(most, `tce/${outputUnit(one.rules, output.unit)}`, 6),
			ratio: rounded(worth, 4),
		},
		...{ unit: output.unit, causes: [cause], row },
		...{ firm: one.record.firm, period: String(first.year), year: first.year },
		impact: facts === undefined ? null : impactOn(one, output, facts, amount, cause.value),
	});
}
