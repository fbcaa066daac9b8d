// Made-up tables of any size, the same bytes on every machine: numbers come from a linear congruential generator.
import { closeSync, openSync, writeSync } from "node:fs";

/** Each carrier with its unit and about how much of it a firm uses in a month. */
const carriers = [
	["bituminous-coal", "t", 4000],
	["coke", "t", 900],
	["diesel", "t", 60],
	["gasoline", "t", 20],
	["natural-gas", "10^4 Nm3", 150],
	["electricity", "10^4 kWh", 2500],
	["heat", "GJ", 30000],
	["lpg", "t", 15],
];
const years = [2020, 2021, 2022, 2023, 2024, 2025];
const months = years.flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`));
const sectors = ["26", "30", "31", "44"];

/** How many different rows one firm has. */
export const rowsPerFirm = months.length * carriers.length;

/** Whole numbers from 0 to below 2^32; the multiplier and increment are those of Numerical Recipes. */
function generator(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state;
	};
}

/** About an amount, give or take a tenth, with two decimals. */
const about = (amount, next) => ((amount * (9000 + ((next() >>> 8) % 2001))) / 10000).toFixed(2);

const name = (firm) => `F${String(firm + 1).padStart(6, "0")}`;

function write(path, header, blocks) {
	const file = openSync(path, "w");
	writeSync(file, `${header}\n`);
	for (const block of blocks) writeSync(file, block);
	closeSync(file);
}

/**
 * Energy of so many firms, every firm's months and carriers once. With repeats, the whole table again and again below
 * itself: more rows, but not one more fact.
 */
export function writeEnergy(path, firms, repeats = 1) {
	const blocks = function* () {
		for (let repeat = 0; repeat < repeats; repeat += 1) {
			for (let firm = 0; firm < firms; firm += 1) {
				const next = generator(firm + 1);
				const row =
					(month) =>
					([carrier, unit, amount]) =>
						`${name(firm)},${month},${carrier},${about(amount, next)},${unit}\n`;
				yield months.flatMap((month) => carriers.map(row(month))).join("");
			}
		}
	};
	write(path, "firm,period,carrier,quantity,unit", blocks());
	return firms * rowsPerFirm * repeats;
}

/** Value added of so many firms, year by year. */
export function writeOutput(path, firms) {
	const blocks = function* () {
		for (let firm = 0; firm < firms; firm += 1) {
			const next = generator(firm + 1_000_003);
			const sector = sectors[firm % sectors.length];
			const row = (year, since) =>
				`${name(firm)},${sector},${year},value_added,${about(60000 * 1.05 ** since, next)},万元,constant-2020\n`;
			yield years.map(row).join("");
		}
	};
	write(path, "firm,sector,period,indicator,quantity,unit,prices", blocks());
}
