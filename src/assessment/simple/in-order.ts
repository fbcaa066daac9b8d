/** Firms that were assessed and the names of simple ones, all in order of firm. */
import { byCodeUnit } from "../../domain/order.ts";

/** Both come in order by code unit. */
export function* inOrder<F>(firms: Iterable<F>, nameOf: (firm: F) => string, names: Iterable<string>): Generator<F | string> {
	const simple = names[Symbol.iterator]();
	let next = simple.next();
	for (const firm of firms) {
		for (; next.done !== true && byCodeUnit(next.value, nameOf(firm)) < 0; next = simple.next()) yield next.value;
		yield firm;
	}
	for (; next.done !== true; next = simple.next()) yield next.value;
}
