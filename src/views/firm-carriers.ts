/** What the emissions of a firm's last year are made of: amounts by carrier, each with its factor and where that comes from. */
import type { Factor } from "../carbon/factor.ts";
import { toText, zero } from "../exact/exact.ts";
import type { FactorText } from "../language/report-texts.ts";
import { amountLike } from "../ledger/amounts.ts";
import { exactly, tonnePlaces } from "./figures.ts";
import type { FirmSheet } from "./firm-sheet.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Column, heading, sheet } from "./page.ts";
import { clip } from "./width.ts";

/** A document is named with at most so much. */
const longestSource = 200;

/** What the last year's emissions are made of, line by line. */
export function carrierBlocks({ years, frame }: FirmSheet): Block[] {
	const { language, naming } = frame;
	const { report, words } = language;
	const { columns: titles, headings } = report;
	const { unknown } = words;
	const last = years.at(-1);
	if (last === undefined || last.emissions.carriers.length === 0) return [];
	const withUse = last.emissions.carriers.some(({ use }) => use !== "consumed");
	const columns: Column[] = [
		{ title: titles.carrier, align: "left", name: true },
		...(withUse ? [{ title: titles.use, align: "left", spare: 1 } as const] : []),
		{ title: titles.quantity, align: "right" },
		{ title: titles.unit, align: "left" },
		{ title: titles.emissions, align: "right" },
		{ title: titles.factor, align: "left", prose: true, spare: 2 },
	];
	const lines = last.emissions.carriers.map((line) => {
		// In the unit of the file, as findings have it (D52).
		const { shown: inFile } = amountLike(line.quantity ?? zero, line.like);
		return [
			{ text: naming.carrier(line.carrier) },
			...(withUse ? [{ text: words.uses[line.use] }] : []),
			{ text: line.quantity === null ? unknown : inFile.value },
			{ text: words.unit(inFile.unit) },
			{ text: exactly(line.co2, tonnePlaces, unknown) },
			{ text: line.factor === null ? unknown : factorText(line.factor, line.unit, frame) },
		];
	});
	return [heading(headings.carriers(last.year)), sheet({ columns, rows: lines, leftOut: report.leftOut })];
}

/** What the amount is multiplied by, and where that comes from: sets by their titles, as results name them: `row; ndrc-guidelines`. */
function factorText(factor: Factor, unit: string, { language, naming }: Frame): string {
	const source = factor.source.split("; ").map(naming.set).join("; ");
	return language.report.factor(factorIn(factor, unit), clip(source, longestSource));
}

function factorIn(factor: Factor, unit: string): FactorText {
	if (factor.kind === "direct") return { kind: "direct", factor: factor.text, unit: factor.unit };
	const { ncv, carbonContent, oxidationRate } = factor;
	return {
		kind: "parts",
		ncv: ncv === null ? null : toText(ncv),
		unit,
		carbonContent: toText(carbonContent),
		oxidationRate: toText(oxidationRate),
	};
}
