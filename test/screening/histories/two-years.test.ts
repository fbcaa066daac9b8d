/** What can be said of firms of which the tables hold two years, or one carrier, and no month. */
import { describe, expect, it } from "vitest";
import { saleVanished } from "../../../src/screening/rules/sale-vanished.ts";
import { sameAsLastYear } from "../../../src/screening/rules/same-as-last-year.ts";
import { slippedYear } from "../../../src/screening/rules/years-apart.ts";
import { answerTo, onlyOf, said } from "../../support/histories.ts";
import { energy, output, type Row } from "../../support/tables.ts";

const coal = { carrier: "bituminous-coal", unit: "t" };
const power = { carrier: "electricity", unit: "10^4 kWh" };
const rows = (amounts: readonly string[], cells: Row): Row[] =>
	amounts.map((quantity, at) => ({ period: String(2020 + at), quantity, ...cells }));
const made = (...amounts: string[]) => output(rows(amounts, {}));

describe("coal of one of two years in tonnes of coal equivalent", () => {
	const asked = (now: string) =>
		answerTo(slippedYear, [
			energy([
				...rows(["9120.4"], coal),
				{ period: "2021", quantity: now, ...coal, unit: "tce" },
				...rows(["801.2", "795.6"], power),
			]),
			made("21040", "21330"),
		]);

	it("is told where the bare number is that of the other year", async () => {
		const answer = await asked("9038.1");
		expect(JSON.stringify(onlyOf("suspected-unit-slip", answer))).toContain('"9038.1"');
	});

	it("is not told where the tonnes of coal equivalent are", async () => {
		// 9038.1 t of the coal are 7,156 tce at 23.204 GJ a tonne.
		expect(said(await asked("7156"))).toBe("pass");
	});
});

describe("sold power of one of two years", () => {
	const asked = (years: readonly string[], sold: readonly string[]) =>
		answerTo(saleVanished, [
			energy([...rows(years, power), ...rows(sold, { ...power, use: "sold" })]),
			made(...years.map((_, at) => String(21_000 + at))),
		]);

	it("is missed in the other", async () => {
		expect(onlyOf("sale-vanished", await asked(["801.2", "795.6"], ["168.2"]))).toMatchObject({ lastYear: 2020 });
	});

	it("is no habit where there are more years without", async () => {
		expect(said(await asked(["801.2", "795.6", "790.1"], ["168.2"]))).toBe("pass");
	});
});

describe("a year of a firm's only carrier that is the one before", () => {
	const asked = (now: string) => answerTo(sameAsLastYear, [energy(rows(["91204.36", now], coal)), made("21040", "21330")]);

	it("is told where it agrees in more digits than chance gives", async () => {
		expect(onlyOf("copied-year", await asked("91204.36"))).toMatchObject({ what: null, lastYear: 2020 });
	});

	it("is not where it differs, nor where it is a round number", async () => {
		expect(said(await asked("91204.37"))).toBe("pass");
		expect(said(await answerTo(sameAsLastYear, [energy(rows(["91200", "91200"], coal)), made("21040", "21330")]))).toBe("pass");
	});
});
