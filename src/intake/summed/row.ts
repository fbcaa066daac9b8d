/** A row of a table of totals by the names of its columns. */
import type { ColumnName } from "../../contract/tables.ts";
import type { Header } from "../../layout/header.ts";
import { type TotalColumn, type TotalRow, totalColumns } from "../../ledger/total/cells.ts";

/** Reads rows under a header; a column that the table does not have is blank. Written out: names that are looked up for each row take longer than all else. */
export function rowReader(header: Header): (cells: readonly string[]) => TotalRow {
	const at = Object.fromEntries(totalColumns.map((column) => [column, header.at.get(column as ColumnName) ?? -1])) as Readonly<
		Record<TotalColumn, number>
	>;
	return (cells) => ({
		entry: cells[at.entry] ?? "",
		firm: cells[at.firm] ?? "",
		firm_name: cells[at.firm_name] ?? "",
		sector: cells[at.sector] ?? "",
		province: cells[at.province] ?? "",
		site: cells[at.site] ?? "",
		of: cells[at.of] ?? "",
		use: cells[at.use] ?? "",
		role: cells[at.role] ?? "",
		product: cells[at.product] ?? "",
		prices: cells[at.prices] ?? "",
		unit: cells[at.unit] ?? "",
		held: cells[at.held] ?? "",
		per_unit: cells[at.per_unit] ?? "",
		measured: cells[at.measured] ?? "",
		as_written: cells[at.as_written] ?? "",
		basis: cells[at.basis] ?? "",
		marks: cells[at.marks] ?? "",
		year: cells[at.year] ?? "",
		sum: cells[at.sum] ?? "",
		m01: cells[at.m01] ?? "",
		m02: cells[at.m02] ?? "",
		m03: cells[at.m03] ?? "",
		m04: cells[at.m04] ?? "",
		m05: cells[at.m05] ?? "",
		m06: cells[at.m06] ?? "",
		m07: cells[at.m07] ?? "",
		m08: cells[at.m08] ?? "",
		m09: cells[at.m09] ?? "",
		m10: cells[at.m10] ?? "",
		m11: cells[at.m11] ?? "",
		m12: cells[at.m12] ?? "",
		spans: withoutTab(cells[at.spans] ?? ""),
	});
}

/** Hadoop's text output ends each line with a tab. In cells of totals there is none: they have it percent-encoded. */
function withoutTab(last: string): string {
	return last.endsWith("\t") ? last.slice(0, -1) : last;
}
