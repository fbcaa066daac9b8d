/** What goes wrong in real tables, one or two things at a time. */
import type { Dice } from "./dice.ts";
import { UNITS } from "./figures.ts";
import { Fraction, total, whole } from "./fraction.ts";
import type { EnergyRow, OutputRow } from "./types.ts";

interface Rows {
	readonly energy: EnergyRow[];
	readonly output: OutputRow[];
}

const ONE_THIRD = 3;

const replace = <T>(items: readonly T[], index: number, ...by: T[]): T[] => [
	...items.slice(0, index),
	...by,
	...items.slice(index + 1),
];

const yearOf = (row: { readonly period?: string }): string => (row.period ?? "").slice(0, 4);

const same = (a: EnergyRow, b: EnergyRow): boolean =>
	a.carrier === b.carrier && a.use === b.use && a.site === b.site && yearOf(a) === yearOf(b);

const worth = (row: EnergyRow): Fraction =>
	Fraction.from(row.quantity ?? "").mul(Fraction.from(UNITS[row.unit ?? ""]?.[1] ?? ""));

/** Adds the whole year beside its parts: equal, a third too much, or with a part missing. */
const wholeBeside = (dice: Dice, rows: Rows, at: number): Rows => {
	const row = rows.energy[at];
	if (row?.period === undefined || row.period.length === 4 || row.emission_factor !== undefined) return rows;
	const parts = rows.energy.filter((other) => same(other, row));
	if (parts.some(({ quantity }) => quantity === "-")) return rows;
	const [, size = "1"] = UNITS[row.unit ?? ""] ?? [];
	const sum = total(parts.map(worth)).div(Fraction.from(size));
	const kind = dice.below(3);
	const quantity = (kind === 1 ? sum.mul(whole(4)).div(whole(ONE_THIRD)) : sum).text(20);
	const kept = kind === 2 ? rows.energy.filter((other) => other !== row) : rows.energy;
	return { ...rows, energy: [...kept, { ...row, period: yearOf(row), quantity }] };
};

type Fault = (dice: Dice, rows: Rows, at: number, row: EnergyRow) => Rows;

const more = (row: EnergyRow): EnergyRow => ({
	...row,
	// A blank stays blank: there is nothing to add to.
	quantity:
		row.quantity === "-"
			? "-"
			: Fraction.from(row.quantity ?? "")
					.add(whole(1))
					.text(20),
});

const KINDS = ["bituminous-coal", "烟煤", "anthracite"];

const FAULTS: readonly Fault[] = [
	(_, rows, at, row) =>
		row.use === undefined ? { ...rows, energy: replace(rows.energy, at, { ...row, quantity: "-12.5" }) } : rows,
	(_, rows, __, row) => ({ ...rows, energy: [...rows.energy, row] }),
	(_, rows, __, row) => ({ ...rows, energy: [...rows.energy, more(row)] }),
	(_, rows, at, row) => (row.period?.length === 4 ? rows : { ...rows, energy: replace(rows.energy, at) }),
	(_, rows, __, row) => ({ ...rows, energy: [...rows.energy, { ...row, carrier: "unobtainium" }] }),
	(_, rows, at, row) => {
		const first = rows.energy[0]?.carrier;
		return row.carrier === first ? rows : { ...rows, energy: replace(rows.energy, at, { ...row, quantity: "-" }) };
	},
	// Beside its kinds it would be their parent.
	(_, rows, at, { enthalpy: _enthalpy, ...row }) =>
		rows.energy.some(({ carrier }) => KINDS.includes(carrier ?? ""))
			? rows
			: { ...rows, energy: replace(rows.energy, at, { ...row, carrier: "raw-coal", unit: "t" }) },
	(dice, rows, at) => wholeBeside(dice, rows, at),
	(dice, rows, at) => wholeBeside(dice, rows, at),
	(dice, rows) => {
		const index = dice.below(rows.output.length);
		const row = rows.output[index];
		return row === undefined ? rows : { ...rows, output: replace(rows.output, index, { ...row, quantity: "-3" }) };
	},
	(dice, rows) => {
		const index = dice.below(rows.output.length);
		const row = rows.output[index];
		return row === undefined ? rows : { ...rows, output: [...rows.output, dice.chance(50) ? row : { ...row, quantity: "7.25" }] };
	},
	(dice, rows) => {
		const index = dice.below(rows.output.length);
		return { ...rows, output: replace(rows.output, index) };
	},
	(dice, rows) => {
		const index = dice.below(rows.output.length);
		const row = rows.output[index];
		return row === undefined ? rows : { ...rows, output: replace(rows.output, index, { ...row, quantity: "0" }) };
	},
	// Beside rows without a site a site would be a part of them.
	(_, rows, at, row) => (row.site === "" ? rows : { ...rows, energy: replace(rows.energy, at, row, { ...row, site: "三厂" }) }),
];

export const spoil = (dice: Dice, rows: Rows): Rows => {
	let spoiled = rows;
	for (let times = dice.between(1, 2); times > 0; times -= 1) {
		const at = dice.below(spoiled.energy.length);
		const row = spoiled.energy[at];
		if (row !== undefined && (row.quantity ?? "").length < 40) spoiled = dice.pick(FAULTS)(dice, spoiled, at, row);
	}
	return spoiled;
};
