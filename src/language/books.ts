/** The shelf of what workbooks say, by language. */
import type { BookTexts } from "./book-texts.ts";
import { book as en } from "./en/book.ts";
import { fields as enFields } from "./en/fields.ts";
import type { Fields } from "./fields.ts";
import { book as zh } from "./zh/book.ts";
import { fields as zhFields } from "./zh/fields.ts";

export interface Said {
	readonly texts: BookTexts;
	/** What each column is. */
	readonly fields: Fields;
}

export const books: Readonly<Record<string, Said>> = {
	en: { texts: en, fields: enFields },
	zh: { texts: zh, fields: zhFields },
};
