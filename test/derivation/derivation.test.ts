/** Derivations multiplied out again, apart from the tool, from what they print: each comes to the figure of the report. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Derivation, DerivedLine } from "../../src/contract/derivation.ts";
import type { ReportYear } from "../../src/contract/report.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { understand } from "../../src/run/choices.ts";
import { derive } from "../../src/run/derive.ts";
import { given } from "../../src/run/given.ts";
import { judge } from "../../src/run/judge.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { buildDerivation } from "../../src/views/build-derivation.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { frameOf } from "../../src/views/frame.ts";
import { root } from "../cli/tanlu.ts";
import { Fraction, ONE, whole } from "../oracle/fraction.ts";
import { compareSurd, surdText } from "../oracle/surd.ts";

const fixtures = join(root, "fixtures");

interface Pair {
	readonly derivation: Derivation;
	readonly year: ReportYear;
}

/** Every firm-year of some files: its derivation and its line of the report. */
async function pairsOf(folder: string, names: readonly string[]): Promise<Pair[]> {
	const sources = names.map((name) => ({
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield readFileSync(join(folder, name));
		},
	}));
	const byOption = new Set(names.filter((name) => name === "firms.csv"));
	const choices = understand(valuesOf({}), { screen: false });
	const judged = judge(await read({ ...given(sources), byOption }, choices), choices);
	const frame = frameOf(judged, languageOf("en") as Language, "0.0.0");
	const report = buildReport(judged.assessment, frame);
	return judged.assessment.firms.flatMap((firm) =>
		firm.years.map(({ year }) => {
			const derived = derive(judged, firm, year);
			const told = report.firms.find((one) => one.firm === firm.firm)?.years.find((one) => one.year === year);
			if (derived === undefined || told === undefined) throw new Error(`${firm.firm} ${year}`);
			return { derivation: buildDerivation(derived, frame), year: told };
		}),
	);
}

const number = (text: string): Fraction => {
	const [over = "", under = "1"] = text.split("/");
	const [before = "0", part = ""] = over.split(".");
	return Fraction.of(BigInt(before + part), 10n ** BigInt(part.length)).div(Fraction.of(BigInt(under)));
};
const sum = (all: readonly string[]): Fraction => all.reduce((total, one) => total.add(number(one)), whole(0));

/** Per unit as the factor that is printed comes to: parts times 44/12, or the direct factor in tonnes. */
function stated({ factor }: DerivedLine): Fraction | undefined {
	if (factor === null) return undefined;
	if (factor.kind === "parts") {
		const carbon = number(factor.carbonContent).mul(number(factor.oxidationRate)).mul(Fraction.of(44n, 12n));
		return factor.ncv === null ? carbon : carbon.mul(number(factor.ncv));
	}
	const kilograms = factor.unit.startsWith("kgCO2/") ? Fraction.of(1n, 1000n) : ONE;
	return number(factor.emissionFactor).mul(kilograms);
}

const demo = await pairsOf(join(fixtures, "demo"), ["energy.csv", "output.csv", "firms.csv"]);
const monthly = await pairsOf(
	join(fixtures, "monthly"),
	readdirSync(join(fixtures, "monthly")).filter((name) => name.endsWith(".csv")),
);
const listed = await pairsOf(join(fixtures, "listed-firms"), ["energy.csv", "output.csv"]);
const all = [...demo, ...monthly, ...listed];

describe("the derivation of every firm-year of the fixtures", () => {
	it("are many, and most have every step", () => {
		expect(all.length).toBeGreaterThan(100);
		expect(all.filter(({ derivation: { tests } }) => tests.length > 0).length).toBeGreaterThan(60);
	});

	it("adds its rows up to the amount of each line", () => {
		for (const { derivation } of all)
			for (const { quantity, items } of derivation.lines)
				if (quantity !== null) expect(sum(items.map((item) => item.quantity)).equals(number(quantity))).toBe(true);
	});

	it("has amounts that are the cells in the unit that they are held in", () => {
		let plain = 0;
		for (const { derivation } of all)
			for (const { items } of derivation.lines)
				for (const { quantity, cells } of items) {
					const [cell, ...more] = cells;
					if (cell === undefined || more.length > 0 || cell.perUnit === null) continue;
					const written = Fraction.parse(cell.text.replace(/[,\s]/g, ""));
					if (written === null) continue;
					plain += 1;
					expect(written.mul(number(cell.perUnit)).equals(number(quantity))).toBe(true);
				}
		expect(plain).toBeGreaterThan(1000);
	});

	it("multiplies amounts by the factors that are printed, and comes to the report's emissions", () => {
		let byStated = 0;
		for (const { derivation, year } of all) {
			for (const [index, line] of derivation.lines.entries()) {
				if (line.quantity === null || line.perUnit === null || line.co2 === null) continue;
				const product = number(line.quantity).mul(number(line.perUnit));
				expect(product.text(12)).toBe(line.co2);
				expect(line.co2).toBe(year.carriers[index]?.co2);
				const factor = stated(line);
				if (factor === undefined || line.unit === "Nm3" || line.part === "process") continue;
				byStated += 1;
				const size = number(line.perUnit);
				expect([factor, factor.neg()].some((one) => one.equals(size))).toBe(true);
			}
			const { exact, total } = derivation.emissions;
			if (exact === null) continue;
			const added = derivation.lines.reduce(
				(whole_, { quantity, perUnit }) =>
					quantity === null || perUnit === null ? whole_ : whole_.add(number(quantity).mul(number(perUnit))),
				whole(0),
			);
			expect(added.equals(number(exact))).toBe(true);
			expect(added.text(12)).toBe(total);
			expect(total).toBe(year.emissions.total);
		}
		expect(byStated).toBeGreaterThan(300);
	});

	it("divides them by its output, and comes to the report's intensity", () => {
		for (const { derivation, year } of all) {
			const { intensity, output } = derivation;
			if (output !== null && !output.deflated && output.prices !== "mixed")
				expect(sum(output.items.map(({ quantity }) => quantity)).equals(number(output.exact))).toBe(true);
			if (intensity === null) continue;
			expect(number(intensity.over).div(number(intensity.under)).text(12)).toBe(year.intensity.value);
		}
	});

	it("has a path whose required value, gap and tonnes are the report's", () => {
		for (const { derivation, year } of all) {
			const { path, base, intensity } = derivation;
			if (path === null || base === null || path.required === null || intensity === null) continue;
			const share = { x: number(path.keep).pow(path.step), n: path.years };
			expect(surdText(whole(0), number(base.intensity), share, 12)).toBe(year.ownPath?.required);
			const now = number(intensity.over).div(number(intensity.under));
			expect(surdText(now, number(base.intensity).neg(), share, 12)).toBe(year.ownPath?.gap);
		}
	});

	it("has tests whose two numbers decide the report's tests, and are those of the figures", () => {
		for (const { derivation, year } of all)
			for (const { test, left, right, result } of derivation.tests) {
				expect(number(left).compare(number(right)) <= 0 ? "pass" : "fail").toBe(result);
				expect(result).toBe(test === "year" ? year.verdict?.yearTest : year.verdict?.cumulativeTest);
				const { path, base, intensity } = derivation;
				if (test === "year" || path === null || base === null || intensity === null) continue;
				const now = number(intensity.over).div(number(intensity.under));
				expect(now.pow(path.years).equals(number(left))).toBe(true);
				const met = compareSurd(now, number(base.intensity), { x: number(path.keep).pow(path.step), n: path.years }) <= 0;
				expect(met).toBe(result === "pass");
			}
	});
});
