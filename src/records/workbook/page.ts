/** Web pages as workbooks: the text as its encoding has it, and the tables in it. */

import { longestPart, unpackedForEach } from "../../findings/bounds.ts";
import { Trouble } from "../../findings/trouble.ts";
import type { OpenedSheets } from "../sheet.ts";
import type { Source } from "../source.ts";
import type { Survey } from "../survey.ts";
import { text } from "../text.ts";
import { htmlBook } from "./html.ts";
import { type BookFile, sheetsOf } from "./sheets.ts";

/** The tables of a page. Throws `cannot-decode`, `beyond-bound`. */
export async function pageSheets(
	source: Source,
	surveyed: Survey,
	{ hidden, room }: Pick<BookFile, "hidden" | "room">,
): Promise<OpenedSheets> {
	const { encoding, toldBy, newlines, sha256 } = surveyed;
	let page = "";
	for await (const piece of text(source, surveyed)) {
		page += piece;
		if (page.length > longestPart)
			throw new Trouble("beyond-bound", { file: source.name, bound: "unpacked", most: unpackedForEach });
	}
	const book = htmlBook(source.name, page, hidden);
	const opened = await sheetsOf(book, { file: source.name, sha256, reopen: async () => book, hidden, room });
	// A page is text: how it was decoded is told as of any other.
	return { ...opened, sheets: opened.sheets.map((sheet) => ({ ...sheet, decoded: { encoding, toldBy, newlines } })) };
}
