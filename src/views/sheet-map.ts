/** A sheet from top to bottom as a small map: what each row is, and what stands in each column of it. */
import type { InspectedBand } from "../contract/inspection.ts";

/** A row below the header that is not blank. */
export interface MappedRow {
	readonly row: number;
	readonly outcome: "used" | "refused" | "skipped";
	/** The code that says why it was not used; empty where it was. */
	readonly why: string;
}

export interface MapHeader {
	readonly row: number;
	/** Rows the header takes. */
	readonly rows: number;
	readonly width: number;
	readonly titleRows: readonly number[];
	readonly at: ReadonlyMap<string, number>;
	readonly labels: readonly number[];
	readonly amounts: readonly { readonly index: number; readonly total?: true }[];
}

type Is = InspectedBand["is"];

/** A map is looked at in ten seconds. */
const mostBands = 200;
/** And no wider than a screen. */
const mostColumns = 60;

const notes: ReadonlySet<string> = new Set(["note-row"]);
const totals: ReadonlySet<string> = new Set(["total-row", "total-counted"]);

/** Takes rows in their order, of which alike ones that follow each other are one. */
export class SheetMap {
	private readonly bands: { from: number; to: number; is: Is }[] = [];

	take({ row, outcome, why }: MappedRow): void {
		const last = this.bands.at(-1);
		const is = whatIs(outcome, why);
		if (last !== undefined && last.is === is && last.to === row - 1) last.to = row;
		else if (this.bands.length < mostBands) this.bands.push({ from: row, to: row, is });
	}

	/** The whole map, once the header is known. */
	bandsOf(header: MapHeader): InspectedBand[] {
		const width = Math.min(header.width, mostColumns);
		const first = header.row - header.rows + 1;
		const all = [...together(header.titleRows), { from: first, to: header.row, is: "header" as const }, ...this.bands];
		return all.map((band) => ({ ...band, cells: lettersOf(band.is, header, width) }));
	}
}

/** Rows of titles that follow each other are one piece. */
function together(rows: readonly number[]): { from: number; to: number; is: "title" }[] {
	const bands: { from: number; to: number; is: "title" }[] = [];
	for (const row of rows) {
		const last = bands.at(-1);
		if (last !== undefined && last.to === row - 1) last.to = row;
		else bands.push({ from: row, to: row, is: "title" });
	}
	return bands;
}

function whatIs(outcome: MappedRow["outcome"], why: string): Is {
	if (outcome === "used") return "used";
	if (outcome === "refused") return "refused";
	if (notes.has(why)) return "note";
	if (totals.has(why)) return "total";
	return why.includes("header") ? "header" : "left-out";
}

const uniform: Readonly<Partial<Record<Is, string>>> = {
	title: "T",
	header: "H",
	total: "S",
	note: "N",
	"left-out": "-",
	refused: "X",
	blank: ".",
};

function lettersOf(is: Is, { at, labels, amounts }: MapHeader, width: number): string {
	const letter = uniform[is];
	if (letter !== undefined) return letter.repeat(width);
	const letters = Array.from({ length: width }, () => "-");
	const put = (index: number, one: string): void => {
		if (index < width) letters[index] = one;
	};
	for (const [column, index] of at) put(index, column === "quantity" ? "A" : column === "note" ? "N" : "K");
	for (const index of labels) put(index, "K");
	for (const { index, total } of amounts) put(index, total === true ? "S" : "A");
	return letters.join("");
}
