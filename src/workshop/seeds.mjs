// Compiles seeds/ into src/reference/compiled.ts, which every run reads, and into dist/seeds.json, which `tanlu sources` reads.
// Plain JavaScript, because Node 20 cannot run the compiler's source.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "seeds-"));

try {
	const bundle = join(scratch, "compile-seeds.mjs");
	await build({
		entryPoints: [join(root, "src/workshop/compile-seeds.ts")],
		outfile: bundle,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		logLevel: "warning",
	});
	const { compileSeeds, needed, told } = await import(pathToFileURL(bundle).href);
	const seeds = compileSeeds(join(root, "seeds"));
	// A string that is parsed at run time: engines read JSON faster than an object literal of this size.
	const json = JSON.stringify(JSON.stringify(needed(seeds)));
	write(
		join(root, "src/reference/compiled.ts"),
		`/** Generated from seeds/ by src/workshop/seeds.mjs; not edited by hand. */\nexport const compiled: string = ${json};\n`,
	);
	write(join(root, "dist/seeds.json"), `${JSON.stringify(told(seeds))}\n`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

/** An unchanged file keeps its date; a changed one is renamed into place, so that nobody reads half of it. */
function write(path, contents) {
	if (current(path) === contents) return;
	mkdirSync(dirname(path), { recursive: true });
	const fresh = `${path}.${process.pid}.tmp`;
	writeFileSync(fresh, contents);
	renameSync(fresh, path);
}

function current(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}
