/** M-305: energy beside output. */
import { describe, expect, it } from "vitest";
import { outputElasticity } from "../../../src/screening/rules/output-elasticity.ts";
import { answerTo, monthsFrom, onlyOf, said, stakesOf } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

const asked = (
	used: readonly (string | number)[],
	made: readonly (string | number)[],
	limits: Readonly<Record<string, string>> = {},
) =>
	answerTo(outputElasticity, [energy(monthsFrom(2023, used, { emission_factor: "1" })), output(monthsFrom(2023, made))], limits);

const made = [100, 110, 120, 115, 105, 95, 108, 112, 118];
/** So much for each unit of output, and a base load. */
const follows = (base: number, slope: number, list: readonly number[] = made) => list.map((x) => base + slope * x);

describe("output moves and energy stands still", () => {
	it("is told where energy follows output in the other months", async () => {
		// In October output falls from 118 to 80, by 32.2 %. Energy stays at 2 × 118 = 236, where the line expects 160.
		const answer = await asked([...follows(0, 2), 236], [...made, 80]);
		expect(said(answer)).toEqual(["2023-10 @11"]);
		expect(onlyOf("energy-against-output", answer)).toMatchObject({ energy: "0", output: "-32.2", expected: "-32.2" });
		expect(stakesOf(answer)).toEqual(["-76"]);
	});

	it("is explained by a base load: the line's intercept", async () => {
		// 2000 + 2 × output: from 118 to 80 energy is to fall from 2236 to 2160, by 3.4 %. That it fell by 1 % is no matter.
		expect(said(await asked([...follows(2000, 2), 2214], [...made, 80]))).toBe("pass");
		// 300 + 2 × output: from 536 to 460, by 14.2 %.
		const answer = await asked([...follows(300, 2), 534], [...made, 80]);
		expect(onlyOf("energy-against-output", answer)).toMatchObject({ energy: "-0.4", expected: "-14.2" });
	});

	it("is told from 20 per cent on, energy under 2 per cent", async () => {
		// 120 / 100 = 1.2 to the digit; 101.99 / 100 moves under two per cent, 102 does not.
		const list = [...made, 100, 120];
		expect(said(await asked([...follows(0, 1), 100, 101.99], list))).toEqual(["2023-11 @12"]);
		expect(said(await asked([...follows(0, 1), 100, 102], list))).toBe("pass");
		expect(said(await asked([...follows(0, 1), 100, 101.99], [...made, 100, 119.9]))).toBe("pass");
	});
});

describe("energy moves and output stands still", () => {
	it("is told where output explains energy in the other months", async () => {
		const answer = await asked([...follows(0, 2), 300], [...made, 118]);
		expect(said(answer)).toEqual(["2023-10 @11"]);
		// 300 / 236 = 1.2712.
		expect(onlyOf("energy-against-output", answer)).toMatchObject({ energy: "27.1", output: "0", expected: "0" });
		expect(stakesOf(answer)).toEqual(["-64"]);
	});

	it("is let be where energy follows the weather", async () => {
		const heating = [400, 380, 300, 150, 60, 40, 40, 45, 60, 160, 310, 390];
		expect(said(await asked(heating, [100, 101, 102, 101, 100, 101, 102, 101, 100, 101, 102, 101]))).toBe("pass");
	});

	it("is left to the rule that names slips", async () => {
		expect(said(await asked([...follows(0, 2), 2360], [...made, 118]))).toBe("pass");
	});
});

describe("months", () => {
	it("that do not follow each other are not held against each other", async () => {
		expect(said(await asked([...follows(0, 2), "", 236], [...made, 100, 80]))).toBe("pass");
	});

	it("without output, or with none, say nothing", async () => {
		expect(said(await asked([...follows(0, 2), 236], [...made, 0]))).toBe("pass");
	});
});

describe("not checked", () => {
	it("is a firm without months, without output, or with fewer than eight months", async () => {
		expect(said(await answerTo(outputElasticity, [energy([{}]), output(monthsFrom(2023, made))]))).toBe("no-months");
		expect(said(await answerTo(outputElasticity, [energy(monthsFrom(2023, made)), output([{}])]))).toBe("no-output");
		expect(said(await asked(follows(0, 2).slice(0, 7), made))).toBe("too-few-months");
		expect(said(await asked(follows(0, 2), made.slice(0, 7)))).toBe("too-few-months");
		expect(said(await asked(follows(0, 2).slice(0, 8), made))).toBe("pass");
	});
});
