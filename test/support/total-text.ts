/** Totals of a part as they are written, and what is told with them. */
import type { Part } from "../../src/intake/part.ts";
import { repeatsOf } from "../../src/run/total.ts";
import { totalFormats } from "../../src/views/formats/total.ts";

export async function totalText({ ledger }: Part): Promise<string> {
	const terms = { indicator: "value_added", product: "", incomplete: false, options: [] };
	const written = await totalFormats["csv"]?.write({ ledger, terms }, undefined as never);
	if (typeof written !== "object" || !("pieces" in written)) throw new Error("totals are written in pieces");
	return Buffer.concat([...(written.pieces as Iterable<string | Uint8Array>)].map((piece) => Buffer.from(piece))).toString(
		"utf8",
	);
}

/** What is told of rows that are said twice, in one order. */
export function repeatsTold(part: Part): readonly string[] {
	return repeatsOf(part)
		.map((found) => JSON.stringify(found))
		.sort();
}
