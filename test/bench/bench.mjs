// Time and memory, side by side in one run: what starting costs, what rows cost next to a parser alone, what firms cost.
// Needs a build. --firms and --rounds make it smaller or longer. Never part of the tests: its numbers are the machine's.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { rowsPerFirm, writeEnergy, writeOutput } from "./made-up.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const tanlu = join(root, "bin", "tanlu.js");
const { values: asked } = parseArgs({
	options: {
		// The fewest firms that make a million rows.
		firms: { type: "string", default: String(Math.ceil(1_000_000 / rowsPerFirm)) },
		rounds: { type: "string", default: "3" },
		starts: { type: "string", default: "21" },
	},
});
const [firms, rounds, starts] = [asked.firms, asked.rounds, asked.starts].map(Number);

/** One Node process from start to end: seconds, peak memory in MiB where asked for, exit code, standard output. */
function run(args, { measured = false } = {}) {
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
			if (code === null || code > 1) reject(new Error(`node ${args.join(" ")}\nended with ${code}\n${complaint().slice(-2000)}`));
			else resolve({ seconds, peak: Number(memory()) / 1024, code, out: out() });
		});
	});
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Every run in turn, so many times over: what disturbs the machine disturbs all of them. One list of results for each. */
async function interleaved(count, runs, options) {
	const results = runs.map(() => []);
	for (let round = 0; round < count; round += 1) {
		for (const [at, args] of runs.entries()) results[at].push(await run(args, options));
	}
	return results;
}

/** Rows of cells as text, the first column to the left, figures to the right. */
function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
	console.log(`${rows.map(line).join("\n")}\n`);
}

async function startUp() {
	const folder = join(root, "fixtures", "demo");
	const demo = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".csv")) : [];
	const commands = [
		{ name: "node -e 0", args: ["-e", "0"] },
		{ name: "tanlu --version", args: [tanlu, "--version"], aim: 1.3 },
	];
	if (demo.length > 0) {
		const files = demo.sort().map((file) => join("fixtures", "demo", file));
		commands.push({ name: "tanlu report, the demonstration", args: [tanlu, "report", ...files, "--format", "text"], aim: 2.2 });
	}
	const runs = commands.map(({ args }) => args);
	// Once beforehand, so that no run is the first to read a file from the disk.
	await interleaved(1, runs);
	const times = (await interleaved(starts, runs)).map((results) => median(results.map(({ seconds }) => seconds)));
	console.log(`Start-up: medians of ${starts} interleaved runs`);
	table([
		["", "ms", "ratio", "aim"],
		...commands.map(({ name, aim }, at) => [
			name,
			(times[at] * 1000).toFixed(1),
			(times[at] / times[0]).toFixed(2),
			aim === undefined ? "" : `${aim} ${times[at] <= aim * times[0] ? "met" : "missed"}`,
		]),
	]);
	if (demo.length === 0) console.log("fixtures/demo holds no table, so the demonstration was not measured.\n");
}

async function rows(folder) {
	const at = (file) => join(folder, file);
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
		size.rows = writeEnergy(size.energy, size.firms, size.repeats);
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
		const peerSeconds = median(peers.map(({ seconds }) => seconds));
		const line = (name, results) => {
			const seconds = median(results.map((result) => result.seconds));
			return [
				name,
				String(size.firms),
				String(size.rows),
				(statSync(size.energy).size / 1e6).toFixed(0),
				seconds.toFixed(2),
				Math.round(size.rows / seconds).toString(),
				(peerSeconds / seconds).toFixed(2),
				median(results.map((result) => result.peak)).toFixed(0),
			];
		};
		lines.push(line(`tanlu report, ${size.name}`, ours));
		if (limited !== undefined) lines.push(line("  the same with a heap of at most 640 MiB", limited));
		lines.push(line("  csv-parse alone, counting", peers));
	}
	console.log(`Rows: medians of ${rounds} interleaved runs`);
	table(lines);
	const [, once, repeated] = sizes.map(({ result }) => readFileSync(result, "utf8"));
	console.log(`The result with every row 4 times is ${once === repeated ? "the same, byte for byte" : "NOT the same"}.`);
}

const folder = mkdtempSync(join(tmpdir(), "tanlu-bench-"));
try {
	console.log(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
	await startUp();
	await rows(folder);
} catch (fault) {
	console.error(fault.message);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
