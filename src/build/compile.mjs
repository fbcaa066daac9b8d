// Compiles seeds/ into src/reference/compiled.ts, which every run reads, and into dist/seeds.json, which `tanlu sources` reads;
// the definitions in fixtures/findings into src/findings/compiled.ts, and the titles there into compiled.ts of each language;
// and the kinds of tables in src/contract/tables into src/contract/compiled.ts and what each language says of them.
// Plain JavaScript, because Node 20 cannot run the compilers' source.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "compile-"));

try {
	// Kinds of tables come first: those who compile the rest look into the contract.
	compileTables(await compilers("table-kinds", "compile-tables"));
	const rest = await compilers("compile-seeds", "seed-goals", "definitions", "compile-findings");
	compileSeeds(rest);
	compileFindings(rest);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

/** What the files of these names export, bundled. */
async function compilers(...names) {
	const outfile = join(scratch, `${names[0]}.mjs`);
	await build({
		stdin: { contents: names.map((name) => `export * from "./${name}.ts";`).join("\n"), resolveDir: join(root, "src/build") },
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		logLevel: "warning",
		// yaml looks at its environment by `require`.
		banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
	});
	return import(pathToFileURL(outfile).href);
}

function compileSeeds({ compileSeeds, limitFaults, needed, told }) {
	const seeds = compileSeeds(join(root, "seeds"));
	const code = readdirSync(join(root, "src"), { recursive: true }).filter((path) => path.endsWith(".ts"));
	const faults = limitFaults(seeds.limits, new Map(code.map((path) => [path, readFileSync(join(root, "src", path), "utf8")])));
	if (faults.length > 0) throw new Error(faults.join("\n"));
	// A string that is parsed at run time: engines read JSON faster than an object literal of this size. The library holds it,
	// the command reads it from beside itself.
	const run = JSON.stringify(needed(seeds));
	const json = JSON.stringify(run);
	write(
		join(root, "src/reference/compiled.ts"),
		`/** Generated from seeds/ by src/build/compile.mjs; not edited by hand. */\nexport const compiled: string = ${json};\n`,
	);
	write(join(root, "dist/reference.json"), run);
	write(join(root, "dist/seeds.json"), `${JSON.stringify(told(seeds))}\n`);
}

function compileFindings({ readDefinitions, compileFindings, compileTitles }) {
	const definitions = readDefinitions(join(root, "fixtures", "findings"));
	write(join(root, "src/findings/compiled.ts"), compileFindings(definitions));
	for (const [id, titles] of compileTitles(definitions)) write(join(root, "src/language", id, "compiled.ts"), titles);
}

function compileTables({ readTableKinds, compileTables, compileTableTexts }) {
	const kinds = readTableKinds(join(root, "src/contract/tables"));
	write(join(root, "src/contract/compiled.ts"), compileTables(kinds));
	for (const [id, texts] of compileTableTexts(kinds)) write(join(root, "src/language", id, "fields/compiled.ts"), texts);
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
