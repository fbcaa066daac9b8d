/** Screening rules asked about small tables: the same way from text to a firm's case as a run goes, with the limits of the seeds. */

import { type Exact, known } from "../../src/exact/exact.ts";
import { fromExact, type Ratio, reduced } from "../../src/exact/ratio.ts";
import type { Table } from "../../src/index.ts";
import { loadReference } from "../../src/reference/reference.ts";
import type { ReportOptions } from "../../src/run/options.ts";
import { casesOf } from "../../src/screening/case.ts";
import type { Answer, FirmCase, FirmRule, Suspicion } from "../../src/screening/rule.ts";
import { run } from "./run.ts";
import { energy, type Row } from "./tables.ts";

/** Every firm of the tables as rules see it, in order of name. */
export async function casesIn(tables: readonly Table[], options: ReportOptions = {}): Promise<FirmCase[]> {
	const sources = tables.map(({ name, text, reference = false }) => ({
		name,
		reference,
		bytes: async function* () {
			yield new TextEncoder().encode(text);
		},
	}));
	const { assessment, part } = await run(sources, options);
	const limit = (name: string): Exact => known(loadReference().limit(name));
	return [...casesOf(assessment, part.ledger, limit)];
}

/** What a rule answers about the only firm of some tables. */
export async function ask(rule: FirmRule, tables: readonly Table[], options: ReportOptions = {}): Promise<Answer> {
	const [only, ...more] = await casesIn(tables, options);
	if (only === undefined || more.length > 0) throw new Error("the tables are of one firm");
	return rule.judge(only);
}

/** An answer in words: `pass`, `not checked: no-as-of`, or what is suspected, each as `code@file:row:column value`. */
export function inWords(answer: Answer): string | string[] {
	if (answer.kind === "pass") return "pass";
	if (answer.kind === "not-checked") return `not checked: ${answer.why}`;
	return answer.suspicions
		.map(({ finding: { code, at } }) => `${code}@${at.file}:${at.row}:${at.column} ${at.value}`.trim())
		.sort();
}

/** The only suspicion of an answer. */
export function suspicionOf(answer: Answer): Suspicion {
	if (answer.kind !== "fail" || answer.suspicions.length !== 1) throw new Error(`not one suspicion: ${inWords(answer)}`);
	return answer.suspicions[0] as Suspicion;
}

/** A impact as a pair in lowest terms, `1/3`; a decimal that a test worked out by hand gives the same. */
export function impact(value: Ratio | string | null): string | null {
	if (value === null) return null;
	const { over, under } = reduced(typeof value === "string" ? fromExact(known(value)) : value);
	return `${over}/${under}`;
}

/** A measured lot of F1 in 2023: 100 t of bituminous coal, unless the cells say otherwise. */
export const lot = (cells: Row): Table => energy([{ carrier: "bituminous-coal", quantity: "100", ...cells }]);
