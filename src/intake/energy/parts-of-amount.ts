/**
 * Parts of a row's amount in columns of their own, as form 205-1 has them: industrial and non-industrial use are all of it, and none
 * is more than it. What is used as raw material is feedstock. Source: form 205-1 of the energy statistics, its audit relations.
 */
import { compare, difference, type Exact, known, sign, sum, toText, zero } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { AmountPart } from "../../layout/header-words.ts";
import { printedPlaces } from "../../ledger/printed.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import { readNumber, whatShows } from "../number.ts";

export interface FeedstockPart {
	readonly value: Exact;
	readonly text: string;
	readonly column: string;
}

/**
 * Checks the parts of a row against its amount, in the unit of the row; where they contradict it, that is told and the row is
 * refused. Gives what of it is feedstock; undefined where none is.
 */
export type PartsReader = (cells: readonly string[], amount: Exact | undefined, text: string) => FeedstockPart | undefined;

export function partsReader({ header }: TableContext, remarks: RowRemarks): PartsReader {
	const parts = [...header.parts];
	if (parts.length === 0) return () => undefined;
	return (cells, amount, text) => {
		if (amount === undefined) return undefined;
		const stated = new Map<AmountPart, { readonly value: Exact; readonly text: string }>();
		for (const [part, index] of parts) {
			const cell = cells[index] ?? "";
			const read = readNumber(cell);
			if (read.kind !== "missing") remarks.wrote(whatShows(read, cell), cell, "quantity", index);
			if (read.kind === "number") stated.set(part, { value: read.value, text: cell });
		}
		for (const own of stated.values())
			if (apart(own.value, amount, [own.text, text]) > 0) {
				contradict(own.value, amount);
				return undefined;
			}
		const [industrial, other] = [stated.get("industrial"), stated.get("non-industrial")];
		// A form that has both columns leaves a part that is none blank.
		if (header.parts.has("industrial") && header.parts.has("non-industrial") && (industrial ?? other) !== undefined) {
			const both = sum(industrial?.value ?? zero, other?.value ?? zero);
			if (apart(both, amount, [industrial?.text ?? "", other?.text ?? "", text]) !== 0) contradict(both, amount);
		}
		const feedstock = stated.get("feedstock");
		if (feedstock === undefined || sign(feedstock.value) <= 0) return undefined;
		return { ...feedstock, column: header.words[header.parts.get("feedstock") as number] ?? "" };
	};

	function contradict(parts: Exact, amount: Exact): void {
		remarks.note(remark("parts-against-amount", { parts: toText(parts), amount: toText(amount) }), "quantity", toText(amount));
	}
}

/** How two amounts lie, and 0 where they differ by no more than half a step of the last place of each cell. */
function apart(a: Exact, b: Exact, texts: readonly string[]): number {
	const order = compare(a, b);
	if (order === 0) return 0;
	const by = order > 0 ? difference(a, b) : difference(b, a);
	const slack = texts.reduce((all, text) => sum(all, known(`0.${"0".repeat(printedPlaces(text))}5`)), zero);
	return compare(by, slack) <= 0 ? 0 : order;
}
