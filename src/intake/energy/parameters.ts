/** Measured parameters of an energy row: heat value, carbon content, oxidation rate, or a factor of its own. */
import { type Exact, product, sign, toText } from "../../exact/exact.ts";
import { fromExact, oneRatio, per, times } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import { keyed, type MeasuredCells, type Parameters, type StatedFactor, unmeasured } from "../../ledger/parameters.ts";
import type { Carrier } from "../../reference/carriers.ts";
import { plain } from "../../reference/spelling.ts";
import { unitChoice } from "../../reference/unit-choice.ts";
import { nearUnits } from "../../reference/units.ts";
import type { HeldUnit } from "../held.ts";
import { impossible, type Stated } from "../impossible.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import { numberIn } from "../number.ts";
import { readRate } from "../percent.ts";
import { isAboveZero } from "../stated-cells.ts";
import { factorOfParts } from "./factor-of-parts.ts";
import { factorUnit } from "./factor-unit.ts";

export type ParameterReader = (
	cells: readonly string[],
	carrier: Carrier,
	unit: HeldUnit | undefined,
	remarks: RowRemarks,
) => Parameters;

const columns = ["ncv", "carbon_content", "oxidation_rate", "emission_factor"] as const;

export function parameterReader(context: TableContext): ParameterReader {
	const { header, reference } = context;
	const cell = cellReader<"energy">(header);
	const present = columns.filter((column) => header.at.has(column));
	const comesToFactor = factorOfParts(context);
	if (present.length === 0) return () => unmeasured;

	return (cells, carrier, unit, remarks) => {
		if (present.every((column) => cell(cells, column).trim() === "")) return unmeasured;
		const stands = present.filter((column) => cell(cells, column).trim() !== "");
		// A factor of heat that the parts beside it come to says nothing more than they do.
		const given = comesToFactor(cells) ? stands.filter((column) => column !== "emission_factor") : stands;
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
		const stated = given.includes("emission_factor") ? ownFactor(cells, unit, remarks) : undefined;
		const factor = stated === undefined ? undefined : { emissionFactor: stated };
		const written = cellsOf(cells, given);
		if (carrier.group !== "fuel") {
			if (factor === undefined) return unmeasured;
			if (unit !== undefined) hold({ carrier, held: unit.symbol, co2: factor.emissionFactor.perHeld }, remarks, cells);
			return keyed({ ...factor, cells: written });
		}
		const ncv = converted(cells, "ncv", unit?.unit.dimension === "gas-volume" ? "ncv-gas" : "ncv-mass", remarks);
		const carbonContent = converted(cells, "carbon_content", "carbon-content", remarks);
		const rateUnit = header.units.get("oxidation_rate") ?? "";
		const oxidationRate = readRate(cell(cells, "oxidation_rate"), rateUnit, remarks, "oxidation_rate");
		const byUnit = carbonContent === undefined ? undefined : carbonByUnit(cells);
		const carbon = byUnit === true ? { carbonPerUnit: carbonContent as Exact } : carbonContent && { carbonContent };
		if (unit !== undefined) hold({ carrier, held: unit.symbol, ncv, ...carbon, co2: stated?.perHeld }, remarks, cells);
		return keyed({
			...(ncv === undefined ? {} : { ncv }),
			...carbon,
			...(oxidationRate === undefined ? {} : { oxidationRate }),
			...factor,
			cells: written,
		});
	};

	/** Refuses values that cannot be. */
	function hold(stated: Stated, remarks: RowRemarks, cells: readonly string[]): void {
		const found = impossible(reference, stated, context.choices.usual);
		if (found !== undefined) remarks.note(found.about, found.column, cell(cells, found.column));
	}

	/** Whether carbon content is stated per unit of the fuel, not of its heat. */
	function carbonByUnit(cells: readonly string[]): boolean {
		const text = cell(cells, "carbon_content_unit").trim() || (header.units.get("carbon_content") ?? "");
		return reference.units.find(text)?.dimension === "carbon-by-unit";
	}

	/** How the row writes what it measured. */
	function cellsOf(cells: readonly string[], given: readonly (typeof columns)[number][]): MeasuredCells {
		return Object.fromEntries(
			given.map((column) => [column, { column: header.words[header.at.get(column) as number] ?? "", text: cell(cells, column) }]),
		);
	}

	/** A parameter in its base unit: GJ per t or 10^4 Nm3, tC per GJ; a unit column or a bracket in the header may say otherwise. */
	function converted(
		cells: readonly string[],
		column: "ncv" | "carbon_content",
		dimension: string,
		remarks: RowRemarks,
	): Exact | undefined {
		const value = numberIn(cell(cells, column), remarks, column);
		if (value === undefined || !isAboveZero(value, remarks, column, cell(cells, column))) return undefined;
		const unitColumn = `${column}_unit` as const;
		const text = cell(cells, unitColumn).trim() || (header.units.get(column) ?? "");
		if (text === "") return value;
		const offered = unitChoice(text, reference.units)?.filter((one) => one.unit.dimension === dimension);
		const unit = offered?.length === 1 ? offered[0]?.unit : reference.units.find(text);
		const byUnit = column === "carbon_content" && unit?.dimension === "carbon-by-unit";
		if (unit === undefined || (unit.dimension !== dimension && !byUnit)) {
			const wanted = reference.units.names([dimension]);
			const about =
				unit === undefined
					? remark("unknown-unit", { near: nearUnits(text, wanted) })
					: remark("wrong-unit-kind", { what: column, wanted: wanted.slice(0, 3) });
			remarks.note(about, header.at.has(unitColumn) ? unitColumn : column, text);
			return undefined;
		}
		return product(value, unit.toBase);
	}

	/** t CO2 per unit that the amount is held in, from the row's factor per unit of the row or per the unit it names. */
	function ownFactor(cells: readonly string[], unit: HeldUnit | undefined, remarks: RowRemarks): StatedFactor | undefined {
		const value = numberIn(cell(cells, "emission_factor"), remarks, "emission_factor");
		if (value === undefined || unit === undefined) return undefined;
		if (sign(value) < 0) {
			remarks.note(remark("bad-parameter", { wanted: "zero-or-more" }), "emission_factor", cell(cells, "emission_factor"));
			return undefined;
		}
		const text = cell(cells, "emission_factor_unit").trim() || (header.units.get("emission_factor") ?? "");
		const stated = text === "" ? { tonnes: oneRatio, per: unit.unit } : factorUnit(text, reference.units);
		if (stated === undefined || stated.per.dimension !== unit.unit.dimension) {
			const about =
				stated === undefined
					? remark("unknown-unit", { near: nearUnits(text, reference.units.names(["electricity-factor"])) })
					: remark("wrong-unit-kind", { what: "emission_factor", wanted: [`tCO2/${unit.unit.symbol}`] });
			remarks.note(about, header.at.has("emission_factor_unit") ? "emission_factor_unit" : "emission_factor", text);
			return undefined;
		}
		// Per stated unit, times stated units in a base unit, times base units in the unit the amount is held in.
		const perBase = per(times(fromExact(value), stated.tonnes), fromExact(stated.per.toBase));
		const heldInBase = reference.units.bySymbol(unit.symbol).toBase;
		return {
			perHeld: times(perBase, fromExact(heldInBase)),
			text: toText(value),
			unit: text === "" ? `tCO2/${unit.unit.symbol}` : plain(text),
		};
	}
}
