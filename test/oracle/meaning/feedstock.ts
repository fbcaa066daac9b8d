/** Carbon that goes in as feedstock and leaves in products: READING-TABLES 5. */
import { Fraction, total, ZERO } from "../fraction.ts";
import { asCarbon, CARRIERS, REDUCTANTS, STEEL_DEDUCTIONS } from "./carriers.ts";
import { error, note, type Said, warning } from "./findings.ts";

export interface Flow {
	readonly carrier: string;
	readonly amount: Fraction;
}

export interface Balance {
	/** t CO2 of the process part; null where how much stays is unknown */
	readonly process: Fraction | null;
	/** the carbon that went in, shown apart */
	readonly apart: Fraction | null;
	readonly findings: readonly Said[];
}

type Method = "balance" | "reductant" | "none";

const METHODS: Readonly<Record<string, Method>> = {
	25: "balance",
	26: "balance",
	30: "reductant",
	31: "reductant",
	32: "reductant",
};

export const methodOf = (division: string): Method => METHODS[division] ?? "none";

const leaving = ({ carrier, amount }: Flow, division: string): Fraction | null => {
	const own = division === "31" ? STEEL_DEDUCTIONS[carrier] : undefined;
	const known = CARRIERS.get(carrier);
	const factor = own === undefined ? (known === undefined ? null : asCarbon(known)) : Fraction.from(own);
	return amount.sign === 0 ? ZERO : (factor?.mul(amount) ?? null);
};

const sum = (values: readonly (Fraction | null)[]): Fraction | null =>
	values.some((value) => value === null) ? null : total(values.filter((value) => value !== null));

interface Entering {
	/** as carbon, without a method's own factor */
	readonly carbon: Fraction | null;
	readonly counts: Fraction | null;
	readonly findings: readonly Said[];
}

const entering = ({ carrier, amount }: Flow, division: string, products: boolean): Entering => {
	const known = CARRIERS.get(carrier);
	const factor = known === undefined ? null : asCarbon(known);
	const carbon = amount.sign === 0 ? ZERO : (factor?.mul(amount) ?? null);
	if (amount.sign === 0) return { carbon, counts: ZERO, findings: [] };
	if (known?.stays && !products) return { carbon, counts: ZERO, findings: [note("carbon-stays", carrier)] };
	if (methodOf(division) === "reductant") {
		const own = division === "32" ? REDUCTANTS[carrier] : undefined;
		if (own !== undefined)
			return { carbon, counts: Fraction.from(own).mul(amount), findings: [note("feedstock-oxidised", carrier)] };
		return { carbon, counts: carbon, findings: [note("feedstock-oxidised", carrier)] };
	}
	if (products) return { carbon, counts: carbon, findings: [] };
	return { carbon, counts: null, findings: [error("feedstock-without-products", carrier)] };
};

/** The balance of one firm-year. `otherProcess`: process materials beside it; `recovered`: t of CO2 that were recovered and sold. */
export const balance = (
	feedstock: readonly Flow[],
	products: readonly Flow[],
	division: string,
	otherProcess: boolean,
	recovered: Fraction,
): Balance => {
	const ins = feedstock.map((flow) => entering(flow, division, products.length > 0));
	const out = sum(products.map((flow) => leaving(flow, division)));
	const counted = sum(ins.map(({ counts }) => counts));
	const carbon = sum(ins.map((flow) => flow.carbon));
	const findings = ins.flatMap((flow) => flow.findings);
	const process = counted === null || out === null ? null : counted.sub(out);
	const going = feedstock.some(({ amount }) => amount.sign > 0);
	if (going && process !== null && process.sign < 0 && !otherProcess)
		findings.push(warning("more-carbon-out-than-in", "products"));
	const fromCo2 = products.filter(({ carrier, amount }) => carrier === "urea" && amount.sign > 0);
	if (recovered.sign > 0 && fromCo2.length > 0) findings.push(warning("carbon-subtracted-twice", "urea", recovered));
	return { process, apart: carbon, findings };
};
