/** The published numbers the oracle needs, copied by hand from the documents named beside them. */

/** What the carrier is made of: fuels go by three parts, process materials by one factor. */
export interface Carrier {
	readonly id: string;
	readonly kind: "fuel" | "electricity" | "heat" | "process";
	/** Natural unit of the default parameters. */
	readonly natural: "t" | "10^4 Nm3" | "MWh" | "GJ";
	readonly ncv?: string;
	readonly carbon?: string;
	readonly oxidation?: string;
	/** t CO2 per natural unit (process) */
	readonly factor?: string;
	/** tce per natural unit, GB/T 2589-2020 */
	readonly tce?: string;
	readonly deduction?: true;
	readonly zero?: true;
	readonly green?: true;
	readonly water?: "steam" | "hot-water";
}

const fuel = (
	id: string,
	ncv: string,
	carbon: string,
	oxidation: string,
	tce?: string,
	natural: "t" | "10^4 Nm3" = "t",
): Carrier => ({ id, kind: "fuel", natural, ncv, carbon, oxidation, ...(tce === undefined ? {} : { tce }) });

// NDRC guidelines for other industrial sectors (发改办气候〔2015〕1722号), appendix 2: GJ per natural unit, tC/GJ, oxidation.
// The last number is the coal equivalent of GB/T 2589-2020, appendix A, where that standard lists the fuel.
const FUELS: readonly Carrier[] = [
	fuel("bituminous-coal", "23.204", "0.02618", "0.93"),
	fuel("anthracite", "24.515", "0.02749", "0.94"),
	fuel("cleaned-coal", "26.344", "0.02540", "0.93", "0.9000"),
	fuel("coke", "28.446", "0.02940", "0.93", "0.9714"),
	fuel("fuel-oil", "40.19", "0.02110", "0.98", "1.4286"),
	fuel("gasoline", "44.80", "0.01890", "0.98", "1.4714"),
	fuel("diesel", "43.33", "0.02020", "0.98", "1.4571"),
	fuel("petroleum-coke", "31.00", "0.02750", "0.98"),
	fuel("lpg", "47.31", "0.01720", "0.99", "1.7143"),
	fuel("natural-gas", "389.31", "0.01530", "0.99", "13.300", "10^4 Nm3"),
	fuel("coke-oven-gas", "173.854", "0.01360", "0.99", "6.143", "10^4 Nm3"),
	// No table gives CO2 parts for raw coal: they must be measured. Coal equivalent as above.
	{ id: "raw-coal", kind: "fuel", natural: "t", tce: "0.7143" },
];

// MEE steel guideline CETS-AG-03.01-V01-2024, appendix A, table A.2; clinker: MEE cement guideline CETS-AG-02.01-V01-2024.
const PROCESS: readonly Carrier[] = [
	{ id: "limestone-flux", kind: "process", natural: "t", factor: "0.440" },
	{ id: "dolomite-flux", kind: "process", natural: "t", factor: "0.476" },
	{ id: "electrode", kind: "process", natural: "t", factor: "3.663" },
	{ id: "pig-iron", kind: "process", natural: "t", factor: "0.172" },
	{ id: "clinker-portland", kind: "process", natural: "t", factor: "0.535" },
	{ id: "fixed-carbon-crude-steel-2024", kind: "process", natural: "t", factor: "0.037", deduction: true },
];

// GB/T 2589-2020: 0.1229 kgce/kWh is 0.1229 tce/MWh; heat 0.03412 tce/GJ.
const POWER_AND_HEAT: readonly Carrier[] = [
	{ id: "electricity", kind: "electricity", natural: "MWh", tce: "0.1229" },
	{ id: "green-electricity", kind: "electricity", natural: "MWh", tce: "0.1229", green: true },
	{ id: "onsite-renewable-electricity", kind: "electricity", natural: "MWh", tce: "0.1229", zero: true },
	{ id: "heat", kind: "heat", natural: "GJ", tce: "0.03412" },
	{ id: "steam", kind: "heat", natural: "GJ", tce: "0.03412", water: "steam" },
	{ id: "hot-water", kind: "heat", natural: "GJ", tce: "0.03412", water: "hot-water" },
];

export const CARRIERS: ReadonlyMap<string, Carrier> = new Map(
	[...FUELS, ...PROCESS, ...POWER_AND_HEAT].map((carrier) => [carrier.id, carrier]),
);

export const CARRIER_NAMES: Readonly<Record<string, string>> = {
	烟煤: "bituminous-coal",
	无烟煤: "anthracite",
	洗精煤: "cleaned-coal",
	焦炭: "coke",
	燃料油: "fuel-oil",
	汽油: "gasoline",
	柴油: "diesel",
	石油焦: "petroleum-coke",
	液化石油气: "lpg",
	天然气: "natural-gas",
	焦炉煤气: "coke-oven-gas",
	外购焦炉煤气: "coke-oven-gas",
	原煤: "raw-coal",
	石灰石: "limestone-flux",
	电力: "electricity",
	绿电: "green-electricity",
	自建光伏发电: "onsite-renewable-electricity",
	热力: "heat",
	蒸汽: "steam",
};

/** t CO2/GJ, default of the NDRC guidelines for purchased heat */
export const HEAT_FACTOR = "0.11";

// kg CO2/kWh: MEE and NBS announcements no. 12 of 2024, no. 33 of 2024, no. 47 of 2025.
export const GRID: Readonly<Record<string, string>> = { 2021: "0.5568", 2022: "0.5366", 2023: "0.5306" };
/** The same announcements: average without market-traded clean power. */
export const GRID_REST: Readonly<Record<string, string>> = { 2021: "0.5942", 2022: "0.5856", 2023: "0.6096" };

/** GJ per tce: 7000 kcal of 4.1868 kJ */
export const GJ_PER_TCE = "29.3076";
/** kJ/kg, enthalpy of water at 20 °C (NDRC guidelines) */
export const WATER_ENTHALPY = "83.74";

export type Dimension = "mass" | "gas" | "electricity" | "energy" | "money";

/** Units, each in t, 10^4 Nm3, MWh, GJ or 10^4 CNY. */
export const UNITS: Readonly<Record<string, readonly [Dimension, string]>> = {
	t: ["mass", "1"],
	吨: ["mass", "1"],
	kg: ["mass", "0.001"],
	千克: ["mass", "0.001"],
	万吨: ["mass", "10000"],
	Nm3: ["gas", "0.0001"],
	标准立方米: ["gas", "0.0001"],
	"10^4 Nm3": ["gas", "1"],
	万立方米: ["gas", "1"],
	kWh: ["electricity", "0.001"],
	MWh: ["electricity", "1"],
	万千瓦时: ["electricity", "10"],
	GJ: ["energy", "1"],
	MJ: ["energy", "0.001"],
	百万千焦: ["energy", "1"],
	tce: ["energy", GJ_PER_TCE],
	元: ["money", "0.0001"],
	万元: ["money", "1"],
	"10^4 CNY": ["money", "1"],
	亿元: ["money", "10000"],
};
