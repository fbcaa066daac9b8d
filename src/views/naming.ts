/** What carriers, sectors and provinces are called in a language: from the seeds, where each has two names. */
import type { Language, Naming } from "../language/language.ts";
import type { Reference } from "../reference/reference.ts";

export function namingOf({ named }: Pick<Language, "named">, book: Reference): Naming {
	const name = (id: string, row: { readonly nameEn: string; readonly nameZh: string } | undefined): string =>
		row === undefined ? id : named(row);
	return {
		carrier: (id) => name(id, book.carriers.byId(id)),
		sector: (id) => name(id, book.sectors.byId(id)),
		// A province's id is its English name.
		province: (id) => name(id, withEnglish(id, book.provinces.byId(id))),
	};
}

function withEnglish(
	id: string,
	row: { readonly nameZh: string } | undefined,
): { readonly nameEn: string; readonly nameZh: string } | undefined {
	return row === undefined ? undefined : { nameEn: id, nameZh: row.nameZh };
}
