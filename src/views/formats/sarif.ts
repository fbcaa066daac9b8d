/**
 * The findings as SARIF 2.1.0: one run, a rule for each code, a result for each finding. No clock, no absolute path: the same
 * findings are the same bytes.
 *
 * What readers of it do, and what follows:
 * - GitHub refuses a file with more than 25 000 results and shows the 5 000 gravest: the heaviest are kept, what is left out is
 *   told. It also refuses results without a place: a finding about the run stands at the first file, and says so.
 * - GitHub tells results apart by `primaryLocationLineHash` alone. Where a file has none it hashes the line, and all cells of a
 *   wide row would be one; so the key is the fingerprint with a running number. Its upload action remarks that it would have
 *   computed another, and keeps ours.
 * - GitHub does not read `suppressions`: who wants known findings closed there dismisses them by them, or leaves them out.
 * - A message may hold placeholders and links. Braces are doubled, as the standard wants (3.11.5); a blank parts what would be a
 *   link, since viewers do not heed the escape it has for them (3.11.6).
 */

import type { Check, CheckFinding, CheckRule } from "../../contract/check.ts";
import type { ReportInput } from "../../contract/shared.ts";
import type { Code } from "../../findings/finding.ts";
import { type Gravity, gravity } from "../../findings/gravity.ts";
import type { Language } from "../../language/language.ts";
import { isKnown, ruleName, titleOf, uncheckedOf, whyOf } from "../check-facts.ts";
import { harmless } from "../width.ts";
import { json } from "./json.ts";

const mostResults = 25_000;

type Part = Readonly<Record<string, unknown>>;
type GravityOf = (code: Code) => Gravity;

/** Codes and files by where they stand in the lists of the run. */
interface Places {
	readonly rules: ReadonlyMap<string, number>;
	readonly files: ReadonlyMap<string, number>;
	/** The file that stands for the run. */
	readonly first: string | undefined;
}

/** `gravityOf`: how grave each code is in this run, where a rules file may have a say. */
export function sarif(check: Check, language: Language, gravityOf: GravityOf = (code) => gravity[code]): string {
	const { findings } = check;
	const codes = codesOf(check);
	const places: Places = {
		rules: indexed(codes),
		files: indexed(check.inputs.map(({ file }) => file)),
		first: check.inputs[0]?.file,
	};
	const listed = findings.list.slice(0, mostResults);
	return json({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: { driver: driver(check, codes, language, gravityOf) },
				language: language.id,
				invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(check, places, language) }],
				artifacts: check.inputs.map(artifact),
				results: results(listed, places, language),
				columnKind: "utf16CodeUnits",
				properties: {
					counts: findings.counts,
					known: findings.known,
					byCode: findings.byCode,
					listed: listed.length,
					rules: check.rules,
				},
			},
		],
	});
}

/** Every code that was found or asked for, by code unit. */
function codesOf({ rules, findings }: Check): string[] {
	return [...new Set([...rules, ...findings.byCode, ...findings.list].map(({ code }) => code))].sort();
}

function indexed(list: readonly string[]): Map<string, number> {
	const places = new Map<string, number>();
	for (const [index, one] of list.entries()) if (!places.has(one)) places.set(one, index);
	return places;
}

function driver(check: Check, codes: readonly string[], language: Language, gravityOf: GravityOf): Part {
	const { tool, rules, findings } = check;
	const { check: texts } = language;
	const found = new Map(findings.list.map((one) => [one.code, one.gravity]));
	return {
		name: tool.name,
		version: tool.version,
		semanticVersion: tool.version,
		language: language.id,
		rules: codes.map((code) => {
			// A code of another version of the tool, which this one has never heard of, is a warning.
			const level = found.get(code) ?? (Object.hasOwn(gravity, code) ? gravityOf(code as Code) : "warning");
			const title = titleOf(texts, code);
			const ids = rules.filter((one) => one.code === code).map(({ rule }: CheckRule) => rule);
			return {
				id: code,
				shortDescription: message(title),
				fullDescription: message(texts.sentences(title, texts.meanings[level])),
				help: message(texts.help),
				defaultConfiguration: { level },
				...(ids.length === 0 ? {} : { properties: { rules: ids } }),
			};
		}),
		notifications: whysOf(check).map((why) => ({ id: why, shortDescription: message(whyOf(texts, why)) })),
		properties: { seeds: tool.seeds, rules: tool.rules },
	};
}

/** Reasons why something was not checked, by code unit. */
function whysOf(check: Check): string[] {
	return [...new Set(uncheckedOf(check).map(({ why }) => why))].sort();
}

/** Rules that were not checked, and results that were left out. */
function notifications(check: Check, places: Places, { check: texts }: Language): Part[] {
	const whys = indexed(whysOf(check));
	const unchecked = uncheckedOf(check).map(({ rule, code, why, firms }) => {
		const index = places.rules.get(code);
		return {
			descriptor: { id: why, index: whys.get(why) },
			...(index === undefined ? {} : { associatedRule: { id: code, index } }),
			level: "note",
			message: message(texts.ruleNotChecked(ruleName(texts, { rule, code }), texts.notChecked(whyOf(texts, why), firms))),
			properties: { rule, why, firms },
		};
	});
	const cut = check.findings.list.length - mostResults;
	return cut > 0 ? [...unchecked, { level: "warning", message: message(texts.cut(cut, mostResults)) }] : unchecked;
}

function artifact({ file, kind, sha256, encoding, separator, rows }: ReportInput): Part {
	return {
		location: { uri: uriOf(file) },
		roles: ["analysisTarget"],
		mimeType: separator === "\t" ? "text/tab-separated-values" : "text/csv",
		...(encoding === null ? {} : { encoding }),
		hashes: { "sha-256": sha256 },
		properties: { kind, rows },
	};
}

function results(list: readonly CheckFinding[], places: Places, language: Language): Part[] {
	// Of all results or of none (3.27.23, 3.27.24): a reader knows from any of them whether known findings were at hand.
	const compared = list.some(isKnown);
	const seen = new Map<string, number>();
	return list.map((found) => {
		const { code, known, fingerprint } = found;
		const times = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, times);
		return {
			ruleId: code,
			ruleIndex: places.rules.get(code),
			level: found.gravity,
			message: message(language.check.sentences(found.message, found.remedy)),
			locations: [location(found, places, language)],
			partialFingerprints: { "tanlu/v1": fingerprint, primaryLocationLineHash: `${fingerprint}:${times}` },
			...(compared ? { baselineState: known === null ? "new" : "unchanged", suppressions: suppressions(found) } : {}),
			properties: {
				row: found.row,
				column: found.column,
				value: found.value,
				firm: found.firm,
				period: found.period,
				remedy: found.remedy,
				weightTonnes: found.weightTonnes,
				couldTurnVerdict: found.couldTurnVerdict,
				cause: found.cause,
			},
		};
	});
}

function suppressions({ known }: CheckFinding): Part[] {
	if (known === null) return [];
	return [{ kind: "external", status: "accepted", justification: known.reason, properties: { until: known.until } }];
}

/** The line of the file, and whose period it is; a finding about the run stands at the first file. */
function location({ file, line, firm, period }: CheckFinding, { files, first }: Places, { check: texts }: Language): Part {
	const at = file ?? first;
	const index = at === undefined ? undefined : files.get(at);
	const logical = [
		...(firm === null ? [] : [{ name: firm, kind: "firm" }]),
		...(period === null ? [] : [{ name: period, kind: "period" }]),
	];
	return {
		...(at === undefined
			? {}
			: {
					physicalLocation: {
						artifactLocation: { uri: uriOf(at), ...(index === undefined ? {} : { index }) },
						...(file === null || line === null ? {} : { region: { startLine: line } }),
					},
				}),
		...(logical.length === 0 ? {} : { logicalLocations: logical }),
		...(file === null ? { message: message(texts.ofTheRun) } : {}),
	};
}

/** Text for people: nothing in it hides, steers, links or stands for something else. */
function message(text: string): Part {
	return { text: harmless(text).replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

/** A relative reference of RFC 3986: folders divided by /, everything else outside of its letters and digits percent-encoded. */
function uriOf(file: string): string {
	// No file is named by half a character; and a reference may not fail for it.
	return file
		.replace(/\p{Cs}/gu, "\ufffd")
		.split("/")
		.map(encodeURIComponent)
		.join("/");
}
