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
import { sign } from "../exact/ratio.ts";
import type { Code } from "../findings/finding.ts";
import type { OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { casesOf } from "./case.ts";
import type { Selected } from "./clear/select.ts";
import { type Doubt, leftOpen, noteDoubt } from "./doubts.ts";
import { type ClearedFirms, finderIn, type Gathered, type SimpleFirm } from "./gathering.ts";
import { turnedByOwnMade } from "./own-made.ts";
import type { Answer, FirmCase, FirmRule, RunRule, Suspicion, WhyNot } from "./rule.ts";
import { firmRules, runRules } from "./rules/index.ts";
import { type Heard, Hearing, type Told, tell, weighed } from "./told.ts";

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
	const takeAll = (answers: readonly Answer[]): void => {
		for (const [at, rule] of asked.entries()) take(rule, answers[at] as Answer);
	};
	const suspected = new Map<string, Heard | undefined>();
	const heard = new Hearing(tally);
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
		const answers = asked.map((rule) => rule.judge(one));
		if (answers.some(({ kind }) => kind === "fail")) suspected.set(one.firm.firm, heard.of(answers, one));
		else takeAll(answers);
		for (const { gathering } of gatherings) gathering.take(one);
		const years = turnedByOwnMade(one, tally);
		if (years.size > 0) ownMade.set(one.firm.firm, years);
		for (const { finding, doubt } of one.firm.changes)
			if (doubt !== null && sign(doubt.tonnes) !== 0) {
				const open = leftOpen(finding, doubt.year, doubt.tonnes, one, tally, { rough: true });
				if (open !== undefined) noteDoubt(open, doubts, tally);
			}
	}
	const ofRun = new Map<string, Suspicion[]>();
	for (const { rule, gathering } of gatherings)
		for (const suspicion of take(rule, gathering.answer())) obtain(ofRun, suspicion.finding.firm, () => []).push(suspicion);
	const released = assessment.simple === undefined || selected === undefined ? [] : release([...ofRun.keys()], selected);
	const tellAll = (all: readonly Told[]): void => {
		for (const one of all) tell(one, doubts, tally);
	};
	for (const firm of inNames([...assessment.firms, ...released])) {
		const known = suspected.get(firm.firm);
		if (known !== undefined && !ofRun.has(firm.firm)) {
			takeAll(known.answers);
			tellAll(known.told);
		} else if (suspected.has(firm.firm) || ofRun.has(firm.firm)) {
			// What is another firm's has no other cause: a firm of which anything is suspected is asked again, with what is known of it by then.
			for (const one of casesOf({ ...assessment, firms: [{ ...firm }] }, ledger, limit, ofRun)) {
				if (suspected.has(firm.firm))
					for (const rule of asked) tellAll(take(rule, rule.judge(one)).map((suspicion) => weighed(suspicion, one, tally)));
				tellAll(one.ofRun.map((suspicion) => weighed(suspicion, one, tally)));
			}
		}
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
