/** Files of bytes as workbooks: .xlsx and .ods are read here, others by the library; one that is none is told by what it is. */
import { Trouble } from "../../findings/trouble.ts";
import { containerOf } from "../no-text.ts";
import type { OpenedSheets } from "../sheet.ts";
import type { Source } from "../source.ts";
import type { Survey } from "../survey.ts";
import { wholeOf } from "../whole.ts";
import { Zip } from "../zip.ts";
import type { Book } from "./book.ts";
import { odsBook } from "./ods.ts";
import { compoundBook, otherBook } from "./other.ts";
import { type BookFile, sheetsOf } from "./sheets.ts";
import { xlsxBook } from "./xlsx.ts";

/** The sheets of an archive, a compound file, or the XML of 2003. Throws `not-a-table` where it is no workbook, `workbook-not-read`, `beyond-bound`. */
export async function workbookSheets(
	source: Source,
	surveyed: Survey,
	{ hidden, room }: Pick<BookFile, "hidden" | "room">,
): Promise<OpenedSheets> {
	const { size, sha256 } = surveyed;
	const open = async (head: Uint8Array): Promise<Book> => bookOf(source.name, await wholeOf(source, { head, size }), hidden);
	const book = await open(surveyed.head);
	return sheetsOf(book, { file: source.name, sha256, reopen: () => open(new Uint8Array(0)), hidden, room });
}

async function bookOf(file: string, bytes: Uint8Array, hidden: boolean): Promise<Book> {
	const container = containerOf(bytes);
	if (container === "compound") return compoundBook(file, bytes, hidden);
	if (container !== "zip") return otherBook(file, bytes, hidden);
	const zip = new Zip(file, bytes);
	const book = (await xlsxBook(zip, hidden)) ?? (await odsBook(zip, hidden));
	if (book !== undefined) return book;
	if (zip.names.some((name) => /(^|\/)workbook\.bin$/.test(name))) {
		// What the library unpacks is whole, and no more than a workbook is.
		await zip.tryAll();
		return otherBook(file, bytes, hidden);
	}
	throw new Trouble("not-a-table", { file, what: zip.has("[Content_Types].xml") ? "document" : "compressed" });
}
