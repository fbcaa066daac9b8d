/** The contract of `tanlu explain --format json`, and in which order its keys stand. */
import * as z from "zod";
import { gravities } from "../../findings/gravity.ts";
import type { Fields } from "../../language/fields.ts";
import type { Explained } from "../../views/explained.ts";
import { code, hashed, version, word } from "./cells.ts";
import { described, type Same } from "./describe.ts";

/** The contract, with a sentence for each key in the language of the fields. */
export function explainContract(fields: Pick<Fields, "outputs" | "explain">): z.ZodType<Explained> {
	const { title, about } = fields.outputs.explain;
	return contract(fields.explain).meta({ title, description: about });
}

// Compiles while the contract and `Explained` are the same type, in both directions.
true satisfies Same<z.infer<ReturnType<typeof contract>>, Explained>;

function contract(said: Fields["explain"]) {
	const file = described(said.file, { name: word, text: word, lastRowTimes: z.int().min(1) });
	const example = described(said.example, { command: word, files: z.array(file).min(1), also: z.array(code), told: word });
	const one = described(said.code, { code, gravity: z.enum(gravities), means: word, why: word, mend: word, example });
	return described(said.explain, {
		schemaVersion: z.literal(1),
		tool: described(said.tool, { name: z.literal("tanlu"), version, seeds: hashed, rules: hashed }),
		codes: z.array(one).min(1),
	});
}
