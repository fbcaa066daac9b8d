/**
 * Seeds for people become seeds for the tool: every CSV row is read and checked once, when the package is
 * built, so that no run has to. The result depends on the files' names and contents and on nothing else.
 */

import { createHash } from "node:crypto";
import { coalEquivalents, electricity, fuelSets, heat, processes } from "./seed-figures.ts";
import { deflators, limits, targets } from "./seed-goals.ts";
import type { CheckedSeeds } from "./seed-products.ts";
import { ambiguousUnits, byProducts, fuelRanges, oddAmounts, processesNeeded } from "./seed-screening.ts";
import { type Desk, openDesk } from "./seed-table.ts";
import { carriers, columns, provinces, sectors, units } from "./seed-words.ts";

export { needed, told } from "./seed-products.ts";

/** What rules and verdicts go by: a change of any of these is a change of the rules. */
const RULES: readonly string[] = [
	"ambiguous-units.csv",
	"by-products.csv",
	"fuel-ranges.csv",
	"limits.csv",
	"odd-amounts.csv",
	"process-needed.csv",
];

/** All the seeds of a folder. Throws one error that tells every fault found. */
export function compileSeeds(dir: string): CheckedSeeds {
	const desk = openDesk(dir);

	const knownUnits = units(desk);
	const symbols = new Set(knownUnits.map(({ symbol }) => symbol));
	const knownSectors = sectors(desk);
	const knownProvinces = provinces(desk);
	const { carriers: knownCarriers, stateOf } = carriers(desk);
	const knownSets = fuelSets(desk, stateOf);
	const knownProcesses = processes(desk, knownCarriers, knownSectors, symbols);

	const seeds: CheckedSeeds = {
		hash: sha256([...desk.texts].map(([path, text]) => `${path}\n${text}\0`).join("")),
		rulesHash: sha256(RULES.map((path) => `${path}\n${desk.texts.get(path) ?? ""}\0`).join("")),
		units: knownUnits,
		columns: columns(desk),
		sectors: knownSectors,
		// A province goes by its English name.
		provinces: knownProvinces.map((row) => ({ ...row, nameEn: row.id })),
		carriers: knownCarriers,
		fuelSets: knownSets,
		coalEquivalents: coalEquivalents(desk, knownCarriers, symbols),
		electricity: electricity(desk, knownProvinces),
		heat: heat(desk),
		processes: knownProcesses,
		targets: targets(desk, knownSectors, knownProvinces),
		deflators: deflators(desk, knownSectors),
		limits: limits(desk),
		fuelRanges: fuelRanges(desk, knownSets, stateOf),
		oddAmounts: oddAmounts(desk),
		byProducts: byProducts(desk, stateOf),
		ambiguousUnits: ambiguousUnits(desk, knownUnits),
		processesNeeded: processesNeeded(desk, knownSectors, knownProcesses, knownCarriers),
	};

	nothingUnread(desk);
	if (desk.problems.length > 0) {
		throw new Error(`The seeds have ${desk.problems.length} faults:\n${desk.problems.map((each) => `  ${each}`).join("\n")}`);
	}
	return seeds;
}

/** A table that nobody reads is a misspelt name, and its figures would be missed in silence. */
function nothingUnread(desk: Desk): void {
	for (const path of desk.texts.keys()) {
		if (!desk.used.has(path)) desk.problems.push(`${path}: nothing reads this table`);
	}
}

function sha256(content: string): string {
	return createHash("sha256").update(content, "utf8").digest("hex");
}
