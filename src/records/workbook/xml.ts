/** The XML of workbooks, looked into without a parser of all of it: tags are found by name, and what they hold is text. */

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as it is meant: entities undone, and the `_x000D_` that spreadsheets write for signs that XML cannot hold. */
export function meant(text: string): string {
	const plain = text.includes("&") ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, undone) : text;
	return plain.includes("_x")
		? plain.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: plain;
}

function undone(whole: string, hex: string | undefined, digits: string | undefined, name: string | undefined): string {
	if (name !== undefined) return named[name.toLowerCase()] as string;
	const code = hex !== undefined ? parseInt(hex, 16) : Number(digits);
	return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** An attribute of a tag, by the text between its name and its end; undefined where it has none of that name. */
export function attribute(tag: string, name: string): string | undefined {
	// As nearly all programs write it, without waking an expression.
	const at = tag.indexOf(` ${name}="`);
	if (at >= 0) {
		const from = at + name.length + 3;
		return meant(tag.slice(from, tag.indexOf('"', from)));
	}
	if (!tag.includes(name)) return undefined;
	for (const [, key, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
		if (key === name) return meant((double ?? single) as string);
	return undefined;
}

export interface Element {
	/** Between the tag's name and its end. */
	readonly tag: string;
	/** Between its tags; empty where it has no end tag. */
	readonly inner: string;
}

/** All elements of a name, in order; of those within one of them only the outer one. */
export function* elements(xml: string, name: string): Generator<Element> {
	const [open, close] = [`<${name}`, `</${name}>`];
	for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
		const begin = at + open.length;
		at = begin;
		if (!/[\s/>]/.test(xml[begin] ?? "")) continue;
		const end = xml.indexOf(">", begin);
		if (end < 0) return;
		at = end;
		if (xml[end - 1] === "/") {
			yield { tag: xml.slice(begin, end - 1), inner: "" };
			continue;
		}
		const last = xml.indexOf(close, end);
		const inner = xml.slice(end + 1, last < 0 ? xml.length : last);
		yield { tag: xml.slice(begin, end), inner };
		at = last < 0 ? xml.length : last;
	}
}

export function element(xml: string, name: string): Element | undefined {
	for (const found of elements(xml, name)) return found;
	return undefined;
}

/** The same XML with its own prefix left out, as some programs write one before every name: `<x:row>`. */
export function unprefixed(xml: string): string {
	const prefix = prefixOf(xml);
	return prefix === undefined ? xml : withoutPrefix(xml, prefix);
}

/** The prefix of the outermost element; undefined where it has none. */
export function prefixOf(xml: string): string | undefined {
	return /<([a-z]\w*):(?:worksheet|chartsheet|dialogsheet|macrosheet|workbook|sst|styleSheet|Relationships)\b/i.exec(
		xml.slice(0, 2000),
	)?.[1];
}

export function withoutPrefix(xml: string, prefix: string): string {
	return xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}
