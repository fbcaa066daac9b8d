/** Template tables to fill in, with a short guide, in the language asked for. */
import { Trouble } from "../findings/trouble.ts";
import type { Template } from "../language/init-texts.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import { shellWord } from "../views/shell.ts";
import { harmless } from "../views/width.ts";
import type { Asked, CommandCard, ExitCode } from "./command.ts";
import { exit } from "./host.ts";

export const init: CommandCard = {
	name: "init",
	most: 1,
	exitCodes: [0, 2, 70],
	options: [],
	run: (operands, _, asked) => runInit(operands[0] ?? ".", asked),
};

async function runInit(folder: string, { host, language }: Asked): Promise<ExitCode> {
	const { init: texts } = language;
	// A folder that begins like an option is named so that nobody takes it for one.
	const place = folder.startsWith("-") ? `./${folder}` : folder;
	const path = (file: string): string => (place === "." ? file : `${place.replace(/(?!^)[\\/]+$/, "")}/${file}`);
	const tables = [texts.energy, texts.output, texts.firms];
	const inLanguage = language.id === "en" ? "" : ` --lang ${language.id}`;
	const report = `tanlu report ${tables.map(({ file }) => shellWord(path(file))).join(" ")}${inLanguage}`;
	const files = [
		...tables.map((template) => ({ path: path(template.file), text: tableText(template) })),
		{ path: path(texts.guide.file), text: texts.guide.text(report) },
	];
	// All or nothing, as far as can be seen beforehand: what somebody has filled in is never lost.
	const there = files.filter((file) => host.exists(file.path)).map((file) => file.path);
	if (there.length > 0) throw new Trouble("would-overwrite", { files: there });
	host.makeFolder(folder);
	for (const file of files) await host.print(file.text, file.path);
	const written = texts.wrote(files.map((file) => file.path));
	const next = texts.next(path(texts.guide.file), report);
	await host.print(`${harmless(written)}\n${harmless(next)}\n`, undefined);
	return exit.done;
}

/** With a byte-order mark: spreadsheets know UTF-8 by it. */
function tableText({ rows }: Template): string {
	return `\ufeff${rows.map((cells) => cells.map((cell) => csvCell(cell, "text")).join(",")).join("\n")}\n`;
}
