/** All that `tanlu explain` tells: definitions with the examples of the gallery; the build writes it to dist/explain.json. */
import type { ExplainedCode, ExplainedFile } from "../contract/explain.ts";
import { languages } from "../language/index.ts";
import { isText } from "../records/no-text.ts";
import { opener } from "../records/open.ts";
import type { Source } from "../records/source.ts";
import { survey } from "../records/survey.ts";
import { headText } from "../records/text.ts";
import { shellWord } from "../views/shell.ts";
import { readDefinitions } from "./definitions.ts";
import { expectedText, type GalleryCase, type GalleryFile, readGallery } from "./gallery.ts";

export interface Written {
	/** By language, in the order of the catalogue. */
	readonly written: Readonly<Record<string, readonly ExplainedCode[]>>;
	/** Codes of which the gallery does not say yet what is expected; they are left out. */
	readonly lacking: readonly string[];
}

/** The explanations in every language there is. Throws where a definition has none in one of them. */
export async function explanations(gallery: string): Promise<Written> {
	const definitions = readDefinitions(gallery);
	const cases = new Map(readGallery(gallery).map((one) => [one.code, one]));
	const files = new Map<string, readonly ExplainedFile[]>();
	for (const one of cases.values()) files.set(one.code, await Promise.all(one.files.map(shown)));
	const missing = definitions.flatMap(({ code, explanations: said }) =>
		languages.flatMap(({ id }) => (said.has(id) ? [] : [`${code} is not explained in the language ${id}`])),
	);
	if (missing.length > 0) throw new Error(missing.join("\n"));
	const inLanguage = (id: string): ExplainedCode[] =>
		definitions.flatMap(({ code, gravity, explanations: said }) => {
			const [one, own] = [cases.get(code), said.get(id)];
			const message = one === undefined ? undefined : expectedText(one, id);
			if (one === undefined || own === undefined || message === undefined) return [];
			const example = {
				command: commandLine(one, id),
				files: files.get(code) ?? [],
				also: one.also.map((other) => other.code),
				told: message,
			};
			return [{ code, gravity, means: own.means, why: own.why, mend: own.mend, example }];
		});
	const written = Object.fromEntries(languages.map(({ id }) => [id, inLanguage(id)]));
	const whole = (code: string): boolean => Object.values(written).every((list) => list.some((one) => one.code === code));
	return { written, lacking: definitions.map(({ code }) => code).filter((code) => !whole(code)) };
}

function commandLine({ argv }: GalleryCase, language: string): string {
	return ["tanlu", ...argv.map(shellWord), ...(language === "en" ? [] : ["--lang", language])].join(" ");
}

/** A file as text, decoded as a report would; a byte that belongs to no encoding is shown by a mark. */
async function shown({ name, bytes, lastRowTimes }: GalleryFile): Promise<ExplainedFile> {
	const source = {
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield bytes;
		},
	};
	if (!isText(bytes)) return { name, text: await sheetsAsText(source), lastRowTimes };
	const surveyed = await survey(source, undefined);
	try {
		return { name, text: headText(name, surveyed), lastRowTimes };
	} catch {
		return { name, text: new TextDecoder(surveyed.encoding).decode(bytes), lastRowTimes };
	}
}

/** The sheets of a workbook as tables of text, each behind its name. */
async function sheetsAsText(source: Source): Promise<string> {
	const { sheets } = await opener({ encoding: undefined, hidden: true })(source);
	const lines: string[] = [];
	for (const { sheet, cuts } of (await sheets()).sheets) {
		lines.push(`[${sheet ?? source.name}]`);
		await cuts(false)[0]?.read({ record: (cells) => lines.push(cells.join(",")), lost: () => undefined });
	}
	return `${lines.join("\n")}\n`;
}
