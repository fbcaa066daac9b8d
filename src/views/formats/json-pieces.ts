/** Json that is too long to be one text, key by key and the items of a list one by one: together it is what `json` writes. */
import { escaped } from "./json.ts";

/** An object of whose values a list may be made as it is written. */
export type Open = Readonly<Record<string, unknown>>;

/** So many characters are handed on together. */
const enough = 1 << 16;

/** A piece is no longer than so many characters and what is made at once: a value, or an item of a list. */
export function* jsonPieces(value: Open, most: number = enough): Generator<string> {
	let held = "";
	for (const part of partsOf(value)) {
		if (held !== "" && held.length + part.length > most) {
			yield held;
			held = "";
		}
		held += part;
	}
	yield held;
}

function* partsOf(value: Open): Generator<string> {
	let first = true;
	for (const [key, inner] of Object.entries(value)) {
		if (inner === undefined) continue;
		yield `${first ? "{" : ","}\n  ${indented(key, "")}: `;
		first = false;
		if (isList(inner)) yield* itemsOf(inner);
		else yield indented(inner, "  ");
	}
	yield first ? "{}\n" : "\n}\n";
}

function* itemsOf(list: Iterable<unknown>): Generator<string> {
	let first = true;
	for (const item of list) {
		yield `${first ? "[" : ","}\n    ${indented(item, "    ")}`;
		first = false;
	}
	yield first ? "[]" : "\n  ]";
}

function isList(value: unknown): value is Iterable<unknown> {
	return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Line breaks stand between values alone: in texts they are written as signs. */
function indented(value: unknown, by: string): string {
	return escaped(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${by}`);
}
