// What lines cost that are no rows of the table's width: empty ones, a title above the header, a comma behind each row.
import { readFileSync, writeFileSync } from "node:fs";
import { rowsPerFirm, writeEnergy, writeOutput } from "./made-up.mjs";
import { sideBySide, tanlu } from "./measure.mjs";

const rows = 400_000;

export async function oddRows(at, { rounds }) {
	const firms = Math.ceil(rows / rowsPerFirm);
	writeOutput(at("odd-one.csv"), 1);
	writeOutput(at("odd-output.csv"), firms);
	const line = (name, file, aim, output = "odd-output.csv") => ({
		name,
		args: [tanlu, "report", at(file), at(output), "--quiet", "--format", "csv", "--out", at("odd-result.csv")],
		aim,
	});
	const few = "firm,period,carrier,quantity,unit\nF000001,2020-01,coke,1,t\n";
	writeFileSync(at("odd-cells.csv"), few + ",,,,\n".repeat(rows));
	writeFileSync(at("odd-empty.csv"), few + "\n".repeat(rows));
	await sideBySide(`${rows} lines that hold nothing`, rounds, [
		line("rows of empty cells", "odd-cells.csv", undefined, "odd-one.csv"),
		line("empty lines", "odd-empty.csv", 2, "odd-one.csv"),
	]);
	writeEnergy(at("odd-plain.csv"), firms);
	const plain = readFileSync(at("odd-plain.csv"), "utf8");
	writeFileSync(at("odd-title.csv"), `Energy of all firms\n${plain}`);
	writeFileSync(at("odd-comma.csv"), plain.replaceAll("\n", ",\n"));
	await sideBySide(`${firms * rowsPerFirm} rows`, rounds, [
		line("as they should be", "odd-plain.csv"),
		line("below a title of one cell", "odd-title.csv", 1.05),
		line("each with a comma behind it", "odd-comma.csv", 1.15),
	]);
}
