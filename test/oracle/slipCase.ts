/** Monthly submissions with one month a factor off, around the limit of fifty. */
import { diceOf } from "./dice.ts";
import type { Case } from "./submission.ts";
import type { EnergyRow, OutputRow } from "./types.ts";

export const slipCase = (seed: number): Case => {
	const dice = diceOf(seed);
	const energy: EnergyRow[] = [];
	const output: OutputRow[] = [];
	const months = dice.shuffle(Array.from({ length: 36 }, (_, index) => index));
	const slips = new Map(
		months.slice(0, 1).map((month) => [month, dice.pick(["4999.9", "5000", "100000", "2", "2.1", "0.01", "0"])]),
	);
	for (let index = 0; index < 36; index += 1) {
		const period = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
		const quantity = slips.get(index) ?? "100";
		energy.push({ firm: "F1", period, carrier: "coke", quantity, unit: "t" });
		output.push({
			firm: "F1",
			sector: "steel",
			period,
			indicator: "value_added",
			quantity: "30",
			unit: "万元",
			prices: "constant-2020",
		});
	}
	return { seed, submission: { energy, output, firms: [] }, options: {} };
};
