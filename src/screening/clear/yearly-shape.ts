/**
 * What the years of a shape amount to, made once for all of its firms: which series are one carrier in one use, by what an output is brought to
 * the prices it is shown at, which years are held against each other. Read off the firm of the shape that was assessed; none of its amounts
 * goes in.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import type { OutputFigure } from "../../assessment/output.ts";
import type { CarrierFigure } from "../../carbon/emissions.ts";
import { fromCode } from "../../domain/period.ts";
import type { Part, Use } from "../../domain/words.ts";
import { compare, type Exact, sum, zero } from "../../exact/exact.ts";
import { fromExact, nearFloat, per } from "../../exact/ratio.ts";
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import type { OutputKey } from "../../ledger/ledger.ts";
import { isTotalWord } from "../../reference/words.ts";
import { once } from "../once.ts";
import type { FirmCase } from "../rule.ts";
import { thingsOf } from "../years/things.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";

/** Series of one carrier in one use and unit, over all sites. */
export interface Together {
	readonly carrier: string;
	readonly use: Use;
	readonly unit: string;
	readonly part: Part;
	/** Which of the kinds they are. */
	readonly kinds: readonly number[];
}

export interface YearlyShape {
	readonly together: readonly Together[];
	/** Of each year: how many times what its months add up to the output is shown as; NaN where it has none. */
	readonly outputTimes: Float64Array;
	/** The years whose outputs are held against each other, a 1 for each. */
	readonly outputCompared: Uint8Array;
}

const made = once<ShapeTerms, { readonly shape: YearlyShape | undefined }>();

/** Undefined where amounts may decide what of the rows counts: then nobody knows a year of the firm but by assessing it. */
export function yearlyShapeOf({ shape, numbers }: PlainCase): YearlyShape | undefined {
	let found = made.get(shape);
	if (found === undefined) {
		found = { shape: read(shape, numbers) };
		made.set(shape, found);
	}
	return found.shape;
}

/** The same firm-year of the firm that was assessed; undefined where it is none of its whole years. */
export function factsAt({ shape, numbers }: PlainCase, year: number): FirmYear | undefined {
	return shape.like.firm.years.find((one) => one.year === numbers.firstYear + year);
}

function read({ like, output }: ShapeTerms, numbers: FirmNumbers): YearlyShape | undefined {
	const { firm, record, rules } = like;
	const { firstYear, years: count } = numbers;
	const isClean =
		firm.toDate.length + firm.changes.length + firm.ownDoubts.length + firm.priceDoubts.length === 0 &&
		firm.lost.size + record.supplies.size + record.marks.size + record.planned.series.size + record.disputed.size === 0 &&
		firm.years.length === count &&
		firm.years.every(
			({ year, coverage, faults }, index) =>
				year === firstYear + index &&
				coverage === "whole-year" &&
				!faults.includes("errors") &&
				!faults.includes("cannot-conclude"),
		);
	const together = isClean && isCountedAsWritten(numbers, rules) ? togetherIn(like, numbers) : undefined;
	if (together === undefined) return undefined;
	const outputTimes = Float64Array.from(firm.years, (one) => outputTimesOf(like, numbers, output, one.output, one.year));
	// Below zero where nobody can say.
	if (outputTimes.some((times) => times < 0)) return undefined;
	const compared = thingsOf(like).find(({ series }) => series === null);
	return {
		together,
		outputTimes,
		outputCompared: Uint8Array.from(firm.years, ({ year }) => (compared?.sizes.has(year) ? 1 : 0)),
	};
}

/** Whether each series counts by itself, whatever its amounts: no total beside its parts, no carrier beside its kinds. */
function isCountedAsWritten({ kinds }: FirmNumbers, { facts }: FirmCase["rules"]): boolean {
	const all = kinds.flatMap(({ of }) => ("energy" in of ? [of.energy] : []));
	return all.every(
		({ carrier, use, site, role }) =>
			role === "" &&
			!isTotalWord(site) &&
			all.every((other) => {
				if (other.use !== use) return true;
				if (other.carrier === carrier) return (other.site === "") === (site === "");
				return facts.idOf(other.carrier) !== facts.idOf(carrier) && !facts.kindsOf(carrier).includes(other.carrier);
			}),
	);
}

/** Undefined where a line of the firm's years is not the sum of its series. */
function togetherIn(like: FirmCase, { kinds, energies }: FirmNumbers): Together[] | undefined {
	const found = new Map<string, Omit<Together, "kinds"> & { readonly kinds: number[] }>();
	for (let kind = 0; kind < energies; kind += 1) {
		const { of, unit } = kinds[kind] as (typeof kinds)[number];
		if (!("energy" in of)) return undefined;
		const { carrier, use } = of.energy;
		const name = `${carrier}\u001f${use}\u001f${unit}`;
		const there = found.get(name);
		if (there !== undefined) there.kinds.push(kind);
		else {
			const line = like.firm.years[0]?.emissions.carriers.find((one) => isOf(one, { carrier, use, unit }));
			if (line === undefined) return undefined;
			found.set(name, { carrier, use, unit, part: line.part, kinds: [kind] });
		}
	}
	const all = [...found.values()];
	return like.firm.years.every((year) => all.every((one) => isSumOf(year, one, like.record))) ? all : undefined;
}

function isOf(line: CarrierFigure, { carrier, use, unit }: Pick<Together, "carrier" | "use" | "unit">): boolean {
	return line.carrier === carrier && line.use === use && line.unit === unit;
}

function isSumOf({ year, emissions }: FirmYear, one: Together, { energy }: FirmCase["record"]): boolean {
	let counted: Exact = zero;
	for (const line of emissions.carriers) {
		if (!isOf(line, one)) continue;
		if (line.quantity === null || line.part !== one.part) return false;
		counted = sum(counted, line.quantity);
	}
	let written: Exact = zero;
	for (const series of energy.values()) {
		if (series.carrier !== one.carrier || series.use !== one.use) continue;
		for (const [code, entry] of series.entries)
			if (fromCode(code).year === year && entry.unit === one.unit) written = sum(written, entry.amount);
	}
	return compare(counted, written) === 0;
}

/** How many times its months an output of the firm that was assessed is; NaN where there is none, below zero where nobody can say. */
export function outputTimesOf(
	{ record, rules }: FirmCase,
	{ kinds }: FirmNumbers,
	output: number,
	shown: OutputFigure | null,
	year: number,
): number {
	const kind = kinds[output]?.of;
	if (kind === undefined || !("output" in kind) || shown === null) return shown === null ? Number.NaN : -1;
	const { indicator, product } = rules.facts;
	const all = [...record.output.values()].filter((one) => one.indicator === indicator && one.product === product);
	const own = all.find((one) => isSame(one, kind.output));
	if (own === undefined) return -1;
	// At several prices: which of them is shown says its name.
	if (all.length > 1) return !shown.deflated && shown.prices === own.prices ? 1 : -1;
	let months: Exact = zero;
	for (const [code, entry] of own.entries) if (fromCode(code).year === year) months = sum(months, entry.amount);
	return nearFloat(per(shown.value, fromExact(months)));
}

function isSame(a: OutputKey, b: OutputKey): boolean {
	return a.indicator === b.indicator && a.product === b.product && a.prices === b.prices;
}
