/**
 * Findings as they are told when the gallery is run: every one of every input that provokes its code. What they hold comes from
 * tables, so a new finding has its samples in its folder.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grown, readGallery } from "../../src/build/gallery.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { languages } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { root } from "../cli/tanlu.ts";
import { heardIn } from "./in-folder.ts";

const gallery = join(root, "fixtures", "findings");

/** Findings in the order of the gallery; where code, particulars and cell are alike, the first alone. */
export async function galleryFindings(): Promise<readonly Finding[]> {
	const found = new Map<string, Finding>();
	// A language is a plain object that every command takes from the shelf: what it is asked to say is heard here.
	const language = languages[0] as { -readonly [K in keyof Language]: Language[K] };
	const { tell } = language;
	language.tell = (one, naming) => {
		const key = JSON.stringify([one.code, one.with, one.at.column, one.at.value]);
		if (!found.has(key)) found.set(key, one);
		return tell(one, naming);
	};
	try {
		for (const { folder, argv, files } of readGallery(gallery)) {
			const long = files.some(({ lastRowTimes }) => lastRowTimes > 1);
			const there = long ? mkdtempSync(join(tmpdir(), "tanlu-gallery-")) : folder;
			if (long) for (const file of files) writeFileSync(join(there, file.name), grown(file));
			if (argv.length > 0) await heardIn(there, [...argv, "--lang", language.id]);
			if (long) rmSync(there, { recursive: true, force: true });
			for (const [inner, words] of rulesBelow(folder)) await heardIn(inner, [...words, "--lang", language.id]);
		}
	} finally {
		language.tell = tell;
	}
	return [...found.values()];
}

/** Folders of rules that share a code, with their arguments. */
function rulesBelow(folder: string): (readonly [folder: string, argv: readonly string[]])[] {
	return readdirSync(folder)
		.filter((name) => /^[A-Z]-\d+/.test(name))
		.map((name) => join(folder, name))
		.filter((inner) => existsSync(join(inner, "argv.txt")))
		.map((inner) => [inner, readFileSync(join(inner, "argv.txt"), "utf8").trimEnd().split("\n")]);
}
