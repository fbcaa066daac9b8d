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
	const json = JSON.stringify(JSON.stringify(needed(compileSeeds(join(root, "seeds")))));
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

// What a run needs of the seeds: reading them at every start costs time by their length. Notes and the witnesses behind a
// mark of verification stay in seeds/; of a mark, only whether it is in part is told with a figure.
function needed(seeds) {
	const marked = (row) => ({
		...row,
		verified: row.verified.startsWith("partial") ? row.verified : "yes",
		...("note" in row ? { note: "" } : {}),
	});
	const grid = ({ level, basis }) =>
		level !== "regional" && (basis === "average" || basis === "average-excluding-market-nonfossil");
	return {
		...seeds,
		fuelSets: seeds.fuelSets.map((set) => ({ ...set, factors: set.factors.map(marked) })),
		electricity: seeds.electricity.filter(grid).map(marked),
		processes: seeds.processes.map(marked),
		targets: seeds.targets.map(marked),
		deflators: [],
	};
}

function current() {
	try {
		return readFileSync(target, "utf8");
	} catch {
		return undefined;
	}
}
