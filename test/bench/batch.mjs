// What a submission costs: a thousand small ones, each in a folder of its own, and a tenth of them for the memory.
import { mkdirSync, readFileSync } from "node:fs";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { aimed, interleaved, peak, seconds, table, tanlu } from "./measure.mjs";

/** Milliseconds each, with two threads. */
const aim = 5;
/** Years in each: a base and the year after it. */
const span = 2;
const tenth = 10;

export async function batch(at, { submissions, rounds }) {
	let rows = 0;
	for (const [folder, count] of [
		["all", submissions],
		["few", submissions / tenth],
	])
		for (let firm = 0; firm < count; firm += 1) {
			const place = `${folder}/S${String(firm).padStart(6, "0")}`;
			mkdirSync(at(place), { recursive: true });
			rows = writeEnergy(at(`${place}/energy.csv`), 1, { first: firm, span });
			writeOutput(at(`${place}/output.csv`), 1, { first: firm, span });
		}
	const judged = (folder, jobs, ...more) => [
		...[tanlu, "batch", at(folder), "--quiet", "--format", "csv", "--jobs", String(jobs)],
		...["--out", at(`${folder}-${jobs}.csv`), ...more],
	];
	const runs = [judged("all", 1), judged("all", 2), judged("few", 2)];
	const [one, two, few] = await interleaved(rounds, runs, { measured: true });
	const [kept] = await interleaved(1, [judged("all", 2, "--evidence", at("evidence"))], { measured: true });
	const each = (results) => (seconds(results) * 1000) / submissions;
	const line = (name, results, wanted) => [
		...[name, seconds(results).toFixed(2), each(results).toFixed(2), aimed(each(results), wanted), peak(results).toFixed(0)],
	];
	table(`${submissions} submissions of ${rows} rows of energy: medians of ${rounds} interleaved runs`, [
		["", "seconds", "ms each", "aim", "peak MiB"],
		line("one thread", one),
		line("two threads", two, aim),
		line("two threads, with evidence (one run)", kept),
		["a tenth of them, two threads", seconds(few).toFixed(2), "", "", peak(few).toFixed(0)],
	]);
	const [first, second] = ["all-1.csv", "all-2.csv"].map((name) => readFileSync(at(name), "utf8"));
	console.log(`The results are ${first === second ? "the same, byte for byte" : "NOT the same"}.\n`);
}
