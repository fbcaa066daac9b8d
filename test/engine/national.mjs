/**
 * Tables as of a whole nation's industry, into a folder: so many firms, six years of months, three carriers each, and their output.
 * `node national.mjs FIRMS FOLDER`; 216 rows of energy a firm. The same numbers whenever it runs.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const [firms, folder] = [Number(process.argv[2]), process.argv[3] ?? "."];
const carriers = ["bituminous-coal", "electricity", "natural-gas"];
const units = ["t", "MWh", "10^4 Nm3"];
const sectors = ["steel", "chemicals", "building_materials"];

// The generator of Park and Miller: whole numbers that a float holds exactly.
let last = 20_201;
const below = (bound) => {
	last = (last * 48_271) % 2_147_483_647;
	return last % bound;
};

const energy = openSync(join(folder, "energy.csv"), "w");
const output = openSync(join(folder, "output.csv"), "w");
writeSync(energy, "firm,period,carrier,quantity,unit\n");
writeSync(output, "firm,sector,period,indicator,quantity,unit,prices\n");
for (let firm = 0; firm < firms; firm += 1) {
	const name = `F${String(firm).padStart(6, "0")}`;
	const usual = carriers.map(() => 1000 + below(90_000));
	const made = 100_000 + below(5_000_000);
	for (let year = 2020; year <= 2025; year += 1) {
		let rows = "";
		for (let month = 1; month <= 12; month += 1)
			for (const [at, carrier] of carriers.entries()) {
				const amount = ((usual[at] * (900 + below(200))) / 100_000).toFixed(2);
				rows += `${name},${year}-${String(month).padStart(2, "0")},${carrier},${amount},${units[at]}\n`;
			}
		writeSync(energy, rows);
		const amount = ((made * (100 + 3 * (year - 2020))) / 10_000).toFixed(2);
		writeSync(output, `${name},${sectors[firm % 3]},${year},value_added,${amount},10^4 CNY,constant-2020\n`);
	}
}
closeSync(energy);
closeSync(output);
