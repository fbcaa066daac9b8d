/** A file that is written to while it is read: what was read is nobody's file, so there is no result. */
import { appendFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { source } from "../../src/host/read.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "tanlu-changed-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = "firm,period,carrier,quantity,unit\n";
const large = header + "F1,2023-01,coke,1,t\n".repeat(20_000);

/** Reads a file; `meanwhile` is done behind its first piece. */
const reading = async (text: string, meanwhile: (file: string) => void): Promise<number> => {
	const file = join(folder, "energy.csv");
	writeFileSync(file, text);
	const { bytes } = await source(file);
	let [size, pieces] = [0, 0];
	for await (const piece of bytes()) {
		if (pieces === 0) meanwhile(file);
		pieces += 1;
		size += piece.length;
	}
	return size;
};
const changed = { code: "cannot-open", with: { why: "changed" } };

it("is read where nobody writes to it", async () => {
	expect(await reading(large, () => undefined)).toBe(large.length);
});

it.each([
	["is appended to", (file: string) => appendFileSync(file, "F1,2023-02,coke,1,t\n")],
	[
		"is written anew, as long as it was",
		(file: string) => {
			writeFileSync(file, large.replaceAll("coke,1", "coke,2"));
			utimesSync(file, new Date(0), new Date(0));
		},
	],
	["is cut", (file: string) => writeFileSync(file, header)],
])("that %s is refused by name", async (_, meanwhile) => {
	await expect(reading(large, meanwhile)).rejects.toMatchObject(changed);
});

it("that another takes the place of before it is read again is refused", async () => {
	const file = join(folder, "energy.csv");
	writeFileSync(file, large);
	const { bytes } = await source(file);
	for await (const _ of bytes());
	const other = join(folder, "other.csv");
	writeFileSync(other, large);
	renameSync(other, file);
	const again = async (): Promise<void> => {
		for await (const _ of bytes());
	};
	await expect(again()).rejects.toMatchObject(changed);
});
