/**
 * Titles among the rows of a sheet: another table begins below them, of another firm, year or unit. Its header is read under them; rows that
 * follow without a header are nobody's, for by the header above they would be the firm's and the year's that stand there.
 */
import { remark } from "../findings/finding.ts";
import type { PlacedRecord } from "../records/sheet.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { type Given, readCaption } from "./caption.ts";
import { type Header, readHeader } from "./header.ts";
import { isRemark, periodsIn } from "./title-period.ts";

const isWho = ({ column }: Given): boolean => column === "firm" || column === "credit_code" || column === "firm_name";
const number = /^[-+]?[\d０-９][\d０-９.,，]*%?$/;

export class BlockTitles {
	private titles: PlacedRecord[] = [];
	private readonly reference: Reference;

	constructor(reference: Reference) {
		this.reference = reference;
	}

	/** Whether titles stand above that nothing followed yet. */
	get pending(): boolean {
		return this.titles.length > 0;
	}

	/** Takes a row that is a title: words by themselves, or labels with what they say, and nothing that could be an amount. */
	take(cells: readonly string[], { row, line }: Header["place"]): boolean {
		const written = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [index]));
		const [first] = written;
		if (first === undefined || written.length > 4 || cells.some((cell) => number.test(plain(cell)))) return false;
		const isLabelled = (index: number): boolean =>
			/[:：]/.test(cells[index] as string) || /[:：]\s*$/.test(cells[index - 1] ?? "");
		if (written.length > 1 && !written.every(isLabelled)) return false;
		const title = { cells, row, line };
		// 累计 by itself is a word of a row.
		const says = readCaption([title], null, this.reference).some(({ column }) => column !== "to_date");
		if (isRemark(cells[first] as string) || !says) return false;
		this.titles.push(title);
		return true;
	}

	/** The header of the table below the titles; the one above where they say the same; one that cannot be used where nobody can say. */
	under(found: Header, above: Header): Header {
		const given = this.given(above);
		const same = this.settle();
		if (given === undefined) return same(above);
		if (found.rows.length > 1) return contradicts(given, above) ? same(above) : found;
		return readHeader(found.rows[0] as readonly string[], undefined, this.reference, given, found.place) ?? same(above);
	}

	/** Rows follow without a header: undefined where what they are is the same whatever the titles say. */
	beforeRows(above: Header): Header | undefined {
		const given = this.given(above);
		const unusable = this.settle();
		if (given === undefined) return unusable(above);
		if (above.rows.length > 1) return contradicts(given, above) ? unusable(above) : undefined;
		const again = readHeader(above.rows[0] as readonly string[], undefined, this.reference, given, above.place);
		return again !== undefined && saysTheSame(again, above) ? undefined : unusable(above);
	}

	/** What titles give, and what those above gave of whom and when; undefined where they contradict each other. */
	private given({ given, byForm, titleParts }: Header): Given[] | undefined {
		const own = readCaption(this.titles, null, this.reference);
		const has = (of: Given["column"]): boolean => own.some(({ column }) => column === of);
		const dated = this.titles.some(({ cells }) => cells.some((cell) => !isRemark(cell) && periodsIn(cell).length > 0));
		if (byForm || titleParts !== undefined || (dated && !has("year"))) return undefined;
		if (given.some(({ column }) => column === "to_date") && !has("to_date")) return undefined;
		return [...own, ...given.filter((one) => (isWho(one) ? !own.some(isWho) : one.column === "year" && !has("year")))];
	}

	/** Forgets the titles; what makes of a header one that cannot be used for them. */
	private settle(): (above: Header) => Header {
		const [first] = this.titles as [PlacedRecord, ...PlacedRecord[]];
		this.titles = [];
		const title = plain(first.cells.find((cell) => cell.trim() !== "") ?? "").slice(0, 60);
		return (above) => ({
			...above,
			place: { row: first.row, line: first.line },
			remarks: [{ about: remark("title-among-rows", { title }), word: "" }],
			usable: false,
		});
	}
}

function saysTheSame(a: Header, b: Header): boolean {
	const said = ({ standIns, toDate, units, amounts }: Header): string => {
		const whose = standIns.map(({ column, value }) => `${column} ${value}`).sort();
		return JSON.stringify([whose, toDate, [...units], amounts.map(({ unit }) => unit)]);
	};
	return a.usable && said(a) === said(b);
}

/** Whether titles say something else than those above. */
function contradicts(given: readonly Given[], { given: above }: Header): boolean {
	return given.some((one) => !above.some(({ column, value }) => column === one.column && value === one.value));
}
