// Bundles src into dist: a small file to start with, the program, and the library; and writes beside them the schemas that
// programs may rely on, and the explanations of findings.
// Silent when all is well. With --types it also writes the declarations of the library entry, which takes a second more.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Files are written only where they differ, and by renaming: whoever runs dist meanwhile sees whole files. */
function write(path, contents) {
	if (existsSync(path) && Buffer.from(contents).equals(readFileSync(path))) return;
	mkdirSync(dirname(path), { recursive: true });
	const fresh = `${path}.${process.pid}.tmp`;
	writeFileSync(fresh, contents);
	renameSync(fresh, path);
}

/** Every file below a folder, by its full path. */
function filesBelow(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The folder of the package a bundled file came from, or nothing for our own files. */
function packageOf(input) {
	const at = input.lastIndexOf("node_modules/");
	if (at < 0) return undefined;
	const [first, second] = input.slice(at + "node_modules/".length).split("/");
	return input.slice(0, at) + join("node_modules", first.startsWith("@") ? `${first}/${second}` : first);
}

/** The licence texts of the packages whose code ended up in dist, in order of name. */
function licences(metafiles) {
	const used = metafiles
		.flatMap(({ outputs }) => Object.values(outputs))
		.flatMap(({ inputs }) =>
			Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [packageOf(input)] : [])),
		);
	const folders = [...new Set(used)].filter((folder) => folder !== undefined).sort();
	const texts = folders.map((folder) => {
		const about = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
		const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
		if (file === undefined) throw new Error(`${about.name} has no licence file, so it cannot be bundled`);
		const text = readFileSync(join(root, folder, file), "utf8")
			.replaceAll("\r\n", "\n")
			.trim();
		return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
	});
	return `The files beside this one contain code of these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

const common = {
	absWorkingDir: root,
	bundle: true,
	platform: "node",
	target: "node20",
	minifyWhitespace: true,
	minifySyntax: true,
	minifyIdentifiers: false,
	legalComments: "none",
	charset: "utf8",
	define: { "process.env.TANLU_VERSION": JSON.stringify(version) },
	metafile: true,
	write: false,
	logLevel: "warning",
};

/** commander starts other programs for commands that are files of their own. There are none, and Node takes 2 ms to load what it does that with. */
const noPrograms = {
	name: "no-programs",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:child_process$/ }, () => ({ path: "none", namespace: "no-programs" }));
		onLoad({ filter: /.*/, namespace: "no-programs" }, () => ({ contents: "module.exports = {};" }));
	},
};
/** Node's `process` as it is: what a bundle makes of the module's name is a copy of its hundred properties, and six such copies. */
const processItself = {
	name: "process-itself",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:process$/ }, ({ kind }) =>
			kind === "import-statement" ? { path: "process", namespace: "process-itself" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "process-itself" }, () => ({ contents: "export default process;" }));
	},
};
/** Hardly a run takes a logarithm to more places than a float has, and what can do that takes a while to set itself up. */
const decimalOnUse = {
	name: "decimal-on-use",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^decimal\.js$/ }, ({ kind, resolveDir }) =>
			kind === "import-statement" ? { path: "decimal", namespace: "decimal-on-use", pluginData: resolveDir } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "decimal-on-use" }, ({ pluginData: resolveDir }) => ({
			contents: 'export const Decimal = { clone: (settings) => require("decimal.js").clone(settings) };',
			resolveDir,
		}));
	},
};
/** The seeds are read from a file beside the program: in it they would be read with it, and kept compiled as a third of it. */
const seedsBeside = {
	name: "seeds-beside",
	setup({ onLoad }) {
		const contents = 'export const compiled = require("node:fs").readFileSync(__dirname + "/reference.json", "utf8");';
		onLoad({ filter: /[\\/]reference[\\/]compiled\.ts$/ }, () => ({ contents }));
	},
};
/** A module that brings a package of its own, which most runs do not need: a bundle beside the program, which loads on use. */
const beside = (path, bundle) => ({
	name: `${bundle}-beside`,
	setup({ onResolve }) {
		onResolve({ filter: path }, ({ kind }) =>
			kind === "dynamic-import" ? { path: `./${bundle}.cjs`, external: true } : undefined,
		);
	},
});
const readingBeside = beside(/[\\/]contract[\\/]reading\.ts$/, "reading");
/** Those that read workbooks and data frames are larger than all the rest. */
const librariesBeside = [beside(/[\\/]library\.ts$/, "spreadsheets"), beside(/[\\/]parquet-library\.ts$/, "parquet")];
/** What writes workbooks, with its words and its package. */
const workbookBeside = beside(/[\\/]workbook[\\/]written\.ts$/, "workbook");
const cjs = { ...common, outdir: dist, outExtension: { ".js": ".cjs" }, format: "cjs" };
/** What starts the command: it knows the program by the beginning of its hash. */
const starter = (program) => ({
	...cjs,
	entryPoints: { main: "src/main.ts" },
	plugins: [processItself],
	define: { ...common.define, "process.env.TANLU_PROGRAM": JSON.stringify(program) },
});
/**
 * The command: CommonJS, which starts sooner and can be kept compiled; a function already, as Node makes one of a module, and
 * in ASCII, so that the engine takes the bytes as they are.
 */
const command = {
	...cjs,
	charset: "ascii",
	entryPoints: { tanlu: "src/host/tanlu.ts" },
	plugins: [noPrograms, processItself, decimalOnUse, seedsBeside, readingBeside, workbookBeside, ...librariesBeside],
	supported: { "dynamic-import": false },
	banner: { js: "(function(exports,require,module,__filename,__dirname){" },
	footer: { js: "})" },
};
const reading = { ...cjs, entryPoints: { reading: "src/contract/reading.ts" } };
/** The library: one ES module. */
const library = {
	...common,
	entryPoints: ["src/index.ts"],
	outfile: join(dist, "index.js"),
	format: "esm",
	plugins: [decimalOnUse, ...librariesBeside],
};
/** What both load for such a workbook. */
const parquet = { ...cjs, entryPoints: { parquet: "src/records/parquet-library.ts" }, minifyIdentifiers: true };
const workbook = { ...cjs, entryPoints: { workbook: "src/views/workbook/written.ts" } };
const spreadsheets = { ...cjs, entryPoints: { spreadsheets: "src/records/workbook/library.ts" }, minifyIdentifiers: true };
/** What makes the schemas: run here, and no part of what is shipped. */
const contracts = { ...common, entryPoints: ["src/build/contracts/index.ts"], outfile: "contracts.mjs", format: "esm" };
/** What makes the explanations and the manual, and looks for missing sentences, likewise. */
const explained = {
	...common,
	stdin: {
		contents: 'export * from "./explanations.ts"; export * from "./sentences.ts"; export * from "./manual.ts";',
		resolveDir: join(root, "src", "build"),
	},
	outfile: "explanations.mjs",
	format: "esm",
	// yaml looks at its environment by `require`.
	banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
};

/** `charset: "ascii"` leaves regular expressions as they are; read as ASCII, a letter of theirs would be several others. */
function inAscii(text) {
	const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
	return Buffer.from(text.replace(/[^\0-\x7f]/g, escaped), "latin1");
}

async function bundle() {
	const all = await Promise.all(
		[contracts, explained, command, reading, library, spreadsheets, parquet, workbook].map((settings) => build(settings)),
	);
	const [schemaMaker, explainer, ...results] = all;
	for (const file of results[0].outputFiles) if (file.path.endsWith("tanlu.cjs")) file.contents = inAscii(file.text);
	const hash = createHash("sha256").update(results[0].outputFiles[0].contents).digest("hex").slice(0, 16);
	results.push(await build(starter(hash)));
	const wanted = results.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [path, contents]));
	wanted.push([join(dist, "licenses.txt"), licences(results.map(({ metafile }) => metafile))]);
	wanted.push([join(dist, "schemas.json"), await schemas(schemaMaker)]);
	const made = await imported(explainer);
	wanted.push([join(dist, "explain.json"), await explanations(made)]);
	wanted.push([join(dist, "manual.json"), manual(made)]);
	wanted.push([
		join(dist, "verifier.json"),
		JSON.stringify(readFileSync(join(root, "src", "verifier", "verify-evidence.mjs"), "utf8")),
	]);
	const program = join(dist, "tanlu.cjs");
	const before = existsSync(program) ? readFileSync(program) : undefined;
	for (const [path, contents] of wanted) write(path, contents);
	// compile.mjs writes the seeds, those of a run and all of them.
	const kept = new Set([...wanted.map(([path]) => path), join(dist, "reference.json"), join(dist, "seeds.json")]);
	const types = join(dist, "types") + sep;
	// Another build may be about to rename its own .tmp file.
	const stale = (path) => !kept.has(path) && !path.startsWith(types) && !path.endsWith(".tmp");
	for (const path of filesBelow(dist).filter(stale)) rmSync(path, { force: true });
	if (before === undefined || !before.equals(readFileSync(program))) await tryCommands(program);
}

/** The schemas of input tables and outputs, from the definitions that the code uses. */
async function schemas(bundled) {
	const { schemas, lacking } = await imported(bundled);
	const missing = await lacking();
	if (missing.length > 0) throw new Error(`The contract is not whole:\n${missing.map((each) => `  ${each}`).join("\n")}`);
	return `${JSON.stringify(await schemas(readFileSync(join(root, "seeds", "columns.csv"), "utf8")))}\n`;
}

/** What each finding means, with its example from the gallery. A language that lacks a sentence ends the build, and is named. */
async function explanations({ explanations, lackingSentences }) {
	const missing = lackingSentences();
	if (missing.length > 0) throw new Error(`sentences are missing:\n${missing.map((place) => `  ${place}`).join("\n")}`);
	const { written, lacking } = await explanations(join(root, "fixtures", "findings"));
	// Left to the tests: what is expected is written by running what is built here.
	if (lacking.length > 0) process.stderr.write(`the gallery does not say what is expected: ${lacking.join(", ")}\n`);
	return `${JSON.stringify(written)}\n`;
}

/** The pages that help opens. What is missing ends the build, and is named. */
function manual({ readManual, lackingHelp }) {
	const pages = readManual(join(root, "src", "manual"));
	const missing = lackingHelp(pages);
	if (missing.length > 0) throw new Error(`help is not whole:\n${missing.map((place) => `  ${place}`).join("\n")}`);
	return `${JSON.stringify(pages)}\n`;
}

/** A module that was bundled to be run here. */
async function imported({ outputFiles: [{ contents }] }) {
	const scratch = mkdtempSync(join(tmpdir(), "tanlu-build-"));
	try {
		const file = join(scratch, "module.mjs");
		writeFileSync(file, contents);
		return await import(pathToFileURL(file).href);
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** Runs every command once: one that takes an option and does not read it ends in a fault. */
async function tryCommands(program) {
	const files = ["energy", "output", "firms"].map((name) => join(root, "fixtures", "demo", `${name}.csv`));
	const demo = [...files.slice(0, 2), "--firms", ...files.slice(2)];
	const span = ["--from", "2020", "--to", "2022"];
	const scratch = mkdtempSync(join(tmpdir(), "tanlu-build-"));
	// Their warnings are the demonstration's, not the build's. The program writes short texts past Node's streams.
	const disk = createRequire(program)("node:fs");
	const [{ write: speak }, { writeSync }] = [process.stderr, disk];
	let told = "";
	process.stderr.write = (text) => {
		told += text;
		return true;
	};
	disk.writeSync = (file, bytes, ...rest) => {
		if (file !== 2) return writeSync(file, bytes, ...rest);
		told += Buffer.from(bytes).toString("utf8");
		return bytes.length;
	};
	try {
		const loaded = { exports: {} };
		const made = new Script(readFileSync(program, "latin1"), { filename: program }).runInThisContext();
		made(loaded.exports, createRequire(program), loaded, program, dist);
		const away = ["--out", join(scratch, "result")];
		for (const line of [
			...["text", "csv", "json", "xlsx"].map((format) => ["report", ...demo, "--format", format, ...away, "--quiet"]),
			...["text", "csv", "json"].map((format) => ["drivers", ...demo, ...span, "--format", format, ...away, "--quiet"]),
			...["text", "csv", "json"].map((format) => [
				"whatif",
				...demo,
				"--set",
				"electricity=-5%",
				"--format",
				format,
				...away,
				"--quiet",
			]),
			["check", ...demo, ...away],
			["inspect", ...files, ...away, "--quiet"],
			["explain", ...away],
			["sources", ...away],
		]) {
			const code = await loaded.exports.start(line, version);
			if (code === 70) throw new Error(told.slice(told.lastIndexOf("Error:")));
			if (line[0] === "report" && code !== 0) throw new Error(`the demonstration ended with ${code}`);
		}
	} catch (error) {
		// Without it the next build looks again.
		rmSync(program, { force: true });
		throw error;
	} finally {
		process.stderr.write = speak;
		disk.writeSync = writeSync;
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** The declarations of what the library entry offers, and of what those mention. */
function declare() {
	const types = join(dist, "types");
	rmSync(types, { recursive: true, force: true });
	const settings = {
		extends: relative(dist, join(root, "tsconfig.json")).replaceAll(sep, "/"),
		compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: "../src", outDir: "types" },
		include: [],
		files: ["../src/index.ts"],
	};
	const project = join(dist, "types.json");
	writeFileSync(project, JSON.stringify(settings));
	const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
	rmSync(project);
	if (status !== 0) process.exitCode = 1;
}

try {
	await bundle();
	if (process.argv.includes("--types")) declare();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
