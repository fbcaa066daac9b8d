/** A command line as a program: arguments in, an exit code out. */
import { Trouble } from "../findings/trouble.ts";
import { en } from "../language/en/index.ts";
import { languageOf, languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import { near } from "../reference/near.ts";
import { unknownChoice } from "../run/values.ts";
import { harmless } from "../views/width.ts";
import { readLine } from "./arguments.ts";
import { help } from "./help.ts";
import { exit, type Host } from "./host.ts";
import { commands } from "./index.ts";
import { troubleLine } from "./tell.ts";

/** Runs one command line. Never exits the process: the code is set when everything is written. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
	const asked = askedLanguage(argv);
	const language = languageOf(asked ?? host.environment("TANLU_LANG") ?? "en") ?? en;
	try {
		if (asked !== undefined && language.id !== asked)
			throw unknownChoice(
				"--lang",
				asked,
				languages.map(({ id }) => id),
			);
		return await run(argv, language, host);
	} catch (error) {
		if (error instanceof Trouble) {
			host.tell(troubleLine(error, language));
			return exit.undone;
		}
		host.tell(`${language.report.fault}\n  tanlu ${harmless(argv.join(" "))}\n${(error as Error).stack ?? String(error)}\n`);
		return exit.fault;
	} finally {
		host.abandon();
	}
}

async function run(argv: readonly string[], language: Language, host: Host): Promise<number> {
	const line = readLine(argv, commands, (word) => unknownCommand(word, host));
	switch (line.asks) {
		case "command":
			return line.command.start(line.operands, line.texts, { host, language });
		case "nothing":
			// The same help as when it is asked for, and no success.
			host.tell(await help([], language, host));
			return exit.undone;
		case "help":
			await host.print(await help(line.words, language, host));
			return exit.done;
		case "version":
			await host.print(`${host.version}\n`);
			return exit.done;
	}
}

/** The language asked for, before anything is parsed: misuse is to be told in it. */
function askedLanguage(argv: readonly string[]): string | undefined {
	const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
	if (at < 0) return undefined;
	return argv[at] === "--lang" ? argv[at + 1] : (argv[at] as string).slice("--lang=".length);
}

/** Somebody who left the command out meant a table. */
const looksLikeFile = /\.(csv|tsv|txt|gz|xlsx?)$/i;

function unknownCommand(word: string, host: Host): Trouble {
	const names = commands.map(({ name }) => name);
	return new Trouble("unknown-command", { word, near: near(word, names), file: host.exists(word) || looksLikeFile.test(word) });
}
