/** What several outputs tell alike: files, counts, findings. */
import * as z from "zod";
import { tableKinds } from "../../domain/words.ts";
import { gravities } from "../../findings/gravity.ts";
import type { Fields } from "../../language/fields.ts";
import type { ReportFinding, ReportFindings, ReportInput } from "../../views/report.ts";
import { code, count, hash, unknown, word } from "./cells.ts";
import { described, type Same } from "./describe.ts";

type Said = Fields["report"];

// Proved here, since those who use them see no more than the type.
true satisfies Same<z.infer<ReturnType<typeof input>>, ReportInput>;
true satisfies Same<z.infer<ReturnType<typeof counts>>, ReportFindings["counts"]>;
true satisfies Same<z.infer<z.ZodObject<typeof finding>>, ReportFinding>;

function input(said: Said) {
	return described(said.input, {
		file: z.string().regex(/^(?![/\\])[^\\]+$/),
		kind: z.enum(tableKinds),
		sha256: hash,
		encoding: z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]),
		separator: z.enum([",", "\t", ";"]),
		rows: described(said.rows, { read: count, used: count, refused: count, skipped: count }),
	});
}

function counts(said: Said) {
	return described(said.counts, { error: count, warning: count, note: count });
}

const finding = {
	code,
	gravity: z.enum(gravities),
	file: word.nullable(),
	row: z.int().min(1).nullable(),
	line: z.int().min(1).nullable(),
	column: word.nullable(),
	value: z.string().nullable(),
	firm: word.nullable(),
	period: word.nullable(),
	message: word,
	remedy: z.string(),
	weightTonnes: unknown,
	couldTurnVerdict: z.boolean().nullable(),
	cause: word.nullable(),
	fingerprint: word,
};

export const inputContract: (said: Said) => z.ZodType<ReportInput> = input;
export const countsContract: (said: Said) => z.ZodType<ReportFindings["counts"]> = counts;
/** The keys of a finding in their order; an output may have more behind them. */
export const findingShape: { readonly [K in keyof ReportFinding]: z.ZodType<ReportFinding[K]> } = finding;
