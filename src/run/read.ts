/** Sources to what they amount to: the first of the three steps of a run. */

import { Trouble, type TroubleFacts } from "../findings/trouble.ts";
import { ingest } from "../intake/ingest.ts";
import type { Part } from "../intake/part.ts";
import type { RowTaker } from "../intake/row-counts.ts";
import { loadReference } from "../reference/reference.ts";
import type { Choices } from "./choices.ts";
import type { Given } from "./given.ts";
import { priceYearOf } from "./plans.ts";
import { readersFor } from "./stretches.ts";

/** Reads and adds up; the part says which files could not be read. Throws Trouble where there is no file, or a kind is forced on none. */
export async function read(given: Given, choices: Choices, takeRow?: RowTaker, eachTable?: (part: Part) => void): Promise<Part> {
	checkSources(given, choices);
	const { sources, byOption, operands, met, passed, troubles, swiftFrom, header, seen, readers } = given;
	const { mappings, asOf, indicator, product } = choices;
	try {
		// Rows that are wanted as they stand are read one by one.
		if (takeRow === undefined && !choices.fillDown) readers?.begin(sources);
		return await ingest(
			{
				sources,
				byOption,
				operands,
				met,
				passed,
				unopened: troubles.map(({ code, with: particulars }) => ({ code, with: particulars }) as TroubleFacts),
				kinds: choices.kinds,
				encoding: choices.encoding,
				fuelSet: choices.set.id,
				adding: choices.addRepeats,
				fillDown: choices.fillDown,
				assumedFirm: choices.assumedFirm,
				hidden: choices.hidden,
				...(header === undefined ? {} : { header }),
				...(seen === undefined ? {} : { seen }),
				choices: { mappings, asOf, indicator, product, priceYear: priceYearOf(choices.targets) },
				terms: { gravityOf: choices.rules.gravityOf, isKnown: choices.isKnown },
				...(swiftFrom === undefined ? {} : { swiftFrom }),
				...(readers === undefined ? {} : { stretchReaders: readersFor(readers, choices) }),
				...(takeRow === undefined ? {} : { takeRow }),
				...(eachTable === undefined ? {} : { eachTable }),
			},
			loadReference(),
		);
	} finally {
		// Whoever helped to read is let go.
		readers?.stop();
	}
}

/** There are files, and every kind that is forced is of one of them. */
export function checkSources({ sources, passed, troubles }: Given, { kinds }: Pick<Choices, "kinds">): void {
	if (sources.length + passed.length + troubles.length === 0) throw new Trouble("no-files", {});
	// The kind may be of one that could not be opened.
	if (troubles.length > 0) return;
	for (const file of kinds.keys())
		if (!sources.some(({ name }) => name === file)) throw new Trouble("kind-names-no-file", { file });
}
