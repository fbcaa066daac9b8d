/** What each finding means, why it matters and how to mend it. The build writes it beside the program: no other command loads it. */
import type { Code } from "../findings/finding.ts";

export interface Explanation {
	/** What is there, in one or two sentences; the first one stands in the list of all codes. */
	readonly means: string;
	/** What follows for the row, the year and the verdict. */
	readonly why: string;
	/** What to do in the table, and the option where there is one. */
	readonly mend: string;
}

/** In the order of `findings/gravity.ts`. */
export type Explanations = { readonly [C in Code]: Explanation };
