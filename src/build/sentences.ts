/** What one language says and another does not: a language is whole, or the build fails and names what is missing. */
import { lists } from "../contract/kinds.ts";
import { codes } from "../findings/gravity.ts";
import { languages } from "../language/index.ts";
import type { Language, Words } from "../language/language.ts";

/** The words of the trade that each language has a word of its own for. */
const named: { readonly [W in keyof Words]?: readonly string[] } = {
	verdicts: lists.verdictWords,
	qualifiers: lists.qualifiers,
	reasons: lists.reasons,
	tests: lists.testResults,
	coverage: lists.coverages,
	gravities: lists.gravities,
	parts: lists.parts,
	uses: lists.uses,
	indicators: lists.indicators,
	tables: lists.tableKinds,
	boundaries: lists.boundaries,
	shapes: lists.pathShapes,
};

/** `zh: sentences.unit-slip`, in order of the alphabet; nothing where every language says everything. */
export function lackingSentences(all: readonly Language[] = languages): string[] {
	const said = new Map(all.map((language) => [language.id, new Set(places(language, ""))]));
	const words = Object.entries(named).flatMap(([list, all]) => all.map((word) => `words.${list}.${word}`));
	const wanted = new Set([
		...codes.map((code) => `sentences.${code}`),
		...words,
		...[...said.values()].flatMap((some) => [...some]),
	]);
	// A word may be several: how a shape falls, and how it measures progress.
	const has = (some: ReadonlySet<string>, place: string): boolean =>
		some.has(place) || [...some].some((one) => one.startsWith(`${place}.`));
	return [...said]
		.flatMap(([id, some]) => [...wanted].filter((place) => !has(some, place)).map((place) => `${id}: ${place}`))
		.sort();
}

/** Where a language's own words and functions stand: lists are one place, and so is a function. */
export function places(value: unknown, under: string): string[] {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return [under];
	return Object.entries(value).flatMap(([key, inner]) => places(inner, under === "" ? key : `${under}.${key}`));
}
