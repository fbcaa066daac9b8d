/** What may be planted in the years of a works, near each limit and on either side of it. */
import type { Dice } from "../../mistakes/dice.ts";
import { type Line, type Works, written } from "./firms.ts";

const near = [1.06, 1.17, 1.2, 1.23, 1.3, 1.33, 1.45, 1.5, 1.55, 2, 3.6, 8.14, 10, 29.3, 1000];
const either = (by: number, { of }: Dice): number => of([by, 1 / by]);

/** The months of a year, or of the years from it on, times so much. */
const scale = ({ amounts }: Line, year: number, by: number, years = 1): void => {
	for (let at = year * 12; at < Math.min(amounts.length, (year + years) * 12); at += 1)
		amounts[at] = (amounts[at] as number) * by;
};

const outputOf = ({ lines, made }: Works): Line | undefined => (made ? lines.at(-1) : undefined);

export const yearPlants: Readonly<Record<string, (works: Works, dice: Dice) => void>> = {
	nothing: () => {},
	"a year that stands apart": (works, dice) => {
		const [year, by] = [dice.roll(0, works.years - 1), either(dice.of(near), dice)];
		for (const line of dice.of([works.lines, works.lines.slice(1), [dice.of(works.lines)], [works.lines.at(-1) as Line]]))
			scale(line, year, by);
	},
	"another level from some year on": (works, dice) => {
		const [year, by] = [dice.roll(0, works.years - 1), either(dice.of(near), dice)];
		scale(dice.of(works.lines), year, by, works.years);
	},
	"all years in another unit": (works, dice) => {
		const by = either(dice.of([10, 1000, 10_000, 3.6, 29.3]), dice);
		scale(dice.of(works.lines), 0, by, works.years);
	},
	"two carriers' years in each other's place": ({ lines, years }, { roll }) => {
		const [one, other] = [lines[0] as Line, lines[1] ?? (lines[0] as Line)];
		const begin = roll(0, years - 1) * 12;
		for (let at = begin; at < begin + 12; at += 1)
			[one.amounts[at], other.amounts[at]] = [other.amounts[at] as number, one.amounts[at] as number];
	},
	"a year that does not follow the output": (works, dice) => {
		const output = outputOf(works);
		if (output !== undefined) scale(output, dice.roll(0, works.years - 1), either(dice.of([1.15, 1.25, 1.3, 1.32, 1.4]), dice));
	},
	"a month that does not follow the output": (works, { roll, of }) => {
		const output = outputOf(works);
		const at = roll(1, works.years * 12 - 1);
		const by = of([1.19, 1.21, 1.25, 1.4, 0.82, 0.7]);
		for (const { amounts } of of([works.lines, [of(works.lines)], output === undefined ? [] : [output]]))
			amounts[at] = (amounts[at - 1] as number) * by;
		for (const { amounts } of of([works.lines, [of(works.lines)]]))
			amounts[at] = (amounts[at - 1] as number) * of([1, 1.01, 1.019, 1.021]);
	},
	"months of the output that slipped": (works, { roll, of }) => {
		const output = outputOf(works);
		const by = of([2, 1.95, 2.1, 10, 100, 0.1]);
		for (let left = of([1, 2, 4, 12]); output !== undefined && left > 0; left -= 1) {
			const at = roll(0, output.amounts.length - 1);
			output.amounts[at] = (output.amounts[at] as number) * by;
		}
	},
	"another level from some month on": ({ lines, years }, { roll, of }) => {
		const [begin, by] = [roll(12, Math.max(12, years * 12 - 4)), of([1.45, 1.5, 1.52, 1.6, 0.66, 0.6, 3])];
		for (const { amounts } of of([lines, [of(lines)]]))
			for (let at = begin; at < amounts.length; at += 1) amounts[at] = (amounts[at] as number) * by;
	},
	"a carrier's number for the output": (works, { roll, of }) => {
		const output = outputOf(works);
		const other = of(works.lines);
		for (let left = of([1, 2, 3]); output !== undefined && left > 0; left -= 1) {
			const at = roll(0, output.amounts.length - 1);
			output.amounts[at] = Number(written(other)[at]);
		}
	},
	"next to no power": (works, dice) => {
		for (const line of works.lines)
			if (line.carrier === "electricity") scale(line, 0, dice.of([0.01, 0.001, 0.0004, 0.0001]), works.years);
	},
	"energy that is dearer than what it makes": (works, dice) => {
		const output = outputOf(works);
		if (output !== undefined) scale(output, 0, dice.of([0.1, 0.01, 0.003, 0.001]), works.years);
	},
	"amounts to date": ({ lines, years }, { roll, of }) => {
		const begin = roll(0, years - 1) * 12;
		for (const { amounts } of of([lines, [of(lines)]]))
			for (let month = 1; month < 12; month += 1)
				amounts[begin + month] =
					(amounts[begin + month - 1] as number) + (amounts[begin + month] as number) * of([1, 0.24, 0.26]);
	},
	"a month in another unit": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		const at = roll(0, amounts.length - 1);
		amounts[at] = (amounts[at] as number) * of([45, 49, 51, 60, 1000, 0.02, 0.001]);
	},
};
