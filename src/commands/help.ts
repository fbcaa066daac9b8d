/** Help as text: an example first, one line for each option, limits, exit codes; or a topic of the manual. */
import { Trouble } from "../findings/trouble.ts";
import { languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import { near } from "../reference/near.ts";
import { type OptionName, optionEntries } from "../run/options.ts";
import { text } from "../views/formats/text.ts";
import { type CommandHelp, type Manual, topicPage } from "../views/manual.ts";
import { padEnd, width, wrap } from "../views/width.ts";
import { common } from "./arguments.ts";
import type { Command } from "./command.ts";
import { type Host, inLanguage } from "./host.ts";
import { commands } from "./index.ts";
import { columnsOf } from "./output.ts";

const columns = 80;

/** What `tanlu help` says, of everything or of a command or topic. Throws `unknown-topic`. */
export async function help([word]: readonly string[], language: Language, host: Host): Promise<string> {
	const manual = await inLanguage<Manual>("manual", language, host);
	if (word === undefined) return programHelp(commands, manual, language);
	const command = commands.find(({ name }) => name === word);
	if (command !== undefined) return commandHelp(command, manual, language);
	const topic = Object.hasOwn(manual.topics, word) ? manual.topics[word] : undefined;
	if (topic === undefined)
		throw new Trouble("unknown-topic", {
			word,
			near: near(word, [...commands.map(({ name }) => name), ...Object.keys(manual.topics)]),
		});
	const wide = Math.min(columnsOf(undefined, host), 100);
	return text(topicPage(topic, language.report.leftOut), { columns: wide, paint: (_, words) => words });
}

/** The first screen: what it is, the commands, the topics, the options all of them take. */
export function programHelp(all: readonly Command[], manual: Manual, language: Language): string {
	const { help } = language;
	const { headings } = help;
	const widest = Math.max(...all.map(({ name }) => name.length)) + 2;
	return joined([
		[...wrap(`tanlu: ${help.program}`, columns)],
		// One is enough for the first screen.
		[
			...labelled(headings.example, exampleLines(pageOf(all[0] as Command, manual)).slice(0, 1)),
			`${headings.usage}  tanlu ${headings.command} …`,
		],
		[
			headings.commands,
			...all.map((one) => `  ${padEnd(one.name, widest)}${pageOf(one, manual).summary}`),
			...labelled(headings.topics, wrap(Object.keys(manual.topics).join(", "), columns - width(headings.topics) - 2)),
		],
		[headings.options, ...optionLines([[...common, "help", "version"]], [], language)],
		[help.more],
	]);
}

export function commandHelp(command: Command, manual: Manual, language: Language): string {
	const { help } = language;
	const { headings } = help;
	const own = pageOf(command, manual);
	const operands = own.operands === "" ? "" : ` ${own.operands}`;
	const codes = command.exitCodes.map((code) => `${code} ${help.exitCodes[code]}`);
	return joined([
		[...wrap(`tanlu ${command.name}: ${own.summary}`, columns)],
		[...labelled(headings.example, exampleLines(own)), `${headings.usage}  tanlu ${command.name}${operands} [--…]`],
		[headings.options, ...optionLines([...command.options, [...common, "help"]], command.formats, language)],
		[
			...labelled(
				headings.limits,
				own.limits.flatMap((line) => wrap(line, columns - width(headings.limits) - 2)),
			),
			...labelled(headings.exitCodes, wrap(codes.join("; "), columns - width(headings.exitCodes) - 2)),
		],
	]);
}

function pageOf({ name }: Command, { commands: pages }: Manual): CommandHelp {
	const page = pages[name];
	if (page === undefined) throw new Error(`the manual has no page of ${name}`);
	return page;
}

function exampleLines({ examples }: CommandHelp): string[] {
	const widest = Math.max(...examples.map(([line]) => width(line)));
	return examples.map(([line, does]) => `${padEnd(line, widest)}  ${does}`);
}

/** A heading with its lines beside it. */
function labelled(label: string, lines: readonly string[]): string[] {
	return lines.map((line, index) => `${index === 0 ? label : " ".repeat(width(label))}  ${line}`);
}

type Listed = OptionName | "help" | "version";

/** `--map NAME=CARRIER`, `--absent-is-zero[=OF]`. */
export function flagOf(name: Listed): string {
	if (name === "help" || name === "version") return `--${name}`;
	const { flag, value, mayBeBare } = optionEntries[name];
	if (mayBeBare) return `${flag}[=${value}]`;
	return value === undefined ? flag : `${flag} ${value}`;
}

/** What help says of an option: its sentence, and the words there are. */
export function sentenceOf(name: Listed, formats: readonly string[], { help }: Language): string {
	// Each option of the catalogue has a sentence, or this does not compile.
	const sentences: { readonly [N in Listed]: string } = help.options;
	const words = name === "format" ? formats : name === "lang" ? languages.map(({ id }) => id) : [];
	return words.length === 0 ? sentences[name] : `${sentences[name]}: ${words.join(", ")}`;
}

function optionLines(groups: readonly (readonly Listed[])[], formats: readonly string[], language: Language): string[] {
	const listed = groups.flat().filter((name) => name === "help" || name === "version" || !optionEntries[name].old);
	const widest = Math.max(...listed.map((name) => flagOf(name).length)) + 2;
	return listed.flatMap((name) => {
		const [first = "", ...more] = wrap(sentenceOf(name, formats, language), columns - widest - 2);
		return [`  ${padEnd(flagOf(name), widest)}${first}`, ...more.map((line) => `${" ".repeat(widest + 2)}${line}`)];
	});
}

function joined(blocks: readonly (readonly string[])[]): string {
	return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
