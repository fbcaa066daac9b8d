/** A targets file: how much is asked of whom, from which year to which, and on whose word. */
import { type GoalIndicator, type GoalKind, goalIndicators, goalKinds, type Scope } from "../../domain/words.ts";
import { compare, type Exact, equal, known, one, product } from "../../exact/exact.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import type { Supplied, SuppliedGoal } from "../../ledger/supplied.ts";
import { near } from "../../reference/near.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { goalNames, readGoal, readGoalKind } from "../../reference/words.ts";
import { lazily, type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { isPercent, withoutPercent } from "../percent.ts";
import { aboveZeroIn, reductionIn, sourceIn, yearIn } from "../stated-cells.ts";

/** The words that name a scope. */
export const scopeWords: Readonly<Record<string, Scope>> = {
	all: "all",
	sector: "sector",
	province: "province",
	全部: "all",
	行业: "sector",
	省: "province",
	省份: "province",
};

export const targets: TableCard = { reach: null, unnamed: "targets", reader: targetsReader };

function targetsReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, table } = context;
	const cell = cellReader<"targets">(header);
	const remarks = new RowRemarks(context);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const scopeText = cell(cells, "scope");
		const scope = scopeWords[folded(scopeText)];
		if (scope === undefined) remarks.note(remark("missing-cell", { what: "scope" }), "scope", scopeText);
		const idText = cell(cells, "scope_id");
		const sector = scope === "sector" ? reference.sectors.find(idText) : undefined;
		const scopeId = scope === "sector" ? sector?.parent : scope === "province" ? reference.provinces.find(idText)?.id : "";
		if (scope === "sector" && scopeId === undefined)
			remarks.note(remark("unknown-sector", { near: reference.sectors.near(idText) }), "scope_id", idText);
		if (scope === "province" && scopeId === undefined)
			remarks.note(remark("unknown-province", { near: reference.provinces.near(idText) }), "scope_id", idText);
		if (scope !== undefined && scopeId === undefined)
			remarks.note(remark("missing-cell", { what: "scope_id" }), "scope_id", idText);
		const goal = goalOf(cells, scope);
		const isTarget = goal?.indicator === "co2" && goal.kind === "change";
		const targetYearText = plain(cell(cells, "target_year"));
		const baseYear = goal?.kind === "level" ? null : baseYearIn(cells, goal?.kind);
		const targetYear = yearIn(targetYearText, remarks, "target_year");
		if (!remarks.failed && baseYear !== null && targetYear <= baseYear)
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "target_year", targetYearText);
		const value = goal === undefined ? undefined : amountAsked(cells, goal);
		const base = aboveZeroIn(cell(cells, "base_intensity"), remarks, "base_intensity") ?? null;
		const source = sourceIn(cell(cells, "source"), remarks);
		if (remarks.failed || goal === undefined || scope === undefined || scopeId === undefined || value === undefined) {
			remarks.tell("", "");
			return "refused";
		}
		const stated = { ...goal, scope, scopeId, value, baseYear, targetYear, base, source, at: { ...table, row, line } };
		const other = isTarget ? otherTarget(stated, supplied) : otherGoal(stated, supplied);
		if (other !== undefined && !(equal(other.value, value) && other.baseYear === baseYear && other.targetYear === targetYear))
			remarks.note(remark("target-row-conflict", { rows: [rowAt(other.at), rowAt({ ...table, row })] }), "scope", scopeText);
		const refused = remarks.failed;
		remarks.tell("", "", refused ? undefined : "nothing");
		if (refused) return "refused";
		if (other !== undefined) return "used";
		if (isTarget && baseYear !== null)
			supplied.targets.push({
				...{ scope, scopeId, baseYear, targetYear, source, at: stated.at },
				reductionPercent: value,
				baseIntensity: base,
			});
		else supplied.goals.push(stated);
		return "used";
	};

	/** What the row is of, and what it asks; undefined where that is nothing a run judges. */
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

interface Goal {
	readonly indicator: GoalIndicator;
	readonly kind: GoalKind;
}

const hundred = known("100");

/** What a run can judge: a fall of everything per output, the level of a rate, the total of CO2 of all firms or of a sector. */
function isJudged(indicator: GoalIndicator, kind: GoalKind, scope: Scope | undefined): boolean {
	if (indicator === "solid_waste_rate") return kind === "level";
	return kind === "change" || (kind === "absolute" && indicator === "co2" && scope !== "province");
}

interface Other {
	readonly value: Exact;
	readonly baseYear: number | null;
	readonly targetYear: number;
	readonly at: { readonly file: string; readonly row: number };
}

/** A file may hold several plans, one behind the other: two rows of one scope that share a year ask two things of it. */
function otherTarget(row: SuppliedGoal, { targets }: Supplied): Other | undefined {
	const found = targets.find((one) => one.scope === row.scope && one.scopeId === row.scopeId && share(one, row));
	return found === undefined ? undefined : { ...found, value: found.reductionPercent };
}

function otherGoal(row: SuppliedGoal, { goals }: Supplied): Other | undefined {
	return goals.find(
		(one) =>
			one.indicator === row.indicator &&
			one.kind === row.kind &&
			one.scope === row.scope &&
			one.scopeId === row.scopeId &&
			(row.kind === "change" ? share(one, row) : one.targetYear === row.targetYear),
	);
}

type Years = Pick<SuppliedGoal, "baseYear" | "targetYear">;

function share(a: Years, b: Years): boolean {
	return a.baseYear !== null && b.baseYear !== null && a.baseYear < b.targetYear && b.baseYear < a.targetYear;
}
