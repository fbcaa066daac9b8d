/**
 * A rules file: limits and gravities in place of the tool's, and rules that are not asked, each with the reason. What it says
 * is told in the report and is part of the hash of the rules.
 */
import { changeText, type RuleChange } from "../domain/basis.ts";
import { byCodeUnit } from "../domain/order.ts";
import { compare, type Exact, fromText, known, sign } from "../exact/exact.ts";
import type { Code } from "../findings/finding.ts";
import { sha256 } from "../findings/fingerprint.ts";
import { type Gravity, gravities, gravity } from "../findings/gravity.ts";
import { type FileForm, Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { loadReference } from "../reference/reference.ts";
import type { LimitSeed } from "../reference/seeds.ts";
import { firmRules, runRules } from "../screening/rules/index.ts";

/** What a run judges by, where a rules file may have a say. */
export interface RuleSet {
	/** The file they are from; null where they are the tool's own. */
	readonly file: string | null;
	readonly limit: (name: string) => Exact;
	readonly gravityOf: (code: Code) => Gravity;
	readonly isOff: (rule: string) => boolean;
	/** `sha256:…` of the limits of the seeds, with what the file changes. */
	readonly hash: string;
	/** In order of their texts; empty without a file. */
	readonly changes: readonly RuleChange[];
}

/** The name a rules file has beside the inputs. */
export const rulesFileName = "tanlu.rules.json";

/** The rules as the package has them. */
export function ownRules(): RuleSet {
	const { seeds, limit } = loadReference();
	return {
		file: null,
		limit: (name) => known(limit(name)),
		gravityOf: (code) => gravity[code],
		isOff: () => false,
		hash: `sha256:${seeds.rulesHash}`,
		changes: [],
	};
}

const sections = ["limits", "gravities", "off"] as const;

/** What the catalogue wants at a place, as it is told; what it does not name is an object of changes. */
const wantedAt: Readonly<Record<string, FileForm>> = {
	json: "json",
	rules: "object",
	changedLimit: "change",
	changedGravity: "change",
	switchedOff: "change",
	reason: "reason",
	text: "text",
	"of gravities": "text",
};

/** Reads a rules file. Throws `bad-rules-file`, which says where and what was wanted. */
export async function readRules(file: string, text: string): Promise<RuleSet> {
	const { seeds, limit: ownLimit } = loadReference();
	const refuse = (where: string, wanted: string): never => {
		throw new Trouble("bad-rules-file", { file, where, wanted });
	};
	const fail = (where: string, wanted: FileForm): never => refuse(where, wanted);
	/** A word that is none of those there are: told with those near to it, else with all. */
	const unknown = (where: string, word: string, all: readonly string[]): never => {
		const close = near(word, all, 1);
		return refuse(where, [...new Set(close.length > 0 ? close : all)].join(", "));
	};
	const { readFile } = await import("../contract/reading.ts");
	const read = readFile("rules", text);
	if ("complaint" in read) {
		const { path, keys, wanted, found } = read.complaint;
		if (wanted === "no such key") {
			if (keys.length === 1) return unknown(path, path, sections);
			return keys[0] === "off" && keys[2] === "value" ? fail(path, "only-reason") : refuse(path, "value, reason");
		}
		if (wanted === "of gravities" && found.startsWith('"')) return unknown(path, found.replace(/^"|"$/g, ""), gravities);
		return fail(path, wantedAt[wanted] ?? "object");
	}
	const [limits, grave, off] = [read.value.limits ?? {}, read.value.gravities ?? {}, read.value.off ?? {}];
	for (const [name, { value }] of Object.entries(limits)) {
		const where = `limits.${name}.value`;
		const seed = seeds.limits.find((one) => one.name === name);
		if (seed === undefined)
			return unknown(
				`limits.${name}`,
				name,
				seeds.limits.map((one) => one.name),
			);
		const amount = fromText(value);
		if (amount === undefined || sign(amount) < 0) return fail(where, "decimal");
		const { least, most, places } = seed;
		if (!within(amount, value, seed)) throw new Trouble("limit-out-of-bounds", { file, where, value, least, most, places });
	}
	const rules = [...firmRules, ...runRules];
	const codes: readonly string[] = rules.map((rule) => rule.code);
	// What reading decides about a row is not for a file to change: an error there refuses the row.
	for (const code of Object.keys(grave)) if (!codes.includes(code)) unknown(`gravities.${code}`, code, codes);
	const ids = rules.flatMap((rule) => [rule.id, rule.code]);
	for (const name of Object.keys(off)) if (!ids.includes(name)) unknown(`off.${name}`, name, ids);
	const switched = new Set(rules.filter(({ id, code }) => id in off || code in off).map(({ id }) => id));
	const told: readonly RuleChange[] = [
		...Object.entries(limits).map(([name, change]) => ({ what: "limit" as const, name, own: ownLimit(name), ...change })),
		...Object.entries(grave).map(([name, change]) => ({ what: "gravity" as const, name, own: gravity[name as Code], ...change })),
		...Object.entries(off).map(([name, change]) => ({ what: "off" as const, name, own: "", value: "", ...change })),
	].sort((a, b) => byCodeUnit(changeText(a), changeText(b)));
	return {
		file,
		limit: (name) => known(limits[name]?.value ?? ownLimit(name)),
		gravityOf: (code) => grave[code]?.value ?? gravity[code],
		isOff: (rule) => switched.has(rule),
		hash: `sha256:${told.length === 0 ? seeds.rulesHash : sha256([seeds.rulesHash, ...told.map(changeText)].join("\n"))}`,
		changes: told,
	};
}

/**
 * Whether a value is one that the limit may have. Limits are compared exactly, by whole powers where they are factors or shares, so
 * that each digit more takes more time.
 */
function within(value: Exact, text: string, { least, most, places }: LimitSeed): boolean {
	const written = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
	return written <= places && compare(value, known(least)) >= 0 && compare(value, known(most)) <= 0;
}
