// What claims cost: a thousand small submissions in one run, with three claims a firm and year, beside the report of the same. Every other
// firm claims a tenth of its CO2, so that likely causes are looked for; and a tenth of the submissions, for the memory.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { aimed, interleaved, peak, run, seconds, table, tanlu } from "./measure.mjs";

/** Milliseconds each. */
const aim = 5;
const span = 2;
const tenth = 10;

export async function verify(at, { submissions, rounds }) {
	let rows = 0;
	for (const [folder, count] of [
		["claimed", submissions],
		["few-claimed", submissions / tenth],
	])
		for (let firm = 0; firm < count; firm += 1) {
			const place = `${folder}/S${String(firm).padStart(6, "0")}`;
			mkdirSync(at(place), { recursive: true });
			rows = writeEnergy(at(`${place}/energy.csv`), 1, { first: firm, span });
			writeOutput(at(`${place}/output.csv`), 1, { first: firm, span });
		}
	const reported = (folder) => [
		...[tanlu, "report", at(folder), "--no-screen", "--quiet", "--format", "csv", "--out", at(`${folder}-report.csv`)],
	];
	const verified = (folder) => [
		...[tanlu, "verify", at(folder), "--claims", at(`${folder}-claims.csv`), "--tolerance", "0.01t"],
		...["--quiet", "--format", "csv", "--out", at(`${folder}-verified.csv`)],
	];
	for (const folder of ["claimed", "few-claimed"]) {
		await run(reported(folder));
		writeFileSync(at(`${folder}-claims.csv`), claimsOf(readFileSync(at(`${folder}-report.csv`), "utf8")));
	}
	const runs = [reported("claimed"), verified("claimed"), verified("few-claimed")];
	const [report, all, few] = await interleaved(rounds, runs, { measured: true, most: 3 });
	const each = (seconds(all) * 1000) / submissions;
	const ratio = seconds(all) / seconds(report);
	table(`Claims of ${submissions} submissions of ${rows} rows of energy: medians of ${rounds} interleaved runs`, [
		["", "seconds", "ms each", "aim", "ratio", "peak MiB"],
		["tanlu report", seconds(report).toFixed(2), "", "", "", peak(report).toFixed(0)],
		[
			...["tanlu verify", seconds(all).toFixed(2), each.toFixed(2), aimed(each, aim)],
			...[ratio.toFixed(2), peak(all).toFixed(0)],
		],
		["a tenth of them", seconds(few).toFixed(2), "", "", "", peak(few).toFixed(0)],
	]);
	const lines = readFileSync(at("claimed-verified.csv"), "utf8").split("\n");
	const of = (outcome) => lines.filter((line) => line.includes(`,${outcome},`)).length;
	const named = lines.filter((line) => line.includes(",power-of-ten,10^-1,")).length;
	console.log(`${of("equal")} claims are equal, ${of("outside")} outside, ${named} of these with a tenth as the likely cause.\n`);
}

/** Total, scope 1 and scope 2 of each firm and year as reported; of every other firm a tenth of the total. */
function claimsOf(csv) {
	const [header, ...rows] = csv.trimEnd().split("\n");
	const columns = header.split(",");
	const claims = rows.flatMap((row, index) => {
		const cells = row.split(",");
		const cell = (name) => cells[columns.indexOf(name)];
		const claim = (metric, tonnes) => `${cell("firm")},${cell("year")},${metric},${tonnes.toFixed(2)},tCO2`;
		const sum = (...names) => names.reduce((all, name) => all + Number(cell(name)), 0);
		return [
			claim("total_co2", Number(cell("total_tco2")) / (index % 4 < span ? 1 : tenth)),
			claim("scope1", sum("fuel_tco2", "process_tco2")),
			claim("scope2", sum("electricity_tco2", "heat_tco2")),
		];
	});
	return ["firm,period,metric,quantity,unit", ...claims, ""].join("\n");
}
