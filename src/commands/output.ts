/** How a result is written: for a screen or a file, in colour or not. */
import type { ChalkInstance } from "chalk";
import type { VerdictWord } from "../domain/words.ts";
import { Trouble } from "../findings/trouble.ts";
import { badOption } from "../run/values.ts";
import type { Paint } from "../views/formats/text.ts";
import type { Host } from "./host.ts";

/** Columns of a line where there is no terminal to ask: wide enough for every column but one or two. */
const columnsElsewhere = 120;

/** Columns of a line: as asked, else the terminal's. */
export function columnsOf(asked: number | undefined, host: Host): number {
	return asked ?? host.columns("result") ?? columnsElsewhere;
}

/** What csv begins with: a byte-order mark where Excel is to know UTF-8 by it. */
export function csvMark(asked: boolean, format: string, taken = false): string {
	if (asked && !taken) throw badOption("--bom", format, "csv-only");
	return asked ? "\ufeff" : "";
}

/** A file that is written may be none that is read, also behind a link. */
export function keepApart(option: string, out: string | undefined, read: readonly string[], host: Host): void {
	if (out === undefined || out === "-") return;
	if (read.some((file) => host.named(file) === host.named(out) || host.sameFile(file, out)))
		throw new Trouble("out-is-input", { option, file: out });
}

/** Chalk decides colour by looking around; here the level is ours to say, and it loads only where there is colour. */
export async function painter(coloured: boolean): Promise<Paint> {
	if (!coloured) return (_, words) => words;
	const { Chalk } = await import("chalk");
	const chalk = new Chalk({ level: 1 });
	return (word, words) => paints[word](chalk)(words);
}

const paints: { readonly [V in VerdictWord]: (chalk: ChalkInstance) => (text: string) => string } = {
	"on-track": (chalk) => chalk.green,
	"on-track-slowing": (chalk) => chalk.yellow,
	behind: (chalk) => chalk.yellow,
	"off-track": (chalk) => chalk.red,
	met: (chalk) => chalk.green,
	missed: (chalk) => chalk.red,
	withheld: (chalk) => chalk.gray,
};
