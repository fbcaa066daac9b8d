/** A source held whole: what is read from its end, as archives are, cannot be read as it comes. */
import { Buffer } from "node:buffer";
import { mostHeld } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { unpacked } from "./packed.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";

/** All its bytes, unpacked. Throws `beyond-bound`. */
export async function wholeOf(source: Source, { head, size }: Pick<Survey, "head" | "size">): Promise<Uint8Array> {
	if (head.length === size) return head;
	if (size > mostHeld) throw new Trouble("beyond-bound", { file: source.name, bound: "held", most: mostHeld });
	const pieces: Uint8Array[] = [];
	for await (const piece of (await unpacked(source, () => undefined)).bytes) pieces.push(piece);
	return Buffer.concat(pieces);
}
