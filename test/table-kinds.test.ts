import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTableKinds } from "../src/build/table-kinds.ts";
import { root } from "./cli/tanlu.ts";

describe("the files of kinds of tables", () => {
	let folder = "";
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "tanlu-kinds-"));
		cpSync(join(root, "src/contract/tables"), folder, { recursive: true });
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** What is told of the folder once a piece of one file is another. */
	const told = (name: string, old: string, fresh: string): string => {
		const text = readFileSync(join(folder, name), "utf8");
		expect(text).toContain(old);
		writeFileSync(join(folder, name), text.replace(old, fresh));
		try {
			readTableKinds(folder);
			return "";
		} catch (error) {
			return (error as Error).message;
		}
	};

	it("say of every column what it is in each language, in their own words or in those that tables share", () => {
		const kinds = readTableKinds(folder);
		const deflator = kinds.find(({ kind }) => kind === "deflator");
		expect(deflator?.said.get("en")?.columns).toEqual({
			year: "Year of the index.",
			index: "Price index, above zero; the price year is 100.",
			sector: "The sector it holds for; blank is every sector.",
			source: "Who says so: a document and its date.",
			note: "Anything; never read.",
		});
		expect(deflator?.said.get("zh")?.headers).toEqual({
			year: "年份",
			index: "价格指数",
			sector: "所属行业",
			source: "数据来源",
			note: "备注",
		});
		expect(deflator?.said.get("en")?.headers).toEqual({});
	});

	it.each([
		["deflator.yaml", "  index: above-zero", "  index: above-all", "deflator.yaml: columns.index: "],
		["deflator.yaml", "place: 5", "place: 6", "targets: place 6 is that of deflator"],
		["deflator.yaml", '    index: "Price', '    indexx: "Price', "deflator: en speaks of indexx, which is no column"],
		["deflator.yaml", '    index: "Price', '    year2: "Price', "deflator: en says nothing of the column index"],
		["deflator.yaml", "    index: 价格指数\n", "    sector: 行业\n", "deflator: zh has no header for the column index"],
		["deflator.yaml", "marks: [[index]]", "marks: [[indices]]", "deflator: no column indices"],
		["deflator.yaml", "energy.carrier", "energy.carriers", "deflator: there is no energy.carriers"],
		["deflator.yaml", "  name: deflator\n", "", "deflator.yaml: en.name: "],
		["deflator.yaml", "form: false", "from: false", "deflator.yaml: form: "],
		["columns.yaml", "    note: Anything; never read.\n", "", "energy: en says nothing of the column note"],
	])("are refused by name: %s with %s as %s", (name, old, fresh, fault) => {
		const message = told(name, old, fresh);
		expect(message).toContain("Kinds of tables:\n");
		expect(message).toContain(`  ${fault}`);
	});
});
