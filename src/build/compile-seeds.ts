/**
 * Seeds for people become seeds for the tool: every CSV row is read and checked once, when the package is
 * built, so that no run has to. The result depends on the files' names and contents and on nothing else.
 */

import { createHash } from "node:crypto";
import { carbonMarks, coalEquivalents, electricity, fuelSets, heat, processes } from "./seed-figures.ts";
import { deflators, limits, plans, targets } from "./seed-goals.ts";
import { warningLevels } from "./seed-levels.ts";
import type { CheckedSeeds } from "./seed-products.ts";
import { ambiguousUnits, fuelRanges, madeFrom, mined, oddAmounts, processesNeeded } from "./seed-screening.ts";
import { type Context, openContext } from "./seed-table.ts";
import { carriers, columns, families, kindWords, provinces, sectors, units } from "./seed-words.ts";

export { needed, told } from "./seed-products.ts";

/** What rules and verdicts go by: a change of any of these is a change of the rules. */
const RULES: readonly string[] = [
	"ambiguous-units.csv",
	"fuel-ranges.csv",
	"limits.csv",
	"made-from.csv",
	"mined.csv",
	"odd-amounts.csv",
	"process-needed.csv",
];

/** All the seeds of a folder. Throws one error that tells every fault found. */
export function compileSeeds(dir: string): CheckedSeeds {
	const context = openContext(dir);

	const knownUnits = units(context);
	const symbols = new Set(knownUnits.map(({ symbol }) => symbol));
	const knownSectors = sectors(context);
	const knownProvinces = provinces(context);
	const { carriers: knownCarriers, stateOf } = carriers(context);
	const knownSets = fuelSets(context, stateOf);
	const knownProcesses = processes(context, knownCarriers, knownSectors, symbols);

	const knownElectricity = electricity(context, knownProvinces);
	const knownTargets = targets(context, knownSectors, knownProvinces);

	const seeds: CheckedSeeds = {
		hash: sha256([...context.texts].map(([path, text]) => `${path}\n${text}\0`).join("")),
		rulesHash: sha256(RULES.map((path) => `${path}\n${context.texts.get(path) ?? ""}\0`).join("")),
		units: knownUnits,
		columns: columns(context),
		sectors: knownSectors,
		// A province goes by its English name.
		provinces: knownProvinces.map((row) => ({ ...row, nameEn: row.id })),
		carriers: knownCarriers,
		fuelSets: knownSets,
		coalEquivalents: coalEquivalents(context, knownCarriers, symbols),
		electricity: knownElectricity,
		heat: heat(context),
		processes: knownProcesses,
		plans: plans(context, knownTargets, knownElectricity),
		targets: knownTargets,
		deflators: deflators(context, knownSectors),
		limits: limits(context),
		warningLevels: warningLevels(context),
		fuelRanges: fuelRanges(context, knownSets, stateOf),
		oddAmounts: oddAmounts(context),
		carbon: carbonMarks(context, knownCarriers, knownSectors, knownProcesses),
		kindWords: kindWords(context, knownCarriers),
		families: families(context, knownCarriers),
		madeFrom: madeFrom(context, stateOf),
		mined: mined(context, stateOf, knownSectors),
		ambiguousUnits: ambiguousUnits(context, knownUnits),
		processesNeeded: processesNeeded(context, knownSectors, knownProcesses, knownCarriers),
	};

	nothingUnread(context);
	if (context.problems.length > 0) {
		throw new Error(
			`The seeds have ${context.problems.length} faults:\n${context.problems.map((each) => `  ${each}`).join("\n")}`,
		);
	}
	return seeds;
}

/** A table that nobody reads is a misspelt name, and its figures would be missed in silence. */
function nothingUnread(context: Context): void {
	for (const path of context.texts.keys()) {
		if (!context.used.has(path)) context.problems.push(`${path}: nothing reads this table`);
	}
}

function sha256(content: string): string {
	return createHash("sha256").update(content, "utf8").digest("hex");
}
