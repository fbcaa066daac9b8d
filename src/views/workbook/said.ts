/** What a workbook says in a language. All of them are bundled, as the folders of `language/` are there: no list is kept. */
import type { BookTexts } from "../../language/book-texts.ts";
import type { Fields } from "../../language/fields.ts";

export interface Said {
	readonly texts: BookTexts;
	/** What each column is. */
	readonly fields: Fields;
}

/** Throws where the language has no such files. */
export async function saidIn(id: string): Promise<Said> {
	const [{ book: texts }, { fields }] = (await Promise.all([
		import(`../../language/${id}/book.ts`),
		import(`../../language/${id}/fields.ts`),
	])) as [{ readonly book: BookTexts }, { readonly fields: Fields }];
	return { texts, fields };
}
