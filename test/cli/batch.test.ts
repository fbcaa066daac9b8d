/** Submissions judged each by itself: what a row says is what a report of the submission says, and nothing is read elsewhere. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/contract/batch.ts";
import type { Report } from "../../src/contract/report.ts";
import { compiled, faults, made } from "../contract/validator.ts";
import { tanlu } from "../support/in-process.ts";
import { folder, root, small } from "./tanlu.ts";

const cases = join(root, "fixtures", "cases", "batch");
const valid = compiled(made.en.outputs.batch);

async function batchIn(cwd: string, ...args: string[]): Promise<{ batch: Batch; code: number | null; stderr: string }> {
	const { stdout, stderr, code } = await tanlu(["batch", ...args, "--format", "json"], { cwd });
	return { batch: JSON.parse(stdout === "" ? "null" : stdout) as Batch, code, stderr };
}

/** Submissions of one firm each, named after their folders. */
function submissions(more: Readonly<Record<string, string>> = {}, names: readonly string[] = ["A", "B", "C"]): string {
	const files = names.flatMap((name) =>
		Object.entries(small).map(([file, text]) => [`in/${name}/${file}`, text.replaceAll(/^A,/gm, `${name},`)] as const),
	);
	return folder({ ...Object.fromEntries(files), ...more });
}

const rowOf = ({ submissions }: Batch, name: string): Batch["submissions"][number] => {
	const row = submissions.find(({ submission }) => submission === name);
	if (row === undefined) throw new Error(`no row of ${name}`);
	return row;
};

describe("a row", () => {
	it("has what a report of the submission alone has, and fits the contract", async () => {
		const { batch, code } = await batchIn(cases, "submissions");
		expect(faults(valid, batch)).toEqual([]);
		expect(code).toBe(1);
		for (const row of batch.submissions.filter(({ state }) => state === "judged")) {
			const { stdout } = await tanlu(["report", ".", "--format", "json"], { cwd: join(cases, "submissions", row.submission) });
			const report = JSON.parse(stdout) as Report;
			const years = report.firms.flatMap(({ firm, years }) => years.map((year) => ({ firm, ...year })));
			for (const { firm, year, verdict, gapTonnes } of row.verdicts) {
				const same = years.find((one) => one.firm === firm && one.year === year);
				expect(verdict).toEqual(same?.verdict);
				expect(gapTonnes).toBe(same?.ownPath?.gapTonnes ?? null);
			}
			expect(row.findings).toEqual(report.findings.counts);
		}
	});

	it("shows the years that are asked for, and the gap of the last", async () => {
		const { batch } = await batchIn(cases, "submissions", "--year", "2021,2022");
		expect(rowOf(batch, "C-own").verdicts.map(({ year }) => year)).toEqual([2021, 2022]);
		expect(rowOf(batch, "C-own").gapTonnes).toBe(rowOf(batch, "C-own").verdicts[1]?.gapTonnes);
	});

	it("says how much is on published factors, and how much by an assertion", async () => {
		const energy = [
			"firm,period,carrier,quantity,unit,emission_factor",
			// 1000 t by its own factor, 2 t/t; 900 t by the limestone's published 0.44; 104 t of raw coal.
			...["2020", "2021"].flatMap((year) => [
				`A,${year},coke,500,t,2`,
				`A,${year},limestone,1000,t,`,
				`A,${year},原煤,50,t,2.08`,
			]),
		].join("\n");
		const cwd = submissions({ "in/A/energy.csv": `${energy}\n` }, ["A"]);
		const { batch } = await batchIn(cwd, "in", "--map", "原煤=bituminous-coal");
		// 440 of 1544, and 104 of 1544.
		expect(rowOf(batch, "A").defaultSharePercent).toMatch(/^28\.49740932642/);
		expect(rowOf(batch, "A").assertedSharePercent).toMatch(/^6\.7357512953/);
	});

	it.each([
		["gap-tonnes", ["甲钢", "C-own", "F-units", "B-cement", "D-empty", "E-table"]],
		["name", ["B-cement", "C-own", "D-empty", "E-table", "F-units", "甲钢"]],
	])("stands by %s", async (order, wanted) => {
		const { batch } = await batchIn(cases, "submissions", "--sort", order);
		expect(batch.submissions.map(({ submission }) => submission)).toEqual(wanted);
	});

	it("stands by the weight of its heaviest finding", async () => {
		const slip = (tonnes: number): string =>
			`firm,period,carrier,quantity,unit\n${["2020", "2021"].map((year) => `A,${year},coke,400,t`).join("\n")}\nA,2021,natural-gas,${tonnes},10^4 Nm3\n`;
		const cwd = submissions({
			"in/B/energy.csv": slip(9).replaceAll("A,", "B,"),
			"in/C/energy.csv": slip(90).replaceAll("A,", "C,"),
		});
		const { batch } = await batchIn(cwd, "in", "--sort", "weight");
		const weights = batch.submissions.map(({ heaviest }) => heaviest?.weightTonnes ?? null);
		expect(weights.filter((one) => one !== null).length).toBeGreaterThan(1);
		expect(weights.map(Number)).toEqual(weights.map(Number).sort((a, b) => b - a));
	});
});

describe("reference tables of a submission", () => {
	it("are listed and not used, unless somebody vouches for them", async () => {
		const { batch } = await batchIn(cases, "submissions");
		const { batch: accepted } = await batchIn(cases, "submissions", "--accept-own");
		expect(rowOf(batch, "C-own").ownTables).toEqual([{ file: "factors.csv", kind: "factors", used: false }]);
		expect(rowOf(accepted, "C-own").ownTables).toEqual([{ file: "factors.csv", kind: "factors", used: true }]);
		// A tonne to a tonne of coke: nothing of it is on a published factor.
		expect([batch, accepted].map((one) => rowOf(one, "C-own").defaultSharePercent)).toEqual(["100", "0"]);
		expect(accepted.pools.leftOut).toContainEqual({ submission: "C-own", firm: null, why: "own-tables" });
	});

	it("may be rules", async () => {
		const rules = '{ "off": { "M-301": { "reason": "as agreed" } } }';
		const cwd = submissions({ "in/A/tanlu.rules.json": rules });
		const { batch, code } = await batchIn(cwd, "in");
		expect(rowOf(batch, "A").ownTables).toEqual([{ file: "tanlu.rules.json", kind: "rules", used: false }]);
		expect(code).toBe(1);
		const { batch: accepted, code: clean } = await batchIn(cwd, "in", "--accept-own");
		expect(rowOf(accepted, "A").ownTables).toEqual([{ file: "tanlu.rules.json", kind: "rules", used: true }]);
		expect(clean).toBe(0);
	});

	it("never speak for another submission", async () => {
		const factors = "carrier,unit,emission_factor,source\ncoke,t,9,own\n";
		const plain = (text: string): string => text.replace(",emission_factor", "").replaceAll(",2.5", "");
		const cwd = submissions({ "in/A/factors.csv": factors });
		for (const name of ["A", "B", "C"]) {
			const path = join(cwd, "in", name, "energy.csv");
			writeFileSync(path, plain(readFileSync(path, "utf8")));
		}
		const alone = submissions({}, ["B"]);
		writeFileSync(join(alone, "in/B/energy.csv"), plain(readFileSync(join(alone, "in/B/energy.csv"), "utf8")));
		const { batch } = await batchIn(cwd, "in", "--accept-own");
		const { batch: other } = await batchIn(alone, "in", "--accept-own");
		expect(rowOf(batch, "B")).toEqual(rowOf(other, "B"));
	});

	it("that an option names speak for all, wherever the batch is run", async () => {
		const factors = "carrier,unit,emission_factor,source\ncoke,t,9,own\n";
		const cwd = submissions({ "factors.csv": factors });
		const { batch } = await batchIn(cwd, "in", "--factors", "factors.csv");
		const { batch: inside } = await batchIn(join(cwd, "in"), ".", "--factors", "../factors.csv");
		expect(batch.basis.references.map(({ path }) => path)).toEqual(["../../factors.csv"]);
		expect(inside).toEqual(batch);
	});
});

describe("what cannot be used", () => {
	it("is told and passed over, and the others are judged", async () => {
		const { batch, code, stderr } = await batchIn(cases, "submissions");
		expect(batch.counts).toEqual({ submissions: 6, judged: 4, unusable: 2 });
		expect(rowOf(batch, "D-empty").unusable?.code).toBe("no-table-in-folder");
		expect(rowOf(batch, "E-table").unusable?.code).toBe("no-rows");
		expect(stderr.match(/is passed over/g)).toHaveLength(2);
		expect(batch.beside).toEqual(["notes.txt"]);
		expect(code).toBe(1);
	});

	it("is a submission with a link, whatever it leads to", async () => {
		const cwd = submissions({ "secret/energy.csv": small["energy.csv"] });
		symlinkSync(join(cwd, "secret/energy.csv"), join(cwd, "in/A/more.csv"));
		symlinkSync(join(cwd, "secret"), join(cwd, "in/B/inner"));
		symlinkSync(join(cwd, "secret"), join(cwd, "in/D"));
		const { batch, code } = await batchIn(cwd, "in");
		for (const name of ["A", "B", "D"]) expect(rowOf(batch, name).unusable?.code).toBe("link-in-submission");
		expect(rowOf(batch, "C").state).toBe("judged");
		expect(code).toBe(1);
	});

	it("is one of more files than any submission has", async () => {
		const cwd = submissions();
		for (let n = 0; n < 1001; n++) writeFileSync(join(cwd, "in/A", `x${n}.csv`), "");
		const { batch } = await batchIn(cwd, "in");
		expect(rowOf(batch, "A").unusable).toMatchObject({ code: "beyond-bound", message: expect.stringContaining("1000 files") });
		expect(rowOf(batch, "B").state).toBe("judged");
	});

	it("leaves exit code 2 where nothing else is there", async () => {
		const cwd = folder({ "in/A/letter.pdf": "x" });
		const { batch, code } = await batchIn(cwd, "in");
		expect(batch.counts).toEqual({ submissions: 1, judged: 0, unusable: 1 });
		expect(code).toBe(2);
	});

	it.each([
		["no folder", "nowhere", []],
		["a folder of files", "in", []],
		["a folder without tables", "in", ["--each", "file"]],
	])("is %s: exit code 2 and one line", async (_, name, args) => {
		const { code, stderr } = await tanlu(["batch", name, ...args], { cwd: folder({ "in/letter.pdf": "x" }) });
		expect(code).toBe(2);
		expect(stderr.trimEnd().split("\n")).toHaveLength(1);
	});

	it("does not write its result over what is submitted", async () => {
		const cwd = submissions();
		mkdirSync(join(cwd, "out"));
		const { code } = await tanlu(["batch", "in", "--each", "file", "--out", "in/A/energy.csv"], { cwd });
		expect(code).toBe(2);
		expect(readFileSync(join(cwd, "in/A/energy.csv"), "utf8")).toBe(small["energy.csv"]);
	});
});

describe("each file", () => {
	it("is a submission, at any depth", async () => {
		const long = `${small["energy.csv"]}`;
		const cwd = folder({ "in/a.csv": long, "in/deep/b.csv": long.replaceAll("A,", "B,"), "in/letter.pdf": "x" });
		const { batch } = await batchIn(cwd, "in", "--each", "file");
		expect(batch.submissions.map(({ submission }) => submission)).toEqual(["a.csv", "deep/b.csv"]);
		expect(batch.submissions.map(({ filesRead }) => filesRead)).toEqual([["a.csv"], ["deep/b.csv"]]);
		expect(batch.beside).toEqual(["letter.pdf"]);
	});
});

describe("sectors over submissions", () => {
	it("are those of a report of all of them together", async () => {
		const { batch } = await batchIn(cases, "submissions");
		const usable = ["B-cement", "C-own", "F-units", "甲钢"].map((name) => `submissions/${name}`);
		const { stdout } = await tanlu(["report", ...usable, "--format", "json"], { cwd: cases });
		const { sectors, firms } = JSON.parse(stdout) as Report;
		const wanted = sectors.flatMap(({ sector, years }) =>
			years.map(({ cap: _, ...year }) => ({ sector, ...year })).filter((one) => one.firms > 0),
		);
		expect(batch.pools.sectors).toEqual(wanted);
		expect(batch.pools.standings).not.toHaveLength(0);
		for (const { firm, year, required, gapTonnes, base } of batch.pools.standings) {
			const same = firms.find((one) => one.firm === firm)?.years.find((one) => one.year === year)?.sectorPath;
			expect({ required, gapTonnes, base }).toEqual({ required: same?.required, gapTonnes: same?.gapTonnes, base: same?.base });
		}
	});

	it("leave out a firm that two submissions have, and say so", async () => {
		const { batch } = await batchIn(
			submissions({ "in/D/energy.csv": small["energy.csv"], "in/D/output.csv": small["output.csv"] }),
			"in",
		);
		expect(batch.pools.leftOut).toEqual([
			{ submission: "A", firm: "A", why: "firm-repeated" },
			{ submission: "D", firm: "A", why: "firm-repeated" },
		]);
		expect(batch.pools.sectors.find(({ sector, year }) => sector === "all" && year === 2021)?.firms).toBe(2);
	});

	it("leave out a submission of which a row may be lost", async () => {
		const { batch } = await batchIn(submissions({ "in/A/energy.csv": `${small["energy.csv"]},2021,coke,7,t,2\n` }), "in");
		expect(batch.pools.leftOut).toEqual([{ submission: "A", firm: null, why: "rows-lost" }]);
	});
});

describe("the formats", () => {
	it("say the same: a line of ndjson and a row of csv for each submission", async () => {
		const { batch } = await batchIn(cases, "submissions");
		const lines = (await tanlu(["batch", "submissions", "--format", "ndjson"], { cwd: cases })).stdout.trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(batch.submissions);
		const csv = (await tanlu(["batch", "submissions", "--format", "csv"], { cwd: cases })).stdout;
		const rows = parse(csv, { columns: true }) as Record<string, string>[];
		expect(rows.map(({ submission, gap_tonnes: gap }) => [submission, gap])).toEqual(
			batch.submissions.map(({ submission, gapTonnes }) => [submission, gapTonnes ?? ""]),
		);
	});

	it("end with 3 where a verdict is as --fail-on says, and with 1 where there are errors besides", async () => {
		const cwd = submissions();
		expect((await tanlu(["batch", "in", "--fail-on", "off-track,behind,on-track"], { cwd })).code).toBe(3);
		expect((await tanlu(["batch", "in", "--fail-on", "missed"], { cwd })).code).toBe(0);
		expect((await tanlu(["batch", "submissions", "--fail-on", "off-track"], { cwd: cases })).code).toBe(1);
	});
});
