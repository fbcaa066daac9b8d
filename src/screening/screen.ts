/**
 * All rules asked of all firms: what each answered, and what is suspected, with its weight and whether it could turn a verdict.
 * Firms are taken one after another, so that memory does not grow with their number.
 */
import type { Assessment } from "../assessment/assessment.ts";
import type { AssessedFirm } from "../assessment/firm.ts";
import { inOrder } from "../assessment/simple/in-order.ts";
import { obtain } from "../domain/obtain.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { Exact } from "../exact/exact.ts";
import { compare, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Code, Finding, Weight } from "../findings/finding.ts";
import { add, type OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { casesOf } from "./case.ts";
import type { Selected } from "./clear/select.ts";
import { type Doubt, type Doubts, noteDoubt } from "./doubts.ts";
import { type ClearedFirms, finderIn, type Gathered, type SimpleFirm } from "./gathering.ts";
import { turnedByOwnMade } from "./own-made.ts";
import type { Answer, FirmCase, FirmRule, RunRule, Suspicion, WhyNot } from "./rule.ts";
import { firmRules, runRules } from "./rules/index.ts";
import { weightOf } from "./turn.ts";

/** What became of one rule. */
export interface RuleAnswers {
	readonly rule: string;
	readonly code: Code;
	asked: number;
	passed: number;
	failed: number;
	/** How many firms it could not be asked of, by reason. A rule about the whole run is asked once. */
	readonly notChecked: Map<WhyNot, number>;
}

export interface Screened {
	readonly rules: readonly RuleAnswers[];
	/** By firm and year. */
	readonly doubts: ReadonlyMap<string, ReadonlyMap<number, Doubt>>;
	/** Years by firm whose verdict would be another if what may be own-made is. */
	readonly ownMade: ReadonlyMap<string, ReadonlySet<number>>;
	/** Firms that were simple until rules between firms suspected something of them; in order of firm. */
	readonly released: readonly AssessedFirm[];
}

export interface ScreeningTerms {
	/** A limit by its name: the seeds', or a rules file's. */
	readonly limit: (name: string) => Exact;
	/** Why a rule is not asked; undefined where it is. */
	readonly isOff: (rule: string) => boolean;
}

/**
 * Asks every rule; findings go to the tally as they come. Of simple firms (`selected`) it is known what each rule answers; rules between firms
 * take them by their numbers.
 */
export function screen(
	assessment: Assessment,
	ledger: Ledger,
	{ limit, isOff }: ScreeningTerms,
	tally: OpenTally,
	selected?: Selected,
): Screened {
	const rules = new Map<FirmRule | RunRule, RuleAnswers>();
	const doubts = new Map<string, Map<number, Doubt>>();
	const ownMade = new Map<string, ReadonlySet<number>>();
	const take = (rule: FirmRule | RunRule, given: Answer, firms = 1): readonly Suspicion[] => {
		const answers = obtain(rules, rule, () => emptyAnswers(rule));
		answers.asked += firms;
		if (given.kind === "pass") answers.passed += firms;
		else if (given.kind === "fail") answers.failed += firms;
		else answers.notChecked.set(given.why, (answers.notChecked.get(given.why) ?? 0) + firms);
		return given.kind === "fail" ? given.suspicions : [];
	};
	const off = (rule: FirmRule | RunRule): boolean => {
		if (!isOff(rule.id)) return false;
		take(rule, { kind: "not-checked", why: "switched-off" });
		return true;
	};
	const asked = firmRules.filter((rule) => !off(rule));
	const suspected = new Set<string>();
	for (const [{ firms }, answers] of selected?.answers ?? [])
		for (const { rule, given } of answers) take(rule, given, firms.size);
	const gathered = selected && gatheredOf(selected, { assessment, ledger, limit });
	const gatherings = runRules
		.filter((rule) => !off(rule))
		.map((rule) => ({ rule, gathering: rule.begin(limit, ledger.firms.size, gathered?.of(rule)) }));
	for (const one of inOrder(
		casesOf(unselected(assessment, selected), ledger, limit),
		({ firm }) => firm.firm,
		selected?.simple.groupOf.keys() ?? [],
	)) {
		if (typeof one === "string") {
			const simple = gathered?.find(one) as SimpleFirm;
			for (const { gathering } of gatherings) gathering.takePlain(simple);
			continue;
		}
		const answers = asked.map((rule) => ({ rule, given: rule.judge(one) }));
		if (answers.some(({ given }) => given.kind === "fail")) suspected.add(one.firm.firm);
		else for (const { rule, given } of answers) take(rule, given);
		for (const { gathering } of gatherings) gathering.take(one);
		const years = turnedByOwnMade(one, tally);
		if (years.size > 0) ownMade.set(one.firm.firm, years);
		for (const { finding, doubt } of one.firm.changes)
			if (doubt !== null && sign(doubt.tonnes) !== 0)
				noteDoubt(finding, doubt.year, doubt.tonnes, one, doubts, tally, { rough: true });
	}
	const ofRun = new Map<string, Suspicion[]>();
	for (const { rule, gathering } of gatherings)
		for (const suspicion of take(rule, gathering.answer())) obtain(ofRun, suspicion.finding.firm, () => []).push(suspicion);
	const released = assessment.simple === undefined || selected === undefined ? [] : release([...ofRun.keys()], selected);
	// What is another firm's has no other cause: a firm of which anything is suspected is asked again, with what is known of it by then.
	const again = inNames([...assessment.firms, ...released])
		.filter(({ firm }) => suspected.has(firm) || ofRun.has(firm))
		.map((firm) => ({ ...firm }));
	for (const one of casesOf({ ...assessment, firms: again }, ledger, limit, ofRun)) {
		if (suspected.has(one.firm.firm))
			for (const rule of asked) for (const suspicion of take(rule, rule.judge(one))) tell(suspicion, one, doubts, tally);
		for (const suspicion of one.ofRun) tell(suspicion, one, doubts, tally);
	}
	return { rules: [...firmRules, ...runRules].map((rule) => rules.get(rule) ?? emptyAnswers(rule)), doubts, ownMade, released };
}

/** What threads gathered of simple firms: for each rule, and firm by firm in order. */
function gatheredOf(
	{ gathered, simple, plainCase }: Selected,
	{ assessment, ledger, limit }: { assessment: Assessment; ledger: Ledger; limit: ScreeningTerms["limit"] },
): { readonly of: (rule: RunRule) => Gathered; readonly find: (firm: string) => SimpleFirm } {
	const cleared: ClearedFirms = {
		plain: plainCase,
		case: (firm) => [...casesOf({ ...assessment, firms: [simple.assessed(firm)] }, ledger, limit)][0] as FirmCase,
	};
	return {
		of: ({ id }) => ({ room: gathered.room, parts: gathered.parts.map(({ byRule }) => byRule[id]), cleared }),
		find: finderIn(gathered, simple.groupOf),
	};
}

/** The assessment without the firms of which it is known what rules answer. */
function unselected(assessment: Assessment, selected: Selected | undefined): Assessment {
	if (selected === undefined) return assessment;
	return { ...assessment, firms: assessment.firms.filter(({ firm }) => !selected.simple.groupOf.has(firm)) };
}

/** Simple firms of which something is suspected are so no more: they are assessed as all others are. */
function release(names: readonly string[], { simple }: Selected): AssessedFirm[] {
	return names
		.filter((firm) => simple.groupOf.has(firm))
		.sort(byCodeUnit)
		.map((firm) => {
			simple.groupOf.get(firm)?.firms.delete(firm);
			simple.groupOf.delete(firm);
			return simple.assessed(firm);
		});
}

/** In order of firm. */
export function inNames(firms: readonly AssessedFirm[]): AssessedFirm[] {
	return [...firms].sort((a, b) => byCodeUnit(a.firm, b.firm));
}

function emptyAnswers({ id, code }: FirmRule | RunRule): RuleAnswers {
	return { rule: id, code, asked: 0, passed: 0, failed: 0, notChecked: new Map() };
}

/** Weighs a suspicion and tells it; what a baseline knows is no open doubt. */
function tell(suspicion: Suspicion, one: FirmCase, doubts: Doubts, tally: OpenTally): void {
	const { finding, year, impact, years, rough } = suspicion;
	const [impacts, unmeasured] = [years?.(one), suspicion.unmeasured?.(one)];
	const weighed: Finding = {
		...finding,
		weight: impacts === undefined ? weightOf(year, impact, one) : heaviest([...impacts].map((own) => weightOf(...own, one))),
	};
	add(tally, weighed);
	if (suspicion.aside === true) return;
	const note = (own: number | null, tonnes: Ratio | null): void =>
		noteDoubt(weighed, own, tonnes, one, doubts, tally, {
			rough: rough === true,
			unmeasured: own === null ? undefined : unmeasured?.get(own),
		});
	if (impacts === undefined) note(year, impact);
	for (const own of impacts ?? []) note(...own);
}

/** What a doubt about several years is worth: its largest tonnes, and whether any of them could turn a verdict. */
function heaviest(weights: readonly Weight[]): Weight {
	const tonnes = weights.reduce((most, { tonnes }) => (tonnes !== null && compare(tonnes, most) > 0 ? tonnes : most), zeroRatio);
	const turns = weights.map(({ couldTurn }) => couldTurn);
	return {
		tonnes,
		couldTurn: turns.includes(true) ? true : turns.length > 0 && turns.every((one) => one === null) ? null : false,
	};
}
