/** The second reading of a table with numbers that may be others: they are told cell by cell, and what they concern is unknown. */
import { type Finding, finding, type Place, remark, rowAt } from "../findings/finding.ts";
import { emptyLedger, type Ledger, mark, recordOf } from "../ledger/ledger.ts";
import { nothingSupplied } from "../ledger/supplied.ts";
import { otherWay } from "./number-writing.ts";
import type { NumberWatch, PointsAndCommas, WrittenRow } from "./points-and-commas.ts";
import type { TableSetting } from "./read-table.ts";

/** Reads a table once more by what all of its numbers show; nothing else is told or kept. */
export async function tellDoubtful(
	shown: PointsAndCommas,
	setting: TableSetting,
	readAgain: (setting: TableSetting, watch: NumberWatch) => Promise<void>,
): Promise<void> {
	const { ledger } = setting;
	const doubts = new DoubtfulNumbers(shown, ledger);
	const tell = (found: Finding): void => {
		if (found.code === "ambiguous-separators") setting.tell(found);
	};
	const nothingKept = { ledger: emptyLedger(ledger.adding), supplied: nothingSupplied(), takeRow: undefined };
	await readAgain({ ...setting, ...nothingKept, seen: { rows: 0, findings: 0 }, tell }, doubts);
	for (const found of doubts.undecided()) setting.tell(found);
}

/** A firm-year's numbers that nothing decides: the first of them, and how many there are. */
interface Undecided {
	readonly at: Place;
	readonly firm: string;
	readonly period: string;
	cells: number;
}

/** Reads with what the whole table shows: each number that may be another is told, and what it concerns is unknown. */
class DoubtfulNumbers implements NumberWatch {
	private readonly shown: PointsAndCommas;
	private readonly ledger: Ledger;
	private readonly open = new Map<string, Undecided>();
	readonly isDoubtful: NumberWatch["isDoubtful"];

	constructor(shown: PointsAndCommas, ledger: Ledger) {
		this.shown = shown;
		this.ledger = ledger;
		this.isDoubtful = shown.isDoubtful;
	}

	readonly note = ({ cells, at: placeOf, tell, firm, period, reach }: WrittenRow): void => {
		if (reach === undefined) return;
		for (const cell of cells) {
			const at = placeOf(cell);
			if (!this.isDoubtful(firm, cell.shows, at.column)) continue;
			const other = this.shown.against(firm, cell.shows, at.column);
			if (other === undefined) this.noteUndecided(at, firm, period);
			else {
				const about = remark("ambiguous-separators", { ...otherWay(at.value), other: other.value, row: rowAt(other) });
				tell(finding(about, at, firm, period));
			}
			if (reach !== "nothing") mark(recordOf(this.ledger, firm), { year: yearOf(period), what: reach });
		}
	};

	/** What is told when all rows are read. */
	undecided(): Finding[] {
		return [...this.open.values()].map(({ at, firm, period, cells }) =>
			finding(remark("undecided-separators", { ...otherWay(at.value), cells }), at, firm, period),
		);
	}

	private noteUndecided(at: Place, firm: string, period: string): void {
		const name = `${firm}\u001f${yearOf(period) ?? ""}`;
		const known = this.open.get(name);
		if (known === undefined) this.open.set(name, { at, firm, period, cells: 1 });
		else known.cells += 1;
	}
}

function yearOf(period: string): number | null {
	return period === "" ? null : Number(period.slice(0, 4));
}
