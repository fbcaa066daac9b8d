/** Patterns of file names, for where no shell has filled them in: behind quotes, and on Windows. */

export interface Pattern {
	/** The folder to look in. */
	readonly folder: string;
	/** How many folders deep a match can lie; 1 is the folder alone. */
	readonly depth: number;
	/** Whether a file is meant, by its path from the folder, with `/`. */
	readonly matches: (at: string) => boolean;
}

const magic = /[*?[{]/;

export function isPattern(text: string): boolean {
	return magic.test(text);
}

/** `*`, `?`, `**`, `[a-c]`, `{a,b}` and `{01..12}`, as shells read them; letter case counts everywhere. `text` has `/`. */
export async function readPattern(text: string): Promise<Pattern> {
	const steps = text.split("/");
	const first = steps.findIndex((step) => isPattern(step));
	const rest = steps.slice(first).join("/");
	return {
		folder: first === 0 ? "." : steps.slice(0, first).join("/") || "/",
		depth: rest.includes("**") ? Number.POSITIVE_INFINITY : steps.length - first,
		matches: await matcher(rest),
	};
}

/**
 * Whether a file is left out by a pattern, by its path with `/`: one without `/` means a file or a folder of that name wherever it lies,
 * one with `/` the path from where folders are named.
 */
export async function readExclusion(text: string): Promise<(path: string) => boolean> {
	const pattern = text.replace(/^\.\//, "").replace(/\/$/, "");
	const matches = await matcher(pattern);
	const anywhere = !pattern.includes("/");
	return (path) => {
		const steps = path.split("/");
		// A folder that is left out takes all that is in it along.
		return steps.some((step, at) => matches(anywhere ? step : steps.slice(0, at + 1).join("/")));
	};
}

async function matcher(pattern: string): Promise<(text: string) => boolean> {
	// Few runs have a pattern, so the package loads here.
	const { default: picomatch } = await import("picomatch/posix.js");
	// Brackets are common in names that were downloaded twice, `能源表(1).csv`, and mean themselves; so do the other signs
	// of expressions, but for `^` at the beginning of a list.
	return picomatch(pattern.replace(/[()|+"$]|(?<!\[)\^/g, "\\$&"), {
		dot: true,
		posix: true,
		fastpaths: false,
		nonegate: true,
		noextglob: true,
		keepQuotes: true,
		expandRange,
	});
}

/** `{01..12}` as an expression: numbers as wide as the wider of its ends where one begins with a zero. */
function expandRange(from: string, to: string): string {
	const ends = [from, to].map(Number);
	const [low, high] = [Math.min(...ends), Math.max(...ends)];
	if (![from, to].every((end) => /^\d{1,6}$/.test(end)) || high - low > 9999) return `\\{${from}\\.\\.${to}\\}`;
	const wide = [from, to].some((end) => /^0\d/.test(end)) ? Math.max(from.length, to.length) : 0;
	return `(?:${Array.from({ length: high - low + 1 }, (_, step) => String(low + step).padStart(wide, "0")).join("|")})`;
}
