/**
 * The manual as `help` opens it, from `src/manual/<language>`: a page that begins with `---` is of a command, any other is a topic.
 * What stands on no page, an option nobody takes or nobody has words for: the build ends and names it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { common } from "../commands/arguments.ts";
import type { Command } from "../commands/command.ts";
import { commands } from "../commands/index.ts";
import { languages } from "../language/index.ts";
import { type OptionName, optionEntries } from "../run/options.ts";
import type { CommandHelp, Manual, Topic } from "../views/manual.ts";

/** By language. Throws where a page or a part of one is missing. */
export function readManual(folder: string): Record<string, Manual> {
	return Object.fromEntries(languages.map(({ id }) => [id, manualIn(join(folder, id), id)]));
}

function manualIn(folder: string, language: string): Manual {
	const pages = readdirSync(folder)
		.filter((file) => file.endsWith(".md"))
		.sort()
		.map((file) => [file.slice(0, -3), readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n")] as const);
	const of = <V>(wanted: boolean, read: (text: string, place: string) => V): Record<string, V> =>
		Object.fromEntries(
			pages
				.filter(([, text]) => text.startsWith("---\n") === wanted)
				.map(([name, text]) => [name, read(text, `src/manual/${language}/${name}.md`)]),
		);
	return { commands: of(true, commandPage), topics: of(false, topicOf) };
}

function commandPage(text: string, place: string): CommandHelp {
	const [, head = ""] = text.split(/^---$/m);
	const { summary, operands, examples, limits } = parse(head) as Partial<CommandHelp>;
	if (summary === undefined || operands === undefined || examples === undefined || limits === undefined)
		throw new Error(`${place} needs summary, operands, examples and limits between its lines of ---`);
	return { summary, operands, examples, limits };
}

/** Its heading is what the list of topics says. */
function topicOf(text: string, place: string): Topic {
	const summary = /^# (.+)\n/.exec(text)?.[1];
	if (summary === undefined) throw new Error(`${place} needs a heading in its first line: # …`);
	return { summary, text };
}

/** What the manual, the catalogue of options and the shelf of commands lack of each other; nothing where all is well. */
export function lackingHelp(manual: Readonly<Record<string, Manual>>, shelf: readonly Command[] = commands): string[] {
	const taken = new Set([...common, ...shelf.flatMap(({ options }) => options.flat())]);
	const names = Object.keys(optionEntries) as OptionName[];
	return [
		...names.filter((name) => !taken.has(name)).map((name) => `no command takes the option ${name}`),
		...languages.flatMap(({ id, help }) => {
			const page = (name: string): boolean => manual[id] !== undefined && Object.hasOwn(manual[id].commands, name);
			const said = Object.keys(help.options);
			const known: readonly string[] = [...names, "help", "version"];
			return [
				...shelf.filter(({ name }) => !page(name)).map(({ name }) => `${id}: no page src/manual/${id}/${name}.md`),
				...Object.keys(manual[id]?.commands ?? {})
					.filter((name) => !shelf.some((one) => one.name === name))
					.map((name) => `${id}: src/manual/${id}/${name}.md is the page of no command`),
				...names.filter((name) => !said.includes(name)).map((name) => `${id}: no sentence of the option ${name}`),
				...said.filter((name) => !known.includes(name)).map((name) => `${id}: a sentence of no option: ${name}`),
			];
		}),
		...topicsApart(manual),
	];
}

/** A topic of one language is one of every language. */
function topicsApart(manual: Readonly<Record<string, Manual>>): string[] {
	const all = new Set(Object.values(manual).flatMap(({ topics }) => Object.keys(topics)));
	return Object.entries(manual).flatMap(([id, { topics }]) =>
		[...all].filter((name) => !Object.hasOwn(topics, name)).map((name) => `${id}: no topic src/manual/${id}/${name}.md`),
	);
}
