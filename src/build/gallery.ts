/** The gallery of findings: a folder for each code with the smallest input that provokes it. Its form is told in fixtures/README.md. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";

export interface GalleryCase {
	/** The folder's name. */
	readonly code: string;
	readonly folder: string;
	readonly argv: readonly string[];
	readonly files: readonly GalleryFile[];
	/** Other findings that it cannot do without, and why. */
	readonly also: readonly { readonly code: string; readonly why: string }[];
}

export interface GalleryFile {
	/** From the folder of the case, with `/`. */
	readonly name: string;
	readonly bytes: Uint8Array;
	/** How many times its last row is to stand in it. */
	readonly lastRowTimes: number;
}

const newline = 0x0a;
/** Folders of a case that are no input of it: what is expected, inputs to which its rule has another answer, rules that share its code. */
const besides = /^(expected|pass|not-checked|[A-Z]-\d+[a-z-]*)\//;

/** Every case, in order of code. */
export function readGallery(gallery: string): GalleryCase[] {
	return readdirSync(gallery)
		.sort()
		.map((code) => readCase(code, join(gallery, code)));
}

function readCase(code: string, folder: string): GalleryCase {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => path.split(sep).join("/"))
		.filter((path) => !besides.test(path) && statSync(join(folder, path)).isFile())
		.sort();
	const lines = (name: string): string[] =>
		paths.includes(name) ? readFileSync(join(folder, name), "utf8").trimEnd().split("\n") : [];
	const argv = lines("argv.txt");
	// In the order of the command; what it does not name comes first, and the test says so.
	const placeOf = (name: string): number => argv.findIndex((word) => word === name || name.startsWith(`${word}/`));
	const repeats = new Map(lines("repeat.txt").map((line) => parted(line, " ", `${code}/repeat.txt`)));
	return {
		code,
		folder,
		argv,
		files: paths
			.filter((path) => !["finding.yaml", "argv.txt", "also.txt", "repeat.txt"].includes(path))
			.sort((a, b) => placeOf(a) - placeOf(b))
			.map((name) => ({ name, bytes: readFileSync(join(folder, name)), lastRowTimes: Number(repeats.get(name) ?? 1) })),
		also: lines("also.txt").map((line) => {
			const [other, why] = parted(line, ": ", `${code}/also.txt`);
			return { code: other, why };
		}),
	};
}

/** The two sides of a line. */
function parted(line: string, between: string, where: string): readonly [string, string] {
	const at = line.indexOf(between);
	if (at < 0) throw new Error(`${where}: a line needs '${between}': ${line}`);
	return [line.slice(0, at), line.slice(at + between.length)];
}

/** The whole file: its last row as many times as it is to stand there. */
export function grown({ bytes, lastRowTimes }: GalleryFile): Uint8Array {
	const last = bytes.subarray(bytes.lastIndexOf(newline, -2) + 1);
	const whole = new Uint8Array(bytes.length + last.length * (lastRowTimes - 1));
	whole.set(bytes);
	for (let time = 1; time < lastRowTimes; time++) whole.set(last, bytes.length + last.length * (time - 1));
	return whole;
}

/** What the case's finding says in a language, without the newline at its end; nothing where that is not written yet. */
export function expectedText({ folder }: GalleryCase, language: string): string | undefined {
	try {
		return readFileSync(join(folder, "expected", `${language}.txt`), "utf8").trimEnd();
	} catch {
		return undefined;
	}
}
