// National data: whole runs beside DuckDB over the same tables, a parser alone, and `wc -l` as the floor. DuckDB is no package of this project:
// it is installed into the bench's own folder, and left out where it cannot be had.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rowsPerFirm, writeEnergy, writeMonthlyOutput } from "./made-up.mjs";
import { interleaved, peak, seconds, table, tanlu } from "./measure.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The folder that DuckDB is in; undefined, and told, where it cannot be had. */
function duckdb(folder) {
	const arguments_ = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, "@duckdb/node-api"];
	const { status, stderr } = spawnSync("npm", arguments_, { encoding: "utf8" });
	if (status === 0) return folder;
	console.log(`DuckDB cannot be had here, and is left out: ${String(stderr).trim().split("\n")[0]}\n`);
	return undefined;
}

/** Million rows of energy, one size after the other; so many rounds each. */
export async function scale(at, { rounds, millions }) {
	const peer = duckdb(at("."));
	for (const million of millions) {
		const firms = Math.ceil((million * 1_000_000) / rowsPerFirm);
		const [energy, output, result] = [at("energy.csv"), at("output.csv"), at("result.csv")];
		const count = writeEnergy(energy, firms);
		writeMonthlyOutput(output, firms);
		const lines = [
			{ name: "tanlu report", args: [tanlu, "report", energy, output, "--format", "csv", "--out", result] },
			{
				name: "tanlu report --no-screen",
				args: [tanlu, "report", energy, output, "--no-screen", "--format", "csv", "--out", result],
			},
			{ name: "tanlu check", args: [tanlu, "check", energy, output, "--format", "json", "--out", result] },
			{ name: "tanlu total", args: [tanlu, "total", energy, "--out", result] },
			...(peer === undefined
				? []
				: [
						{
							name: "DuckDB, floats, with intensity, path and gap",
							args: [join(here, "duckdb.mjs"), peer, "report", energy, output, result],
						},
						{ name: "DuckDB, exact sums", args: [join(here, "duckdb.mjs"), peer, "sums", energy, output, result] },
					]),
			{ name: "csv-parse alone, counting", args: [join(here, "csv-parse-alone.mjs"), energy] },
			{ name: "wc -l", args: [join(here, "wc.mjs"), energy] },
		];
		const results = await interleaved(
			rounds,
			lines.map(({ args }) => args),
			{ measured: true },
		);
		const mb = statSync(energy).size / 1e6;
		const like = seconds(results[lines.findIndex(({ name }) => name.startsWith("DuckDB"))] ?? results[0]);
		table(`${count} rows of ${firms} firms, ${mb.toFixed(0)} MB: medians of ${rounds} interleaved runs`, [
			["", "seconds", "rows/s", "MB/s", "peak MiB", peer === undefined ? "of report" : "of DuckDB"],
			...lines.map(({ name }, row) => {
				const took = seconds(results[row]);
				return [
					name,
					took.toFixed(2),
					Math.round(count / took).toString(),
					(mb / took).toFixed(1),
					peak(results[row]).toFixed(0),
					(took / like).toFixed(2),
				];
			}),
		]);
	}
}
