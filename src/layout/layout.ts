/** A layout: what makes header words those of a table that is laid out so, and how its columns are to be read. */
import type { TableKind } from "../contract/tables.ts";
import type { Reference } from "../reference/reference.ts";
import type { Amount } from "./amount.ts";
import type { Given } from "./caption.ts";

/** What of the reference a header is read with. */
export type HeaderReference = Pick<Reference, "columns" | "carriers" | "units" | "kindWords">;

export interface Layout {
	readonly id: "long" | "wide" | "across" | "side-by-side";
	/**
	 * The table that these words are a header of in this layout; undefined where they are none. `forced` wins over what they say;
	 * `given` is what the titles above them say.
	 */
	readonly recognise: (
		words: readonly string[],
		forced: TableKind | undefined,
		reference: HeaderReference,
		given: readonly Given[],
	) => Recognised | undefined;
}

export interface Recognised {
	readonly kind: TableKind;
	/**
	 * Columns that each hold an amount: every one is read as a row of its own, with the cells that the column's word states. Empty
	 * where a row is one amount.
	 */
	readonly amounts: readonly Amount[];
	/** Columns whose words say what the amounts of each row are: of a ledger of one carrier. */
	readonly labels?: readonly number[];
}
