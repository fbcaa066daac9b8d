/** Turns cells into entries; what cannot be read becomes a fault that knows how far it reaches. */
import { CARRIER_NAMES, CARRIERS, type Carrier, type Dimension, UNITS } from "./figures.ts";
import { Fraction, ZERO } from "./fraction.ts";
import { type Period, readPeriod } from "./period.ts";
import type { EnergyRow, FirmRow, OutputRow, Part } from "./types.ts";

interface Measured {
	readonly ncv: Fraction | null;
	readonly carbon: Fraction | null;
	readonly oxidation: Fraction | null;
	/** t CO2 per base unit of the entry */
	readonly direct: Fraction | null;
	readonly enthalpy: Fraction | null;
}

export interface Entry extends Period {
	readonly firm: string;
	/** what may be added up and compared: site, carrier, use */
	readonly series: string;
	/** entries of one series and period with other lots stand side by side */
	readonly lot: string;
	readonly dimension: Dimension;
	/** in base units of the dimension */
	readonly amount: Fraction;
}

export interface EnergyEntry extends Entry {
	readonly site: string;
	readonly carrier: Carrier;
	readonly use: string;
	readonly measured: Measured;
}

export interface OutputEntry extends Entry {
	readonly prices: string;
}

type Scope = Part | "unknown" | "output";

export interface Fault {
	readonly firm: string;
	/** null: every year */
	readonly year: number | null;
	readonly months: readonly number[];
	readonly scope: Scope;
	readonly site: string;
	readonly carrier: Carrier | null;
	readonly use: string;
}

export type Read<T> = { readonly entry: T } | { readonly fault: Fault } | { readonly blank: Fault };

const MISSING = new Set(["", "-", "/", "—", "无", "N/A"]);

/** null: not given; undefined: given, but no usable number */
const parameter = (cell: string | undefined): Fraction | null | undefined => {
	if (cell === undefined || cell === "") return null;
	const value = Fraction.parse(cell);
	return value === null || value.sign < 0 ? undefined : value;
};

const fits = (carrier: Carrier, dimension: Dimension, measured: Measured): boolean => {
	if (carrier.kind === "electricity") return dimension === "electricity";
	if (carrier.kind === "heat") {
		return dimension === "energy" || (dimension === "mass" && carrier.water !== undefined && measured.enthalpy !== null);
	}
	const natural = carrier.natural === "t" ? "mass" : "gas";
	return dimension === natural || (carrier.kind === "fuel" && dimension === "energy");
};

const lotOf = (measured: Measured): string =>
	Object.values(measured)
		.map((value: Fraction | null) => (value === null ? "" : `${value.num}/${value.den}`))
		.join(";");

export const NO_LOT = ";;;;";

/** Carbon that goes in and carbon that leaves belong to the process part, whatever the carrier. */
export const isCarbon = (use: string): boolean => use === "feedstock" || use === "product";

const scopeOf = (carrier: Carrier | null, use: string): Scope => {
	if (carrier === null) return "unknown";
	return isCarbon(use) ? "process" : carrier.kind;
};

export const readEnergy = (row: EnergyRow): Read<EnergyEntry> => {
	const name = row.carrier ?? "";
	const carrier = CARRIERS.get(CARRIER_NAMES[name] ?? name) ?? null;
	const use = row.use === undefined || row.use === "" ? "consumed" : row.use;
	const period = readPeriod(row.period ?? "");
	const fault: Fault = {
		firm: row.firm ?? "",
		year: period?.year ?? null,
		months: period?.months ?? [],
		scope: scopeOf(carrier, use),
		site: row.site ?? "",
		carrier,
		use,
	};
	if (period !== null && carrier !== null && MISSING.has(row.quantity ?? "")) return { blank: fault };
	const quantity = Fraction.parse(row.quantity ?? "");
	const unit = UNITS[row.unit ?? ""];
	if (period === null || carrier === null || quantity === null || quantity.sign < 0 || unit === undefined) return { fault };
	const [dimension, size] = unit;
	const cells = [row.ncv, row.carbon_content, row.oxidation_rate, row.emission_factor, row.enthalpy].map(parameter);
	const [ncv, carbon, oxidation, factor, enthalpy] = cells;
	if (ncv === undefined || carbon === undefined || oxidation === undefined || factor === undefined || enthalpy === undefined) {
		return { fault };
	}
	if (factor !== null && ncv !== null) return { fault };
	const direct = factor === null ? null : factor.div(Fraction.from(size));
	const measured: Measured = { ncv, carbon, oxidation, direct, enthalpy };
	if (!fits(carrier, dimension, measured)) return { fault };
	const series = JSON.stringify([row.site ?? "", carrier.id, use]);
	const amount = quantity.mul(Fraction.from(size));
	return {
		entry: {
			...period,
			firm: fault.firm,
			series,
			lot: lotOf(measured),
			dimension,
			amount,
			site: fault.site,
			carrier,
			use,
			measured,
		},
	};
};

const PRICE_WORDS: Readonly<Record<string, string>> = {
	"": "unstated",
	current: "current",
	当年价: "current",
	现价: "current",
	"2020年不变价": "constant-2020",
	"2025年不变价": "constant-2025",
};

/** Rows of another indicator than the chosen one give null. */
/** `assumed`: what constant prices without a year are, by the year of the row. */
export const readOutput = (row: OutputRow, per: string, assumed: (year: number) => string): Read<OutputEntry> | null => {
	const product = /^product:(.+)$/.exec(per)?.[1];
	const wanted = product === undefined ? per.replace("-", "_") : "production";
	if (row.indicator !== wanted || (product !== undefined && row.product !== product)) return null;
	const period = readPeriod(row.period ?? "");
	const fault: Fault = {
		firm: row.firm ?? "",
		year: period?.year ?? null,
		months: period?.months ?? [],
		scope: "output",
		site: "",
		carrier: null,
		use: "",
	};
	if (period !== null && MISSING.has(row.quantity ?? "")) return { blank: fault };
	const quantity = Fraction.parse(row.quantity ?? "");
	const [dimension, size] = UNITS[row.unit ?? ""] ?? [null, ""];
	if (period === null || quantity === null || quantity.compare(ZERO) < 0 || dimension === null) return { fault };
	if (dimension !== (product === undefined ? "money" : "mass")) return { fault };
	const words = row.prices ?? "";
	const named = words === "不变价" ? assumed(period.year) : (PRICE_WORDS[words] ?? words);
	const prices = product === undefined ? named : "none";
	const amount = quantity.mul(Fraction.from(size));
	return { entry: { ...period, firm: fault.firm, series: "output", lot: NO_LOT, dimension, amount, prices } };
};

/** A firms row whose name holds a control character is refused, and nobody knows what else of the firm would have been told. */
export const readMaster = (row: FirmRow): Fault | null => {
	const codes = [...(row.firm_name ?? "")].map((letter) => letter.codePointAt(0) ?? 0);
	const control = codes.some((code) => (code < 32 && ![9, 10, 13].includes(code)) || (code >= 127 && code < 160));
	return control ? { firm: row.firm ?? "", year: null, months: [], scope: "unknown", site: "", carrier: null, use: "" } : null;
};
