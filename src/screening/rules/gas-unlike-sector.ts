/**
 * B-04: gas of a blast furnace, a converter or a carbide furnace at a firm whose industry has none, and that does not say that it was
 * bought. Another gas is likely meant, which emits twice as much.
 */

import { choose } from "../../carbon/choice.ts";
import { perUnit } from "../../carbon/factor.ts";
import { fromCode } from "../../domain/period.ts";
import { fromExact, minus, times } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import { unmeasured } from "../../ledger/parameters.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";

/** By-products of furnaces, and the level-1 sectors that have such furnaces or stand beside them. */
const furnaceGases: ReadonlySet<string> = new Set(["blast-furnace-gas", "converter-gas", "carbide-furnace-gas"]);
const besideFurnaces: ReadonlySet<string> = new Set([
	"steel",
	"nonferrous",
	"petrochemical",
	"building_materials",
	"metal_products",
	"power_heat",
	"gas_supply",
]);

export const gasUnlikeSector: FirmRule = {
	id: "B-04",
	code: "gas-unlike-sector",
	clears: "by-shape",
	judge: (one) => {
		const { record, firm, rules } = one;
		const series = [...record.energy.values()].filter(
			({ carrier, use }) => use === "consumed" && furnaceGases.has(rules.carrierOf(carrier).id),
		);
		if (series.length === 0) return notChecked("no-such-carrier");
		if (firm.pool === null) return notChecked("no-sector");
		// Whoever names where it comes from has not mistaken the gas.
		if (besideFurnaces.has(firm.pool) || record.supplies.size > 0) return answer([]);
		const told = new Map<string, { readonly year: number; readonly carrier: string; readonly entry: Entry }>();
		for (const { carrier, role, entries } of series) {
			if (role === "bought") continue;
			for (const [code, entry] of entries) {
				const { year } = fromCode(code);
				const there = told.get(`${carrier} ${year}`);
				if (there === undefined || byClaim(entry, there.entry) < 0) told.set(`${carrier} ${year}`, { year, carrier, entry });
			}
		}
		return answer([...told.values()].map((each) => suspicion(one, each)));
	},
};

function suspicion(
	one: FirmCase,
	{ year, carrier, entry }: { readonly year: number; readonly carrier: string; readonly entry: Entry },
): Suspicion {
	const { firm, rules } = one;
	const { id } = rules.carrierOf(carrier);
	const line = firm.years
		.find((of) => of.year === year)
		?.emissions.carriers.find((of) => of.carrier === id && of.use === "consumed");
	// Natural gas is what most firms burn.
	const asked = { carrier: rules.carrierOf("natural-gas"), unit: entry.unit, year, province: undefined, measured: unmeasured };
	const { factor } = choose(rules.factors, asked);
	const impact =
		line === undefined || line.quantity === null || line.co2 === null || factor === undefined
			? null
			: minus(times(fromExact(line.quantity), perUnit(factor)), line.co2);
	const about = remark("gas-unlike-sector", { carrier: id, sector: firm.sector ?? firm.pool ?? "" });
	return { finding: finding(about, placeOf(entry), firm.firm, String(year)), year, impact };
}
