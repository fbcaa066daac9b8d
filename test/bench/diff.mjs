// What comparing two submissions costs beside the report of one: the same rows, few of them with another amount, and many. Each change is
// judged by itself, so that many of them cost more than two readings.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { sideBySide, tanlu } from "./measure.mjs";

const firms = 200;
const changes = [1, 10, 100];

export async function diff(at, { rounds }) {
	const folder = (name) => {
		mkdirSync(at(name), { recursive: true });
		return at(name);
	};
	const file = (name, table) => at(`${name}/${table}.csv`);
	folder("diff-old");
	const rows = writeEnergy(file("diff-old", "energy"), firms);
	writeOutput(file("diff-old", "output"), firms);
	const [energy, output] = ["energy", "output"].map((table) => readFileSync(file("diff-old", table), "utf8"));
	for (const count of changes) {
		folder(`diff-${count}`);
		writeFileSync(file(`diff-${count}`, "energy"), changed(energy, count));
		writeFileSync(file(`diff-${count}`, "output"), output);
	}
	const shown = (name) => ["--quiet", "--format", "csv", "--out", at(`${name}.csv`)];
	await sideBySide(`Two submissions of ${rows} rows of energy`, rounds, [
		{ name: "tanlu report of one", args: [tanlu, "report", at("diff-old"), "--no-screen", ...shown("diff-report")] },
		...changes.map((count) => ({
			name: `tanlu diff, ${count} ${count === 1 ? "cell" : "cells"} changed`,
			args: [tanlu, "diff", at("diff-old"), at(`diff-${count}`), ...shown(`diff-of-${count}`)],
			// Two readings, and half of one to compare them.
			aim: count === 1 ? 2.5 : undefined,
		})),
	]);
}

/** So many amounts, spread over all rows, a tenth larger. */
function changed(csv, count) {
	const lines = csv.trimEnd().split("\n");
	const column = lines[0].split(",").indexOf("quantity");
	const every = Math.floor((lines.length - 1) / count);
	for (let row = 1; row <= count; row += 1) {
		const cells = lines[row * every].split(",");
		cells[column] = (Number(cells[column]) * 1.1).toFixed(2);
		lines[row * every] = cells.join(",");
	}
	return `${lines.join("\n")}\n`;
}
