/** The shelf of commands as a program: arguments in, an exit code out. */
import { Command, CommanderError } from "commander";
import { Trouble } from "../findings/trouble.ts";
import { en } from "../language/en.ts";
import { languageOf } from "../language/index.ts";
import { harmless } from "../views/width.ts";
import { exit, type Host } from "./host.ts";
import { addReport } from "./report.ts";

/** Runs one command line. Never exits the process: the code is set when everything is written. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
	const asked = argv.indexOf("--lang");
	const language = languageOf((asked >= 0 ? argv[asked + 1] : undefined) ?? host.environment("TANLU_LANG") ?? "en") ?? en;
	let code: number = exit.done;
	const program = new Command("tanlu")
		.description(language.help.program)
		.version(host.version, "--version", language.help.options.version)
		.helpOption("-h, --help", language.help.options.help)
		.showSuggestionAfterError(true)
		.exitOverride()
		.configureOutput({ writeErr: (text) => host.tell(text), outputError: () => undefined });
	addReport(program, language, host, (ended) => {
		code = ended;
	});
	for (const command of program.commands) command.exitOverride();
	try {
		await program.parseAsync([...argv], { from: "user" });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return exit.done;
			if (error.code === "commander.help") return exit.undone;
			host.tell(oneLine(error.message.replace(/^error: /, "")));
			return exit.undone;
		}
		if (error instanceof Trouble) {
			host.tell(oneLine(language.explainTrouble(error)));
			return exit.undone;
		}
		host.tell(`${language.report.fault}\n  tanlu ${argv.join(" ")}\n${(error as Error).stack ?? String(error)}\n`);
		return exit.fault;
	}
}

/** Whatever a file name or an option holds, it is told in one line and steers no terminal. */
function oneLine(message: string): string {
	return `tanlu: ${harmless(message.replace(/\s+/g, " "))}\n`;
}
