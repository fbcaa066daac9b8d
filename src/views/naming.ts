/** What carriers, sectors and provinces are called in a language: from the seeds, where each has two names. */
import type { Language, Naming } from "../language/language.ts";
import type { Reference } from "../reference/reference.ts";

export function namingOf({ named }: Pick<Language, "named">, reference: Reference): Naming {
	const name = (id: string, row: { readonly nameEn: string; readonly nameZh: string } | undefined): string =>
		row === undefined ? id : named(row);
	return {
		carrier: (id) => name(id, reference.carriers.byId(id)),
		sector: (id) => name(id, reference.sectors.byId(id)),
		// A province's id is its English name.
		province: (id) => name(id, withEnglish(id, reference.provinces.byId(id))),
		set: (id) => name(id, titled(reference.seeds.fuelSets.find((set) => set.id === id))),
	};
}

function withEnglish(
	id: string,
	row: { readonly nameZh: string } | undefined,
): { readonly nameEn: string; readonly nameZh: string } | undefined {
	return row === undefined ? undefined : { nameEn: id, nameZh: row.nameZh };
}

function titled(
	set: { readonly id: string; readonly titleZh: string } | undefined,
): { readonly nameEn: string; readonly nameZh: string } | undefined {
	// English reports name a set by the id that options take.
	return set === undefined ? undefined : { nameEn: set.id, nameZh: set.titleZh };
}
