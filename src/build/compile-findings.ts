/**
 * Definitions of findings as the code reads them: the types of their particulars, and how grave each is;
 * and what each is called, for each language by itself. No explanation: start-up stays lean.
 */
import { type Chapter, chapters, type Definition, types } from "./definitions.ts";

/** From where the types come that definitions may name. */
const homes: Readonly<Record<string, readonly string[]>> = {
	"../domain/credit-code.ts": ["CreditCodeFault"],
	"../domain/period.ts": ["NoPeriod"],
	"../domain/words.ts": ["Indicator", "Part", "Reason"],
	"./finding.ts": ["Amount", "LikelyUnit", "Row", "SlipCause", "Subject"],
};

/** The text of findings/compiled.ts. */
export function compileFindings(definitions: readonly Definition[]): string {
	const used = (name: string): boolean =>
		definitions.some(({ particulars }) => particulars.some(([, type]) => new RegExp(`\\b${name}\\b`).test(type)));
	const imports = Object.entries(homes).flatMap(([home, names]) => {
		const wanted = names.filter(used);
		return wanted.length === 0 ? [] : [["import type {", wanted.join(", "), "} from", `"${home}";`].join(" ")];
	});
	const known = [...Object.values(homes).flat(), "string", "number", "boolean"];
	for (const type of Object.values(types)) if (!known.includes(type)) throw new Error(`no home for the type ${type}`);
	const codesOf = (chapter: Chapter): string =>
		definitions.flatMap((one) => (one.chapter === chapter ? [`"${one.code}"`] : [])).join(" | ");
	return [
		"/** Generated from fixtures/findings by src/build/compile.mjs; not edited by hand. */",
		...imports,
		'import type { Gravity } from "./gravity-levels.ts";',
		"",
		"/** What each kind of finding needs to know. */",
		"export interface Particulars {",
		...definitions.map(({ code, particulars }) => `\treadonly "${code}": ${shape(particulars)};`),
		"}",
		"",
		"/** The codes of each chapter of the catalogue. */",
		"export interface Chapters {",
		...chapters.map((chapter) => `\treadonly ${chapter}: ${codesOf(chapter)};`),
		"}",
		"",
		"/** How grave each is, in the order of the catalogue. */",
		"export const gravity: { readonly [C in keyof Particulars]: Gravity } = {",
		...definitions.map(({ code, gravity }) => `\t"${code}": "${gravity}",`),
		"};",
		"",
	].join("\n");
}

/** The text of compiled.ts of each language that definitions are written in, by its id. Throws where one of them lacks a title. */
export function compileTitles(definitions: readonly Definition[]): ReadonlyMap<string, string> {
	const ids = [...new Set(definitions.flatMap(({ explanations }) => [...explanations.keys()]))];
	const missing = definitions.flatMap(({ code, explanations }) =>
		ids.filter((id) => !explanations.has(id)).map((id) => `${code} is not explained in the language ${id}`),
	);
	if (missing.length > 0) throw new Error(missing.join("\n"));
	return new Map(ids.map((id) => [id, titlesIn(id, definitions)]));
}

function titlesIn(id: string, definitions: readonly Definition[]): string {
	return [
		"/** Generated from fixtures/findings by src/build/compile.mjs; not edited by hand. */",
		["import type { Code } from", '"../../findings/finding.ts";'].join(" "),
		"",
		"/** What a finding of a code is called. */",
		"export const titles: { readonly [C in Code]: string } & Readonly<Record<string, string>> = {",
		...definitions.map(({ code, explanations }) => `\t"${code}": ${JSON.stringify(explanations.get(id)?.title)},`),
		"};",
		"",
	].join("\n");
}

function shape(particulars: Definition["particulars"]): string {
	if (particulars.length === 0) return "Record<never, never>";
	return `{ ${particulars.map(([name, type]) => `readonly ${name}: ${type}`).join("; ")} }`;
}
