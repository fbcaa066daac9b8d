/** Where a result goes: behind links, into pipes; never over an input, and never in place of what is no regular file. */
import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { realDisk } from "../../src/host/disk.ts";
import { outbox } from "../../src/host/outbox.ts";
import { behindLinks, isReplaced, tryTarget } from "../../src/host/target.ts";
import { tanlu } from "../support/in-process.ts";
import { folder, names, onlyLine, small } from "./tanlu.ts";

/** A file of a run that makes no other. */
async function writeTarget(path: string, text: string): Promise<void> {
	const { writer, commit, abandon } = outbox(realDisk);
	try {
		const { write, close } = writer(path);
		write(text);
		close();
		await commit();
	} finally {
		abandon();
	}
}

describe("what is replaced whole", () => {
	it("is a regular file, or one that is not there yet", () => {
		expect(isReplaced(statSync(join(folder({ a: "x" }), "a")))).toBe(true);
		expect(isReplaced(undefined)).toBe(true);
	});

	it("is no device, no pipe and no socket, whoever asks", () => {
		// What the system says of /dev/null, of a pipe and of a socket: none of them is a regular file.
		expect(isReplaced({ isFile: () => false })).toBe(false);
		const cwd = folder();
		execFileSync("mkfifo", [join(cwd, "pipe")]);
		expect(isReplaced(statSync(join(cwd, "pipe")))).toBe(false);
		expect(isReplaced(statSync(cwd))).toBe(false);
	});
});

describe("trying a target", () => {
	it("changes nothing, and waits for no reader of a pipe", () => {
		const cwd = folder({ old: "old\n" });
		execFileSync("mkfifo", [join(cwd, "pipe")]);
		for (const name of ["old", "new", "pipe"]) tryTarget(join(cwd, name));
		expect(names(cwd)).toEqual(["old", "pipe"]);
		expect(readFileSync(join(cwd, "old"), "utf8")).toBe("old\n");
	});

	it("says of a folder, and of a file in place of a folder, what it is", () => {
		const cwd = folder({ file: "x" });
		const why = (path: string): unknown => {
			try {
				tryTarget(join(cwd, path));
			} catch (error) {
				return (error as { with?: { why?: unknown } }).with?.why;
			}
			return undefined;
		};
		expect(why(".")).toBe("folder");
		expect(why("nowhere/report.json")).toBe("missing");
		expect(why("file/report.json")).toBe("not-a-folder");
	});

	// Root may write everywhere.
	it.skipIf(process.getuid?.() === 0)("refuses a file that may not be written (not asked of root, who may do anything)", () => {
		const cwd = folder({ kept: "x" });
		chmodSync(join(cwd, "kept"), 0o444);
		expect(() => tryTarget(join(cwd, "kept"))).toThrow("cannot-write");
	});
});

describe("writing", () => {
	it("follows links through folders to their end", async () => {
		const cwd = folder({ "real.txt": "old\n" });
		mkdirSync(join(cwd, "a"));
		symlinkSync("../b.txt", join(cwd, "a", "link.txt"));
		symlinkSync("real.txt", join(cwd, "b.txt"));
		await writeTarget(join(cwd, "a", "link.txt"), "new\n");
		expect(readFileSync(join(cwd, "real.txt"), "utf8")).toBe("new\n");
		expect(lstatSync(join(cwd, "b.txt")).isSymbolicLink()).toBe(true);
		expect(behindLinks(join(cwd, "a", "link.txt"))).toBe(behindLinks(join(cwd, "real.txt")));
	});

	it("keeps bits that the process would not give a new file", async () => {
		const cwd = folder({ shared: "old\n" });
		chmodSync(join(cwd, "shared"), 0o666);
		await writeTarget(join(cwd, "shared"), "new\n");
		expect(statSync(join(cwd, "shared")).mode & 0o777).toBe(0o666);
	});

	it("leaves a link that leads round in a circle, and says so", async () => {
		const cwd = folder();
		symlinkSync("b", join(cwd, "a"));
		symlinkSync("a", join(cwd, "b"));
		await expect(writeTarget(join(cwd, "a"), "new\n")).rejects.toThrow("cannot-write");
		expect(names(cwd)).toEqual(["a", "b"]);
	});
});

describe("an input", () => {
	it("is not overwritten behind a link", async () => {
		const cwd = folder(small);
		symlinkSync("energy.csv", join(cwd, "report.csv"));
		const ended = await tanlu(["report", "energy.csv", "output.csv", "--format", "csv", "--out", "report.csv"], { cwd });
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain("--out report.csv would overwrite an input");
		expect(readFileSync(join(cwd, "energy.csv"), "utf8")).toBe(small["energy.csv"]);
	});
});
