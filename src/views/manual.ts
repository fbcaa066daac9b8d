/** What `tanlu help` tells, as the build wrote it from `src/manual`: a page for each command and topic. */
import { heading, item, lines, type Page, sheet, text } from "./page.ts";

/** What `--help` of a command says besides its options. */
export interface CommandHelp {
	/** One line, in the list of commands. */
	readonly summary: string;
	/** What stands for its operands in the usage line: `FILE...`. */
	readonly operands: string;
	/** Command lines that work, each with what it does. */
	readonly examples: readonly (readonly [line: string, does: string])[];
	/** What it reads and how far it goes. */
	readonly limits: readonly string[];
}

export interface Topic {
	/** One line, in the list of topics. */
	readonly summary: string;
	/** Markdown: headings, paragraphs, items, tables, lines as typed. */
	readonly text: string;
}

export interface Manual {
	readonly commands: Readonly<Record<string, CommandHelp>>;
	readonly topics: Readonly<Record<string, Topic>>;
}

/** A topic as a page: the few forms of Markdown that manual pages use. Comments are marks for the tests, and links lead nowhere here. */
export function topicPage({ text: markdown }: Topic, leftOut: (titles: readonly string[]) => string): Page {
	return blocksOf(markdown).flatMap((all): Page => {
		const [first = ""] = all;
		if (first.startsWith("```")) return [lines(all.slice(1, -1))];
		if (first.startsWith("#")) return [heading(bare(first.replace(/^#+ */, "")))];
		if (first.startsWith("    ")) return [lines(all.map((line) => line.slice(4)))];
		if (first.startsWith("| ")) return [tableOf(all, leftOut)];
		if (first.startsWith("- "))
			return all
				.join("\n")
				.slice(2)
				.split("\n- ")
				.map((one) => item(joined(one)));
		return [text(joined(all.join("\n")))];
	});
}

/** Blocks between blank lines; what is fenced is one, blank lines and all. */
function blocksOf(markdown: string): string[][] {
	const blocks: string[][] = [];
	let block: string[] = [];
	let fenced = false;
	for (const line of [...markdown.trim().split("\n"), ""]) {
		const fence = line.startsWith("```");
		if (!fenced && (line === "" || fence || line.startsWith("<!--"))) {
			if (block.length > 0) blocks.push(block);
			block = [];
		}
		if (fence) fenced = !fenced;
		if (fenced || fence || (line !== "" && !line.startsWith("<!--"))) block.push(line);
		if (fence && !fenced) {
			blocks.push(block);
			block = [];
		}
	}
	return blocks;
}

function tableOf([titles = "", , ...rows]: readonly string[], leftOut: (titles: readonly string[]) => string): Page[number] {
	const cells = (line: string): string[] => line.replace(/^\| | \|$/g, "").split(" | ");
	const last = cells(titles).length - 1;
	return sheet({
		columns: cells(titles).map((title, index) => ({
			title: bare(title),
			align: "left",
			...(index === last ? { prose: true } : {}),
		})),
		rows: rows.map((row) => cells(row).map((cell) => ({ text: bare(cell) }))),
		leftOut,
	});
}

/** Lines of a paragraph as one; between Chinese characters nothing stands. */
function joined(paragraph: string): string {
	return bare(paragraph.replace(/(?<=[\p{Script=Han}，。；：、）”])\n\s*(?=[\p{Script=Han}（“])/gu, "").replace(/\n\s*/g, " "));
}

/** Without the marks that set code and weight apart: a terminal shows both as words. */
function bare(markdown: string): string {
	return markdown
		.replace(/\[([^\]]+)\]\([^)\s]+\)/g, "$1")
		.replace(/`([^`]+)`|\*\*([^*]+)\*\*/g, (_, code?: string, strong?: string) => code ?? strong ?? "")
		.replaceAll("\\|", "|");
}
