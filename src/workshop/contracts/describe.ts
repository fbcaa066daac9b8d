/** Objects of a contract whose every key has a sentence: a key without one, or a sentence without a key, does not compile. */
import * as z from "zod";

type Shape = Readonly<Record<string, z.ZodType>>;

/** What describes a shape: its keys and no other. */
export type Sentences<S extends Shape, D> = D & { readonly [K in keyof S]: string } & {
	readonly [K in Exclude<keyof D, keyof S>]: never;
};

/** An object with these keys, all there and no other, in this order. */
export function described<S extends Shape, D extends Readonly<Record<string, string>>>(
	sentences: Sentences<S, D>,
	shape: S,
): z.ZodObject<S, z.core.$strict> {
	const entries = Object.entries(shape).map(([key, type]) => [
		key,
		type.describe((sentences as Record<string, string>)[key] ?? ""),
	]);
	return z.strictObject(Object.fromEntries(entries)) as z.ZodObject<S, z.core.$strict>;
}

/** Two types that are one: `never` where either holds what the other does not. */
export type Same<A, B> = [Plain<A>, Plain<B>] extends [infer X, infer Y]
	? (<T>() => T extends X ? 1 : 2) extends <T>() => T extends Y ? 1 : 2
		? true
		: never
	: never;

/** A type without `readonly` and with intersections made one object. */
type Plain<T> = T extends readonly (infer I)[] ? Plain<I>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
