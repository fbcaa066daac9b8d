/** Months of a plain firm running that are one amount, or rise and fall by one. */
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

export function clearsRepeats(plain: PlainCase): boolean {
	const { energies, repeated } = measuresOf(plain);
	const fewest = plain.limit("same-months");
	for (let kind = 0; kind < energies; kind += 1) if ((repeated[kind] as number) >= fewest) return false;
	return true;
}

export function clearsFilled(plain: PlainCase): boolean {
	const { energies, evenly } = measuresOf(plain);
	// Two months are one step, which says nothing.
	const fewest = Math.max(3, plain.limit("filled-months"));
	for (let kind = 0; kind < energies; kind += 1) if ((evenly[kind] as number) >= fewest) return false;
	return true;
}
