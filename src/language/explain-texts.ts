/** What `tanlu explain` says around the explanations, for people. */
import type { Gravity } from "../findings/gravity.ts";

export interface ExplainTexts {
	/** What a gravity means for the data and for the exit code. */
	readonly gravities: { readonly [G in Gravity]: string };
	/** Above the codes of one gravity in the list of all. */
	readonly lists: { readonly [G in Gravity]: (count: number) => string };
	readonly columns: { readonly code: string; readonly means: string };
	readonly why: string;
	readonly mend: string;
	readonly example: string;
	/** Above what the example says. */
	readonly told: string;
	/** Below a file whose last row stands in it so many times. */
	readonly lastRow: (times: number) => string;
	/** Codes that the example cannot do without. */
	readonly also: (codes: readonly string[]) => string;
	/** Below the list. */
	readonly how: string;
	/** A sentence by itself, for the list: the first of several. */
	readonly firstSentence: (text: string) => string;
}
