/**
 * Definitions of findings: `finding.yaml` in each folder of the gallery says how grave it is, what it needs to know and what it
 * means in each language. The code is the folder's name. The form is told in fixtures/README.md.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Gravity, gravities } from "../findings/gravity-levels.ts";

/** What a finding means, in one language. */
export interface Explanation {
	/** What it is called, in a few words and without particulars: `Unit slip suspected`. */
	readonly title: string;
	/** What is there, in one or two sentences; the first one stands in the list of all codes. */
	readonly means: string;
	/** What follows for the row, the year and the verdict. */
	readonly why: string;
	/** What to do in the table, and the option where there is one. */
	readonly mend: string;
}

export interface Definition {
	readonly code: string;
	readonly gravity: Gravity;
	readonly chapter: Chapter;
	/** Its particulars with their types as TypeScript writes them, in the order of the file. */
	readonly particulars: readonly (readonly [name: string, type: string])[];
	/** By id of the language. */
	readonly explanations: ReadonlyMap<string, Explanation>;
}

/** Where a finding stands in the catalogue: chapter by chapter, and in a chapter by the alphabet. */
export const chapters = [
	"file",
	"shape",
	"names",
	"letters",
	"units",
	"numbers",
	"values",
	"counting",
	"factors",
	"judgement",
	"histories",
	"run",
] as const;
export type Chapter = (typeof chapters)[number];

/** What particulars may be, and what each is in the code; `list of` and `or null` go with any of them. */
export const types: Readonly<Record<string, string>> = {
	// As it stands in a file or an option, or a word that languages do not translate.
	text: "string",
	// Ids and names, which a language shows by their names.
	carrier: "string",
	sector: "string",
	province: "string",
	unit: "string",
	prices: "string",
	set: "string",
	firm: "string",
	code: "string",
	// Numbers of things, and a year of four digits.
	count: "number",
	year: "number",
	"yes-no": "boolean",
	// `2023-06`, `2023-06-30`, and either of them, a quarter or a year.
	month: "string",
	day: "string",
	period: "string",
	// Plain digits; times as much; signed, `-38.2`.
	decimal: "string",
	ratio: "string",
	percent: "string",
	// Shapes of their own, in findings/finding.ts and domain/.
	amount: "Amount",
	row: "Row",
	subject: "Subject",
	"slip-cause": "SlipCause",
	"likely-unit": "LikelyUnit",
	"credit-code-fault": "CreditCodeFault",
	"period-fault": "NoPeriod",
	indicator: "Indicator",
	part: "Part",
	reason: "Reason",
};

const texts = ["title", "means", "why", "mend"] as const;
const keys = ["gravity", "chapter", "particulars"];

/** The definitions of a gallery, in the order of the catalogue. Throws one error that tells every fault found. */
export function readDefinitions(gallery: string): Definition[] {
	const faults: string[] = [];
	const all = readdirSync(gallery)
		.sort()
		.flatMap((code) => {
			const path = join(gallery, code, "finding.yaml");
			if (existsSync(path)) return [definition(code, readFileSync(path, "utf8"), (fault) => faults.push(`${code}: ${fault}`))];
			faults.push(`${code}: no finding.yaml`);
			return [];
		});
	if (faults.length > 0) throw new Error(`Definitions of findings:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
	return all.sort((a, b) => chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter));
}

function definition(code: string, yaml: string, fault: (text: string) => void): Definition {
	const read = record(parse(yaml));
	if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code)) fault("a code has small letters, digits and hyphens");
	const gravity = oneOf(gravities, read["gravity"]);
	if (gravity === undefined) fault(`gravity is one of ${gravities.join(", ")}`);
	const chapter = oneOf(chapters, read["chapter"]);
	if (chapter === undefined) fault(`chapter is one of ${chapters.join(", ")}`);
	const particulars = Object.entries(record(read["particulars"])).map(([name, written]) => {
		const type = typeOf(written);
		if (type === undefined || !/^[a-z][A-Za-z]*$/.test(name)) {
			fault(
				`${name}: a particular is a list of words or one of ${Object.keys(types).join(", ")}, also 'list of' it, or 'or null'`,
			);
		}
		return [name, type ?? "never"] as const;
	});
	const explanations = new Map<string, Explanation>();
	for (const [language, written] of Object.entries(read).filter(([key]) => !keys.includes(key))) {
		const said = record(written);
		for (const part of texts) if (typeof said[part] !== "string" || said[part] === "") fault(`${language} lacks '${part}'`);
		for (const part of Object.keys(said))
			if (!texts.some((known) => known === part)) fault(`${language} has no place for '${part}'`);
		const [title = "", means = "", why = "", mend = ""] = texts.map((part) => String(said[part]));
		explanations.set(language, { title, means, why, mend });
	}
	return { code, gravity: gravity ?? "error", chapter: chapter ?? "run", particulars, explanations };
}

/** `list of count or null`, or a list of words. */
function typeOf(written: unknown): string | undefined {
	if (Array.isArray(written)) return written.map((word) => JSON.stringify(String(word))).join(" | ");
	const alternatives = String(written)
		.split(" or ")
		.map((one) => {
			const [, list, name] = /^(list of )?(.+)$/.exec(one) ?? [];
			if (name === "null") return list === undefined ? "null" : undefined;
			const type = name === undefined || !Object.hasOwn(types, name) ? undefined : types[name];
			return type === undefined || list === undefined ? type : `readonly ${type}[]`;
		});
	return alternatives.includes(undefined) ? undefined : alternatives.join(" | ");
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function oneOf<W extends string>(words: readonly W[], value: unknown): W | undefined {
	return words.find((word) => word === value);
}
