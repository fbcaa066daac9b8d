/** Short ways of reading a spelling give what the long ones do. */
import { expect, it } from "vitest";
import { folded, headerKey, headerText, plain } from "../../src/reference/spelling.ts";

const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const texts = letters.flatMap((letter) => [letter, `a${letter}`, `${letter}碳`, `碳${letter}a`]);

it("a text that is folded already is left as it is, and no other", () => {
	expect(texts.filter((text) => folded(text) !== plain(text).toLowerCase())).toEqual([]);
});

it("so is a word of a header that is its own key", () => {
	const atLength = (text: string): string =>
		headerText(text)
			.toLowerCase()
			.replace(/[\s_-]+/g, " ")
			.trim();
	expect(texts.filter((text) => headerKey(text) !== atLength(text))).toEqual([]);
});
