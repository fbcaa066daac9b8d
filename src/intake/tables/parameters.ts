/** Measured parameters of an energy row: heat value, carbon content, oxidation rate, or a factor of its own. */
import type { ColumnName } from "../../domain/tables.ts";
import { compare, type Exact, one, product, sign, toText } from "../../exact/exact.ts";
import { fromExact, per, type Ratio, times, unity } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { keyed, type MeasuredCells, type Parameters, unmeasured } from "../../ledger/parameters.ts";
import type { Carrier } from "../../reference/carriers.ts";
import { near } from "../../reference/near.ts";
import { plain } from "../../reference/spelling.ts";
import type { Unit, Units } from "../../reference/units.ts";
import { cellReader, type RowRemarks, type TableContext } from "../intake.ts";
import { type ReadNumber, readNumber } from "../number.ts";

/** How an amount in the row's unit becomes one in the unit it is held in. */
export interface Held {
	readonly unit: Unit;
	readonly factor: Exact | undefined;
	readonly symbol: string;
}

export type ParameterReader = (
	cells: readonly string[],
	carrier: Carrier,
	unit: Held | undefined,
	remarks: RowRemarks,
) => Parameters;

const columns = ["ncv", "carbon_content", "oxidation_rate", "emission_factor"] as const;

export function parameterReader(context: TableContext): ParameterReader {
	const { header, reference } = context;
	const cell = cellReader<"energy">(header);
	const present = columns.filter((column) => header.at.has(column));
	if (present.length === 0) return () => unmeasured;

	return (cells, carrier, unit, remarks) => {
		if (present.every((column) => cell(cells, column).trim() === "")) return unmeasured;
		const given = present.filter((column) => cell(cells, column).trim() !== "");
		const parts = given.filter((column) => column !== "emission_factor");
		if (given.includes("ncv") && given.includes("emission_factor")) {
			remarks.note(remark("factor-and-parts", { parts }), "emission_factor", cell(cells, "emission_factor"));
			return unmeasured;
		}
		if (carrier.group !== "fuel" && parts.length > 0) {
			// Heat values are of fuels; on electricity, heat or a material they would change nothing.
			for (const column of parts) remarks.note(remark("parameter-unused", { carrier: carrier.id }), column, cell(cells, column));
		} else if (parts.length > 0 && given.length > parts.length) {
			remarks.note(remark("factor-and-parts", { parts }), "emission_factor", cell(cells, "emission_factor"));
			return unmeasured;
		}
		const factor = ownFactor(cells, unit, remarks);
		const written = cellsOf(cells, given);
		if (carrier.group !== "fuel") return factor === undefined ? unmeasured : keyed({ ...factor, cells: written });
		const ncv = converted(cells, "ncv", unit?.unit.dimension === "gas-volume" ? "ncv-gas" : "ncv-mass", remarks);
		const carbonContent = converted(cells, "carbon_content", "carbon-content", remarks);
		const oxidationRate = number(cells, "oxidation_rate", remarks);
		if (oxidationRate !== undefined && (sign(oxidationRate) <= 0 || compare(oxidationRate, one) > 0)) {
			remarks.note(remark("bad-parameter", { wanted: "fraction" }), "oxidation_rate", cell(cells, "oxidation_rate"));
		}
		return keyed({
			...(ncv === undefined ? {} : { ncv }),
			...(carbonContent === undefined ? {} : { carbonContent }),
			...(oxidationRate === undefined ? {} : { oxidationRate }),
			...factor,
			cells: written,
		});
	};

	/** How the row writes what it measured. */
	function cellsOf(cells: readonly string[], given: readonly (typeof columns)[number][]): MeasuredCells {
		return Object.fromEntries(
			given.map((column) => [column, { column: header.words[header.at.get(column) as number] ?? "", text: cell(cells, column) }]),
		);
	}

	function number(cells: readonly string[], column: (typeof columns)[number], remarks: RowRemarks): Exact | undefined {
		const text = cell(cells, column);
		if (text.trim() === "") return undefined;
		return readNumberInto(readNumber(text), remarks, text, column);
	}

	/** A parameter in its base unit: GJ per t or 10^4 Nm3, tC per GJ; a unit column or a bracket in the header may say otherwise. */
	function converted(
		cells: readonly string[],
		column: "ncv" | "carbon_content",
		dimension: string,
		remarks: RowRemarks,
	): Exact | undefined {
		const value = number(cells, column, remarks);
		if (value === undefined) return undefined;
		if (sign(value) <= 0) {
			remarks.note(remark("bad-parameter", { wanted: "above-zero" }), column, cell(cells, column));
			return undefined;
		}
		const unitColumn = `${column}_unit` as const;
		const text = cell(cells, unitColumn).trim() || (header.units.get(column) ?? "");
		if (text === "") return value;
		const unit = reference.units.find(text);
		if (unit === undefined || unit.dimension !== dimension) {
			const wanted = reference.units.names([dimension]);
			const about =
				unit === undefined
					? remark("unknown-unit", { near: near(text, wanted) })
					: remark("wrong-unit-kind", { what: column, wanted: wanted.slice(0, 3) });
			remarks.note(about, header.at.has(unitColumn) ? unitColumn : column, text);
			return undefined;
		}
		return product(value, unit.toBase);
	}

	/** t CO2 per unit that the amount is held in, from the row's factor per unit of the row or per the unit it names. */
	function ownFactor(
		cells: readonly string[],
		unit: Held | undefined,
		remarks: RowRemarks,
	): Pick<Parameters, "emissionFactor" | "emissionFactorText"> | undefined {
		const value = number(cells, "emission_factor", remarks);
		if (value === undefined || unit === undefined) return undefined;
		if (sign(value) < 0) {
			remarks.note(remark("bad-parameter", { wanted: "zero-or-more" }), "emission_factor", cell(cells, "emission_factor"));
			return undefined;
		}
		const text = cell(cells, "emission_factor_unit").trim() || (header.units.get("emission_factor") ?? "");
		const stated = text === "" ? { tonnes: unity, per: unit.unit } : factorUnit(text, reference.units);
		if (stated === undefined || stated.per.dimension !== unit.unit.dimension) {
			const about =
				stated === undefined
					? remark("unknown-unit", { near: near(text, reference.units.names(["electricity-factor"])) })
					: remark("wrong-unit-kind", { what: "emission_factor", wanted: [`tCO2/${unit.unit.symbol}`] });
			remarks.note(about, header.at.has("emission_factor_unit") ? "emission_factor_unit" : "emission_factor", text);
			return undefined;
		}
		// Per stated unit, times stated units in a base unit, times base units in the unit the amount is held in.
		const perBase = per(times(fromExact(value), stated.tonnes), fromExact(stated.per.toBase));
		const heldInBase = reference.units.bySymbol(unit.symbol).toBase;
		return {
			emissionFactor: times(perBase, fromExact(heldInBase)),
			emissionFactorText: `${toText(value)} ${text === "" ? `tCO2/${unit.unit.symbol}` : plain(text)}`,
		};
	}
}

/** `tCO2/t`, `kgCO2/kWh`: tonnes of CO2 in the upper unit, and the lower unit. */
export function factorUnit(text: string, units: Units): { readonly tonnes: Ratio; readonly per: Unit } | undefined {
	const known = units.find(text);
	if (known?.dimension === "electricity-factor") {
		// The seeds give these per kgCO2/kWh: a thousandth of a tonne per kWh.
		return { tonnes: times(fromExact(known.toBase), { over: 1n, under: 1000n }), per: units.bySymbol("kWh") };
	}
	const cut = plain(text).indexOf("/");
	if (cut < 0) return undefined;
	const upper = units.find(plain(text).slice(0, cut));
	const lower = units.find(plain(text).slice(cut + 1));
	if (upper === undefined || lower === undefined) return undefined;
	// A factor of a fuel is often printed `t/t`: tonnes of CO2, where nothing else is said.
	if (upper.dimension !== "co2-mass" && !(upper.dimension === "mass" && upper.symbol === "t")) return undefined;
	return { tonnes: fromExact(upper.toBase), per: lower };
}

/** The number that was read, with its remarks noted on the column; undefined where there is none. */
export function readNumberInto(
	read: ReadNumber,
	remarks: RowRemarks,
	text: string,
	column: ColumnName = "quantity",
): Exact | undefined {
	if (read.kind === "refused") remarks.note(read.remark, column, text);
	if (read.kind !== "number") return undefined;
	for (const about of read.remarks) remarks.note(about, column, text);
	return read.value;
}
