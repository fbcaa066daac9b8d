// Workbooks: what a small one costs, and a large one beside what the library alone takes to parse the same file.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import { rowsPerFirm, writeEnergy, writeOutput } from "./made-up.mjs";
import { aimed, interleaved, peak, root, seconds, table, tanlu } from "./measure.mjs";

/** Milliseconds a small workbook; a large one by the time of the library alone. */
const aims = { each: 25, ratio: 1.5 };
const large = 100_000;

/** Text as the sheets of a workbook: numbers as numbers, as people have them. */
function bookOf(texts) {
	const book = XLSX.utils.book_new();
	for (const [name, text] of Object.entries(texts)) {
		const rows = text
			.trimEnd()
			.split("\n")
			.map((line) => line.split(",").map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
		XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
	}
	return XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
}

function made(at, firms, more) {
	const [energy, output] = [at("book-energy.csv"), at("book-output.csv")];
	writeEnergy(energy, firms, more);
	writeOutput(output, firms, more);
	return bookOf({ energy: readFileSync(energy, "utf8"), output: readFileSync(output, "utf8") });
}

export async function workbooks(at, { pairs, rounds }) {
	mkdirSync(at("books"));
	for (let firm = 0; firm < pairs; firm += 1) writeFileSync(at(`books/${firm}.xlsx`), made(at, 1, { first: firm, span: 2 }));
	const one = at("large.xlsx");
	const firms = Math.ceil(large / rowsPerFirm);
	writeFileSync(one, made(at, firms, {}));
	const report = (input) => [tanlu, "report", input, "--format", "csv", "--out", at("books.csv"), "--quiet"];
	const alone = [join(root, "test", "bench", "xlsx-alone.mjs"), one];
	const [small, whole, library] = await interleaved(rounds, [report(at("books")), report(one), alone], { measured: true });
	const each = (seconds(small) * 1000) / pairs;
	const ratio = seconds(whole) / seconds(library);
	table(`Workbooks: medians of ${rounds} interleaved runs`, [
		["", "seconds", "ms a file", "aim", "ratio", "aim", "peak MiB"],
		[`${pairs} small ones`, seconds(small).toFixed(2), each.toFixed(2), aimed(each, aims.each), "", "", peak(small).toFixed(0)],
		[
			`one of ${firms * rowsPerFirm} rows of energy, reported`,
			seconds(whole).toFixed(2),
			"",
			"",
			ratio.toFixed(2),
			aimed(ratio, aims.ratio),
			peak(whole).toFixed(0),
		],
		["the same parsed by the library alone", seconds(library).toFixed(2), "", "", "1.00", "", peak(library).toFixed(0)],
	]);
}
