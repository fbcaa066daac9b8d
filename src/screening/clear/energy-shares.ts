/** Rules that hold coal equivalents of a year against each other, by sums of floats: power beside what burns, energy beside value, kilns. */
import { obtain } from "../../domain/obtain.ts";
import { nearFloat } from "../../exact/ratio.ts";
import {
	burnsLikeKiln,
	farFromOwn,
	isCalledCement,
	isClinkerMade,
	isKilnFuel,
	isPowerUsed,
	kilnShare,
	makesCement,
} from "../kiln.ts";
import { once } from "../once.ts";
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { type Yearly, yearlyOf } from "./yearly.ts";
import type { Together, YearlyShape } from "./yearly-shape.ts";

/** tce of what is together in a year; NaN where it is not known. */
function tceOf(plain: PlainCase, { kinds }: Together, year: number): number {
	const { sums, years } = measuresOf(plain);
	const { tce } = plain.shape;
	let all = 0;
	for (const kind of kinds) all += (sums[kind * years + year] as number) * (tce[kind * years + year] as number);
	return all;
}

function amountOf(plain: PlainCase, { kinds }: Together, year: number): number {
	const { sums, years } = measuresOf(plain);
	return kinds.reduce((all, kind) => all + (sums[kind * years + year] as number), 0);
}

/** Whether electricity is no next to nothing of what a firm burns, in any year that it is asked of. */
export function clearsPowerShare(plain: PlainCase): boolean {
	const { firm, rules } = plain.shape.like;
	// Those that make their own power are not asked.
	if (firm.pool !== null && rules.reference.sectors.byId(firm.pool)?.section === "D") return true;
	const yearly = yearlyOf(plain);
	const least = plain.limit("power-share-least") * (1 + slack);
	if (yearly === undefined) return false;
	for (let year = 0; year < yearly.years; year += 1) if (!hasPower(plain, yearly, year, least)) return false;
	return true;
}

function hasPower(plain: PlainCase, { shape }: Yearly, year: number, least: number): boolean {
	let [power, rest] = [0, 0];
	for (const one of shape.together) {
		if (one.part === "process" || one.use === "feedstock") continue;
		const tce = tceOf(plain, one, year);
		const isPower = one.part === "electricity";
		// What is not known, and who sells power, is not asked: by which factors, and who sells any, is one for the shape.
		if (Number.isNaN(tce) || (isPower && one.use !== "consumed" && tce !== 0)) return true;
		if (one.use !== "consumed") continue;
		if (tce < 0) return false;
		if (isPower) power += tce;
		else rest += tce;
	}
	return power === 0 || rest === 0 || power >= (power + rest) * least;
}

/** Whether no carrier is so dear beside the value added that was made with it. */
export function clearsEnergyValue(plain: PlainCase): boolean {
	if (plain.shape.like.rules.facts.indicator !== "value_added") return true;
	const yearly = yearlyOf(plain);
	const most = plain.limit("worth-most") * (1 - slack);
	if (yearly === undefined) return false;
	const { shape, years, output } = yearly;
	for (let year = 0; year < years; year += 1) {
		const made = (output[year] as number) * (1 - slack);
		if (shape.outputCompared[year] !== 1) continue;
		for (const one of shape.together) if (tceOf(plain, one, year) >= most * made) return false;
	}
	return true;
}

/** Whether it hangs on no amount what a firm's process is told by: nobody takes its fuel for that of a kiln, or it has a process in all years. */
export function clearsProcess(plain: PlainCase): boolean {
	const { like } = plain.shape;
	const { firm, record, rules } = like;
	if (rules.boundary === "energy") return true;
	const isCement = isCalledCement(firm.sector, plain.names);
	if (!isCement && !makesCement(like)) return true;
	const isKnown = firm.sector !== null || [...record.output.values()].some(({ indicator }) => indicator === "production");
	if (isKnown && firm.years.every(({ emissions }) => emissions.present.has("process"))) return true;
	const yearly = yearlyOf(plain);
	if (yearly === undefined || firm.years.some((year) => burnsLikeKiln(like, year))) return false;
	for (let year = 0; year < yearly.years; year += 1) if (!isNoKiln(plain, yearly, year)) return false;
	return true;
}

const mostOfGrinding = nearFloat(kilnShare) * (1 - slack);

function isNoKiln(plain: PlainCase, { shape }: Yearly, year: number): boolean {
	const { fuels, powers } = burntOf(plain, shape);
	const [fuel, power] = [sumOf(plain, fuels, year), sumOf(plain, powers, year)];
	// Neither what is not known nor what is nothing is the fuel of a kiln.
	return !(fuel > 0 && power > 0) || fuel < power * mostOfGrinding;
}

/** What of a shape's lines a kiln burns, what is power, and what is clinker. */
interface Burnt {
	readonly fuels: readonly Together[];
	readonly powers: readonly Together[];
	readonly clinker: readonly Together[];
}

const burnt = once<YearlyShape, Burnt>();

function burntOf({ shape: { like } }: PlainCase, shape: YearlyShape): Burnt {
	return obtain(burnt, shape, () => ({
		fuels: shape.together.filter((one) => isKilnFuel(like, one)),
		powers: shape.together.filter((one) => isPowerUsed(like, one)),
		clinker: shape.together.filter((one) => isClinkerMade(like, one)),
	}));
}

/** Whether a firm's kiln, if it has one, burnt in each year what the norm asks for, and about as much as in the others. */
export function clearsClinker(plain: PlainCase): boolean {
	const yearly = yearlyOf(plain);
	if (yearly === undefined) return false;
	const { like } = plain.shape;
	const { clinker, fuels } = burntOf(plain, yearly.shape);
	if (clinker.length === 0) return true;
	const each = like.firm.years.flatMap(({ emissions }, year) => {
		const tonnes = clinker.reduce((all, one) => all + amountOf(plain, one, year), 0);
		const perTonne = (sumOf(plain, fuels, year) / tonnes) * 1000;
		return emissions.total === null || Number.isNaN(perTonne) ? [] : [perTonne];
	});
	if (each.length === 0) return true;
	const least = plain.limit("clinker-coal-least") * (1 + slack);
	const [low, high] = [Math.min(...each), Math.max(...each)];
	return low >= least && low > high * nearFloat(farFromOwn) * (1 + slack);
}

function sumOf(plain: PlainCase, some: readonly Together[], year: number): number {
	return some.reduce((all, one) => all + tceOf(plain, one, year), 0);
}
