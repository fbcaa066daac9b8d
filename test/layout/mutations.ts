/** What happens to a form between offices: rows, columns, headers, merged cells, totals and units. Digits that no total holds stay. */
import type { Dice } from "../oracle/dice.ts";
import { carriers, type Form } from "./forms.ts";

type Cells = readonly (readonly string[])[];

const width = (cells: Cells): number => Math.max(...cells.map(({ length }) => length));
const put = (row: readonly string[], at: number, word: string): string[] =>
	row.map((cell, index) => (index === at ? word : cell));
const set = (cells: Cells, row: number, at: number, word: string): Cells =>
	cells.map((one, index) => (index === row ? put(one, at, word) : one));
const isNumber = (cell: string): boolean => /^\d+(\.\d+)?$/.test(cell);
const filledIn = (row: readonly string[]): number[] => row.flatMap((cell, index) => (cell === "" ? [] : [index]));

/** A cell of the header that holds a word. */
function headerCell(dice: Dice, { cells, head }: Form): readonly [row: number, at: number] {
	const row = dice.below(head);
	// Another name in a title is another firm.
	const filled = filledIn(cells[row] ?? []).filter((at) => !/公司|厂/.test(cells[row]?.[at] ?? ""));
	return filled.length === 0 ? headerCell(dice, { cells, head } as Form) : [row, dice.pick(filled)];
}

type Mutate = (dice: Dice, form: Form) => Cells;

export const mutations: Readonly<Record<string, Mutate>> = {
	"a column is gone": (dice, { cells, layout }) => {
		// A carrier that has one column and loses it leaves no trace in the form.
		const at = dice.below(layout === "units below the names" ? 2 : width(cells));
		return cells.map((row) => row.filter((_, index) => index !== at));
	},
	"a column stands twice": (dice, { cells }) => {
		const at = dice.below(width(cells));
		return cells.map((row) => (at < row.length ? [...row.slice(0, at + 1), row[at] as string, ...row.slice(at + 1)] : row));
	},
	"a blank column": (dice, { cells }) => {
		const at = dice.below(width(cells));
		return cells.map((row) => (at < row.length ? [...row.slice(0, at), "", ...row.slice(at)] : row));
	},
	"a column of numbers without a word": (dice, { cells, head }) => {
		const at = dice.below(width(cells));
		return cells.map((row, index) => [...row.slice(0, at), index < head ? "" : String(dice.between(1, 99)), ...row.slice(at)]);
	},
	"a row stands twice": (dice, { cells, head }) => {
		const at = dice.between(head, cells.length - 1);
		return [...cells.slice(0, at + 1), cells[at] as readonly string[], ...cells.slice(at + 1)];
	},
	"a blank row": (dice, { cells }) => {
		const at = dice.below(cells.length);
		return [...cells.slice(0, at), cells[0]?.map(() => "") ?? [], ...cells.slice(at)];
	},
	"a header row is gone": (dice, { cells, head }) => cells.filter((_, index) => index !== dice.below(head)),
	"the header stands once more": (dice, { cells, head }) => {
		const at = dice.between(head, cells.length - 1);
		return [...cells.slice(0, at), cells[head - 1] as readonly string[], ...cells.slice(at)];
	},
	"a header word is gone": (dice, form) => {
		const [row, at] = headerCell(dice, form);
		return set(form.cells, row, at, "");
	},
	"a header word is another": (dice, form) => {
		const [row, at] = headerCell(dice, form);
		const word = form.cells[row]?.[at] ?? "";
		const other = dice.pick([
			`上年${word}`,
			`计划${word}`,
			`${word}(上年)`,
			"备注",
			"增减%",
			"库存",
			`${word}1`,
			"某某",
			"合计",
			"累计",
		]);
		return set(form.cells, row, at, other);
	},
	"two header words change places": (dice, form) => {
		const [row, at] = headerCell(dice, form);
		const other = dice.pick(filledIn(form.cells[row] ?? []));
		const [a, b] = [form.cells[row]?.[at] ?? "", form.cells[row]?.[other] ?? ""];
		// Two carriers that change places are two other amounts, whatever the form.
		if ((/[(（]/.test(a) && /[(（]/.test(b)) || (a in carriers && b in carriers)) return form.cells;
		return set(set(form.cells, row, at, b), row, other, a);
	},
	"a row moves to the right": (dice, { cells, head }) => {
		const at = dice.between(head, cells.length - 1);
		const by = dice.below(4);
		return cells.map((row, index) => (index === at ? [...row.slice(0, by), "", ...row.slice(by)] : row));
	},
	"a row moves to the left": (dice, { cells, head }) => {
		const at = dice.between(head, cells.length - 1);
		const by = dice.below(4);
		return cells.map((row, index) => (index === at ? row.filter((_, cell) => cell !== by) : row));
	},
	"cells are merged": (dice, { cells, head }) => {
		const at = dice.below(4);
		return cells.map((row, index) =>
			index > head && row[at] === cells[index - 1]?.[at] && !isNumber(row[at] ?? "") ? put(row, at, "") : row,
		);
	},
	"a total is another": (dice, { cells }) => {
		const at = cells.findIndex((row) => row.includes("合计"));
		const column = cells[at]?.lastIndexOf("合计") ?? -1;
		if (at < 0) return cells;
		const row = dice.between(at + 1, cells.length - 1);
		return set(cells, row, column, String(dice.between(1, 99_999)));
	},
	"a row of totals": (_, { cells, head }) => {
		const last = cells[cells.length - 1] ?? [];
		const first = last.findIndex(
			(cell, index) => isNumber(cell) && cells.slice(head).every((row) => /^\d*(\.\d+)?$/.test(row[index] ?? "")),
		);
		const total = last.map((cell, index) =>
			index < first || !isNumber(cell)
				? ""
				: String(Math.round(cells.slice(head).reduce((all, row) => all + Number(row[index] ?? 0), 0) * 100) / 100),
		);
		return [...cells, ["合计", ...total.slice(1)]];
	},
	"a unit is gone": (dice, form) => unit(dice, form, () => ""),
	"a unit is another kind": (dice, form) => unit(dice, form, (word) => (word.includes("千瓦时") ? "立方米" : "千瓦时")),
	"a unit that nobody knows": (dice, form) => unit(dice, form, (word) => `${word}甲`),
	"the table stands twice": (_, { cells, head }) => [...cells, ...cells.slice(head - 1)],
	"another table below": (_, { cells }) => [...cells, [""], ["名称", "职务", "电话"], ["张三", "统计员", "12345678"]],
	"a title above": (dice, { cells }) => [
		[
			dice.pick([
				"附表3",
				"2023年度",
				"2021年1-6月",
				"单位：万吨",
				"内部资料",
				"1—本月累计",
				"能源名称：柴油",
				"填报日期：2024年1月10日",
			]),
		],
		...cells,
	],
	"a note below": (dice, { cells }) => [
		...cells,
		[dice.pick(["注：含自备电厂。", "填表人：李四", "说明：1.数据为快报。", "以上为预计数"])],
	],
	"the rows are in another order": (dice, { cells, head }) => [...cells.slice(0, head), ...dice.shuffle(cells.slice(head))],
	"names have numbers": (_, { cells, head }) => {
		const at = cells[head - 1]?.findIndex((word) => /^能源(?:名称|品种)$/.test(word)) ?? -1;
		return at < 0
			? cells
			: cells.map((row, index) => (index < head ? row : put(row, at, `${index - head + 1}.${row[at] ?? ""}`)));
	},
	"a day of a bill is another": (dice, { cells, head }) => {
		const row = dice.between(head, cells.length - 1);
		const at = cells[row]?.findIndex((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell)) ?? -1;
		return at < 0 ? cells : set(cells, row, at + dice.below(2), `2023-${dice.pick(["03-15", "01-01", "12-31"])}`);
	},
	"a column is elsewhere": (dice, { cells, head }) => {
		if (head > 1) return cells;
		const [from, to] = [dice.below(width(cells)), dice.below(width(cells))];
		return cells.map((row) => {
			const rest = row.filter((_, index) => index !== from);
			return [...rest.slice(0, to), row[from] ?? "", ...rest.slice(to)];
		});
	},
};

const units = ["吨", "万立方米", "万千瓦时"];

/** One cell that is a unit, or one header word that holds one. */
function unit(dice: Dice, { cells }: Form, change: (word: string) => string): Cells {
	const places = cells.flatMap((row, index) =>
		row.flatMap((cell, at) =>
			units.some((one) => cell === one || cell.includes(`(${one})`) || cell.includes(`（${one}）`)) ? [[index, at] as const] : [],
		),
	);
	if (places.length === 0) return cells;
	const [row, at] = dice.pick(places);
	const cell = cells[row]?.[at] ?? "";
	return set(cells, row, at, cell.replace(/吨|万立方米|万千瓦时/, change));
}
