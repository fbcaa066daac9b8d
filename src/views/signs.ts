/** The signs that stand for a figure: which of them occur on a page, so that only those are explained. */
import type { Words } from "../language/language.ts";
import type { Page } from "./page.ts";

export function signsIn(
	page: Page,
	{ unknown, notApplicable }: Pick<Words, "unknown" | "notApplicable">,
): { readonly unknown: boolean; readonly notApplicable: boolean } {
	// A firm may be called by a sign; a name is no figure.
	const cells = page.flatMap((block) =>
		block.is !== "sheet"
			? []
			: block.sheet.rows.flatMap((row) => row.flatMap(({ text }, at) => (block.sheet.columns[at]?.name ? [] : [text]))),
	);
	return {
		// A total of which a part is unknown ends with the sign.
		unknown: cells.some((text) => text === unknown || text.endsWith(` ${unknown}`)),
		notApplicable: cells.includes(notApplicable),
	};
}
