/** Parquet as a csv of it would be read: whole numbers and decimals exact, other numbers by the shortest decimal that names them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { root } from "../cli/tanlu.ts";
import { readSheets, rowsOf } from "../records/sheets.ts";
import { inFractions } from "../support/fractions.ts";
import { heardIn } from "../support/in-folder.ts";

const files = join(root, "fixtures", "workbooks");
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(files, name)));

async function refusal(bytes: Uint8Array): Promise<unknown> {
	try {
		return (await readSheets(bytes, { name: "a.parquet" })).sheets.map(({ rows }) => rows);
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return [error.code, error.with];
	}
}

describe("a Parquet file", () => {
	// Written by pyarrow from these values; 9007199254740993 is no double, nor is any of the decimals of 38 digits.
	it("has every type as the text that its values are", async () => {
		expect(await rowsOf(bytesOf("types.parquet"))).toEqual([
			["i8", "u64", "i64", "f32", "f64", "d32", "d128", "s", "b", "date", "ms", "us", "dict"],
			[
				...["1", "18446744073709551615", "9007199254740993", "0.1", "0.1", "1.05"],
				...["1234567890123456789012345678.1234567890", "文字", "TRUE", "2023-01-01", "2023-01-01", "2023-01-01 00:00:00", "x"],
			],
			[
				...["-2", "0", "-9223372036854775808", "16777216", "0.0000001", "-0.01", "-0.0000000001"],
				...["a,b", "FALSE", "1969-12-31", "2023-01-01 08:30:05", "1969-12-31 23:59:59", "y"],
			],
			["", "7"],
		]);
	});

	it("counts as a table of text would, beside others, to the tonnes that its amounts are worth", async () => {
		const cwd = mkdtempSync(join(tmpdir(), "tanlu-parquet-"));
		onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
		for (const name of ["coal.parquet", "power.parquet"]) writeFileSync(join(cwd, name), bytesOf(name));
		const { stdout } = await heardIn(cwd, ["report", ".", "--format", "json"]);
		const report = JSON.parse(stdout) as Report;
		expect(report.inputs.map(({ file, sheet, encoding, separator }) => [file, sheet, encoding, separator])).toEqual([
			["coal.parquet", null, null, null],
			["power.parquet", null, null, null],
		]);
		expect(report.firms[0]?.years[0]?.emissions.total).toBe(
			inFractions("12775.93 * 23.204 * 0.02618 * 0.93 * 44 / 12 + 158.1875 * 10000 * 0.5568 / 1000"),
		);
	});

	it("that is cut off is refused wherever it ends", async () => {
		const whole = bytesOf("coal.parquet");
		for (let length = 4; length < whole.length; length += 29)
			expect(await refusal(whole.subarray(0, length))).toEqual([
				"parquet-not-read",
				{ file: "a.parquet", why: "damaged", detail: "" },
			]);
	});

	it("that is damaged is refused or read, and never ends in a fault or takes for ever", async () => {
		const whole = bytesOf("types.parquet");
		for (let at = 4; at < whole.length; at += 5)
			for (const flip of [0xff, 0x01]) {
				const damaged = whole.slice();
				damaged[at] = (damaged[at] as number) ^ flip;
				await refusal(damaged);
			}
	}, 120_000);
});
