/** What a run writes as a text: in UTF-8, and what is no text (a workbook) one letter a byte. */
export function lettersOf(piece: string | Uint8Array): string {
	if (typeof piece === "string") return piece;
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(piece);
	} catch {
		return Buffer.from(piece).toString("latin1");
	}
}
