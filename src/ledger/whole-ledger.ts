/** What is asked of all firms of a ledger together. */
import { fromCode } from "../domain/period.ts";
import { FirmShelf, isStored } from "./firm-shelf.ts";
import { eachCode, type FirmRecord, type Ledger } from "./ledger.ts";

/** Whether some row of a firm counts, or would if nothing else were wrong. */
export function holdsAmounts({ firms }: Ledger): boolean {
	for (const { energy, output } of firms.values()) if (energy.size + output.size > 0) return true;
	return false;
}

/** The years that firms have rows of, in order; those that a row was lost of besides. */
export function yearsIn({ firms }: Ledger): number[] {
	const years = new Set<number>();
	if (firms instanceof FirmShelf) {
		for (const slot of firms.kept().values())
			if (isStored(slot)) for (const { months } of slot) for (const year of months.allYears) years.add(year);
			else noteYears(slot, years);
	} else for (const record of firms.values()) noteYears(record, years);
	return [...years].sort((a, b) => a - b);
}

function noteYears({ energy, supplies, output, totals, marks }: FirmRecord, years: Set<number>): void {
	for (const all of [energy, supplies, output, totals.energy, totals.output])
		for (const series of all.values()) eachCode(series, (code) => years.add(fromCode(code).year));
	for (const { year } of marks.values()) if (year !== null) years.add(year);
}
