/** What two results are computed by, where it differs: the tool, its seeds, the rules, and every option. */
import type { BasisChangeOutput } from "../contract/diff.ts";
import type { Report } from "../contract/report.ts";
import { toolParts } from "../domain/words.ts";

/** Keys that say what is shown, not what is computed; and those that follow from the years of the tables. */
const apart = new Set(["firms", "years"]);

export function basisChanges(old: Pick<Report, "tool" | "basis">, now: Pick<Report, "tool" | "basis">): BasisChangeOutput[] {
	const tool = toolParts.map((what) => ({ what, old: String(old.tool[what]), new: String(now.tool[what]) }));
	const keys = [...new Set([...Object.keys(old.basis), ...Object.keys(now.basis)])].filter((key) => !apart.has(key));
	const ids = [old, now].map(({ basis }) => basis.plans.map(({ targets }) => targets));
	const of = ({ plans, ...basis }: Report["basis"], key: string): string => {
		// Years bring the plans that they are seen by: of a plan that one side alone has, nobody chose anything.
		const shared = plans.filter(({ targets }) => ids.every((all) => all.includes(targets)));
		return written(key === "plans" ? shared : (basis as Readonly<Record<string, unknown>>)[key]);
	};
	const options = keys.map((what) => ({ what, old: of(old.basis, what), new: of(now.basis, what) }));
	return [...tool, ...options].flatMap(({ what, old: a, new: b }) => (a === b ? [] : [{ what, old: a, new: b }]));
}

function written(value: unknown): string {
	return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
