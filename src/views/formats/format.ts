/** What a format is. Each output has a shelf of them in a file beside this one; `--format`, help and errors follow from the shelf. */
import type { Language, Naming } from "../../language/language.ts";
import type { Page } from "../page.ts";
import { type Paint, text } from "./text.ts";

/** How it is to be written: what only formats for people need is there for all. */
export interface Writing {
	readonly language: Language;
	readonly naming: Naming;
	/** Columns of a line. */
	readonly columns: number;
	readonly paint: Paint;
	/** Whether the result goes to a terminal that a person looks at. */
	readonly pictures: boolean;
}

/** A text that is too long to be one: made as it is written. */
export interface Pieces {
	readonly pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

export interface Format<V> {
	readonly write: (value: V, writing: Writing) => string | Pieces | Promise<Uint8Array>;
	/** It is no text: a terminal cannot show it. */
	readonly bytes?: true;
	/** Drawn for people, from a page: `--width` counts, and a report shows one year unless asked for more. */
	readonly page?: true;
	/** Excel knows its encoding by a mark, with `--bom`. */
	readonly mark?: true;
}

/** In the order of `--format`; the first is the default. */
export type Formats<V> = Readonly<Record<string, Format<V>>>;

/** A page on a terminal. */
export function onTerminal<V>(page: (value: V, writing: Writing) => Page): Format<V> {
	return { page: true, write: (value, writing) => text(page(value, writing), writing) };
}
