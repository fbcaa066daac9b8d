/**
 * A baseline: findings that are known and accepted, each with a reason and perhaps an end date. They stay in every output,
 * marked; they are known by their fingerprint, which survives moved rows.
 */

import type { CheckFinding } from "../contract/check.ts";
import type { BaselineEntry } from "../contract/inputs.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { add, type OpenTally } from "../findings/tally.ts";
import { type FileForm, Trouble } from "../findings/trouble.ts";
import type { KnownOf } from "../views/frame.ts";
import type { Host } from "./host.ts";
import { textOf } from "./tables.ts";

export interface Baseline {
	readonly file: string;
	readonly entries: ReadonlyMap<string, BaselineEntry>;
}

/** What the catalogue wants at a place, as it is told. */
const wantedAt: Readonly<Record<string, FileForm | "1">> = {
	json: "json",
	"=1": "1",
	"@entry[]": "list",
	fingerprint: "fingerprint",
	code: "code",
	reason: "reason",
	"calendar-day": "day",
};

/** Reads a baseline. Throws `bad-baseline`, which says where and what was wanted. */
export async function readBaseline(file: string, text: string): Promise<Baseline> {
	const fail = (where: string, wanted: FileForm | "1"): never => {
		throw new Trouble("bad-baseline", { file, where, wanted });
	};
	const { readFile } = await import("../contract/reading.ts");
	const read = readFile("baseline", text);
	if ("complaint" in read) {
		const { path, wanted } = read.complaint;
		// What is no object lacks its first key.
		if (wanted === "baseline") return fail("schemaVersion", "1");
		if (wanted === "entry") return fail(`${path}.fingerprint`, "fingerprint");
		return fail(path, wantedAt[wanted] ?? "text");
	}
	const found = new Map<string, BaselineEntry>();
	for (const [
		index,
		{ fingerprint: print, code, firm = null, period = null, reason, until = null },
	] of read.value.entries.entries()) {
		if (found.has(print)) fail(`entries[${index}].fingerprint`, "once");
		found.set(print, { fingerprint: print, code, firm, period, reason, until });
	}
	return { file, entries: found };
}

/** The baseline of an option, where it is given. */
export async function baselineIn(file: string | undefined, host: Host): Promise<Baseline | undefined> {
	return file === undefined ? undefined : await readBaseline(host.named(file), await textOf(file, host));
}

/** Whether an entry still holds on a day; without a day nobody can say, and it does. */
function holds({ until }: BaselineEntry, asOf: string | undefined): boolean {
	return until === null || asOf === undefined || asOf <= until;
}

/** The entry that knows a finding, if it still holds. */
export function knownBy(baseline: Baseline | undefined, print: string, asOf: string | undefined): BaselineEntry | undefined {
	const entry = baseline?.entries.get(print);
	return entry !== undefined && holds(entry, asOf) ? entry : undefined;
}

/** A baseline as a run uses it. */
export interface Recogniser {
	readonly isKnown: (found: Finding) => boolean;
	readonly knownOf: KnownOf;
	/** Tells entries that have run out, and, where every rule was asked, those that met nothing. */
	readonly finish: (tally: OpenTally, everyRule: boolean) => void;
	/** What could not be asked without a day. */
	readonly notChecked: readonly { readonly rule: string; readonly why: string }[];
}

/** Remembers which entries knew something, so that those that did not can be told. */
export function recogniser(baseline: Baseline | undefined, asOf: string | undefined): Recogniser {
	if (baseline === undefined) return { isKnown: () => false, knownOf: () => null, finish: () => undefined, notChecked: [] };
	const met = new Set<string>();
	const dated = [...baseline.entries.values()].some(({ until }) => until !== null);
	return {
		notChecked: dated && asOf === undefined ? [{ rule: "baseline-expired", why: "no-as-of" }] : [],
		knownOf: (print) => {
			const entry = knownBy(baseline, print, asOf);
			return entry === undefined ? null : { reason: entry.reason, until: entry.until };
		},
		isKnown: (found) => {
			const print = fingerprint(found);
			if (!baseline.entries.has(print)) return false;
			met.add(print);
			return knownBy(baseline, print, asOf) !== undefined;
		},
		// An entry that has run out leaves its finding open; one that meets nothing should go.
		finish: (tally, everyRule) => {
			const at = { ...nowhere, file: baseline.file };
			for (const entry of baseline.entries.values()) {
				const { code, reason, until } = entry;
				const unused = !met.has(entry.fingerprint);
				if (unused && !everyRule) continue;
				const about = unused
					? remark("baseline-unused", { code, reason })
					: !holds(entry, asOf)
						? remark("baseline-expired", { code, reason, until: until as string })
						: undefined;
				if (about !== undefined)
					add(tally, finding(about, { ...at, value: entry.fingerprint }, entry.firm ?? "", entry.period ?? ""));
			}
		},
	};
}

/** A baseline of findings as they are, in order of firm, period and code; each for the same reason, to be made better by hand. */
export function baselineText(findings: readonly CheckFinding[], reason: string): string {
	const entries = new Map<string, BaselineEntry>();
	// What is said of the baseline itself is mended in it, not accepted by it.
	for (const { gravity, fingerprint: print, code, firm, period, known } of findings)
		if (gravity !== "note" && code !== "baseline-expired")
			entries.set(print, {
				fingerprint: print,
				code,
				firm,
				period,
				reason: known?.reason ?? reason,
				until: known?.until ?? null,
			});
	const order = (one: BaselineEntry): string => [one.firm ?? "", one.period ?? "", one.code, one.fingerprint].join("\u001f");
	const sorted = [...entries.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
	return `${JSON.stringify({ schemaVersion: 1, entries: sorted }, null, 2)}\n`;
}
