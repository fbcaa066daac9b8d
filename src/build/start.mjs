// `npm start`: the main job on the fixtures, told as it goes. The real figures hold faults on purpose, so exit code 1 is
// what is expected of them; anything else, and anything but 0 from the demonstration, is a failure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const tanlu = fileURLToPath(new URL("../../bin/tanlu.js", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

const shows = [
	{
		title:
			"1. Published figures of listed firms, as printed: what can be computed is, the rest is refused with its reason.\n   (grid factor 0.6101, the one those firms used; exit code 1 is expected, since the data have errors)",
		args: [
			"report",
			"fixtures/listed-firms/energy.csv",
			"fixtures/listed-firms/output.csv",
			"--electricity",
			"0.6101",
			"--year",
			"2022",
			"--year",
			"2023",
			"--year",
			"2024",
			"--quiet",
		],
		expected: 1,
	},
	{
		title: "2. The demonstration: 20 made-up firms of the four key sectors, year 2023. No errors are expected.",
		args: [
			"report",
			"fixtures/demo/energy.csv",
			"fixtures/demo/output.csv",
			"--firms",
			"fixtures/demo/firms.csv",
			"--year",
			"2023",
			"--quiet",
		],
		expected: 0,
	},
	{
		title: "3. The same as one workbook: its sheet of firms is named by an option, the others are the input.",
		args: ["report", "fixtures/demo/demo.xlsx", "--firms", "fixtures/demo/demo.xlsx", "--year", "2023", "--top", "5", "--quiet"],
		expected: 0,
	},
];

for (const { title, args, expected } of shows) {
	process.stdout.write(`\n${title}\n\n$ tanlu ${args.join(" ")}\n\n`);
	const { status } = spawnSync(process.execPath, [tanlu, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
	process.stdout.write(`\nexit code ${status}\n`);
	if (status !== expected) {
		process.stdout.write(`expected ${expected}: something is wrong here\n`);
		process.exitCode = 1;
		break;
	}
}
if (process.exitCode === undefined)
	process.stdout.write("\nNext: tanlu report YOUR-ENERGY.csv YOUR-OUTPUT.csv   (README: tables, options, exit codes)\n");
