/** What a finding means, what follows from it and how to mend it, with an example; or the list of all codes. */
import { codes } from "../findings/gravity.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { reference } from "../reference/reference.ts";
import { codePage, codesPage } from "../views/explain-page.ts";
import type { ExplainedCode } from "../views/explained.ts";
import { json } from "../views/formats/json.ts";
import { text } from "../views/formats/text.ts";
import { oneOf } from "./choices.ts";
import type { Asked, CommandCard, ExitCode } from "./command.ts";
import { exit } from "./host.ts";
import { columnsOf } from "./output.ts";

const formats = ["text", "json"] as const;

interface ExplainTyped {
	readonly format?: string;
	readonly out?: string;
	readonly width?: string;
}

export const explain: CommandCard = {
	name: "explain",
	most: 1,
	exitCodes: [0, 2, 70],
	options: [
		[
			{ name: "format", flags: "--format <format>", words: formats },
			{ name: "out", flags: "--out <file>" },
			{ name: "width", flags: "--width <columns>" },
		],
	],
	run: (operands, typed, asked) => runExplain(operands[0], typed as ExplainTyped, asked),
};

async function runExplain(word: string | undefined, typed: ExplainTyped, { host, language }: Asked): Promise<ExitCode> {
	if (word !== undefined && !codes.some((code) => code === word))
		throw new Trouble("unknown-code", { word, near: nearCodes(word) });
	const format = oneOf<(typeof formats)[number]>("--format", typed.format ?? "text", formats);
	const columns = columnsOf(typed.width, host);
	const all = (JSON.parse(await host.data("explain")) as Readonly<Record<string, readonly ExplainedCode[]>>)[language.id];
	if (all === undefined) throw new Error(`the explanations were not built in ${language.id}`);
	const one = all.find(({ code }) => code === word);
	if (word !== undefined && one === undefined) throw new Error(`the explanation of ${word} was not built`);
	const written =
		format === "json"
			? json({ schemaVersion: 1, tool: tool(host.version), codes: one === undefined ? all : [one] })
			: text(one === undefined ? codesPage(all, language) : codePage(one, language), { columns, paint: (_, words) => words });
	await host.print(written, typed.out === "-" ? undefined : typed.out);
	return exit.done;
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

function tool(version: string): {
	readonly name: "tanlu";
	readonly version: string;
	readonly seeds: string;
	readonly rules: string;
} {
	const { seeds } = reference();
	return { name: "tanlu", version, seeds: `sha256:${seeds.hash}`, rules: `sha256:${seeds.rulesHash}` };
}
