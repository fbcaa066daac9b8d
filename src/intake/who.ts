/** Whom a row is about: the firm, and what the row says of its name, sector and province. */
import { finding, type Remark, remark } from "../findings/finding.ts";
import { columnReader, firmColumn, firstTimes, remembering } from "../layout/cells.ts";
import { type Attested, attest, type FirmRecord, mark, recordOf } from "../ledger/ledger.ts";
import { type RowRemarks, shortened, type TableContext } from "./intake.ts";
import { nameReader } from "./names.ts";

interface Told {
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
}

/** Reads the firm of a row (undefined and told where it names none that can be) and notes its name, sector and province. */
export function whoReader(
	context: TableContext,
	told: (record: FirmRecord) => Told = (record) => record,
): (cells: readonly string[], remarks: RowRemarks) => string | undefined {
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
	// One finding for each firm and word, not one for each row.
	const first = firstTimes();

	return (cells, remarks) => {
		const coded = !byCode || firmText(cells).trim() !== "";
		if (byCode && coded) beside?.coded();
		const firm = coded ? firmOf(cells, remarks) : (beside?.firmOf(cells, remarks) ?? "");
		if (firm === "" || isNoFirm(firm ?? "") || (column === "firm_name" && !/\p{L}/u.test(firm ?? "a"))) {
			remarks.note(remark("missing-firm", {}), column, firmText(cells));
			return undefined;
		}
		if (firm === undefined || firm === "") return undefined;
		if (!byCode && nameColumn === undefined && groups.length === 0) return firm;
		const own = recordOf(ledger, firm);
		if (byCode && coded) own.byCreditCode = true;
		const record = told(own);
		const place = { ...table, row: remarks.row, line: remarks.line, column: "", value: "" };
		if (nameColumn !== undefined) {
			// Where the name is all that a row says of its firm, it has been read already.
			const name = column === "firm_name" || !coded ? firm : nameOf(cells, remarks);
			if (name !== undefined && name !== "" && !record.names.has(name))
				attest(record.names, name, { ...place, column: nameColumn, value: shortened(nameText(cells)) });
		}
		for (const { column: of, textOf, find, attested, unknown } of groups) {
			const text = textOf(cells);
			if (text.trim() === "") continue;
			const id = find(text);
			if (id === undefined) {
				if (first(`${of}|${firm}|${text}`)) remarks.note(unknown(text), of, text);
			} else if (!record[attested].has(id)) attest(record[attested], id, { ...place, value: text });
		}
		return firm;
	};
}

/**
 * 123456.78 is an amount that stands in the wrong column; 其中：甲厂 is a part of the firm above, whose amounts hold it already, and would
 * count beside it where firms are pooled.
 */
function isNoFirm(name: string): boolean {
	return /^\d[\d,]*\.\d+$|^(?:其中|of which\b)/i.test(name);
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
function besideCode({
	header,
	ledger,
	tell,
	table,
	...context
}: TableContext):
	| { readonly firmOf: (cells: readonly string[], remarks: RowRemarks) => string | undefined; readonly coded: () => void }
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
	};
}
