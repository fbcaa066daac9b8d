/** Those who read what is written of findings: parsers not of our making, and GitHub's runner as its source has it. */
import jestSarif from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import draft04 from "ajv-draft-04";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseJunit, type TestSuites } from "junit2json";
import { expect } from "vitest";

/** RFC 3986: a relative reference whose first folder holds no colon, and whose characters are those of paths. */
const relative = /^(?![a-z][a-z0-9+.-]*:)(?!\/)(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2})+$/;

const validator = new draft04.default({
	allErrors: true,
	strict: false,
	// One of its patterns is none where Unicode is taken at its word.
	unicodeRegExp: false,
	formats: { uri: /^https?:/, "uri-reference": relative, "date-time": true },
}).compile(jestSarif);

export interface SarifMessage {
	readonly text: string;
}

export interface SarifResult {
	readonly ruleId: string;
	readonly ruleIndex: number;
	readonly level: string;
	readonly message: SarifMessage;
	readonly locations: readonly {
		readonly physicalLocation?: {
			readonly artifactLocation: { readonly uri: string; readonly index?: number };
			readonly region?: { readonly startLine: number };
		};
		readonly logicalLocations?: readonly { readonly name: string; readonly kind: string }[];
		readonly message?: SarifMessage;
	}[];
	readonly partialFingerprints: Readonly<Record<string, string>>;
	readonly baselineState?: string;
	readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
	readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
	readonly tool: {
		readonly driver: {
			readonly rules: readonly { readonly id: string; readonly defaultConfiguration: { readonly level: string } }[];
			readonly notifications: readonly { readonly id: string; readonly shortDescription: SarifMessage }[];
		};
	};
	readonly invocations: readonly {
		readonly toolExecutionNotifications: readonly {
			readonly descriptor?: { readonly id: string; readonly index: number };
			readonly associatedRule?: { readonly id: string; readonly index: number };
			readonly level: string;
			readonly message: SarifMessage;
			readonly properties?: Readonly<Record<string, unknown>>;
		}[];
	}[];
	readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly hashes: { readonly "sha-256": string } }[];
	readonly results: readonly SarifResult[];
	readonly columnKind: string;
	readonly properties: Readonly<Record<string, unknown>>;
}

/** The one run, by the schema of the standard. */
export function readSarif(text: string): SarifRun {
	const log = JSON.parse(text) as { readonly runs: readonly SarifRun[] };
	validator(log);
	expect(validator.errors ?? []).toEqual([]);
	expect(log.runs).toHaveLength(1);
	return log.runs[0] as SarifRun;
}

/** All that XML 1.0 takes for a character. */
const xmlText = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

export interface JunitCase {
	readonly name: string;
	readonly classname: string;
	readonly file?: string;
	readonly failure?: readonly { readonly message: string; readonly type: string; readonly inner: string }[];
	readonly skipped?: readonly { readonly message: string; readonly inner?: string }[];
	readonly "system-out"?: readonly string[];
}

export interface JunitSuite {
	readonly name: string;
	readonly tests: string;
	readonly failures: string;
	readonly errors: string;
	readonly skipped: string;
	readonly properties: readonly { readonly name: string; readonly value: string }[];
	readonly testcase: readonly JunitCase[];
	readonly "system-out"?: readonly string[];
}

export interface JunitReport extends Omit<JunitSuite, "properties" | "testcase"> {
	readonly testsuite: readonly JunitSuite[];
}

/** The whole report, with attributes as they are written. */
export async function readJunit(text: string): Promise<JunitReport> {
	expect(text).toMatch(xmlText);
	return (await parseJunit(text, { strict: true })) as TestSuites as unknown as JunitReport;
}

export interface Annotation {
	readonly command: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly message: string;
}

/** A line as the runner reads it (ActionCommand.TryParseV2); undefined where it is no command. */
export function readCommand(line: string): Annotation | undefined {
	const text = line.trimStart();
	const end = text.indexOf("::", 2);
	if (!text.startsWith("::") || end < 0) return undefined;
	const info = text.slice(2, end);
	const blank = info.indexOf(" ");
	const unescaped = (of: string, signs: readonly (readonly [string, string])[]): string =>
		signs.reduce((rest, [written, sign]) => rest.replaceAll(written, sign), of);
	const data = [
		["%0D", "\r"],
		["%0A", "\n"],
		["%25", "%"],
	] as const;
	const property = [
		["%0D", "\r"],
		["%0A", "\n"],
		["%3A", ":"],
		["%2C", ","],
		["%25", "%"],
	] as const;
	const pairs =
		blank < 0
			? []
			: info
					.slice(blank + 1)
					.trim()
					.split(",");
	return {
		command: blank < 0 ? info : info.slice(0, blank),
		properties: Object.fromEntries(
			pairs.map((pair) => {
				const cut = pair.indexOf("=");
				return [pair.slice(0, cut), unescaped(pair.slice(cut + 1), property)];
			}),
		),
		message: unescaped(text.slice(end + 2), data),
	};
}

/** Rows by the words of the header; every row as long as it. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
	return parseCsv(text, { columns: true, relax_column_count: false }) as Readonly<Record<string, string>>[];
}
