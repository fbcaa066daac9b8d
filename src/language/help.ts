/** What help says around the pages of the manual: one sentence for each option. */
import type { options } from "./en/options.ts";

export interface Help {
	readonly program: string;
	readonly options: { readonly [O in keyof typeof options]: string };
	readonly headings: {
		readonly usage: string;
		readonly example: string;
		readonly topics: string;
		readonly commands: string;
		/** What stands for a command in the usage line. */
		readonly command: string;
		readonly options: string;
		readonly limits: string;
		readonly exitCodes: string;
	};
	/** Exit codes that a command may end with, a phrase each. */
	readonly exitCodes: { readonly [C in 0 | 1 | 2 | 3 | 70]: string };
	/** How to read more: below the list of commands. */
	readonly more: string;
}
