/** F-07: a tonne of coal that holds more or less carbon than the inventories for China have. */
import { fromExact } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { type FirmRule, notChecked } from "../rule.ts";
import { judgeLots } from "./lots.ts";
import { carbonOutside, carbonPerTonne, heatOutside, inside, isImpossible, rangesOf } from "./ranges.ts";

export const coalCarbonRange: FirmRule = {
	id: "F-07",
	code: "coal-carbon-out-of-range",
	judge: (one) => {
		const { seeds } = one.rules.reference;
		const coals = seeds.fuelRanges.filter(({ carbonPerTonne: span }) => span !== null).map(({ carrier }) => carrier);
		const burnt = [...one.book.energy.values()].map(({ carrier }) => one.rules.carrierOf(carrier).id);
		if (!burnt.some((carrier) => coals.includes(carrier))) return notChecked("no-such-carrier");
		return judgeLots(one, {
			measured: (lot) => coals.includes(lot.carrier) && carbonPerTonne(lot) !== undefined,
			suspect: (lot) => {
				const span = rangesOf(one, lot)?.carbonPerTonne ?? null;
				const carbon = carbonPerTonne(lot);
				if (span === null || carbon === undefined || inside(carbon, span)) return undefined;
				// One cause is told once: where a part of it is out of its own range, that part is.
				if (isImpossible(one, lot) || heatOutside(one, lot) || carbonOutside(one, lot)) return undefined;
				const [low, high] = span;
				const told = { carrier: lot.carrier, tonnes: rounded(fromExact(carbon), 4), low, high };
				return {
					about: remark("coal-carbon-out-of-range", told),
					column: lot.measured.ncv === undefined ? "carbon_content" : "ncv",
				};
			},
		});
	},
};
