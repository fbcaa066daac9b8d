/**
 * A plain firm beside one like it: what rules are cleared by (D205). Every firm has a shape: which series it has, in which units and by what
 * measured values, of which years, and what is said of its name, sector and province. The first firm of a shape is assessed and asked as every
 * firm is; what of that does not hang on amounts is the same for all others of the shape. What hangs on amounts, each rule clears for itself.
 */
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import type { FirmCase } from "../rule.ts";

export interface ShapeTerms {
	/** A firm of the same shape, of which nothing was found. */
	readonly like: FirmCase;
	/** t CO2, and tce, that one held unit of kind k counts in year y, at k × years + y; NaN where that is unknown, and of outputs. */
	readonly co2: Float64Array;
	readonly tce: Float64Array;
	/** Which of the outputs among the kinds the intensity is measured by; −1 where none. */
	readonly output: number;
}

/** One for each firm, and made anew whenever the numbers are filled anew: what is measured of a case is kept until the next. */
export interface PlainCase {
	/** What the firm is known by, and what rows say that its name is. */
	readonly names: readonly string[];
	readonly numbers: FirmNumbers;
	readonly shape: ShapeTerms;
	/** A limit, as a float: within one unit of its last place. */
	readonly limit: (name: string) => number;
}

/**
 * Asked of a firm that `clearsJudging` clears: then its histories are all of its months, and none is explained by amounts to date.
 * True only where a rule certainly has nothing to report of the firm: it may be wrong the other way, and the firm is then asked. Floats are
 * compared with `slack` to the side of asking.
 */
export type Clears = (plain: PlainCase) => boolean;
