/** What the rows of a form come to in coal equivalent, by firm, period and site: by each coefficient, and beside a printed total. */
import { obtain } from "../../domain/obtain.ts";
import { compare, difference, type Exact, sign, sum } from "../../exact/exact.ts";
import { type Remark, remark } from "../../findings/finding.ts";
import type { Coefficient } from "../../layout/equivalent-columns.ts";
import type { Seeds } from "../../reference/seeds.ts";
import { type Measured, nothing, size, tonnes } from "./equivalent-amounts.ts";
import type { Understood } from "./supplies.ts";

export type TotalCheck = "agrees" | "differs" | "not-checked";

/** What the rows of a carrier come to in tonnes of coal equivalent. */
interface OfCarrier {
	/** By each coefficient, at the row's unit and at the unit that tables of coefficients are in; none where a row lacks it. */
	readonly by: Map<string, Measured | undefined>;
}

/** The rows of a firm, a period and a site. */
export interface Group {
	readonly carriers: Map<string, OfCarrier>;
	/** A row cannot be told: what the total is of is not known. */
	unclear: boolean;
	/** Something may have been made or passed on in the works, so that the energy used in all is less than the sum. */
	made: boolean;
}

export const waysOf: Readonly<Record<"physical" | "primary", readonly Coefficient[]>> = {
	physical: ["used", "listed"],
	primary: ["primary"],
};
type Way = keyof typeof waysOf;
export const ways = Object.keys(waysOf) as readonly Way[];
/** At the unit of the row, or at the small unit that tables of coefficients are in: 0.1229 kgce/kWh beside 10^4 kWh. */
export const scales = ["row", "small"] as const;

/** Forms are of one firm and year; a table of more groups is none whose totals are looked at. */
const mostGroups = 10_000;

/** The groups of a table, by `keyOf`. */
export class Groups {
	private readonly all = new Map<string, Group>();
	private overfull = false;

	/** The group of a row; undefined where there are too many. */
	of(understood: Understood): Group | undefined {
		const key = keyOf(understood);
		if (this.all.size >= mostGroups && !this.all.has(key)) this.overfull = true;
		if (this.overfull) {
			this.all.clear();
			return undefined;
		}
		return obtain(this.all, key, () => ({ carriers: new Map(), unclear: false, made: false }));
	}

	/** The group that a total is of, and its key: its own, or the only one there is. */
	under(key: string): { readonly key: string; readonly group: Group | undefined } {
		const [only] = this.all.size === 1 ? [...this.all.keys()] : [];
		const own = this.all.has(key) ? key : (only ?? "");
		return { key: own, group: this.all.get(own) };
	}
}

export function keyOf({ firm, site, at }: Understood): string {
	return `${firm ?? ""}\u001f${at?.code ?? ""}\u001f${site ?? ""}`;
}

/** One row more of a carrier, by `name`. Of a row that has no amount nothing is missing. */
export function add(
	{ carriers }: Group,
	carrier: string,
	name: string,
	one: Measured | undefined,
	amount: Measured,
	minus: boolean,
): void {
	const { by } = obtain(carriers, carrier, (): OfCarrier => ({ by: new Map() }));
	const row = sign(amount.value) === 0 ? nothing : one;
	const before = by.has(name) ? by.get(name) : nothing;
	if (before === undefined || row === undefined) by.set(name, undefined);
	else
		by.set(name, {
			value: minus ? difference(before.value, row.value) : sum(before.value, row.value),
			slack: sum(before.slack, row.slack),
		});
}

/** A printed total beside what its group comes to; what is to be told where they differ. */
export function checkTotal(
	{ printed, word }: { readonly printed: Measured; readonly word: string },
	group: Group,
	families: Seeds["families"],
): { readonly check: TotalCheck; readonly about?: Remark } {
	const way: Way = /等价/.test(word) ? "primary" : "physical";
	const sums = [
		...scales.flatMap((scale) => ["all", "industrial"].map((of) => summed(group, `${way} ${scale} ${of}`, families))),
		...(way === "physical" ? [summed(group, "printed", families)] : []),
	];
	const known = sums.filter((one) => one !== undefined);
	const [first] = known;
	if (first === undefined) return { check: "not-checked" };
	const apart = (one: Measured): Exact => difference(one.value, printed.value);
	if (known.some((one) => compare(size(apart(one)), sum(one.slack, printed.slack)) <= 0)) return { check: "agrees" };
	// What the works made itself and passed on is taken from the energy used in all, and the form does not show how much it was.
	if (group.made && /综合能/.test(word) && sign(apart(first)) > 0) return { check: "not-checked" };
	const about = remark("coal-equivalent-total-differs", {
		word,
		printed: tonnes(printed.value),
		summed: tonnes(first.value),
		apart: tonnes(size(apart(first))),
	});
	return { check: "differs", about };
}

/** Of an item and its kinds the item, where it has its own coefficient, else the kinds. */
function summed({ carriers }: Group, name: string, families: Seeds["families"]): Measured | undefined {
	const has = (id: string): boolean => isAmount(carriers.get(id));
	const hidden = new Set<string>();
	for (const { parent, children } of families) {
		const kinds = children.filter(has);
		if (!has(parent) || kinds.length === 0) continue;
		if (carriers.get(parent)?.by.get(name) === undefined) hidden.add(parent);
		else for (const kind of kinds) hidden.add(kind);
	}
	let all: Measured = nothing;
	for (const [id, { by }] of carriers) {
		if (hidden.has(id)) continue;
		const one = by.get(name);
		if (one === undefined) return undefined;
		all = { value: sum(all.value, one.value), slack: sum(all.slack, one.slack) };
	}
	return all;
}

function isAmount(one: OfCarrier | undefined): boolean {
	return one !== undefined && [...one.by.values()].some((by) => by !== undefined && sign(by.value) > 0);
}
