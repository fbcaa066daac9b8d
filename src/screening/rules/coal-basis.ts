/** U-110: is a coal's heat value net and as received? No column says; a value above what it has so shows that it is not. */
import { toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { type FirmRule, notChecked } from "../rule.ts";
import { judgeLots } from "./lots.ts";
import { isImpossible, isOtherBasis, rangesOf } from "./ranges.ts";

export const coalBasis: FirmRule = {
	id: "U-110",
	code: "coal-basis",
	judge: (one) => {
		const { seeds } = one.rules.reference;
		const coals = seeds.fuelRanges.filter(({ family }) => family === "coal").map(({ carrier }) => carrier);
		const burnt = [...one.book.energy.values()].map(({ carrier }) => one.rules.carrierOf(carrier).id);
		if (!burnt.some((carrier) => coals.includes(carrier))) return notChecked("no-such-carrier");
		const shown = judgeLots(one, {
			measured: ({ carrier, measured }) => coals.includes(carrier) && measured.ncv !== undefined,
			suspect: (lot) => {
				const { carrier, measured } = lot;
				const high = rangesOf(one, lot)?.ncv[1];
				if (measured.ncv === undefined || high === undefined || isImpossible(one, lot) || !isOtherBasis(one, lot))
					return undefined;
				return {
					about: remark("coal-basis", { carrier, value: toText(measured.ncv), high }),
					column: "ncv",
				};
			},
		});
		// A value in its range may be on any basis.
		return shown.kind === "fail" ? shown : notChecked("not-in-tables");
	},
};
