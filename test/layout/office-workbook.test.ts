/** The workbook of the README comes out as its own README works it out. */
import { describe, expect, it } from "vitest";
import { inFractions } from "../support/fractions.ts";
import { tanlu } from "../support/in-process.ts";

describe("an officer's workbook", () => {
	it("gives the year's CO2 and intensity", async () => {
		const args = ["report", "fixtures/office/history.xlsx", "--year", "2023", "--format", "json"];
		// A kiln burns limestone, too, and the workbook has none: that is told as an error.
		expect((await tanlu(args)).code).toBe(1);
		const { code, stdout } = await tanlu([...args, "--boundary", "energy"]);
		expect(code).toBe(0);
		const [firm] = (
			JSON.parse(stdout) as { firms: { firm: string; years: { emissions: { total: string }; intensity: { value: string } }[] }[] }
		).firms;
		const tonnes = "11200*2.0715092552+410*21.62188809+1980*5.568";
		expect(firm?.firm).toBe("河阳水泥有限公司");
		expect(firm?.years[0]?.emissions.total).toBe(inFractions(tonnes));
		expect(firm?.years[0]?.intensity.value).toBe(inFractions(`(${tonnes})/15500`));
	});

	it("is drawn row by row", async () => {
		const { stdout } = await tanlu(["inspect", "fixtures/office/history.xlsx", "--format", "json"]);
		const { files } = JSON.parse(stdout) as { files: { sheet: string; layout: string; map: { is: string; cells: string }[] }[] };
		expect(files.map(({ sheet, layout }) => `${sheet} ${layout}`)).toEqual(["产出 across", "能源 across"]);
		expect(files[1]?.map.map(({ is, cells }) => `${is} ${cells}`)).toEqual([
			"title TTTTTTT",
			"header HHHHHHH",
			"used KKAAAAN",
			"total SSSSSSS",
		]);
	});
});
