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
const monthsOf = (year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
const sectors = ["26", "30", "31", "44"];

/** How many different rows one firm has. */
export const rowsPerFirm = years.length * 12 * carriers.length;

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
 * Energy of so many firms, beginning with `first`, in so many years (`span`): every firm's months and carriers once. With
 * repeats, the whole table again and again below itself: more rows, but not one more fact. `change` gives other cells for
 * those of a row and its number.
 */
export function writeEnergy(
	path,
	firms,
	{ repeats = 1, first = 0, header = columns, change = (cells) => cells, span = years.length } = {},
) {
	const months = years.slice(0, span).flatMap(monthsOf);
	let nr = 0;
	const blocks = function* () {
		for (let repeat = 0; repeat < repeats; repeat += 1) {
			for (let firm = first; firm < first + firms; firm += 1) {
				const next = generator(firm + 1);
				const row =
					(month) =>
					([carrier, unit, amount]) => {
						nr += 1;
						const cells = change({ carrier, quantity: about(amount, next), unit }, nr);
						return `${name(firm)},${month},${cells.carrier},${cells.quantity},${cells.unit}\n`;
					};
				yield months.flatMap((month) => carriers.map(row(month))).join("");
			}
		}
	};
	write(path, header, blocks());
	return firms * months.length * carriers.length * repeats;
}

const columns = "firm,period,carrier,quantity,unit";

/** Value added of so many firms, month by month. */
export function writeMonthlyOutput(path, firms) {
	const months = years.flatMap(monthsOf);
	const blocks = function* () {
		for (let firm = 0; firm < firms; firm += 1) {
			const next = generator(firm + 1_000_003);
			const sector = sectors[firm % sectors.length];
			yield months
				.map((month) => `${name(firm)},${sector},${month},value_added,${about(5000, next)},万元,constant-2020\n`)
				.join("");
		}
	};
	write(path, "firm,sector,period,indicator,quantity,unit,prices", blocks());
}

/** Value added of so many firms, beginning with `first`, year by year. */
export function writeOutput(path, firms, { first = 0, span = years.length } = {}) {
	const blocks = function* () {
		for (let firm = first; firm < first + firms; firm += 1) {
			const next = generator(firm + 1_000_003);
			const sector = sectors[firm % sectors.length];
			const row = (year, since) =>
				`${name(firm)},${sector},${year},value_added,${about(60000 * 1.05 ** since, next)},万元,constant-2020\n`;
			yield years.slice(0, span).map(row).join("");
		}
	};
	write(path, "firm,sector,period,indicator,quantity,unit,prices", blocks());
}
