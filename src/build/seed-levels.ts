/** The table of warning levels: by which share of a year's task a scheme speaks, and in which word. */
import { z } from "zod";
import type { FullWarningLevel } from "../reference/full-seeds.ts";
import { type Context, maybe, origin, provenance, rows, signedDecimal, text } from "./seed-table.ts";

const levelRow = z.strictObject({
	scheme: text,
	scheme_en: text,
	scheme_zh: text,
	level: text,
	word_en: text,
	word_zh: text,
	below_pct: z.union([signedDecimal, z.literal("")]),
	at_bound: z.enum(["", "yes"]),
	...origin,
	source_url: maybe,
});

/** In the order of the table: of each scheme from the worst on, and only its last level may have no bound. */
export function warningLevels(context: Context): FullWarningLevel[] {
	const found = rows(context, "warning-levels.csv", levelRow);
	for (const [index, row] of found.entries()) {
		const next = found[index + 1];
		if (next === undefined || next.scheme !== row.scheme) continue;
		if (row.below_pct === "" || (next.below_pct !== "" && Number(next.below_pct) <= Number(row.below_pct)))
			context.problems.push(`${row.where}: the bounds of a scheme rise, and only its last level has none`);
	}
	return found.map((row) => ({
		scheme: row.scheme,
		schemeEn: row.scheme_en,
		schemeZh: row.scheme_zh,
		level: row.level,
		wordEn: row.word_en,
		wordZh: row.word_zh,
		below: row.below_pct === "" ? null : row.below_pct,
		atBound: row.at_bound === "yes",
		...provenance(row),
	}));
}
