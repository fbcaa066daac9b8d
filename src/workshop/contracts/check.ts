/** The contract of `tanlu check --format json`, and in which order its keys stand. */
import * as z from "zod";
import type { Fields } from "../../language/fields.ts";
import type { Check, CheckFinding, CheckRule } from "../../views/check.ts";
import { code, count, hashed, oneOf, version } from "./cells.ts";
import { described, type Same } from "./describe.ts";
import { countsContract, findingShape, inputContract } from "./shared.ts";

type Said = Pick<Fields, "check" | "report">;

/** The contract, with a sentence for each key in the language of the fields. */
export function checkContract(fields: Said & Pick<Fields, "outputs">): z.ZodType<Check> {
	const { title, about } = fields.outputs.check;
	return contract(fields).meta({ title, description: about });
}

// Compiles while the contract and `Check` are the same type, in both directions; piece by piece, as in report.ts.
true satisfies Same<z.infer<ReturnType<typeof contract>>, Check>;
true satisfies Same<z.infer<ReturnType<typeof rule>>, CheckRule>;
true satisfies Same<z.infer<ReturnType<typeof finding>>, CheckFinding>;

/** M-301 in the catalogue of rules. */
const id = z.string().regex(/^[A-Z]+-\d+$/);
/** A rule of the catalogue, or one of those that every run has: future-month. */
const named = z.string().regex(/^([A-Z]+-\d+|[a-z0-9]+(-[a-z0-9]+)*)$/);

function contract({ check: said, report: shared }: Said) {
	return described(said.check, {
		schemaVersion: z.literal(1),
		tool: described(said.tool, { name: oneOf(["tanlu"]), version, seeds: hashed, rules: hashed }),
		inputs: z.array(inputContract(shared)).min(1),
		rules: z.array(rule(said)),
		findings: described(said.findings, {
			counts: countsContract(shared),
			known: count,
			byCode: z.array(described(said.byCode, { code, count: z.int().min(1) })),
			notChecked: z.array(described(shared.notChecked, { rule: named, why: code })),
			list: z.array(finding({ check: said, report: shared })),
		}),
	});
}

function rule(said: Said["check"]) {
	return described(said.rule, {
		rule: id,
		code,
		asked: count,
		passed: count,
		failed: count,
		notChecked: z.array(described(said.unanswered, { why: code, firms: z.int().min(1) })),
	});
}

function finding({ check: said, report: shared }: Said) {
	const known = described(said.known, {
		reason: z.string(),
		until: z
			.string()
			.regex(/^\d{4}-\d{2}-\d{2}$/)
			.nullable(),
	});
	return described({ ...shared.finding, ...said.finding }, { ...findingShape, known: known.nullable() });
}
