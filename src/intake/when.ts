/** When a row's amount is of, for the ledger: the period, and of a row that names a day what tells it from others of that day. */
import type { ColumnName } from "../contract/tables.ts";
import { code, fromCode } from "../domain/period.ts";
import type { Header } from "../layout/header.ts";
import type { When } from "../ledger/ledger.ts";
import type { KindWords } from "../reference/kind-words.ts";
import { countsOrDates } from "./beside.ts";
import type { ReadPeriod } from "./period.ts";

/** Columns that do not make two rows of one day different: their meaning is compared, or they are read by nobody. */
const apart: readonly ColumnName[] = ["period", "year", "month", "period_start", "period_end", "quantity", "note", "delivery"];

export function whenReader(header: Header, kindWords: KindWords): (cells: readonly string[], at: ReadPeriod) => When {
	const left = new Set(apart.flatMap((column) => header.at.get(column) ?? []));
	const delivery = header.at.get("delivery");
	const { toDate, byForm } = header;
	const idle = countsOrDates(header, kindWords);
	return (cells, at) => {
		// A day beside an amount to date is the one it was printed on.
		if (toDate && byForm) return { code: code({ ...at.period, from: 1 }), toDate, byForm };
		if (toDate) return at.toDate ? at : { code: code({ ...at.period, from: 1 }), toDate };
		if (at.day === 0) return at;
		return {
			code: at.code,
			toDate: false,
			within: {
				day: at.day,
				time: at.time,
				delivery: delivery === undefined ? "" : (cells[delivery] ?? "").trim(),
				rest: cells
					.filter((cell, index) => !left.has(index) && !idle(index, cell))
					.map((cell) => cell.trim())
					.join("\u001f"),
			},
		};
	};
}

/** An amount of a month that a word beside the carrier says to be from January on. */
export function toDateOf(when: When): When {
	return when.within === undefined ? { ...when, code: code({ ...fromCode(when.code), from: 1 }), toDate: true } : when;
}
