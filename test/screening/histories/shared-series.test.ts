/** two firms with one series. */
import { describe, expect, it } from "vitest";
import { known } from "../../../src/exact/exact.ts";
import { sharedSeries } from "../../../src/screening/rules/shared-series.ts";
import { agreeingDigits } from "../../../src/screening/surprise.ts";
import { answerOfAll, answerToCases, casesIn, monthsFrom, onlyOf, said, suspicionsOf } from "../../support/histories.ts";
import { energy, type Row } from "../../support/tables.ts";

/** Amounts of four digits that are a works' own, none of them round, by a generator: the same on every machine. */
const metered = (seed: number, months = 12, size = 4000): string[] => {
	let state = BigInt(seed) * 2654435761n + 12345n;
	return Array.from({ length: months }, () => {
		state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
		return String(size + Number((state >> 33n) % 100n) * 10 + 1 + Number((state >> 43n) % 9n));
	});
};
const firm = (name: string, amounts: readonly string[], cells: Row = {}) => monthsFrom(2023, amounts, { firm: name, ...cells });
const asked = (...rows: readonly Row[][]) => answerOfAll(sharedSeries, [energy(rows.flat())]);

describe("two firms with the same amounts", () => {
	it("are told once, of the later by name, with the other's row", async () => {
		const answer = await asked(firm("B", metered(1)), firm("A", metered(1)));
		expect(said(answer)).toEqual(["2023-01 @2"]);
		expect(onlyOf("shared-series", answer)).toEqual({
			what: { of: "carrier", carrier: "coke", use: "consumed" },
			...{ parameter: "", other: "A", row: { file: "energy.csv", row: 14 }, months: 12, to: "2023-12", stretches: 1 },
		});
		expect(suspicionsOf(answer)[0]).toMatchObject({ finding: { firm: "B" }, year: null, impact: null });
	});

	it("are found by a part, in other months and under another carrier", async () => {
		const [own, other] = [metered(1), metered(2)];
		// Seven months of A's from March on stand in B's from May on.
		const copied = [...other.slice(0, 4), ...own.slice(2, 9), ...other.slice(11)];
		const answer = await asked(firm("A", own), firm("B", copied, { carrier: "bituminous-coal" }));
		expect(said(answer)).toEqual(["2023-05 @18"]);
		expect(onlyOf("shared-series", answer)).toMatchObject({ row: { file: "energy.csv", row: 4 }, months: 7, to: "2023-11" });
	});

	it("are found in other units of the same kind", async () => {
		const kilograms = metered(1).map((amount) => `${amount}000`);
		expect(said(await asked(firm("A", metered(1)), firm("B", kilograms, { unit: "kg" })))).toEqual(["2023-01 @14"]);
	});

	it("are told as one, however many series they share", async () => {
		const both = (name: string) => [
			...firm(name, metered(1)),
			...firm(name, metered(2, 8), { carrier: "diesel" }),
			...firm(name, metered(3, 9), { carrier: "gasoline" }),
		];
		const answer = await asked(both("A"), both("B"));
		expect(onlyOf("shared-series", answer)).toMatchObject({ what: { carrier: "coke" }, months: 12, stretches: 3 });
	});

	it("are told with the first that had them, where there are more", async () => {
		const answer = await asked(...["A", "B", "C"].map((name) => firm(name, metered(1))));
		expect(suspicionsOf(answer).map(({ finding }) => [finding.firm, (finding.with as { readonly other: string }).other])).toEqual(
			[
				["B", "A"],
				["C", "A"],
			],
		);
	});
});

describe("what two firms may share", () => {
	it("nothing, as a rule", async () => {
		expect(said(await asked(...Array.from({ length: 40 }, (_, seed) => firm(`F${seed}`, metered(seed + 1)))))).toBe("pass");
	});

	it("amounts that say nothing: zeros, one amount all the year, small numbers", async () => {
		const zeros = Array(12).fill("0");
		expect(said(await asked(firm("A", zeros), firm("B", zeros)))).toBe("pass");
		const flat = Array(12).fill("1169.3");
		expect(said(await asked(firm("A", flat), firm("B", flat)))).toBe("pass");
		const small = ["5", "6", "5", "7", "5", "6", "6", "7", "5", "6", "5", "7"];
		expect(said(await asked(firm("A", small), firm("B", small)))).toBe("pass");
	});

	it("a few months: they agree by chance", async () => {
		// Four months of four digits are twelve digits that say something: enough beside one other firm. Three are nine.
		const begun = (months: number) =>
			asked(firm("A", metered(1)), firm("B", [...metered(1, months), ...metered(2, 12 - months)]));
		expect(said(await begun(4))).toEqual(["2023-01 @14"]);
		expect(said(await begun(3))).toBe("pass");
	});

	it("a few months more, where there are more firms to agree by chance", async () => {
		// 9 stretches a firm of 60: 540 and some, a number of three digits; 6 + 2 × 3 = 12 digits must agree. 150 firms have
		// more than 1350: 14 digits.
		const among = (firms: number) =>
			asked(
				...Array.from({ length: firms }, (_, seed) => firm(`F${String(seed).padStart(3, "0")}`, metered(seed + 1))),
				firm("Z", [...metered(1, 4), ...metered(999, 8)]),
			);
		expect(said(await among(60))).toEqual([`2023-01 @${60 * 12 + 2}`]);
		expect(said(await among(150))).toBe("pass");
	});

	it("the months of one firm's own sites", async () => {
		const sites = [...firm("A", metered(1), { site: "north" }), ...firm("A", metered(1), { site: "south" })];
		expect(said(await asked(sites, firm("B", metered(2))))).toBe("pass");
	});

	it("months that a gap divides in one of them", async () => {
		const gap = metered(1).map((amount, month) => (month === 3 ? "" : amount));
		// January to March are too few; May to December are not.
		expect(said(await asked(firm("A", metered(1)), firm("B", gap)))).toEqual(["2023-05 @17"]);
	});
});

describe("two firms with the same laboratory values", () => {
	const tested = (name: string, seed: number, ncv: readonly string[]) =>
		firm(name, metered(seed, ncv.length), { carrier: "bituminous-coal" }).map((row, month) => ({
			...row,
			...{ ncv: ncv[month] ?? "", ncv_unit: "GJ/t" },
		}));
	const values = ["22.117", "22.364", "21.983", "22.508", "22.241", "22.076"];

	it("are told, though their amounts differ", async () => {
		const answer = await asked(tested("A", 1, values), tested("B", 2, values));
		expect(said(answer)).toEqual(["2023-01 @8"]);
		expect(onlyOf("shared-series", answer)).toMatchObject({ parameter: "ncv", other: "A", months: 6 });
	});

	it("may share the default of a published table, and one value that both took over", async () => {
		const standard = Array(6).fill("23.204");
		expect(said(await asked(tested("A", 1, standard), tested("B", 2, standard)))).toBe("pass");
		const taken = Array(6).fill("22.364");
		expect(said(await asked(tested("A", 1, taken), tested("B", 2, taken)))).toBe("pass");
	});
});

describe("many firms", () => {
	it("are searched once each: the answer is the same whichever comes first in the table", async () => {
		const rows = [...Array.from({ length: 30 }, (_, seed) => firm(`F${seed}`, metered(seed + 1))), firm("X", metered(7))];
		const forward = await asked(...rows);
		const backward = await asked(...rows.toReversed());
		const told = (answer: typeof forward) =>
			suspicionsOf(answer).map(({ finding }) => [
				finding.firm,
				finding.period,
				(finding.with as { readonly other: string }).other,
			]);
		expect(told(forward)).toEqual([["X", "2023-01", "F6"]]);
		expect(told(backward)).toEqual(told(forward));
	});

	it("leave nothing behind but hashes: cases may be handed over one by one", async () => {
		const cases = await casesIn([energy([...firm("A", metered(1)), ...firm("B", metered(1))])]);
		const once = function* () {
			yield* cases;
		};
		expect(said(answerToCases(sharedSeries, once()))).toEqual(["2023-01 @14"]);
	});
});

describe("digits that agree", () => {
	it.each([
		[["1234", "1235", "1236"], 9],
		[["1234", "1234", "1234"], 3],
		[["1234", "1235", "1234"], 9],
		// Zeros behind are no digits, and neither are those before.
		[["1200", "0.0012", "12.00"], 3],
		[["0", "0", "5"], 0],
		[[], 0],
	])("%j: %i", (amounts, digits) => {
		expect(agreeingDigits(amounts.map(known))).toBe(digits);
	});
});

describe("not checked", () => {
	it("is a run without months, or of one firm", async () => {
		expect(said(await asked([{ firm: "A" }, { firm: "B" }]))).toBe("no-months");
		expect(said(await asked(firm("A", metered(1)), [{ firm: "B" }]))).toBe("no-other-firm");
	});
});
