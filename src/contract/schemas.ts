/**
 * Schemas made from the catalogue: one for each output and file, for reading them and for `tanlu schema`. Loaded only by those two;
 * what a run writes is typed by the catalogue and needs none of this.
 */
import * as z from "zod/mini";
import { type FigureKind, figures, lists, type Shapes, type TextKind, texts, wholes } from "./kinds.ts";
import { keysOf } from "./outputs.ts";

/** What is said of each key of each shape. */
export type Said = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A decimal of at most so many places: no exponent, no plus, no trailing zeros, no "-0". */
export function decimalPattern(places: number): RegExp {
	return new RegExp(`^(?:0|-?(?:0|[1-9]\\d*)\\.\\d{0,${places - 1}}[1-9]|-?[1-9]\\d*)$`);
}

/** As a publication printed it: 0.440 stays 0.440. */
const printed = /^-?\d{1,30}(\.\d{1,20})?$/;

/** A shape of a catalogue: all its keys, and no other where it does not take them. A complaint's message is what was wanted, in the words of the catalogue. */
export function shapeSchema(shapes: Shapes, name: string, said?: Said): z.ZodMiniType {
	const keys = keysOf(shapes, name).map(([key, written, from, optional]) => {
		const schema = schemaOf(written, shapes, said);
		const about = said?.[from]?.[key];
		const described = about === undefined ? schema : schema.check(z.describe(about));
		return [key, optional ? z.optional(described) : described] as const;
	});
	const object = shapes[name]?.["..."] === "*" ? z.looseObject : z.strictObject;
	return object(Object.fromEntries(keys), { error: name });
}

/** What stands at a key. */
function schemaOf(written: string, shapes: Shapes, said: Said | undefined): z.ZodMiniType {
	const inside = (cut: number): z.ZodMiniType => schemaOf(written.slice(0, -cut), shapes, said);
	if (written.endsWith("?")) return z.nullable(inside(1));
	if (written.endsWith("{}")) return z.record(z.string(), inside(2), { error: written });
	if (written.endsWith("[]")) return z.array(inside(2), { error: written });
	if (written.endsWith("[+]")) return z.array(inside(3), { error: written }).check(z.minLength(1, { error: written }));
	const choices = written.split("|");
	if (choices.every((one) => one.startsWith("=")))
		return choices.length > 1
			? z.enum(
					choices.map((one) => one.slice(1)),
					{ error: written },
				)
			: z.literal(literal(written.slice(1)), { error: written });
	if (choices.length > 1)
		return z.union(
			choices.map((one) => schemaOf(one, shapes, said)),
			{ error: written },
		);
	if (written.startsWith("@")) return shapeSchema(shapes, written.slice(1), said);
	if (written.startsWith("of "))
		return z.enum(lists[written.slice(3) as keyof typeof lists] as readonly string[], { error: written });
	return kindSchema(written);
}

function kindSchema(kind: string): z.ZodMiniType {
	if (kind === "flag") return z.boolean({ error: kind });
	if (kind === "anything") return z.unknown();
	const text = (texts as Readonly<Record<string, TextKind>>)[kind];
	if (text !== undefined) {
		const any = z.string({ error: kind });
		if (text.form !== undefined) return any.check(z.regex(new RegExp(text.form), { error: kind }));
		return text.least === undefined ? any : any.check(z.minLength(text.least, { error: kind }));
	}
	const whole = (wholes as Readonly<Record<string, readonly number[]>>)[kind];
	if (whole !== undefined) {
		const [from = 0, to] = whole;
		const least = z.int({ error: kind }).check(z.minimum(from, { error: kind }));
		return to === undefined ? least : least.check(z.maximum(to, { error: kind }));
	}
	const figure = (figures as Readonly<Record<string, FigureKind>>)[kind];
	if (figure === undefined) throw new Error(`the catalogue has no kind ${kind}`);
	return z
		.string({ error: kind })
		.check(z.regex(figure.places === undefined ? printed : decimalPattern(figure.places), { error: kind }));
}

function literal(word: string): string | number | boolean {
	return word === "1" ? 1 : word === "true" ? true : word;
}
