/**
 * Rows of an output table that are no denominators: water, waste, pollutants. They are read as outputs are, and no error of theirs
 * reaches an output or an emission.
 */
import type { Period } from "../../domain/period.ts";
import type { PlanAmount } from "../../domain/words.ts";
import { compare, type Exact, known, product as multiply, one, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import { asEntry, type Origin } from "../../ledger/entry.ts";
import { recordOf, type When } from "../../ledger/ledger.ts";
import { markPlanFault } from "../../ledger/plan-record.ts";
import { addPlanAmount } from "../../ledger/post.ts";
import type { Said } from "../../reference/kind-words.ts";
import type { Unit } from "../../reference/units.ts";
import { type ReadPlanAmount, readPlanAmount } from "../../reference/words.ts";
import type { AmountUnits } from "../amount-unit.ts";
import type { Outcome, RowRemarks, TableContext } from "../intake.ts";
import { readNumber, readNumberInto } from "../number.ts";
import { withoutPercent } from "../percent.ts";
import { toDateOf } from "../when.ts";

/** What the reader of outputs knows of a row by then. */
export interface PlanRow {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
	readonly firm: string | undefined;
	readonly period: Period | undefined;
	/** When its amount is of; undefined where its period could not be read. */
	readonly when: When | undefined;
	/** The indicator as it is written. */
	readonly text: string;
	/** What stands in brackets behind it and in columns beside it; undefined where that is not known. */
	readonly said: Said | undefined;
	/** What stands in columns that nobody reads. */
	readonly beside: string | undefined;
}

/** Units that amounts are written in: examples, and what they are of. */
interface Wanted {
	readonly examples: readonly string[];
	readonly dimensions: readonly string[];
	readonly held: string;
}

const byMass: Wanted = { examples: ["t", "10^4 t", "kg"], dimensions: ["mass"], held: "t" };
// A cubic metre of water is a tonne to whoever meters it, and forms ask for either.
const ofWater: Wanted = { examples: ["m3", "10^4 m3", "t"], dimensions: ["gas-volume", "mass"], held: "m3" };
const inPercent: Wanted = { examples: ["%"], dimensions: ["fraction"], held: "%" };

function wantedOf(indicator: PlanAmount): Wanted {
	return indicator === "water" ? ofWater : indicator === "solid_waste_rate" ? inPercent : byMass;
}

/** Of a row's indicator what a plan asks of besides CO2; `排放量` in brackets behind a pollutant says nothing more. */
export function planAmountIn(text: string): ReadPlanAmount | undefined {
	const read = readPlanAmount(text);
	if (read === undefined) return undefined;
	const left = read.qualifier.split(",").filter((piece) => !/^排放量?$|^discharged?$|^emissions?$/.test(piece));
	return { ...read, qualifier: left.join(",") };
}

const hundred = known("100");

/** Reads such rows of one table. */
export function planAmountReader(
	context: TableContext,
	remarks: RowRemarks,
	units: AmountUnits,
	origin: (unit: string) => Origin,
): (indicator: PlanAmount, row: PlanRow) => Outcome {
	const { header, ledger } = context;
	const cell = cellReader<"output">(header);

	return (indicator, { cells, row, line, firm, period, when, text, said, beside }) => {
		const quantityText = cell(cells, "quantity");
		if (said === undefined) remarks.note(remark("unknown-indicator", { near: [], known: [indicator] }), "indicator", text);
		else if (said.notConsumption !== "") {
			remarks.note(remark("not-consumption", { word: said.notConsumption }), "indicator", text);
			remarks.tell(firm, period);
			return "skipped";
		}
		const unit = unitOf(indicator, cells, quantityText, said?.unit ?? "");
		const numberText = indicator === "solid_waste_rate" ? withoutPercent(quantityText) : quantityText;
		const read = readNumber(numberText);
		if (read.kind === "missing" && !remarks.failed) {
			remarks.note(remark("missing-quantity", {}), "quantity", quantityText);
			remarks.tell(firm, period);
			return "skipped";
		}
		const amount = readNumberInto(read, remarks, quantityText);
		if (amount !== undefined && sign(amount) < 0) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);
		else if (amount !== undefined && unit !== undefined && indicator === "solid_waste_rate")
			lookAtRate(multiply(amount, multiply(unit.toBase, hundred)), quantityText);
		if (remarks.failed || firm === undefined || when === undefined || unit === undefined || amount === undefined) {
			if (firm === undefined) ledger.planLost.add(indicator);
			else markPlanFault(recordOf(ledger, firm).planned, indicator, period?.year ?? null);
			remarks.tell(firm, period);
			return "refused";
		}
		remarks.tell(firm, period, "nothing");
		const { held } = wantedOf(indicator);
		const perUnit = indicator === "solid_waste_rate" ? multiply(unit.toBase, hundred) : unit.toBase;
		// Of water there are no normal cubic metres.
		const written = { symbol: indicator === "water" ? unit.symbol.replace("Nm3", "m3") : unit.symbol, held };
		const from: Origin = { ...origin(unit.symbol), unit: units.written(cells) || unit.symbol, perUnit, written };
		const entry = asEntry(multiply(amount, perUnit), held, from, row, line, quantityText);
		addPlanAmount(
			ledger,
			recordOf(ledger, firm),
			indicator,
			said?.toDate === true ? toDateOf(when) : when,
			beside === undefined ? entry : { ...entry, beside },
		);
		return "used";
	};

	function unitOf(indicator: PlanAmount, cells: readonly string[], quantity: string, inName: string): Unit | undefined {
		const { examples, dimensions } = wantedOf(indicator);
		// 57% says its unit itself.
		const stated = indicator === "solid_waste_rate" && withoutPercent(quantity) !== quantity ? "%" : inName;
		const read = units.read(cells, { examples, dimensions }, stated);
		if (read === undefined) return undefined;
		const { unit, text, column } = read;
		if (!dimensions.includes(unit.dimension) || /tce|kgce/.test(unit.symbol)) {
			remarks.note(remark("wrong-unit-kind", { what: indicator, wanted: examples }), column, text);
			return undefined;
		}
		if (unit.doubt === "unusual") units.tellDoubt(read);
		return unit;
	}

	/** A share of what was made: at most all of it, and below one it is most likely a fraction. */
	function lookAtRate(percent: Exact, text: string): void {
		if (compare(percent, hundred) > 0) remarks.note(remark("bad-parameter", { wanted: "percent" }), "quantity", text);
		else if (sign(percent) > 0 && compare(percent, one) < 0)
			remarks.note(remark("bad-parameter", { wanted: "percent-not-fraction" }), "quantity", text);
	}
}
