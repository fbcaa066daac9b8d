/**
 * M-303: clinker that was burnt with less coal than any kiln needs: cement, or clinker that was bought, stands in its place, or fuel
 * is missing. Asked by the norm of the energy standard, and by the firm's own other years.
 */
import { compare, constant, fromExact, minus, per, type Ratio, sign, times } from "../../exact/ratio.ts";
import { finding, nowhere, remark } from "../../findings/finding.ts";
import { amountIn } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { clearsClinker } from "../clear/energy-shares.ts";
import { clinkerOf, farFromOwn, kilnFuel } from "../kiln.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";

interface Burnt {
	readonly year: number;
	readonly carrier: string;
	readonly tonnes: Ratio;
	readonly fuel: Ratio;
	/** kgce a tonne of clinker. */
	readonly perTonne: Ratio;
}

const thousand = constant("1000");
/** So much below the norm, or below the firm's own usual, is no progress of a kiln. */
const far = constant("0.9");

export const clinkerAgainstFuel: FirmRule = {
	id: "M-303",
	code: "clinker-against-fuel",
	clears: clearsClinker,
	judge: (one) => {
		const burnt = one.firm.years.flatMap((year): Burnt[] => {
			// Of a year of which a row was refused some fuel may be missing.
			const isWhole = year.coverage === "whole-year" && year.emissions.total !== null;
			const clinker = isWhole ? clinkerOf(one, year) : undefined;
			const fuel = clinker === undefined ? undefined : kilnFuel(one, year);
			if (clinker === undefined || fuel === undefined || sign(clinker.tonnes) <= 0) return [];
			return [{ year: year.year, ...clinker, fuel, perTonne: times(per(fuel, clinker.tonnes), thousand) }];
		});
		if (burnt.length === 0) return notChecked("no-such-carrier");
		const least = fromExact(one.limit("clinker-coal-least"));
		return answer(burnt.flatMap((each) => suspect(one, each, burnt, least)));
	},
};

function suspect(one: FirmCase, each: Burnt, all: readonly Burnt[], least: Ratio): Suspicion[] {
	const others = all.filter((other) => other !== each && compare(other.perTonne, least) >= 0).map(({ perTonne }) => perTonne);
	const usual = others.sort(compare)[Math.floor(others.length / 2)];
	const isBelow = compare(each.perTonne, least) < 0 && compare(each.perTonne, times(usual ?? least, far)) <= 0;
	const isApart = usual !== undefined && others.length > 1 && compare(each.perTonne, times(usual, farFromOwn)) <= 0;
	if (!isBelow && !isApart) return [];
	// The clinker that the fuel of the year burns at the firm's usual, or at the norm.
	const meant = times(per(each.fuel, usual ?? least), thousand);
	const perUnit = one.tonnesPerUnit(each.year, each.carrier, "consumed");
	const keys = [...one.record.energy.values()].map(({ carrier }) => carrier);
	const key = keys.find((carrier) => one.rules.carrierOf(carrier).id === one.rules.carrierOf(each.carrier).id);
	const row = key === undefined ? undefined : firstRowOf(one.record, key, each.year, "consumed");
	const about = remark("clinker-against-fuel", {
		clinker: amountIn(each.tonnes, "t", 2),
		burnt: amountIn(each.perTonne, "kgce/t", 1),
		least: amountIn(usual ?? least, "kgce/t", 1),
		own: usual !== undefined,
	});
	return [
		{
			finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(each.year)),
			year: each.year,
			impact: perUnit === undefined ? null : times(minus(meant, each.tonnes), perUnit),
		},
	];
}
