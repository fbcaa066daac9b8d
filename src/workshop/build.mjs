// Bundles src into dist: one file to start with, the rest in pieces that load when they are needed.
// Silent when all is well. With --types it also writes the declarations of the library entry, which takes a second more.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What starts on its own: the command, the library. An entry that does not exist yet is left out. */
const entries = ["src/main.ts", "src/index.ts"].filter((entry) => existsSync(join(root, entry)));

/**
 * A CommonJS package inside an ES module bundle cannot `require("node:fs")`. Each such call becomes an import; a
 * `createRequire` banner would work too, but every piece would pay for it. commander wants child_process only for
 * subcommands that are programs of their own; we have none, so it is left out and never loaded.
 */
const builtins = {
	name: "builtins",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:/ }, ({ path, kind }) =>
			kind === "require-call" ? { path, namespace: "builtin" } : { path, external: true },
		);
		onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
			contents:
				path === "node:child_process"
					? `module.exports = { spawn() { throw new Error("subcommands that are programs of their own are not bundled"); } };`
					: `import it from ${JSON.stringify(path)}; module.exports = it;`,
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
function licences(metafile) {
	const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
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

async function bundle() {
	const { outputFiles, metafile } = await build({
		absWorkingDir: root,
		entryPoints: entries,
		outdir: dist,
		outbase: "src",
		chunkNames: "pieces/[name]-[hash]",
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		target: "node20",
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: "none",
		charset: "utf8",
		define: { "process.env.TANLU_VERSION": JSON.stringify(version) },
		plugins: [builtins],
		metafile: true,
		write: false,
		logLevel: "warning",
	});
	const wanted = outputFiles.map(({ path, contents }) => [path, contents]);
	wanted.push([join(dist, "licenses.txt"), licences(metafile)]);
	// Pieces first, entries last: an entry never names a piece that is not there yet.
	const isEntry = ([path]) => dirname(path) === dist;
	for (const [path, contents] of wanted.sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) write(path, contents);
	const kept = new Set(wanted.map(([path]) => path));
	const types = join(dist, "types") + sep;
	// Another build may be about to rename its own .tmp file.
	const stale = (path) => !kept.has(path) && !path.startsWith(types) && !path.endsWith(".tmp");
	for (const path of filesBelow(dist).filter(stale)) rmSync(path, { force: true });
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
if (process.argv.includes("--types") && entries.includes("src/index.ts")) declare();
