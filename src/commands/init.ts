/** Template tables to fill in, with a short guide, in the language and the format asked for. */
import { Trouble } from "../findings/trouble.ts";
import { initFormats, type TemplateFormat } from "../views/formats/init.ts";
import { shellWord } from "../views/shell.ts";
import { harmless } from "../views/width.ts";
import { type Asked, type Command, command, type Outcome } from "./command.ts";
import { exit } from "./host.ts";

export const init: Command = command({
	name: "init",
	most: 1,
	options: [],
	ownFormats: Object.keys(initFormats),
	exitCodes: [0, 2, 70],
	run: async ([folder = "."], _, asked) => ({ ...(await templates(folder, asked)), code: exit.done }),
});

/** The files of a folder, which is made for them, and what is said of them. Throws `would-overwrite`. */
async function templates(folder: string, { host, language, format }: Asked): Promise<Pick<Outcome<never>, "files" | "result">> {
	const { files: made, next } = initFormats[format] as TemplateFormat;
	// A folder that begins like an option is named so that nobody takes it for one.
	const place = folder.startsWith("-") ? `./${folder}` : folder;
	const path = (file: string): string => (place === "." ? file : `${place.replace(/(?!^)[\\/]+$/, "")}/${file}`);
	const inLanguage = language.id === "en" ? "" : ` --lang ${language.id}`;
	const named = made(language).map(({ name, isTable, content }) => ({ path: path(name), isTable, content }));
	const paths = named.map((file) => file.path);
	const read = named.filter(({ isTable }) => isTable).map((file) => shellWord(file.path));
	const report = `tanlu report ${read.join(" ")}${inLanguage}`;
	// All or nothing, as far as can be seen beforehand: what somebody has filled in is never lost.
	const there = paths.filter((file) => host.exists(file));
	if (there.length > 0) throw new Trouble("would-overwrite", { files: there });
	const files = await Promise.all(named.map(async (file) => ({ path: file.path, content: await file.content(report) })));
	host.makeFolder(folder);
	return { files, result: `${harmless(language.init.wrote(paths))}\n${harmless(next(language, paths, report))}\n` };
}
