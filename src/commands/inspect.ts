/** What was understood of each file: nothing is computed, and every guess is shown. */

import type { InspectedFile } from "../contract/inspection.ts";
import { obtain } from "../domain/obtain.ts";
import { byCodeUnit } from "../domain/order.ts";
import { counted, emptyTally, join, type OpenTally, openTally, type Tally } from "../findings/tally.ts";
import { Trouble, troubleOf } from "../findings/trouble.ts";
import type { Input, Part } from "../intake/part.ts";
import type { Source } from "../records/source.ts";
import { loadReference, type Reference } from "../reference/reference.ts";
import { readIndicator } from "../reference/words.ts";
import { type Choices, understand } from "../run/choices.ts";
import { type Given, given } from "../run/given.ts";
import { unaskedByDate } from "../run/judge.ts";
import { checkSources, read } from "../run/read.ts";
import { inspectedFile } from "../views/build-inspection.ts";
import { findingsOf } from "../views/build-report.ts";
import { inspectFormats } from "../views/formats/inspect.ts";
import { toolOf } from "../views/frame.ts";
import { namingOf } from "../views/naming.ts";
import { SheetMap } from "../views/sheet-map.ts";
import { type Asked, type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { findInputs, openInputs } from "./inputs.ts";
import { kindsNamed } from "./tables.ts";
import { tellCounts, tellFindings, troubleLine } from "./tell.ts";

export const inspect: Command = command({
	name: "inspect",
	most: Number.POSITIVE_INFINITY,
	options: [["kind", "encoding", "map", "fillDown", "assumeFirm", "hidden", "exclude", "asOf"]],
	formats: inspectFormats,
	exitCodes: [0, 1, 2, 70],
	run: async (files, options, asked) => {
		const { host, language, quiet } = asked;
		const naming = namingOf(language, loadReference());
		const given = await openInputs(await findInputs(files, [], options.exclude, host), asked);
		const choices = understand(Object.create(options, { kind: { value: kindsNamed(options.kind, host) } }));
		checkSources(given, choices);
		const { inspected, tally, failed } = await inspectAll(given, choices, asked);
		const counts = counted(tally);
		if (!quiet) host.tell(tellFindings(tally, language, naming, host.columns("talk")));
		else if (counts.error + counts.warning > 0) host.tell(tellCounts(tally, language));
		return {
			// A page of nothing says nothing; programs get their empty list.
			...(inspected.length === 0 && asked.page
				? {}
				: {
						value: {
							schemaVersion: 1 as const,
							tool: toolOf(host.version),
							files: inspected,
							findings: findingsOf(tally, unaskedByDate(choices), { language, naming }),
						},
					}),
			code: failed ? exit.undone : counts.error > 0 ? exit.errors : exit.done,
		};
	},
});

interface InspectedAll {
	readonly inspected: readonly InspectedFile[];
	readonly tally: OpenTally;
	/** Some file could not be read; it was told. */
	readonly failed: boolean;
}

/** Each file by itself: what it says is not to be mixed with what others say. */
async function inspectAll(given: Given, choices: Choices, { host, language }: Asked): Promise<InspectedAll> {
	const inspected: InspectedFile[] = [];
	let found = emptyTally();
	let failed = given.troubles.length > 0;
	for (const trouble of given.troubles) host.tell(troubleLine(trouble, language));
	for (const source of [...given.sources].sort((a, b) => byCodeUnit(a.name, b.name))) {
		try {
			const one = await inspectOne(source, given, choices, loadReference());
			inspected.push(...one.files);
			found = join(found, one.tally);
		} catch (error) {
			// A file that is no table does not keep the others from being shown.
			if (!(error instanceof Trouble)) throw error;
			host.tell(troubleLine(error, language));
			failed = true;
		}
	}
	return { inspected, tally: openTally(undefined, found), failed };
}

/** A file, or each sheet of a workbook that is a table; none where it was met in a folder and is no table. */
async function inspectOne(
	source: Source,
	{ met }: Given,
	choices: Choices,
	reference: Reference,
): Promise<{ readonly files: readonly InspectedFile[]; readonly tally: Tally }> {
	// A table is shown as what it says, whether or not a run would count it.
	const one = { ...given([source]), byOption: new Set([source.name]), met };
	const kinds = new Map([...choices.kinds].filter(([file]) => file === source.name));
	const files: InspectedFile[] = [];
	const maps = new Map<string | null, SheetMap>();
	const mapOf = (sheet: string | null): SheetMap => obtain(maps, sheet, () => new SheetMap());
	const { tally, unusable } = await read(
		one,
		{ ...choices, kinds },
		(row) => mapOf(row.sheet ?? null).take(row),
		(table) => files.push(...table.inputs.map((input) => shown(input, table, reference, mapOf(input.sheet)))),
	);
	const [unread] = unusable;
	if (unread !== undefined) throw troubleOf(unread);
	return { files: files.sort((a, b) => byCodeUnit(a.sheet ?? "", b.sheet ?? "")), tally };
}

/** The table as views know it. */
function shown(
	{ file, sheet, kind, sha256, encoding, separator, rows, opened }: Input,
	{ ledger, tally }: Part,
	reference: Reference,
	map: SheetMap,
): InspectedFile {
	const { toldBy, newlines, titleRows } = opened;
	// Beside a column of periods the title's year is a guess only where a month needed it.
	const needed = !opened.header.at.has("period") || tally.counts.has("year-from-title");
	const given = opened.header.given.filter(({ column }) => needed || column !== "year");
	const header = { ...opened.header, given };
	return inspectedFile(
		{ ...{ file, sheet, kind, sha256, separator, header, rows, encoding, newlines, titleRows }, encodingToldBy: toldBy },
		ledger,
		(name) => reference.carriers.find(name)?.carrier.id ?? readIndicator(name)?.indicator ?? name,
		map,
	);
}
