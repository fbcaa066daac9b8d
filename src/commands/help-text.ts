/** Help as text: an example first, one line for each option, limits, exit codes. Everything comes from the cards and the language. */
import type { CommandHelp } from "../language/help.ts";
import type { Language } from "../language/language.ts";
import { padEnd, width, wrap } from "../views/width.ts";
import { type CommandCard, common, type OptionCard } from "./command.ts";

const columns = 80;
const helpCard: OptionCard = { name: "help", flags: "--help" };
const versionCard: OptionCard = { name: "version", flags: "--version" };

/** The first screen: what it is, the commands, the options all of them take. */
export function programHelp(cards: readonly CommandCard[], language: Language): string {
	const { help } = language;
	const { headings } = help;
	const widest = Math.max(...cards.map(({ name }) => name.length)) + 2;
	return joined([
		[...wrap(`tanlu: ${help.program}`, columns)],
		// One is enough for the first screen.
		labelled(headings.example, exampleLines(help.commands.report).slice(0, 1)),
		[`${headings.usage}  tanlu ${headings.command} …`],
		[headings.commands, ...cards.map(({ name }) => `  ${padEnd(name, widest)}${help.commands[name].summary}`)],
		[headings.options, ...optionLines([[...common, helpCard, versionCard]], language)],
		[help.more],
	]);
}

export function commandHelp(card: CommandCard, language: Language): string {
	const { help } = language;
	const { headings } = help;
	const own = help.commands[card.name];
	const operands = own.operands === "" ? "" : ` ${own.operands}`;
	const codes = card.exitCodes.map((code) => `${code} ${help.exitCodes[code]}`);
	return joined([
		[...wrap(`tanlu ${card.name}: ${own.summary}`, columns)],
		[...labelled(headings.example, exampleLines(own)), `${headings.usage}  tanlu ${card.name}${operands} [--…]`],
		[headings.options, ...optionLines([...card.options, [...common, helpCard]], language)],
		[
			...labelled(
				headings.limits,
				own.limits.flatMap((line) => wrap(line, columns - width(headings.limits) - 2)),
			),
			...labelled(headings.exitCodes, wrap(codes.join("; "), columns - width(headings.exitCodes) - 2)),
		],
	]);
}

function exampleLines({ examples }: CommandHelp): string[] {
	const widest = Math.max(...examples.map(([line]) => width(line)));
	return examples.map(([line, does]) => `${padEnd(line, widest)}  ${does}`);
}

/** A heading with its lines beside it. */
function labelled(label: string, lines: readonly string[]): string[] {
	return lines.map((line, index) => `${index === 0 ? label : " ".repeat(width(label))}  ${line}`);
}

function optionLines(groups: readonly (readonly OptionCard[])[], { help }: Language): string[] {
	const flags = (card: OptionCard): string => card.flags.replace(/<([^>]+)>/, (_, value: string) => value.toUpperCase());
	const widest = Math.max(...groups.flat().map((card) => flags(card).length)) + 2;
	return groups.flatMap((group) =>
		group.flatMap((card) => {
			const words = card.words === undefined ? "" : `: ${card.words.join(", ")}`;
			const [first = "", ...more] = wrap(`${help.options[card.name]}${words}`, columns - widest - 2);
			return [`  ${padEnd(flags(card), widest)}${first}`, ...more.map((line) => `${" ".repeat(widest + 2)}${line}`)];
		}),
	);
}

function joined(blocks: readonly (readonly string[])[]): string {
	return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
