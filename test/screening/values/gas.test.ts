/** Gases of furnaces at firms whose industry has no furnace (B-04). */
import { describe, expect, it } from "vitest";
import { gasUnlikeSector } from "../../../src/screening/rules/gas-unlike-sector.ts";
import { ask, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, firms, type Row } from "../../support/tables.ts";

const gas: Row = { carrier: "高炉煤气", quantity: "100", unit: "10^4 Nm3" };
const asked = (sector: string, ...rows: readonly Row[]) => ask(gasUnlikeSector, [energy(rows), firms([{ sector }])]);

describe("gas of a furnace", () => {
	it("does not fit a textile mill, and weighs what natural gas would emit more", async () => {
		const found = suspicionOf(await asked("1713", gas));
		expect(found.finding).toMatchObject({ code: "gas-unlike-sector", at: { row: 2, value: "100" }, period: "2023" });
		// 100 × (21.62188809 − 9.68648076), by the table of the guidelines.
		expect(impact(found.impact)).toBe(impact("1193.540733"));
	});

	it("fits a steel works, and anybody who says that it was bought", async () => {
		expect(inWords(await asked("3120", gas))).toBe("pass");
		expect(inWords(await asked("1713", { ...gas, carrier: "外购高炉煤气" }))).toBe("pass");
	});

	it("is not asked of firms without it, or of an unknown industry", async () => {
		expect(inWords(await asked("1713", { carrier: "natural-gas", unit: "10^4 Nm3" }))).toBe("not checked: no-such-carrier");
		expect(inWords(await ask(gasUnlikeSector, [energy([gas])]))).toBe("not checked: no-sector");
	});
});
