/**
 * The tags and the text of a web page, one after the other. Each letter is looked at once: what never ends (a tag, a quote, a comment, a
 * script) is no second way of reading the rest, but a page that was cut off.
 */
import { Trouble } from "../../findings/trouble.ts";

export interface PageTag {
	/** In small letters. */
	readonly name: string;
	readonly closes: boolean;
	/** As written. */
	readonly attributes: string;
}

/** Between their tags is no text of the page. */
const scripts: Readonly<Record<string, RegExp>> = { script: /<\/script(?=[\s/>])/gi, style: /<\/style(?=[\s/>])/gi };

const tagName = /[a-z][^\s/>]*/iy;

/** Goes through a page. Comments, scripts and styles are passed over. */
export class PageReader {
	/** Where the next tag or text begins; may be set. */
	at: number;
	private readonly page: string;
	private readonly file: string;

	constructor(page: string, file: string, at = 0) {
		this.page = page;
		this.file = file;
		this.at = at;
	}

	/** The next tag, or text as it is written; undefined at the end. Throws `workbook-not-read` where what has begun never ends. */
	next(): PageTag | string | undefined {
		const { page } = this;
		while (this.at < page.length) {
			const from = this.at;
			if (page[from] !== "<") return this.text(from);
			const second = page[from + 1] ?? "";
			if (/[a-z]/i.test(second)) return this.tag(from + 1, false);
			if (second === "/" && /[a-z]/i.test(page[from + 2] ?? "")) return this.tag(from + 2, true);
			if (page.startsWith("<!--", from)) this.at = this.behind("-->", from + 4);
			// Declarations, and conditions of spreadsheet programs.
			else if (second === "!" || second === "?" || second === "/") this.at = this.behind(">", from + 2);
			else return this.text(from);
		}
		return undefined;
	}

	private text(from: number): string {
		const end = this.page.indexOf("<", from + 1);
		this.at = end < 0 ? this.page.length : end;
		return this.page.slice(from, this.at);
	}

	private tag(from: number, closes: boolean): PageTag {
		tagName.lastIndex = from;
		tagName.exec(this.page);
		const behindName = tagName.lastIndex;
		const name = this.page.slice(from, behindName).toLowerCase();
		const end = this.endOfTag(behindName);
		const tag: PageTag = { name, closes, attributes: this.page.slice(behindName, end) };
		this.at = end + 1;
		const script = closes || !Object.hasOwn(scripts, name) ? undefined : scripts[name];
		if (script !== undefined) {
			script.lastIndex = this.at;
			const found = script.exec(this.page);
			this.at = found === null ? this.cutOff() : found.index;
		}
		return tag;
	}

	/** Where the tag's `>` stands: in a value that is quoted it is a letter. */
	private endOfTag(from: number): number {
		let value = false;
		for (let at = from; at < this.page.length; at++) {
			const sign = this.page[at] as string;
			if (sign === ">") return at;
			if (value && (sign === '"' || sign === "'")) at = this.behind(sign, at + 1) - 1;
			value = sign === "=" || (value && sign.trim() === "");
		}
		return this.cutOff();
	}

	private behind(mark: string, from: number): number {
		const found = this.page.indexOf(mark, from);
		return found < 0 ? this.cutOff() : found + mark.length;
	}

	private cutOff(): never {
		throw new Trouble("workbook-not-read", { file: this.file, why: "damaged" });
	}
}
