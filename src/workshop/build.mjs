// Bundles src into dist: a small file to start with, the program, and the library; and writes beside them the schemas that
// programs may rely on, and the explanations of findings.
// Silent when all is well. With --types it also writes the declarations of the library entry, which takes a second more.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** commander wants child_process only for subcommands that are programs of their own; we have none, so it never loads. */
const builtins = {
	name: "builtins",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: "builtin" }));
		onLoad({ filter: /.*/, namespace: "builtin" }, () => ({
			contents: `module.exports = { spawn() { throw new Error("subcommands that are programs of their own are not bundled"); } };`,
		}));
	},
};

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
	plugins: [builtins],
	metafile: true,
	write: false,
	logLevel: "warning",
};

/** The command: CommonJS, which starts sooner and can be kept compiled. */
const command = {
	...common,
	entryPoints: { main: "src/main.ts", tanlu: "src/host/tanlu.ts" },
	outdir: dist,
	outExtension: { ".js": ".cjs" },
	format: "cjs",
};
/** The library: one ES module. */
const library = { ...common, entryPoints: ["src/index.ts"], outfile: join(dist, "index.js"), format: "esm" };
/** What makes the schemas: run here, and no part of what is shipped. */
const contracts = { ...common, entryPoints: ["src/workshop/contracts/index.ts"], outfile: "contracts.mjs", format: "esm" };
/** What makes the explanations, likewise. */
const explained = { ...common, entryPoints: ["src/workshop/explanations.ts"], outfile: "explanations.mjs", format: "esm" };

async function bundle() {
	const all = await Promise.all([contracts, explained, command, library].map((settings) => build(settings)));
	const [schemaMaker, explainer, ...results] = all;
	const wanted = results.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [path, contents]));
	wanted.push([join(dist, "licenses.txt"), licences(results.map(({ metafile }) => metafile))]);
	wanted.push([join(dist, "schemas.json"), await schemas(schemaMaker)]);
	wanted.push([join(dist, "explain.json"), await explanations(explainer)]);
	const program = join(dist, "tanlu.cjs");
	const before = existsSync(program) ? readFileSync(program) : undefined;
	for (const [path, contents] of wanted) write(path, contents);
	const cache = join(dist, "tanlu.cache");
	// seeds.mjs writes the seeds in full.
	const kept = new Set([...wanted.map(([path]) => path), cache, join(dist, "seeds.json")]);
	const types = join(dist, "types") + sep;
	// Another build may be about to rename its own .tmp file.
	const stale = (path) => !kept.has(path) && !path.startsWith(types) && !path.endsWith(".tmp");
	for (const path of filesBelow(dist).filter(stale)) rmSync(path, { force: true });
	if (before === undefined || !before.equals(readFileSync(program)) || !existsSync(cache)) await keepCompiled(program, cache);
}

/** The schemas of input tables and outputs, from the definitions that the code uses. */
async function schemas(bundled) {
	const { schemas } = await imported(bundled);
	return `${JSON.stringify(schemas(readFileSync(join(root, "seeds", "columns.csv"), "utf8")))}\n`;
}

/** What each finding means, with its example from the gallery. A code that is not whole yet is told, and left to the tests. */
async function explanations(bundled) {
	const { explanations } = await imported(bundled);
	const { written, lacking } = await explanations(join(root, "fixtures", "findings"));
	if (lacking.length > 0) process.stderr.write(`not explained, or not in the gallery: ${lacking.join(", ")}\n`);
	return `${JSON.stringify(written)}\n`;
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

/**
 * What the engine made of the program, once the demonstration has been through it: starting from there saves compiling it at
 * every start. An engine of another version refuses it and compiles as usual.
 */
async function keepCompiled(program, cache) {
	const demo = ["energy", "output", "firms"].map((name) => join(root, "fixtures", "demo", `${name}.csv`));
	const scratch = mkdtempSync(join(tmpdir(), "tanlu-build-"));
	const { write: speak } = process.stderr;
	// Its warnings are the demonstration's, not the build's.
	process.stderr.write = () => true;
	try {
		const script = new Script(Module.wrap(readFileSync(program, "utf8")), { filename: program });
		const loaded = { exports: {} };
		script.runInThisContext()(loaded.exports, createRequire(program), loaded, program, dist);
		for (const format of ["text", "csv", "json"]) {
			const code = await loaded.exports.start(
				["report", ...demo, "--format", format, "--out", join(scratch, format), "--quiet"],
				version,
			);
			if (code !== 0) throw new Error(`the demonstration ended with ${code}`);
		}
		write(cache, script.createCachedData());
	} finally {
		process.stderr.write = speak;
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

await bundle();
if (process.argv.includes("--types")) declare();
