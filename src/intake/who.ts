/** Whom a row is about: the firm, and what the row says of its name, sector and province. */
import type { TableName } from "../domain/order.ts";
import { finding, type Place, type Remark, remark } from "../findings/finding.ts";
import { columnReader, firmColumn, firstTimes, remembering } from "../layout/cells.ts";
import { attest, type FirmRecord, mark, recordOf, type ToldOfFirm } from "../ledger/ledger.ts";
import { isDitto, isNothing } from "../reference/words.ts";
import { type PlainWho, type RowRemarks, shortened, type TableContext } from "./intake.ts";
import { nameReader } from "./names.ts";

export interface WhoReader {
	/** The firm of a row, and undefined, which is told, where it names none that can be; notes its name, sector and province. */
	(cells: readonly string[], remarks: RowRemarks): string | undefined;
	/** The same of a row that stands at a place, apart from the ledger; undefined where anything is to be told, or other rows have a say. */
	readonly plainly: (cells: readonly string[], row: number, line: number) => PlainWho | undefined;
}

/** Reads whom rows are about. */
export function whoReader(context: TableContext, told: (record: FirmRecord) => ToldOfFirm = (record) => record): WhoReader {
	const { header, ledger, table } = context;
	const column = firmColumn(header);
	const firmOf = nameReader(context, column, (name) => context.losses.names(name));
	const firmText = columnReader(header, column);
	const nameOf = nameReader(context, "firm_name");
	const nameText = columnReader(header, "firm_name");
	const byCode = column === "credit_code";
	const beside = byCode ? besideCode(context) : undefined;
	const groups = groupsOf(context);
	const nameAt = header.at.get("firm_name");
	const nameColumn = nameAt === undefined ? undefined : (header.words[nameAt] as string);
	const first = firstTimes();

	const reader = (cells: readonly string[], remarks: RowRemarks): string | undefined => {
		const coded = !byCode || firmText(cells).trim() !== "";
		if (byCode && coded) beside?.coded();
		const firm = coded ? firmOf(cells, remarks) : (beside?.firmOf(cells, remarks) ?? "");
		if (firm !== undefined && isNone(firm)) {
			remarks.note(remark("missing-firm", {}), column, firmText(cells));
			return undefined;
		}
		if (firm === undefined) return undefined;
		if (!byCode && nameColumn === undefined && groups.length === 0) return firm;
		const own = recordOf(ledger, firm);
		if (byCode && coded) own.byCreditCode = true;
		const record = told(own);
		const { row, line } = remarks;
		// Where the name is all that a row says of its firm, it has been read already.
		if (nameColumn !== undefined)
			noteName(cells, record, column === "firm_name" || !coded ? firm : nameOf(cells, remarks), row, line);
		for (const group of groups) {
			const { column: of, textOf, unknown } = group;
			const text = textOf(cells);
			// One finding for each firm and word, not one for each row.
			if (!noteGroup(record, group, text, row, line) && first(`${of}|${firm}|${text}`)) remarks.note(unknown(text), of, text);
		}
		return firm;
	};
	const plainly = (cells: readonly string[], row: number, line: number): PlainWho | undefined => {
		if (byCode && (beside?.isByCode() === false || firmText(cells).trim() === "")) return undefined;
		const firm = firmOf.plainly(cells);
		if (firm === undefined || isNone(firm)) return undefined;
		const own: PlainWho = {
			firm,
			byCreditCode: byCode,
			names: nameColumn === undefined ? nobody : new Map(),
			sectors: header.at.has("sector") ? new Map() : nobody,
			provinces: header.at.has("province") ? new Map() : nobody,
		};
		if (nameColumn !== undefined) {
			const name = column === "firm_name" ? firm : nameOf.plainly(cells);
			if (name === undefined) return undefined;
			noteName(cells, own, name, row, line);
		}
		return groups.every((group) => noteGroup(own, group, group.textOf(cells), row, line)) ? own : undefined;
	};
	return Object.assign(reader, { plainly });

	function isNone(firm: string): boolean {
		return firm === "" || isNoFirm(firm) || (column === "firm_name" && !/\p{L}/u.test(firm));
	}

	function noteName(cells: readonly string[], { names }: ToldOfFirm, name: string | undefined, row: number, line: number): void {
		if (name === undefined || name === "" || names.has(name)) return;
		attest(names, name, placeOf(table, row, line, nameColumn ?? "", shortened(nameText(cells))));
	}

	/** Notes the group that a cell names; false where it names none that is known. */
	function noteGroup(own: ToldOfFirm, { find, attested }: GroupColumn, text: string, row: number, line: number): boolean {
		if (text.trim() === "") return true;
		const id = find(text);
		if (id === undefined) return false;
		if (!own[attested].has(id)) attest(own[attested], id, placeOf(table, row, line, "", text));
		return true;
	}
}

/** Key by key: to spread one object into another takes as long as all else that is done with a row. */
function placeOf({ file, sheet }: TableName, row: number, line: number, column: string, value: string): Place {
	return sheet === undefined ? { file, row, line, column, value } : { file, sheet, row, line, column, value };
}

/** Of what a table has no column. */
const nobody: ToldOfFirm["names"] = new Map();

/**
 * 123456.78 is an amount that stands in the wrong column; 其中：甲厂 is a part of the firm above, whose amounts hold it already, and would
 * count beside it where firms are pooled; 同上 is the firm above, and 无 or a program's `nan` nobody.
 */
function isNoFirm(name: string): boolean {
	return /^\d[\d,]*\.\d+$|^(?:其中|of which\b)/i.test(name) || (name.length < 14 && (isDitto(name) || isNothing(name)));
}

/** A column that says what group of firms its firm belongs to. */
interface GroupColumn {
	readonly column: "sector" | "province";
	readonly attested: "sectors" | "provinces";
	readonly textOf: (cells: readonly string[]) => string;
	/** The group's id. */
	readonly find: (text: string) => string | undefined;
	readonly unknown: (text: string) => Remark;
}

/** Those that a table has. */
function groupsOf({ header, reference: { sectors, provinces } }: TableContext): readonly GroupColumn[] {
	const all: readonly Omit<GroupColumn, "textOf">[] = [
		{
			column: "sector",
			attested: "sectors",
			find: remembering((text) => sectors.find(text)?.id),
			unknown: (text) => remark("unknown-sector", { near: sectors.near(text) }),
		},
		{
			column: "province",
			attested: "provinces",
			find: remembering((text) => provinces.find(text)?.id),
			unknown: (text) => remark("unknown-province", { near: provinces.near(text) }),
		},
	];
	return all.filter(({ column }) => header.at.has(column)).map((one) => ({ ...one, textOf: columnReader(header, one.column) }));
}

/** Notes a row whose firm could not be read: whose it may be is seen when all names are known. */
export function nameless({ header, losses }: TableContext, cells: readonly string[], row: number): void {
	const column = firmColumn(header);
	const text = cells[header.at.get(column) ?? -1] ?? "";
	losses.nameless(cells, text.trim() === "" ? "no-firm" : column === "credit_code" ? "bad-code" : "broken", row);
}

/**
 * Who a row is about in a table whose column of credit codes is blank throughout: it counts as absent. Once a code stands in it
 * rows without one name nobody, those above it too.
 */
function besideCode({ header, ledger, tell, table, ...context }: TableContext):
	| {
			readonly firmOf: (cells: readonly string[], remarks: RowRemarks) => string | undefined;
			readonly coded: () => void;
			/** Some row has a code, and that is noted. */
			readonly isByCode: () => boolean;
	  }
	| undefined {
	const column = header.at.has("firm") ? "firm" : header.at.has("firm_name") ? "firm_name" : undefined;
	if (column === undefined) return undefined;
	const nameOf = nameReader({ header, ledger, tell, table, ...context }, column);
	const codeColumn = header.words[header.at.get("credit_code") as number] ?? "";
	/** Firms that were read by their names, each with its first row. */
	const byName = new Map<string, { readonly row: number; readonly line: number }>();
	let hasCodes = false;
	return {
		firmOf: (cells, remarks) => {
			if (hasCodes) return "";
			const firm = nameOf(cells, remarks);
			if (firm !== undefined && firm !== "" && !byName.has(firm)) byName.set(firm, { row: remarks.row, line: remarks.line });
			return firm;
		},
		coded: () => {
			hasCodes = true;
			for (const [firm, { row, line }] of byName) {
				mark(recordOf(ledger, firm), { year: null, what: "any" });
				tell(finding(remark("missing-firm", {}), { ...table, row, line, column: codeColumn, value: "" }, firm));
			}
			byName.clear();
		},
		isByCode: () => hasCodes,
	};
}
