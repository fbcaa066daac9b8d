/** What help says: one sentence for each command and option. */
import type { CommandName } from "../domain/words.ts";

/** Options of commands that have a sentence in help. */
export type OptionName =
	| "format"
	| "out"
	| "bom"
	| "year"
	| "firm"
	| "top"
	| "digits"
	| "width"
	| "per"
	| "boundary"
	| "path"
	| "factors"
	| "factorSet"
	| "targetSet"
	| "electricity"
	| "prices"
	| "deflator"
	| "targets"
	| "map"
	| "marketBased"
	| "absentIsZero"
	| "addRepeats"
	| "fillDown"
	| "rules"
	| "screen"
	| "baseline"
	| "writeBaseline"
	| "reason"
	| "split"
	| "failOn"
	| "maxWarnings"
	| "asOf"
	| "kind"
	| "encoding"
	| "lang"
	| "color"
	| "quiet"
	| "help"
	| "version";

export interface CommandHelp {
	/** One line, in the list of commands. */
	readonly summary: string;
	/** What stands for its operands in the usage line: `FILE...`. */
	readonly operands: string;
	/** Command lines that work, each with what it does. */
	readonly examples: readonly (readonly [line: string, does: string])[];
	/** What it reads and how far it goes. */
	readonly limits: readonly string[];
}

export interface Help {
	readonly program: string;
	readonly commands: { readonly [N in CommandName]: CommandHelp };
	readonly options: { readonly [O in OptionName]: string };
	readonly headings: {
		readonly usage: string;
		readonly example: string;
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
	/** The command that shows help. */
	readonly helpCommand: string;
}
