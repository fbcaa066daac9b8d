// Time and memory, side by side in one run, each beside its aim. Needs a build. Sections by name, all without:
// npm run bench -- files encodings --rounds 5. Never part of the tests: its numbers are the machine's.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { badRows } from "./bad-rows.mjs";
import { batch } from "./batch.mjs";
import { diff } from "./diff.mjs";
import { encodings } from "./encodings.mjs";
import { rowsPerFirm } from "./made-up.mjs";
import { mistakes } from "./mistakes.mjs";
import { oddRows } from "./odd-rows.mjs";
import { otherCommands } from "./other-commands.mjs";
import { rows } from "./rows.mjs";
import { scale } from "./scale.mjs";
import { smallFiles } from "./small-files.mjs";
import { startUp } from "./start-up.mjs";
import { verify } from "./verify.mjs";
import { workbooks } from "./workbooks.mjs";

const sections = {
	start: startUp,
	rows,
	files: smallFiles,
	workbooks,
	bad: badRows,
	odd: oddRows,
	encodings,
	commands: otherCommands,
	batch,
	verify,
	diff,
};
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		// The fewest firms that make a million rows.
		firms: { type: "string", default: String(Math.ceil(1_000_000 / rowsPerFirm)) },
		pairs: { type: "string", default: "1000" },
		submissions: { type: "string", default: "1000" },
		rounds: { type: "string", default: "3" },
		starts: { type: "string", default: "21" },
		// No measure of time: how office mistakes are met, in so many firms each and so many clean histories.
		mistakes: { type: "boolean", default: false },
		size: { type: "string", default: "20" },
		clean: { type: "string", default: "10000" },
		// National data beside DuckDB, so many million rows: --scale, or --scale --millions 2,20 --rounds 5.
		scale: { type: "boolean", default: false },
		millions: { type: "string", default: "2" },
	},
});
const sizes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));

const folder = mkdtempSync(join(tmpdir(), "tanlu-bench-"));
try {
	const strange = positionals.filter((name) => !(name in sections));
	if (strange.length > 0) throw new Error(`no section ${strange.join(", ")}; there are ${Object.keys(sections).join(", ")}`);
	console.log(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
	if (values.mistakes) await mistakes((file) => join(folder, file), sizes);
	if (values.scale) await scale((file) => join(folder, file), { ...sizes, millions: values.millions.split(",").map(Number) });
	for (const [name, section] of Object.entries(values.mistakes || values.scale ? {} : sections)) {
		if (positionals.length === 0 || positionals.includes(name)) await section((file) => join(folder, file), sizes);
	}
} catch (fault) {
	console.error(fault.message);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
