/** A targets file: how much is asked of whom, from which year to which, and on whose word. */
import { yearForm } from "../../domain/period.ts";
import type { Scope } from "../../domain/tables.ts";
import { compare, equal, known, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { cellReader, type Outcome, type RowReader, RowRemarks, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { readNumberInto } from "./parameters.ts";

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

export function targetsReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, file } = context;
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
		const years = (["base_year", "target_year"] as const).map((column) => plain(cell(cells, column)));
		for (const [i, column] of (["base_year", "target_year"] as const).entries()) {
			if (!yearForm.test(years[i] as string))
				remarks.note(remark("bad-parameter", { wanted: "whole-year" }), column, years[i] as string);
		}
		const [baseYear, targetYear] = years.map(Number) as [number, number];
		if (!remarks.failed && targetYear <= baseYear)
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "target_year", years[1] as string);
		const percentText = cell(cells, "reduction_pct");
		const read = readNumber(percentText);
		if (read.kind === "missing") remarks.note(remark("missing-cell", { what: "reduction_pct" }), "reduction_pct", percentText);
		const percent = readNumberInto(read, remarks, percentText, "reduction_pct");
		if (percent !== undefined && (sign(percent) <= 0 || compare(percent, known("100")) >= 0))
			remarks.note(remark("bad-parameter", { wanted: "percent" }), "reduction_pct", percentText);
		const baseText = cell(cells, "base_intensity");
		const base =
			baseText.trim() === "" ? null : (readNumberInto(readNumber(baseText), remarks, baseText, "base_intensity") ?? null);
		if (base !== null && sign(base) <= 0)
			remarks.note(remark("bad-parameter", { wanted: "above-zero" }), "base_intensity", baseText);
		const source = plain(cell(cells, "source"));
		if (source === "") remarks.note(remark("missing-cell", { what: "source" }), "source", "");
		const other = supplied.targets.find((one) => one.scope === scope && one.scopeId === scopeId);
		if (
			other !== undefined &&
			percent !== undefined &&
			!(equal(other.reductionPercent, percent) && other.baseYear === baseYear && other.targetYear === targetYear)
		) {
			remarks.note(
				remark("target-row-conflict", { rows: [`${other.at.file}:${other.at.row}`, `${file}:${row}`] }),
				"scope",
				scopeText,
			);
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
				at: { file, row, line },
			});
		return "used";
	};
}
