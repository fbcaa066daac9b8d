/** What the tables amount to, judged: the last of the three steps of a run. */
import { type Assessment, assess } from "../assessment/assessment.ts";
import type { Rules } from "../assessment/rules.ts";
import type { ElectricityMode } from "../carbon/electricity.ts";
import type { Basis } from "../domain/basis.ts";
import { type Exact, known, toText } from "../exact/exact.ts";
import { constant, fromExact, type Ratio, times } from "../exact/ratio.ts";
import { keptFindings } from "../findings/bounds.ts";
import { finding, nowhere, remark } from "../findings/finding.ts";
import { add, type OpenTally, openTally, overflowing } from "../findings/tally.ts";
import { Trouble, troubleOf } from "../findings/trouble.ts";
import type { Part } from "../intake/part.ts";
import { folderFindings } from "../ledger/folders.ts";
import type { Supplied } from "../ledger/supplied.ts";
import type { FactRules } from "../ledger/year-draft.ts";
import { type Carrier, partOf } from "../reference/carriers.ts";
import { loadReference, type Reference } from "../reference/reference.ts";
import { withholdOutweighed } from "../screening/outweigh.ts";
import { weighReported } from "../screening/reported.ts";
import { type Screened, screen } from "../screening/screen.ts";
import { pathMaker } from "../trajectory/path.ts";
import { type Plan, planOf } from "../trajectory/plan.ts";
import { withoutAbsences } from "./absences.ts";
import { absentIsZero } from "./absent-is-zero.ts";
import { basisOf } from "./basis.ts";
import type { Choices } from "./choices.ts";
import { encodingFindings } from "./encodings.ts";
import { electricityMode } from "./plans.ts";

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

/** Computes and judges; the part stays as it is. Throws Stopped where the inputs cannot be used, Trouble for misuse. */
export function judge(part: Part, choices: Choices): Judged {
	const { ledger } = part;
	const tally = openTally({ gravityOf: choices.rules.gravityOf, isKnown: choices.isKnown }, part.tally);
	checkUsable(part, tally);
	for (const found of [...folderFindings(ledger), ...encodingFindings(part)]) add(tally, found);
	const plan = planInForce(choices.plan, part.supplied);
	const electricity = electricityMode(choices.electricity, plan);
	if (choices.marketBased && electricity.kind !== "national")
		throw new Trouble("market-based-needs-national", { mode: electricity.text });
	const rules = rulesOf(part, choices, plan, electricity);
	const assessed = assess(ledger, rules, tally);
	weighReported(assessed, ledger, choices.rules.limit, tally);
	// What the others hold is told; of what they come to without the file nobody knows anything.
	const [unread, ...more] = part.unusable.map(troubleOf);
	if (unread !== undefined) throw new Stopped([unread, ...more], withoutAbsences(tally));
	const screened = choices.screen ? screen(assessed, ledger, choices.rules, tally) : null;
	const tooMany = overflowing(tally);
	if (tooMany.length > 0) add(tally, finding(remark("not-listed", { codes: tooMany, kept: keptFindings }), nowhere));
	return {
		assessment: screened === null ? assessed : withholdOutweighed(assessed, screened),
		screened,
		basis: basisOf(part, choices, plan, electricity),
		part,
		tally,
		choices,
		notChecked: [
			...unaskedByDate(choices),
			...(screened === null ? [{ rule: "screening", why: "not-asked" }] : unasked(screened)),
		],
	};
}

/** Without a day nobody knows which months lie ahead. */
export function unaskedByDate({ asOf }: Choices): Judged["notChecked"] {
	return asOf === undefined ? [{ rule: "future-month", why: "no-as-of" }] : [];
}

function checkUsable({ faultyReferences, ledger, inputs, unusable }: Part, tally: OpenTally): void {
	const troubles = unusable.map(troubleOf);
	if (faultyReferences.length > 0)
		throw new Stopped([new Trouble("bad-reference-table", { files: faultyReferences }), ...troubles], tally);
	// A wide row that is refused for one amount may have others that count.
	const anything = [...ledger.firms.values()].some(({ energy, output }) => energy.size + output.size > 0);
	if (anything) return;
	// Where a file could not be read, that nothing is left is no news.
	const [first = new Trouble("no-rows", { files: inputs.map(({ file }) => file) }), ...more] = troubles;
	throw new Stopped([first, ...more], tally);
}

/** A row for all firms in a targets table is the plan; its other rows leave the chosen plan's terms to the rest. */
function planInForce(chosen: Plan, { targets }: Supplied): Plan {
	const forAll = targets.find(({ scope }) => scope === "all");
	if (forAll === undefined) return targets[0] === undefined ? chosen : { ...chosen, id: targets[0].at.file };
	return planOf(forAll.at.file, {
		baseYear: forAll.baseYear,
		targetYear: forAll.targetYear,
		reductionPct: toText(forAll.reductionPercent),
		source: forAll.source,
	});
}

function rulesOf({ supplied, ledger }: Part, choices: Choices, plan: Plan, electricity: ElectricityMode): Rules {
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
		energyReduction: supplied.targets.length === 0 ? energyReductionOf(choices.plan, data) : null,
		provincial: choices.provincial,
		targets: supplied.targets,
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

function energyReductionOf(plan: Plan, { seeds }: Reference): Exact | null {
	const target = seeds.targets.find((row) => row.set === plan.id && row.scope === "all" && row.indicator === "energy");
	return target === undefined ? null : known(target.reductionPct);
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
