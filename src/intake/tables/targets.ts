/** A targets file: how much is asked of whom, from which year to which, and on whose word. */
import type { Scope } from "../../domain/words.ts";
import { equal } from "../../exact/exact.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { withoutPercent } from "../percent.ts";
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
		const targetYearText = plain(cell(cells, "target_year"));
		const baseYear = yearIn(plain(cell(cells, "base_year")), remarks, "base_year");
		const targetYear = yearIn(targetYearText, remarks, "target_year");
		if (!remarks.failed && targetYear <= baseYear)
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "target_year", targetYearText);
		const percentText = cell(cells, "reduction_pct");
		const percent = reductionIn(percentText, remarks, "reduction_pct");
		if (readNumber(withoutPercent(percentText)).kind === "missing")
			remarks.note(remark("missing-cell", { what: "reduction_pct" }), "reduction_pct", percentText);
		const base = aboveZeroIn(cell(cells, "base_intensity"), remarks, "base_intensity") ?? null;
		const source = sourceIn(cell(cells, "source"), remarks);
		// A file may hold several plans, one behind the other: two rows of one scope that share a year ask two things of it.
		const other = supplied.targets.find(
			(one) => one.scope === scope && one.scopeId === scopeId && one.baseYear < targetYear && baseYear < one.targetYear,
		);
		if (
			other !== undefined &&
			percent !== undefined &&
			!(equal(other.reductionPercent, percent) && other.baseYear === baseYear && other.targetYear === targetYear)
		) {
			remarks.note(remark("target-row-conflict", { rows: [rowAt(other.at), rowAt({ ...table, row })] }), "scope", scopeText);
		}
		if (remarks.failed || scope === undefined || scopeId === undefined || percent === undefined) {
			remarks.tell("", "");
			return "refused";
		}
		remarks.tell("", "");
		if (other === undefined)
			supplied.targets.push({
				scope,
				scopeId,
				baseYear,
				targetYear,
				reductionPercent: percent,
				baseIntensity: base,
				source,
				at: { ...table, row, line },
			});
		return "used";
	};
}
