/** Reports that are read back: as they stand, and the run that each of them was. */
import type { Report } from "../contract/report.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Input, Part } from "../intake/part.ts";
import { languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import type { Source } from "../records/source.ts";
import type { Again } from "../run/again.ts";
import { type Choices, understand } from "../run/choices.ts";
import type { Given } from "../run/given.ts";
import { valuesOf } from "../run/options.ts";
import type { RuleSet } from "../run/rules-file.ts";
import type { KnownOf } from "../views/frame.ts";

/** The report as it stands: what was edited by hand may fit no contract, and is compared all the same. Throws `no-report`, `report-version`. */
export function reportIn(file: string, text: string): Report {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		throw new Trouble("no-report", { file });
	}
	const { schemaVersion, basis, inputs, firms, tool } = (value ?? {}) as Partial<Report>;
	const version = (schemaVersion ?? 1) as number;
	if (version !== 1 && Array.isArray(firms)) throw new Trouble("report-version", { file, version: String(version) });
	const whole =
		schemaVersion === 1 && typeof basis === "object" && Array.isArray(inputs) && Array.isArray(firms) && tool !== undefined;
	if (!whole || !Array.isArray((basis as Partial<Report["basis"]>).plans)) throw new Trouble("no-report", { file });
	return value as Report;
}

/** The run that a report was, over its files. A report does not say which kinds were forced: those of named files always are. */
export function askedAgain(
	reported: Report,
	{ options, byOption, kinds }: Again,
	sources: readonly Source[],
	rules: RuleSet,
	forced: boolean,
): { readonly choices: Choices; readonly given: Given } {
	const { firms, years } = reported.basis;
	const accepted = acceptedIn(reported);
	const named = kinds.filter(([file]) => forced || byOption.includes(file));
	const asked = { ...options, firm: firms, year: years, kind: named.map(([file, kind]) => `${file}=${kind}`) };
	const choices = understand(valuesOf(asked), {
		rules,
		...(accepted === undefined ? {} : { isKnown: (found) => accepted(fingerprint(found)) !== null, weighsKnown: true }),
	});
	const names = new Set(sources.map(({ name }) => name));
	const given = { sources, byOption: new Set(byOption), operands: names, met: new Set<string>(), passed: [], troubles: [] };
	return { choices, given };
}

/** The findings of a report that may have been edited by hand: what is none of them is left out. */
export function findingsIn({ findings }: Report): readonly Partial<Report["findings"]["list"][number]>[] {
	const list: readonly unknown[] = Array.isArray(findings?.list) ? findings.list : [];
	return list.filter((one): one is object => typeof one === "object" && one !== null);
}

/** What a report says that a baseline accepts; undefined where it was made without one. */
export function acceptedIn(reported: Report): KnownOf | undefined {
	if (reported.findings?.known === undefined) return undefined;
	const known = new Map(findingsIn(reported).map((one) => [one.fingerprint, one.known ?? null]));
	return (print) => known.get(print) ?? null;
}

/** Each file was taken for what the report says it was. */
export function hasKindsOf({ inputs }: Report, part: Pick<Part, "inputs" | "unusable">): boolean {
	const kindsIn = (all: readonly Pick<Input, "file" | "sheet" | "kind">[]): string =>
		JSON.stringify(all.map(({ file, sheet, kind }) => [file, sheet, kind]).sort());
	return part.unusable.length === 0 && kindsIn(inputs) === kindsIn(part.inputs);
}

/** A report does not say its language. One without a Chinese letter in its messages is in English; any other is in any. */
export function languagesOf(reported: Report): readonly Language[] {
	const messages = findingsIn(reported)
		.map(({ message }) => message ?? "")
		.join("");
	return /\p{Script=Han}/u.test(messages) ? languages : languages.filter(({ id }) => id === "en");
}
