/** What stands in the values of all json outputs. */
import * as z from "zod";

/** A decimal of at most so many places: no exponent, no plus, no trailing zeros, no "-0". */
export const decimalPattern = (places: number): RegExp =>
	new RegExp(`^(?:0|-?(?:0|[1-9]\\d*)\\.\\d{0,${places - 1}}[1-9]|-?[1-9]\\d*)$`);

export const decimal: z.ZodString = z.string().regex(decimalPattern(12));
/** Progress, schedule ratio and yearly cut. */
export const few: z.ZodString = z.string().regex(decimalPattern(6));
export const unknown: z.ZodNullable<z.ZodString> = decimal.nullable();
/** As its publication printed it: 0.440 stays 0.440. */
export const printed: z.ZodString = z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/);
export const count: z.ZodInt = z.int().min(0);
export const year: z.ZodInt = z.int().min(1949).max(2100);
export const word: z.ZodString = z.string().min(1);
/** Lower-case words joined by hyphens. */
export const code: z.ZodString = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Ids of sectors, carriers and process rows are words of the seeds. */
export const id: z.ZodString = z.string().regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/);
export const hash: z.ZodString = z.string().regex(/^[0-9a-f]{64}$/);
export const hashed: z.ZodString = z.string().regex(/^sha256:[0-9a-f]{64}$/);
export const version: z.ZodString = z.string().regex(/^\d+\.\d+\.\d+/);

/** Words that the type of the output leaves open. */
export function oneOf(words: readonly [string, ...string[]]): z.ZodType<string> {
	return z.enum(words);
}
