/** U-108: months of one carrier in different units. Each may be right; a unit that changes is where slips begin. */
import { write } from "../../domain/period.ts";
import { finding, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series } from "../series.ts";

export const mixedUnits: FirmRule = {
	id: "U-108",
	code: "mixed-units",
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
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
				// Whether any month is wrong is not known.
				impact: null,
			});
		}
		return answer(suspicions);
	},
};
