/** What came of a submission with a mistake in it, held against what is true. */
import { type Report, ReportError, type ReportFinding, report } from "../../src/index.ts";
import { type Draft, tablesOf } from "./draft.ts";
import { type Truth, truthOf, years } from "./firms.ts";
import { shown } from "./fraction.ts";

/** How a run ended: with a report, or stopped with a code. */
export type Ran =
	| { readonly ended: "report"; readonly report: Report }
	| { readonly ended: "stopped"; readonly code: string; readonly message: string };

export async function ran(draft: Draft): Promise<Ran> {
	try {
		return { ended: "report", report: await report(tablesOf(draft), { ...draft.options, lang: draft.language }) };
	} catch (error) {
		if (error instanceof ReportError) return { ended: "stopped", code: error.code, message: error.message };
		throw error;
	}
}

export interface Standing {
	/** `firm year` whose verdict stands on figures that are true, its base's with them. */
	readonly right: readonly string[];
	/** Whose verdict stands on a figure that is not true; with both figures. */
	readonly wrong: readonly string[];
	/** Years after the base's without a verdict. */
	readonly withheld: readonly string[];
}

const judged: readonly number[] = years.slice(1);

/** Names of firms are one whatever the width of their brackets. */
export const firmYear = (firm: string, year: number): string => `${firm.normalize("NFKC")} ${year}`;

/** Which verdicts stand, and on what. A firm known by its credit code goes by its name. */
export function standing(report: Report, truths: ReadonlyMap<string, Truth>): Standing {
	const right: string[] = [];
	const wrong: string[] = [];
	const withheld: string[] = [];
	for (const { firm, name, years: its } of report.firms) {
		for (const { year, verdict, emissions, intensity, ownPath } of its) {
			const key = firmYear(name ?? firm, year);
			if (verdict === null || verdict.word === "withheld") {
				if (judged.includes(year)) withheld.push(key);
				continue;
			}
			const truth = truths.get(key);
			const base = truths.get(firmYear(name ?? firm, years[0]));
			const differing = [
				["total", emissions.total, truth === undefined ? null : shown(truth.total)],
				["intensity", intensity.value, truth === undefined ? null : shown(truth.intensity)],
				["base", ownPath?.base ?? null, ownPath === null || base === undefined ? null : shown(base.intensity)],
			].filter(([, said, is]) => said !== is);
			if (differing.length === 0) right.push(key);
			else wrong.push(`${key}: ${differing.map(([what, said, is]) => `${what} ${said}, true is ${is}`).join("; ")}`);
		}
	}
	return { right, wrong, withheld };
}

/** What is true of the firm-years of a submission, those aside of which nobody could say it. */
export function truthsOf({ facts, made, firm, unsayable }: Draft): Map<string, Truth> {
	const truths = new Map([...truthOf(facts, made)].map(([key, truth]) => [key.normalize("NFKC"), truth] as const));
	for (const year of unsayable) truths.delete(firmYear(firm.id, year));
	return truths;
}

/** Findings that are not in the clean twin: by code, firm and gravity. */
export function fresh(mistaken: Report, clean: Report): ReportFinding[] {
	const known = new Set(clean.findings.list.map(({ code, firm }) => `${code} ${firm}`));
	return mistaken.findings.list.filter(({ code, firm }) => !known.has(`${code} ${firm}`));
}
