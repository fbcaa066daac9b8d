/** Threads of the program that read large tables: the same with any number of them, and nothing is left of them however a run ends. */
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import { readersOf } from "../../src/commands/readers.ts";
import { nodeHost } from "../../src/host/node.ts";
import { workers } from "../../src/host/workers.ts";
import type { Part } from "../../src/intake/part.ts";
import { writePart } from "../../src/intake/part-text.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { read } from "../../src/run/read.ts";
import type { Readers } from "../../src/run/stretches.ts";
import { header, keptAsNumbers, names, outputHeader, outputs, regular } from "../support/months.ts";
import { bin, root, tanlu } from "./tanlu.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const host = nodeHost("0.0.0", join(root, "dist"));
const text = (rows: readonly string[], head: string = header): string => `${[head, ...rows].join("\n")}\n`;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "jobs-"));
	writeFileSync(at("e.csv"), text([...regular(names, 24), "F2,2021-05,phlogiston,5,t", "F2,2021-06,coke,-5,t"]));
	writeFileSync(at("o.csv"), text(outputs(names, 24), outputHeader));
	// More than threads are begun for.
	const many = Array.from({ length: 4500 }, (_, of) => `企业${of}号有限责任公司`);
	writeFileSync(at("large.csv"), text([...regular(many, 24), "企业7号有限责任公司,2021-05,coke,-5,t"]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const partBy = async (readers: Readers | undefined, files: readonly string[] = ["e.csv", "o.csv"]): Promise<Part> => {
	const sources = await Promise.all(files.map((name) => host.source(at(name))));
	return read({ ...given(sources), swiftFrom: 0, ...(readers === undefined ? {} : { readers }) }, understand({}));
};

describe("threads that read", () => {
	it.each([2, 3, 5])("make of a table what one makes of it, %i of them", async (jobs) => {
		const [several, one] = [await partBy(readersOf(jobs, host, 0)), await partBy(undefined)];
		expect(keptAsNumbers(several)).toBeGreaterThan(2);
		expect([...writePart(several)]).toEqual([...writePart(one)]);
		expect([...several.ledger.firms.keys()]).toEqual([...one.ledger.firms.keys()]);
	});

	it.each([
		["nothing decides", "12.345", 0],
		["the last row has a decimal point", "0.500", 4],
		["the last row has points between thousands", "1.234.567", 0],
	])("show together what points of a table with semicolons are: %s", async (_, last, kept) => {
		const rows = regular(names, 24).map((row, nr) => row.replace(/[\d.]+(,[^,]*)$/, `${1 + (nr % 900)}.${100 + (nr % 899)}$1`));
		const ended = [...rows.slice(0, -1), (rows.at(-1) as string).replace(/[\d.]+(,[^,]*)$/, `${last}$1`)];
		writeFileSync(at("points.csv"), text(ended).replaceAll(",", ";"));
		const [several, one] = [await partBy(readersOf(3, host, 0), ["points.csv"]), await partBy(undefined, ["points.csv"])];
		expect(keptAsNumbers(several)).toBe(kept);
		expect([...writePart(several)]).toEqual([...writePart(one)]);
	});

	it.each([
		["grows", (path: string) => appendFileSync(path, "F2,2022-12,coke,5,t\n")],
		["is cut off", (path: string) => truncateSync(path, 3000)],
		["is taken away", (path: string) => rmSync(path)],
	])("tell of a file that %s while it is read", async (_, change) => {
		writeFileSync(at("changing.csv"), readFileSync(at("e.csv")));
		const readers = readersOf(3, host, 0);
		let changed = false;
		const part = await partBy(
			{
				...readers,
				read: (task) => {
					if (!changed) change(at("changing.csv"));
					changed = true;
					return readers.read(task);
				},
			},
			["changing.csv"],
		);
		expect(changed).toBe(true);
		expect(part.unusable).toMatchObject([{ code: "cannot-open", with: { file: host.named(at("changing.csv")) } }]);
		expect(part.ledger.firms.size).toBe(0);
	});

	it.each([
		["ends", 'require("node:worker_threads").parentPort.on("message", () => process.exit(3))'],
		["never begins", 'throw new Error("no program")'],
	])("are a fault of ours where one %s: exit code 70, its bytes are named, nothing is written", async (_, code) => {
		let told = "";
		const exit = await runProgram(["total", at("large.csv"), "--jobs", "2", "--out", at("dead.csv")], {
			...host,
			workers: (jobs, setting, nameOf) => workers(jobs, { home: join(root, "dist"), version: "0.0.0", setting }, nameOf, code),
			tell: (line) => {
				told += line;
			},
		});
		expect(exit).toBe(70);
		expect(told).toMatch(/bytes \d+ to \d+ of .*large\.csv/);
		expect(readdirSync(folder).filter((name) => name.startsWith("dead"))).toEqual([]);
	});

	it("make the same totals in the program itself", async () => {
		const made = await Promise.all(
			["1", "3"].map(async (jobs) => {
				const { code, stderr } = await tanlu(["total", "large.csv", "--jobs", jobs, "--out", `totals${jobs}.csv`], {
					cwd: folder,
				});
				expect(code).toBe(1);
				return [stderr, readFileSync(at(`totals${jobs}.csv`), "utf8")];
			}),
		);
		expect(made[1]).toEqual(made[0]);
	});

	it("make the same rows and findings of firms", async () => {
		const firms = Array.from({ length: 4200 }, (_, of) => `F${of}`);
		const months = Array.from(
			{ length: 24 },
			(_, month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
		);
		// Each month another: firms that share numbers would be told of.
		const made = (of: number, month: number): number =>
			50000 + ((Math.imul(of * 24 + month + 1, 2654435761) >>> 0) % 999983) / 100;
		const row = (firm: string, of: number) => (month: string, nr: number) =>
			`${firm},${month},bituminous-coal,${((made(of, nr) / 10) * (1 + ((of + nr * 3) % 11) / 400)).toFixed(2)},t`;
		const sold = (firm: string, of: number) => (month: string, nr: number) =>
			`${firm},31,${month},value_added,${(made(of, nr) / 7).toFixed(2)},万元,constant-2020`;
		writeFileSync(at("many.csv"), text([...firms.flatMap((firm, of) => months.map(row(firm, of))), "F7,2021-05,coke,-5,t"]));
		writeFileSync(
			at("sold.csv"),
			text(
				firms.flatMap((firm, of) => months.map(sold(firm, of))),
				outputHeader,
			),
		);
		const seen = await Promise.all(
			["1", "3"].map(async (jobs) => {
				const { code, stderr } = await tanlu(
					["report", "many.csv", "sold.csv", "--format", "csv", "--jobs", jobs, "--out", `rows${jobs}.csv`],
					{ cwd: folder },
				);
				expect(code).toBe(1);
				return [stderr, readFileSync(at(`rows${jobs}.csv`), "utf8")];
			}),
		);
		expect(seen[1]).toEqual(seen[0]);
		expect(seen[0]?.[1]?.split("\n").length).toBe(2 + 2 * firms.length);
	});

	it("end with the run that is interrupted", async () => {
		const child = spawn(process.execPath, [bin, "total", "large.csv", "--jobs", "4", "--out", "late.csv"], {
			cwd: folder,
		});
		const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
		await new Promise((resolve) => setTimeout(resolve, 500));
		child.kill("SIGINT");
		expect([await ended, existsSync(at("late.csv"))]).toEqual(["SIGINT", false]);
	});
});
