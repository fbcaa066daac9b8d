// npm run bench -- --mistakes: office mistakes laid into plausible firms, and what the tool makes of each kind. --size says into
// how many firms, --clean how many histories without a mistake are asked.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles the measure, which is TypeScript as the tests are, and prints its table. */
export async function mistakes(place, { size, clean }) {
	const outfile = place("mistakes.mjs");
	await build({
		entryPoints: [`${root}/test/mistakes/table.ts`],
		outfile,
		...{ bundle: true, platform: "node", format: "esm", logLevel: "error" },
		// What is bundled of CommonJS asks for Node's own modules by require.
		banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
	});
	const { table } = await import(pathToFileURL(outfile).href);
	for (const line of await table(root, size, clean)) console.log(line);
}
