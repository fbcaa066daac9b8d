/** The jobs of the manual's page on scale, as they stand there, make the report that one run makes. Those of Spark and Hadoop run in `.ci/run`. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { page, type Tongue } from "../support/documentation.ts";
import { bin } from "./tanlu.ts";

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A block of a page, by the mark above it. */
const block = (tongue: Tongue, mark: string): string => {
	const [, text] = new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page(tongue, "scale")) ?? [];
	if (text === undefined) throw new Error(`no ${mark}`);
	return text;
};

const has = (command: string): boolean => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** Forty firms of three carriers over two years of months, no two amounts alike; with a row that is refused where that is asked. */
const tables = (spoilt: boolean): { readonly energy: string; readonly output: string } => {
	const energy = ["firm,period,carrier,quantity,unit"];
	const output = ["firm,sector,period,indicator,quantity,unit,prices"];
	for (let firm = 0; firm < 40; firm += 1)
		for (const year of [2020, 2021]) {
			for (let month = 1; month <= 12; month += 1)
				for (const [at, carrier] of ["bituminous-coal,t", "electricity,MWh", "natural-gas,10^4 Nm3"].entries()) {
					const [name, unit] = carrier.split(",");
					const amount = 1000 + ((firm * 7919 + year * 31 + month * 104_729 + at * 1299) % 1000) / 10;
					energy.push(`F${firm},${year}-${String(month).padStart(2, "0")},${name},${amount.toFixed(2)},${unit}`);
				}
			output.push(`F${firm},steel,${year},value_added,${9000 + firm},10^4 CNY,constant-2020`);
		}
	if (spoilt) energy.splice(100, 0, "F3,2021-05,coke,-1,t");
	return { energy: `${energy.join("\n")}\n`, output: `${output.join("\n")}\n` };
};

/** A folder with the tables, and a path on which `tanlu` is this program. */
const job = (spoilt: boolean): { readonly cwd: string; readonly run: (text: string) => ReturnType<typeof spawnSync> } => {
	const cwd = mkdtempSync(join(tmpdir(), "tanlu-scale-"));
	folders.push(cwd);
	const { energy, output } = tables(spoilt);
	writeFileSync(join(cwd, "energy.csv"), energy);
	writeFileSync(join(cwd, "output.csv"), output);
	writeFileSync(join(cwd, "tanlu"), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
	chmodSync(join(cwd, "tanlu"), 0o755);
	const env = { ...process.env, PATH: `${cwd}:${process.env["PATH"] ?? ""}` };
	return { cwd, run: (text) => spawnSync("sh", ["-ec", text], { cwd, env, encoding: "utf8" }) };
};

const whole = "tanlu report energy.csv output.csv --format csv --out whole.csv";

describe.each(["en", "zh"] as const)("the page in %s", (tongue) => {
	it.each(
		["xargs", "parallel"].map((engine) => [has(engine) ? engine : `${engine}, which is not installed here`, engine] as const),
	)("makes one run's report with %s", (_, engine) => {
		if (!has(engine)) return;
		const { cwd, run } = job(false);
		// The tables are small: smaller pieces make as many as a large table would have.
		const { status, stderr } = run(block(tongue, engine).replace("--block 64M", "--block 16k"));
		expect(status, String(stderr)).toBe(0);
		expect(run(whole).status).toBe(0);
		expect(readFileSync(join(cwd, "report.csv"), "utf8")).toBe(readFileSync(join(cwd, "whole.csv"), "utf8"));
	});
});

/** `total` at the end of a pipe: the table without its header comes in pieces, and each piece on standard input. */
describe("standard input in pieces", () => {
	const total = `tanlu total --quiet --header firm,period,carrier,quantity,unit - || test $? -eq 1`;
	const engines = [
		["split", `split -n l/4 --filter='{ ${total}; } > totals/$FILE.csv' rows.csv part-`],
		["parallel", `parallel --pipe --block 16k '{ ${total}; } > totals/{#}.csv' < rows.csv`],
		["xargs", `split -n r/4 rows.csv part-; ls part-* | xargs -P 2 -I{} sh -c '{ ${total}; } < {} > totals/{}.csv'`],
	] as const;

	it.each(
		engines.map(([engine, text]) => [has(engine) ? engine : `${engine}, which is not installed here`, engine, text] as const),
	)("makes one run's report with %s", (_, engine, text) => {
		if (!has(engine)) return;
		const { cwd, run } = job(false);
		const parts = run(`mkdir totals; tail -n +2 energy.csv > rows.csv; ${text}`);
		expect(parts.status, String(parts.stderr)).toBe(0);
		expect(readdirSync(join(cwd, "totals")).length).toBeGreaterThanOrEqual(4);
		expect(run("tanlu report totals output.csv --format csv --out report.csv").status).toBe(0);
		expect(run(whole).status).toBe(0);
		expect(readFileSync(join(cwd, "report.csv"), "utf8")).toBe(readFileSync(join(cwd, "whole.csv"), "utf8"));
	});
});

describe("with a row that is refused", () => {
	it("the job goes on, and the report withholds what one run's does and ends with 1", () => {
		const { cwd, run } = job(true);
		expect(run(block("en", "xargs")).status).toBe(1);
		expect(run(whole).status).toBe(1);
		const report = readFileSync(join(cwd, "report.csv"), "utf8");
		expect(report).toBe(readFileSync(join(cwd, "whole.csv"), "utf8"));
		expect(report).toMatch(/^F3,.*withheld/m);
	});

	it("the job stops where a stretch cannot be read", () => {
		const { cwd, run } = job(false);
		const damaged = block("en", "xargs").replace("ls stretches |", "rm stretches/aa; mkdir stretches/aa; ls stretches |");
		expect(run(damaged).status).toBe(123);
		expect(run("test -e report.csv").status).toBe(1);
		expect(cwd).not.toBe("");
	});
});
