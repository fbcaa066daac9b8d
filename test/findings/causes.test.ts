/** Consequences are tied to their causes, and to nothing else. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { energy, firms, output, steadyFirm, tablesOf } from "../support/tables.ts";

/** `code row <- code row` of every finding that has a cause. */
const ties = ({ findings }: Report): string[] =>
	findings.list.flatMap((one) => {
		const cause = findings.list.find(({ fingerprint }) => fingerprint === one.cause);
		return one.cause === null ? [] : [`${one.code} ${one.period ?? "-"} <- ${cause?.code} ${cause?.row}`];
	});

describe("a consequence", () => {
	it("of a blank month is the month that is missing, of that carrier's year", async () => {
		const months = (from: number, to: number, cells: Record<string, string>) =>
			Array.from({ length: to - from + 1 }, (_, at) => ({ period: `2023-${String(from + at).padStart(2, "0")}`, ...cells }));
		const made = await report([
			energy([...months(1, 11, {}), { period: "2023-12", quantity: "" }, ...months(1, 12, { carrier: "diesel" })]),
			output([{}]),
		]);
		expect(ties(made)).toEqual(["months-missing 2023 <- missing-quantity 13"]);
	});

	it("of a row that names no firm are the pooled figures", async () => {
		const made = await report([energy([{ firm: "" }, { firm: "F2" }]), output([{ firm: "F2" }])]);
		expect(ties(made)).toEqual(["pooled-figures-withheld - <- missing-firm 2"]);
	});

	it("of an error in the base year is that no year can be judged", async () => {
		const good = steadyFirm({ co2: { 2020: "1000", 2021: "900" } });
		const made = await report(tablesOf({ ...good, energy: [...good.energy, { ...good.energy[0], carrier: "cokes" }] }));
		expect(ties(made)).toEqual(["base-unusable 2020 <- unknown-carrier 4"]);
	});

	it("of an output that contradicts itself is no output; an error in the energy table is no cause of that", async () => {
		const made = await report([
			energy([{}, { carrier: "cokes" }]),
			output([{ indicator: "revenue" }]),
			firms([{ base_intensity: "1" }]),
		]);
		expect(ties(made)).toEqual([]);
	});
});
