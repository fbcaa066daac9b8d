/**
 * A firm whose amounts are all of single months, and above zero, and of which every series has all months of the same years: as floats in memory
 * that is used again for the next firm. What is read from it is a filter: it may clear a firm, and it never says anything of one.
 */
import type { StoredKind } from "./stored-months.ts";

export interface FirmNumbers {
	/** What its series are, in order of name as histories are (carrier, use, site, unit); then what its outputs are. */
	readonly kinds: readonly StoredKind[];
	/** How many of the kinds are energy. */
	readonly energies: number;
	/** The first of its years, and how many there are, without a gap. */
	readonly firstYear: number;
	readonly years: number;
	/**
	 * Of each kind the months of all years, one kind after another: that of month m (from 0) of year y (from 0) of kind k stands at
	 * (k × years + y) × 12 + m. In the unit that amounts are held in, each within 4 units of its last place; above zero. Equal amounts of a kind have equal
	 * floats. There may be more behind: memory is kept.
	 */
	readonly amounts: Float64Array;
	/** Digits of each amount as it is written, as a whole number below 1e15, and how many of them stand behind the point. */
	readonly digits: Float64Array;
	readonly places: Uint8Array;
}
