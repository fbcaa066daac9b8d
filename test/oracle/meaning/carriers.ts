/** The carriers the examples and the random tables use, with the published figures behind them. */
import { CARRIER_NAMES, CARRIERS as COUNTED, type Carrier as Counted } from "../figures.ts";
import { Fraction } from "../fraction.ts";

export interface Carrier extends Counted {
	/** tC per tonne, of products in a carbon balance */
	readonly carbonByMass?: string;
	/** its carbon stays where it is used for something else than heat */
	readonly stays?: true;
	/** the carrier it is another guideline's row of */
	readonly same?: string;
	readonly state?: "solid";
	/** no CO2 of its own: counts zero */
	readonly medium?: true;
	/** a source of power or heat of its own */
	readonly source?: true;
}

const fuel = (id: string, ncv: string, carbon: string, oxidation: string, more: Partial<Carrier> = {}): Carrier => ({
	id,
	kind: "fuel",
	natural: "t",
	ncv,
	carbon,
	oxidation,
	...more,
});

// NDRC guidelines for other industrial sectors (发改办气候〔2015〕1722号), appendix 2: GJ per natural unit, tC/GJ, oxidation.
const FUELS: readonly Carrier[] = [
	fuel("lignite", "14.449", "0.02800", "0.96", { state: "solid" }),
	fuel("crude-oil", "42.62", "0.02010", "0.98", { tce: "1.4286" }),
	fuel("naphtha", "41.031", "0.0200", "0.98"),
	fuel("other-petroleum-products", "40.19", "0.02000", "0.98"),
	fuel("coal-tar", "33.453", "0.02200", "0.98", { tce: "1.1429" }),
	fuel("refinery-dry-gas", "46.05", "0.01820", "0.99", { tce: "1.5714" }),
	fuel("lng", "41.868", "0.01530", "0.99", { tce: "1.7572" }),
	fuel("blast-furnace-gas", "37.69", "0.07080", "0.99", { natural: "10^4 Nm3", tce: "1.286" }),
	// No default parts in this set: only what they become matters.
	{ id: "coking-coal", kind: "fuel", natural: "t", state: "solid" },
	{ id: "lubricants", kind: "fuel", natural: "t", stays: true },
	{ id: "bitumen", kind: "fuel", natural: "t", stays: true },
	{ id: "paraffin-wax", kind: "fuel", natural: "t", stays: true },
	{ id: "white-spirit", kind: "fuel", natural: "t", stays: true },
	{ id: "methanol", kind: "fuel", natural: "t", carbonByMass: "0.375" },
];

// Chemical production guideline (发改办气候〔2013〕2526号): carbon content of products, tC/t.
const PRODUCTS: readonly Carrier[] = [
	{ id: "urea", kind: "process", natural: "t", carbonByMass: "0.200" },
	{ id: "ethylene", kind: "process", natural: "t", carbonByMass: "0.856" },
	{ id: "ethanol", kind: "process", natural: "t" },
];

// CO2 recovered and sold, by volume: 19.7 t per 10^4 Nm3 (NDRC guidelines).
const RECOVERED: Carrier = { id: "recovered-co2", kind: "process", natural: "10^4 Nm3", factor: "19.7", deduction: true };

// Aluminium guideline of 2013: the same limestone under another row.
const MATERIALS: readonly Carrier[] = [
	{ id: "aluminium-limestone-calcination", kind: "process", natural: "t", factor: "0.405", same: "limestone-flux" },
];

const MEDIA: readonly Carrier[] = [
	{ id: "waste-heat", kind: "heat", natural: "GJ", medium: true, source: true },
	{ id: "fresh-water", kind: "process", natural: "t", medium: true },
	{ id: "oxygen", kind: "process", natural: "10^4 Nm3", medium: true },
];

export const CARRIERS: ReadonlyMap<string, Carrier> = new Map(
	[...COUNTED.values(), ...FUELS, ...PRODUCTS, RECOVERED, ...MATERIALS, ...MEDIA].map((carrier) => [carrier.id, carrier]),
);

export const NAMES: Readonly<Record<string, string>> = {
	...CARRIER_NAMES,
	一般烟煤: "bituminous-coal",
	炼焦烟煤: "coking-coal",
	褐煤: "lignite",
	原油: "crude-oil",
	石脑油: "naphtha",
	其他石油制品: "other-petroleum-products",
	炼厂干气: "refinery-dry-gas",
	高炉煤气: "blast-furnace-gas",
	润滑油: "lubricants",
	甲醇: "methanol",
	尿素: "urea",
	乙烯: "ethylene",
	乙醇: "ethanol",
	回收二氧化碳: "recovered-co2",
	外购电量: "electricity",
	外购电: "electricity",
	用电量: "electricity",
	自发电量: "electricity",
	自发电: "electricity",
	余热发电: "electricity",
	上网电量: "electricity",
	余热余压: "waste-heat",
	新水: "fresh-water",
	氧气: "oxygen",
};

/** The steel guideline's own deduction rows (CETS-AG-03.01-V01-2024, table A.2): t CO2 per tonne that leaves. */
export const STEEL_DEDUCTIONS: Readonly<Record<string, string>> = { "coal-tar": "2.699", "crude-benzol": "3.382" };

/** Reductants of the guideline for other non-ferrous metals: t CO2 per natural unit. */
export const REDUCTANTS: Readonly<Record<string, string>> = {
	coke: "2.862",
	anthracite: "1.924",
	"semi-coke": "2.853",
	"natural-gas": "21.622",
};

/** What a works can make from something else it consumes. */
export const MADE_FROM: Readonly<Record<string, readonly string[]>> = {
	coke: ["coking-coal", "cleaned-coal"],
	"coke-oven-gas": ["coking-coal", "cleaned-coal"],
	"blast-furnace-gas": ["coke", "coking-coal", "cleaned-coal"],
	"coal-tar": ["coking-coal", "cleaned-coal"],
	"cleaned-coal": ["raw-coal", "coking-coal"],
	"refinery-dry-gas": ["crude-oil"],
	"fuel-oil": ["crude-oil"],
	naphtha: ["crude-oil"],
	lpg: ["crude-oil"],
};

/** Parents of the statistics forms and their kinds. */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
	"raw-coal": ["anthracite", "coking-coal", "bituminous-coal", "lignite"],
	"other-petroleum-products": ["petroleum-coke"],
};

export const CARBON_TO_CO2: Fraction = Fraction.of(44n, 12n);

const partsOf = ({ ncv, carbon, oxidation }: Carrier): readonly Fraction[] | null =>
	ncv === undefined || carbon === undefined || oxidation === undefined
		? null
		: [Fraction.from(ncv), Fraction.from(carbon), Fraction.from(oxidation)];

/** t CO2 that the carbon of one natural unit can become, without an oxidation rate. */
export const asCarbon = (carrier: Carrier): Fraction | null => {
	if (carrier.carbonByMass !== undefined) return Fraction.from(carrier.carbonByMass).mul(CARBON_TO_CO2);
	const parts = partsOf(carrier)?.slice(0, 2);
	return parts === undefined ? null : parts.reduce((product, part) => product.mul(part), CARBON_TO_CO2);
};
