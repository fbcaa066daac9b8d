// Compiles seeds/ into src/reference/compiled.ts. Plain JavaScript, because Node 20 cannot run the compiler's source.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = join(root, "src/reference/compiled.ts");
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
	const { compileSeeds } = await import(pathToFileURL(bundle).href);
	// A string that is parsed at run time: engines read JSON faster than an object literal of this size.
	const json = JSON.stringify(JSON.stringify(compileSeeds(join(root, "seeds"))));
	const source = `/** Generated from seeds/ by src/workshop/seeds.mjs; not edited by hand. */\nexport const compiled: string = ${json};\n`;
	// An unchanged file keeps its date; a changed one is renamed into place, so that nobody reads half of it.
	if (current() !== source) {
		const fresh = `${target}.${process.pid}.tmp`;
		writeFileSync(fresh, source);
		renameSync(fresh, target);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

function current() {
	try {
		return readFileSync(target, "utf8");
	} catch {
		return undefined;
	}
}
