/**
 * What a unit of each carrier emits, copied from the published tables (`ndrc-guidelines`, the guidelines of the other industries
 * 发改办气候〔2015〕1722号, and those of cement 发改办气候〔2013〕2526号; the grid of 2021, announcement no. 12 of 2024), and what
 * the carriers are called. The tool is not asked.
 */
import { decimal, divided, type Fraction, fraction, times, zero } from "./fraction.ts";

export interface Carrier {
	readonly zh: string;
	readonly en: string;
	readonly unit: { readonly zh: string; readonly en: string };
	/** t CO2 of a unit as burnt, used or made. */
	readonly burnt: Fraction;
	/** t CO2 that a unit's carbon would make, nothing left unburnt. */
	readonly carbon: Fraction;
	/** t of coal equivalent of a unit. */
	readonly tce: Fraction;
}

const tonnes = { zh: "吨", en: "t" };
const gas = { zh: "万立方米", en: "10^4 m3" };
const power = { zh: "万千瓦时", en: "10^4 kWh" };
/** CO2 over carbon. */
const molar = fraction(44n, 12n);
/** GJ in a tonne of coal equivalent, 7000 kcal/kg. */
const coalEquivalent = decimal("29.3076");

/** By GJ per unit, tC per GJ and the share burnt. */
const fuel = (
	zh: string,
	en: string,
	unit: Carrier["unit"],
	[heat, carbon, oxidised]: readonly [string, string, string],
	tce?: string,
): Carrier => {
	const whole = times(times(decimal(heat), decimal(carbon)), molar);
	return {
		...{ zh, en, unit, carbon: whole },
		burnt: times(whole, decimal(oxidised)),
		tce: tce === undefined ? divided(decimal(heat), coalEquivalent) : decimal(tce),
	};
};

/** Its emission given outright. */
const direct = (zh: string, en: string, unit: Carrier["unit"], burnt: string, tce: string): Carrier => ({
	...{ zh, en, unit, burnt: decimal(burnt), carbon: zero, tce: decimal(tce) },
});

export const carriers = {
	coal: fuel("烟煤", "bituminous coal", tonnes, ["23.204", "0.02618", "0.93"]),
	anthracite: fuel("无烟煤", "anthracite", tonnes, ["24.515", "0.02749", "0.94"]),
	washedCoal: fuel("洗精煤", "cleaned coal", tonnes, ["26.344", "0.02540", "0.93"], "0.9000"),
	coke: fuel("焦炭", "coke", tonnes, ["28.446", "0.02940", "0.93"], "0.9714"),
	diesel: fuel("柴油", "diesel", tonnes, ["43.33", "0.02020", "0.98"], "1.4571"),
	petroleumCoke: fuel("石油焦", "petroleum coke", tonnes, ["31.00", "0.02750", "0.98"]),
	gas: fuel("天然气", "natural gas", gas, ["389.31", "0.01530", "0.99"], "13.300"),
	furnaceGas: fuel("高炉煤气", "blast furnace gas", gas, ["37.69", "0.07080", "0.99"], "1.286"),
	electricity: direct("电力", "electricity", power, "5.568", "1.229"),
	heat: direct("热力", "heat", { zh: "吉焦", en: "GJ" }, "0.11", "0.03412"),
	steam: direct("蒸汽", "steam", { zh: "吉焦", en: "GJ" }, "0.11", "0.03412"),
	clinker: direct("水泥熟料", "cement clinker", tonnes, "0.535", "0"),
	/** A clinker substitute: what the clinker made of it did not emit. */
	steelSlag: direct("钢渣", "steel slag", tonnes, "-0.215", "0"),
	ferroSilicon: direct("硅铁", "ferro-silicon", tonnes, "0.007", "0"),
	/** As a reductant in the guidelines of the non-ferrous metals; of feedstock. */
	reductantCoke: { ...direct("焦炭", "coke", tonnes, "2.862", "0.9714"), carbon: decimal("2.862") },
	lubricants: direct("润滑油", "lubricants", tonnes, "0", "0"),
	/** 0.375 tC in a tonne; of a product, what stays in it. */
	methanol: { ...direct("甲醇", "methanol", tonnes, "1.375", "0"), carbon: times(decimal("0.375"), molar) },
} satisfies Record<string, Carrier>;

export type CarrierId = keyof typeof carriers;
