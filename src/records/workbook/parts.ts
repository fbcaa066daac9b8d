/** Parts of an archive as text. */
import { longestPart, unpackedForEach } from "../../findings/bounds.ts";
import type { Zip } from "../zip.ts";

/** A part as text; empty where there is none. */
export async function textIn(zip: Zip, name: string): Promise<string> {
	let text = "";
	for await (const piece of textPieces(zip, name)) {
		text += piece;
		if (text.length > longestPart) zip.tooLong("unpacked", unpackedForEach);
	}
	return text;
}

/** XML is UTF-8 unless its mark says that it is UTF-16. */
export async function* textPieces(zip: Zip, name: string): AsyncGenerator<string> {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	for await (const bytes of zip.pieces(name)) {
		decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
		yield decoder.decode(bytes, { stream: true });
	}
}
