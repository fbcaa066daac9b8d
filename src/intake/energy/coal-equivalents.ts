/**
 * Coal equivalents that a form prints, against its own coefficients: of a row, and of the total of all energy. The form's coefficient
 * counts, not a published one, and a difference within what rounding explains is none. Nothing here changes an amount.
 * Source: form 205-1 of the energy statistics, its audit relations; the reading rules of this tool, table 8, rule 4.
 */
import { obtain } from "../../domain/obtain.ts";
import { compare, difference, type Exact, known, one, product, sign, sum, toText, zero } from "../../exact/exact.ts";
import { type Amount, finding, type Place, remark } from "../../findings/finding.ts";
import { columnReader, lettered } from "../../layout/cells.ts";
import type { Coefficient } from "../../layout/equivalent-columns.ts";
import { printedPlaces } from "../../ledger/printed.ts";
import { ofWhich } from "../../reference/kind-words.ts";
import { isCoalEquivalent, type Unit } from "../../reference/units.ts";
import type { TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import type { NamedCarrier } from "./carrier.ts";
import type { Understood } from "./supplies.ts";

export type TotalCheck = "agrees" | "differs" | "not-checked";

export interface EquivalentsCheck {
	/** A row of one carrier, known or not. */
	readonly row: (row: Understood, found: NamedCarrier | undefined, text: string) => void;
	/** A row that is the total of all energy; whether it has an amount in coal equivalent, which will be compared. `by` is who tells of the row. */
	readonly total: (row: Understood, text: string, by: "row" | "totals") => boolean;
	/** Compares the totals once all rows are read. */
	readonly finish: () => void;
	/** What came of the total in a row. */
	readonly checked: (row: number) => TotalCheck | undefined;
}

/** An amount and by how much rounding may have moved it. */
interface Measured {
	readonly value: Exact;
	readonly slack: Exact;
}

/** What the rows of a carrier come to in tonnes of coal equivalent. */
interface OfCarrier {
	/** By each coefficient, at the row's unit and at the unit that tables of coefficients are in; none where a row lacks it. */
	readonly by: Map<string, Measured | undefined>;
	readonly used: boolean;
}

/** The rows of a firm, a period and a site. */
interface Group {
	readonly carriers: Map<string, OfCarrier>;
	/** A row cannot be told: what the total is of is not known. */
	unclear: boolean;
	/** Something may have been made or passed on in the works, so that the energy used in all is less than the sum. */
	made: boolean;
}

interface Total {
	readonly key: string;
	readonly printed: Measured;
	readonly word: string;
	readonly at: Place;
	readonly by: "row" | "totals";
}

/** Forms are of one firm and year; a table of more groups is none whose totals are looked at. */
const mostGroups = 10_000;

const half = known("0.5");
const tenth = known("0.1");
const thousandth = known("0.001");
const tenThousand = known("10000");
/** What leaves the works again, in rows of their own. */
const leaves = /转换产出|回收利用/;
const waysOf: Readonly<Record<"physical" | "primary", readonly Coefficient[]>> = {
	physical: ["used", "listed"],
	primary: ["primary"],
};
type Way = keyof typeof waysOf;
const ways = Object.keys(waysOf) as readonly Way[];
/** At the unit of the row, or at the small unit that tables of coefficients are in: 0.1229 kgce/kWh beside 10^4 kWh. */
const scales = ["row", "small"] as const;

/** Undefined where the table has no column of coal equivalent. */
export function coalEquivalents(context: TableContext): EquivalentsCheck | undefined {
	const { header, table, reference } = context;
	const columns = header.equivalents;
	if (columns === undefined || header.kind !== "energy" || !header.at.has("quantity")) return undefined;
	const [quantityOf, unitOf] = [columnReader(header, "quantity"), columnReader(header, "unit")];
	const inHeader = header.units.get("quantity") ?? "";
	const purchasedOf = header.at.has("purchased") ? columnReader(header, "purchased") : undefined;
	const industrialAt = header.parts.get("industrial");
	const families = reference.seeds.families.filter(({ parent }) => reference.carriers.byId(parent)?.group !== "total");
	const groups = new Map<string, Group>();
	const totals: Total[] = [];
	const checks = new Map<number, TotalCheck>();
	let overfull = false;

	return { row, total, finish, checked: (at) => checks.get(at) };

	function row(understood: Understood, found: NamedCarrier | undefined, text: string): void {
		const { cells } = understood;
		const group = groupOf(understood);
		const amount = measured(quantityOf(cells));
		const own = amount === undefined ? undefined : byCoefficients(cells, amount);
		if (amount !== undefined && own !== undefined && found !== undefined) compareRow(understood, found, own, text);
		if (group === undefined || found?.said.total === true) return;
		const part = found === undefined ? ofWhich(text) !== undefined : found.said.part !== "";
		if (part || found?.carrier.group === "total") return;
		if (amount === undefined) {
			if (quantityOf(cells).trim() !== "") group.unclear = true;
			return;
		}
		if (found?.said.use === "sold" || (found?.said.notConsumption ?? "") !== "") group.unclear = true;
		if (found === undefined) group.unclear ||= sign(amount.value) !== 0;
		else if (isMade(found, cells, amount)) group.made = true;
		const sink = leaves.test(text);
		const name = `${found?.carrier.id ?? text}${sink ? "\u001fleaves" : ""}`;
		const there = obtain(group.carriers, name, (): OfCarrier => ({ by: new Map(), used: true }));
		const industrial = industrialAt === undefined ? undefined : measured(cells[industrialAt] ?? "");
		const inIndustry = byCoefficients(cells, industrial ?? nothing);
		for (const way of ways)
			for (const scale of scales) {
				add(there, `${way} ${scale} all`, own?.get(`${way} ${scale}`), amount, sink);
				if (industrialAt === undefined) continue;
				add(there, `${way} ${scale} industrial`, inIndustry.get(`${way} ${scale}`), industrial ?? nothing, sink);
			}
		const printed = columns?.amount === undefined ? undefined : inTonnes(cells[columns.amount.index] ?? "", printedUnit());
		add(there, "printed", printed, amount, sink);
	}

	function total(understood: Understood, text: string, by: Total["by"]): boolean {
		const { cells, row: at, line } = understood;
		const own = reference.units.find(unitOf(cells).trim() || inHeader);
		const inQuantity = own !== undefined && isCoalEquivalent(own) ? inTonnes(quantityOf(cells), own) : undefined;
		const beside = columns?.amount;
		const printed = inQuantity ?? (beside === undefined ? undefined : inTonnes(cells[beside.index] ?? "", printedUnit()));
		if (printed === undefined) return false;
		const index = inQuantity === undefined ? (beside?.index ?? -1) : (header.at.get("quantity") as number);
		const column = header.words[index] ?? "";
		const place = { ...table, row: at, line, column, value: (cells[index] ?? "").trim(), ...lettered(table, column, header) };
		totals.push({ key: keyOf(understood), printed, word: text.trim(), at: place, by });
		return true;
	}

	function finish(): void {
		const [only] = groups.size === 1 ? [...groups.keys()] : [];
		for (const one of totals) {
			const key = groups.has(one.key) ? one.key : (only ?? "");
			const found = groups.get(key);
			const [firm = ""] = key.split("\u001f");
			const check = found === undefined || found.unclear ? "not-checked" : checkTotal(one, found, firm);
			checks.set(one.at.row, check);
			const place = { ...one.at, column: header.words[header.at.get("carrier") ?? -1] ?? "", value: one.word };
			if (one.by === "row") context.tell(finding(remark("total-row", { check }), place, firm));
		}
	}

	function checkTotal({ printed, word, at }: Total, group: Group, firm: string): TotalCheck {
		const way: Way = /等价/.test(word) ? "primary" : "physical";
		const sums = [
			...scales.flatMap((scale) => ["all", "industrial"].map((of) => summed(group, `${way} ${scale} ${of}`))),
			...(way === "physical" ? [summed(group, "printed")] : []),
		];
		const known = sums.filter((one) => one !== undefined);
		const [first] = known;
		if (first === undefined) return "not-checked";
		const apart = (one: Measured): Exact => difference(one.value, printed.value);
		if (known.some((one) => compare(size(apart(one)), sum(one.slack, printed.slack)) <= 0)) return "agrees";
		// What the works made itself and passed on is taken from the energy used in all, and the form does not show how much it was.
		if (group.made && /综合能/.test(word) && sign(apart(first)) > 0) return "not-checked";
		const about = remark("coal-equivalent-total-differs", {
			word,
			printed: tonnes(printed.value),
			summed: tonnes(first.value),
			apart: tonnes(size(apart(first))),
		});
		context.tell(finding(about, at, firm));
		return "differs";
	}

	/** Of an item and its kinds the item, where it has its own coefficient, else the kinds. */
	function summed({ carriers }: Group, name: string): Measured | undefined {
		const has = (id: string): boolean => carriers.has(id) && isAmount(carriers.get(id));
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

	/** A row's own coal equivalent against its amount and coefficient. */
	function compareRow(
		{ cells, row: at, line, firm }: Understood,
		{ carrier, said }: NamedCarrier,
		own: ReadonlyMap<string, Measured>,
		text: string,
	): void {
		if (columns?.amount === undefined || carrier.group === "total" || said.equivalent || text.trim() === "") return;
		const given = inTonnes(cells[columns.amount.index] ?? "", printedUnit());
		if (given === undefined) return;
		const known = [...own.values()];
		const [first] = known;
		if (first === undefined) return;
		const fits = (one: Measured): boolean => compare(size(difference(one.value, given.value)), sum(one.slack, given.slack)) <= 0;
		if (known.some(fits)) return;
		const column = header.words[columns.amount.index] ?? "";
		const place = { ...table, row: at, line, column, value: (cells[columns.amount.index] ?? "").trim() };
		const about = remark("coal-equivalent-differs", {
			what: { of: "carrier", carrier: carrier.id, use: said.use ?? "consumed" },
			converted: tonnes(first.value),
			given: tonnes(given.value),
		});
		context.tell(finding(about, { ...place, ...lettered(table, column, header) }, firm ?? ""));
	}

	/** An amount by each coefficient of its row, in tonnes of coal equivalent. */
	function byCoefficients(cells: readonly string[], amount: Measured): ReadonlyMap<string, Measured> {
		const found = new Map<string, Measured>();
		const unit = reference.units.find(unitOf(cells).trim() || inHeader);
		for (const way of ways) {
			const stated = waysOf[way].flatMap((one) => {
				const at = columns?.coefficients.get(one);
				return (at === undefined ? undefined : measured(cells[at] ?? "")) ?? [];
			})[0];
			if (stated === undefined || sign(stated.value) <= 0) continue;
			const converted = times(amount, stated);
			found.set(`${way} row`, converted);
			found.set(`${way} small`, scaled(converted, smallUnits(unit)));
		}
		return found;
	}

	function groupOf(understood: Understood): Group | undefined {
		const key = keyOf(understood);
		if (groups.size >= mostGroups && !groups.has(key)) overfull = true;
		if (overfull) {
			groups.clear();
			return undefined;
		}
		return obtain(groups, key, () => ({ carriers: new Map(), unclear: false, made: false }));
	}

	function printedUnit(): Unit | undefined {
		const unit = columns?.amount?.unit ?? "";
		return unit === "" ? reference.units.bySymbol("tce") : reference.units.find(unit);
	}

	/** Power and heat are taken as bought where no column says how much was. */
	function isMade({ carrier, source }: NamedCarrier, cells: readonly string[], used: Measured): boolean {
		if (source === "own" || carrier.group === "medium" || reference.madeFrom(carrier.id).length > 0) return true;
		if (purchasedOf === undefined || (carrier.group !== "electricity" && carrier.group !== "heat")) return false;
		return compare(measured(purchasedOf(cells))?.value ?? zero, used.value) < 0;
	}
}

const nothing: Measured = { value: zero, slack: zero };

function keyOf({ firm, site, at }: Understood): string {
	return `${firm ?? ""}\u001f${at?.code ?? ""}\u001f${site ?? ""}`;
}

function isAmount(one: OfCarrier | undefined): boolean {
	return one !== undefined && [...one.by.values()].some((by) => by !== undefined && sign(by.value) > 0);
}

/** One row more. Of a row that has no amount nothing is missing. */
function add(there: OfCarrier, name: string, one: Measured | undefined, amount: Measured, minus: boolean): void {
	const row = sign(amount.value) === 0 ? nothing : one;
	const before = there.by.has(name) ? there.by.get(name) : nothing;
	if (before === undefined || row === undefined) there.by.set(name, undefined);
	else
		there.by.set(name, {
			value: minus ? difference(before.value, row.value) : sum(before.value, row.value),
			slack: sum(before.slack, row.slack),
		});
}

/** A cell's number with half a step of its last place; undefined where it is none. */
function measured(text: string): Measured | undefined {
	const read = readNumber(text);
	if (read.kind !== "number") return undefined;
	let step = half;
	for (let place = printedPlaces(text); place > 0; place -= 1) step = product(step, tenth);
	return { value: read.value, slack: step };
}

/** A cell in a unit of coal equivalent, which may be written as one of mass. */
function inTonnes(text: string, unit: Unit | undefined): Measured | undefined {
	const read = measured(text);
	if (read === undefined || unit === undefined) return undefined;
	if (unit.dimension === "mass") return scaled(read, unit.toBase);
	if (unit.symbol === "tce") return read;
	if (unit.symbol === "kgce") return scaled(read, thousandth);
	return unit.symbol === "10^4 tce" ? scaled(read, tenThousand) : undefined;
}

/** What an amount in a unit is multiplied by besides, where the coefficient is in kilograms for the smallest unit. */
function smallUnits(unit: Unit | undefined): Exact {
	if (unit === undefined) return one;
	if (unit.dimension === "mass" || unit.dimension === "energy") return isCoalEquivalent(unit) ? one : unit.toBase;
	return unit.dimension === "electricity" || unit.dimension === "gas-volume" ? product(unit.toBase, thousandth) : one;
}

function times(a: Measured, b: Measured): Measured {
	const slack = sum(sum(product(size(a.value), b.slack), product(size(b.value), a.slack)), product(a.slack, b.slack));
	return { value: product(a.value, b.value), slack };
}

function scaled({ value, slack }: Measured, by: Exact): Measured {
	return { value: product(value, by), slack: product(slack, by) };
}

function size(value: Exact): Exact {
	return sign(value) < 0 ? difference(zero, value) : value;
}

function tonnes(value: Exact): Amount {
	const text = toText(value);
	return { exact: text, unit: "tce", shown: { value: text, unit: "tce" } };
}
