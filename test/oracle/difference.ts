/** The first place where two results differ. */

export interface Difference {
	readonly path: string;
	readonly expected: unknown;
	readonly actual: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Compares what is expected, key by key; keys beyond that are left alone, list lengths are not. */
export const difference = (expected: unknown, actual: unknown, path = ""): Difference | null => {
	if (!isObject(expected)) return Object.is(expected, actual) ? null : { path, expected, actual };
	if (!isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) return { path, expected, actual };
	if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length) {
		return { path: `${path}.length`, expected: expected.length, actual: actual.length };
	}
	for (const key of Object.keys(expected)) {
		if (!(key in actual)) return { path: `${path}.${key}`, expected: expected[key], actual: "no such key" };
		const found = difference(expected[key], actual[key], `${path}.${key}`);
		if (found !== null) return found;
	}
	return null;
};
