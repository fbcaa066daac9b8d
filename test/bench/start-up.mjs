// What starting costs, next to Node alone.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { aimed, interleaved, root, seconds, table, tanlu } from "./measure.mjs";

export async function startUp(_, { starts }) {
	const folder = join(root, "fixtures", "demo");
	const demo = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".csv")) : [];
	const commands = [
		{ name: "node -e 0", args: ["-e", "0"] },
		{ name: "tanlu --version", args: [tanlu, "--version"], aim: 1.3 },
	];
	if (demo.length > 0) {
		const files = demo.sort().flatMap((file) => {
			const path = join("fixtures", "demo", file);
			return file === "firms.csv" ? ["--firms", path] : [path];
		});
		commands.push({ name: "tanlu report, the demonstration", args: [tanlu, "report", ...files, "--format", "text"], aim: 2.0 });
		const pattern = join("fixtures", "demo", "*.csv");
		commands.push({ name: "  the same, named by a pattern", args: [tanlu, "report", pattern, "--format", "text"] });
	}
	const runs = commands.map(({ args }) => args);
	// Once beforehand, so that no run is the first to read a file from the disk.
	await interleaved(1, runs);
	const times = (await interleaved(starts, runs)).map(seconds);
	table(`Start-up: medians of ${starts} interleaved runs`, [
		["", "ms", "ratio", "aim"],
		...commands.map(({ name, aim }, at) => [
			name,
			(times[at] * 1000).toFixed(1),
			(times[at] / times[0]).toFixed(2),
			aimed(times[at] / times[0], aim),
		]),
	]);
	if (demo.length === 0) console.log("fixtures/demo holds no table, so the demonstration was not measured.\n");
}
