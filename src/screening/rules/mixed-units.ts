/**
 * U-108: months of one carrier in different units. Each may be right; a unit that changes is where slips begin. */
import { write } from "../../domain/period.ts";
import type { Exact } from "../../exact/exact.ts";
import { compare, fromExact, per, type Ratio, sign, times } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { apart } from "../../ledger/rules/slip-causes.ts";
import { impactsOf } from "../asking.ts";
import { guidesOf, trackOf, usualOf } from "../guides.ts";
import { historyOf } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const mixedUnits: FirmRule = {
	id: "U-108",
	code: "mixed-units",
	clears: "by-shape",
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		if (one.series.every((series, index) => isAlone(series, one.series[index - 1]) && historyOf(series).written !== undefined))
			return answer([]);
		const { units } = one.rules.reference;
		// Tonnes and gigajoules of one carrier are two histories: here they are one.
		const groups = new Map<string, Series[]>();
		for (const series of one.series) {
			const name = `${series.carrier}\u001f${series.use}\u001f${series.site}`;
			groups.set(name, [...(groups.get(name) ?? []), series]);
		}
		const suspicions: Suspicion[] = [];
		for (const group of groups.values()) {
			const { carrier, use } = group[0] as Series;
			const months = group
				.flatMap(({ steps }) => steps)
				.sort((a, b) => a.year - b.year || a.month - b.month)
				.flatMap(({ year, month, lots }) => lots.map(({ entry }) => ({ year, month, entry })));
			const symbol = (written: string): string => units.find(written)?.symbol ?? written;
			const first = months[0]?.entry.from.unit ?? "";
			const changed = months.find(({ entry }) => symbol(entry.from.unit) !== symbol(first));
			if (changed === undefined) continue;
			const about = remark("mixed-units", {
				what: { of: "carrier", carrier, use },
				units: [...new Map(months.map(({ entry }) => [symbol(entry.from.unit), entry.from.unit])).values()].sort(),
			});
			const period = write({ year: changed.year, from: changed.month, to: changed.month });
			suspicions.push({
				finding: finding(about, placeOf(changed.entry), one.record.firm, period),
				year: changed.year,
				impact: null,
				years: () => doubted(one, group, symbol),
			});
		}
		return answer(suspicions);
	},
};

/** Whether the history before it, in order of name, is of another carrier, use or site. */
function isAlone({ carrier, use, site }: Series, before: Series | undefined): boolean {
	return before === undefined || before.carrier !== carrier || before.use !== use || before.site !== site;
}

/** Undefined where one unit cannot be written in the other: a tonne is no gigajoule before its heat is known. */
function doubted(one: FirmCase, group: readonly Series[], symbol: (written: string) => string): Map<number, Ratio> | undefined {
	const [series, ...others] = group;
	if (series === undefined || others.length > 0) return undefined;
	const units = series.steps.map(({ entry }) => entry.from);
	const counts = new Map<string, number>();
	for (const { unit } of units) counts.set(symbol(unit), (counts.get(symbol(unit)) ?? 0) + 1);
	const [common] = [...counts].reduce((most, own) => (own[1] > most[1] ? own : most));
	const perCommon = units.find(({ unit }) => symbol(unit) === common)?.perUnit;
	const rare = units.flatMap(({ unit }, index) => (symbol(unit) === common ? [] : [index]));
	if (perCommon === undefined || rare.some((index) => units[index]?.perUnit === undefined)) return undefined;
	const [track, guides, aside] = [trackOf(series), guidesOf(one, series), new Set(rare)];
	const meant = rare.flatMap((index) => {
		const { year, amount } = series.steps[index] as Step;
		const is = fromExact(amount);
		const otherwise = times(is, per(fromExact(perCommon), fromExact(units[index]?.perUnit as Exact)));
		const usual = usualOf(track, guides, index, (other) => aside.has(other));
		if (usual === undefined || sign(is) <= 0 || compare(apart(otherwise, usual.value), apart(is, usual.value)) >= 0) return [];
		return [{ year, is, meant: otherwise }];
	});
	return impactsOf(one, series, meant);
}
