/** The words of a command line: which command, its operands, and the texts of each option. What they mean is read elsewhere. */
import { Command, type CommanderError } from "commander";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { type OptionName, optionEntries } from "../run/options.ts";

/** Options that every command takes. */
export const common = ["lang", "noColor", "quiet"] as const;

export type Texts = ReadonlyMap<OptionName, readonly string[]>;

/** What the parser is told of a command. */
export interface Parsed {
	readonly name: string;
	readonly options: readonly (readonly OptionName[])[];
}

/** What a command line asks for. `nothing`: it names no command. */
export type Line<C> =
	| { readonly asks: "command"; readonly command: C; readonly operands: readonly string[]; readonly texts: Texts }
	| { readonly asks: "help"; readonly words: readonly string[] }
	| { readonly asks: "version" }
	| { readonly asks: "nothing" };

/**
 * Reads a command line by the shelf of commands and the catalogue of options.
 *
 * @param unknown what is told of a word that is no command
 * @throws Trouble `unknown-option`, `option-needs-value`, and what `unknown` makes
 */
export function readLine<C extends Parsed>(
	argv: readonly string[],
	commands: readonly C[],
	unknown: (word: string) => Trouble,
): Line<C> {
	const texts = new Map<OptionName, string[]>();
	const read: { line: Line<C>; ended?: CommanderError } = { line: { asks: "nothing" } };
	const helpAsked = asksHelp(argv);

	/** A parser of some options; commander ends it by an error, which becomes what the line asks for or trouble of ours. */
	const taking = (parser: Command, names: readonly OptionName[]): Command => {
		for (const name of names) {
			const { flag, value } = optionEntries[name];
			parser.option(value === undefined ? flag : `${flag} <value>`);
			parser.on(`option:${flag.slice(2)}`, (text?: string) => texts.set(name, [...(texts.get(name) ?? []), text ?? ""]));
		}
		return parser
			.version("-", "--version")
			.helpOption("-h, --help")
			.exitOverride((ended) => {
				read.line = asked(ended, parser, names);
				read.ended = ended;
				throw ended;
			});
	};

	const asked = (ended: CommanderError, parser: Command, names: readonly OptionName[]): Line<C> => {
		const top = parser.parent === null;
		const [first] = wordsOf(parser);
		if (ended.code === "commander.version") return { asks: "version" };
		if (ended.code === "commander.help") return { asks: "nothing" };
		// Commander shows help of everything where the command is none.
		if (top && ended.code !== "commander.unknownOption" && first !== undefined && commands.every(({ name }) => name !== first))
			throw unknown(first);
		// Whoever asks for help wants it whatever else stands there.
		if (helpAsked) return { asks: "help", words: top || parser.name() === "help" ? wordsOf(parser) : [parser.name()] };
		if (ended.code === "commander.unknownOption") throw unknownOption(parser, names);
		// Only the last word can lack what should follow it.
		if (ended.code === "commander.optionMissingArgument")
			throw new Trouble("option-needs-value", { option: argv.at(-1) as string });
		throw ended;
	};

	const program = new Command("tanlu")
		.configureOutput({ writeOut: () => undefined, writeErr: () => undefined, outputError: () => undefined })
		// What help says is a page of the manual.
		.configureHelp({ formatHelp: () => "" })
		.helpCommand(false)
		// An option behind a command is that command's.
		.enablePositionalOptions();
	taking(program, common);
	const help = taking(program.command("help").argument("[words...]"), common);
	help.action(() => {
		read.line = { asks: "help", words: help.args };
	});
	for (const command of commands) {
		const parser = taking(program.command(command.name).argument("[words...]"), [...command.options.flat(), ...common]);
		parser.action((operands: readonly string[]) => {
			read.line = helpAsked ? { asks: "help", words: [command.name] } : { asks: "command", command, operands, texts };
		});
	}
	try {
		program.parse(withEmptyValues(argv), { from: "user" });
	} catch (error) {
		// What the line asks for is known by then; trouble goes on.
		if (error !== read.ended) throw error;
	}
	return read.line;
}

/** Options that may stand without a value have an empty one: the word behind them is an operand. */
function withEmptyValues(argv: readonly string[]): string[] {
	const entries = Object.values(optionEntries);
	const bare = new Set(entries.flatMap(({ flag, mayBeBare }) => (mayBeBare ? [flag] : [])));
	const takes = new Set(entries.flatMap(({ flag, value, mayBeBare }) => (value !== undefined && !mayBeBare ? [flag] : [])));
	const end = argv.indexOf("--");
	return argv.map((word, at) => {
		const isOption = (end < 0 || at < end) && bare.has(word) && !takes.has(argv[at - 1] ?? "");
		return isOption ? `${word}=` : word;
	});
}

function asksHelp(argv: readonly string[]): boolean {
	const end = argv.indexOf("--");
	return argv.slice(0, end < 0 ? argv.length : end).some((word) => word === "--help" || word === "-h");
}

/** What a parser was left with that is no option. */
const wordsOf = ({ args }: Command): string[] => args.filter((word) => !/^-./.test(word));

/** The first word that looks like an option and is none of these. A switch with a value is told whole. */
function unknownOption({ args }: Command, names: readonly OptionName[]): Trouble {
	const known = [...names.map((name) => optionEntries[name].flag), "--help", "-h", "--version"];
	const word = args.find((each) => /^-./.test(each)) as string;
	const [flag] = word.split("=") as [string];
	return new Trouble("unknown-option", { option: known.includes(flag) ? word : flag, near: near(flag, known) });
}
