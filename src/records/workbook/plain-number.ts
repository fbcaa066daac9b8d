/** Stored numbers as text: the shortest decimal that names them, moved and rounded by its digits. */

/** The shortest decimal that names the number, without an exponent. */
export function plainNumber(value: number): string {
	const text = String(value === 0 ? 0 : value);
	return text.includes("e") ? moved(text, 0) : text;
}

/** A fraction that is shown in per cent: the same number, written so. */
export function percentText(value: number): string {
	return `${moved(String(value === 0 ? 0 : value), 2)}%`;
}

/** A decimal with its point so many digits further to the right. */
function moved(text: string, by: number): string {
	const [mantissa = "", exponent = "0"] = text.split("e");
	const negative = mantissa.startsWith("-");
	const [whole = "", part = ""] = (negative ? mantissa.slice(1) : mantissa).split(".");
	const point = whole.length + Number(exponent) + by;
	const digits = whole + part;
	const padded = digits.padEnd(point, "0").padStart(digits.length - Math.min(point, 0), "0");
	const at = Math.max(point, 0);
	const before = padded.slice(0, at).replace(/^0+(?=\d)/, "") || "0";
	const behind = padded.slice(at).replace(/0+$/, "");
	return `${negative ? "-" : ""}${before}${behind === "" ? "" : `.${behind}`}`;
}

/** A decimal at so many places, halves away from zero, as spreadsheets show it. */
export function rounded(text: string, places: number): string {
	const [whole = "", part = ""] = text.split(".");
	if (part.length <= places) return places === 0 ? whole : `${whole}.${part.padEnd(places, "0")}`;
	const negative = whole.startsWith("-");
	const kept = BigInt((negative ? whole.slice(1) : whole) + part.slice(0, places)) + (part.charCodeAt(places) >= 53 ? 1n : 0n);
	const digits = String(kept).padStart(places + 1, "0");
	const at = digits.length - places;
	const sign = negative && kept !== 0n ? "-" : "";
	return `${sign}${digits.slice(0, at)}${places === 0 ? "" : `.${digits.slice(at)}`}`;
}
