/** The contract of `tanlu inspect --format json`, and in which order its keys stand. */
import * as z from "zod";
import { tableKinds } from "../../domain/words.ts";
import type { Fields } from "../../language/fields.ts";
import type { InspectedColumn, InspectedFile, InspectedPeriod, InspectedRows, Inspection } from "../../views/inspection.ts";
import { code, count, hash, hashed, version, word, year } from "./cells.ts";
import { described, type Same } from "./describe.ts";
import { findings } from "./report.ts";

/** The contract, with a sentence for each key in the language of the fields. */
export function inspectionContract(fields: Pick<Fields, "outputs" | "report" | "inspection">): z.ZodType<Inspection> {
	const { title, about } = fields.outputs.inspection;
	return contract(fields).meta({ title, description: about });
}

// Compiles while the contract and the types are the same, in both directions; piece by piece, as in report.ts.
true satisfies Same<z.infer<ReturnType<typeof contract>>, Inspection>;
true satisfies Same<z.infer<ReturnType<typeof file>>, InspectedFile>;
true satisfies Same<z.infer<ReturnType<typeof column>>, InspectedColumn>;
true satisfies Same<z.infer<ReturnType<typeof period>>, InspectedPeriod>;
true satisfies Same<z.infer<ReturnType<typeof rows>>, InspectedRows>;

type Said = Fields["inspection"];

const place = z.int().min(1);
const text = z.string();

function contract({ inspection: said, report }: Pick<Fields, "report" | "inspection">) {
	return described(said.inspection, {
		schemaVersion: z.literal(1),
		tool: described(report.tool, { name: z.literal("tanlu"), version, seeds: hashed, rules: hashed }),
		files: z.array(file(said)),
		findings: findings(report),
	});
}

function file(said: Said) {
	return described(said.file, {
		file: word,
		kind: z.enum(tableKinds),
		sha256: hash,
		encoding: z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]),
		encodingToldBy: z.enum(["asked", "mark", "valid-utf-8", "not-utf-8"]),
		separator: z.enum([",", "\t", ";"]),
		newlines: z.array(z.enum(["CRLF", "LF", "CR"])),
		layout: z.enum(["long", "wide"]),
		titleRows: z.array(place),
		header: described(said.header, { row: place, line: place }),
		fromTitles: z.array(described(said.fromTitle, { column: word, value: word, row: place, text: word })),
		columns: z.array(column(said)),
		firms: count,
		units: z.array(described(said.units, { of: word, units: z.array(word) })),
		periods: z.array(period(said)),
		rows: rows(said),
	});
}

function column(said: Said) {
	return described(said.column, {
		letter: z.string().regex(/^[A-Z]+$/),
		word: text,
		column: word.nullable(),
		of: word.nullable(),
		unit: word.nullable(),
	});
}

function period(said: Said) {
	return described(said.period, {
		year,
		months: z.int().min(1).max(12),
		by: z.array(z.enum(["year", "quarter", "month"])).min(1),
	});
}

function rows(said: Said) {
	return described(said.rows, {
		read: count,
		used: count,
		refused: count,
		skipped: count,
		reasons: z.array(described(said.reason, { outcome: z.enum(["refused", "skipped"]), code, rows: place })),
	});
}
