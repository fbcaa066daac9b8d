/** Rows of whole numbers as keys: alike where all of their numbers are, in order. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberKey } from "../../src/ledger/number-key.ts";

it("one key is another where it has the same numbers in the same order, and then their hashes are one", () => {
	const key = new NumberKey();
	const numbers = fc.array(fc.oneof(fc.nat(3), fc.integer()), { maxLength: 600 });
	fc.assert(
		fc.property(numbers, fc.oneof(numbers, fc.constant(undefined)), (one, drawn) => {
			const other = drawn ?? [...one];
			const [first, second] = [one, other].map((all) => {
				key.begin();
				for (const number of all) key.add(number);
				return { hash: key.hash, copy: key.copy() };
			}) as [{ hash: number; copy: Int32Array }, { hash: number; copy: Int32Array }];
			const isSame = JSON.stringify(one) === JSON.stringify(other);
			expect([...second.copy]).toEqual(other);
			expect(key.is(first.copy)).toBe(isSame);
			if (isSame) expect(first.hash).toBe(second.hash);
		}),
	);
});
