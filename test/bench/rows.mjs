// What rows cost next to a parser alone, and that copies of rows take no memory.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { interleaved, peak, seconds, table, tanlu } from "./measure.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

export async function rows(at, { firms, rounds }) {
	const sizes = [
		{ name: "a quarter of the firms", firms: Math.ceil(firms / 4), repeats: 1 },
		{ name: "all firms", firms, repeats: 1, limited: true },
		{ name: "all firms, each row 4 times", firms, repeats: 4, limited: true },
	].map((size, nr) => ({
		...size,
		energy: at(`energy-${nr}.csv`),
		output: at(`output-${nr}.csv`),
		result: at(`result-${nr}.csv`),
	}));
	for (const size of sizes) {
		size.rows = writeEnergy(size.energy, size.firms, { repeats: size.repeats });
		writeOutput(size.output, size.firms);
	}
	const report = ({ energy, output, result }) => [tanlu, "report", energy, output, "--format", "csv", "--out", result];
	const alone = ({ energy }) => [join(here, "csv-parse-alone.mjs"), energy];
	// Without a limit V8 collects later the more there is to read. With one just above what a million facts need, copies show
	// whether they are kept: the two peaks must be about equal.
	const inLess = (size) => (size.limited ? [["--max-old-space-size=640", ...report(size)]] : []);
	const lines = [["", "firms", "rows", "MB", "seconds", "rows/s", "of csv-parse", "peak MiB"]];
	for (const size of sizes) {
		const runs = [report(size), alone(size), ...inLess(size)];
		const [ours, peers, limited] = await interleaved(rounds, runs, { measured: true });
		const counted = Number(peers[0].out) - 1;
		if (counted !== size.rows) throw new Error(`csv-parse read ${counted} rows of ${size.rows}`);
		const line = (name, results) => [
			name,
			String(size.firms),
			String(size.rows),
			(statSync(size.energy).size / 1e6).toFixed(0),
			seconds(results).toFixed(2),
			Math.round(size.rows / seconds(results)).toString(),
			(seconds(peers) / seconds(results)).toFixed(2),
			peak(results).toFixed(0),
		];
		lines.push(line(`tanlu report, ${size.name}`, ours));
		if (limited !== undefined) lines.push(line("  the same with a heap of at most 640 MiB", limited));
		lines.push(line("  csv-parse alone, counting", peers));
	}
	table(`Rows: medians of ${rounds} interleaved runs`, lines);
	const [, once, repeated] = sizes.map(({ result }) => readFileSync(result, "utf8"));
	console.log(`The result with every row 4 times is ${once === repeated ? "the same, byte for byte" : "NOT the same"}.\n`);
}
