/**
 * A rules file: limits and gravities in place of the tool's, and rules that are not asked, each with the reason. What it says
 * is told in the report and is part of the hash of the rules.
 */
import { type Exact, fromText, known, sign } from "../exact/exact.ts";
import type { Code } from "../findings/finding.ts";
import { sha256 } from "../findings/fingerprint.ts";
import { type Gravity, gravities, gravity } from "../findings/gravity.ts";
import { type FileForm, Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import type { Reference } from "../reference/reference.ts";
import { firmRules, runRules } from "../screening/rules/index.ts";
import { parsedJson } from "./json-file.ts";

/** What a run judges by, where a rules file may have a say. */
export interface RuleBook {
	readonly limit: (name: string) => Exact;
	readonly gravityOf: (code: Code) => Gravity;
	readonly isOff: (rule: string) => boolean;
	/** `sha256:…` of the limits of the seeds, with what the file changes. */
	readonly hash: string;
	/** The changes as people are told them: `slip-ratio=60 (…)`; empty without a file. */
	readonly changes: readonly string[];
}

/** The name a rules file has beside the inputs. */
export const rulesFileName = "tanlu.rules.json";

/** The rules as the package has them. */
export function ownRules({ seeds, limit }: Reference): RuleBook {
	return {
		limit: (name) => known(limit(name)),
		gravityOf: (code) => gravity[code],
		isOff: () => false,
		hash: `sha256:${seeds.rulesHash}`,
		changes: [],
	};
}

interface Change {
	readonly value: string;
	readonly reason: string;
}

const sections = ["limits", "gravities", "off"] as const;

/**
 * Limits that a verdict is held against: shares of a task. They are decided by whole powers, as many as the share has parts,
 * so that each place more takes ten times as long.
 */
const shareLimits: readonly string[] = ["schedule-near", "schedule-far"];
const share = /^(0(\.\d{1,2})?|1(\.0{1,2})?)$/;

/** Reads a rules file. Throws `bad-rules-file`, which says where and what was wanted. */
export function readRules(file: string, text: string, book: Reference): RuleBook {
	const refuse = (where: string, wanted: string): never => {
		throw new Trouble("bad-rules-file", { file, where, wanted });
	};
	const fail = (where: string, wanted: FileForm): never => refuse(where, wanted);
	/** A word that is none of those there are: told with those near to it, else with all. */
	const unknown = (where: string, word: string, all: readonly string[]): never => {
		const close = near(word, all, 1);
		return refuse(where, [...new Set(close.length > 0 ? close : all)].join(", "));
	};
	const parsed = parsedJson(text) ?? fail("", "json");
	const whole = asObject(parsed.value) ?? fail("", "object");
	for (const key of Object.keys(whole))
		if (key !== "$schema" && !sections.some((section) => section === key)) unknown(key, key, sections);
	const changes = (section: (typeof sections)[number]): ReadonlyMap<string, Change> => {
		const found = new Map<string, Change>();
		if (whole[section] === undefined) return found;
		const entries = asObject(whole[section]) ?? fail(section, "object");
		for (const [name, entry] of Object.entries(entries)) {
			const where = `${section}.${name}`;
			const { value, reason, ...rest } = asObject(entry) ?? fail(where, "change");
			for (const extra of Object.keys(rest)) refuse(`${where}.${extra}`, "value, reason");
			if (typeof reason !== "string" || reason.trim() === "") return fail(`${where}.reason`, "reason");
			if (section === "off") {
				if (value !== undefined) return fail(`${where}.value`, "only-reason");
			} else if (typeof value !== "string") return fail(`${where}.value`, "text");
			found.set(name, { value: typeof value === "string" ? value : "", reason });
		}
		return found;
	};
	const limits = changes("limits");
	const names = book.seeds.limits.map(({ name }) => name);
	for (const [name, { value }] of limits) {
		if (!names.includes(name)) unknown(`limits.${name}`, name, names);
		if (shareLimits.includes(name)) {
			if (!share.test(value)) fail(`limits.${name}.value`, "share");
			continue;
		}
		const amount = fromText(value);
		if (amount === undefined || sign(amount) < 0) fail(`limits.${name}.value`, "decimal");
	}
	const rules = [...firmRules, ...runRules];
	const grave = changes("gravities");
	for (const [code, { value }] of grave) {
		const codes = rules.map((rule) => rule.code);
		// What reading decides about a row is not for a file to change: an error there refuses the row.
		if (!codes.some((one) => one === code)) unknown(`gravities.${code}`, code, codes);
		if (!gravities.some((one) => one === value)) unknown(`gravities.${code}.value`, value, gravities);
	}
	const off = changes("off");
	const ids = rules.flatMap((rule) => [rule.id, rule.code]);
	for (const name of off.keys()) if (!ids.includes(name)) unknown(`off.${name}`, name, ids);
	const switched = new Set(rules.filter(({ id, code }) => off.has(id) || off.has(code)).map(({ id }) => id));
	const told = [
		...[...limits].map(([name, { value, reason }]) => `${name}=${value} (${reason})`),
		...[...grave].map(([code, { value, reason }]) => `${code}=${value} (${reason})`),
		...[...off].map(([name, { reason }]) => `${name}=off (${reason})`),
	].sort();
	return {
		limit: (name) => known(limits.get(name)?.value ?? book.limit(name)),
		gravityOf: (code) => (grave.get(code)?.value as Gravity | undefined) ?? gravity[code],
		isOff: (rule) => switched.has(rule),
		hash: `sha256:${told.length === 0 ? book.seeds.rulesHash : sha256([book.seeds.rulesHash, ...told].join("\n"))}`,
		changes: told,
	};
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
