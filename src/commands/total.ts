/** An equivalent, smaller table: exact totals, which every command reads as the rows they were made of. */
import { add, counted, errorsOf, listed, openTally } from "../findings/tally.ts";
import { Trouble, troubleOf } from "../findings/trouble.ts";
import type { Part } from "../intake/part.ts";
import { loadReference } from "../reference/reference.ts";
import type { Choices } from "../run/choices.ts";
import { read } from "../run/read.ts";
import { repeatsOf } from "../run/total.ts";
import { totalFormats } from "../views/formats/total.ts";
import { namingOf } from "../views/naming.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { readersOf } from "./readers.ts";
import { prepare, readingOptions, type TableOptions } from "./tables.ts";
import { tellCounts, tellFindings, troubleLine } from "./tell.ts";

export const total: Command = command({
	name: "total",
	most: Number.POSITIVE_INFINITY,
	options: [
		["header", "jobs"],
		["per", "targets", "factors", "map", "addRepeats", "fillDown", "assumeFirm", "hidden"],
		readingOptions,
	],
	formats: totalFormats,
	exitCodes: [0, 1, 2, 70],
	run: async (files, options, asked) => {
		const { host, language, quiet, out } = asked;
		const { header } = options;
		const { inputs, read: opened, choices: choose } = await prepare(files, withoutOthers(options), host);
		keepApart("--out", out, opened, host);
		const readers = readersOf(options.jobs, host);
		const given = { ...(await openInputs(inputs, asked)), readers, ...(header === undefined ? {} : { header }) };
		const choices = choose();
		const part = await read(given, choices);
		const tally = openTally({ gravityOf: choices.rules.gravityOf, isKnown: choices.isKnown }, part.tally);
		for (const found of repeatsOf(part)) add(tally, found);
		const counts = counted(tally);
		const naming = namingOf(language, loadReference());
		if (!quiet) host.tell(tellFindings(tally, language, naming, host.columns("talk")));
		else if (counts.error + counts.warning > 0) host.tell(tellCounts(tally, language));
		// A stretch without a row is none that is damaged: an engine makes empty ones.
		const [last, ...troubles] = troublesOf(part, header === undefined).reverse();
		for (const trouble of troubles.reverse()) host.tell(troubleLine(trouble, language));
		if (last !== undefined) throw last;
		const { indicator, product } = choices;
		const before = listed(tally).flatMap((found) => (found.code === "totals-made-with" ? found.with.options : []));
		// Totals among the inputs may lack rows of other output.
		const lacking = before.some((option) => option.startsWith("per="));
		const incomplete = lacking || errorsOf(tally) > 0 || tally.counts.has("missing-quantity");
		return {
			value: { ledger: part.ledger, terms: { indicator, product, incomplete, options: optionsOf(choices, incomplete, before) } },
			code: counts.error > 0 ? exit.errors : exit.done,
		};
	},
});

/** What decided how rows were read, as it is typed; totals among the inputs hand on what they were made with. */
function optionsOf(choices: Choices, incomplete: boolean, before: readonly string[]): string[] {
	const { addRepeats, fillDown, assumedFirm, hidden, asOf, indicator, product, mappingTexts, rules } = choices;
	const per = product === "" ? indicator.replaceAll("_", "-") : `product:${product}`;
	const own = [
		...(addRepeats ? ["add-repeats"] : []),
		...(fillDown ? ["fill-down"] : []),
		...(assumedFirm === "" ? [] : [`assume-firm=${assumedFirm}`]),
		...(hidden ? ["hidden"] : []),
		...(asOf === undefined ? [] : [`as-of=${asOf.text}`]),
		...mappingTexts.map((text) => `map=${text}`),
		...(rules.file === null ? [] : [`rules=${rules.file}`]),
		...(incomplete ? [`per=${per}`] : []),
	];
	return [...new Set([...before, ...own])].sort();
}

/** Options that decide no row: totals are the same whatever they would be. */
function withoutOthers(options: Omit<TableOptions, NotAsked>): TableOptions {
	const left: Pick<TableOptions, NotAsked> = {
		...{ boundary: "all", path: "equal-rate", firms: [], electricity: undefined, marketBased: false, prices: undefined },
		...{ deflator: undefined, absentIsZero: [], amounts: [] },
	};
	return Object.create(
		options,
		Object.fromEntries(Object.entries(left).map(([name, value]) => [name, { value }])),
	) as TableOptions;
}

type NotAsked =
	| "boundary"
	| "path"
	| "firms"
	| "electricity"
	| "marketBased"
	| "prices"
	| "deflator"
	| "absentIsZero"
	| "amounts";

/** Why what was read makes no totals. */
function troublesOf({ unusable, faultyReferences, inputs }: Part, asksForRows: boolean): Trouble[] {
	const troubles: Trouble[] = unusable.map(troubleOf);
	if (faultyReferences.length > 0) troubles.unshift(new Trouble("bad-reference-table", { files: faultyReferences }));
	if (troubles.length === 0 && asksForRows && inputs.every(({ rows }) => rows.read === 0))
		troubles.push(new Trouble("no-rows", { files: inputs.map(({ file }) => file) }));
	return troubles;
}
