// What a file costs beside its rows: many firms, each in two files of its own, next to the same rows in two files.
import { mkdirSync, readFileSync } from "node:fs";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { aimed, interleaved, peak, seconds, table, tanlu } from "./measure.mjs";

/** Milliseconds a file. */
const aim = 2;
/** Years in each: a base and the year after it. */
const span = 2;

export async function smallFiles(at, { pairs, rounds }) {
	mkdirSync(at("pairs"));
	for (let firm = 0; firm < pairs; firm += 1) {
		writeEnergy(at(`pairs/${firm}-energy.csv`), 1, { first: firm, span });
		writeOutput(at(`pairs/${firm}-output.csv`), 1, { first: firm, span });
	}
	const [energy, output] = [at("together-energy.csv"), at("together-output.csv")];
	const rows = writeEnergy(energy, pairs, { span });
	writeOutput(output, pairs, { span });
	const report = (out, ...inputs) => [tanlu, "report", ...inputs, "--format", "csv", "--out", out];
	const runs = [report(at("pairs.csv"), at("pairs")), report(at("together.csv"), energy, output)];
	const [apart, together] = await interleaved(rounds, runs, { measured: true });
	const perFile = (results) => (seconds(results) * 1000) / (2 * pairs);
	table(`${2 * pairs} small files, ${rows} rows of energy: medians of ${rounds} interleaved runs`, [
		["", "seconds", "ms a file", "aim", "ratio", "peak MiB"],
		[
			"a file for each firm and table, named by their folder",
			seconds(apart).toFixed(2),
			perFile(apart).toFixed(2),
			aimed(perFile(apart), aim),
			(seconds(apart) / seconds(together)).toFixed(2),
			peak(apart).toFixed(0),
		],
		["the same rows in two files", seconds(together).toFixed(2), "", "", "1.00", peak(together).toFixed(0)],
	]);
	const [one, other] = ["pairs.csv", "together.csv"].map((name) => readFileSync(at(name), "utf8"));
	console.log(`The results are ${one === other ? "the same, byte for byte" : "NOT the same"}.\n`);
}
