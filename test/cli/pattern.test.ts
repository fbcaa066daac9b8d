/** Patterns of file names, against the definition of each sign written out once more, and against what shells say. */
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPattern, readPattern } from "../../src/commands/pattern.ts";
import { folder, run } from "./tanlu.ts";

/** Signs of a pattern, one by one; a list stands for one of the characters in it. */
type Sign = "*" | "?" | "**/" | { readonly text: string } | { readonly among: string };

const written = (sign: Sign): string => (typeof sign === "string" ? sign : "text" in sign ? sign.text : `[${sign.among}]`);

/** What each sign means, by trying: any characters but `/`, one of them, any folders, a text, one among some. */
function means(signs: readonly Sign[], path: string): boolean {
	const [sign, ...rest] = signs;
	if (sign === undefined) return path === "";
	if (sign === "*") return means(rest, path) || (path !== "" && path[0] !== "/" && means(signs, path.slice(1)));
	if (sign === "?") return path !== "" && path[0] !== "/" && means(rest, path.slice(1));
	if (sign === "**/") return means(rest, path) || [...path].some((one, at) => one === "/" && means(rest, path.slice(at + 1)));
	if ("text" in sign) return path.startsWith(sign.text) && means(rest, path.slice(sign.text.length));
	return path !== "" && sign.among.includes(path[0] as string) && means(rest, path.slice(1));
}

// Characters of names, those that mean something to some shells or to expressions among them.
const letter = fc.constantFrom(
	"a",
	"b",
	"表",
	"1",
	".",
	"(",
	")",
	"+",
	"!",
	"@",
	"^",
	"$",
	"|",
	"'",
	'"',
	" ",
	"-",
	"~",
	",",
	"#",
);
const sign: fc.Arbitrary<Sign> = fc.oneof(
	{ weight: 6, arbitrary: letter.map((text) => ({ text })) },
	{ weight: 2, arbitrary: fc.constant("*" as const) },
	{ weight: 1, arbitrary: fc.constant("?" as const) },
	{ weight: 1, arbitrary: fc.constant({ among: "ab1表" }) },
);
/** Two stars in a row would be another sign. */
const step = fc
	.array(sign, { minLength: 1, maxLength: 5 })
	.filter((signs) => !signs.some((one, at) => one === "*" && signs[at + 1] === "*"));
const pattern: fc.Arbitrary<Sign[]> = fc
	.array(fc.tuple(fc.boolean(), step), { minLength: 1, maxLength: 3 })
	.map((steps) =>
		steps.flatMap(([any, signs], at): Sign[] => [
			...(at === 0 ? [] : [{ text: "/" }]),
			...(any ? (["**/"] as const) : []),
			...signs,
		]),
	);
const path = fc
	.array(fc.array(letter, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
	.map((steps) => steps.map((one) => one.join("")).join("/"))
	.filter((text) => !text.split("/").some((one) => /^\.+$/.test(one)));
/** A path that the pattern means, but for chance: each sign filled in. */
const meant = (signs: readonly Sign[], pick: readonly string[]): string =>
	signs
		.map((one, at) => {
			const some = pick[at % pick.length] as string;
			if (one === "*") return some.repeat(at % 3);
			if (one === "?") return some;
			if (one === "**/") return at % 2 === 0 ? "" : `${some}${some}/a/`;
			return "text" in one ? one.text : (one.among[at % one.among.length] as string);
		})
		.join("");

describe("a pattern", () => {
	it("matches what its signs mean, and nothing else", async () => {
		const seen = { yes: 0, no: 0 };
		await fc.assert(
			fc.asyncProperty(pattern, path, fc.array(letter, { minLength: 1, maxLength: 5 }), async (signs, any, pick) => {
				const text = signs.map(written).join("");
				fc.pre(isPattern(text) && !text.split("/").some((one) => /^\.+$/.test(one)));
				const { folder: from, depth, matches } = await readPattern(text);
				for (const one of [any, meant(signs, pick)].filter((name) => !name.split("/").some((part) => /^\.*$/.test(part)))) {
					const wanted = means(signs, one);
					seen[wanted ? "yes" : "no"] += 1;
					const below = from === "." ? one : one.startsWith(`${from}/`) ? one.slice(from.length + 1) : undefined;
					const found = below !== undefined && below.split("/").length <= depth && matches(below);
					expect([text, one, found]).toEqual([text, one, wanted]);
				}
			}),
			{ numRuns: 3000 },
		);
		expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(500);
	});

	it.each([
		["{a,b}.csv", ["a.csv", "b.csv"], ["c.csv", "ab.csv"]],
		["{a,b/c}*.csv", ["a1.csv", "b/c.csv"], ["b.csv", "c.csv"]],
		["*.{csv,txt}{,.gz}", ["a.csv", "a.txt", "a.csv.gz"], ["a.gz", "a.tsv"]],
		["2023{01..12}.csv", ["202301.csv", "202309.csv", "202312.csv"], ["20231.csv", "202313.csv", "202300.csv"]],
		["{9..11}月.csv", ["9月.csv", "10月.csv", "11月.csv"], ["09月.csv", "1月.csv"]],
		["[!a]*.csv", ["b.csv", "表.csv"], ["a.csv", "ab.csv"]],
		["[^a]*.csv", ["b.csv"], ["a.csv"]],
		["[0-9]*.csv", ["1.csv"], ["a.csv"]],
		["能源表(*).csv", ["能源表(1).csv", "能源表(2023).csv"], ["能源表1.csv"]],
		["*+(1).csv", ["a+(1).csv"], ["a1.csv", "1.csv", "11.csv"]],
		["!*.csv", ["!a.csv"], ["a.csv", "a.txt"]],
		["**/*.csv", ["a.csv", "x/a.csv", "x/y/a.csv"], ["a.txt", "x/a.csv.gz"]],
		["*.csv", ["a.csv"], ["A.CSV", "x/a.csv"]],
	])("%s", async (text, yes, no) => {
		const { folder: from, matches } = await readPattern(text);
		expect(from).toBe(".");
		expect(yes.filter((name) => !matches(name))).toEqual([]);
		expect(no.filter((name) => matches(name))).toEqual([]);
	});

	it.each([
		["*.csv", ".", 1],
		["data/*.csv", "data", 1],
		["../a b/*/x?.csv", "../a b", 2],
		["/srv/{a,b/c}/*.csv", "/srv", 3],
		["/*.csv", "/", 1],
		["data/**/*.csv", "data", Number.POSITIVE_INFINITY],
	])("%s is looked for in one folder, no deeper than it can match", async (text, from, depth) => {
		expect(await readPattern(text)).toMatchObject({ folder: from, depth });
	});

	it("is only what has one of its signs", () => {
		expect(["*", "a?", "[a]", "{a,b}"].filter((text) => !isPattern(text))).toEqual([]);
		expect(["a.csv", "能源表(1).csv", "!a", "a+b", "@x", "-", "", "~$a"].filter(isPattern)).toEqual([]);
	});

	// Asked where there is a bash.
	const bash = ["/bin/bash", "/usr/bin/bash"].find((file) => existsSync(file));
	it.runIf(bash !== undefined)("matches what bash matches", async () => {
		const files = [
			...[
				"a.csv",
				"b.csv",
				"ab.csv",
				"表(1).csv",
				"2023-01.csv",
				"2023-10.csv",
				"x/a.csv",
				"x/y/b.csv",
				"x/y/b.txt",
				"x+y/c.csv",
			],
			...["!a.csv", "[b].csv", "a b.csv"],
		];
		const cwd = folder(Object.fromEntries(files.map((name) => [name, ""])));
		for (const text of [
			"*.csv",
			"**/*.csv",
			"x/**/*",
			"?.csv",
			"[ab]*.csv",
			"[!a]*.csv",
			"{a,b}*.csv",
			"*/*.csv",
			"2023-{01..12}.csv",
		]) {
			const { stdout } = await run(bash as string, ["-O", "globstar", "-O", "nullglob", "-c", `printf '%s\\n' ${text}`], {
				cwd,
				env: { LC_ALL: "C.UTF-8" },
			});
			const { folder: from, matches } = await readPattern(text);
			const ours = files.filter((name) =>
				from === "." ? matches(name) : name.startsWith(`${from}/`) && matches(name.slice(from.length + 1)),
			);
			// bash tells a range of names whether they are there or not.
			const theirs = stdout
				.trimEnd()
				.split("\n")
				.filter((name) => files.includes(name));
			expect([text, ...ours.sort()]).toEqual([text, ...theirs.sort()]);
		}
	});
});
