/** The findings as csv: one row each, the heaviest first. Text a spreadsheet would run is made harmless. */
import type { CheckCsvColumn } from "../../language/fields.ts";
import type { Check, CheckFinding } from "../check.ts";
import type { Cell } from "./csv-cell.ts";
import { type CsvField, csvLine, figure, number, text } from "./csv-field.ts";

type Column = readonly [CsvField<never>, (found: CheckFinding) => Cell];

/** Columns in the order of the contract. */
const columns: { readonly [C in CheckCsvColumn]: Column } = {
	gravity: [text, ({ gravity }) => gravity],
	code: [text, ({ code }) => code],
	file: [text, ({ file }) => file],
	row: [number, ({ row }) => row],
	line: [number, ({ line }) => line],
	column: [text, ({ column }) => column],
	value: [text, ({ value }) => value],
	firm: [text, ({ firm }) => firm],
	period: [text, ({ period }) => period],
	message: [text, ({ message }) => message],
	remedy: [text, ({ remedy }) => remedy],
	weight_tonnes: [figure("tCO2"), ({ weightTonnes }) => weightTonnes],
	could_turn_verdict: [text, ({ couldTurnVerdict }) => couldTurnVerdict],
	cause: [text, ({ cause }) => cause],
	fingerprint: [text, ({ fingerprint }) => fingerprint],
	// A blank reason must not look like a finding that nobody knows.
	known: [text, ({ known }) => (known === null ? null : known.reason.trim() === "" ? true : known.reason)],
	known_until: [text, ({ known }) => known?.until],
};

const inOrder = Object.values<Column>(columns);

/** The columns with what each holds, in order. */
export function checkCsvFields(): (readonly [CheckCsvColumn, CsvField])[] {
	return (Object.entries(columns) as [CheckCsvColumn, Column][]).map(([name, [field]]) => [name, field]);
}

export const checkCsvHeader: readonly string[] = Object.keys(columns);

export function checkCsv({ findings }: Check): string {
	const lines = findings.list.map((found) => csvLine(inOrder.map(([field, of]) => [field, of(found)])));
	return `${[checkCsvHeader.join(","), ...lines].join("\n")}\n`;
}
