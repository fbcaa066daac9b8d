/** Cells that name somebody or something: credit codes, and letters that no name should hold. */
import { describe, expect, it } from "vitest";
import type { Report, Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { codes, csvText, energy, findingOf, firms, output, type Row, reasonsOf, steadyFirm, yearOf } from "../support/tables.ts";

const [codeA, codeB, codeC] = ["9132021307Q41C8654", "913716256P28R5D185", "91130209MAEH5W3U7C"] as const;

/** Energy rows under a credit code and no id. */
const coded = (rows: readonly Row[], name = "energy.csv"): Table => {
	const base: Row = { credit_code: codeA, period: "2023", carrier: "coke", quantity: "1", unit: "t" };
	return { name, text: csvText(rows.map((row) => ({ ...base, ...row }))) };
};
/** A firm that no fault of another may touch. */
const sound = steadyFirm({ firm: "F9", co2: { 2020: "1000", 2021: "900" } });
const [soundEnergy, soundOutput] = [energy(sound.energy, "sound energy.csv"), output(sound.output, "sound output.csv")];

/** Findings of files, without those of years: coverage, base, output. */
const told = (found: Report): string[] =>
	codes(found).filter((one) => !/^(no-base|base-unusable|no-output|partial-year|pooled-figures-withheld)@/.test(one));
const named = (found: Report): (string | null)[] => found.firms.map(({ firm }) => firm).filter((firm) => firm !== "F9");
const rowsOf = (found: Report, file = "energy.csv") => found.inputs.find((input) => input.file === file)?.rows;
const pooled = (found: Report) => found.sectors.at(-1)?.years.at(-1)?.intensity;

describe("a credit code", () => {
	it.each([
		["9.13E+17", "took it for a number"],
		["130209000012345", "15 digits"],
		["913716256P28R5D18", "17 characters"],
		["91130209MAOH5W3U7C", "'O'"],
		["9132021307Q41C8655", "end in '4'"],
		["91330281MA9X7K2T7R", "17th character would be '6'"],
		["-", "1 character,"],
	])("that cannot be right, such as %s, refuses the row and withholds pooled figures", async (credit_code, why) => {
		const found = await report([coded([{}, { credit_code, period: "2022" }]), soundEnergy, soundOutput]);
		expect(told(found)).toEqual(["bad-credit-code@energy.csv:3:credit_code"]);
		expect(findingOf(found, "bad-credit-code")).toMatchObject({
			gravity: "error",
			line: 3,
			value: credit_code,
			firm: null,
			period: "2022",
		});
		expect(findingOf(found, "bad-credit-code").message).toContain(why);
		expect(rowsOf(found)).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
		expect(named(found)).toEqual([codeA]);
		expect(codes(found)).toContain("pooled-figures-withheld@::");
		expect(pooled(found)).toBeNull();
		// Who is not concerned is judged as ever.
		expect(yearOf(found, "F9", 2021).verdict?.word).toBe("on-track");
	});

	it("is told of each row that it refuses, in energy, output and firms tables alike", async () => {
		const row = { credit_code: "9132021307Q41C8655" };
		const money = { period: "2023", indicator: "value_added", quantity: "10", unit: "万元", prices: "constant-2020" };
		const found = await report([
			coded([{}, row, row]),
			{ name: "output.csv", text: csvText([{ ...row, ...money }]) },
			{ name: "firms.csv", text: csvText([{ ...row, sector: "steel" }]) },
		]);
		expect(codes(found, "error")).toEqual([
			"bad-credit-code@energy.csv:3:credit_code",
			"bad-credit-code@energy.csv:4:credit_code",
			"bad-credit-code@firms.csv:2:credit_code",
			"bad-credit-code@output.csv:2:credit_code",
		]);
	});

	it("that is blank is a row without a firm, whatever else the row says", async () => {
		const found = await report([coded([{}, { credit_code: "", firm_name: "甲厂", period: "2022" }])]);
		expect(told(found)).toEqual(["missing-firm@energy.csv:3:credit_code"]);
	});

	it("is read as what it spells, whatever case, width, blanks and apostrophes; each spelling is told once", async () => {
		const spellings = ["９１３２０２１３０７Ｑ４１Ｃ８６５４", codeA.toLowerCase(), `'${codeA}`, `="${codeA}"`, ` ${codeA}`];
		const months = spellings.flatMap((credit_code, at) => [
			{ credit_code, period: `2023-${String(2 * at + 1).padStart(2, "0")}` },
			{ credit_code, period: `2023-${String(2 * at + 2).padStart(2, "0")}` },
		]);
		const found = await report([coded([...months, { period: "2023-11" }, { period: "2023-12" }])]);
		expect(named(found)).toEqual([codeA]);
		expect(yearOf(found, codeA, 2023)).toMatchObject({ coverage: "whole-year", carriers: [{ quantity: "12" }] });
		expect(told(found)).toEqual(spellings.map((_, at) => `credit-code-respelt@energy.csv:${2 * at + 2}:credit_code`).sort());
		const list = found.findings.list.filter(({ code }) => code === "credit-code-respelt");
		expect(list.map(({ gravity, value }) => [gravity, value])).toEqual(spellings.map((one) => ["warning", one]));
	});

	it("is asked for in its own column alone: an id is free text, though it look like a code", async () => {
		const ids = ["9132021307Q41C8655", "9.13E+17", "9132021307q41c8654", "'x"];
		const found = await report([energy(ids.map((firm) => ({ firm })))]);
		expect(told(found)).toEqual([]);
		expect(named(found)).toEqual([...ids].sort());
	});

	it("counts where there is an id beside it", async () => {
		const found = await report([coded([{ firm: "F1" }, { firm: "F2", period: "2022" }])]);
		expect(named(found)).toEqual([codeA]);
	});

	it("says of a row with too few cells whom it concerns, as far as it can be right", async () => {
		const lines = (code: string): Table => ({
			name: "energy.csv",
			text: `credit_code,period,carrier,quantity,unit\n${codeA},2023,coke,1,t\n${code},2023,coke\n`,
		});
		const respelt = await report([lines(codeA.toLowerCase())]);
		expect(findingOf(respelt, "ragged-row").firm).toBe(codeA);
		expect(named(respelt)).toEqual([codeA]);
		expect(yearOf(respelt, codeA, 2023).emissions.total).toBeNull();
		const wrong = await report([lines("9132021307Q41C8655")]);
		expect(findingOf(wrong, "ragged-row").firm).toBeNull();
		expect(codes(wrong)).toContain("pooled-figures-withheld@::");
		// One letter away from the code of a firm: it may be its row.
		expect(yearOf(wrong, codeA, 2023).emissions.total).toBeNull();
	});
});

describe("a control character", () => {
	const hostile = "\u001b[31mred\u0007";
	const burnt: Row = { period: "2022", carrier: "coke", quantity: "1", unit: "t" };

	it.each([
		["firm", energy([{}, { firm: hostile, period: "2022" }])],
		["firm_name", { name: "energy.csv", text: csvText(["甲厂", hostile].map((firm_name) => ({ firm_name, ...burnt }))) }],
		["credit_code", coded([{}, { credit_code: `${codeA}\u0007`, period: "2022" }])],
	] as const)("in %s leaves nobody whom the row could be about", async (column, table) => {
		const found = await report([table, soundEnergy, soundOutput]);
		expect(told(found)).toEqual([`control-character@energy.csv:3:${column}`]);
		expect(findingOf(found, "control-character")).toMatchObject({ gravity: "error", firm: null });
		expect(codes(found)).toContain("pooled-figures-withheld@::");
		expect(yearOf(found, "F9", 2021).verdict?.word).toBe("on-track");
	});

	it("in a name or a site refuses the row, and withholds the year of its firm alone", async () => {
		for (const column of ["firm_name", "site"]) {
			const found = await report([energy([{}, { period: "2022", [column]: hostile }]), soundEnergy, soundOutput]);
			expect(told(found)).toEqual([`control-character@energy.csv:3:${column}`]);
			expect(findingOf(found, "control-character")).toMatchObject({ firm: "F1", period: "2022", value: hostile });
			expect(rowsOf(found)).toMatchObject({ used: 1, refused: 1 });
			expect(reasonsOf(found, "F1", 2022)).toContain("errors");
			expect(reasonsOf(found, "F1", 2023)).not.toContain("errors");
			expect(found.firms.find(({ firm }) => firm === "F1")?.name).toBeNull();
			expect(codes(found)).not.toContain("pooled-figures-withheld@::");
		}
	});

	it("in a blank amount's row is an error and not a gap", async () => {
		const found = await report([energy([{}, { period: "2022", quantity: "-", site: hostile }])]);
		expect(codes(found, "error")).toEqual(["control-character@energy.csv:3:site"]);
		expect(rowsOf(found)).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
	});

	it("in a product refuses the row, which might have been of the product asked for", async () => {
		const made: Row = { indicator: "production", unit: "t", prices: "" };
		const table = output([
			{ ...made, product: "steel" },
			{ ...made, product: `steel${hostile}`, period: "2022" },
		]);
		const found = await report([energy([{}, { period: "2022" }]), table], { per: "product:steel" });
		expect(codes(found, "error")).toEqual(["control-character@output.csv:3:product"]);
		expect(reasonsOf(found, "F1", 2022)).toContain("errors");
		expect(yearOf(found, "F1", 2023).output.value).toBe("10");
	});

	it("is told in every row, and shown by its number", async () => {
		const found = await report([energy([{}, ...["2021", "2022"].map((period) => ({ period, firm_name: "\u009bX" }))])]);
		expect(codes(found, "error")).toEqual([
			"control-character@energy.csv:3:firm_name",
			"control-character@energy.csv:4:firm_name",
		]);
		for (const { message } of found.findings.list.filter(({ code }) => code === "control-character")) {
			expect(message).toContain("U+009B");
			expect(message).toContain("'\\x9bX'");
			expect(message).not.toMatch(/\p{Cc}/u);
		}
	});

	it("is none where it ends a line or is a tab: these read as one blank", async () => {
		const names = ["甲\n厂", "甲\r\n厂", "甲\t厂", "甲 厂"];
		const found = await report([energy(names.map((firm_name, at) => ({ firm_name, period: `202${at}` })))]);
		expect(told(found)).toEqual([]);
		expect(found.firms[0]?.name).toBe("甲 厂");
	});
});

describe("a mark that cannot be seen", () => {
	// A blank without width, one that joins, one that turns the line round, the byte-order mark, a soft hyphen, a filler.
	const marks = ["\u200b", "\u2060", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u3164", "\u{e0001}"];

	it.each(marks)("makes a firm of its own, told once: %j", async (mark) => {
		for (const firm of [`F${mark}1`, `F1${mark}`, `${mark}F1`]) {
			const found = await report([energy([{}, { firm }, { firm, period: "2022" }])]);
			expect(named(found)).toHaveLength(2);
			expect(told(found)).toEqual(["invisible-character@energy.csv:3:firm"]);
			const { message, gravity, value } = findingOf(found, "invisible-character");
			expect([gravity, value]).toEqual(["warning", firm]);
			expect(message).toMatch(/U\+[0-9A-F]{4,5}/);
			expect(message).not.toMatch(/[\p{Cf}\u3164]/u);
		}
	});

	it("makes a name of its own, told once in each file", async () => {
		const rows = ["甲厂", "甲厂\u200b", "甲厂\u200b"].map((firm_name, at) => ({ firm_name, period: `202${at}` }));
		const found = await report([
			energy(rows),
			energy(
				rows.map((row) => ({ ...row, carrier: "diesel" })),
				"more.csv",
			),
		]);
		expect(told(found)).toEqual([
			"differs-between-rows@energy.csv:3:firm_name",
			"invisible-character@energy.csv:3:firm_name",
			"invisible-character@more.csv:3:firm_name",
		]);
		expect(found.firms[0]?.name).toBe("甲厂");
	});

	it("makes a site of its own: the amounts of both count", async () => {
		const found = await report([energy([{ site: "一厂" }, { site: "一厂\u200b", quantity: "2" }])]);
		expect(told(found)).toEqual(["invisible-character@energy.csv:3:site"]);
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("3");
	});

	it("makes a product of its own, which can be asked for", async () => {
		const made: Row = { indicator: "production", unit: "t", prices: "" };
		const tables = [
			energy([{}]),
			output([
				{ ...made, product: "Steel" },
				{ ...made, product: "steel\u200b", quantity: "7" },
			]),
		];
		for (const [product, amount] of [
			["steel", "10"],
			["STEEL\u200b", "7"],
		]) {
			const found = await report(tables, { per: `product:${product}` });
			expect(told(found)).toEqual(["invisible-character@output.csv:3:product"]);
			expect(yearOf(found, "F1", 2023).output.value).toBe(amount);
		}
	});

	it("is nothing where it stands alone: the cell is blank", async () => {
		const found = await report([
			energy([
				{ firm_name: "\u200b\ufeff", site: "\u2060" },
				{ firm: " \u200b", period: "2022" },
			]),
		]);
		expect(told(found)).toEqual(["missing-firm@energy.csv:3:firm"]);
		expect(found.firms[0]?.name).toBeNull();
	});
});

describe("text that begins as a formula does", () => {
	it("is kept as text and told once for each text", async () => {
		const names = ["=1+2", "@SUM(1,2)", "+cmd|x", "＝1", "\tname", " =1"];
		const rows = names.flatMap((firm) => [{ firm }, { firm, period: "2022" }]);
		const found = await report([energy(rows)]);
		expect(named(found)).toEqual(["+cmd|x", "=1", "=1+2", "@SUM(1,2)", "name"]);
		// The fourth and the last are one firm, written in two ways.
		expect(told(found).filter((one) => one.startsWith("formula"))).toEqual(
			names.map((_, at) => `formula-like-text@energy.csv:${2 * at + 2}:firm`).sort(),
		);
		expect(found.findings.counts.error).toBe(0);
	});

	it("is not what begins with a dash, or holds a sign further on", async () => {
		const found = await report([energy([{ firm: "- list" }, { firm: "-1" }, { firm: "a=b+c@d" }])]);
		expect(told(found)).toEqual([]);
	});
});

describe("names and credit codes", () => {
	it("that are two names of one code are told as such, and the smaller is used as ever", async () => {
		const found = await report([
			coded([
				{ firm_name: "乙厂", sector: "steel" },
				{ firm_name: "甲厂", sector: "", period: "2022" },
			]),
			coded([{ firm_name: "甲厂", period: "2021" }], "more.csv"),
		]);
		expect(told(found)).toEqual(["two-names-one-code@energy.csv:3:firm_name"]);
		expect(findingOf(found, "two-names-one-code")).toMatchObject({ gravity: "warning", firm: codeA, value: "甲厂" });
		expect(findingOf(found, "two-names-one-code").message).toContain("乙厂, 甲厂");
		expect(found.firms[0]?.name).toBe("乙厂");
	});

	it("that differ under an id are told as before", async () => {
		const found = await report([energy([{ firm_name: "乙厂" }, { firm_name: "甲厂", period: "2022" }])]);
		expect(told(found)).toEqual(["differs-between-rows@energy.csv:3:firm_name"]);
	});

	it("that are settled in the firms table are only noted", async () => {
		const found = await report([coded([{ firm_name: "乙厂" }]), firms([{ firm: codeA, firm_name: "甲厂" }])]);
		expect(told(found)).toEqual(["master-data-differs@energy.csv:2:firm_name"]);
		expect(found.firms[0]?.name).toBe("甲厂");
	});

	it("that are one name under several codes are told once, at the second of the codes", async () => {
		const rows = [codeC, codeB, codeA].map((credit_code) => ({ credit_code, firm_name: "甲厂" }));
		const found = await report([
			coded(rows.slice(0, 1)),
			coded(rows.slice(1), "more.csv"),
			energy([{ firm_name: "甲厂" }], "id.csv"),
		]);
		expect([codeA, codeB, codeC].sort()).toEqual([codeC, codeA, codeB]);
		expect(told(found)).toEqual(["one-name-two-codes@more.csv:3:firm_name"]);
		const { message, firm, gravity } = findingOf(found, "one-name-two-codes");
		expect([gravity, firm]).toEqual(["warning", codeA]);
		expect(message).toContain(`'甲厂' stands under several credit codes: ${codeC}, ${codeA}, ${codeB}`);
		expect(named(found)).toHaveLength(4);
	});

	it("that are one name under two codes are told though one of them has another name too", async () => {
		const found = await report([
			coded([{ firm_name: "甲厂" }, { firm_name: "一厂", period: "2022" }, { credit_code: codeB, firm_name: "甲厂" }]),
		]);
		expect(told(found)).toEqual(["one-name-two-codes@energy.csv:4:firm_name", "two-names-one-code@energy.csv:2:firm_name"]);
	});

	it("that are one name under two ids are nobody's business", async () => {
		const found = await report([energy([{ firm_name: "甲厂" }, { firm: "F2", firm_name: "甲厂" }])]);
		expect(told(found)).toEqual([]);
	});

	it("are told alike in whatever order files and rows come", async () => {
		const first = coded([{ firm_name: "甲厂" }, { credit_code: codeB, firm_name: "甲厂" }], "a.csv");
		const second = coded(
			[
				{ credit_code: codeC, firm_name: "甲厂" },
				{ firm_name: "乙厂", period: "2022" },
			],
			"b.csv",
		);
		const once = await report([first, second]);
		expect(await report([second, first])).toEqual(once);
		expect(told(once)).toEqual(["one-name-two-codes@a.csv:2:firm_name", "two-names-one-code@a.csv:2:firm_name"]);
	});
});

describe("a firm that is said to be part of another", () => {
	it.each(["其中：甲厂", "其中:甲厂", "of which: Plant A"])("as %s is none of its own: the row is refused", async (firm) => {
		const rows = energy([
			{ firm: "Group", period: "2023", quantity: "100" },
			{ firm, period: "2023", quantity: "60" },
		]);
		const found = await report([rows, soundEnergy, soundOutput]);
		expect(told(found)).toEqual(["missing-firm@energy.csv:3:firm"]);
		expect(named(found)).toEqual(["Group"]);
		// Which of the two holds the other nobody says: nothing is pooled with it.
		expect(pooled(found) ?? null).toBeNull();
	});
});
