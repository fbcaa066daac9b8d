/** `tanlu verify` on the command line: what it takes, what it tells of claims that cannot be used, and how it ends. */
import { describe, expect, it } from "vitest";
import { readOutput } from "../../src/contract/reading.ts";
import { folder, tanlu as started } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";
import { csvText, energy, output } from "../support/tables.ts";

const tables = { "energy.csv": energy([{ quantity: "100", emission_factor: "1" }]).text, "output.csv": output([{}]).text };
const claim = (more: object = {}): string =>
	csvText([{ firm: "F1", period: "2023", metric: "total_co2", quantity: "100", unit: "tCO2", ...more }]);
const at = (claims: string, others = {}): string => folder({ ...tables, "claims.csv": claims, ...others });
const argv = ["verify", "energy.csv", "output.csv", "--claims", "claims.csv"];
const ran = (claims: string, more: readonly string[] = []) => tanlu([...argv, ...more], { cwd: at(claims) });

describe("tanlu verify ends", () => {
	it.each<[number, string, string, string[]]>([
		[0, "where every claim is equal", claim(), []],
		[0, "where every claim is within", claim({ quantity: "100.4" }), ["--tolerance", "0.5%"]],
		[3, "where a claim is outside", claim({ quantity: "100.6" }), ["--tolerance", "0.5%"]],
		[3, "where no tolerance is given and digits differ", claim({ quantity: "100.1" }), []],
		[1, "where a claim is refused, whatever the others are", `${claim({ quantity: "107" })}F1,2023,scope1,1,barrels\n`, []],
		[2, "where no claim could be compared", claim({ period: "2021" }), []],
		[2, "where there are no claims of the firm that is asked for", claim(), ["--firm", "F1", "--year", "2020"]],
		[2, "with a tolerance that is none", claim(), ["--tolerance", "about 1"]],
		[2, "with a tolerance of nothing", claim(), ["--tolerance", "0%"]],
		[2, "with a tolerance in money", claim(), ["--tolerance", "1万元"]],
	])("%i %s", async (code, _, claims, more) => {
		expect((await ran(claims, more)).code).toBe(code);
	});

	it("2 without --claims, and with a file that is not there", async () => {
		const cwd = at(claim());
		expect((await tanlu(["verify", "energy.csv"], { cwd })).code).toBe(2);
		expect((await tanlu(["verify", "energy.csv", "--claims", "nothing.csv"], { cwd })).code).toBe(2);
	});

	it("as a process, too", async () => {
		const ended = await started([...argv, "--format", "json"], { cwd: at(claim({ quantity: "10.00" })) });
		expect(ended.code).toBe(3);
		expect(readOutput("comparison", ended.stdout)).toHaveProperty("value.claims.0.causes.0.cause", "power-of-ten");
	});
});

describe("claims that cannot be used", () => {
	it.each<[string, object, string]>([
		["an unknown metric", { metric: "scope 4" }, "unknown-metric"],
		["a unit of something else", { unit: "kWh" }, "wrong-unit-kind"],
		["a unit that nobody knows", { unit: "barrels" }, "unknown-unit"],
		["an intensity in another currency", { metric: "intensity", unit: "tCO2/USD" }, "foreign-currency"],
		["no unit", { unit: "" }, "missing-unit"],
		["no number", { quantity: "about 5" }, "bad-number"],
		["a number below zero", { quantity: "-5" }, "negative-quantity"],
		["no period", { period: "summer" }, "bad-period"],
		["a blank", { quantity: "/" }, "claim-blank"],
	])("%s is told, by row and column, and the others are verified", async (_, more, code) => {
		const { stdout } = await ran(`${claim(more)}${claim({ metric: "scope1" }).split("\n")[1]}\n`, ["--format", "json"]);
		const read = readOutput("comparison", stdout);
		if (!("value" in read)) throw new Error(JSON.stringify(read));
		expect(read.value.findings.list.map((one) => [one.code, one.file, one.row])).toContainEqual([code, "claims.csv", 2]);
		expect(read.value.claims.find(({ metric }) => metric === "scope1")?.outcome).toBe("equal");
	});

	it("of a firm that no table names are told with names that are near, where they are asked for", async () => {
		const claims = `${claim()}FI,2023,total_co2,5,tCO2\n`;
		expect((await ran(claims)).stderr).toContain("did you mean 'F1'?");
		expect((await ran(claims, ["--firm", "F1"])).stderr).not.toContain("claim-without-rows");
	});

	it("among the inputs count for nothing, and an energy table behind --claims is none", async () => {
		const cwd = at(claim());
		const among = await tanlu(["report", "energy.csv", "output.csv", "claims.csv"], { cwd });
		expect(among.stderr).toContain("--claims claims.csv");
		expect(among.code).toBe(1);
		const instead = await tanlu(["verify", "output.csv", "--claims", "energy.csv"], { cwd });
		expect(instead.code).toBe(2);
		expect(instead.stderr).toContain("missing-column");
	});

	it("in Chinese headers and words are read", async () => {
		const claims = "企业,年份,指标,申报值,计量单位\nF1,2023,碳排放总量,0.01,万吨\nF1,2023,综合能耗,97.14,吨标准煤\n";
		const { code, stdout } = await ran(claims, ["--format", "csv"]);
		expect(code).toBe(0);
		expect(stdout.split("\n").filter((line) => line.includes(",equal,"))).toHaveLength(2);
	});
});
