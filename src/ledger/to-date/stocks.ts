/**
 * Stocks beside amounts of a form that is to date: its opening stock is that of the year. Where it goes on from the closing stock of
 * the month before, the rows are months.
 * Source: the reading rules of this tool, table 2 (amounts to date that are declared).
 */
import { fromCode } from "../../domain/period.ts";
import { type Exact, equal, sum } from "../../exact/exact.ts";
import { type SupplySeries, seriesName } from "../ledger.ts";

/** Stocks by month, of one carrier at one site in one year. */
interface Stocks {
	readonly opening: Map<number, Exact>;
	readonly closing: Map<number, Exact>;
}

/** Whether the stocks of a series (by `seriesName`) go on from month to month in a year. */
export function stocksByMonth(supplies: Iterable<SupplySeries>): (name: string, year: number) => boolean {
	const found = new Map<string, Stocks>();
	for (const { carrier, use, site, measure, entries } of supplies) {
		if (measure !== "opening_stock" && measure !== "closing_stock") continue;
		for (const [value, { amount }] of entries) {
			const { year, to } = fromCode(value);
			const key = `${seriesName(carrier, use, site)}\u001f${year}`;
			const stocks = found.get(key) ?? { opening: new Map(), closing: new Map() };
			found.set(key, stocks);
			const months = measure === "opening_stock" ? stocks.opening : stocks.closing;
			const there = months.get(to);
			months.set(to, there === undefined ? amount : sum(there, amount));
		}
	}
	return (name, year) => {
		const stocks = found.get(`${name}\u001f${year}`);
		return stocks !== undefined && goOn(stocks);
	};
}

function goOn({ opening, closing }: Stocks): boolean {
	const first = opening.get(Math.min(...opening.keys()));
	return [...opening].some(([month, amount]) => {
		const before = closing.get(month - 1);
		return first !== undefined && before !== undefined && equal(before, amount) && !equal(first, amount);
	});
}
