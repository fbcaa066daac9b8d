/** Energy rows: who used how much of what, when and for what; or why the row cannot be counted. */
import { months, type Period, write } from "../../domain/period.ts";
import type { Use } from "../../domain/words.ts";
import { type Exact, known, product, sign } from "../../exact/exact.ts";
import { type Remark, remark } from "../../findings/finding.ts";
import { asEntry, type Origin } from "../../ledger/entry.ts";
import { addEnergy, bookOf, mark, markBlank, markRefused, seriesName } from "../../ledger/ledger.ts";
import { keyed, type Parameters, unmeasured } from "../../ledger/parameters.ts";
import { type Carrier, type CarrierGroup, partOf, type Recognised } from "../../reference/carriers.ts";
import { near } from "../../reference/near.ts";
import { folded } from "../../reference/spelling.ts";
import { isForeignCurrency, type Unit } from "../../reference/units.ts";
import { readSource, readUse, useNames } from "../../reference/words.ts";
import {
	cellReader,
	columnReader,
	lazily,
	type Outcome,
	periodReader,
	type RowReader,
	RowRemarks,
	remembering,
	type TableContext,
} from "../intake.ts";
import { nameReader } from "../names.ts";
import { readNumber } from "../number.ts";
import { heatContentReader } from "./heat-content.ts";
import { parameterReader, readNumberInto } from "./parameters.ts";
import { whoReader } from "./who.ts";

/** Symbols of the units that amounts are held in, by dimension. */
const held: Readonly<Record<string, string>> = { mass: "t", "gas-volume": "10^4 Nm3", energy: "GJ", electricity: "kWh" };

/** Dimensions a carrier may be metered in, and units to name where another was given. */
const metered: {
	readonly [G in Exclude<CarrierGroup, "total">]: {
		readonly dimensions: readonly string[];
		readonly examples: readonly string[];
	};
} = {
	fuel: { dimensions: ["mass", "gas-volume", "energy"], examples: ["t", "10^4 Nm3", "GJ", "tce"] },
	electricity: { dimensions: ["electricity"], examples: ["kWh", "10^4 kWh", "MWh"] },
	heat: { dimensions: ["energy"], examples: ["GJ"] },
	process: { dimensions: ["mass", "gas-volume"], examples: ["t"] },
};

interface Resolved extends Recognised {
	/** What the ledger keys by: the carrier the row names, even where it is mapped to another. */
	readonly key: string;
	readonly mapped: Carrier | undefined;
	/** Of a by-product gas, where the text says it comes from. */
	readonly gas: ReturnType<typeof readSource>;
}

type CellOf = (cells: readonly string[]) => string;

interface Conversion {
	readonly unit: Unit;
	/** Multiplies an amount in the row's unit into the unit it is held in; undefined where they are the same. */
	readonly factor: Exact | undefined;
	readonly symbol: string;
}

export function energyReader(context: TableContext): RowReader {
	const { reference, ledger, header, choices } = context;
	const { units, carriers } = reference;
	const cell = cellReader<"energy">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const who = whoReader(context);
	const measured = parameterReader(context);
	const unitInHeader = header.units.get("quantity") ?? "";
	const column = header.words[header.at.get("quantity") as number] ?? "";
	const origin = remembering((unit: string): Origin => ({ file: context.file, column, unit }));
	const hasUse = header.at.has("use");
	const siteOf = header.at.has("site") ? nameReader(context, "site") : () => "";
	const heated = heatContentReader(context);
	// Once for each word of the file, not once for each row.
	const doubted = new Set<string>();
	const [carrierCell, quantityCell, unitCell, useCell] = (["carrier", "quantity", "unit", "use"] as const).map((column) =>
		columnReader(header, column),
	) as [CellOf, CellOf, CellOf, CellOf];

	const resolve = remembering((text: string): Resolved | undefined => {
		const found = carriers.find(text);
		const key = found?.carrier.id ?? folded(text);
		const mapped = choices.mappings.get(key);
		const carrier = mapped ?? found?.carrier;
		if (carrier === undefined) return undefined;
		const gas = reference.madeFrom(carrier.id).length === 0 ? undefined : readSource(text);
		return { warned: false, readAs: false, ...found, carrier, key, mapped, gas };
	});
	const findUnit = remembering((text: string) => units.find(text));
	const conversions = remembering((symbol: string): Conversion => {
		const unit = units.bySymbol(symbol);
		const base = units.bySymbol(held[unit.dimension] as string);
		// Base units of the dimension, brought to the unit that amounts are held in (10^4 Nm3, not Nm3).
		const factor =
			unit.symbol === base.symbol ? undefined : base.symbol === "10^4 Nm3" ? product(unit.toBase, known("0.0001")) : unit.toBase;
		return { unit, factor, symbol: base.symbol };
	});

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const site = siteOf(cells, remarks);
		const at = period(cells, remarks);
		const carrierText = carrierCell(cells);
		const found = carrierText.trim() === "" ? undefined : resolve(carrierText);
		if (found?.carrier.group === "total") {
			remarks.note(remark("total-row", { check: "not-checked" }), "carrier", carrierText);
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "skipped";
		}
		if (found === undefined) remarks.note(unknownCarrier(carrierText, carriers.near), "carrier", carrierText);
		else noteCarrier(found, carrierText, remarks);

		const useText = hasUse ? useCell(cells) : "";
		const use: Use | undefined = useText.trim() === "" ? "consumed" : readUse(useText);
		if (use === undefined) remarks.note(remark("unknown-use", { known: useNames() }), "use", useText);

		const unit = rowUnit(cells, found);
		const quantityText = quantityCell(cells);
		const read = readNumber(quantityText);
		if (
			read.kind === "missing" &&
			firm !== undefined &&
			at !== undefined &&
			found !== undefined &&
			use !== undefined &&
			site !== undefined &&
			!remarks.failed
		) {
			remarks.note(remark("missing-quantity", {}), "quantity", quantityText);
			const series = seriesName(found.key, use, site);
			markBlank(bookOf(ledger, firm), found.key, series, at.code);
			remarks.tell(firm, write(at.period));
			return "skipped";
		}
		const amount = readNumberInto(read, remarks, quantityText);
		if (amount !== undefined && sign(amount) < 0) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);

		const parameters = found === undefined ? unmeasured : measured(cells, found.carrier, unit, remarks);
		const heat =
			found !== undefined && unit !== undefined && amount !== undefined ? heated(cells, found.carrier, unit, remarks) : undefined;

		if (
			remarks.failed ||
			firm === undefined ||
			site === undefined ||
			at === undefined ||
			found === undefined ||
			use === undefined ||
			unit === undefined ||
			amount === undefined
		) {
			reach(firm, at?.period, found, use ?? "");
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "refused";
		}
		if (found.gas === "own" && use === "consumed" && sign(amount) > 0)
			remarks.note(remark("by-product-gas", { carrier: found.carrier.id, from: [], rows: null }), "carrier", carrierText);
		remarks.tell(firm, write(at.period), partOf(found.carrier));
		const book = bookOf(ledger, firm);
		if (found.gas !== undefined) book.settledGas.add(`${context.file}:${row}`);
		let inHeld = unit.factor === undefined ? amount : product(amount, unit.factor);
		let symbol = unit.symbol;
		let withHeat: Parameters = parameters;
		if (heat !== undefined) {
			inHeld = product(inHeld, heat.perTonne);
			symbol = "GJ";
			withHeat = keyed({ ...parameters, heatContent: heat.text });
		}
		const from = origin(unitCell(cells).trim() || unitInHeader);
		addEnergy(ledger, book, site, found.key, use, withHeat, at.code, asEntry(inHeld, symbol, from, row, line, quantityText));
		return "used";
	};

	/** The row's unit, from its own column, from the header, or both where they agree. */
	function rowUnit(cells: readonly string[], found: Resolved | undefined): Conversion | undefined {
		const own = unitCell(cells).trim();
		const text = own === "" ? unitInHeader : own;
		const wanted = found === undefined ? undefined : metered[found.carrier.group as "fuel"];
		if (text === "") {
			remarks.note(remark("missing-unit", { wanted: wanted?.examples ?? [] }), header.at.has("unit") ? "unit" : "quantity", "");
			return undefined;
		}
		const unit = findUnit(text);
		if (unit === undefined) {
			const about = isForeignCurrency(text)
				? remark("foreign-currency", {})
				: remark(
						"unknown-unit",
						lazily(() => near(text, units.names(wanted?.dimensions))),
					);
			remarks.note(about, own === "" ? "quantity" : "unit", text);
			return undefined;
		}
		if (own !== "" && unitInHeader !== "" && findUnit(unitInHeader)?.symbol !== unit.symbol) {
			remarks.note(remark("unit-disagrees", { inHeader: unitInHeader }), "unit", own);
			return undefined;
		}
		if (wanted === undefined || found === undefined) return undefined;
		const byMass = unit.dimension === "mass" && (found.carrier.id === "steam" || found.carrier.id === "hot-water");
		const ownFactor =
			found.carrier.group === "fuel" &&
			wanted.dimensions.includes(unit.dimension) &&
			cell(cells, "emission_factor").trim() !== "";
		if (!byMass && !ownFactor && !fits(found.carrier, unit, wanted.dimensions)) {
			remarks.note(
				remark("wrong-unit-kind", { what: found.carrier.id, wanted: examples(found.carrier) }),
				own === "" ? "quantity" : "unit",
				text,
			);
			return undefined;
		}
		if (found.carrier.group === "fuel" && unit.dimension === "energy")
			remarks.note(remark("energy-unit", { carrier: found.carrier.id }), "unit", text);
		if (unit.doubt !== undefined && !doubted.has(text)) {
			doubted.add(text);
			remarks.note(remark("ambiguous-unit", { readAs: unit.symbol, why: unit.doubt }), own === "" ? "quantity" : "unit", text);
		}
		return conversions(unit.symbol);
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

	/** An error makes unknown what the row would have said: of its year, of all years, or of the run. */
	function reach(firm: string | undefined, when: Period | undefined, found: Resolved | undefined, use: Use | ""): void {
		if (firm === undefined) {
			ledger.pooledUnknown = true;
			return;
		}
		const book = bookOf(ledger, firm);
		mark(book, { year: when?.year ?? null, what: found === undefined ? "any" : partOf(found.carrier) });
		if (when !== undefined) markRefused(book, found?.key ?? "", use, when.year, months(when));
	}
}

function unknownCarrier(text: string, near: (text: string) => string[]): Remark {
	return text.trim() === ""
		? remark("missing-cell", { what: "carrier" })
		: remark(
				"unknown-carrier",
				lazily(() => near(text)),
			);
}

function noteCarrier({ carrier, warned, readAs, mapped, gas }: Resolved, text: string, remarks: RowRemarks): void {
	if (mapped !== undefined) remarks.note(remark("carrier-mapped", { carrier: carrier.id }), "carrier", text);
	// Where a gas comes from is understood, brackets and all.
	else if (readAs && gas === undefined) remarks.note(remark("carrier-read-as", { carrier: carrier.id }), "carrier", text);
	if (warned) remarks.note(remark("may-include-own-generation", { carrier: carrier.id }), "carrier", text);
	const refusal = carrier.process?.refusal;
	if (refusal === "not-co2") remarks.note(remark("not-co2", { material: carrier.id }), "carrier", text);
	if (refusal === "needs-more")
		remarks.note(remark("needs-more", { material: carrier.id, formula: carrier.process?.formula ?? "" }), "carrier", text);
}
