/**
 * U-107, M-302, M-304: what the years of a firm that stand apart may be (`../years/judged.ts`), a rule for each kind of answer: a slip of
 * the unit, months entered as a year, two carriers' amounts in each other's place, nothing that is known, another level from some year
 * on.
 */
import { per, plus, type Ratio } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Amount, type Code, finding, nowhere, type Remark, remark } from "../../findings/finding.ts";
import { amountIn, ratioLike } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { outputUnit } from "../asking.ts";
import { clearsYears } from "../clear/years-apart.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { slipped } from "../slip.ts";
import { type Judged, judgedYears, type LevelChange } from "../years/judged.ts";
import { rowOf, type Thing } from "../years/things.ts";

/** Asks where two years can be held against each other. */
function yearRule(id: string, code: Code, find: (one: FirmCase) => readonly Suspicion[]): FirmRule {
	return {
		id,
		code,
		clears: clearsYears,
		judge: (one) => {
			const whole = one.firm.years.filter(({ coverage }) => coverage === "whole-year");
			return whole.length < 2 ? notChecked("no-earlier-year") : answer(find(one));
		},
	};
}

const ofCause = (one: FirmCase, is: Judged["cause"]["is"]): readonly Judged[] =>
	judgedYears(one).years.filter(({ cause }) => cause.is === is);

export const slippedYear: FirmRule = yearRule("U-107", "suspected-unit-slip", (one) =>
	ofCause(one, "slip").flatMap((judged) => {
		const { thing, year, amount, usual, cause, impact } = judged;
		if (cause.is !== "slip") return [];
		return slipped({
			...{ what: thing.what, why: "other-years", usual, ratio: rounded(per(amount, usual), 4) },
			...{ unit: thing.unit, causes: cause.causes, row: rowOf(one, thing, year) },
			...{ firm: one.record.firm, period: String(year), year, impact },
		});
	}),
);

export const partAsYear: FirmRule = yearRule("M-302-part", "part-of-year-as-year", (one) =>
	ofCause(one, "part-of-year").flatMap((judged) => {
		const { cause, thing, usual } = judged;
		if (cause.is !== "part-of-year") return [];
		return suspicionOf(one, judged, (amount) =>
			remark("part-of-year-as-year", { what: thing.what, usual: amount(usual), months: cause.months }),
		);
	}),
);

export const quartersToDate: FirmRule = yearRule("M-302-quarters", "quarters-to-date", (one) =>
	ofCause(one, "to-date").flatMap((judged) => {
		const { cause, thing } = judged;
		if (cause.is !== "to-date") return [];
		return suspicionOf(one, judged, (amount) =>
			remark("quarters-to-date", { what: thing.what, toDate: amount(cause.value), sum: amount(judged.amount) }),
		);
	}),
);

export const swappedAmounts: FirmRule = yearRule("M-302-swapped", "swapped-amounts", (one) =>
	ofCause(one, "swapped").flatMap((judged) => {
		const { cause, thing, usual } = judged;
		// Told once, at the first of the two by name.
		if (cause.is !== "swapped" || thing.name > cause.other.name) return [];
		const other = judgedYears(one).years.find((it) => it.thing === cause.other && it.year === judged.year);
		const told = suspicionOf(one, judged, (amount) =>
			remark("swapped-amounts", { what: thing.what, other: cause.other.what, usual: amount(usual) }),
		);
		// What one has too much the other has too little: together they are what is in doubt.
		const [a, b] = [judged.impact, other?.impact ?? null];
		return { ...told, impact: a === null || b === null ? null : plus(a, b) };
	}),
);

export const yearApart: FirmRule = yearRule("M-302-apart", "year-apart", (one) =>
	ofCause(one, "unknown").map((judged) =>
		suspicionOf(one, judged, (amount) =>
			remark("year-apart", {
				what: judged.thing.what,
				usual: amount(judged.usual),
				ratio: rounded(per(judged.amount, judged.usual), 4),
			}),
		),
	),
);

export const levelChange: FirmRule = yearRule("M-304-years", "level-change", (one) =>
	judgedYears(one).changes.map((change) => changeSuspicion(one, change)),
);

function changeSuspicion(one: FirmCase, { thing, years, times, amount, usual }: LevelChange): Suspicion {
	const [first] = years as readonly [LevelChange["years"][number], ...LevelChange["years"]];
	const { year } = first.facts;
	const row = rowOf(one, thing, year);
	const about = remark("level-change", {
		...{ what: thing.what, ratio: rounded(times, 4), years: years.length },
		...{ now: written(one, thing, row, amount), usual: written(one, thing, row, usual) },
	});
	return {
		finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(year)),
		year,
		impact: first.impact,
		rough: true,
		years: () => new Map(years.flatMap(({ facts, impact }) => (impact === null ? [] : [[facts.year, impact] as const]))),
	};
}

function suspicionOf(
	one: FirmCase,
	{ thing, year, impact }: Judged,
	about: (amount: (value: Ratio) => Amount) => Remark,
): Suspicion {
	const row = rowOf(one, thing, year);
	const told = about((value) => written(one, thing, row, value));
	return {
		finding: finding(told, row === undefined ? nowhere : placeOf(row), one.record.firm, String(year)),
		year,
		impact,
		rough: true,
	};
}

function written(one: FirmCase, thing: Thing, row: ReturnType<typeof rowOf>, value: Ratio): Amount {
	const { unit, series } = thing;
	if (row !== undefined) return ratioLike(value, { unit, from: row.from });
	return amountIn(value, series === null ? outputUnit(one.rules, unit) : unit, 4);
}
