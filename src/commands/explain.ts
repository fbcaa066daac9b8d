/** What a finding means, what follows from it and how to mend it, with an example; or the list of all codes. */

import type { ExplainedCode } from "../contract/explain.ts";
import { codes } from "../findings/gravity.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { explainFormats } from "../views/formats/explain.ts";
import { toolOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { exit, inLanguage } from "./host.ts";

export const explain: Command = command({
	name: "explain",
	most: 1,
	options: [],
	formats: explainFormats,
	exitCodes: [0, 2, 70],
	run: async ([word], _, { host, language }) => {
		if (word !== undefined && !codes.some((code) => code === word))
			throw new Trouble("unknown-code", { word, near: nearCodes(word) });
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
