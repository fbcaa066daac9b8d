// The peer to measure against: csv-parse reads a file and counts its records, and nothing else happens to them.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const [, , path] = process.argv;
let records = 0;
const parser = createReadStream(path).pipe(parse());
parser.on("readable", () => {
	while (parser.read() !== null) records += 1;
});
parser.on("end", () => process.stdout.write(`${records}\n`));
