/**
 * A factor per unit of heat beside the parts it is made of, as reports of emissions print it: carbon content × oxidation rate × 44/12.
 * Where it is just that it says nothing more than the parts; where it is not, the row states two factors.
 */
import { compare, fromExact, minus, negative, per, plus, type Ratio, sign, times } from "../../exact/ratio.ts";
import { cellReader } from "../../layout/cells.ts";
import { printedPlaces } from "../../ledger/printed.ts";
import type { TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { isPercent, withoutPercent } from "../percent.ts";
import { factorUnit } from "./factor-unit.ts";

/** A number as it is printed, and half a step of its last place. */
interface Printed {
	readonly value: Ratio;
	readonly half: Ratio;
}

const carbonToCo2: Ratio = { over: 44n, under: 12n };
const hundredth: Ratio = { over: 1n, under: 100n };

/** Whether the factor of a row is what the parts beside it come to, as far as they are printed. */
export function factorOfParts({ header, reference: { units } }: TableContext): (cells: readonly string[]) => boolean {
	const cell = cellReader<"energy">(header);
	if (!header.at.has("emission_factor") || !header.at.has("carbon_content") || !header.at.has("oxidation_rate"))
		return () => false;
	const unitOf = (cells: readonly string[], column: "emission_factor" | "carbon_content" | "oxidation_rate"): string =>
		(column === "oxidation_rate" ? "" : cell(cells, `${column}_unit`).trim()) || (header.units.get(column) ?? "");

	return (cells) => {
		const [factor, carbon] = [printed(cell(cells, "emission_factor")), printed(cell(cells, "carbon_content"))];
		const rate = rateOf(cell(cells, "oxidation_rate"), unitOf(cells, "oxidation_rate"));
		const ofFactor = factorUnit(unitOf(cells, "emission_factor"), units);
		const ofCarbon = units.find(unitOf(cells, "carbon_content") || "tC/GJ");
		if (factor === undefined || carbon === undefined || rate === undefined) return false;
		if (ofFactor?.per.dimension !== "energy" || ofCarbon?.dimension !== "carbon-content") return false;
		const perGJ = per(ofFactor.tonnes, fromExact(ofFactor.per.toBase));
		const ofParts = times(fromExact(ofCarbon.toBase), carbonToCo2);
		const apart = minus(times(factor.value, perGJ), times(times(carbon.value, rate.value), ofParts));
		const slack = plus(
			times(factor.half, perGJ),
			times(plus(times(carbon.half, rate.value), times(carbon.value, rate.half)), ofParts),
		);
		return compare(sign(apart) < 0 ? negative(apart) : apart, slack) <= 0;
	};
}

function printed(text: string): Printed | undefined {
	const read = readNumber(text);
	if (read.kind !== "number") return undefined;
	return { value: fromExact(read.value), half: { over: 1n, under: 2n * 10n ** BigInt(printedPlaces(text)) } };
}

function rateOf(text: string, unit: string): Printed | undefined {
	const bare = withoutPercent(text);
	const read = printed(bare);
	if (read === undefined || (bare === text && !isPercent(unit))) return read;
	return { value: times(read.value, hundredth), half: times(read.half, hundredth) };
}
