/** What a row of a targets file asks: of what, how it is measured, from which year, and how much. */
import { type GoalIndicator, type GoalKind, goalIndicators, goalKinds, type Scope } from "../../domain/words.ts";
import { compare, type Exact, equal, known, one, product } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import { near } from "../../reference/near.ts";
import { plain } from "../../reference/spelling.ts";
import { goalNames, readGoal, readGoalKind } from "../../reference/words.ts";
import { lazily, type RowRemarks, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { isPercent, withoutPercent } from "../percent.ts";
import { aboveZeroIn, reductionIn, yearIn } from "../stated-cells.ts";

export interface Goal {
	readonly indicator: GoalIndicator;
	readonly kind: GoalKind;
}

const hundred = known("100");

/** What a run can judge: a fall of everything per output, the level of a rate, the total of CO2 of all firms or of a sector. */
function isJudged(indicator: GoalIndicator, kind: GoalKind, scope: Scope | undefined): boolean {
	if (indicator === "solid_waste_rate") return kind === "level";
	return kind === "change" || (kind === "absolute" && indicator === "co2" && scope !== "province");
}

export interface GoalReader {
	/** What the row is of, and what it asks; undefined where that is nothing a run judges. */
	readonly goal: (cells: readonly string[], scope: Scope | undefined) => Goal | undefined;
	/** The year that a fall begins in; null where none is asked for. */
	readonly baseYear: (cells: readonly string[], kind: GoalKind | undefined) => number | null;
	/** Per cent of a fall or a level, or t CO2; undefined where it cannot be read. */
	readonly amount: (cells: readonly string[], goal: Goal) => Exact | undefined;
}

/** Reads such rows of one table; what is wrong with one is noted. */
export function goalReader({ header, reference }: TableContext, remarks: RowRemarks): GoalReader {
	const cell = cellReader<"targets">(header);
	return { goal: goalOf, baseYear: baseYearIn, amount: amountAsked };

	function goalOf(cells: readonly string[], scope: Scope | undefined): Goal | undefined {
		const indicatorText = cell(cells, "indicator");
		const kindText = cell(cells, "kind");
		const indicator = readGoal(indicatorText);
		if (indicator === undefined) {
			const close = lazily(() => near(indicatorText, goalNames()));
			remarks.note(
				remark("unknown-indicator", {
					get near() {
						return close.near;
					},
					known: goalIndicators,
				}),
				"indicator",
				indicatorText,
			);
			return undefined;
		}
		const kind = readGoalKind(kindText);
		const kinds = goalKinds.filter((one) => isJudged(indicator, one, scope));
		if (kind !== undefined && kinds.includes(kind)) return { indicator, kind };
		remarks.note(remark("unsupported-target", { indicator, scope: scope ?? "all", kinds }), "kind", kindText.trim() || "change");
		return undefined;
	}

	/** The year that a fall begins in; of an amount only where it has a base. */
	function baseYearIn(cells: readonly string[], kind: GoalKind | undefined): number | null {
		const text = plain(cell(cells, "base_year"));
		const needed = kind !== "absolute" || cell(cells, "base_intensity").trim() !== "";
		return needed ? yearIn(text, remarks, "base_year") : null;
	}

	/** Per cent of a fall or a level, or t CO2; of the two columns that a fall may stand in, both must agree. */
	function amountAsked(cells: readonly string[], { kind }: Goal): Exact | undefined {
		const [percentText, valueText] = [cell(cells, "reduction_pct"), cell(cells, "value")];
		const isGiven = (text: string): boolean => readNumber(withoutPercent(text)).kind !== "missing";
		const column = kind === "change" && !isGiven(valueText) ? "reduction_pct" : "value";
		const text = column === "value" ? valueText : percentText;
		if (!isGiven(text)) {
			const named = header.at.has(column) ? column : header.at.has("value") ? "value" : "reduction_pct";
			remarks.note(remark("missing-cell", { what: named }), named, text);
			return undefined;
		}
		if (kind === "absolute") return tonnesIn(cells, valueText);
		const value = kind === "change" ? reductionIn(text, remarks, column) : levelIn(text);
		if (column === "value") lookAtUnit(cells);
		const twice = column === "value" && kind === "change" && isGiven(percentText);
		const beside = twice ? reductionIn(percentText, remarks, "reduction_pct") : undefined;
		if (value !== undefined && beside !== undefined && !equal(value, beside))
			remarks.note(
				remark("word-against-column", { inName: percentText.trim(), inColumn: valueText.trim() }),
				"reduction_pct",
				percentText,
			);
		return value;
	}

	function levelIn(text: string): Exact | undefined {
		const level = aboveZeroIn(withoutPercent(text), remarks, "value");
		if (level === undefined || remarks.failed) return undefined;
		if (compare(level, hundred) > 0) remarks.note(remark("bad-parameter", { wanted: "percent" }), "value", text);
		else if (compare(level, one) < 0) remarks.note(remark("bad-parameter", { wanted: "percent-not-fraction" }), "value", text);
		return level;
	}

	function lookAtUnit(cells: readonly string[]): void {
		const text = cell(cells, "unit").trim();
		if (text !== "" && !isPercent(text))
			remarks.note(remark("wrong-unit-kind", { what: "reduction_pct", wanted: ["%"] }), "unit", text);
	}

	function tonnesIn(cells: readonly string[], text: string): Exact | undefined {
		const unitText = cell(cells, "unit").trim();
		const examples = ["t", "10^4 t", "tCO2"];
		const unit = reference.units.find(unitText);
		if (unitText === "") remarks.note(remark("missing-unit", { wanted: examples }), "unit", "");
		else if (unit === undefined) remarks.note(remark("unknown-unit", { near: [] }), "unit", unitText);
		else if (!["mass", "co2-mass"].includes(unit.dimension))
			remarks.note(remark("wrong-unit-kind", { what: "co2", wanted: examples }), "unit", unitText);
		const amount = aboveZeroIn(text, remarks, "value");
		return amount === undefined || unit === undefined ? undefined : product(amount, unit.toBase);
	}
}
