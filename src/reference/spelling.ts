/** One spelling for what people write differently: full-width and half-width, blanks, invisible marks, letter case. */

/** Half-width, single blanks, none at the ends, no invisible marks. Case is kept: `Mt` and `mt` are not the same unit. */
export function plain(text: string): string {
	// The common case first: nothing but printable ASCII and CJK, no blank at the ends or doubled.
	if (/^[!-~\u4e00-\u9fff]+( [!-~\u4e00-\u9fff]+)*$/.test(text)) return text;
	return text
		.normalize("NFKC")
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

/**
 * Who is meant: a firm's code, id or name, half-width and with single blanks. Invisible marks stay: two names that differ by
 * them are two names, and merging them would be a guess. U+FEFF is such a mark, though JavaScript takes it for a blank.
 */
export function identity(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[^\S\ufeff]+/g, " ")
		.replace(/^ | $/g, "");
}

/** A product's name: as identity, with letter case folded by code point. */
export function productKey(text: string): string {
	return identity(text).toLowerCase();
}

/** As plain, with letter case folded by code point: no locale has a say. */
export function folded(text: string): string {
	// Most names of the seeds are so already.
	return /^[!-@[-~\u4e00-\u9fff]+$/.test(text) ? text : plain(text).toLowerCase();
}

/** A header word without what is no letter of it: the asterisk of a field that must be filled in, line breaks, blanks in Chinese. */
export function headerText(text: string): string {
	return plain(text)
		.replace(/^\*+ ?(?=\S)/, "")
		.replace(/(?<=[\u4e00-\u9fff)(]) (?=[\u4e00-\u9fff()])|(?<=[(]) | (?=[)])/g, "");
}

/** Folded, with underscores, hyphens and blanks alike: `firm_name`, `Firm name`, `firm-name`. */
export function headerKey(text: string): string {
	if (/^[a-z\d\u4e00-\u9fff]+$/.test(text)) return text;
	return headerText(text)
		.toLowerCase()
		.replace(/[\s_-]+/g, " ")
		.trim();
}
