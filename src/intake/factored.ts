/** What the factors in force say of fuels: how they may be metered, and what is usual of them. */
import { toText } from "../exact/exact.ts";
import type { SuppliedFactor } from "../ledger/supplied.ts";
import type { Reference } from "../reference/reference.ts";
import type { IntakeChoices } from "./intake.ts";

/** What the factors in force have of a fuel: the user's, else the set's. */
export function usualOf({ seeds }: Reference, fuelSet: string, factors: readonly SuppliedFactor[]): IntakeChoices["usual"] {
	const rows = seeds.fuelSets.find(({ id }) => id === fuelSet)?.factors ?? [];
	return (carrier, unit) => {
		const parts = factors.find((row) => row.carrier === carrier && row.unit === unit && row.parts !== null)?.parts;
		if (parts != null) return { ncv: toText(parts.ncv), carbonContent: toText(parts.carbonContent) };
		return rows.find((row) => row.carrier === carrier && row.unit === unit);
	};
}

/** In which dimensions the factors in force state each fuel: the set's, the user's, and any set's where the set lacks it. */
export function naturalDimensions(
	reference: Reference,
	fuelSet: string,
	supplied: readonly SuppliedFactor[],
): (carrier: string) => ReadonlySet<string> {
	const dimension = (symbol: string): string => reference.units.bySymbol(symbol).dimension;
	const known = new Map<string, Set<string>>();
	return (carrier) => {
		let found = known.get(carrier);
		if (found === undefined) {
			found = new Set();
			const sets = reference.seeds.fuelSets;
			const rows = sets.filter(({ id }) => id === fuelSet).flatMap(({ factors }) => factors);
			const own = rows.filter((row) => row.carrier === carrier);
			const any = own.length > 0 ? own : sets.flatMap(({ factors }) => factors).filter((row) => row.carrier === carrier);
			for (const { unit } of any.length > 0 ? any : reference.seeds.coalEquivalents.filter((row) => row.carrier === carrier))
				found.add(dimension(unit));
			for (const factor of supplied) if (factor.carrier === carrier) found.add(dimension(factor.unit));
			known.set(carrier, found);
		}
		return found;
	};
}
