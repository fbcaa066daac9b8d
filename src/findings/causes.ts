/** Ties consequences to their causes: a year that is withheld because of a cell is mended in that cell, and nowhere else. */
import type { Code, Finding } from "./finding.ts";
import { fingerprint } from "./fingerprint.ts";
import { gravity } from "./gravity.ts";

/** How a consequence is recognised as one of another finding; the first that fits, in order of place, is its cause. */
type Fits = (consequence: Finding, other: Finding) => boolean;

const sameFirm: Fits = (one, other) => one.firm === other.firm;
const yearOf = ({ period }: Finding): string => period.slice(0, 4);
/** A finding about no period concerns every year. */
const sameYear: Fits = (one, other) => sameFirm(one, other) && (other.period === "" || yearOf(one) === yearOf(other));
const ofCodes =
	(...codes: readonly Code[]): Fits =>
	(_, other) =>
		codes.includes(other.code);
const isError: Fits = (_, { code }) => gravity[code] === "error";
const both =
	(...all: readonly Fits[]): Fits =>
	(one, other) =>
		all.every((fits) => fits(one, other));

/** What each consequence may follow from: of several, the first in this list that there is. */
const follows: { readonly [C in Code]?: (found: Finding) => readonly Fits[] } = {
	"pooled-figures-withheld": () => [
		both(isError, (_, { firm, at }) => firm === "" && at.file !== ""),
		// A lost row may be one firm's for certain; where it stood in another's place, nobody knows what else is lost.
		ofCodes("ragged-row", "misplaced-quote", "unclosed-quote", "file-cut-off", "rows-in-cell", "nul-byte", "cell-too-long"),
	],
	"months-missing": (found) => {
		if (found.code !== "months-missing") return [];
		const months = found.with.months;
		return [both(sameFirm, ofCodes("missing-quantity"), (_, { period }) => months.includes(period))];
	},
	// Only what is reported of the output itself: an error in the energy table leaves the output known.
	"no-output": () => [
		both(sameYear, ofCodes("unknown-indicator", "mixed-dimensions")),
		both(
			sameYear,
			(_, other) =>
				(other.code === "conflicting-entries" || other.code === "whole-against-parts") && other.with.what.of === "indicator",
		),
	],
	"total-not-positive": () => [both(sameYear, ofCodes("negative-quantity"))],
	"base-unusable": (found) => {
		if (found.code !== "base-unusable") return [];
		const { base, reason } = found.with;
		const inBase: Fits = (_, other) => other.period === "" || yearOf(other) === String(base);
		const ofReason: Readonly<Record<string, readonly Code[]>> = {
			"months-missing": ["months-missing"],
			partial: ["partial-year"],
			"no-output": ["no-output"],
			prices: ["mixed-prices", "prices-not-constant"],
		};
		const codes = typeof reason === "string" ? ofReason[reason] : undefined;
		return [both(sameFirm, inBase, codes === undefined ? isError : ofCodes(...codes))];
	},
};

/** The same findings, consequences with the fingerprint of their cause. */
export function tieCauses(list: readonly Finding[]): Finding[] {
	if (!list.some(({ code }) => follows[code] !== undefined)) return [...list];
	const byFirm = new Map<string, Finding[]>();
	for (const found of list) {
		const there = byFirm.get(found.firm);
		if (there === undefined) byFirm.set(found.firm, [found]);
		else there.push(found);
	}
	return list.map((found) => {
		for (const fits of follows[found.code]?.(found) ?? []) {
			const cause = (byFirm.get(found.firm) ?? []).find(
				(other) => other !== found && other.code !== found.code && fits(found, other),
			);
			if (cause !== undefined) return { ...found, cause: fingerprint(cause) };
		}
		return found;
	});
}
