/**
 * Names that mean one thing beside some rows and another elsewhere: decided when all rows of the firm are known, by its sector or by
 * what stands beside them in the year.
 */
import { sign } from "../exact/exact.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { EnergyLine } from "../ledger/year-draft.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";

export type Meaning = { readonly carrier: Carrier } | { readonly about: Remark };

/** Whether the firm-year makes clinker. */
export function makesClinker(reference: Reference, lines: readonly EnergyLine[], carrierOf: (key: string) => Carrier): boolean {
	return lines.some(
		({ carrier, amount }) => sign(amount) > 0 && reference.carbon("clinker", carrierOf(carrier).id, null) !== undefined,
	);
}

/** What a line's carrier means in a firm of these sectors, the more particular first. */
export function meaningOf(
	reference: Reference,
	carrier: Carrier,
	sectors: readonly (string | null)[],
	clinker: boolean,
	ownFactor: boolean,
): Meaning {
	if (reference.carbon("substitute", carrier.id, null) !== undefined)
		return clinker
			? { carrier }
			: { about: remark("name-of-two-meanings", { carrier: carrier.id, meanings: [], clinker: true }) };
	const meanings = reference.meanings(carrier.id);
	if (meanings.length === 0 || ownFactor) return { carrier };
	const meant = sectors
		.map((sector) => meanings.find((one) => sector !== null && one.sector === sector))
		.find((one) => one !== undefined);
	const found = meant === undefined ? undefined : reference.carriers.byId(meant.row);
	const rows = meanings.map(({ row }) => row);
	return found === undefined
		? { about: remark("name-of-two-meanings", { carrier: carrier.id, meanings: rows, clinker: false }) }
		: { carrier: found };
}
