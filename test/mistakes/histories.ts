/** Plausible histories without a mistake, many firms to a run. */
import { type ReportOptions, report } from "../../src/index.ts";
import { longEnergy, outputSheet } from "./draft.ts";
import { type Firm, makeFirm, shapeIds, type TradeId, trades, truthOf, years } from "./firms.ts";
import { standing } from "./judge.ts";
import { written } from "./sheet.ts";

export interface Histories {
	readonly firms: number;
	readonly errors: number;
	readonly warnings: number;
	readonly withheld: number;
	readonly wrong: number;
	/** How often each code of a warning or an error was told. */
	readonly codes: ReadonlyMap<string, number>;
}

const together = 100;
const tradeIds = Object.keys(trades) as TradeId[];

/** The index-th history: shapes and trades in turn, so that all meet, and some firms with a carrier that shows in their table last. */
export function historyFirm(index: number, noise?: number): Firm {
	const shape = shapeIds[index % shapeIds.length];
	const trade = tradeIds[Math.trunc(index / shapeIds.length) % tradeIds.length];
	const firm = makeFirm({
		...{ seed: `history ${index}`, language: "en" },
		...(shape === undefined ? {} : { shape }),
		...(trade === undefined ? {} : { trade }),
		...(noise === undefined ? {} : { noise }),
	});
	const id = `${firm.id} No. ${index}`;
	return {
		...firm,
		id,
		energy: firm.energy.map((fact) => ({ ...fact, firm: id })),
		output: firm.output.map((made) => ({ ...made, firm: id })),
	};
}

/** `noise`: by how much months differ by chance, in ten-thousandths. */
export async function histories(count: number, options: ReportOptions, noise?: number): Promise<Histories> {
	const codes = new Map<string, number>();
	let [errors, warnings, withheld, wrong] = [0, 0, 0, 0];
	for (let from = 0; from < count; from += together) {
		const firms = Array.from({ length: Math.min(together, count - from) }, (_, index) => historyFirm(from + index, noise));
		const facts = firms.flatMap(({ energy }) => energy);
		const made = firms.flatMap(({ output }) => output);
		const result = await report([written(longEnergy("en", facts)), written(outputSheet("en", firms, made))], options);
		const stands = standing(result, truthOf(facts, made));
		errors += result.findings.counts.error;
		warnings += result.findings.counts.warning;
		withheld += firms.length * (years.length - 1) - stands.right.length - stands.wrong.length;
		wrong += stands.wrong.length;
		for (const { code, gravity } of result.findings.list) if (gravity !== "note") codes.set(code, (codes.get(code) ?? 0) + 1);
	}
	return { firms: count, errors, warnings, withheld, wrong, codes };
}
