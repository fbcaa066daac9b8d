/** Random losses: tables of several firms, and one row that went wrong on its way. */
import type { Dice } from "../../dice.ts";
import { diceOf } from "../../dice.ts";
import type { LostExample } from "../examples.ts";

export interface LostCase extends Omit<LostExample, "withheld" | "free"> {
	readonly seed: number;
	/** the firm whose row it was */
	readonly owner: string;
}

const NAMES = [
	...["Alpha, Ltd", "Alpha", "Beta", "Gamma Steel", "Gamma Steel, North", "甲厂", "乙厂"],
	...["河北钢铁集团唐山公司", "河北钢铁集团邯郸公司", "首钢", "F1", "F2", "F12"],
];
const YEARS = [2020, 2022, 2023];
const HEADER = "firm,period,carrier,quantity,unit";

const quoted = (name: string): string => (name.includes(",") ? `"${name}"` : name);

const rowOf = (name: string, year: number): string => `${quoted(name)},${year},electricity,${100 - 3 * (year - 2020)},MWh`;

interface Broken {
	readonly line: string;
	readonly why: "ragged" | "no-firm";
}

/** A row of one firm, broken in a way that offices know. */
const broken = (dice: Dice, name: string): Broken => {
	const year = dice.pick([2022, 2023]);
	const kind = dice.below(5);
	if (kind === 0) return { line: `${quoted(name)},${year},coke,1,234,t`, why: "ragged" };
	if (kind === 1) return { line: `${quoted(name)},,${year},coke,100,t`, why: "ragged" };
	if (kind === 2) return { line: `${quoted(name)},coke,100`, why: "ragged" };
	if (kind === 3 && name.includes(",")) return { line: `${name},${year},coke,1000,t`, why: "ragged" };
	if (kind === 3) return { line: `${year},${quoted(name)},coke`, why: "ragged" };
	return { line: `,${year},coke,100,t`, why: "no-firm" };
};

/** Rows firm by firm, or year by year. */
const tableOf = (names: readonly string[], sorted: boolean): { readonly name: string; readonly line: string }[] => {
	const row = (name: string, year: number) => ({ name, line: rowOf(name, year) });
	return sorted
		? names.flatMap((name) => YEARS.map((year) => row(name, year)))
		: YEARS.flatMap((year) => names.map((name) => row(name, year)));
};

export const lostCase = (seed: number): LostCase => {
	const dice = diceOf(seed * 11 + 5);
	const names = dice.shuffle(NAMES).slice(0, dice.between(3, 6));
	const cut = dice.between(2, names.length);
	const first = names.slice(0, cut);
	const owner = dice.pick(first);
	const { line, why } = broken(dice, owner);
	const sorted = why === "no-firm" || dice.chance(50);
	const rows = tableOf(first, sorted);
	// Beside a row of its own firm: where it would have stood.
	const own = rows.flatMap((row, index) => (row.name === owner ? [index] : []));
	const at = dice.pick(own) + dice.below(2);
	const lines = rows.map((row) => row.line);
	const a = [HEADER, ...lines.slice(0, at), line, ...lines.slice(at)];
	const rest = names.slice(cut);
	const output = names.flatMap((name) => YEARS.map((year) => `${quoted(name)},${year},value_added,100,万元,constant-2020`));
	return {
		id: String(seed),
		seed,
		input: line,
		files: {
			"a.csv": a,
			...(rest.length === 0 ? {} : { "b.csv": [HEADER, ...tableOf(rest, true).map((row) => row.line)] }),
			"output.csv": ["firm,period,indicator,quantity,unit,prices", ...output],
		},
		lost: [{ file: "a.csv", line: at + 2, why }],
		run: names.map((name) => ({ name })),
		owner,
	};
};
