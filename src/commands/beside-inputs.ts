/** Files that a report names in its findings alone: met in a folder and passed over, or the same as another. */
import type { Report } from "../contract/report.ts";
import type { Source } from "../records/source.ts";
import type { Given } from "../run/given.ts";
import type { Host } from "./host.ts";
import { isRules, isTable } from "./inputs.ts";
import { findingsIn } from "./reported.ts";

export interface Beside {
	readonly met: readonly Source[];
	readonly passed: Given["passed"];
}

/** Those of them that are there; `at` is where a file of the report is now. */
export async function besideInputs(reported: Report, at: (file: string) => string, host: Host): Promise<Beside> {
	const read = new Set(reported.inputs.map(({ file }) => file));
	const named = new Set(findingsIn(reported).flatMap(({ file }) => (typeof file !== "string" || read.has(file) ? [] : [file])));
	const met: Source[] = [];
	const passed: Given["passed"][number][] = [];
	for (const file of named) {
		if (!host.exists(at(file)) || host.isFolder(at(file))) continue;
		if (isRules(file)) passed.push({ file, what: "rules" });
		else if (isTable(file)) met.push({ ...(await host.source(at(file))), name: file });
		else passed.push({ file, what: "other-kind" });
	}
	return { met, passed };
}

/** What was given, with those besides. */
export function withBeside(given: Given, { met, passed }: Beside): Given {
	return {
		...given,
		sources: [...given.sources, ...met],
		operands: new Set([...given.operands, ...met.map(({ name }) => name)]),
		met: new Set(met.map(({ name }) => name)),
		passed: [...given.passed, ...passed],
	};
}
