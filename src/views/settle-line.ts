/** What would settle the verdicts of a firm that open findings outweigh, a line for each year. */
import type { FirmYear } from "../assessment/firm.ts";
import type { Frame } from "./frame.ts";
import { type Block, text } from "./page.ts";

/** So many findings of a year are named; the others are counted. */
const named = 3;

export function settleLines(
	years: readonly { readonly year: number; readonly settle?: FirmYear["settle"] | undefined }[],
	{ language, naming }: Frame,
): Block[] {
	return years.flatMap(({ year, settle }) => {
		if (settle === undefined || settle.findings.length === 0) return [];
		const { findings, asWritten, asProposed } = settle;
		const told = {
			year,
			findings: findings.slice(0, named),
			further: Math.max(0, findings.length - named),
			asWritten,
			asProposed,
		};
		return [text(language.report.settle(told, naming))];
	});
}
