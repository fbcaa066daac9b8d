/** The shelf of commands as a program: arguments in, an exit code out. */
import { Command, CommanderError } from "commander";
import { Trouble } from "../findings/trouble.ts";
import { en } from "../language/en/index.ts";
import { languageOf, languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import { near } from "../reference/near.ts";
import { harmless } from "../views/width.ts";
import { unknownChoice } from "./choices.ts";
import { type CommandCard, common, type OptionCard, type Typed } from "./command.ts";
import { commandHelp, programHelp } from "./help-text.ts";
import { exit, type Host } from "./host.ts";
import { commands } from "./index.ts";
import { troubleLine } from "./tell.ts";

/** Runs one command line. Never exits the process: the code is set when everything is written. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
	const asked = askedLanguage(argv);
	const language = languageOf(asked ?? host.environment("TANLU_LANG") ?? "en") ?? en;
	let code: number = exit.done;
	let help = "";
	const program = parser(
		language,
		host,
		(ended) => {
			code = ended;
		},
		(text) => {
			help += text;
		},
	);
	try {
		if (asked !== undefined && language.id !== asked)
			throw unknownChoice(
				"--lang",
				asked,
				languages.map(({ id }) => id),
			);
		const unknown = unknownName(argv);
		if (unknown !== undefined) throw unknownCommand(unknown, host);
		try {
			await program.parseAsync([...argv], { from: "user" });
		} catch (error) {
			// The parser throws when it has shown help, too.
			if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
		}
		if (help !== "") await host.print(help, undefined);
		return code;
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.code === "commander.help") return exit.undone;
			host.tell(troubleLine(misuse(error, argv), language));
			return exit.undone;
		}
		if (error instanceof Trouble) {
			host.tell(troubleLine(error, language));
			return exit.undone;
		}
		host.tell(`${language.report.fault}\n  tanlu ${harmless(argv.join(" "))}\n${(error as Error).stack ?? String(error)}\n`);
		return exit.fault;
	}
}

function parser(language: Language, host: Host, ended: (code: number) => void, helped: (text: string) => void): Command {
	const program = new Command("tanlu")
		.version(host.version, "--version")
		.helpOption("-h, --help")
		.helpCommand("help [command]", language.help.helpCommand)
		.showSuggestionAfterError(false)
		.exitOverride()
		.configureOutput({ writeOut: helped, writeErr: (text) => host.tell(text), outputError: () => undefined })
		.configureHelp({
			formatHelp: (command) => {
				const card = commands.find(({ name }) => name === command.name());
				return card === undefined ? programHelp(commands, language) : commandHelp(card, language);
			},
		});
	for (const option of common) add(program, option);
	for (const card of commands) {
		const command = program.command(card.name).argument("[operands...]").helpOption("-h, --help").exitOverride();
		for (const option of card.options.flat()) add(command, option);
		command.action(async (operands: string[], _: unknown, self: Command) => {
			if (operands.length > card.most) throw new Trouble("too-many-operands", { most: card.most });
			ended(await card.run(operands, self.optsWithGlobals() as Typed, { host, language }));
		});
	}
	return program;
}

function add(command: Command, { flags, many }: OptionCard): void {
	if (many) command.option(flags, "", (value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
	else command.option(flags, "");
}

/** The language asked for, before anything is parsed: misuse is to be told in it. */
function askedLanguage(argv: readonly string[]): string | undefined {
	const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
	if (at < 0) return undefined;
	return argv[at] === "--lang" ? argv[at + 1] : (argv[at] as string).slice("--lang=".length);
}

/** What the parser could not take, as trouble of ours: in the reader's language, with what is near. */
function misuse(error: CommanderError, argv: readonly string[]): Trouble {
	const word = /'([^']*)'/.exec(error.message)?.[1] ?? "";
	// The first word that is a command is the command: a file or folder behind it may be called like another.
	const named = argv.find((word) => commands.some(({ name }) => name === word));
	const card = commands.find(({ name }) => name === named);
	switch (error.code) {
		case "commander.unknownOption":
			return unknownOption(argv, word, card);
		case "commander.optionMissingArgument":
			return new Trouble("option-needs-value", { option: /--[\w-]+/.exec(word)?.[0] ?? word });
		default:
			return new Trouble("usage", { message: error.message.replace(/^error: /, "") });
	}
}

/** Somebody who left the command out meant a table. */
const looksLikeFile = /\.(csv|tsv|txt|gz|xlsx?)$/i;

function unknownCommand(word: string, host: Host): Trouble {
	const names = commands.map(({ name }) => name);
	return new Trouble("unknown-command", { word, near: near(word, names), file: host.exists(word) || looksLikeFile.test(word) });
}

/** The first word that begins like an option and is none of the command's; the parser's own message may cut it. */
function unknownOption(argv: readonly string[], told: string, card: CommandCard | undefined): Trouble {
	const own = [...common, ...(card?.options.flat() ?? [])].map((option) => option.flags.split(" ")[0] as string);
	const known = [...own, "--help", "-h", "--version"];
	const nameOf = (word: string): string => word.split("=")[0] as string;
	const option = nameOf(argv.find((word) => /^-./.test(word) && !known.includes(nameOf(word))) ?? told);
	return new Trouble("unknown-option", { option, near: near(option, known) });
}

/** The command's name where it is none, also where help is asked of it: the parser would show help of everything. */
function unknownName(argv: readonly string[]): string | undefined {
	const known = ["--help", "-h", "--version", ...common.map((option) => option.flags.split(" ")[0] as string)];
	const strange = argv.findIndex((word) => word.startsWith("-") && !known.includes(word.split("=")[0] as string));
	// What stands behind an option that is not known may be its value.
	const words = argv
		.slice(0, strange < 0 ? argv.length : strange)
		.filter((word, at) => !word.startsWith("-") && argv[at - 1] !== "--lang");
	const [first, second] = words;
	const asked = first === "help" ? second : first;
	return asked === undefined || commands.some(({ name }) => name === asked) ? undefined : asked;
}
