/** What the user writes as JSON beside the tables: rules, baselines. */

/** JSON in UTF-8, with or without its mark; undefined where it is none. A byte of another encoding is no letter of any text. */
export function parsedJson(text: string): { readonly value: unknown } | undefined {
	if (text.includes("\ufffd")) return undefined;
	try {
		return { value: JSON.parse(text.replace(/^\ufeff/, "")) as unknown };
	} catch {
		return undefined;
	}
}
