// What another command costs next to the report, on the same million clean rows.
import { writeEnergy, writeOutput } from "./made-up.mjs";
import { run, sideBySide, tanlu } from "./measure.mjs";

const commands = [{ name: "check", aim: 1.3 }];

export async function otherCommands(at, { firms, rounds }) {
	const known = (await run([tanlu, "--help"])).out;
	const there = commands.filter(({ name }) => new RegExp(`^ {2}${name} `, "m").test(known));
	for (const { name } of commands.filter((command) => !there.includes(command)))
		console.log(`tanlu ${name} is not there, so it was not measured.\n`);
	if (there.length === 0) return;
	const [energy, output] = [at("clean-energy.csv"), at("clean-output.csv")];
	writeEnergy(energy, firms);
	writeOutput(output, firms);
	const args = (command) => [tanlu, command, energy, output, "--format", "csv", "--out", at(`${command}.csv`)];
	await sideBySide("Commands, a million clean rows", rounds, [
		{ name: "tanlu report", args: args("report") },
		...there.map(({ name, aim }) => ({ name: `tanlu ${name}`, args: args(name), aim })),
	]);
}
