/** Kilns of cement works: whether a firm has one, to judge by what it burns, and how much fuel went into its clinker. */
import type { FirmYear } from "../assessment/firm.ts";
import { sum } from "../exact/exact.ts";
import { compare, constant, fromExact, plus, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import type { FirmCase } from "./rule.ts";

/**
 * Coal equivalent of fuel beside that of power: a works with a kiln burns some ten times as much as it draws, one that only grinds
 * about as much (GB 16780-2021: 94 kgce of coal and 48 kWh a tonne of clinker; 26 kWh to grind a tonne of cement).
 */
const kilnShare = constant("4");

const cement = /水泥|cement/i;
/** What has cement in its name and no kiln. */
const noKiln = /粉磨|水泥制品|混凝土|砼|机械|包装|物流|贸易|研究|grinding|concrete|products|machinery|packag|logistics|trading/i;

/** Whether a firm makes cement, by its sector or its name, and nothing in its name says that it only grinds it. */
export function makesCement({ firm, record }: FirmCase): boolean {
	if (firm.sector !== null && firm.sector !== "building_materials_cement") return false;
	const names = [firm.firm, ...record.names.keys(), ...record.master.names.keys()];
	if (names.some((name) => noKiln.test(name))) return false;
	return firm.sector !== null || names.some((name) => cement.test(name));
}

/** tce of what a kiln burns in a year, coal and gas: oil moves vehicles. undefined where some of it is not known. */
export function kilnFuel({ rules }: FirmCase, { emissions }: FirmYear): Ratio | undefined {
	const oils = new Set(rules.reference.seeds.fuelRanges.flatMap(({ carrier, family }) => (family === "oil" ? [carrier] : [])));
	let total = zeroRatio;
	for (const { carrier, use, tce } of emissions.carriers) {
		if (use !== "consumed" || rules.carrierOf(carrier).group !== "fuel" || oils.has(carrier)) continue;
		if (tce === null) return undefined;
		total = plus(total, tce);
	}
	return total;
}

/** Whether a year burns as only a kiln does. */
export function burnsLikeKiln(one: FirmCase, year: FirmYear): boolean {
	const fuel = kilnFuel(one, year);
	if (fuel === undefined || sign(fuel) <= 0) return false;
	let power = zeroRatio;
	for (const { carrier, use, tce } of year.emissions.carriers)
		if (use === "consumed" && one.rules.carrierOf(carrier).group === "electricity") power = plus(power, tce ?? zeroRatio);
	// Without a row of power nothing says how the two lie.
	return sign(power) > 0 && compare(fuel, times(power, kilnShare)) >= 0;
}

/** Tonnes of clinker of a year, as rows of the process have it; undefined where there are none, or their sum is not known. */
export function clinkerOf(
	{ rules }: FirmCase,
	{ emissions }: FirmYear,
): { readonly carrier: string; readonly tonnes: Ratio } | undefined {
	const lines = emissions.carriers.filter(({ carrier, use }) => use === "consumed" && isClinker(rules.carrierOf(carrier).id));
	const [first] = lines;
	if (first === undefined || lines.some(({ quantity }) => quantity === null)) return undefined;
	const tonnes = lines.flatMap(({ quantity }) => quantity ?? []).reduce(sum);
	return { carrier: first.carrier, tonnes: fromExact(tonnes) };
}

function isClinker(id: string): boolean {
	return /^clinker-(?!substitute|cao|mgo)/.test(id);
}
