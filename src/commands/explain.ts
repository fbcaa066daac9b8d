/**
 * What a finding means, what follows from it and how to mend it, with an example; the list of all codes; or, of files, how the figures of a
 * firm-year are made.
 */

import type { ExplainedCode } from "../contract/explain.ts";
import { codes } from "../findings/gravity.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import type { OptionValues } from "../run/options.ts";
import { explainFormats } from "../views/formats/explain.ts";
import { toolOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { derivation } from "./derive.ts";
import { exit, type Host, inLanguage } from "./host.ts";
import { judgingOptions, readingOptions } from "./tables.ts";

export const explain: Command = command({
	name: "explain",
	most: Number.POSITIVE_INFINITY,
	options: [["firm", "year", "figure"], judgingOptions, [...readingOptions, "noScreen"]],
	formats: explainFormats,
	exitCodes: [0, 1, 2, 70],
	run: async (words, options, asked) => {
		const { host, language } = asked;
		const [word] = words;
		if (areFiles(words, options, host)) return derivation(words, options, asked);
		unasked(options);
		if (word !== undefined && !isCode(word)) throw new Trouble("unknown-code", { word, near: nearCodes(word) });
		const all = await inLanguage<readonly ExplainedCode[]>("explain", language, host);
		const one = all.find(({ code }) => code === word);
		if (word !== undefined && one === undefined) throw new Error(`the explanation of ${word} was not built`);
		return {
			value: {
				explained: { schemaVersion: 1 as const, tool: toolOf(host.version), codes: one === undefined ? all : [one] },
				one,
			},
			code: exit.done,
		};
	},
});

/** Files are explained by what they come to; a single word that is no file is a code. */
function areFiles(
	words: readonly string[],
	{ firm, year, figure }: Pick<OptionValues, "firm" | "year" | "figure">,
	host: Host,
): boolean {
	const [word, ...more] = words;
	if (word === undefined) return false;
	return more.length > 0 || firm.length + year.length > 0 || figure !== undefined || (!isCode(word) && host.exists(word));
}

function isCode(word: string): boolean {
	return codes.some((code) => code === word);
}

/** Of codes nothing else is asked: the options of files say nothing about them. */
function unasked(options: object): void {
	for (const name of Object.keys(options)) void (options as Readonly<Record<string, unknown>>)[name];
}

/** Codes near to a word, whatever the order of its parts: missing-month is near to months-missing. */
function nearCodes(word: string): string[] {
	const turned = (text: string): string => text.split("-").sort().join("-");
	const found = near(
		turned(word),
		codes.map((code) => turned(code)),
	);
	const inAnyOrder = found.flatMap((text) => codes.filter((code) => turned(code) === text));
	return [...new Set([...near(word, codes), ...inAnyOrder])].slice(0, 3);
}
