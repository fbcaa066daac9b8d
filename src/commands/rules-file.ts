/**
 * A rules file: limits and gravities in place of the tool's, and rules that are not asked, each with the reason. What it says
 * is told in the report and is part of the hash of the rules.
 */
import { type Exact, fromText, known } from "../exact/exact.ts";
import type { Code } from "../findings/finding.ts";
import { sha256 } from "../findings/fingerprint.ts";
import { type Gravity, gravities, gravity } from "../findings/gravity.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import type { Reference } from "../reference/reference.ts";
import { firmRules, runRules } from "../screening/rules/index.ts";

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

/** Reads a rules file. Throws `bad-rules-file`, which says where and what was wanted. */
export function readRules(file: string, text: string, book: Reference): RuleBook {
	const fail = (where: string, wanted: string): never => {
		throw new Trouble("bad-rules-file", { file, where, wanted });
	};
	let parsed: unknown;
	try {
		parsed = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		fail("", "JSON");
	}
	const whole = asObject(parsed) ?? fail("", "an object");
	for (const key of Object.keys(whole))
		if (key !== "$schema" && !sections.some((section) => section === key)) fail(key, sections.join(", "));
	const changes = (section: (typeof sections)[number]): ReadonlyMap<string, Change> => {
		const found = new Map<string, Change>();
		if (whole[section] === undefined) return found;
		const entries = asObject(whole[section]) ?? fail(section, "an object");
		for (const [name, entry] of Object.entries(entries)) {
			const where = `${section}.${name}`;
			const { value, reason, ...rest } = asObject(entry) ?? fail(where, '{ "value": …, "reason": … }');
			for (const extra of Object.keys(rest)) fail(`${where}.${extra}`, "value, reason");
			if (typeof reason !== "string" || reason.trim() === "") return fail(`${where}.reason`, "a reason in words");
			if (section === "off") {
				if (value !== undefined) return fail(`${where}.value`, "reason");
			} else if (typeof value !== "string") return fail(`${where}.value`, "a string");
			found.set(name, { value: typeof value === "string" ? value : "", reason });
		}
		return found;
	};
	const limits = changes("limits");
	const names = book.seeds.limits.map(({ name }) => name);
	for (const [name, { value }] of limits) {
		if (!names.includes(name)) fail(`limits.${name}`, near(name, names).join(", ") || names.join(", "));
		if (fromText(value) === undefined) fail(`limits.${name}.value`, 'a plain decimal in quotes, such as "60"');
	}
	const rules = [...firmRules, ...runRules];
	const grave = changes("gravities");
	for (const [code, { value }] of grave) {
		const codes = rules.map((rule) => rule.code);
		// What reading decides about a row is not for a file to change: an error there refuses the row.
		if (!codes.some((one) => one === code)) fail(`gravities.${code}`, near(code, codes).join(", ") || codes.join(", "));
		if (!gravities.some((one) => one === value)) fail(`gravities.${code}.value`, gravities.join(", "));
	}
	const off = changes("off");
	const ids = rules.flatMap((rule) => [rule.id, rule.code]);
	for (const name of off.keys()) if (!ids.includes(name)) fail(`off.${name}`, near(name, ids).join(", ") || ids.join(", "));
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
