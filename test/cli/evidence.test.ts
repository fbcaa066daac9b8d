/** Evidence of a batch: whole or not at all, known by its hashes, the same bytes each time, and gone on with where it was left. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import type { Batch, Summary } from "../../src/contract/batch.ts";
import type { Manifest } from "../../src/contract/evidence.ts";
import { type Disk, realDisk } from "../../src/host/disk.ts";
import { nodeHost } from "../../src/host/node.ts";
import { workers } from "../../src/host/workers.ts";
import { compiled, faults, made } from "../contract/validator.ts";
import { tanlu } from "../support/in-process.ts";
import { folder, tanlu as process_, root, small } from "./tanlu.ts";

const cases = join(root, "fixtures", "cases", "batch");

/** A folder with the submissions of the case. */
function submitted(): string {
	const cwd = folder();
	cpSync(join(cases, "submissions"), join(cwd, "in"), { recursive: true });
	return cwd;
}

/** Every file below a folder, by its path with `/`. */
function bytesIn(path: string): Record<string, string> {
	const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const named = files.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(named.sort().map((file) => [relative(path, file).replaceAll("\\", "/"), readFileSync(file, "utf8")]));
}

const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
const evidence = async (cwd: string, ...args: string[]): Promise<{ code: number | null; stderr: string }> =>
	tanlu(["batch", "in", "--evidence", "ev", "--format", "csv", ...args], { cwd });
const manifestOf = (cwd: string): Manifest => JSON.parse(readFileSync(join(cwd, "ev/manifest.json"), "utf8")) as Manifest;

/** What an uninterrupted run makes of the case: made once, and read by most tests. */
const whole = await (async () => {
	const cwd = join(cases, "..", "..", "..", "node_modules", ".tanlu-evidence");
	rmSync(cwd, { recursive: true, force: true });
	cpSync(join(cases, "submissions"), join(cwd, "in"), { recursive: true });
	await evidence(cwd);
	const found = { bytes: bytesIn(join(cwd, "ev")), manifest: manifestOf(cwd) };
	rmSync(cwd, { recursive: true, force: true });
	return found;
})();

describe("the manifest", () => {
	it("lists every file of the folder and of the submissions with its hash and size", async () => {
		const cwd = submitted();
		await evidence(cwd);
		const { files, submissions } = manifestOf(cwd);
		const there = Object.keys(bytesIn(join(cwd, "ev"))).filter((path) => path !== "manifest.json");
		expect(files.map(({ path }) => path)).toEqual(there.sort());
		for (const { path, sha256: hash, bytes } of files) {
			expect(sha256(join(cwd, "ev", path))).toBe(hash);
			expect(readFileSync(join(cwd, "ev", path))).toHaveLength(bytes);
		}
		const inputs = submissions.flatMap((one) => one.inputs);
		expect(inputs.map(({ path }) => path).sort()).toEqual(
			Object.keys(bytesIn(join(cwd, "in")))
				.filter((path) => path.includes("/"))
				.sort(),
		);
		for (const { path, sha256: hash, bytes } of inputs) {
			expect(sha256(join(cwd, "in", path))).toBe(hash);
			expect(readFileSync(join(cwd, "in", path))).toHaveLength(bytes);
		}
	});

	it("fits its contract, and so do the rows beside it", () => {
		const { outputs } = made.en;
		expect(faults(compiled(outputs.manifest), whole.manifest)).toEqual([]);
		expect(faults(compiled(outputs.batch), JSON.parse(whole.bytes["batch.json"] as string) as Batch)).toEqual([]);
		for (const { folder: place } of whole.manifest.submissions)
			expect(faults(compiled(outputs.summary), JSON.parse(whole.bytes[`${place}/summary.json`] as string) as Summary)).toEqual(
				[],
			);
	});
});

describe("what is kept of a submission", () => {
	it("is what report, check and explain write of it, byte for byte", async () => {
		for (const { submission, state, folder: place, derivations } of whole.manifest.submissions) {
			if (state === "unusable") continue;
			const cwd = join(cases, "submissions", submission);
			const said = async (...args: string[]): Promise<string> => (await tanlu(args, { cwd })).stdout;
			expect(whole.bytes[`${place}/report.json`]).toBe(await said("report", ".", "--format", "json"));
			expect(whole.bytes[`${place}/findings.json`]).toBe(await said("check", ".", "--format", "json"));
			expect(derivations).not.toHaveLength(0);
			for (const { firm, year, json, markdown } of derivations) {
				const asked = ["explain", ".", "--firm", firm, "--year", String(year), "--format"];
				expect(whole.bytes[json]).toBe(await said(...asked, "json"));
				expect(whole.bytes[markdown]).toBe(await said(...asked, "markdown"));
			}
		}
	});

	it("is reproduced by verify-report from the submission", async () => {
		const cwd = submitted();
		await evidence(cwd, "--accept-own");
		for (const { submission, state, folder: place } of manifestOf(cwd).submissions) {
			if (state === "unusable") continue;
			const { code } = await tanlu(["verify-report", `ev/${place}/report.json`, "--inputs", `in/${submission}`], { cwd });
			expect([submission, code]).toEqual([submission, 0]);
		}
	});

	it("goes by what is material, as report does", async () => {
		const cwd = submitted();
		await evidence(cwd, "--materiality", "1%");
		const { stdout } = await tanlu(["report", ".", "--materiality", "1%", "--format", "json"], { cwd: join(cwd, "in/B-cement") });
		expect(readFileSync(join(cwd, "ev/submissions/B-cement/report.json"), "utf8")).toBe(stdout);
		const { code } = await tanlu(["verify-report", "ev/submissions/B-cement/report.json", "--inputs", "in/B-cement"], { cwd });
		expect(code).toBe(0);
	});

	it("is reproduced where tables that an option names speak for all", async () => {
		const cwd = submitted();
		writeFileSync(join(cwd, "f.csv"), "carrier,unit,emission_factor,source\ncoke,t,3,laboratory\n");
		await evidence(cwd, "--factors", "f.csv");
		const { code } = await tanlu(["verify-report", "ev/submissions/C-own/report.json", "--inputs", "in/C-own"], { cwd });
		expect(code).toBe(0);
	});
});

describe("names of submissions", () => {
	it("may be any that a disk takes: each has its own place, and what it steers or hides is seen", async () => {
		const names = ["=cmd|x", "a\nb", "\u202ex", "##[error]x", "a%0Ab", "dot. ", "c,d", "\u001b[31mred", "__proto__", "a\\b"];
		const files = names.flatMap((name, n) =>
			Object.entries(small).map(([file, text]) => [`in/${name}/${file}`, text.replaceAll(/^A,/gm, `F${n},`)] as const),
		);
		const cwd = folder(Object.fromEntries(files));
		const { stdout } = await tanlu(["batch", "in", "--evidence", "ev"], { cwd });
		for (const sign of ["\u001b", "\u202e", "##["]) expect(stdout).not.toContain(sign);
		const manifest = manifestOf(cwd);
		expect(manifest.submissions.map(({ submission }) => submission)).toEqual([...names].sort());
		expect(new Set(manifest.submissions.map((one) => one.folder)).size).toBe(names.length);
		expect(faults(compiled(made.en.outputs.manifest), manifest)).toEqual([]);
		for (const { path } of manifest.files) expect(path).toMatch(/^(submissions\/[^\\:*?"<>|\p{Cc}\p{Cf}]+\/)?[\w.-]+$/u);
		expect((await evidence(cwd, "--resume")).stderr).toContain(`${names.length} kept`);
	});
});

describe("the same bytes", () => {
	it("come of every run: of two threads, from another folder, in another order, by a path from the root", async () => {
		const cwd = submitted();
		await evidence(cwd, "--jobs", "2", "--sort", "weight");
		expect(bytesIn(join(cwd, "ev"))).toEqual(whole.bytes);
		await tanlu(["batch", ".", "--evidence", join(cwd, "ev2"), "--format", "csv"], { cwd: join(cwd, "in") });
		expect(bytesIn(join(cwd, "ev2"))).toEqual(whole.bytes);
	});

	it("are on standard output, too, whatever the number of threads", async () => {
		const run = async (jobs: string): Promise<string> =>
			(await process_(["batch", "submissions", "--format", "json", "--jobs", jobs], { cwd: cases })).stdout;
		expect(await run("3")).toBe(await run("1"));
	});
});

/** A disk that fails from some opening on. */
function failingFrom(opening: number): Disk {
	let opened = 0;
	return {
		...realDisk,
		openSync: (path, flags, mode) => {
			opened += 1;
			if (opened >= opening) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
			return realDisk.openSync(path, flags, mode);
		},
	};
}

describe("a run that does not come to its end", () => {
	it.each([
		2, 5, 9, 14, 20, 27, 29,
	])("leaves nothing under the folder's name, and is gone on with: opening %i fails", async (opening) => {
		const cwd = submitted();
		const args = ["batch", "in", "--evidence", "ev", "--format", "csv"];
		expect((await tanlu(args, { cwd, disk: failingFrom(opening) })).code).toBe(2);
		expect(existsSync(join(cwd, "ev"))).toBe(false);
		expect((await evidence(cwd)).stderr).toContain("--resume");
		await evidence(cwd, "--resume");
		expect(bytesIn(join(cwd, "ev"))).toEqual(whole.bytes);
		expect(readdirSync(cwd).sort()).toEqual(["ev", "in"]);
	});

	it("is gone on with whatever its last line and its last file have lost", async () => {
		const cwd = submitted();
		await tanlu(["batch", "in", "--evidence", "ev"], { cwd, disk: failingFrom(24) });
		const journal = join(cwd, "ev.partial/journal.ndjson");
		writeFileSync(journal, readFileSync(journal, "utf8").slice(0, -40));
		const [report] = Object.keys(bytesIn(join(cwd, "ev.partial"))).filter((path) => path.endsWith("report.json"));
		writeFileSync(join(cwd, "ev.partial", report as string), "{");
		await evidence(cwd, "--resume");
		expect(bytesIn(join(cwd, "ev"))).toEqual(whole.bytes);
	});

	it("starts again where it is asked otherwise", async () => {
		const cwd = submitted();
		await tanlu(["batch", "in", "--evidence", "ev"], { cwd, disk: failingFrom(24) });
		await evidence(cwd, "--resume", "--path", "linear");
		const other = submitted();
		await evidence(other, "--path", "linear");
		expect(bytesIn(join(cwd, "ev"))).toEqual(bytesIn(join(other, "ev")));
	});
});

describe("evidence that is there", () => {
	it("is not written over, and not into the submissions", async () => {
		const cwd = submitted();
		writeFileSync(join(cwd, "ev"), "mine");
		expect((await evidence(cwd)).code).toBe(2);
		expect(readFileSync(join(cwd, "ev"), "utf8")).toBe("mine");
		for (const place of ["in/ev", "in", "."]) {
			const { code } = await tanlu(["batch", "in", "--evidence", place], { cwd });
			expect([place, code]).toEqual([place, 2]);
		}
		expect(existsSync(join(cwd, "in/ev"))).toBe(false);
	});

	it("stays as it is where nothing has changed, its signature too", async () => {
		const cwd = submitted();
		await evidence(cwd);
		writeFileSync(join(cwd, "ev/manifest.json.sig"), "signed");
		const { stderr } = await evidence(cwd, "--resume");
		expect(stderr).toContain("0 submissions made, 6 kept");
		expect(readFileSync(join(cwd, "ev/manifest.json.sig"), "utf8")).toBe("signed");
		expect(readdirSync(cwd).sort()).toEqual(["ev", "in"]);
	});

	it("has made anew what was changed, edited or is missing, and nothing else", async () => {
		const cwd = submitted();
		await evidence(cwd);
		const energy = join(cwd, "in/C-own/energy.csv");
		writeFileSync(energy, readFileSync(energy, "utf8").replace("280", "281"));
		const report = join(cwd, "ev/submissions/F-units/report.json");
		writeFileSync(report, readFileSync(report, "utf8").replace("2022", "2021"));
		rmSync(join(cwd, "ev/submissions/甲钢/findings.json"));
		rmSync(join(cwd, "in/E-table"), { recursive: true });
		const { stderr } = await evidence(cwd, "--resume");
		expect(stderr).toContain("3 submissions made, 2 kept");
		const other = submitted();
		writeFileSync(join(other, "in/C-own/energy.csv"), readFileSync(energy));
		rmSync(join(other, "in/E-table"), { recursive: true });
		await evidence(other);
		expect(bytesIn(join(cwd, "ev"))).toEqual(bytesIn(join(other, "ev")));
	});

	it("looks again at a submission that has got a link", async () => {
		const cwd = submitted();
		await evidence(cwd);
		symlinkSync(join(cwd, "in/C-own/energy.csv"), join(cwd, "in/F-units/more.csv"));
		await evidence(cwd, "--resume");
		expect(manifestOf(cwd).submissions.find(({ submission }) => submission === "F-units")?.state).toBe("unusable");
	});

	it("is not touched where it holds what is not of it, or is none", async () => {
		const cwd = submitted();
		await evidence(cwd);
		writeFileSync(join(cwd, "ev/notes.txt"), "mine");
		writeFileSync(join(cwd, "in/C-own/energy.csv"), "");
		const before = bytesIn(join(cwd, "ev"));
		const { code, stderr } = await evidence(cwd, "--resume");
		expect([code, stderr]).toEqual([2, expect.stringContaining("notes.txt")]);
		expect(bytesIn(join(cwd, "ev"))).toEqual(before);
		rmSync(join(cwd, "ev/manifest.json"));
		expect((await evidence(cwd, "--resume")).code).toBe(2);
	});

	it("leads nowhere else, whatever its manifest says", async () => {
		const cwd = submitted();
		await evidence(cwd);
		writeFileSync(join(cwd, "secret.txt"), "secret");
		const manifest = manifestOf(cwd);
		const planted = { path: "submissions/C-own/../../../secret.txt", sha256: sha256(join(cwd, "secret.txt")), bytes: 6 };
		writeFileSync(join(cwd, "ev/manifest.json"), JSON.stringify({ ...manifest, files: [...manifest.files, planted] }));
		await evidence(cwd, "--resume");
		expect(bytesIn(join(cwd, "ev"))).toEqual(whole.bytes);
		expect(readdirSync(cwd).sort()).toEqual(["ev", "in", "secret.txt"]);
	});
});

describe("a submission that is changed while it is judged", () => {
	it("is passed over: no evidence lists a file otherwise than it was read", async () => {
		const cwd = submitted();
		const real = nodeHost("0.0.0", join(root, "dist"));
		const energy = join(cwd, "in/F-units/energy.csv");
		let opened = 0;
		const code = await runProgram(["batch", join(cwd, "in"), "--evidence", join(cwd, "ev"), "--quiet"], {
			...real,
			source: async (path) => {
				// Opened first to be judged, then to be listed.
				if (path === energy && ++opened === 2) writeFileSync(energy, readFileSync(energy, "utf8").replace("98", "99"));
				return real.source(path);
			},
			print: async () => undefined,
			tell: () => undefined,
		});
		expect(code).toBe(1);
		const { submissions } = manifestOf(cwd);
		expect(submissions.find(({ submission }) => submission === "F-units")?.state).toBe("unusable");
		expect(submissions.filter(({ state }) => state === "judged")).toHaveLength(3);
	});
});

describe("threads", () => {
	const dying = async (code: string): Promise<{ code: number; told: string }> => {
		let told = "";
		const real = nodeHost("0.0.0", join(root, "dist"));
		const exit = await runProgram(["batch", join(cases, "submissions"), "--jobs", "2", "--format", "csv"], {
			...real,
			workers: (jobs, setting, nameOf) => workers(jobs, { home: join(root, "dist"), version: "0.0.0", setting }, nameOf, code),
			print: async () => undefined,
			tell: (text) => {
				told += text;
			},
		});
		return { code: exit, told };
	};

	it.each([
		["ends", 'require("node:worker_threads").parentPort.on("message", () => process.exit(3))'],
		["throws", 'require("node:worker_threads").parentPort.on("message", () => { throw new Error("out of memory") })'],
		["never begins", 'throw new Error("no program")'],
	])("are a fault of ours where one %s: exit code 70, and the submission is named", async (_, code) => {
		const { code: exit, told } = await dying(code);
		expect(exit).toBe(70);
		expect(told).toMatch(/B-cement|C-own/);
	});

	it("end with the run that is interrupted, and what was made is gone on with", async () => {
		const names = Array.from({ length: 60 }, (_, n) => `S${n}`);
		const files = names.flatMap((name) =>
			Object.entries(small).map(([file, text]) => [`in/${name}/${file}`, text.replaceAll(/^A,/gm, `${name},`)] as const),
		);
		const cwd = folder(Object.fromEntries(files));
		const { spawn } = await import("node:child_process");
		const child = spawn(process.execPath, [join(root, "bin/tanlu.js"), "batch", "in", "--evidence", "ev", "--jobs", "2"], {
			cwd,
		});
		const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
		while (child.exitCode === null && !existsSync(join(cwd, "ev.partial/submissions/S10/summary.json")))
			await new Promise((resolve) => setTimeout(resolve, 2));
		child.kill("SIGINT");
		expect([await ended, existsSync(join(cwd, "ev"))]).toEqual(["SIGINT", false]);
		await evidence(cwd, "--resume", "--jobs", "2");
		const other = folder(Object.fromEntries(files));
		await evidence(other);
		expect(bytesIn(join(cwd, "ev"))).toEqual(bytesIn(join(other, "ev")));
	});
});
