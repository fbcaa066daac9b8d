/** Growth and declines that statistics bureaus printed: each printed decline is one that its printed rates allow. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/tanlu.ts";
import { Fraction } from "../oracle/fraction.ts";
import { growth } from "../support/tables.ts";
import { firmOf } from "./following.ts";

interface Bulletin {
	readonly id: string;
	readonly office: string;
	readonly title: string;
	/** null where the page that was read names none. */
	readonly date: string | null;
	readonly addresses: readonly string[];
	readonly period: string;
	readonly of: "energy" | "electricity";
	readonly growth: string;
	readonly valueAdded: string;
	readonly decline: string;
	readonly note: string;
}

const bulletins = JSON.parse(readFileSync(join(root, "fixtures", "bulletins", "growth.json"), "utf8")) as Bulletin[];

describe("printed bulletins", () => {
	it("are three or more of energy, each with its office, its title and an address", () => {
		expect(bulletins.filter(({ of }) => of === "energy").length).toBeGreaterThanOrEqual(3);
		for (const { office, title, addresses } of bulletins) {
			expect([office.length > 3, title.length > 5, addresses.length > 0]).toEqual([true, true, true]);
			for (const address of addresses) expect(address).toMatch(/^https?:\/\//);
		}
	});

	it.each(bulletins.map((one) => [one.id, one] as const))("%s prints a decline that its rates allow", async (_, one) => {
		const { growthNow } = await firmOf([
			growth([
				{ firm: one.office, period: one.period, indicator: "energy", growth_pct: one.growth },
				{ firm: one.office, period: one.period, indicator: "value_added", growth_pct: one.valueAdded },
			]),
		]);
		const [low, printed, high] = [growthNow?.energy?.lowPercent, one.decline, growthNow?.energy?.highPercent].map((text) =>
			Fraction.from(text as string),
		) as [Fraction, Fraction, Fraction];
		expect([printed.sub(low).sign >= 0, high.sub(printed).sign >= 0]).toEqual([true, true]);
	});

	it("and none of its neighbours by half a point: the bounds are narrow", async () => {
		for (const one of bulletins) {
			const rows = [
				{ indicator: "energy", growth_pct: one.growth },
				{ indicator: "value_added", growth_pct: one.valueAdded },
			];
			const { growthNow } = await firmOf([growth(rows.map((row) => ({ ...row, period: one.period })))]);
			const width = Fraction.from(growthNow?.energy?.highPercent as string).sub(
				Fraction.from(growthNow?.energy?.lowPercent as string),
			);
			expect(Fraction.of(1n, 5n).sub(width).sign).toBe(1);
		}
	});
});
