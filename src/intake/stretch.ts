/** The rows under one header: what reads them, what tells rows among them that are none, and what another header begins. */
import { tableOf } from "../contract/tables.ts";
import { fillDown, fillMerged } from "../layout/fill-down.ts";
import type { Header } from "../layout/header.ts";
import { noDataReader } from "../layout/no-data.ts";
import { otherHeaderReader } from "../layout/other-header.ts";
import type { Supplied } from "../ledger/supplied.ts";
import { longestCells } from "./broken-rows.ts";
import { coalEquivalents } from "./energy/coal-equivalents.ts";
import type { RowReader, TableContext } from "./intake.ts";
import { ledgerReader } from "./ledger-rows.ts";
import { tables } from "./tables/index.ts";
import { type Totals, totalsOf } from "./totals.ts";
import type { WholeTable } from "./whole-table.ts";
import { type WideReader, wideReader } from "./wide-rows.ts";

/** The rows under one header: nearly always all rows of the table. */
export interface Stretch {
	readonly context: TableContext;
	readonly read: RowReader;
	/** How long the cells of each column may be. */
	readonly longest: readonly number[];
	/** Tells rows that are no data, in tables where there may be some. */
	readonly noData: ReturnType<typeof noDataReader> | undefined;
	readonly totals: Totals | undefined;
	readonly fill: ReturnType<typeof fillDown> | undefined;
	readonly fillMerged: ReturnType<typeof fillMerged>;
	/** The header that a row is, of another table below this one. */
	readonly otherHeader: (cells: readonly string[], row: number, line: number) => Header | undefined;
	/** Tells what is known once the whole table is read. */
	readonly finish: (table: WholeTable) => void;
}

export function stretchOf(given: TableContext, filling: boolean, supplied: Supplied): Stretch {
	const { header } = given;
	const equivalents = coalEquivalents(given);
	const context = equivalents === undefined ? given : { ...given, equivalents };
	const { form } = tableOf(header.kind);
	let ended: (() => void) | undefined;
	const long = (own: TableContext): RowReader => {
		const reader = tables[own.header.kind].reader(own, supplied);
		ended = reader.finish;
		return reader;
	};
	const of = (own: TableContext): { readonly read: RowReader; readonly finish?: WideReader["finish"] } =>
		own.header.labels.length > 0
			? ledgerReader(own, long)
			: own.header.amounts.length > 0
				? wideReader(own, long)
				: { read: long(own) };
	const { read, finish } = of(context);
	const totals = form && header.usable ? totalsOf(context, (own) => of(own).read) : undefined;
	return {
		context,
		read,
		longest: longestCells(header),
		noData: form ? noDataReader(header) : undefined,
		totals,
		fill: filling && form ? fillDown(header) : undefined,
		fillMerged: fillMerged(header),
		otherHeader: form ? otherHeaderReader(header, context.reference) : () => undefined,
		finish: (table) => {
			finish?.(table);
			equivalents?.finish();
			totals?.finish(table);
			ended?.();
		},
	};
}
