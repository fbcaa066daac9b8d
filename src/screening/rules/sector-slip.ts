/**
 * U-107 between firms: what a firm uses for its output, part by part, against the firms of its sector in the same year. Works
 * of one sector differ by tens; hundreds of times are a unit, and if all rows of a firm are in it, only its sector shows it.
 * Where every part is off the same way, the output is. Told of a firm's first such year, since the others follow.
 */
import type { AssessedFirm, FirmYear } from "../../assessment/firm.ts";
import type { SimpleGroup } from "../../assessment/simple/group.ts";
import type { CarrierFigure } from "../../carbon/emissions.ts";
import { obtain } from "../../domain/obtain.ts";
import type { Part } from "../../domain/words.ts";
import { nearly } from "../../exact/exact.ts";
import { compare, fromExact, minus, per, plus, type Ratio, sign, times, zeroRatio } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import type { Subject } from "../../findings/finding.ts";
import { amountIn } from "../../ledger/amounts.ts";
import type { Entry } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { apart, type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { countLimit, outputUnit, ratioLimit, subjectOf } from "../asking.ts";
import { perOutputOf } from "../clear/per-output.ts";
import { FlatNumbers } from "../flat-numbers.ts";
import type { ClearedFirms } from "../gathering.ts";
import { roughly, slack } from "../history.ts";
import { answer, type FirmCase, notChecked, type RunRule, type Suspicion } from "../rule.ts";
import { slipped } from "../slip.ts";
import { outputRowOf } from "../years/things.ts";

/** The parts that have a coal equivalent. */
const compared = ["fuel", "electricity", "heat"] as const satisfies readonly Part[];
type Compared = (typeof compared)[number];

export const sectorSlip: RunRule = {
	id: "U-107-sector",
	code: "suspected-unit-slip",
	tells: (plain) => perOutputOf(plain, compared) !== undefined,
	gather: () => {
		const sizes = new FlatNumbers();
		return {
			take: (plain) => {
				if (plain.shape.like.firm.pool === null) return;
				const own = perOutputOf(plain, compared) as Float64Array;
				for (let place = 0; place < plain.numbers.years * compared.length; place += 1) sizes.add(own[place] as number);
			},
			part: () => sizes.copy,
		};
	},
	begin: (limit, _, gathered) => {
		const firms = new GatheredFirms(gathered?.cleared);
		const parts = (gathered?.parts ?? []) as readonly Float64Array[];
		const next = parts.map(() => 0);
		const groups = new Map<string, Group>();
		const groupsOf = new Map<SimpleGroup, (Group | undefined)[]>();
		let [anyPool, anyOutput] = [false, false];
		return {
			take: ({ firm, recordAgain, rules }) => {
				anyPool ||= firm.pool !== null;
				anyOutput ||= firm.years.some(({ output }) => output !== null);
				if (firm.pool !== null) gather(firm, firms.add({ firm, recordAgain, rules }), groups);
			},
			takePlain: ({ firm, group: { like, shape }, group, part }) => {
				anyPool ||= like.pool !== null;
				anyOutput ||= like.years.some(({ output }) => output !== null);
				if (like.pool === null) return;
				const index = firms.add(firm);
				const its = obtain(groupsOf, group, (): (Group | undefined)[] => []);
				const from = next[part] as number;
				next[part] = from + shape.years * compared.length;
				for (let place = 0; place < shape.years * compared.length; place += 1) {
					const size = parts[part]?.[from + place] as number;
					if (!(size > 0)) continue;
					const own = its[place] ?? groupAt(like, place, groups);
					its[place] = own;
					own.firms.push(index);
					own.sizes.push(size);
				}
			},
			answer: () => {
				if (!anyPool) return notChecked("no-sector");
				if (!anyOutput) return notChecked("no-output");
				const judged = [...groups.values()].filter(({ sizes }) => sizes.length > countLimit(limit, "sector-firms"));
				if (judged.length === 0) return notChecked("no-other-firm");
				return answer(
					toldOf(
						judged.flatMap((group) => strangersOf(group, firms, limit)),
						limit,
					),
				);
			},
		};
	},
};

/** What is kept of a firm; its histories are not, so that memory does not grow with them. */
type Known = Pick<FirmCase, "firm" | "recordAgain" | "rules">;

/** Firms by number, in order. Of one that was cleared no more is kept than what it is known by; who needs it again asks for it. */
class GatheredFirms {
	private readonly all: (Known | string)[] = [];
	private readonly again = new Map<number, Known>();
	private readonly cleared: ClearedFirms | undefined;

	constructor(cleared: ClearedFirms | undefined) {
		this.cleared = cleared;
	}

	add(firm: Known | string): number {
		this.all.push(firm);
		return this.all.length - 1;
	}

	/** Whether what was gathered of it are floats of floats. */
	isRough(index: number): boolean {
		return typeof this.all[index] === "string";
	}

	at(index: number): Known {
		const firm = this.all[index] as Known | string;
		return typeof firm === "string" ? obtain(this.again, index, () => (this.cleared as ClearedFirms).case(firm)) : firm;
	}
}

/** Firms of one sector that used something of one part for an output of one kind in one year. */
interface Group {
	readonly year: number;
	readonly part: Compared;
	readonly firms: number[];
	/** tce per output as floats, to find the middle by; the same on every machine, since a pair is divided exactly. */
	readonly sizes: number[];
}

function gather({ years, pool }: AssessedFirm, index: number, groups: Map<string, Group>): void {
	for (const year of years) {
		for (const part of compared) {
			const value = perOutput(year, part);
			if (value === undefined) continue;
			const group = groupOf(pool, year, part, groups);
			group.firms.push(index);
			group.sizes.push(roughly(value));
		}
	}
}

function groupOf(pool: string | null, { year, output }: FirmYear, part: Compared, groups: Map<string, Group>): Group {
	return obtain(groups, `${pool}|${year}|${part}|${output?.dimension}`, () => ({ year, part, firms: [], sizes: [] }));
}

/** The group of a year and part of a plain firm, by their place. */
function groupAt({ pool, years }: AssessedFirm, place: number, groups: Map<string, Group>): Group {
	const year = years[Math.floor(place / compared.length)] as FirmYear;
	return groupOf(pool, year, compared[place % compared.length] as Compared, groups);
}

/** tce of a part per output of a whole year; undefined where it is unknown or not above zero. */
function perOutput({ coverage, emissions, output }: FirmYear, part: Compared): Ratio | undefined {
	if (coverage !== "whole-year" || output === null || sign(output.value) <= 0 || !emissions.present.has(part)) return undefined;
	let all = zeroRatio;
	for (const one of emissions.carriers) {
		if (one.part !== part || one.use === "feedstock") continue;
		if (one.tce === null) return undefined;
		all = plus(all, one.tce);
	}
	return sign(all) > 0 ? per(all, output.value) : undefined;
}

/** One part of a firm's year that is no difference of works. */
interface Strange {
	readonly firm: Known;
	readonly year: FirmYear;
	readonly part: Compared;
	readonly value: Ratio;
	/** That of the sector's middle firm. */
	readonly usual: Ratio;
	readonly above: boolean;
}

function strangersOf(group: Group, firms: GatheredFirms, limit: FirmCase["limit"]): Strange[] {
	const { sizes } = group;
	const [far, near] = [ratioLimit(limit, "sector-ratio"), nearly(limit("sector-ratio")) * (1 - slack)];
	const isFar = (size: number, middle: number): boolean => size / middle >= near || (size / middle) * near <= 1;
	const first = middleOf(sizes);
	if (!sizes.some((size) => isFar(size, first))) return [];
	settleMiddle(group, firms);
	const order = inOrder(sizes);
	const middle = order[order.length >> 1] as number;
	const usual = exactly(group, middle, firms).value;
	return order
		.filter((index) => isFar(sizes[index] as number, sizes[middle] as number))
		.map((index) => exactly(group, index, firms))
		.filter(({ value }) => compare(apart(value, usual), far) >= 0)
		.map((one) => ({ ...one, usual, above: compare(one.value, usual) > 0 }));
}

/** The upper middle one. */
function middleOf(sizes: readonly number[]): number {
	return Float64Array.from(sizes).sort()[sizes.length >> 1] as number;
}

function inOrder(sizes: readonly number[]): number[] {
	return sizes.map((_, index) => index).sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
}

function exactly({ year, part, firms: members }: Group, index: number, firms: GatheredFirms): Omit<Strange, "usual" | "above"> {
	const firm = firms.at(members[index] as number);
	const facts = firm.firm.years.find((one) => one.year === year) as FirmYear;
	return { firm, year: facts, part, value: perOutput(facts, part) as Ratio };
}

/** Which firm is the middle one must not hang on how its size was computed: those that lie by it are computed exactly. */
function settleMiddle(group: Group, firms: GatheredFirms): void {
	const { sizes, firms: members } = group;
	const middle = middleOf(sizes);
	for (const [index, size] of sizes.entries())
		if (firms.isRough(members[index] as number) && Math.abs(size - middle) <= slack * middle)
			sizes[index] = roughly(exactly(group, index, firms).value);
}

/** Firm by firm what is to be reported: the output where all parts that there are stand off the same way, else each part. */
function toldOf(strange: readonly Strange[], limit: FirmCase["limit"]): Suspicion[] {
	const byFirm = new Map<Known, Strange[]>();
	for (const one of strange) obtain(byFirm, one.firm, () => []).push(one);
	return [...byFirm].flatMap(([, all]) => {
		const reported = new Set<Compared | "output">();
		return all
			.sort((a, b) => a.year.year - b.year.year || compared.indexOf(a.part) - compared.indexOf(b.part))
			.flatMap((one) => {
				const ofYear = all.filter(({ year }) => year === one.year);
				const there = compared.filter((part) => perOutput(one.year, part) !== undefined);
				const whole = ofYear.length > 1 && ofYear.length === there.length && ofYear.every(({ above }) => above === one.above);
				const what = whole ? "output" : one.part;
				if (reported.has(what)) return [];
				const suspicion = whole ? ofOutput(one, limit) : ofPart(one, limit);
				if (suspicion !== undefined) reported.add(what);
				return suspicion === undefined ? [] : [suspicion];
			});
	});
}

/** The carrier that makes most of the part, in another unit. */
function ofPart(strange: Strange, limit: FirmCase["limit"]): Suspicion | undefined {
	const { firm, year, part, value, usual, above } = strange;
	const main = mainOf(year, part);
	const { output } = year;
	if (main === undefined || output === null) return undefined;
	const { carrier, use, unit } = main.figure;
	const perUnit = per(per(main.tce, main.amount), output.value);
	const others = minus(value, times(perUnit, main.amount));
	const valueAt = (amount: Ratio): Ratio => plus(times(perUnit, amount), others);
	const row = firstRowOf(firm.recordAgain(), carrier, year.year, use);
	// The amount at which the part would be the sector's usual, were it all of this carrier.
	const [first, ...more] = explain(
		{ amount: main.amount, above, usual: per(usual, perUnit), of: part, written: writtenIn(firm, row) },
		(amount) => isNear(valueAt(amount), usual, limit),
	);
	if (first === undefined) return undefined;
	const impact = main.figure.co2 === null ? null : times(minus(first.value, main.amount), per(main.figure.co2, main.amount));
	return suspicionOf(strange, subjectOf({ carrier, use }), unit, [first, ...more], row, impact);
}

interface Main {
	readonly figure: CarrierFigure;
	readonly amount: Ratio;
	readonly tce: Ratio;
}

function mainOf({ emissions }: FirmYear, part: Compared): Main | undefined {
	let main: Main | undefined;
	for (const figure of emissions.carriers) {
		const { use, quantity, tce } = figure;
		if (figure.part !== part || use !== "consumed" || quantity === null || tce === null || sign(tce) <= 0) continue;
		if (main === undefined || compare(tce, main.tce) > 0) main = { figure, amount: fromExact(quantity), tce };
	}
	return main;
}

/** The output in another unit: too little of it makes all of the energy too much. */
function ofOutput(strange: Strange, limit: FirmCase["limit"]): Suspicion | undefined {
	const { firm, year, value, usual, above } = strange;
	const { output } = year;
	if (output === null) return undefined;
	const { indicator } = firm.rules.facts;
	const row = outputRowOf(firm.recordAgain(), firm.rules.facts, year.year);
	const energy = times(value, output.value);
	const [first, ...more] = explain(
		{ amount: output.value, above: !above, usual: per(energy, usual), of: "output", written: writtenIn(firm, row) },
		(amount) => isNear(per(energy, amount), usual, limit),
	);
	if (first === undefined) return undefined;
	const what: Subject = { of: "indicator", indicator, prices: "unstated" };
	return suspicionOf(strange, what, output.dimension, [first, ...more], row, null);
}

function isNear(value: Ratio, usual: Ratio, limit: FirmCase["limit"]): boolean {
	return sign(value) > 0 && compare(apart(value, usual), ratioLimit(limit, "sector-near")) <= 0;
}

function writtenIn({ rules }: Known, row: Entry | undefined): string {
	return row === undefined ? "" : (rules.reference.units.find(row.from.unit)?.symbol ?? "");
}

function suspicionOf(
	{ firm: { firm, rules }, year: { year, output }, value, usual }: Strange,
	what: Subject,
	unit: string,
	causes: readonly Explained[],
	row: Entry | undefined,
	impact: Ratio | null,
): Suspicion {
	const perOutput = `tce/${outputUnit(rules, output?.dimension ?? "")}`;
	return slipped({
		...{ what, why: "sector", usual: amountIn(usual, perOutput, 6), ratio: rounded(per(value, usual), 6) },
		...{ unit, causes, row, firm: firm.firm, period: String(year), year, impact },
	});
}
