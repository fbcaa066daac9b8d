// What an encoding costs, and unpacking: the same Chinese table as UTF-8, as GB18030, and packed.
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { sideBySide, tanlu } from "./measure.mjs";

const chinese = {
	"bituminous-coal": "烟煤",
	coke: "焦炭",
	diesel: "柴油",
	gasoline: "汽油",
	"natural-gas": "天然气",
	electricity: "外购电力",
	heat: "外购热力",
	lpg: "液化石油气",
	t: "吨",
	"10^4 Nm3": "万立方米",
	"10^4 kWh": "万千瓦时",
	GJ: "吉焦",
};

/** GB18030 of a text whose characters have one byte or two; a decoder turned round, since there is no encoder. */
function encoder() {
	const decoder = new TextDecoder("gb18030");
	const bytes = new Map();
	for (let first = 0x81; first <= 0xfe; first += 1) {
		for (let second = 0x40; second <= 0xfe; second += 1) {
			const text = decoder.decode(new Uint8Array([first, second]));
			if (text.length === 1 && !bytes.has(text)) bytes.set(text, [first, second]);
		}
	}
	return (text) =>
		Buffer.from(Array.from(text, (character) => (character < "\x80" ? [character.charCodeAt(0)] : bytes.get(character))).flat());
}

export async function encodings(at, { firms, rounds }) {
	const [utf8, gb18030, packed, output] = ["utf8.csv", "gb18030.csv", "utf8.csv.gz", "chinese-output.csv"].map(at);
	writeEnergy(utf8, firms, {
		header: "企业,期间,能源品种,消费量,计量单位",
		change: ({ carrier, unit, ...cells }) => ({ ...cells, carrier: chinese[carrier], unit: chinese[unit] }),
	});
	writeOutput(output, firms);
	const encode = encoder();
	writeFileSync(
		gb18030,
		Buffer.concat(
			readFileSync(utf8, "utf8")
				.split(/(?<=\n)/)
				.map(encode),
		),
	);
	await pipeline(createReadStream(utf8), createGzip(), createWriteStream(packed));
	const report = (file) => [tanlu, "report", file, output, "--format", "csv", "--out", `${file}.report`];
	await sideBySide("Encodings, a million rows in Chinese", rounds, [
		{ name: "UTF-8", args: report(utf8) },
		{ name: "GB18030", args: report(gb18030), aim: 1.5, peakAim: 1.1 },
		{ name: "UTF-8, packed with gzip", args: report(packed), aim: 1.5, peakAim: 1.1 },
	]);
	const [one, ...others] = [utf8, gb18030, packed].map((file) => readFileSync(`${file}.report`, "utf8"));
	console.log(`The results are ${others.every((other) => other === one) ? "the same, byte for byte" : "NOT the same"}.\n`);
}
