/**
 * Gases that a firm-year counts beside the coal or coke they come from: their carbon is counted twice, unless they were bought.
 * Told and counted as written. Rows that say themselves where the gas comes from were settled when they were read.
 */
import { fromCode } from "../domain/period.ts";
import { sign } from "../exact/exact.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { type Entry, placeOf, rowName } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { FirmBook } from "../ledger/ledger.ts";
import type { Rules } from "./rules.ts";

/** Tells each gas of a year once, at its first row. */
export function tellByProducts(book: FirmBook, { year, lines }: YearFacts, rules: Rules, findings: Finding[]): void {
	const burnt = new Set<string>();
	for (const { carrier, use, amount } of lines)
		if (use === "consumed" && sign(amount) > 0) burnt.add(rules.carrierOf(carrier).id);
	for (const gas of [...burnt].sort()) {
		const from = rules.reference.madeFrom(gas).filter((carrier) => burnt.has(carrier));
		if (from.length === 0) continue;
		const rows = unsettled(book, gas, year, rules);
		const [first] = rows;
		if (first === undefined) continue;
		const about = remark("by-product-gas", { carrier: gas, from, rows: rows.length });
		findings.push(finding(about, placeOf(first), book.firm, String(year)));
	}
}

/** Its rows of a year that do not say where it comes from, in order of place. */
function unsettled(book: FirmBook, gas: string, year: number, rules: Rules): Entry[] {
	const rows: Entry[] = [];
	for (const { carrier, use, entries } of book.energy.values()) {
		if (use !== "consumed" || rules.carrierOf(carrier).id !== gas) continue;
		for (const [code, entry] of entries) {
			if (fromCode(code).year === year && sign(entry.amount) > 0 && !book.settledGas.has(rowName(entry))) rows.push(entry);
		}
	}
	return rows.sort((a, b) => (a.from.file < b.from.file ? -1 : a.from.file > b.from.file ? 1 : a.row - b.row));
}
