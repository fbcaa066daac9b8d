/** What was understood of each file: nothing is computed, and every guess is shown. */
import type { Source } from "../csv/source.ts";
import { counted, emptyTally, join, type Tally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { type Input, ingest } from "../intake/ingest.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Reference, reference } from "../reference/reference.ts";
import { readIndicator } from "../reference/words.ts";
import { inspectedFile } from "../views/build-inspection.ts";
import { findingsOf } from "../views/build-report.ts";
import { json } from "../views/formats/json.ts";
import { text } from "../views/formats/text.ts";
import { inspectionPage } from "../views/inspect-page.ts";
import type { InspectedFile } from "../views/inspection.ts";
import { namingOf } from "../views/naming.ts";
import { oneOf, understand } from "./choices.ts";
import type { Asked, CommandCard, ExitCode } from "./command.ts";
import { exit } from "./host.ts";
import { findInputs, openInputs } from "./inputs.ts";
import type { ReportOptions } from "./options.ts";
import { columnsOf } from "./output.ts";
import { namedKind } from "./report.ts";
import { checkSources, intakeRequest } from "./run.ts";
import { tellFindings, troubleLine } from "./tell.ts";

const formats = ["text", "json"] as const;

interface InspectTyped extends Pick<ReportOptions, "kind" | "encoding" | "map" | "fillDown" | "asOf"> {
	readonly format?: string;
	readonly out?: string;
	readonly width?: string;
	readonly quiet?: boolean;
}

export const inspect: CommandCard = {
	name: "inspect",
	most: Number.POSITIVE_INFINITY,
	exitCodes: [0, 1, 2, 70],
	options: [
		[
			{ name: "format", flags: "--format <format>", words: formats },
			{ name: "out", flags: "--out <file>" },
			{ name: "width", flags: "--width <columns>" },
		],
		[
			{ name: "kind", flags: "--kind <file=table>", many: true },
			{ name: "encoding", flags: "--encoding <encoding>" },
			{ name: "map", flags: "--map <name=carrier>", many: true },
			{ name: "fillDown", flags: "--fill-down" },
			{ name: "asOf", flags: "--as-of <date>" },
		],
	],
	run: (files, typed, asked) => runInspect(files, typed as InspectTyped, asked),
};

async function runInspect(files: readonly string[], typed: InspectTyped, asked: Asked): Promise<ExitCode> {
	const { host, language } = asked;
	const format = oneOf<(typeof formats)[number]>("--format", typed.format ?? "text", formats);
	const columns = columnsOf(typed.width, host);
	const book = reference();
	const naming = namingOf(language, book);
	const sources = await openInputs(await findInputs(files, [], host), asked);
	const { quiet, format: _, out, width: __, ...given } = typed;
	const kind = (typed.kind ?? []).map((text) => namedKind(text, host));
	const options: ReportOptions = { ...given, kind, lang: language.id };
	const chosen = understand(options, book);
	checkSources(sources, chosen);

	// Each file by itself: what it says is not to be mixed with what others say.
	const inspected: InspectedFile[] = [];
	let tally = emptyTally();
	let failed = false;
	for (const source of [...sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
		try {
			const one = await inspectOne(source, options, chosen, book);
			inspected.push(one.file);
			tally = join(tally, one.tally);
		} catch (error) {
			// A file that is no table does not keep the others from being shown.
			if (!(error instanceof Trouble)) throw error;
			host.tell(troubleLine(error, language));
			failed = true;
		}
	}
	const tool = {
		name: "tanlu" as const,
		version: host.version,
		seeds: `sha256:${book.seeds.hash}`,
		rules: `sha256:${book.seeds.rulesHash}`,
	};
	const notChecked = chosen.asOf === undefined ? [{ rule: "future-month", why: "no-as-of" }] : [];
	const value = {
		schemaVersion: 1 as const,
		tool,
		files: inspected,
		findings: findingsOf(tally, notChecked, language, naming),
	};
	const counts = counted(tally);
	if (!quiet) host.tell(tellFindings(tally, language, naming, host.columns("talk")));
	else if (counts.error + counts.warning > 0) host.tell(`${language.report.findings(counts)}\n`);
	if (inspected.length > 0 || format === "json") {
		const written =
			format === "json" ? json(value) : text(inspectionPage(value, language, naming), { columns, paint: (_, words) => words });
		await host.print(written, out === "-" ? undefined : out);
	}
	if (failed) return exit.undone;
	return counts.error > 0 ? exit.errors : exit.done;
}

async function inspectOne(
	source: Source,
	options: ReportOptions,
	chosen: ReturnType<typeof understand>,
	book: Reference,
): Promise<{ readonly file: InspectedFile; readonly tally: Tally }> {
	const { inputs, ledger, tally } = await ingest(intakeRequest([source], options, chosen), book);
	const [input] = inputs as readonly [Input];
	const file = shown(input, ledger, book);
	// Beside a column of periods the title's year is a guess only where a month needed it.
	const needed = !input.opened.header.at.has("period") || tally.counts.has("year-from-title");
	return { file: needed ? file : { ...file, fromTitles: file.fromTitles.filter(({ column }) => column !== "year") }, tally };
}

/** The file as views know it. */
function shown({ file, kind, opened, rows }: Input, ledger: Ledger, book: Reference): InspectedFile {
	const { surveyed, separator, header, titles } = opened;
	const { sha256, encoding, toldBy, newlines } = surveyed;
	return inspectedFile(
		{
			...{ file, kind, sha256, encoding, separator, newlines, header, rows },
			encodingToldBy: toldBy,
			titleRows: titles.map(({ row }) => row),
		},
		ledger,
		(name) => book.carriers.find(name)?.carrier.id ?? readIndicator(name)?.indicator ?? name,
	);
}
