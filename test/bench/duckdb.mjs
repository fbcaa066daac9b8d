// The peer for national data: DuckDB reads the same tables. FOLDER has its package, QUERY is `sums` (exact sums of every firm, year and
// carrier) or `report` (emissions over output, the path of equal rates and the gap, in floats). What comes of it goes to RESULT, as csv.
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , folder, query, energy, output, result] = process.argv;
const { DuckDBInstance } = createRequire(join(folder, "package.json"))("@duckdb/node-api");

const columns = (quantity) =>
	`{'firm':'VARCHAR','period':'VARCHAR','carrier':'VARCHAR','quantity':'${quantity}','unit':'VARCHAR'}`;
const rows = (quantity) => `read_csv('${energy}', header=true, columns=${columns(quantity)})`;
// What a unit of each carrier counts here is none of DuckDB's work: any numbers do.
const factor =
	"CASE carrier WHEN 'electricity' THEN 5.3 WHEN 'heat' THEN 0.11 WHEN 'natural-gas' THEN 21.6 WHEN 'bituminous-coal' THEN 1.9 ELSE 3 END";
const queries = {
	sums: `SELECT firm, period[1:4] AS year, carrier, unit, sum(quantity) FROM ${rows("DECIMAL(18,2)")} GROUP BY ALL ORDER BY ALL`,
	report: `
		WITH used AS (SELECT firm, period[1:4] AS year, sum(quantity * ${factor}) AS co2 FROM ${rows("DOUBLE")} GROUP BY ALL),
		made AS (SELECT firm, period[1:4] AS year, sum(quantity::DOUBLE) AS value FROM read_csv('${output}', header=true, all_varchar=true) GROUP BY ALL),
		rate AS (SELECT firm, year, co2, value, co2 / value AS intensity FROM used JOIN made USING (firm, year)),
		base AS (SELECT firm, intensity AS base FROM rate WHERE year = '2020')
		SELECT firm, year, co2, value, intensity, base * 0.82 ** ((year::INT - 2020) / 5.0) AS required, intensity - required AS gap
		FROM rate JOIN base USING (firm) ORDER BY firm, year`,
};

try {
	const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
	const connection = await instance.connect();
	await connection.run(`COPY (${queries[query]}) TO '${result}' (FORMAT csv)`);
} catch (error) {
	// 1 would be an answer: a query that failed is none.
	console.error(error);
	process.exitCode = 2;
}
