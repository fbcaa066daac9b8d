/** A page on a terminal: lines no wider than it, columns under each other, what does not fit left out and said to be. */
import type { VerdictWord } from "../../domain/words.ts";
import type { Block, Cell, Column, Page, Sheet } from "../page.ts";
import { unstarted } from "../runner.ts";
import { clip, harmless, padEnd, padStart, width, wrap } from "../width.ts";

/** How verdicts are coloured: by the caller, who knows whether a person is looking. */
export type Paint = (word: VerdictWord, text: string) => string;

export interface TextChoices {
	/** Columns of a line. */
	readonly columns: number;
	readonly paint: Paint;
	/** Whether a person looks on: then there are pictures, where there is room. */
	readonly pictures?: boolean;
}

/** A terminal is wide enough for a picture from so many columns. */
const pictureColumns = 80;

const between = "  ";
/** How much further in a part stands than what it is part of, and a line than the one it goes on from. */
const step = "  ";
/** A name is never cut to less than this, nor shown with more than that. */
const shortestName = 14;
const longestName = 40;
/** Sentences are broken into lines no shorter than this. */
const shortestLine = 24;

export function text(page: Page, choices: TextChoices): string {
	const lines: string[] = [];
	let before: Block | undefined;
	for (const block of page) {
		if (block.is === "picture" && (choices.pictures !== true || choices.columns < pictureColumns)) continue;
		if (before !== undefined && !together(before, block)) lines.push("");
		if (block.is === "sheet") lines.push(...drawSheet(block.sheet, choices));
		else if (block.is === "picture") lines.push(...block.lines.map((line) => `  ${harmless(line)}`.trimEnd()));
		else if (block.is === "lines")
			lines.push(...block.lines.flatMap((line) => wrap(`  ${harmless(line)}`.trimEnd(), choices.columns, "    ")));
		else lines.push(...drawText(block, choices));
		before = block;
	}
	return `${lines.map(unstarted).join("\n")}\n`;
}

/** Sentences that follow each other as far in stand together, lines with the sentence above, all with a heading; the rest has air above. */
function together(before: Block, block: Block): boolean {
	if (before.is === "heading") return true;
	if (before.is !== "text" || (block.is !== "text" && block.is !== "lines")) return false;
	return block.is === "lines" || depthOf(before) > 0 === depthOf(block) > 0;
}

function depthOf(block: Block): number {
	return block.is === "text" ? (block.depth ?? 0) : 0;
}

/** What stands further in keeps its distance in every line it takes. */
function drawText(block: Extract<Block, { readonly text: string }>, { columns }: TextChoices): string[] {
	const depth = depthOf(block);
	if (depth === 0) return wrap(harmless(block.text), columns);
	const margin = step.repeat(depth);
	return wrap(harmless(block.text), columns - margin.length, step).map((line) => margin + line);
}

function drawSheet(sheet: Sheet, choices: TextChoices): string[] {
	// What may stand first in a line is broken before it is measured, so that the columns behind it keep their places.
	const safe: Sheet = {
		...sheet,
		rows: sheet.rows.map((row) => row.map((cell) => ({ ...cell, text: unstarted(harmless(cell.text)) }))),
	};
	const fitting = fitted(safe, choices.columns);
	const drawn = fitting === undefined ? stacked(safe, choices) : table(safe, fitting, choices);
	const gone = safe.columns.filter(({ spare }, index) =>
		fitting === undefined ? (spare ?? 0) > 0 : !fitting.some((one) => one.index === index),
	);
	const notes = [...(gone.length === 0 ? [] : [sheet.leftOut(gone.map(({ title }) => title))]), ...(sheet.notes ?? [])];
	return [...drawn, ...notes.flatMap((note) => wrap(harmless(note), choices.columns))];
}

interface Placed {
	readonly index: number;
	readonly column: Column;
	readonly width: number;
}

/** The columns that fit, each with its width: names are cut first, then columns are left out. Undefined where too few fit. */
function fitted({ columns, rows }: Sheet, room: number): Placed[] | undefined {
	const natural = columns.map(({ title, name }, index) => {
		const widest = rows.reduce((most, row) => Math.max(most, width((row[index] as Cell).text)), width(title));
		return name ? Math.min(widest, longestName) : widest;
	});
	const least = columns.map(({ title, name, prose }, index) => {
		const most = natural[index] as number;
		return name || prose ? Math.min(most, Math.max(prose ? shortestLine : shortestName, width(title))) : most;
	});
	const kept = columns.map((_, index) => index);
	const taken = (widths: readonly number[]): number =>
		kept.reduce((sum, index) => sum + (widths[index] as number), between.length * (kept.length - 1));
	while (taken(least) > room) {
		const spare = kept.reduce<number | undefined>((most, index) => {
			const own = columns[index]?.spare ?? 0;
			return own > 0 && (most === undefined || own > (columns[most]?.spare ?? 0)) ? index : most;
		}, undefined);
		if (spare === undefined) return undefined;
		kept.splice(kept.indexOf(spare), 1);
	}
	// Sentences give way before names do: they lose nothing by it.
	let over = Math.max(0, taken(natural) - room);
	const widths = [...natural];
	for (const index of [...kept].sort((a, b) => Number(columns[b]?.prose ?? false) - Number(columns[a]?.prose ?? false))) {
		const cut = Math.min(over, (natural[index] as number) - (least[index] as number));
		over -= cut;
		widths[index] = (natural[index] as number) - cut;
	}
	return kept.map((index) => ({ index, column: columns[index] as Column, width: widths[index] as number }));
}

function table({ rows }: Sheet, placed: readonly Placed[], { paint }: TextChoices): string[] {
	const write = (cellOf: (one: Placed) => Cell): string => {
		const cells = placed.map((one, position) => {
			const { text: full, tone } = cellOf(one);
			const shown = one.column.name ? clip(full, one.width) : full;
			const last = position === placed.length - 1;
			// Nothing is written behind the last word of a line.
			const filled = one.column.align === "right" ? padStart(shown, one.width) : last ? shown : padEnd(shown, one.width);
			return tone === undefined ? filled : paint(tone, filled);
		});
		return cells.join(between).trimEnd();
	};
	/** One line, or as many as its sentences need; the other columns are blank beside them. */
	const writeRow = (row: readonly Cell[]): string[] => {
		const broken = new Map(
			placed.filter(({ column }) => column.prose).map((one) => [one.index, wrap((row[one.index] as Cell).text, one.width)]),
		);
		const height = Math.max(1, ...[...broken.values()].map(({ length }) => length));
		return Array.from({ length: height }, (_, line) =>
			write(({ index }) => {
				const own = broken.get(index);
				if (own !== undefined) return { text: own[line] ?? "" };
				return line === 0 ? (row[index] as Cell) : { text: "" };
			}),
		);
	};
	return [
		write(({ column }) => ({ text: column.title })),
		placed.map((one) => "-".repeat(one.width)).join(between),
		...rows.flatMap(writeRow),
	];
}

/** Where not even the few columns that matter stand side by side: one below the other, a block for each row. */
function stacked({ columns, rows }: Sheet, { columns: room, paint }: TextChoices): string[] {
	const lines: string[] = [];
	for (const row of rows) {
		for (const [index, { text: full, tone }] of row.entries()) {
			const column = columns[index] as Column;
			if ((column.spare ?? 0) > 0) continue;
			const said = index === 0 ? full : `${column.title}: ${full}`;
			const shown = column.name ? [clip(said, room)] : wrap(said, room, "  ");
			for (const line of shown) lines.push(tone === undefined ? line : paint(tone, line));
		}
		lines.push("-".repeat(Math.min(room, shortestName)));
	}
	return lines.slice(0, -1);
}
