/** Each kind of mistake laid into many firms, and what the tool makes of it. */
import type { Report, ReportFinding } from "../../src/index.ts";
import { type Circumstances, usual } from "./circumstances.ts";
import { cleanDraft, type Draft, type Needs, tablesOf } from "./draft.ts";
import { years } from "./firms.ts";
import { shown } from "./fraction.ts";
import { firmYear, fresh, type Ran, ran, standing, truthsOf } from "./judge.ts";
import type { Kind } from "./kinds/kind.ts";
import type { WantedOutcome } from "./wanted.ts";

/**
 * What a verdict on a figure that is not true says: another word than the true figure would have; the same word, beside a finding that
 * names the cause, which was weighed and does not turn it; the same word, and the cause is not named.
 */
export type Stands = "no verdict on it" | "another word" | "told" | "untold";

/** What came of one firm. */
export interface Case {
	readonly kind: string;
	readonly index: number;
	/** Told at all, or read as it is meant. */
	readonly found: boolean;
	/** The cause was named, or the figures are right without a word. */
	readonly named: boolean;
	/** As the fixture wants it. */
	readonly asWanted: boolean;
	/** Verdicts on a figure that is not true. */
	readonly wrong: readonly string[];
	readonly stands: Stands;
	/** Verdict words that are not those of the clean twin. */
	readonly otherWords: readonly string[];
	/** Proposals that lead to a wrong figure. */
	readonly misleading: readonly string[];
	/** Verdicts of the firm beside that its neighbour's mistake took away. */
	readonly beside: number;
	/** What was said that the clean twin is not told. */
	readonly codes: readonly string[];
}

export interface CleanTwin {
	readonly draft: Draft;
	readonly report: Report;
}

const twins = new Map<string, Promise<CleanTwin>>();

/** The submission without the mistake; one for all kinds with the same needs. */
export function cleanTwin(needs: Needs, index: number, circumstances = usual): Promise<CleanTwin> {
	const key = `${JSON.stringify([needs, circumstances])} ${index}`;
	const there = twins.get(key) ?? reported(cleanDraft(needs, index, circumstances));
	twins.set(key, there);
	return there;
}

const reported = async (draft: Draft): Promise<CleanTwin> => {
	const result = await ran(draft);
	if (result.ended === "stopped") throw new Error(`a clean submission was refused: ${result.message}`);
	return { draft, report: result.report };
};

const text = ({ message, remedy }: ReportFinding): string => `${message} ${remedy}`;

/** What a finding proposes that would lead to a wrong figure. */
const misleads = ({ misleads: words, slip }: Kind, findings: readonly ReportFinding[]): string[] =>
	findings
		.filter((finding) => {
			if (words?.test(text(finding)) === true) return true;
			if (finding.code !== "unit-slip" && finding.code !== "suspected-unit-slip") return false;
			return slip === undefined || !slip.test(finding.message);
		})
		.map((finding) => `${finding.code}: ${text(finding)}`);

/** Verdicts that differ from the twin's although every figure of the firm is the same. */
const turned = (mistaken: Report, { draft, report }: CleanTwin, truths: ReturnType<typeof truthsOf>): string[] => {
	const firm = draft.firm.id;
	const clean = truthsOf(draft);
	const same = years.every((year) => {
		const key = firmYear(firm, year);
		const [one, other] = [truths.get(key), clean.get(key)];
		return one !== undefined && other !== undefined && shown(one.intensity) === shown(other.intensity);
	});
	const before = report.firms.find((one) => one.firm === firm);
	if (!same || before === undefined) return [];
	const after = mistaken.firms.find((one) => one.firm === firm);
	return before.years.flatMap(({ year, verdict }) => {
		const now = after?.years.find((one) => one.year === year)?.verdict;
		const word = now?.word ?? "withheld";
		// Where the year before is withheld nobody can say that the firm slows.
		if (word === "withheld" || now?.yearTest === "not-checked" || verdict === null || word === verdict.word) return [];
		return [`${firm} ${year}: ${word}, without the mistake ${verdict.word}`];
	});
};

/** Verdicts of the firm that stand and say something else than without the mistake. */
const wordsUnlike = (mistaken: Report, { draft, report }: CleanTwin): string[] => {
	const find = (of: Report) => of.firms.find((one) => one.firm === draft.firm.id)?.years ?? [];
	return find(mistaken).flatMap(({ year, verdict }) => {
		const true_ = find(report).find((one) => one.year === year)?.verdict?.word;
		if (verdict === null || verdict.word === "withheld" || true_ === undefined || true_ === "withheld") return [];
		return verdict.word === true_ ? [] : [`${year}: ${verdict.word}, without the mistake ${true_}`];
	});
};

export async function measure(wanted: WantedOutcome, kind: Kind, index: number, circumstances = usual): Promise<Case> {
	const needs = kind.needs ?? {};
	const twin = await cleanTwin(needs, index, circumstances);
	const draft = cleanDraft(needs, index, circumstances);
	kind.lay(draft);
	return judged(wanted, kind, index, draft, twin, await ran(draft));
}

/** The same where the mistake can happen; undefined where the firm lacks what it happens to. */
export async function measureWhereItCan(
	wanted: WantedOutcome,
	kind: Kind,
	index: number,
	circumstances: Circumstances,
): Promise<Case | undefined> {
	const needs = kind.needs ?? {};
	if (circumstances.yearly && needs.yearly === false) return undefined;
	const draft = cleanDraft(needs, index, circumstances);
	const before = JSON.stringify(tablesOf(draft));
	try {
		kind.lay(draft);
	} catch {
		return undefined;
	}
	return JSON.stringify(tablesOf(draft)) === before ? undefined : await measure(wanted, kind, index, circumstances);
}

const standsAs = (wrong: readonly string[], otherWords: readonly string[], named: boolean): Stands => {
	if (otherWords.length > 0) return "another word";
	if (wrong.length === 0) return "no verdict on it";
	return named ? "told" : "untold";
};

function judged(wanted: WantedOutcome, kind: Kind, index: number, draft: Draft, twin: CleanTwin, result: Ran): Case {
	const truths = truthsOf(draft);
	if (result.ended === "stopped") {
		const named = wanted.cause.includes(result.code);
		const codes = [result.code];
		const asWanted = ["refused", "right or refused", "error"].includes(wanted.outcome) && (named || wanted.cause.length === 0);
		const misleading = kind.misleads?.test(result.message) === true ? [`${result.code}: ${result.message}`] : [];
		return {
			...{ kind: wanted.id, index, found: true, named, asWanted, wrong: [], stands: "no verdict on it", otherWords: [] },
			...{ misleading, beside: 0, codes },
		};
	}
	const { report } = result;
	const mine = (key: string): boolean => !years.some((year) => key === firmYear(draft.beside.id, year));
	const stands = standing(report, truths);
	const wrong = [...stands.wrong, ...turned(report, twin, truths)];
	const isRight = wrong.length === 0 && stands.right.filter(mine).length === draft.years.length - 1;
	const told = fresh(report, twin.report);
	const named = told.some(({ code }) => wanted.cause.includes(code));
	const loud = told.filter(({ gravity }) => gravity !== "note");
	const withheld = stands.withheld.some(mine) || stands.right.filter(mine).length < draft.years.length - 1;
	const readRight = isRight && ["right", "right or refused", "warned"].includes(wanted.outcome);
	const asWanted = {
		error: withheld && loud.length > 0 && wrong.length === 0,
		refused: false,
		right: isRight,
		"right or refused": isRight || (withheld && wrong.length === 0 && loud.length > 0),
		warned: isRight && named,
		doubt: withheld && wrong.length === 0 && loud.length > 0,
		statistical: wrong.length === 0 && loud.length > 0,
		"no trace": true,
	}[wanted.outcome];
	const otherWords = wrong.length === 0 ? [] : wordsUnlike(report, twin);
	return {
		...{ kind: wanted.id, index, asWanted, wrong, otherWords, stands: standsAs(wrong, otherWords, named) },
		// A note that names the cause is told, too.
		found: loud.length > 0 || named || readRight,
		named: named || (readRight && wanted.outcome !== "warned"),
		misleading: misleads(kind, told),
		beside: stands.withheld.filter((key) => !mine(key)).length,
		codes: [...new Set(told.map(({ code }) => code))].sort(),
	};
}

/** The cases of a kind, added up. */
export interface Line {
	readonly wanted: WantedOutcome;
	readonly cases: readonly Case[];
}

export async function measureAll(
	wanted: readonly WantedOutcome[],
	kinds: ReadonlyMap<string, Kind>,
	firms: number,
	circumstances = usual,
): Promise<Line[]> {
	const lines: Line[] = [];
	for (const [at, one] of wanted.entries()) {
		const kind = kinds.get(one.id);
		if (kind === undefined) throw new Error(`no generator of '${one.id}'`);
		const cases: Case[] = [];
		// Neighbours in the list begin with another language and other periods, so that few firms meet all of them.
		for (let index = 0; index < firms; index += 1) {
			const measured = await measureWhereItCan(one, kind, (at % 4) + index, circumstances);
			if (measured !== undefined) cases.push(measured);
		}
		lines.push({ wanted: one, cases });
	}
	return lines;
}

export const share = (cases: readonly Case[], holds: (one: Case) => boolean): number =>
	cases.length === 0 ? 0 : cases.filter(holds).length / cases.length;
