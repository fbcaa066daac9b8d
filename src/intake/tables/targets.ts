/** A targets file: how much is asked of whom, from which year to which, and on whose word. */
import type { Scope } from "../../domain/words.ts";
import { type Exact, equal } from "../../exact/exact.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import type { Supplied, SuppliedGoal } from "../../ledger/supplied.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { aboveZeroIn, sourceIn, yearIn } from "../stated-cells.ts";
import { goalReader } from "./goal.ts";

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
	const read = goalReader(context, remarks);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const scopeText = cell(cells, "scope");
		const { scope, scopeId } = scopeIn(scopeText, cell(cells, "scope_id"));
		const goal = read.goal(cells, scope);
		const isTarget = goal?.indicator === "co2" && goal.kind === "change";
		const targetYearText = plain(cell(cells, "target_year"));
		const baseYear = goal?.kind === "level" ? null : read.baseYear(cells, goal?.kind);
		const targetYear = yearIn(targetYearText, remarks, "target_year");
		if (!remarks.failed && baseYear !== null && targetYear <= baseYear)
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "target_year", targetYearText);
		const value = goal === undefined ? undefined : read.amount(cells, goal);
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

	/** Whom a row asks it of: every firm, or those of a sector or a province. */
	function scopeIn(scopeText: string, idText: string): { readonly scope?: Scope; readonly scopeId?: string } {
		const scope = scopeWords[folded(scopeText)];
		if (scope === undefined) remarks.note(remark("missing-cell", { what: "scope" }), "scope", scopeText);
		const sector = scope === "sector" ? reference.sectors.find(idText) : undefined;
		const scopeId = scope === "sector" ? sector?.parent : scope === "province" ? reference.provinces.find(idText)?.id : "";
		if (scope === "sector" && scopeId === undefined)
			remarks.note(remark("unknown-sector", { near: reference.sectors.near(idText) }), "scope_id", idText);
		if (scope === "province" && scopeId === undefined)
			remarks.note(remark("unknown-province", { near: reference.provinces.near(idText) }), "scope_id", idText);
		if (scope !== undefined && scopeId === undefined)
			remarks.note(remark("missing-cell", { what: "scope_id" }), "scope_id", idText);
		return { ...(scope === undefined ? {} : { scope }), ...(scopeId === undefined ? {} : { scopeId }) };
	}
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
