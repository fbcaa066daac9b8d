/** Which factors and targets are in force, where they come from, and how far others differ. */
import { type SourceSection, sourceSections } from "../domain/words.ts";
import { parseFullSeeds } from "../reference/full-seeds.ts";
import { reference } from "../reference/reference.ts";
import { buildSources } from "../views/build-sources.ts";
import { json } from "../views/formats/json.ts";
import { sourcesCsv } from "../views/formats/sources-csv.ts";
import { text } from "../views/formats/text.ts";
import { namingOf } from "../views/naming.ts";
import { sourcesPage } from "../views/sources-page.ts";
import { electricityMode, oneOf, planIds, planOfSet } from "./choices.ts";
import type { Asked, CommandCard, ExitCode } from "./command.ts";
import { exit } from "./host.ts";
import { columnsOf, csvMark } from "./output.ts";

const formats = ["text", "csv", "json"] as const;

interface SourcesTyped {
	readonly format?: string;
	readonly out?: string;
	readonly bom?: boolean;
	readonly width?: string;
	readonly factors?: string;
	readonly electricity?: string;
	readonly targets?: string;
}

export const sources: CommandCard = {
	name: "sources",
	most: 1,
	exitCodes: [0, 2, 70],
	options: [
		[
			{ name: "factorSet", flags: "--factors <set>" },
			{ name: "electricity", flags: "--electricity <mode>" },
			{ name: "targetSet", flags: "--targets <set>" },
		],
		[
			{ name: "format", flags: "--format <format>", words: formats },
			{ name: "out", flags: "--out <file>" },
			{ name: "bom", flags: "--bom" },
			{ name: "width", flags: "--width <columns>" },
		],
	],
	run: (operands, typed, asked) => runSources(operands[0], typed as SourcesTyped, asked),
};

async function runSources(asked: string | undefined, typed: SourcesTyped, { host, language }: Asked): Promise<ExitCode> {
	const book = reference();
	const section = asked === undefined ? undefined : oneOf<SourceSection>("SECTION", asked, sourceSections);
	const format = oneOf<(typeof formats)[number]>("--format", typed.format ?? "text", formats);
	const mark = csvMark(typed.bom, format);
	const columns = columnsOf(typed.width, host);
	const factors = oneOf(
		"--factors",
		typed.factors ?? "ndrc-guidelines",
		book.seeds.fuelSets.map(({ id }) => id),
	);
	const targets = oneOf("--targets", typed.targets ?? "plan-14", planIds);
	const { text: electricity } = electricityMode(typed.electricity, planOfSet(targets, book), book);
	const value = buildSources(
		parseFullSeeds(await host.data("seeds")),
		{ factors, electricity, targets },
		{ version: host.version, seeds: `sha256:${book.seeds.hash}`, rules: `sha256:${book.seeds.rulesHash}` },
	);
	const written =
		format === "csv"
			? mark + sourcesCsv(value)
			: format === "json"
				? json(value)
				: text(sourcesPage(value, section, language, namingOf(language, book)), { columns, paint: (_, words) => words });
	await host.print(written, typed.out === "-" ? undefined : typed.out);
	return exit.done;
}
