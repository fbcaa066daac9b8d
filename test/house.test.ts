/**
 * The house: which room may look into which, which package has its door where, and who may touch the world. The tables are
 * the plan; when the plan changes, they change in the same commit.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Room by room, what it may look into: only rooms above it, so that every arrow points one way. */
const looks: Readonly<Record<string, readonly string[]>> = {
	exact: [],
	domain: ["exact"],
	findings: ["exact", "domain"],
	contract: ["domain", "findings"],
	language: ["domain", "findings", "contract"],
	records: ["findings"],
	reference: ["exact", "domain", "findings", "records"],
	layout: ["domain", "findings", "contract", "records", "reference"],
	ledger: ["exact", "domain", "findings", "reference"],
	intake: ["exact", "domain", "findings", "contract", "records", "reference", "layout", "ledger"],
	carbon: ["exact", "domain", "findings", "reference", "ledger"],
	trajectory: ["exact", "domain", "findings", "reference"],
	assessment: ["exact", "domain", "findings", "reference", "ledger", "carbon", "trajectory"],
	screening: ["exact", "domain", "findings", "reference", "ledger", "carbon", "trajectory", "assessment"],
	drivers: ["exact", "domain", "assessment"],
	tracking: ["exact", "domain", "findings", "reference", "ledger", "carbon", "trajectory", "assessment"],
	comparing: ["exact", "domain", "ledger"],
	claims: ["exact", "domain", "reference", "ledger", "carbon", "assessment"],
	run: [
		...["exact", "domain", "findings", "contract", "records", "reference", "layout", "ledger", "intake", "carbon"],
		...["trajectory", "assessment", "screening", "drivers", "tracking", "comparing", "claims"],
	],
	views: [
		...[
			"exact",
			"domain",
			"findings",
			"contract",
			"language",
			"reference",
			"ledger",
			"carbon",
			"trajectory",
			"assessment",
			"screening",
			"drivers",
			"tracking",
			"comparing",
		],
		"run",
	],
	commands: ["exact", "domain", "findings", "contract", "language", "records", "reference", "intake", "run", "views"],
	host: ["findings", "records", "intake", "commands"],
	manual: [],
	verifier: [],
	"main.ts": ["findings", "commands", "host"],
	"index.ts": ["findings", "contract", "language", "run", "views"],
	build: [
		...["exact", "domain", "findings", "contract", "language", "records", "reference", "layout", "intake", "run", "views"],
		"commands",
	],
};

/** Each package, and the rooms that speak to it. */
const doors: Readonly<Record<string, readonly string[]>> = {
	"decimal.js": ["exact"],
	"csv-parse": ["build"],
	"fastest-levenshtein": ["reference"],
	zod: ["contract", "build"],
	chalk: ["commands"],
	commander: ["commands"],
	"get-east-asian-width": ["views"],
	picomatch: ["commands"],
	"@e965/xlsx": ["records"],
	fflate: ["views"],
	"yocto-spinner": ["host"],
	hyparquet: ["records"],
	fzstd: ["records"],
	esbuild: ["build"],
	yaml: ["build"],
	// What Node has built in without touching the world: bytes, hashes, streams.
	"node:buffer": ["records", "host"],
	"node:crypto": ["records", "findings", "host", "verifier", "build"],
	"node:stream": ["records", "host"],
	"node:zlib": ["records", "host"],
};

/** Rooms that may touch the world with any other part of Node: files, the terminal, the clock, other programs. */
const worldly = ["host", "main.ts", "build", "verifier"];

interface Import {
	readonly file: string;
	readonly room: string;
	readonly to: string;
	/** The room or package it leads to. */
	readonly into: string;
}

const files = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.map((name) => join(folder, name).split(sep).join("/"))
		.filter((name) => /\.(ts|mjs|js)$/.test(name) && !name.endsWith("/compiled.ts"))
		.sort();

const roomOf = (file: string): string => file.split("/")[1] as string;

/** Source without comments, so that a word in one is no import and no call. */
const source = (file: string): string =>
	readFileSync(join(root, file), "utf8")
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

const importsOf = (file: string): Import[] =>
	[...source(file).matchAll(/(?:\bfrom\s+|(?<![-\w])import\s*\(?\s*)["']([^"']+)["']/g)].map((found) => {
		const to = found[1] as string;
		const into = to.startsWith(".")
			? roomOf(
					relative(root, join(root, dirname(file), to))
						.split(sep)
						.join("/"),
				)
			: to
					.split("/")
					.slice(0, to.startsWith("@") ? 2 : 1)
					.join("/");
		return { file, room: roomOf(file), to, into };
	});

const sources = files("src");
const imports = sources.flatMap(importsOf);
const between = imports.filter(({ to, room, into }) => to.startsWith(".") && room !== into);
const outward = imports.filter(({ to }) => !to.startsWith("."));
const told = ({ file, to }: Import): string => `${file} imports ${to}`;

/** The nodes on a way from a node back to itself; empty where there is none. */
const cycle = (arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
	const done = new Set<string>();
	const visit = (node: string, way: readonly string[]): string[] => {
		if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
		if (done.has(node)) return [];
		for (const next of arrows.get(node) ?? []) {
			const found = visit(next, [...way, node]);
			if (found.length > 0) return found;
		}
		done.add(node);
		return [];
	};
	for (const node of arrows.keys()) {
		const found = visit(node, []);
		if (found.length > 0) return found;
	}
	return [];
};

const arrowsOf = (pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> => {
	const arrows = new Map<string, Set<string>>();
	for (const [from, to] of pairs) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
	return arrows;
};

describe("the rooms of the house", () => {
	it("are those of the plan", () => {
		const rooms = new Set(sources.map(roomOf));
		expect(rooms.size).toBeGreaterThan(12);
		expect([...rooms].filter((room) => !(room in looks)).sort()).toEqual([]);
		for (const room of Object.values(looks).flat()) expect(Object.keys(looks)).toContain(room);
	});

	it("look only where the plan lets them", () => {
		expect(between.length).toBeGreaterThan(50);
		expect(between.filter(({ room, into }) => !looks[room]?.includes(into)).map(told)).toEqual([]);
	});

	it("look one way: no room sees itself through others, by plan or in fact", () => {
		expect(
			cycle(arrowsOf(Object.entries(looks).flatMap(([room, into]) => into.map((to): [string, string] => [room, to])))),
		).toEqual([]);
		expect(cycle(arrowsOf(between.map(({ room, into }) => [room, into])))).toEqual([]);
	});

	it("have no file that imports itself through others, shapes and their shelf aside", () => {
		// A shelf imports its items, and an item the type of the shelf: gone once the types are taken away.
		const values = sources.flatMap((file) => {
			const bare = source(file)
				.replace(/\bimport type [\s\S]*?;/g, "")
				.replace(/\bexport type \{[\s\S]*?;/g, "");
			return [...bare.matchAll(/\b(?:import|export)\b[^;"']*?\bfrom\s*["'](\.[^"']+)["']/g)].map((found): [string, string] => [
				file,
				relative(root, join(root, dirname(file), found[1] as string))
					.split(sep)
					.join("/"),
			]);
		});
		expect(values.length).toBeGreaterThan(50);
		expect(cycle(arrowsOf(values))).toEqual([]);
	});

	it("import every file by its whole name", () => {
		expect(imports.filter(({ to }) => to.startsWith(".") && !/\.(ts|mjs|js|json)$/.test(to)).map(told)).toEqual([]);
	});
});

describe("packages", () => {
	it("have their doors where the plan puts them", () => {
		const closed = outward.filter(
			({ room, into }) => !(doors[into]?.includes(room) ?? (into.startsWith("node:") && worldly.includes(room))),
		);
		expect(outward.length).toBeGreaterThan(5);
		expect(closed.map(told)).toEqual([]);
	});

	it("that compute stay in one room: decimal.js is known to exact alone", () => {
		expect(outward.filter(({ into }) => into === "decimal.js").map(({ file }) => file)).toEqual(["src/exact/exact.ts"]);
	});
});

describe("the world outside", () => {
	it("is touched by the host, by main and by the build only: files, process, operating system, network", () => {
		const world =
			/^node:(fs|fs\/promises|process|os|path|child_process|worker_threads|http|https|http2|net|tls|dgram|dns|readline|tty)$/;
		expect(outward.filter(({ to, room }) => world.test(to) && !worldly.includes(room)).map(told)).toEqual([]);
	});

	it("is never the network", () => {
		const network = /^node:(http|https|http2|net|tls|dgram|dns)/;
		expect(outward.filter(({ to }) => network.test(to)).map(told)).toEqual([]);
		expect(sources.filter((file) => /\bfetch\(|\bWebSocket\(|\bXMLHttpRequest\b/.test(source(file)))).toEqual([]);
	});

	it("is left by returning, or once all that was written has been taken: what was written arrives", () => {
		const ends = /\b(?:process|node)\s*\.\s*(?:exit|abort|kill|reallyExit)\s*\(/;
		expect(
			[...sources, ...files("bin")].filter((file) => ends.test(source(file))),
			// A signal that was heard is sent again, once what was begun is removed.
		).toEqual(["src/host/signals.ts", "src/main.ts"]);
		const [, ...others] = source("src/main.ts").split("if (loaded.exports.allTaken()) node.exit(code);");
		expect(others).toHaveLength(1);
		expect(others.filter((rest) => ends.test(rest))).toEqual([]);
	});

	it("shows the other rooms no environment but the version that the build writes in", () => {
		const asked = sources
			.filter((file) => !worldly.includes(roomOf(file)))
			.flatMap((file) => [...source(file).matchAll(/\bprocess\s*[.[].*$/gm)].map((found) => `${file}: ${found[0].slice(0, 29)}`));
		expect(asked).toEqual(['src/index.ts: process.env["TANLU_VERSION"] ']);
	});

	it("has no clock, no chance and no locale in a room that computes", () => {
		const varying = /\bDate\b|Math\.random|performance\.now|toLocale|localeCompare|Intl\./;
		expect(sources.filter((file) => !worldly.includes(roomOf(file)) && varying.test(source(file)))).toEqual([]);
	});
});

describe("figures", () => {
	/** Where a number of JavaScript is made from text in a room that computes: what, and how often. None is a quantity. */
	const allowed: Readonly<Record<string, number>> = {
		// A whole number no larger than a float holds exactly, from the bigint of the same value.
		"src/exact/exact.ts: Number(rest": 1,
		// The float of a decimal for filters, and for nothing else.
		"src/exact/exact.ts: Number(digits": 1,
		"src/exact/exact.ts: Number(`${digits}e-${places}`": 1,
		// A filter's float, with proven bounds; the exact answer is taken where it cannot decide.
		"src/exact/ratio.ts: Number(a.over": 1,
		"src/exact/ratio.ts: Number(a.under": 1,
		"src/exact/ratio.ts: Number(quotient": 1,
		"src/exact/ratio.ts: Number.parseInt(hex[0] as string, 16": 1,
		// The two floats of a register: a filter whose errors are proved; what it writes is what whole numbers would.
		"src/exact/wide/registers.ts: Number(value": 1,
		"src/exact/wide/registers.ts: Number(value - BigInt(first": 1,
		// Exponents of a path: whole numbers of years, and of years times the threshold's terms.
		"src/exact/root.ts: Number(divisor(BigInt(Math.abs(k": 1,
		"src/trajectory/shapes/equal-rate.ts: Number(over": 1,
		"src/trajectory/shapes/equal-rate.ts: Number(under": 1,
		// The power of two that an exponential is shifted by: any whole number near it will do.
		"src/exact/bounds.ts: Number(nearest(power * 1000n, (1n << BigInt(bits": 1,
		// The exponents p and q of a power that would make a logarithm a tie; q is at most the bits of a number.
		"src/exact/shown.ts: Number(over": 1,
		"src/exact/shown.ts: Number(under": 1,
		// Years: of a price word, of an electricity mode.
		"src/assessment/output.ts: Number(stated[1]": 1,
		'src/assessment/output.ts: Number(rules.asserted.slice("constant-".length': 1,
		"src/carbon/electricity.ts: Number(named[2]": 1,
		// The leading digits of a ratio, to name the power of ten a slip suggests: told, and used for nothing.
		"src/ledger/rules/unit-slip.ts: Number(digits.slice(0, 3": 1,
		// Years, months, days and counts of a table of totals.
		"src/ledger/total/cells.ts: Number(digits": 1,
	};

	it("are never read as floats in the rooms that compute, but for what is listed", () => {
		const found: Record<string, number> = {};
		for (const file of sources.filter((name) =>
			["exact", "carbon", "trajectory", "assessment", "ledger", "drivers"].includes(roomOf(name)),
		)) {
			for (const [text] of source(file).matchAll(
				/\b(?:Number|parseFloat|parseInt|Number\.parse(?:Float|Int))\([^)]*|\bMath\.fround\(|\.toNumber\(/g,
			)) {
				found[`${file}: ${text}`] = (found[`${file}: ${text}`] ?? 0) + 1;
			}
		}
		expect(found).toEqual(allowed);
	});

	it("are rounded in one place: no other room has a rounding of its own", () => {
		const rounding = /\.toFixed\(\s*[^\s)]|\.toPrecision\(|\.toExponential\(|Math\.(round|trunc)\(/;
		const own = sources.filter((file) => roomOf(file) !== "build" && rounding.test(source(file)));
		expect(own).toEqual(["src/exact/exact.ts"]);
	});
});
