/** Elements of XML 1.0. What it cannot hold, and what would hide in it, is made visible. */
import { unstarted } from "../runner.ts";
import { harmless } from "../width.ts";

/** An attribute that is null is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with others in it, each on lines of its own; nothing is indented, so that no text gains a blank. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
	const start = `<${name}${written(attributes)}`;
	return children.length === 0 ? `${start}/>` : [`${start}>`, ...children, `</${name}>`].join("\n");
}

/** An element with lines of text in it. */
export function textElement(name: string, attributes: Attributes, lines: readonly string[]): string {
	return `<${name}${written(attributes)}>${lines.map((line) => escaped(unstarted(line))).join("\n")}</${name}>`;
}

function written(attributes: Attributes): string {
	return Object.entries(attributes)
		.map(([key, value]) => (value === null ? "" : ` ${key}="${escaped(String(value))}"`))
		.join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Controls and halves of characters are harmless by now; U+FFFE and U+FFFF are none to XML either. */
function escaped(text: string): string {
	return harmless(text)
		.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
		.replace(/[&<>"]/g, (character) => entities[character] as string);
}
