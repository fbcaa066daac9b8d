/** The shelf of languages. */
import { en } from "./en/index.ts";
import type { Language } from "./language.ts";
import { zh } from "./zh/index.ts";

export const languages: readonly Language[] = [en, zh];

export function languageOf(id: string): Language | undefined {
	return languages.find((language) => language.id === id);
}
