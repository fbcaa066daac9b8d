/** What is left of a list when some of it is taken out, in its order; each of both is looked at once. */
export function without<T>(all: readonly T[], ...taken: readonly (readonly T[])[]): T[] {
	const gone = new Set(taken.flat());
	return all.filter((one) => !gone.has(one));
}
