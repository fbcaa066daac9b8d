/** What would be if amounts were others, beside what was reported; and how much of each lever by itself would reach the path. */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import { choose } from "../carbon/choice.ts";
import { wholeYear } from "../domain/period.ts";
import type { Closing } from "../domain/words.ts";
import { difference, type Exact, one, zero } from "../exact/exact.ts";
import { type Figure, surdFigure } from "../exact/figure.ts";
import { constant, minus, per, plus, type Ratio, sign, times, whole } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { openTally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { unmeasured } from "../ledger/parameters.ts";
import type { Path } from "../trajectory/path.ts";
import { type Hindrance, type LeveredAmounts, type LeverScope, leveredAmounts } from "./changed-amounts.ts";
import type { Judged } from "./judge.ts";
import { green, type Lever, nameOf } from "./levers.ts";
import { reassess } from "./reassess.ts";
import { badOption, unknownChoice } from "./values.ts";

export interface AskedWhatif {
	/** With an amount each: what is changed, in this order. */
	readonly changes: readonly Lever[];
	/** Asked how much of each would reach the path; null where nobody asks, none where those that a firm has are meant. */
	readonly closing: readonly Lever[] | null;
	readonly mask: number;
	/** Years that are changed; none where it is each firm's latest. */
	readonly years: readonly number[];
}

/** How much of a lever by itself would reach the path. */
export interface ClosingLever {
	readonly lever: Lever;
	readonly state: Closing;
	/** Per cent, rounded up so that it is enough; null where it does not reach. */
	readonly percent: Figure | null;
}

export interface WhatifYear {
	readonly year: number;
	readonly reported: FirmYear;
	/** undefined where a lever could not be applied: then nothing is told. */
	readonly changed: FirmYear | undefined;
	readonly hindrances: readonly Hindrance[];
	readonly closing: readonly ClosingLever[];
}

export interface WhatifFirm {
	readonly firm: AssessedFirm;
	readonly years: readonly WhatifYear[];
}

export interface Whatif {
	readonly asked: AskedWhatif;
	readonly firms: readonly WhatifFirm[];
}

/** Throws Trouble where nothing is asked, or where an amount is missing. */
export function askedWhatif(
	set: readonly Lever[],
	closeGap: boolean,
	months: number | undefined,
	years: readonly number[],
): AskedWhatif {
	const changes = set.filter(({ share }) => share !== null);
	const bare = set.filter(({ share }) => share === null);
	if (set.length === 0 && !closeGap) throw new Trouble("options-wanted", { options: ["--set"] });
	if (bare[0] !== undefined && !closeGap) throw badOption("--set", bare[0].text, "lever");
	return { changes, closing: closeGap ? set : null, mask: months ?? wholeYear, years };
}

/** The firms that are shown, as they would be. Throws Trouble where no lever finds anything to move in any of them. */
export function whatif(judged: Judged, asked: AskedWhatif, showsFirm: (firm: string) => boolean): Whatif {
	const { part, assessment } = judged;
	const shown = assessment.firms.filter(({ firm }) => showsFirm(firm));
	checkYears(asked.years, shown);
	const latest = new Map(shown.map(({ firm, years }) => [firm, years.at(-1)?.year]));
	const applies = (firm: string, year: number): boolean =>
		asked.years.length === 0 ? latest.get(firm) === year : asked.years.includes(year);
	const ledger: Ledger = { ...part.ledger, firms: new Map([...part.ledger.firms].filter(([firm]) => latest.has(firm))) };
	const pulled = (levers: readonly Lever[]): Pulled => {
		const amounts = leveredAmounts({ levers, mask: asked.mask, applies, ...facts(judged) });
		const { firms } = reassess(judged, ledger, { changed: amounts }, openTally(judged.tally.terms));
		return { amounts, firms: new Map(firms.map((one) => [one.firm, one])) };
	};
	const changed = pulled(asked.changes);
	const levers = asked.closing === null ? [] : leversOf(asked.closing, shown, applies, assessment.rules.carrierOf);
	const whole = levers.map((lever): Pull => {
		const at = (share: Exact): Pulled => pulled([{ ...lever, share }]);
		// Of a share the present one is not the beginning; of all others nothing is.
		return { lever, none: lever.kind === "green" ? at(zero) : null, all: at(lever.kind === "carrier" ? minusOne : one) };
	});
	const firms = shown.map((firm): WhatifFirm => {
		const then = changed.firms.get(firm.firm) ?? firm;
		const years = firm.years.filter(({ year }) => applies(firm.firm, year));
		return { firm, years: years.map((year) => yearOf(firm, year, then, changed.amounts, whole)) };
	});
	checkMoved(asked.changes, firms);
	return { asked, firms };
}

const minusOne: Exact = difference(zero, one);

/** The run with some levers pulled. */
interface Pulled {
	readonly amounts: LeveredAmounts;
	readonly firms: ReadonlyMap<string, AssessedFirm>;
}

/** A lever pulled by all of its amount; of a share also by none. */
interface Pull {
	readonly lever: Lever;
	readonly none: Pulled | null;
	readonly all: Pulled;
}

/** Heat values and factors by which fuels take each other's place. */
function facts({ assessment: { rules, firms } }: Judged): Pick<LeverScope, "idOf" | "heatOf" | "burns"> {
	const provinces = new Map(firms.map(({ firm, province }) => [firm, province ?? undefined]));
	return {
		idOf: rules.facts.idOf,
		heatOf: (firm, year, carrier, { measured, entry: { unit } }) => {
			if (unit === "GJ") return one;
			const asked = { carrier: rules.carrierOf(carrier), unit, measured, year, province: provinces.get(firm) };
			const { factor } = choose(rules.factors, asked);
			return factor?.kind === "parts" ? (factor.ncv ?? undefined) : undefined;
		},
		burns: (firm, year, carrier) => {
			const asked = { carrier: rules.carrierOf(carrier), unit: "GJ", measured: unmeasured, year, province: provinces.get(firm) };
			return choose(rules.factors, asked).factor !== undefined;
		},
	};
}

/** What is asked for, or every carrier that firms burn or buy, the share of green power, and the output. */
function leversOf(
	asked: readonly Lever[],
	firms: readonly AssessedFirm[],
	applies: LeverScope["applies"],
	carrierOf: Judged["assessment"]["rules"]["carrierOf"],
): readonly Lever[] {
	if (asked.length > 0) return asked;
	const carriers = new Set<string>();
	for (const { firm, years } of firms)
		for (const { year, emissions } of years.filter((one) => applies(firm, one.year)))
			for (const { carrier, use, co2 } of emissions.carriers)
				if (use === "consumed" && co2 !== null && sign(co2) > 0 && year > 0) carriers.add(carrierOf(carrier).id);
	const named = [...carriers].sort().map((carrier): Lever => ({ kind: "carrier", carrier, text: carrier, share: null }));
	const power = carriers.has("electricity") ? [{ kind: "green", text: green, share: null } as const] : [];
	return [...named, ...power, { kind: "output", text: "output", share: null }];
}

function yearOf(
	firm: AssessedFirm,
	reported: FirmYear,
	then: AssessedFirm,
	amounts: LeveredAmounts,
	pulls: readonly Pull[],
): WhatifYear {
	const { year } = reported;
	const hindrances = amounts.hindrances(firm.firm, year);
	const changed = then.years.find((one) => one.year === year);
	return {
		year,
		reported,
		changed: hindrances.length > 0 || changed === undefined ? undefined : withheldAlike(changed, reported),
		hindrances,
		closing: pulls.map((pull) => closingOf(pull, firm, reported)),
	};
}

/** Where the reported year carries no verdict, none is told of what would be. */
function withheldAlike(changed: FirmYear, reported: FirmYear): FirmYear {
	const isWithheld = reported.verdict === null || reported.verdict.word === "withheld";
	return isWithheld ? { ...changed, verdict: reported.verdict } : changed;
}

/** The path that a year is held against, and its base; undefined where it is held against none. */
function pathOf({ base, paths, comparable, year }: FirmYear): { readonly path: Path; readonly base: Ratio } | undefined {
	const path = paths?.own;
	if (!comparable || base === undefined || path === undefined || year < path.baseYear || year > path.targetYear) return undefined;
	return { path, base: base.intensity };
}

/** From the reported year to one with all of the lever, emissions and output move in a straight line. */
function closingOf({ lever, none, all }: Pull, firm: AssessedFirm, reported: FirmYear): ClosingLever {
	const { year } = reported;
	const answer = (state: Closing, percent: Figure | null = null): ClosingLever => ({
		lever: { ...lever, text: nameOf(lever) },
		state,
		percent,
	});
	const of = (pulled: Pulled): FirmYear | undefined => pulled.firms.get(firm.firm)?.years.find((one) => one.year === year);
	const held = pathOf(reported);
	if (held === undefined || reported.intensity === null) return answer("unknown");
	const { path, base } = held;
	if (path.compare(reported.intensity, base, year) <= 0) return answer("reached-already");
	if (all.amounts.hindrances(firm.firm, year).length > 0) return answer("cannot");
	const [start, end] = [none === null ? reported : of(none), of(all)];
	const [c0, c1, v0, v1] = [start?.emissions.total, end?.emissions.total, start?.output?.value, end?.output?.value];
	if (c0 == null || c1 == null || v0 === undefined || v1 === undefined || sign(base) <= 0) return answer("unknown");
	const [less, more] = [minus(c0, c1), minus(v1, v0)];
	const at = (share: Ratio): Ratio => per(minus(c0, times(less, share)), plus(v0, times(more, share)));
	const reaches = (share: Ratio): boolean => path.compare(at(share), base, year) <= 0;
	const bounded = lever.kind !== "output";
	if (sign(less) <= 0 && sign(more) <= 0) return answer("cannot");
	if (bounded && !reaches({ over: 1n, under: 1n })) return answer("cannot");
	if (!bounded && sign(c0) <= 0) return answer("cannot");
	// c0 − less·x = base·share·v0, or c0 = base·share·(v0 + more·x).
	const exact = bounded
		? surdFigure(percent(per(c0, less)), percent(per(times(base, v0), less), -100n), path.share(year))
		: surdFigure(percent(per(v0, more), -100n), percent(per(c0, times(base, more))), path.inverse(year));
	return answer("reaches", enough(exact, reaches));
}

/** The figure, and where rounding took it below what is needed the next one. */
function enough(exact: Figure, reaches: (share: Ratio) => boolean): Figure {
	return (places) => {
		const near = exact(places);
		const step: Ratio = { over: 1n, under: 10n ** BigInt(places) };
		const value = constant(near);
		const next = reaches(per(value, whole(100))) ? value : plus(value, step);
		return rounded(next, places);
	};
}

function percent({ over, under }: Ratio, by = 100n): Ratio {
	return { over: over * by, under };
}

/** A year that is asked for is one that some firm has. */
function checkYears(asked: readonly number[], firms: readonly AssessedFirm[]): void {
	const known = [...new Set(firms.flatMap(({ years }) => years.map(({ year }) => year)))].sort();
	for (const year of asked) if (!known.includes(year)) throw unknownChoice("--year", String(year), known.map(String));
}

/** A lever that moves nothing anywhere was meant otherwise. */
function checkMoved(levers: readonly Lever[], firms: readonly WhatifFirm[]): void {
	const years = firms.flatMap((one) => one.years);
	if (years.length === 0) return;
	for (const { text } of levers) {
		const missing = years.every(({ hindrances }) =>
			hindrances.some(({ lever, reason }) => lever.text === text && (reason === "no-carrier" || reason === "no-output")),
		);
		if (missing) throw new Trouble("lever-moves-nothing", { lever: text });
	}
}
