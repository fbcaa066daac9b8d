/** The fixture of kinds: what is wanted of each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * - `error`: told as an error, the firm-year withheld;
 * - `refused`: the run stops;
 * - `right`: read as it is meant, every verdict stands on the true figure;
 * - `right or refused`: one of the two;
 * - `warned`: told, and the verdict stands on the true figure;
 * - `doubt`: told, and no verdict stands;
 * - `statistical`: possible amounts that only comparison can doubt;
 * - `no trace`: nothing in the tables can tell; the reason stands in the fixture.
 */
export const outcomes = ["error", "refused", "right", "right or refused", "warned", "doubt", "statistical", "no trace"] as const;
export type Outcome = (typeof outcomes)[number];

export interface WantedOutcome {
	readonly id: string;
	readonly family: string;
	/** The piece of work that makes an error of it or reads it; `-` where none can. */
	readonly item: string;
	readonly outcome: Outcome;
	/** Codes of which any names the cause; none where nothing need be said. */
	readonly cause: readonly string[];
	readonly trueFigure: "stands" | "may stand" | "cannot stand";
	readonly source: string;
	readonly why: string;
}

/** A line of the fixture; cells with commas are quoted. */
const cellsOf = (line: string): string[] =>
	[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
	);

/** Of `fixtures/mistakes/kinds.csv` below the project's root. */
export function wantedOutcomes(root: string): WantedOutcome[] {
	const [, ...lines] = readFileSync(join(root, "fixtures", "mistakes", "kinds.csv"), "utf8")
		.trimEnd()
		.split("\n");
	return lines.map((line) => {
		const [id = "", family = "", item = "", outcome = "", cause = "", trueFigure = "", source = "", why = ""] = cellsOf(line);
		return {
			...{ id, family, item, source, why },
			outcome: outcome as Outcome,
			cause: cause === "" ? [] : cause.split("|"),
			trueFigure: trueFigure as WantedOutcome["trueFigure"],
		};
	});
}
