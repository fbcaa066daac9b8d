// What the rules over histories and between firms cost, beside reading the same rows: a million monthly rows of firms with one
// history each, steady or with a heating season, and with monthly output. Bundles the sources for itself; needs no build.
// --months and --firms change the size. Never part of the tests: its numbers are the machine's.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values: asked } = parseArgs({
	options: { firms: { type: "string", default: "20000" }, months: { type: "string", default: "50" } },
});
const [firms, months] = [Number(asked.firms), Number(asked.months)];
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tanlu-screening-"));

/** Whole numbers from 0 to below 2^32, the same on every machine. */
function generator(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state;
	};
}

const winter = [9, 8.5, 6, 2, 1, 1, 1, 1, 1, 2.5, 6, 8.5];
const kinds = {
	steady: { carrier: "bituminous-coal,t", usual: () => 4000, output: false },
	"with a heating season": { carrier: "natural-gas,10^4 Nm3", usual: (month) => 150 * winter[month % 12], output: false },
	"steady, with monthly output": { carrier: "electricity,10^4 kWh", usual: () => 2500, output: true },
};

function* pieces({ carrier, usual, output }, wanted) {
	yield wanted === "energy" ? "firm,period,carrier,unit,quantity\n" : "firm,sector,period,indicator,unit,prices,quantity\n";
	for (let firm = 0; firm < firms; firm += 1) {
		const next = generator(firm + (wanted === "energy" ? 1 : 1_000_003));
		const about = (amount) => ((amount * (9000 + ((next() >>> 8) % 2001))) / 10000).toFixed(2);
		const name = `F${String(firm + 1).padStart(6, "0")}`;
		const period = (month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
		const rows = [];
		if (wanted === "energy")
			for (let month = 0; month < months; month += 1) rows.push(`${name},${period(month)},${carrier},${about(usual(month))}\n`);
		else if (output)
			for (let month = 0; month < months; month += 1)
				rows.push(`${name},31,${period(month)},value_added,万元,constant-2020,${about(5000)}\n`);
		else
			for (let year = 2020; (year - 2020) * 12 < months; year += 1)
				rows.push(`${name},31,${year},value_added,万元,constant-2020,${about(60000)}\n`);
		yield rows.join("");
	}
}

const source = (name, kind, wanted) => ({
	name,
	bytes: async function* () {
		for (const piece of pieces(kind, wanted)) yield new TextEncoder().encode(piece);
	},
});

/** Seconds of processor time, collecting included: what others do on the machine disturbs it least. */
const used = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

try {
	const entry = `
		export { run } from "./test/support/run.ts";
		export { casesOf } from "./src/screening/case.ts";
		export { historyRules, runRules } from "./src/screening/rules/histories.ts";
		export { loadReference } from "./src/reference/reference.ts";
		export { known } from "./src/exact/exact.ts";`;
	const { outputFiles } = await build({
		stdin: { contents: entry, resolveDir: root, loader: "ts" },
		...{ bundle: true, write: false, platform: "node", format: "cjs", logLevel: "error" },
	});
	const file = join(folder, "rules.cjs");
	writeFileSync(file, outputFiles[0].contents);
	const { default: house } = await import(pathToFileURL(file).href);
	const { run, casesOf, historyRules, runRules, loadReference, known } = house;
	const limits = new Map();
	const limit = (name) => {
		if (!limits.has(name)) limits.set(name, known(loadReference().limit(name)));
		return limits.get(name);
	};
	for (const [name, kind] of Object.entries(kinds)) {
		const begun = used();
		const sources = [source("energy.csv", kind, "energy"), source("output.csv", kind, "output")];
		const { assessment, part } = await run(sources);
		const reading = used() - begun;
		console.log(
			`${name}: ${part.inputs.map(({ rows }) => rows.used).join(" + ")} rows read and judged in ${reading.toFixed(2)} s of processor time`,
		);
		const cases = () => casesOf(assessment, part.ledger, limit);
		const spent = new Map([["histories made", 0], ...[...historyRules, ...runRules].map(({ id }) => [id, 0])]);
		const answers = new Map([...spent].map(([id]) => [id, []]));
		const timed = (id, work) => {
			const from = used();
			answers.get(id).push(work());
			spent.set(id, spent.get(id) + used() - from);
		};
		// Firm by firm, as a run does it, so that no history outlives its firm.
		const ofRun = runRules.map(({ id, begin }) => ({ id, gathering: begin(limit) }));
		for (const one of cases()) {
			timed("histories made", () => void one.series);
			for (const rule of historyRules) timed(rule.id, () => rule.judge(one));
			for (const { id, gathering } of ofRun) timed(id, () => gathering.take(one));
		}
		for (const { id, gathering } of ofRun) timed(id, () => gathering.answer());
		let all = 0;
		for (const [id, seconds] of spent) {
			all += seconds;
			const list = answers.get(id).filter((answer) => answer !== undefined);
			const [failed, skipped] = ["fail", "not-checked"].map((word) => list.filter(({ kind }) => kind === word).length);
			const found = list.flatMap(({ suspicions = [] }) => suspicions).length;
			console.log(`  ${id.padEnd(14)} ${seconds.toFixed(3)} s  ${failed} failed (${found} findings), ${skipped} not checked`);
		}
		console.log(`  all of it: ${all.toFixed(3)} s, ${(all / reading).toFixed(3)} of reading\n`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
