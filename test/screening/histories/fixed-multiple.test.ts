/** K-204: amounts computed from output. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedMultiple } from "../../../src/screening/rules/fixed-multiple.ts";
import { always } from "../../exact/numbers.ts";
import { answerTo, monthsFrom, onlyOf, said } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

const made = [4070.2, 3640.9, 3953.1, 3914.4, 3875.8, 3836.3, 3992.6, 4031.7];
const asked = (
	used: readonly (string | number)[],
	produced: readonly (string | number)[],
	limits: Readonly<Record<string, string>> = {},
) => answerTo(fixedMultiple, [energy(monthsFrom(2023, used)), output(monthsFrom(2023, produced))], limits);

/** k × output / 1000, rounded half up to so many places: by whole numbers of tenths of output. */
const computed = (k: bigint, places: number): string[] =>
	made.map((amount) => {
		const over = BigInt(Math.round(amount * 10)) * k * 10n ** BigInt(places);
		const rounded = ((over + 5000n) / 10_000n).toString().padStart(places + 1, "0");
		return places === 0 ? rounded : `${rounded.slice(0, -places)}.${rounded.slice(-places)}`;
	});

describe("amounts that are one multiple of output", () => {
	it("are told, with the multiple that somebody typed", async () => {
		// 0.325 × 4070.2 = 1322.815, × 3640.9 = 1183.2925, × 3953.1 = 1284.7575 …
		expect(computed(325n, 1).slice(0, 3)).toEqual(["1322.8", "1183.3", "1284.8"]);
		const answer = await asked(computed(325n, 1), made);
		expect(said(answer)).toEqual(["2023-01 @2"]);
		expect(onlyOf("fixed-multiple-of-output", answer)).toMatchObject({
			...{ multiple: "0.325", unit: "t", per: "10^4 CNY", months: 8 },
		});
	});

	it("are told by any multiple, where they hold more digits than the output", async () => {
		// 0.318957 is no number that somebody types, but accounts for every digit of amounts to five places.
		const answer = await asked(
			made.map((amount) => ((BigInt(Math.round(amount * 10)) * 318957n + 5n) / 10n).toString().replace(/(\d{6})$/, ".$1")),
			made,
		);
		expect(onlyOf("fixed-multiple-of-output", answer)).toMatchObject({ multiple: "0.318957" });
	});

	it("are not told where one month has its own", async () => {
		const [first, ...more] = computed(325n, 1);
		expect(first).toBe("1322.8");
		expect(said(await asked(["1322.9", ...more], made))).toBe("pass");
	});

	it("are not told by a multiple that only rounding makes room for: both may be parts of one year", async () => {
		// 4070.2 × 0.31896 = 1298.2 …: whole tonnes leave room for many multiples, and for none as short as three digits.
		const shared = made.map((amount) => ((BigInt(Math.round(amount * 10)) * 318960n + 5_000_000n) / 10_000_000n).toString());
		expect(shared[0]).toBe("1298");
		expect(said(await asked(shared, made.map(Math.round)))).toBe("pass");
	});

	it("are not told of coarse amounts, nor of output that stands still", async () => {
		expect(said(await asked(["13", "12", "13", "13", "13", "12", "13", "13"], made))).toBe("pass");
		expect(said(await asked(Array(8).fill("1300.1"), Array(8).fill("4000")))).toBe("pass");
	});
});

describe("the exact decision", () => {
	it("finds the multiple of any table that was computed by one, whatever the unit", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 101, max: 999 }), fc.constantFrom("t", "kg", "10^4 t"), async (k, unit) => {
				const used = monthsFrom(2023, computed(BigInt(k), 2), { unit });
				const answer = await answerTo(fixedMultiple, [energy(used), output(monthsFrom(2023, made))]);
				expect(said(answer)).toEqual(["2023-01 @2"]);
			}),
			always(25),
		);
	});
});

describe("not checked", () => {
	it("is a firm without months, without output by the month, or with few months of its own", async () => {
		expect(said(await answerTo(fixedMultiple, [energy([{}]), output(monthsFrom(2023, made))]))).toBe("no-months");
		expect(said(await answerTo(fixedMultiple, [energy(monthsFrom(2023, computed(325n, 1))), output([{}])]))).toBe("no-output");
		expect(said(await asked(computed(325n, 1).slice(0, 5), made))).toBe("too-few-months");
	});
});
