/** Two rounds of submissions with faults as offices make them, and what the firms claim: the same each time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is wrong with a submission of the first round; the second mends it, but for those that send it in again as it was. */
export type Fault = "none" | "negative" | "unknown-carrier" | "month-missing" | "own-factors" | "damaged" | "no-table" | "kept";

export interface Round {
	readonly name: string;
	readonly firm: string;
	readonly fault: Fault;
	/** Tonnes of coke in the month that the second round has otherwise, where it has. */
	readonly changed: boolean;
}

const faults: readonly Fault[] = [
	"none",
	"negative",
	"none",
	"month-missing",
	"none",
	"own-factors",
	"none",
	"unknown-carrier",
	"kept",
	"damaged",
	"none",
	"no-table",
];

/** Amounts that scatter as meters do: a generator of Lehmer's. */
function scattering(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48271) % 2147483647;
		return state / 2147483647;
	};
}

const years = [2020, 2021, 2022, 2023];

/** Writes `round1`, `round2` and `claims.csv` below a folder, of so many submissions. */
export function writeRounds(folder: string, count: number): Round[] {
	const write = (path: string, content: string): void => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	};
	const claims = ["firm,period,metric,quantity,unit"];
	const rounds = Array.from({ length: count }, (_, index): Round => {
		const fault = faults[index % faults.length] as Fault;
		const round = { name: `S${String(index).padStart(4, "0")}`, firm: `F${index}`, fault, changed: fault === "negative" };
		const { energy, output, total } = tablesOf(round.firm, index);
		write(`round2/${round.name}/energy.csv`, energy);
		write(`round2/${round.name}/output.csv`, output);
		write(`round1/${round.name}/output.csv`, output);
		if (fault !== "no-table") write(`round1/${round.name}/energy.csv`, spoilt(energy, round.firm, fault));
		if (fault === "kept") write(`round2/${round.name}/energy.csv`, spoilt(energy, round.firm, fault));
		if (fault === "own-factors") write(`round1/${round.name}/factors.csv`, "carrier,unit,emission_factor,source\ncoke,t,1,own\n");
		if (fault === "damaged") write(`round1/${round.name}/more.xlsx`, "PK\u0003\u0004 and no more");
		// Every fifth claims a tenth.
		claims.push(`${round.firm},2023,total_co2,${index % 5 === 4 ? (total / 10).toFixed(2) : total.toFixed(2)},tCO2`);
		return round;
	});
	write("claims.csv", `${claims.join("\n")}\n`);
	return rounds;
}

function tablesOf(firm: string, index: number): { readonly energy: string; readonly output: string; readonly total: number } {
	const next = scattering(index + 11);
	const energy = ["firm,period,carrier,quantity,unit"];
	const output = ["firm,sector,period,indicator,quantity,unit,prices"];
	let total = 0;
	for (const year of years) {
		for (let month = 1; month <= 12; month++) {
			const fall = 1 - 0.03 * (year - 2020);
			const [coke, power] = [100 * fall * (0.9 + 0.2 * next()), 50 * fall * (0.9 + 0.2 * next())].map((one) => one.toFixed(2));
			const period = `${year}-${String(month).padStart(2, "0")}`;
			energy.push(`${firm},${period},coke,${coke},t`, `${firm},${period},electricity,${power},10^4 kWh`);
			// The heat value, carbon and oxidation of coke, and the grid, as the default set and plan have them; near enough for a claim.
			if (year === 2023) total += (Number(coke) * 28.435 * 0.02942 * 0.93 * 44) / 12 + Number(power) * 5.568;
		}
		output.push(
			`${firm},${index % 2 === 0 ? "steel" : "C30"},${year},value_added,${(10000 + 400 * next()).toFixed(0)},10^4 CNY,constant-2020`,
		);
	}
	return { energy: `${energy.join("\n")}\n`, output: `${output.join("\n")}\n`, total };
}

function spoilt(energy: string, firm: string, fault: Fault): string {
	const row = new RegExp(`^${firm},2023-05,coke,.*\n`, "m");
	switch (fault) {
		case "negative":
			return energy.replace(`${firm},2023-05,coke,`, `${firm},2023-05,coke,-`);
		case "unknown-carrier":
		case "kept":
			return energy.replace(`${firm},2023-05,coke,`, `${firm},2023-05,kohlenstaub,`);
		case "month-missing":
			return energy.replace(row, "");
		default:
			return energy;
	}
}
