/**
 * Json read by the catalogue: outputs read back and files that users write become values, or a complaint that says where what was
 * wanted. This file brings the schemas and their package with it: it is loaded only where something is read.
 */
import type { $ZodIssue } from "zod/v4/core";
import type { Batch, Summary } from "./batch.ts";
import type { Check } from "./check.ts";
import type { Comparison } from "./comparison.ts";
import type { Derivation } from "./derivation.ts";
import type { DiffOutput } from "./diff.ts";
import type { Drivers } from "./drivers.ts";
import type { Manifest } from "./evidence.ts";
import type { Explained } from "./explain.ts";
import type { BaselineFile, RulesFile } from "./inputs.ts";
import type { Inspection } from "./inspection.ts";
import { type FileName, type OutputName, shapesOf } from "./outputs.ts";
import type { Report } from "./report.ts";
import { shapeSchema } from "./schemas.ts";
import type { Sources } from "./sources.ts";
import type { Track } from "./track.ts";
import type { Verification } from "./verification.ts";
import type { WhatifOutput } from "./whatif.ts";

interface Values {
	readonly report: Report;
	readonly check: Check;
	readonly track: Track;
	readonly inspection: Inspection;
	readonly explain: Explained;
	readonly derivation: Derivation;
	readonly verification: Verification;
	readonly batch: Batch;
	readonly summary: Summary;
	readonly manifest: Manifest;
	readonly diff: DiffOutput;
	readonly comparison: Comparison;
	readonly sources: Sources;
	readonly drivers: Drivers;
	readonly whatif: WhatifOutput;
	readonly rules: RulesFile;
	readonly baseline: BaselineFile;
}

/** What is wrong with a text that should be an output. */
export interface Complaint {
	/** `firms[0].years[2].verdict.word`; empty for the whole. */
	readonly path: string;
	/** The same, key by key. */
	readonly keys: readonly PropertyKey[];
	/** In the words of the catalogue (`tonnes`, `of verdictWords`), a shape's name, `json`, or `no such key`. */
	readonly wanted: string;
	/** What stands there, as JSON and shortened; `nothing` where a key is missing. */
	readonly found: string;
}

export type ReadBack<V> = { readonly value: V } | { readonly complaint: Complaint };

/** The value that an output's json holds, or the first complaint about it. A byte-order mark is none of the text. */
export function readOutput<O extends OutputName>(output: O, text: string): ReadBack<Values[O]> {
	return readAs(output, text, ([first]) => first as $ZodIssue);
}

/**
 * The value of a file that a user wrote, or the first complaint about it. A byte of another encoding than UTF-8 is no letter of any
 * text.
 */
export function readFile<F extends FileName>(file: F, text: string): ReadBack<Values[F]> {
	return text.includes("\ufffd") ? notJson(text) : readAs(file, text, misspeltFirst);
}

function readAs<N extends OutputName | FileName>(
	name: N,
	text: string,
	first: (issues: readonly $ZodIssue[]) => $ZodIssue,
): ReadBack<Values[N]> {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		return notJson(text);
	}
	const { success, error } = shapeSchema(shapesOf(name), name).safeParse(value);
	return success ? { value: value as Values[N] } : { complaint: complaintOf(first(error.issues), value) };
}

function notJson(text: string): ReadBack<never> {
	return { complaint: { path: "", keys: [], wanted: "json", found: shortened(text) } };
}

/** The first issue; a key too many in the same object comes before it, since it may be the one that is missing, misspelt. */
function misspeltFirst(issues: readonly $ZodIssue[]): $ZodIssue {
	const [first] = issues as readonly [$ZodIssue];
	const object = JSON.stringify(first.path.slice(0, -1));
	return issues.find(({ code, path }) => code === "unrecognized_keys" && JSON.stringify(path) === object) ?? first;
}

/** Of a union, the complaint of the member that got furthest. */
function complaintOf(issue: $ZodIssue, value: unknown): Complaint {
	if (issue.code === "invalid_union") {
		const inner = issue.errors
			.flat()
			.sort((a, b) => b.path.length - a.path.length || (a.code === "unrecognized_keys" ? 1 : -1))[0];
		if (
			inner !== undefined &&
			inner.path.length > 0 &&
			(inner.path.length > 1 || at(value, [...issue.path, "kind"]) !== undefined)
		)
			return complaintOf({ ...inner, path: [...issue.path, ...inner.path] }, value);
	}
	const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] as string] : issue.path;
	const found = at(value, keys);
	return {
		path: keys
			.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`))
			.join(""),
		keys,
		wanted: issue.code === "unrecognized_keys" ? "no such key" : issue.message,
		found: found === undefined ? "nothing" : shortened(JSON.stringify(found)),
	};
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((one, step) => (one as Readonly<Record<PropertyKey, unknown>> | null)?.[step], value);
}

function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
