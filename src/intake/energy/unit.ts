/** The unit of an energy row: one that its carrier is metered in, and how the amount becomes one in the unit it is held in. */
import { known, product, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { Carrier, CarrierGroup } from "../../reference/carriers.ts";
import type { ChosenUnit } from "../../reference/unit-choice.ts";
import { isCoalEquivalent, type Unit } from "../../reference/units.ts";
import type { AmountUnits, ReadUnit, WantedUnits } from "../amount-unit.ts";
import type { HeldUnit } from "../held.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import type { NamedCarrier } from "./carrier.ts";

interface Metered extends WantedUnits {
	readonly dimensions: readonly string[];
}

/** Dimensions a carrier may be metered in, and units to name where another was given. */
const metered: { readonly [G in Exclude<CarrierGroup, "total" | "medium">]: Metered } = {
	fuel: { dimensions: ["mass", "gas-volume", "energy"], examples: ["t", "10^4 Nm3", "GJ", "tce"] },
	electricity: { dimensions: ["electricity"], examples: ["kWh", "10^4 kWh", "MWh"] },
	heat: { dimensions: ["energy"], examples: ["GJ"] },
	process: { dimensions: ["mass", "gas-volume"], examples: ["t"] },
};

/** Of a carrier that nobody knows. */
const anyUnit: WantedUnits = { examples: [], dimensions: undefined };

/**
 * Reads the unit of a row; undefined where nobody knows what the amount is of, and, told, where the unit is none that fits.
 * `ownFactor` says whether the row states its own factor: then no formula is needed.
 */
export function energyUnitReader(
	{ reference: { units, seeds }, choices, header }: TableContext,
	remarks: RowRemarks,
	amounts: AmountUnits,
	held: (symbol: string) => HeldUnit,
): (cells: readonly string[], found: NamedCarrier | undefined, carrierText: string, ownFactor: boolean) => HeldUnit | undefined {
	return (cells, found, carrierText, ownFactor) => {
		const wanted = found === undefined ? undefined : metered[found.carrier.group as "fuel"];
		const inName = found?.said.unit ?? "";
		const read = amounts.read(cells, wanted ?? anyUnit, inName, (offered) =>
			found === undefined || wanted === undefined ? undefined : chosen(found, offered, wanted, cells),
		);
		if (read === undefined) return undefined;
		const { unit, text } = read;
		if (inName !== "" && amounts.find(inName)?.symbol !== unit.symbol) {
			const inNameAndColumn = { inName: carrierText.trim(), inColumn: text };
			remarks.note(remark("word-against-column", inNameAndColumn), "carrier", carrierText);
			return undefined;
		}
		if (found === undefined || wanted === undefined) return undefined;
		const own = ofCarrier(found, read, wanted, ownFactor);
		// One that was chosen among several, or stands in the name, is written neither in its column nor alone in the header.
		return own === undefined || (read.chosen === undefined && text === amounts.written(cells)) ? own : { ...own, written: text };
	};

	/**
	 * Of the units a header offers the one that the carrier is metered in. Where none is, as for power in a table of fuels, a unit
	 * that stands by itself in a cell that nobody reads.
	 */
	function chosen(
		{ carrier }: NamedCarrier,
		offered: readonly ChosenUnit[],
		{ dimensions }: Metered,
		cells: readonly string[],
	): ChosenUnit | undefined {
		const fitting = offered.filter(({ unit }) => fits(carrier, unit, dimensions));
		const [first, second] = fitting;
		if (first !== undefined) return second === undefined ? first : undefined;
		for (const index of header.unread) {
			const text = (cells[index] ?? "").trim();
			const unit = text === "" ? undefined : units.find(text);
			if (unit === undefined || !fits(carrier, unit, dimensions)) continue;
			remarks.note(remark("unit-beside", { unit: text }), "quantity", text);
			return { text, unit };
		}
		return undefined;
	}

	function ofCarrier(
		{ carrier, said }: NamedCarrier,
		read: ReadUnit,
		{ dimensions }: Metered,
		ownFactor: boolean,
	): HeldUnit | undefined {
		const { unit, text, column } = read;
		// A tonne of coal equivalent may be written as a tonne; power in it is compared, not counted.
		if (said.equivalent && unit.dimension === "mass") return held(unit.symbol === "10^4 t" ? "10^4 tce" : "tce");
		if (carrier.group === "electricity" && isCoalEquivalent(unit)) return held(unit.symbol);
		const byMass = unit.dimension === "mass" && (carrier.id === "steam" || carrier.id === "hot-water");
		const byOwnFactor = ownFactor && carrier.group === "fuel" && dimensions.includes(unit.dimension);
		if (!byMass && !byOwnFactor && !fits(carrier, unit, dimensions)) {
			const litres = litresIn(carrier, unit);
			const about =
				litres === undefined
					? remark("wrong-unit-kind", { what: carrier.id, wanted: examples(carrier) })
					: remark("volume-without-density", { carrier: carrier.id, times: litres });
			remarks.note(about, column, text);
			return undefined;
		}
		if (carrier.group === "fuel" && unit.dimension === "energy")
			remarks.note(remark("energy-unit", { carrier: carrier.id }), "unit", text);
		amounts.tellDoubt(read);
		return held(unit.symbol);
	}

	/** A gas is not weighed in kilograms nor coal measured in cubic metres: the seeds say which units a fuel's tables use. */
	function fits(carrier: Carrier, unit: Unit, dimensions: readonly string[]): boolean {
		if (!dimensions.includes(unit.dimension)) return false;
		if (unit.dimension === "energy") return true;
		if (carrier.group === "process")
			return unit.dimension === units.bySymbol((carrier.process as { unit: string }).unit).dimension;
		if (carrier.group !== "fuel") return true;
		const natural = choices.naturalDimensions(carrier.id);
		return natural.size === 0 || natural.has(unit.dimension);
	}

	/** Tonnes in a unit of volume of a liquid of 1 kg a litre; undefined where the carrier is no liquid, or the unit none of volume. */
	function litresIn({ id }: Carrier, { dimension, toBase }: Unit): string | undefined {
		const natural = choices.naturalDimensions(id);
		const isLiquid = seeds.fuelRanges.some(({ carrier, family }) => carrier === id && family === "oil");
		if (!isLiquid || natural.has("gas-volume")) return undefined;
		if (dimension === "liquid-volume") return toText(product(toBase, known("0.001")));
		return dimension === "gas-volume" ? toText(toBase) : undefined;
	}

	function examples(carrier: Carrier): readonly string[] {
		if (carrier.group === "process") return [(carrier.process as { unit: string }).unit];
		if (carrier.group !== "fuel") return metered[carrier.group as "heat"].examples;
		const natural = choices.naturalDimensions(carrier.id);
		return [
			...(natural.has("mass") || natural.size === 0 ? ["t"] : []),
			...(natural.has("gas-volume") ? ["10^4 Nm3"] : []),
			"GJ",
			"tce",
		];
	}
}
