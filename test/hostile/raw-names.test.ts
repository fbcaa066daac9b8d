/** Names of files that are no UTF-8: met in a folder, opened by their bytes, shown escaped, and never mistaken for another. */
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escaped, nameOf, onDisk } from "../../src/host/raw-name.ts";
import type { Report } from "../../src/index.ts";
import { folder, onlyLine, small } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

describe("a name that is no text", () => {
	const names = [
		[0x61],
		[0xc4, 0xdc, 0xd4, 0xb4, 0x2e, 0x63, 0x73, 0x76],
		[0xff, 0xfe, 0x80],
		[0xe4, 0xb8],
		[0xe4, 0xb8, 0xad, 0xe4, 0xb8],
		[0xed, 0xa0, 0x80],
		[0xf0, 0x9f, 0x8f, 0xad, 0xf5],
		[0x5c, 0x78, 0x62, 0x35],
		[0xb5],
		[0x5c, 0x78, 0x35, 0x63, 0x78, 0x62, 0x35],
		[0x5c, 0xb5],
	].map((bytes) => Buffer.from(bytes));

	it("becomes a path and the same bytes again", () => {
		for (const name of names) expect(Buffer.from(onDisk(nameOf(name)) as string).toString("hex")).toBe(name.toString("hex"));
	});

	it("is seen as its letters and its bytes, and none as another", () => {
		expect(escaped(nameOf(Buffer.from([0xe4, 0xb8, 0xad, 0xc4, 0xdc, 0x2e])))).toBe("\\xe4\\xb8\\xad\\xc4\\xdc.");
		const seen = names.map((name) => escaped(nameOf(name)));
		expect(new Set(seen).size).toBe(names.length);
		for (const text of seen) expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
		expect(escaped("能源 \\ a.csv")).toBe("能源 \\ a.csv");
	});
});

// 能源 and 产值 in GB18030, as a Chinese archive has them.
const [energy, output] = [Buffer.from([0xc4, 0xdc, 0xd4, 0xb4]), Buffer.from([0xb2, 0xfa, 0xd6, 0xb5])];

/** A folder in which names are such bytes; the system must take them, as Linux does and others do not. */
function unpacked(): string {
	const cwd = folder();
	const inside = Buffer.concat([Buffer.from(`${cwd}/in/`), energy]);
	mkdirSync(inside, { recursive: true });
	const put = (name: Buffer, text: string): void =>
		writeFileSync(Buffer.concat([inside, Buffer.from("/"), name, Buffer.from(".csv")]), text);
	put(energy, small["energy.csv"]);
	put(output, small["output.csv"]);
	return cwd;
}

describe.runIf(process.platform === "linux")("a folder with such names", () => {
	const named = ["\\xb2\\xfa\\xd6\\xb5", "\\xc4\\xdc\\xd4\\xb4"].map((name) => `in/\\xc4\\xdc\\xd4\\xb4/${name}.csv`);

	it("is read as any other, and says whose figures they are", async () => {
		const cwd = unpacked();
		const ended = await tanlu(["report", "in", "--format", "json"], { cwd });
		const report = JSON.parse(ended.stdout) as Report;
		expect(report.inputs.map(({ file }) => file)).toEqual(named);
		const plain = folder({ "in/energy.csv": small["energy.csv"], "in/output.csv": small["output.csv"] });
		const other = JSON.parse((await tanlu(["report", "in", "--format", "json"], { cwd: plain })).stdout) as Report;
		expect(JSON.stringify(report.firms)).toBe(JSON.stringify(other.firms));
		expect(ended.code).toBe(0);
	});

	it("has its findings in files that are seen", async () => {
		const cwd = unpacked();
		const at = Buffer.concat([Buffer.from(`${cwd}/in/`), energy, Buffer.from("/"), energy, Buffer.from(".csv")]);
		writeFileSync(at, small["energy.csv"].replace("360", "x"));
		const ended = await tanlu(["check", "in", "--split", "rows"], { cwd });
		expect([ended.code, ended.stdout.includes(`${named[1]}:3`)]).toEqual([1, true]);
		expect(readdirSync(join(cwd, "rows")).sort()).toContain("in_\\xc4\\xdc\\xd4\\xb4_\\xc4\\xdc\\xd4\\xb4.refused.csv");
	});

	it("keeps its files from being written over by another name", async () => {
		const cwd = unpacked();
		const at = Buffer.concat([Buffer.from(`${cwd}/in/`), energy, Buffer.from("/"), energy, Buffer.from(".csv")]);
		linkSync(at, join(cwd, "hard.csv"));
		const ended = await tanlu(["report", "in", "--format", "csv", "--out", "hard.csv"], { cwd });
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain("would overwrite an input");
		expect(readFileSync(at, "utf8")).toBe(small["energy.csv"]);
	});

	it("counts a file whose name only looks so beside it", async () => {
		const cwd = folder();
		mkdirSync(join(cwd, "in"));
		writeFileSync(Buffer.concat([Buffer.from(`${cwd}/in/`), Buffer.from([0xb5]), Buffer.from(".csv")]), small["energy.csv"]);
		writeFileSync(join(cwd, "in", "\\xb5.csv"), small["output.csv"]);
		const ended = await tanlu(["report", "in", "--format", "json"], { cwd });
		const files = (JSON.parse(ended.stdout) as Report).inputs.map(({ file }) => file);
		expect(files.sort()).toEqual(["in/\\x5cxb5.csv", "in/\\xb5.csv"]);
	});
});
