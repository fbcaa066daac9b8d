/** Kilns of cement works: whether a firm has one, to judge by what it burns, and how much fuel went into its clinker. */
import type { FirmYear } from "../assessment/firm.ts";
import { sum } from "../exact/exact.ts";
import { compare, constant, fromExact, plus, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import type { FirmCase } from "./rule.ts";

/**
 * Coal equivalent of fuel beside that of power: a works with a kiln burns some ten times as much as it draws, one that only grinds
 * about as much (GB 16780-2021: 94 kgce of coal and 48 kWh a tonne of clinker; 26 kWh to grind a tonne of cement).
 */
export const kilnShare: Ratio = constant("4");

/** So far below what its other years burnt, clinker is no progress of a kiln, where it is still above the norm. */
export const farFromOwn: Ratio = constant("0.85");

const cement = /水泥|cement/i;
/** What has cement in its name and no kiln. */
const noKiln = /粉磨|水泥制品|混凝土|砼|机械|包装|物流|贸易|研究|grinding|concrete|products|machinery|packag|logistics|trading/i;

/** Whether a firm makes cement, by its sector or its name, and nothing in its name says that it only grinds it. */
export function makesCement({ firm, record }: FirmCase): boolean {
	return isCalledCement(firm.sector, [firm.firm, ...record.names.keys(), ...record.master.names.keys()]);
}

/** The same of a firm of a sector that is called by some names. */
export function isCalledCement(sector: string | null, names: readonly string[]): boolean {
	if (sector !== null && sector !== "building_materials_cement") return false;
	if (names.some((name) => noKiln.test(name))) return false;
	return sector !== null || names.some((name) => cement.test(name));
}

/** Whether a line is of what a kiln burns: coal and gas, since oil moves vehicles. */
export function isKilnFuel({ rules }: Pick<FirmCase, "rules">, { carrier, use }: Line): boolean {
	const { seeds } = rules.reference;
	return (
		use === "consumed" &&
		rules.carrierOf(carrier).group === "fuel" &&
		!seeds.fuelRanges.some((range) => range.family === "oil" && range.carrier === carrier)
	);
}

/** Whether a line is of power that was used. */
export function isPowerUsed({ rules }: Pick<FirmCase, "rules">, { carrier, use }: Line): boolean {
	return use === "consumed" && rules.carrierOf(carrier).group === "electricity";
}

/** Whether a line is of clinker that was burnt. */
export function isClinkerMade({ rules }: Pick<FirmCase, "rules">, { carrier, use }: Line): boolean {
	return use === "consumed" && /^clinker-(?!substitute|cao|mgo)/.test(rules.carrierOf(carrier).id);
}

type Line = Pick<FirmYear["emissions"]["carriers"][number], "carrier" | "use">;

/** tce of what a kiln burns in a year; undefined where some of it is not known. */
export function kilnFuel(one: Pick<FirmCase, "rules">, { emissions }: FirmYear): Ratio | undefined {
	let total = zeroRatio;
	for (const line of emissions.carriers) {
		if (!isKilnFuel(one, line)) continue;
		if (line.tce === null) return undefined;
		total = plus(total, line.tce);
	}
	return total;
}

/** Whether a year burns as only a kiln does. */
export function burnsLikeKiln(one: FirmCase, year: FirmYear): boolean {
	const fuel = kilnFuel(one, year);
	if (fuel === undefined || sign(fuel) <= 0) return false;
	let power = zeroRatio;
	for (const line of year.emissions.carriers) if (isPowerUsed(one, line)) power = plus(power, line.tce ?? zeroRatio);
	// Without a row of power nothing says how the two lie.
	return sign(power) > 0 && compare(fuel, times(power, kilnShare)) >= 0;
}

/** Tonnes of clinker of a year, as rows of the process have it; undefined where there are none, or their sum is not known. */
export function clinkerOf(
	one: FirmCase,
	{ emissions }: FirmYear,
): { readonly carrier: string; readonly tonnes: Ratio } | undefined {
	const lines = emissions.carriers.filter((line) => isClinkerMade(one, line));
	const [first] = lines;
	if (first === undefined || lines.some(({ quantity }) => quantity === null)) return undefined;
	const tonnes = lines.flatMap(({ quantity }) => quantity ?? []).reduce(sum);
	return { carrier: first.carrier, tonnes: fromExact(tonnes) };
}
