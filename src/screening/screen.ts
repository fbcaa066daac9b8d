/**
 * All rules asked of all firms: what each answered, and what is suspected, with its weight and whether it could turn a verdict.
 * Firms are taken one after another, so that memory does not grow with their number.
 */
import type { Assessment } from "../assessment/assessment.ts";
import { obtain } from "../domain/obtain.ts";
import type { Exact } from "../exact/exact.ts";
import { compare, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Code, Finding, Weight } from "../findings/finding.ts";
import { add, isOpen, type OpenTally } from "../findings/tally.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { casesOf } from "./case.ts";
import { namesError } from "./named-errors.ts";
import { turnedByOwnMade } from "./own-made.ts";
import type { Answer, FirmCase, FirmRule, RunRule, Suspicion, WhyNot } from "./rule.ts";
import { firmRules, runRules } from "./rules/index.ts";
import { weightOf } from "./turn.ts";
import { size } from "./weigh.ts";

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

/** What is open about the years of a firm: tonnes by the row they are in, and whether any of it is an error. */
export interface Doubt {
	readonly byPlace: Map<string, Ratio>;
	/** Of them those of findings that say which number is wrong and by what. */
	readonly named: Map<string, Ratio>;
	wrong: boolean;
	/** Some of the tonnes are an estimate. */
	rough: boolean;
}

export interface Screened {
	readonly rules: readonly RuleAnswers[];
	/** By firm and year. */
	readonly doubts: ReadonlyMap<string, ReadonlyMap<number, Doubt>>;
	/** Years by firm whose verdict would be another if what may be own-made is. */
	readonly ownMade: ReadonlyMap<string, ReadonlySet<number>>;
}

type Doubts = Map<string, Map<number, Doubt>>;

export interface ScreeningTerms {
	/** A limit by its name: the seeds', or a rules file's. */
	readonly limit: (name: string) => Exact;
	/** Why a rule is not asked; undefined where it is. */
	readonly isOff: (rule: string) => boolean;
}

/** Asks every rule; findings go to the tally as they come. */
export function screen(assessment: Assessment, ledger: Ledger, { limit, isOff }: ScreeningTerms, tally: OpenTally): Screened {
	const rules = new Map<FirmRule | RunRule, RuleAnswers>();
	const doubts = new Map<string, Map<number, Doubt>>();
	const ownMade = new Map<string, ReadonlySet<number>>();
	const take = (rule: FirmRule | RunRule, given: Answer): readonly Suspicion[] => {
		const answers = obtain(rules, rule, () => emptyAnswers(rule));
		answers.asked += 1;
		if (given.kind === "pass") answers.passed += 1;
		else if (given.kind === "fail") answers.failed += 1;
		else answers.notChecked.set(given.why, (answers.notChecked.get(given.why) ?? 0) + 1);
		return given.kind === "fail" ? given.suspicions : [];
	};
	const off = (rule: FirmRule | RunRule): boolean => {
		if (!isOff(rule.id)) return false;
		take(rule, { kind: "not-checked", why: "switched-off" });
		return true;
	};
	const asked = firmRules.filter((rule) => !off(rule));
	const gatherings = runRules.filter((rule) => !off(rule)).map((rule) => ({ rule, gathering: rule.begin(limit) }));
	const suspected = new Set<string>();
	for (const one of casesOf(assessment, ledger, limit)) {
		const answers = asked.map((rule) => ({ rule, given: rule.judge(one) }));
		if (answers.some(({ given }) => given.kind === "fail")) suspected.add(one.firm.firm);
		else for (const { rule, given } of answers) take(rule, given);
		for (const { gathering } of gatherings) gathering.take(one);
		const years = turnedByOwnMade(one, tally);
		if (years.size > 0) ownMade.set(one.firm.firm, years);
		for (const { finding, doubt } of one.firm.changes)
			if (doubt !== null && sign(doubt.tonnes) !== 0) open(finding, doubt.year, doubt.tonnes, one, doubts, tally);
	}
	const ofRun = new Map<string, Suspicion[]>();
	for (const { rule, gathering } of gatherings)
		for (const suspicion of take(rule, gathering.answer())) obtain(ofRun, suspicion.finding.firm, () => []).push(suspicion);
	// What is another firm's has no other cause: a firm of which anything is suspected is asked again, with what is known of it by then.
	const again = assessment.firms.filter(({ firm }) => suspected.has(firm) || ofRun.has(firm)).map((firm) => ({ ...firm }));
	for (const one of casesOf({ ...assessment, firms: again }, ledger, limit, ofRun)) {
		if (suspected.has(one.firm.firm))
			for (const rule of asked) for (const suspicion of take(rule, rule.judge(one))) tell(suspicion, one, doubts, tally);
		for (const suspicion of one.ofRun) tell(suspicion, one, doubts, tally);
	}
	return { rules: [...firmRules, ...runRules].map((rule) => rules.get(rule) ?? emptyAnswers(rule)), doubts, ownMade };
}

function emptyAnswers({ id, code }: FirmRule | RunRule): RuleAnswers {
	return { rule: id, code, asked: 0, passed: 0, failed: 0, notChecked: new Map() };
}

/** Weighs a suspicion and tells it; what a baseline knows is no open doubt. */
function tell({ finding, year, impact, years, rough }: Suspicion, one: FirmCase, doubts: Doubts, tally: OpenTally): void {
	const impacts = years?.(one);
	const weighed: Finding = {
		...finding,
		weight: impacts === undefined ? weightOf(year, impact, one) : heaviest([...impacts].map((own) => weightOf(...own, one))),
	};
	add(tally, weighed);
	if (impacts === undefined) open(weighed, year, impact, one, doubts, tally, rough === true);
	for (const own of impacts ?? []) open(weighed, ...own, one, doubts, tally, rough === true);
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

/** Notes what a finding leaves open. */
function open(
	finding: Finding,
	year: number | null,
	impact: Ratio | null,
	one: FirmCase,
	doubts: Doubts,
	tally: OpenTally,
	rough = false,
): void {
	// What is too small to be a warning may be enough to turn a verdict: its weight says so.
	const grave = tally.terms.gravityOf(finding.code);
	if (grave === "note" || !isOpen(tally, finding)) return;
	const years = year === null ? one.firm.years.map((each) => each.year) : [year];
	const own = obtain(doubts, one.firm.firm, () => new Map<number, Doubt>());
	for (const each of years) {
		const doubt = obtain(own, each, () => emptyDoubt());
		doubt.rough ||= rough;
		// An error says that the data are wrong: whatever it weighs, the figure is none.
		if (grave === "error") doubt.wrong = true;
		if (impact === null) continue;
		const place = amountIn(finding, one);
		for (const tonnes of namesError(finding) ? [doubt.byPlace, doubt.named] : [doubt.byPlace]) {
			const there = tonnes.get(place);
			if (there === undefined || compare(size(impact), there) > 0) tonnes.set(place, size(impact));
		}
	}
}

function emptyDoubt(): Doubt {
	return { byPlace: new Map(), named: new Map(), wrong: false, rough: false };
}

/** All tonnes in doubt of a year, over the rows they are in. */
export function total({ byPlace }: { readonly byPlace: ReadonlyMap<string, Ratio> }): Ratio {
	return [...byPlace.values()].reduce(plus, { over: 0n, under: 1n });
}

/** Two rules that suspect one amount doubt the same tonnes. A row is one amount, but where its months stand across. */
function amountIn({ at, code, period }: Finding, one: FirmCase): string {
	if (at.row === 0) return `${code}|${period}`;
	const row = `${at.file}:${at.sheet ?? ""}:${at.row}`;
	const isThere = ({ from, row: own }: Entry): boolean =>
		own === at.row && from.file === at.file && (from.sheet ?? "") === (at.sheet ?? "");
	const columns = new Set<string>();
	for (const all of [one.record.energy, one.record.output])
		for (const { entries } of all.values())
			for (const entry of entries.values()) if (isThere(entry)) columns.add(entry.from.column);
	return columns.size > 1 ? `${row}:${period}` : row;
}
