/** A page as GitHub-flavoured Markdown, for documents and pull requests: every column, nothing cut, nothing that runs. */
import type { Column, Page, Sheet } from "../page.ts";
import { unstarted } from "../runner.ts";
import { harmless } from "../width.ts";

export function markdown(page: Page): string {
	const blocks = page.flatMap((block) => {
		if (block.is === "picture") return [];
		if (block.is === "heading") return `## ${plain(block.text)}`;
		if (block.is === "lines") return fenced(block.lines);
		return block.is === "text" ? paragraph(block.text) : table(block.sheet);
	});
	return `${blocks.join("\n\n")}\n`;
}

function table({ columns, rows, notes }: Sheet): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	const rule = ({ align }: Column): string => (align === "right" ? "---:" : "---");
	const lines = [
		line(columns.map(({ title }) => plain(title))),
		line(columns.map(rule)),
		...rows.map((row) => line(row.map(({ text }) => plain(text)))),
	];
	return [lines.join("\n"), ...(notes ?? []).map(paragraph)].join("\n\n");
}

/** Lines as they stand, in a fence longer than any in them. */
function fenced(lines: readonly string[]): string {
	const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
	const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
	return [fence, ...lines.map((line) => unstarted(harmless(line))), fence].join("\n");
}

/** A paragraph may not begin as a heading, a list or a rule does. */
function paragraph(text: string): string {
	return plain(text)
		.replace(/^[ \t]+/, "")
		.replace(/^([#+\-=]|:(?=:))/, "\\$1")
		.replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A sign that may make a mention or an address: not one within a word that goes on without a point (national@2021), which is
 * neither on any platform.
 */
const liveSign = (): RegExp => /(?<![\p{L}\p{N}])@+|@{2,}|@(?![\p{L}\p{N}]+(?:\.?(?:\s|$)|[^\p{L}\p{N}_.@+\-\s]))/gu;

/** Text that means itself: no markup, no link, no cell border, no line of its own. */
function plain(text: string): string {
	return (
		harmless(text)
			.replace(/[\\`*_[\]<>|~$&]/g, (character) => entities[character] ?? `\\${character}`)
			.replace(/(https?|ftp|mailto|xmpp):/gi, "$1\\:")
			.replace(/(www)\./gi, "$1\\.")
			// An address, a person, an issue are made links even where their sign is escaped; beside code they are none.
			.replace(liveSign(), "`$&`")
			.replace(/#(?=\d)/g, "`#`")
			.replace(/\bGH-(?=\d)/gi, (word) => `${word.slice(0, 2)}\`-\``)
			.replace(/(!)(?=\\\[)/g, "\\$1")
	);
}
