/** Findings in a format of the shelf, without colour. */

import type { Check } from "../../src/contract/check.ts";
import { gravity } from "../../src/findings/gravity.ts";
import type { Language } from "../../src/language/language.ts";
import { plainNaming } from "../../src/language/language.ts";
import { checkFormats } from "../../src/views/formats/check.ts";

export const checkFormatNames: readonly string[] = Object.keys(checkFormats);

export function writeCheck(format: string, check: Check, language: Language, columns: number): string {
	const own = checkFormats[format];
	if (own === undefined) throw new Error(`no format ${format}`);
	// None of them is bytes.
	return own.write(
		{ check, gravityOf: (code) => gravity[code] },
		{ language, naming: plainNaming, columns, paint: (_, words) => words, pictures: false },
	) as string;
}
