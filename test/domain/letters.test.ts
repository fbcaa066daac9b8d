/** Letters that are taken for what everybody sees, and those that hide or command. */
import { describe, expect, it } from "vitest";
import { controlsIn, invisibleIn, isEveryday, seen } from "../../src/domain/letters.ts";
import { harmless } from "../../src/views/width.ts";

const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const everyday = letters.filter(isEveryday);

describe("everyday letters", () => {
	it("are none of those that are never drawn, that command, or that stand on another", () => {
		const strange = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u2028\u2029]/u;
		expect(everyday.filter((letter) => strange.test(letter))).toEqual([]);
	});

	it("are those of the tool's own sentences in both languages", () => {
		for (const text of ["碳排放强度（万元）：1.5 → 2.0，见第 3 行", "CO₂: 1 ≤ x, “quoted” – and so on…"])
			expect(harmless(text)).toBe(text);
	});
});

it("hidden letters are found among everyday ones, and taken out", () => {
	expect([controlsIn("钢\u0007厂"), invisibleIn("钢\u200b厂\u202e"), seen("钢\u200b厂")]).toEqual([
		["\u0007"],
		["\u200b", "\u202e"],
		"钢厂",
	]);
	expect([controlsIn("钢厂"), invisibleIn("钢厂"), seen("钢厂")]).toEqual([[], [], "钢厂"]);
});
