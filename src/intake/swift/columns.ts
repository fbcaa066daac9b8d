/** Which tables the swift path serves, and what each of their columns is to it: a list of what it knows, and nothing else. */
import type { ColumnName } from "../../contract/tables.ts";
import type { Separator, TextBytes } from "../../records/sheet.ts";
import type { OpenTable } from "../read-table.ts";

/** The text of a column says whose a row is, of which month, of what; or it is the amount; or it has to be blank. */
export const roles = { who: 0, when: 1, what: 2, amount: 3, blank: 4 } as const;
export type Role = (typeof roles)[keyof typeof roles];

const roleOf: Readonly<Partial<Record<ColumnName, Role>>> = {
	firm: roles.who,
	firm_name: roles.who,
	credit_code: roles.who,
	sector: roles.who,
	province: roles.who,
	period: roles.when,
	year: roles.when,
	month: roles.when,
	carrier: roles.what,
	indicator: roles.what,
	product: roles.what,
	unit: roles.what,
	use: roles.what,
	prices: roles.what,
	site: roles.what,
	meter: roles.what,
	ncv: roles.what,
	carbon_content: roles.what,
	oxidation_rate: roles.what,
	emission_factor: roles.what,
	quantity: roles.amount,
	// A number among notes is counted.
	note: roles.blank,
};

export interface SwiftColumns {
	readonly roles: readonly Role[];
	readonly separator: Separator;
	readonly bytes: TextBytes;
	/** Columns of the cell that may begin with 其中, and be part of the row above. */
	readonly named: readonly number[];
	/** Columns whose first letter is asked whether it is a digit: only such rows are data without a question. */
	readonly dated: number;
	/** The column of credit codes; −1 where there is none. */
	readonly coded: number;
}

/** The columns of a table of months in long layout; undefined for any other. */
export function swiftColumns({ sheet, separator: cut, bytes, header }: OpenTable): SwiftColumns | undefined {
	const { kind, at, width, place, rows, words } = header;
	const separator = bytes?.written ?? cut;
	if (bytes === undefined || separator === null || !header.usable) return undefined;
	if (sheet.mayHoldNul && bytes.written === undefined) return undefined;
	if (bytes.encoding !== "utf-8" && bytes.encoding !== "gb18030") return undefined;
	if (kind !== "energy" && kind !== "output") return undefined;
	const plainHeader = rows.length === 1 && place.row === place.line && !words.some((word) => /[\r\n]/.test(word));
	const oneAmount = header.amounts.length === 0 && header.labels.length === 0 && header.parts.size === 0;
	if (!plainHeader || !oneAmount || header.blankWords.length > 0) return undefined;
	if (header.equivalents !== undefined || header.toDate || header.listsPurchases === true) return undefined;
	// What nobody reads tells rows of one key apart.
	const all = new Array<Role>(width).fill(roles.what);
	for (const [column, index] of at) {
		if (index >= width) continue;
		const role = roleOf[column];
		if (role === undefined) return undefined;
		all[index] = role;
	}
	const dated = at.get("period") ?? at.get("year") ?? -1;
	if (dated < 0 || dated >= width || (at.get("quantity") ?? width) >= width) return undefined;
	const named = (["carrier", "indicator"] as const).flatMap((column) => at.get(column) ?? []);
	return { roles: all, separator, bytes, named, dated, coded: at.get("credit_code") ?? -1 };
}
