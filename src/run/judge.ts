/** What the tables amount to, judged: the last of the three steps of a run. */
import { type Assessment, assess } from "../assessment/assessment.ts";
import type { Rules } from "../assessment/rules.ts";
import type { ElectricityMode } from "../carbon/electricity.ts";
import type { Basis } from "../domain/basis.ts";
import { toText } from "../exact/exact.ts";
import { constant, fromExact, type Ratio, times } from "../exact/ratio.ts";
import { keptFindings } from "../findings/bounds.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { add, type OpenTally, openTally, overflowing } from "../findings/tally.ts";
import { Trouble, troubleOf } from "../findings/trouble.ts";
import type { Part } from "../intake/part.ts";
import { folderFindings } from "../ledger/folders.ts";
import type { Supplied } from "../ledger/supplied.ts";
import { holdsAmounts, yearsIn } from "../ledger/whole-ledger.ts";
import type { FactRules } from "../ledger/year-draft.ts";
import { type Carrier, partOf } from "../reference/carriers.ts";
import { loadReference, type Reference } from "../reference/reference.ts";
import type { Selected } from "../screening/clear/select.ts";
import { type Margins, withholdOutweighed } from "../screening/outweigh.ts";
import { weighReported } from "../screening/reported.ts";
import { inNames, type Screened, screen } from "../screening/screen.ts";
import { pathMaker } from "../trajectory/path.ts";
import { withoutAbsences } from "./absences.ts";
import { absentIsZero } from "./absent-is-zero.ts";
import { basisOf } from "./basis.ts";
import type { Choices } from "./choices.ts";
import { encodingFindings } from "./encodings.ts";
import { electricityMode, goalsWithoutPlan, type PlanInForce, planPeriods, plansInForce, wouldJudge } from "./plans.ts";
import { selectedAlone } from "./select.ts";

export interface Judged {
	readonly assessment: Assessment;
	/** What rules answered; null where they were not asked. */
	readonly screened: Screened | null;
	readonly basis: Basis;
	readonly part: Part;
	/** What was found in the part and by judging it. */
	readonly tally: OpenTally;
	readonly choices: Choices;
	/** Rules that were asked of no firm, each with the reason. */
	readonly notChecked: readonly { readonly rule: string; readonly why: string }[];
}

/** Why a run stopped, every reason of it, with what had been found till then. */
export class Stopped extends Error {
	readonly troubles: readonly [Trouble, ...Trouble[]];
	readonly tally: OpenTally;
	constructor(troubles: Stopped["troubles"], tally: OpenTally) {
		super(troubles[0].code);
		this.troubles = troubles;
		this.tally = tally;
	}
}

/** A run about to be judged: what had been found till then, and by which plans years are judged. */
export interface Judging {
	readonly part: Part;
	readonly choices: Choices;
	readonly tally: OpenTally;
	/** The years that firms have rows of. */
	readonly years: readonly number[];
	readonly plans: readonly [CountedPlan, ...CountedPlan[]];
	readonly rules: readonly [Rules, ...Rules[]];
	/** Of simple firms nothing but figures is wanted, row by row: no assessment of them is made. */
	readonly byRow: boolean;
}

/** Computes and judges; the part stays as it is. Throws Stopped where the inputs cannot be used, Trouble for misuse. */
export function judge(part: Part, choices: Choices, byRow = false): Judged {
	const judging = beginJudging(part, choices, byRow);
	return conclude(judging, selectedAlone(judging));
}

/** Throws Stopped where the inputs cannot be used, Trouble for misuse. */
export function beginJudging(part: Part, choices: Choices, byRow: boolean): Judging {
	const { ledger } = part;
	const tally = openTally(
		{
			gravityOf: choices.rules.gravityOf,
			isKnown: choices.isKnown,
			weighsKnown: choices.weighsKnown,
			heaviestFirst: choices.materiality !== undefined,
		},
		part.tally,
	);
	checkUsable(part, tally);
	for (const found of [...folderFindings(ledger), ...encodingFindings(part)]) add(tally, found);
	const years = yearsIn(ledger);
	// Where there is nothing but growth rates, the plans are those of their years.
	const judged = years.length > 0 ? years : [...part.supplied.growth.values()].map(({ period }) => period.year);
	const plans = countedPlans(part, choices, judged);
	return { part, choices, tally, years, plans, rules: rulesUnder(part, choices, plans), byRow };
}

/** The rest of it. `selected`: which firms are simple; undefined where none is, or nobody asked. Throws as `judge`. */
export function conclude({ part, choices, tally, years, plans, rules, byRow }: Judging, selected: Selected | undefined): Judged {
	const { ledger } = part;
	const assessed = assess(ledger, rules, tally, byRow ? selected?.simple : undefined);
	for (const found of outsidePlans(years, plans, choices)) add(tally, found);
	for (const { at, indicator, baseYear, targetYear } of goalsWithoutPlan(part.supplied, plans))
		add(
			tally,
			finding(
				remark("target-without-plan", { indicator, base: baseYear, target: targetYear, plans: plans.map(({ plan }) => plan.id) }),
				{
					...at,
					column: "",
					value: "",
				},
			),
		);
	weighReported(assessed, ledger, choices.rules.limit, tally);
	// What the others hold is told; of what they come to without the file nobody knows anything.
	const [unread, ...more] = part.unusable.map(troubleOf);
	if (unread !== undefined) throw new Stopped([unread, ...more], withoutAbsences(tally));
	const screened = choices.screen ? screen(assessed, ledger, choices.rules, tally, selected) : null;
	const whole =
		screened === null || screened.released.length === 0
			? assessed
			: { ...assessed, firms: inNames([...assessed.firms, ...screened.released]) };
	const tooMany = overflowing(tally);
	if (tooMany.length > 0) add(tally, finding(remark("not-listed", { codes: tooMany, kept: keptFindings }), nowhere));
	return {
		assessment: screened === null ? whole : withholdOutweighed(whole, screened, marginsOf(choices)),
		screened,
		basis: basisOf(part, choices, plans),
		part,
		tally,
		choices,
		notChecked: [
			...unaskedByDate(choices),
			...(screened === null ? [{ rule: "screening", why: "not-asked" }] : unasked(screened)),
		],
	};
}

/** The plans that years are judged by, and how electricity counts under each. Throws Trouble. */
export function countedPlans({ supplied }: Part, choices: Choices, years: readonly number[]): [CountedPlan, ...CountedPlan[]] {
	return plansInForce(choices.targets, supplied, years).map((one) => {
		const electricity = electricityMode(choices.electricity, one.published);
		if (choices.marketBased && electricity.kind !== "national")
			throw new Trouble("market-based-needs-national", { mode: electricity.text });
		return { ...one, electricity };
	}) as [CountedPlan, ...CountedPlan[]];
}

/** The rules of each plan, in the order of the plans. */
export function rulesUnder(
	part: Part,
	choices: Choices,
	[first, ...later]: readonly [CountedPlan, ...CountedPlan[]],
): [Rules, ...Rules[]] {
	const rules = rulesOf(part, choices, first);
	return [rules, ...later.map((plan) => under(plan, rules))];
}

/** How much may be in doubt beside a verdict. */
export function marginsOf({ materiality, rules }: Choices): Margins {
	return { named: materiality?.share ?? fromExact(rules.limit("named-share")), all: materiality?.share };
}

/** Without a day nobody knows which months lie ahead. */
export function unaskedByDate({ asOf }: Choices): Judged["notChecked"] {
	return asOf === undefined ? [{ rule: "future-month", why: "no-as-of" }] : [];
}

function checkUsable({ faultyReferences, ledger, inputs, supplied, unusable }: Part, tally: OpenTally): void {
	const troubles = unusable.map(troubleOf);
	if (faultyReferences.length > 0)
		throw new Stopped([new Trouble("bad-reference-table", { files: faultyReferences }), ...troubles], tally);
	// A wide row that is refused for one amount may have others that count.
	const anything = holdsAmounts(ledger);
	// Growth rates say something of firms that have no rows.
	if (anything || supplied.growth.size > 0) return;
	// Where a file could not be read, that nothing is left is no news.
	const [first = new Trouble("no-rows", { files: inputs.map(({ file }) => file) }), ...more] = troubles;
	throw new Stopped([first, ...more], tally);
}

/** Years before or behind all plans of the run, told once with the way out. A base year is asked nothing. */
function outsidePlans(years: readonly number[], plans: readonly CountedPlan[], { targets }: Choices): Finding[] {
	const isIn = (year: number): boolean => plans.some(({ plan }) => plan.baseYear <= year && year <= plan.targetYear);
	const outside = years.filter((year) => !isIn(year));
	// Years before the base are no news: what they are for is the change against the year before.
	const behind = outside.filter((year) => plans.every(({ plan }) => year > plan.targetYear));
	const told = outside.length === years.length ? outside : behind;
	if (told.length === 0) return [];
	const auto = targets !== "auto" && wouldJudge(told);
	return [finding(remark("years-outside-plans", { years: told, plans: plans.map(({ plan }) => plan.id), auto }), nowhere)];
}

/** A plan in force, and how electricity counts under it. */
export interface CountedPlan extends PlanInForce {
	readonly electricity: ElectricityMode;
}

/** The same rules under another plan: what it asks, its prices, its electricity. */
function under({ plan, energyReduction, provincial, targets, goals, electricity }: CountedPlan, rules: Rules): Rules {
	return {
		...rules,
		...{ plan, energyReduction, provincial, targets, goals },
		factors: electricity.text === rules.factors.electricity.text ? rules.factors : { ...rules.factors, electricity },
		prices: { ...rules.prices, planPriceYear: plan.priceYear },
	};
}

function rulesOf({ supplied, ledger }: Part, choices: Choices, { electricity, ...asked }: CountedPlan): Rules {
	const { plan } = asked;
	const data = loadReference();
	const { indicator, product, rules } = choices;
	const carrierOf = remembered((key) => choices.mappings.get(key) ?? data.carriers.byId(key));
	return {
		reference: data,
		facts: {
			partOf: (key, use) => partOf(carrierOf(key), use),
			energyOnly: choices.boundary === "energy",
			idOf: (key) => carrierOf(key).id,
			formName: (key) => data.carriers.byId(key)?.nameZh ?? key,
			isMapped: (key) => choices.mappings.has(key),
			isTotal: (key) => !choices.mappings.has(key) && data.carriers.byId(key)?.group === "total",
			hasFactor: (key, unit) => hasFactor(carrierOf(key), unit, choices, supplied),
			byCoefficient: (key, unit) => byCoefficient(carrierOf(key), unit, data),
			kindsOf: (key) => data.seeds.families.find(({ parent }) => parent === key)?.children ?? [],
			madeFrom: data.madeFrom,
			minedBy: (sectors) => data.minedBy(sectors.flatMap((text) => data.sectors.find(text)?.id ?? [])),
			indicator,
			product,
			absentIsZero: absentIsZero(choices.absentIsZero, [...ledger.firms.keys()], carrierOf),
			amounts: choices.amountsOf,
			adding: choices.addRepeats,
			slipRatio: rules.limit("slip-ratio"),
			rowsLost: ledger.rowsLost,
			planLost: ledger.planLost,
		},
		factors: {
			reference: data,
			set: choices.set,
			supplied: supplied.factors,
			electricity,
			marketBased: choices.marketBased,
		},
		carrierOf,
		boundary: choices.boundary,
		prices: {
			money: indicator !== "production",
			indicator,
			planPriceYear: plan.priceYear,
			asserted: choices.prices,
			deflators: supplied.deflators.length === 0 ? null : supplied.deflators,
		},
		plan,
		periods: planPeriods(choices.targets, supplied),
		energyReduction: asked.energyReduction,
		provincial: asked.provincial,
		targets: asked.targets,
		goals: asked.goals,
		shape: choices.path,
		pathOf: pathMaker(choices.path),
		limits: { near: fromExact(rules.limit("schedule-near")), far: fromExact(rules.limit("schedule-far")) },
		materialShare: fromExact(rules.limit("material-share")),
		thinPool: Number(toText(rules.limit("thin-pool"))),
		pooledUnknown: ledger.pooledUnknown,
		...(choices.asOf === undefined ? {} : { asOf: choices.asOf }),
	};
}

function hasFactor({ id, group }: Carrier, unit: string, { set }: Choices, { factors }: Supplied): boolean {
	if (group !== "fuel") return true;
	return (
		set.factors.some((row) => row.carrier === id && (row.unit === unit || unit === "GJ")) ||
		factors.some((row) => row.carrier === id && row.unit === unit)
	);
}

/** The coefficient of a carrier's own unit in heat; its last printed digit says how far amounts may lie apart by rounding it. */
function byCoefficient(
	{ id, group }: Carrier,
	unit: string,
	{ seeds, units }: Reference,
): ReturnType<FactRules["byCoefficient"]> {
	const named = group === "electricity" ? "electricity" : group === "heat" ? "heat" : id;
	const row = seeds.coalEquivalents.find((one) => one.carrier === named && one.unit === unit);
	if (row === undefined) return undefined;
	const perTce = fromExact(units.bySymbol("tce").toBase);
	const halfStep: Ratio = { over: 1n, under: 2n * 10n ** BigInt(row.tce.split(".")[1]?.length ?? 0) };
	return { heat: times(constant(row.tce), perTce), halfStep: times(halfStep, perTce) };
}

/** Rules that could be asked of no firm, each with the commonest reason. */
function unasked({ rules }: Screened): Judged["notChecked"] {
	return rules.flatMap(({ code, asked, passed, failed, notChecked }) => {
		if (passed + failed > 0 || asked === 0) return [];
		const [commonest] = [...notChecked].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
		return commonest === undefined ? [] : [{ rule: code, why: commonest[0] }];
	});
}

function remembered(find: (key: string) => Carrier | undefined): (key: string) => Carrier {
	const known = new Map<string, Carrier>();
	return (key) => {
		let carrier = known.get(key);
		if (carrier === undefined) {
			carrier = find(key);
			if (carrier === undefined) throw new Error(`the ledger holds a carrier that is not known: ${key}`);
			known.set(key, carrier);
		}
		return carrier;
	};
}
