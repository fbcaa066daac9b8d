/** What reading a file left behind, as the value that `inspect` shows. */

import type { InspectedColumn, InspectedFile, InspectedPeriod, InspectedUnits } from "../contract/inspection.ts";
import { obtain } from "../domain/obtain.ts";
import { count, fromCode, months } from "../domain/period.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { SheetMap } from "./sheet-map.ts";

/** How a file was opened, in plain words; reading it is `intake`'s, and a view does not know that room. */
export interface OpenedFile {
	readonly file: string;
	readonly sheet: string | null;
	readonly kind: InspectedFile["kind"];
	readonly sha256: string;
	readonly encoding: InspectedFile["encoding"];
	readonly encodingToldBy: InspectedFile["encodingToldBy"];
	readonly separator: InspectedFile["separator"];
	readonly newlines: InspectedFile["newlines"];
	readonly titleRows: readonly number[];
	readonly header: {
		readonly layout: InspectedFile["layout"];
		readonly place: { readonly row: number; readonly line: number };
		readonly words: readonly string[];
		readonly width: number;
		readonly at: ReadonlyMap<string, number>;
		readonly units: ReadonlyMap<string, string>;
		readonly given: readonly { readonly column: string; readonly value: string; readonly row: number; readonly word: string }[];
		readonly amounts: readonly { readonly index: number; readonly name: string; readonly unit: string; readonly total?: true }[];
		readonly rows: readonly (readonly string[])[];
		readonly labels: readonly number[];
	};
	readonly rows: Pick<InspectedFile["rows"], "read" | "used" | "refused" | "skipped"> & {
		readonly reasons: ReadonlyMap<string, number>;
	};
}

/** `ledger` holds what this file alone says; `carrierOf` names what an amount column is of. */
export function inspectedFile(
	opened: OpenedFile,
	ledger: Ledger,
	carrierOf: (name: string) => string,
	map: SheetMap,
): InspectedFile {
	const { file, sheet, kind, sha256, encoding, encodingToldBy, separator, newlines, titleRows, header, rows } = opened;
	const { read, used, refused, skipped } = rows;
	return {
		...{ file, sheet, kind, sha256, encoding, encodingToldBy, separator, newlines },
		layout: header.layout,
		titleRows,
		header: { row: header.place.row, line: header.place.line },
		fromTitles: header.given.map(({ column, value, row, word }) => ({ column, value, row: row === 0 ? null : row, text: word })),
		columns: header.words.slice(0, header.width).map((word, index) => columnOf(word, index, header, carrierOf)),
		map: map.bandsOf({ ...header, row: header.place.row, rows: header.rows.length, titleRows }),
		firms: ledger.firms.size,
		units: unitsOf(ledger),
		periods: periodsOf(ledger),
		rows: {
			...{ read, used, refused, skipped },
			reasons: [...rows.reasons].sort(byReason).map(([reason, number]) => {
				const [outcome, code] = reason.split(" ") as ["refused" | "skipped", string];
				return { outcome, code, rows: number };
			}),
		},
	};
}

function columnOf(
	word: string,
	index: number,
	{ at, units, amounts }: OpenedFile["header"],
	carrierOf: (name: string) => string,
): InspectedColumn {
	const letter = letterOf(index);
	const amount = amounts.find((one) => one.index === index);
	if (amount !== undefined)
		return {
			letter,
			word,
			column: "quantity",
			of: amount.name === "" ? null : carrierOf(amount.name),
			unit: amount.unit === "" ? null : amount.unit,
		};
	const column = [...at].find(([, place]) => place === index)?.[0] ?? null;
	return { letter, word, column, of: null, unit: column === null ? null : (units.get(column) ?? null) };
}

/** A, B … Z, AA: as a spreadsheet counts columns. */
function letterOf(index: number): string {
	return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}

function* entriesOf(ledger: Ledger): Generator<{ readonly of: string; readonly period: number; readonly entry: Entry }> {
	for (const { energy, output } of ledger.firms.values()) {
		for (const { carrier, entries } of energy.values())
			for (const [period, entry] of entries) yield { of: carrier, period, entry };
		for (const { indicator, product, entries } of output.values())
			for (const [period, entry] of entries) yield { of: product === "" ? indicator : `${indicator}: ${product}`, period, entry };
	}
}

function unitsOf(ledger: Ledger): InspectedUnits[] {
	const found = new Map<string, Set<string>>();
	for (const { of, entry } of entriesOf(ledger))
		for (const { from } of [entry, ...entry.others]) obtain(found, of, () => new Set<string>()).add(from.unit);
	return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([of, units]) => ({ of, units: [...units].sort() }));
}

function periodsOf(ledger: Ledger): InspectedPeriod[] {
	const years = new Map<number, { mask: number; readonly lengths: Set<number> }>();
	for (const { period } of entriesOf(ledger)) {
		const { year, from, to } = fromCode(period);
		const one = obtain(years, year, () => ({ mask: 0, lengths: new Set<number>() }));
		one.mask |= months({ from, to });
		one.lengths.add(to - from + 1);
	}
	return [...years]
		.sort(([a], [b]) => a - b)
		.map(([year, { mask, lengths }]) => ({
			year,
			months: count(mask),
			by: (["year", "quarter", "month"] as const).filter((by) => lengths.has({ year: 12, quarter: 3, month: 1 }[by])),
		}));
}

function byReason([a]: readonly [string, number], [b]: readonly [string, number]): number {
	return a < b ? -1 : 1;
}
