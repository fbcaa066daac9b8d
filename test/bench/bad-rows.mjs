// What refused rows cost next to good ones: time, and memory that does not grow with them.
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { sideBySide, tanlu } from "./measure.mjs";

/** A cell of each row replaced by one that looks like a cell and is none, in each row another. */
const faults = {
	unit: (cells, nr) => ({ ...cells, unit: `t${nr}` }),
	carrier: (cells, nr) => ({ ...cells, carrier: `coke${nr}` }),
	quantity: (cells, nr) => ({ ...cells, quantity: `${nr}x` }),
};

export async function badRows(at, { firms, rounds }) {
	const output = at("bad-output.csv");
	writeOutput(output, firms);
	const line = (name, file, share, change) => {
		writeEnergy(at(file), Math.ceil(firms * share), { change });
		return { name, args: [tanlu, "report", at(file), output, "--quiet", "--format", "csv", "--out", at("bad-result.csv")] };
	};
	const ofFault = ([cell, fault]) => {
		const half = line(`  half of them, ${cell}`, `bad-${cell}-half.csv`, 0.5, fault);
		const all = line(`every row with a bad ${cell}`, `bad-${cell}.csv`, 1, fault);
		return [{ ...all, aim: 2, peakAim: 1.25, peakOf: half.name }, half];
	};
	const lines = [line("every row good", "good.csv", 1), ...Object.entries(faults).flatMap(ofFault)];
	await sideBySide("Bad rows, a million; memory next to half as many", rounds, lines);
}
