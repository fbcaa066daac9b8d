// Programs run from start to end and measured, and tables of what came out.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
export const root = join(here, "..", "..");
export const tanlu = join(root, "bin", "tanlu.js");

/** One Node process from start to end: seconds, peak memory in MiB where asked for, exit code, standard output and error. */
export function run(args, { measured = false, most = 1 } = {}) {
	const peak = measured ? ["--import", pathToFileURL(join(here, "peak.mjs")).href] : [];
	return new Promise((resolve, reject) => {
		const begun = process.hrtime.bigint();
		const child = spawn(process.execPath, [...peak, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe", "pipe"] });
		const [out, complaint, memory] = [1, 2, 3].map((descriptor) => {
			const chunks = [];
			child.stdio[descriptor].on("data", (chunk) => chunks.push(chunk));
			return () => Buffer.concat(chunks).toString();
		});
		let seconds = 0;
		child.on("error", reject);
		child.on("exit", () => {
			seconds = Number(process.hrtime.bigint() - begun) / 1e9;
		});
		child.on("close", (code) => {
			// 1 means findings about the data, which is an answer; anything above means that there is nothing to measure.
			if (code === null || code > most)
				reject(new Error(`node ${args.join(" ")}\nended with ${code}\n${complaint().slice(-2000)}`));
			else resolve({ seconds, peak: Number(memory()) / 1024, code, out: out(), complaint: complaint() });
		});
	});
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Median seconds, and median peak in MiB, of some results. */
export const seconds = (results) => median(results.map((result) => result.seconds));
export const peak = (results) => median(results.map((result) => result.peak));

/** Every run in turn, so many times over: what disturbs the machine disturbs all of them. One list of results for each. */
export async function interleaved(count, runs, options) {
	const results = runs.map(() => []);
	for (let round = 0; round < count; round += 1) {
		for (const [at, args] of runs.entries()) results[at].push(await run(args, options));
	}
	return results;
}

/** A target beside what was measured; nothing where there is none. */
export const aimed = (measured, aim) => (aim === undefined ? "" : `${aim} ${measured <= aim ? "met" : "missed"}`);

/** A title, and rows of cells as text: the first column to the left, figures to the right. */
export function table(title, rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
	console.log(`${title}\n${rows.map(line).join("\n")}\n`);
}

/**
 * Runs beside one another, each with its ratio to the first and its aim: `{ name, args, aim }`, and `peakAim` for the ratio of
 * peak memory to the run named in `peakOf` (the first, if none is).
 */
export async function sideBySide(title, rounds, lines) {
	const results = await interleaved(
		rounds,
		lines.map(({ args }) => args),
		{ measured: true },
	);
	const [first] = results;
	const row = ({ name, aim, peakAim, peakOf = lines[0].name }, at) => {
		const ratio = seconds(results[at]) / seconds(first);
		const memory = peak(results[at]) / peak(results[lines.findIndex((line) => line.name === peakOf)]);
		return [
			name,
			seconds(results[at]).toFixed(2),
			ratio.toFixed(2),
			aimed(ratio, aim),
			peak(results[at]).toFixed(0),
			peakAim === undefined ? "" : memory.toFixed(2),
			aimed(memory, peakAim),
		];
	};
	table(`${title}: medians of ${rounds} interleaved runs`, [
		["", "seconds", "ratio", "aim", "peak MiB", "ratio", "aim"],
		...lines.map(row),
	]);
}
