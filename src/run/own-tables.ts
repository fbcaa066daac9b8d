/** Reference tables that a submission holds itself: they would change its verdicts, and count only where somebody vouches for them. */
import { byCodeUnit } from "../domain/order.ts";
import type { Part } from "../intake/part.ts";
import { tables } from "../intake/tables/index.ts";

export interface OwnTable {
	readonly file: string;
	/** A kind of table, or `rules`. */
	readonly kind: string;
	readonly used: boolean;
}

/** Of a part's inputs those that are reference, but for `named`, which options name; and rules files. In order of name. */
export function ownTables(
	{ inputs }: Part,
	named: ReadonlySet<string>,
	rulesFiles: readonly string[],
	usedRules: string | undefined,
): OwnTable[] {
	const own = inputs.filter(({ file, kind }) => !named.has(file) && (tables[kind].reach === null || kind === "firms"));
	return [
		...own.map(({ file, kind, byOption }) => ({ file, kind, used: byOption })),
		...rulesFiles.map((file) => ({ file, kind: "rules", used: file === usedRules })),
	].sort((a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.kind, b.kind));
}

/** Whether a table is of a kind that decides what all firms of a run are held against: pools of others would not be at its terms. */
export function changesTerms({ kind, used }: OwnTable): boolean {
	return used && kind !== "firms" && kind !== "growth";
}
