/** Findings as lines for people: where, whose and what; and the way out, once where it is the same for all of them. */

import type { Check, CheckFinding } from "../contract/check.ts";
import { fromText } from "../exact/exact.ts";
import { figure } from "../exact/figure.ts";
import { fromExact } from "../exact/ratio.ts";
import type { Language } from "../language/language.ts";
import { fixed, tonnePlaces } from "./figures.ts";
import { clip } from "./width.ts";

/** Columns that a name and a message may take; more is cut. */
export interface Lengths {
	readonly name: number;
	readonly message: number;
}

/** Findings of one code. */
export interface FindingLines {
	readonly findings: readonly {
		/** `energy.csv:17:消费量  F1 2023-05: -3.2 is below zero; 120.55 t CO2, could turn the verdict`. */
		readonly text: string;
		/** The way out of this and of those above it; null where the next has the same, or `remedy` is that of all. */
		readonly remedy: string | null;
	}[];
	/** The way out of all; null where they differ. */
	readonly remedy: string | null;
}

/** Where a finding stands: as in outputs, or as places have it. */
interface Stands {
	readonly file: string | null;
	readonly sheet?: string | null;
	/** null, or 0, where it is about the whole file. */
	readonly row: number | null;
	readonly column: string | null;
	readonly letter?: string | null;
}

/**
 * `energy.csv:17:消费量`, so that an editor can jump there, and `energy.xlsx:2023:17:消费量 (D)` of a workbook; empty where a finding is
 * about no file.
 */
export function placeOf({ file, sheet, row, column, letter }: Stands, longest: number): string {
	const name = clip(column ?? "", longest);
	const named = letter == null ? name : name === "" ? letter : `${name} (${letter})`;
	return [file ?? "", clip(sheet ?? "", longest), row === null || row === 0 ? "" : String(row), named]
		.filter((part) => part !== "")
		.join(":");
}

/** Whose and when: `F1 2023-05`. */
export function aboutOf({ firm, period }: CheckFinding, longest: number): string {
	return [clip(firm ?? "", longest), period ?? ""].filter((part) => part !== "").join(" ");
}

/** Where each finding stands, by its fingerprint: for those that follow from it. */
export function placesOf({ findings }: Check): ReadonlyMap<string, string> {
	const places = new Map<string, string>();
	for (const found of findings.list) {
		const place = placeOf(found, Number.POSITIVE_INFINITY);
		if (place !== "" && !places.has(found.fingerprint)) places.set(found.fingerprint, place);
	}
	return places;
}

export function linesOf(
	list: readonly CheckFinding[],
	places: ReadonlyMap<string, string>,
	{ check, report }: Language,
	{ name, message }: Lengths,
): FindingLines {
	const remedies = new Set(list.map(({ remedy }) => remedy));
	const wayOut = (remedy: string): string | null => (remedy === "" ? null : `${report.remedy} ${clip(remedy, message)}`);
	const findings = list.map((one, index) => {
		const cause = one.cause === null ? undefined : places.get(one.cause);
		const about = aboutOf(one, name);
		const reported = [
			`${about === "" ? "" : `${about}: `}${clip(one.message, message)}`,
			check.weight(one.weightTonnes === null ? null : tonnes(one.weightTonnes), one.couldTurnVerdict),
			cause === undefined ? "" : check.followsFrom(clip(cause, name)),
			one.known === null ? "" : check.accepted(clip(one.known.reason, message), one.known.until),
		];
		const text = [placeOf(one, name), check.together(reported.filter((part) => part !== ""))]
			.filter((part) => part !== "")
			.join("  ");
		return { text, remedy: remedies.size > 1 && list[index + 1]?.remedy !== one.remedy ? wayOut(one.remedy) : null };
	});
	const [only = ""] = remedies;
	return { findings, remedy: remedies.size > 1 ? null : wayOut(only) };
}

/** A decimal as people read tonnes. */
function tonnes(text: string): string {
	const value = fromText(text);
	return value === undefined ? text : fixed(figure(fromExact(value)), tonnePlaces);
}
