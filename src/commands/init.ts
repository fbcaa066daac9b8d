/** Template tables to fill in, with a short guide, in the language asked for. */
import { Trouble } from "../findings/trouble.ts";
import type { Template } from "../language/init-texts.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import { shellWord } from "../views/shell.ts";
import { harmless } from "../views/width.ts";
import { type Asked, type Command, command, type Outcome } from "./command.ts";
import { exit } from "./host.ts";

export const init: Command = command({
	name: "init",
	most: 1,
	options: [],
	exitCodes: [0, 2, 70],
	run: async ([folder = "."], _, asked) => ({ ...templates(folder, asked), code: exit.done }),
});

/** The files of a folder, which is made for them, and what is said of them. Throws `would-overwrite`. */
function templates(folder: string, { host, language }: Asked): Pick<Outcome<never>, "files" | "result"> {
	const { init: texts } = language;
	// A folder that begins like an option is named so that nobody takes it for one.
	const place = folder.startsWith("-") ? `./${folder}` : folder;
	const path = (file: string): string => (place === "." ? file : `${place.replace(/(?!^)[\\/]+$/, "")}/${file}`);
	const tables = [texts.energy, texts.output, texts.firms];
	const inLanguage = language.id === "en" ? "" : ` --lang ${language.id}`;
	const report = `tanlu report ${tables.map(({ file }) => shellWord(path(file))).join(" ")}${inLanguage}`;
	const files = [
		...tables.map((template) => ({ path: path(template.file), content: tableText(template) })),
		{ path: path(texts.guide.file), content: texts.guide.text(report) },
	];
	// All or nothing, as far as can be seen beforehand: what somebody has filled in is never lost.
	const there = files.filter((file) => host.exists(file.path)).map((file) => file.path);
	if (there.length > 0) throw new Trouble("would-overwrite", { files: there });
	host.makeFolder(folder);
	const written = texts.wrote(files.map((file) => file.path));
	const next = texts.next(path(texts.guide.file), report);
	return { files, result: `${harmless(written)}\n${harmless(next)}\n` };
}

/** With a byte-order mark: spreadsheets know UTF-8 by it. */
function tableText({ rows }: Template): string {
	return `\ufeff${rows.map((cells) => cells.map((cell) => csvCell(cell, "text")).join(",")).join("\n")}\n`;
}
