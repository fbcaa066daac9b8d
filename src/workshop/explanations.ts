/** All that `tanlu explain` tells: explanations with the examples of the gallery; the build writes it to dist/explain.json. */
import { survey } from "../csv/survey.ts";
import { headText } from "../csv/text.ts";
import { codes, gravity } from "../findings/gravity.ts";
import { explanations as en } from "../language/en/explanations.ts";
import type { Explanations } from "../language/explanations.ts";
import { explanations as zh } from "../language/zh/explanations.ts";
import type { ExplainedCode, ExplainedFile } from "../views/explained.ts";
import { shellWord } from "../views/shell.ts";
import { expectedText, type GalleryCase, type GalleryFile, readGallery } from "./gallery.ts";

export interface Written {
	readonly en: readonly ExplainedCode[];
	readonly zh: readonly ExplainedCode[];
}

/** By language, in the order of the catalogue; and the codes that are not whole yet, which are left out. */
export async function explanations(gallery: string): Promise<{ readonly written: Written; readonly lacking: readonly string[] }> {
	const cases = new Map(readGallery(gallery).map((one) => [one.code, one]));
	const files = new Map<string, readonly ExplainedFile[]>();
	for (const one of cases.values()) files.set(one.code, await Promise.all(one.files.map(shown)));
	const inLanguage = (language: string, texts: Explanations): ExplainedCode[] =>
		codes.flatMap((code) => {
			const one = cases.get(code);
			// Types are not looked at while building: a text may be missing.
			const own = texts[code] as Explanations[typeof code] | undefined;
			const told = one === undefined ? undefined : expectedText(one, language);
			if (one === undefined || own === undefined || told === undefined) return [];
			const example = {
				command: commandLine(one, language),
				files: files.get(code) ?? [],
				also: one.also.map((other) => other.code),
				told,
			};
			return [{ code, gravity: gravity[code], means: own.means, why: own.why, mend: own.mend, example }];
		});
	const written = { en: inLanguage("en", en), zh: inLanguage("zh", zh) };
	const whole = (code: string): boolean => Object.values(written).every((list) => list.some((one) => one.code === code));
	return { written, lacking: codes.filter((code) => !whole(code)) };
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
	const surveyed = await survey(source, undefined);
	try {
		return { name, text: headText(name, surveyed), lastRowTimes };
	} catch {
		return { name, text: new TextDecoder(surveyed.encoding).decode(bytes), lastRowTimes };
	}
}
