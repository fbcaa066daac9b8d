/** What a command is: its name, what it takes, and one function from what was typed to an exit code. */
import type { CommandName } from "../domain/words.ts";
import type { OptionName } from "../language/help.ts";
import type { Language } from "../language/language.ts";
import type { Host } from "./host.ts";

export interface OptionCard {
	readonly name: OptionName;
	/** As the argument parser reads it: `--format <format>`. */
	readonly flags: string;
	/** May be given again, each time with another value. */
	readonly many?: true;
	/** The words it takes, where they are few; told in help. */
	readonly words?: readonly string[];
}

/** What was typed, option by option, before it is understood. */
export type Typed = Readonly<Record<string, unknown>>;

export interface Asked {
	readonly host: Host;
	readonly language: Language;
}

export type ExitCode = 0 | 1 | 2 | 3 | 70;

export interface CommandCard {
	readonly name: CommandName;
	/** How many words it takes after its name. */
	readonly most: number;
	/** In groups, as help shows them. */
	readonly options: readonly (readonly OptionCard[])[];
	readonly exitCodes: readonly ExitCode[];
	readonly run: (operands: readonly string[], typed: Typed, asked: Asked) => Promise<ExitCode>;
}

/** Options that every command takes. */
export const common: readonly OptionCard[] = [
	{ name: "lang", flags: "--lang <language>" },
	{ name: "color", flags: "--no-color" },
	{ name: "quiet", flags: "--quiet" },
];
