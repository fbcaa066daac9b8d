/** One row of use becomes one entry, a fault, or nothing that counts. */
import { UNITS } from "../figures.ts";
import { Fraction } from "../fraction.ts";
import { joinYearAndMonth, type Moment, monthsOf, readMoment } from "./calendar.ts";
import { CARRIERS, type Carrier } from "./carriers.ts";
import { halfStep, type Printed } from "./equal.ts";
import { error, note, type Said } from "./findings.ts";
import { impossible } from "./limits.ts";
import { isTotalWord, type Name, readName, saysNoUse } from "./names.ts";
import type { UseRow } from "./rows.ts";

export interface Measured {
	readonly ncv: Fraction | null;
	readonly carbon: Fraction | null;
	readonly oxidation: Fraction | null;
	readonly direct: Fraction | null;
}

export interface Stock {
	readonly purchased: Fraction | null;
	readonly opening: Fraction | null;
	readonly closing: Fraction | null;
	readonly out: Fraction | null;
}

export interface UseEntry {
	readonly firm: string;
	readonly site: string;
	readonly totalSite: boolean;
	readonly carrier: Carrier;
	readonly use: string;
	readonly name: Name;
	readonly moment: Moment;
	readonly printed: Printed;
	readonly energy: boolean;
	readonly lot: string;
	readonly measured: Measured;
	readonly stock: Stock;
	readonly hasStock: boolean;
	readonly delivery: string;
	readonly others: string;
	readonly code: string;
}

export interface Refused {
	readonly firm: string;
	/** null: every year */
	readonly year: number | null;
	readonly part: Carrier["kind"] | null;
	/** null: nobody knows of what */
	readonly carrier: string | null;
	/** null: nobody knows of which */
	readonly months: readonly number[] | null;
	readonly said: Said;
}

export type Read =
	| { readonly entry: UseEntry; readonly said: readonly Said[] }
	| { readonly refused: Refused }
	| { readonly skipped: readonly Said[]; readonly firm: string; readonly year: number | null };

const BLANK = new Set(["", "-", "–", "—"]);
const optional = (cell: string | undefined): Fraction | null =>
	cell === undefined || BLANK.has(cell) ? null : Fraction.parse(cell);

const COAL_UNITS = ["tce", "吨标准煤", "吨标煤"];

const momentOf = ({ period, year, month }: UseRow): Moment | null => {
	if (month !== undefined) return joinYearAndMonth(year ?? period ?? "", month);
	const moment = readMoment(period ?? year ?? "");
	// Two columns that both say the period must agree.
	const stated = period === undefined || year === undefined ? null : readMoment(year);
	return stated !== null && moment !== null && stated.year !== moment.year ? null : moment;
};

const scaled = (amount: Fraction | null, size: Fraction): Fraction | null => amount?.mul(size) ?? null;

const solid = (carrier: Carrier): boolean =>
	carrier.state === "solid" ||
	["bituminous-coal", "anthracite", "coke", "cleaned-coal", "petroleum-coke", "raw-coal"].includes(carrier.id);

/** `above`: the carrier that the row before names, for 其中 rows; `mapped`: names that --map counts zero. */
export const readUse = (row: UseRow, above: string | null, mapped: readonly string[]): Read => {
	const firm = row.firm ?? "";
	const moment = momentOf(row);
	const refused = (said: Said, carrier: Carrier | null): Read => ({
		refused: {
			firm,
			year: moment?.year ?? null,
			part: carrier?.kind ?? null,
			carrier: carrier?.id ?? null,
			months: moment === null ? null : monthsOf(moment),
			said,
		},
	});
	if (moment === null) {
		const of = CARRIERS.get(readName(row.carrier ?? "", above).id ?? "") ?? null;
		return refused(error("bad-period", row.period ?? row.month ?? ""), of);
	}
	if (isTotalWord(row.carrier ?? "")) return { skipped: [note("total-row", "of carriers")], firm, year: moment.year };
	const name = readName(row.carrier ?? "", above);
	if (name.notCounted || mapped.includes(row.carrier ?? "")) return { skipped: name.findings, firm, year: moment.year };
	const carrier = name.id === null ? undefined : CARRIERS.get(name.id);
	const unit = UNITS[row.unit ?? ""];
	// A wide column that nobody understands is an amount nobody counted, but for its own words, and for nothing.
	const nothing = Fraction.parse(row.quantity ?? "")?.sign === 0;
	if (carrier === undefined && row.layout === "wide" && (nothing || saysNoUse(row.carrier ?? ""))) {
		return { skipped: [note(null, `no use: ${row.carrier}`)], firm, year: moment.year };
	}
	if (carrier === undefined) return refused(error("unknown-carrier", row.carrier ?? ""), null);
	if (unit === undefined) return refused(error("unknown-unit", row.unit ?? ""), carrier);
	const hasStock = row.purchased !== undefined;
	if (BLANK.has(row.quantity ?? "") && optional(row.purchased) === null) return { skipped: [], firm, year: moment.year };
	const quantity = BLANK.has(row.quantity ?? "") ? Fraction.of(0n) : Fraction.parse(row.quantity ?? "");
	if (quantity === null) return refused(error("bad-number", row.quantity ?? ""), carrier);
	if (quantity.sign < 0) return refused(error("negative-quantity", row.quantity ?? ""), carrier);
	const size = Fraction.from(unit[1]);
	const direct = optional(row.emission_factor);
	const measured: Measured = {
		ncv: optional(row.ncv),
		carbon: optional(row.carbon_content),
		oxidation: optional(row.oxidation_rate),
		direct: direct === null ? null : direct.div(size),
	};
	const faults = impossible(
		{ ncv: measured.ncv, carbon: measured.carbon, oxidation: measured.oxidation, factor: measured.direct },
		{ solid: solid(carrier), byMass: carrier.natural === "t" },
	);
	if (faults.length > 0) return refused(error(null, `impossible ${faults.join(", ")}`), carrier);
	const use = row.use === undefined || row.use === "" ? (name.use ?? "consumed") : row.use;
	return {
		entry: {
			firm,
			site: row.site ?? "",
			totalSite: isTotalWord(row.site ?? ""),
			carrier,
			use,
			name:
				unit[0] === "energy" && carrier.kind === "fuel" && COAL_UNITS.includes(row.unit ?? "") ? { ...name, coal: true } : name,
			moment: name.toDate ? { ...moment, first: 1, grain: "span", toDate: true } : moment,
			printed: { amount: quantity.mul(size), half: halfStep(row.quantity ?? "0").mul(size) },
			energy: carrier.kind === "fuel" && unit[0] === "energy",
			lot: [row.ncv, row.carbon_content, row.oxidation_rate, row.emission_factor].map((cell) => cell ?? "").join(";"),
			measured,
			stock: {
				purchased: scaled(optional(row.purchased), size),
				opening: scaled(optional(row.opening), size),
				closing: scaled(optional(row.closing), size),
				out: scaled(optional(row.out), size),
			},
			hasStock,
			delivery: row.delivery ?? "",
			others: [row.unit, row.other].map((cell) => cell ?? "").join(";"),
			code: row.code ?? "",
		},
		said: name.findings,
	};
};
