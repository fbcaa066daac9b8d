/**
 * Coal equivalents that a form prints, against its own coefficients: of a row, and of the total of all energy. The form's coefficient
 * counts, not a published one, and a difference within what rounding explains is none. Nothing here changes an amount.
 * Source: form 205-1 of the energy statistics, its audit relations; the reading rules of this tool, table 8, rule 4.
 */
import { compare, difference, sign, sum, zero } from "../../exact/exact.ts";
import { finding, type Place, remark } from "../../findings/finding.ts";
import { columnReader, lettered } from "../../layout/cells.ts";
import type { EquivalentColumns } from "../../layout/equivalent-columns.ts";
import { ofWhich } from "../../reference/kind-words.ts";
import type { TableContext } from "../intake.ts";
import type { NamedCarrier } from "./carrier.ts";
import { type Measured, measured, nothing, size, tonnes } from "./equivalent-amounts.ts";
import { type EquivalentCells, equivalentCells } from "./equivalent-cells.ts";
import { add, checkTotal, type Group, Groups, keyOf, scales, type TotalCheck, ways } from "./equivalent-sums.ts";
import type { Understood } from "./supplies.ts";

export interface EquivalentsCheck {
	/** A row of one carrier, known or not. */
	readonly row: (row: Understood, found: NamedCarrier | undefined, text: string) => void;
	/** A row that is the total of all energy; whether it has an amount in coal equivalent, which will be compared. `by` is who tells of the row. */
	readonly total: (row: Understood, text: string, by: "row" | "totals") => boolean;
	/** Compares the totals once all rows are read. */
	readonly finish: () => void;
	/** What came of the total in a row. */
	readonly checked: (row: number) => TotalCheck | undefined;
}

interface Total {
	readonly key: string;
	readonly printed: Measured;
	readonly word: string;
	readonly at: Place;
	readonly by: "row" | "totals";
}

/** What leaves the works again, in rows of their own. */
const leaves = /转换产出|回收利用/;

/** Undefined where the table has no column of coal equivalent. */
export function coalEquivalents(context: TableContext): EquivalentsCheck | undefined {
	const { header } = context;
	const columns = header.equivalents;
	if (columns === undefined || header.kind !== "energy" || !header.at.has("quantity")) return undefined;
	const inRow = equivalentCells(context, columns);
	const compareRow = rowComparison(context, columns, inRow);
	const groups = new Groups();
	const post = rowPoster(context, inRow);
	const { total, finish, checked } = totalComparison(context, columns, inRow, groups);

	return {
		row: (understood, found, text) => {
			const { cells } = understood;
			const group = groups.of(understood);
			const amount = measured(inRow.amountText(cells));
			const own = amount === undefined ? undefined : inRow.byCoefficients(cells, amount);
			if (own !== undefined && found !== undefined) compareRow(understood, found, own, text);
			if (group !== undefined) post(group, cells, found, text, amount, own);
		},
		total,
		finish,
		checked,
	};
}

/** A row's own coal equivalent against its amount and coefficient. */
function rowComparison(
	{ header, table, tell }: TableContext,
	{ amount: column }: EquivalentColumns,
	{ printed }: EquivalentCells,
): (row: Understood, found: NamedCarrier, own: ReadonlyMap<string, Measured>, text: string) => void {
	return ({ cells, row, line, firm }, { carrier, said }, own, text) => {
		if (column === undefined || carrier.group === "total" || said.equivalent || text.trim() === "") return;
		const given = printed(cells);
		if (given === undefined) return;
		const known = [...own.values()];
		const [first] = known;
		if (first === undefined) return;
		const fits = (one: Measured): boolean => compare(size(difference(one.value, given.value)), sum(one.slack, given.slack)) <= 0;
		if (known.some(fits)) return;
		const word = header.words[column.index] ?? "";
		const place = { ...table, row, line, column: word, value: (cells[column.index] ?? "").trim() };
		const about = remark("coal-equivalent-differs", {
			what: { of: "carrier", carrier: carrier.id, use: said.use ?? "consumed" },
			converted: tonnes(first.value),
			given: tonnes(given.value),
		});
		tell(finding(about, { ...place, ...lettered(table, word, header) }, firm ?? ""));
	};
}

/** Adds a row to its group, by each coefficient; or says of the group that it cannot be told. */
function rowPoster(
	{ header, reference }: TableContext,
	{ amountText, byCoefficients, printed }: EquivalentCells,
): (
	group: Group,
	cells: readonly string[],
	found: NamedCarrier | undefined,
	text: string,
	amount: Measured | undefined,
	own: ReadonlyMap<string, Measured> | undefined,
) => void {
	const purchasedOf = header.at.has("purchased") ? columnReader(header, "purchased") : undefined;
	const industrialAt = header.parts.get("industrial");

	return (group, cells, found, text, amount, own) => {
		if (found?.said.total === true) return;
		const part = found === undefined ? ofWhich(text) !== undefined : found.said.part !== "";
		if (part || found?.carrier.group === "total") return;
		if (amount === undefined) {
			if (amountText(cells).trim() !== "") group.unclear = true;
			return;
		}
		if (found?.said.use === "sold" || (found?.said.notConsumption ?? "") !== "") group.unclear = true;
		if (found === undefined) group.unclear ||= sign(amount.value) !== 0;
		else if (isMade(found, cells, amount)) group.made = true;
		const sink = leaves.test(text);
		const carrier = `${found?.carrier.id ?? text}${sink ? "\u001fleaves" : ""}`;
		const industrial = industrialAt === undefined ? undefined : measured(cells[industrialAt] ?? "");
		const inIndustry = byCoefficients(cells, industrial ?? nothing);
		for (const way of ways)
			for (const scale of scales) {
				const name = `${way} ${scale}`;
				add(group, carrier, `${name} all`, own?.get(name), amount, sink);
				if (industrialAt === undefined) continue;
				add(group, carrier, `${name} industrial`, inIndustry.get(name), industrial ?? nothing, sink);
			}
		add(group, carrier, "printed", printed(cells), amount, sink);
	};

	/** Power and heat are taken as bought where no column says how much was. */
	function isMade({ carrier, source }: NamedCarrier, cells: readonly string[], used: Measured): boolean {
		if (source === "own" || carrier.group === "medium" || reference.madeFrom(carrier.id).length > 0) return true;
		if (purchasedOf === undefined || (carrier.group !== "electricity" && carrier.group !== "heat")) return false;
		return compare(measured(purchasedOf(cells))?.value ?? zero, used.value) < 0;
	}
}

/** Notes printed totals of all energy, and compares each with its group when all rows are read. */
function totalComparison(
	{ header, table, reference, tell }: TableContext,
	{ amount: beside }: EquivalentColumns,
	{ inQuantity, printed: besideAmount }: EquivalentCells,
	groups: Groups,
): Pick<EquivalentsCheck, "total" | "finish" | "checked"> {
	const families = reference.seeds.families.filter(({ parent }) => reference.carriers.byId(parent)?.group !== "total");
	const totals: Total[] = [];
	const checks = new Map<number, TotalCheck>();
	return {
		checked: (row) => checks.get(row),
		total: (understood, text, by) => {
			const { cells, row, line } = understood;
			const own = inQuantity(cells);
			const printed = own ?? besideAmount(cells);
			if (printed === undefined) return false;
			const index = own === undefined ? (beside?.index ?? -1) : (header.at.get("quantity") as number);
			const column = header.words[index] ?? "";
			const place = { ...table, row, line, column, value: (cells[index] ?? "").trim(), ...lettered(table, column, header) };
			totals.push({ key: keyOf(understood), printed, word: text.trim(), at: place, by });
			return true;
		},
		finish: () => {
			for (const one of totals) {
				const { key, group } = groups.under(one.key);
				const [firm = ""] = key.split("\u001f");
				const unknown = group === undefined || group.unclear;
				const { check, about = undefined } = unknown ? { check: "not-checked" as const } : checkTotal(one, group, families);
				if (about !== undefined) tell(finding(about, one.at, firm));
				checks.set(one.at.row, check);
				const place = { ...one.at, column: header.words[header.at.get("carrier") ?? -1] ?? "", value: one.word };
				if (one.by === "row") tell(finding(remark("total-row", { check }), place, firm));
			}
		},
	};
}
