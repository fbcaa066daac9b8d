/** What an energy row that is understood whole adds to the ledger: an amount, a total to compare, what was bought or is in stock. */
import type { Use } from "../../domain/words.ts";
import { difference, type Exact, product } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { columnReader } from "../../layout/cells.ts";
import { asEntry, type Entry } from "../../ledger/entry.ts";
import { recordOf } from "../../ledger/ledger.ts";
import { keyed, type Parameters } from "../../ledger/parameters.ts";
import { addEnergy, addEnergyTotal, addSupply, type EnergyKey } from "../../ledger/post.ts";
import { partOf } from "../../reference/carriers.ts";
import type { AmountUnits } from "../amount-unit.ts";
import { besideReader } from "../beside.ts";
import type { HeldUnit } from "../held.ts";
import type { Outcome, RowRemarks, TableContext } from "../intake.ts";
import type { ReadPeriod } from "../period.ts";
import { toDateOf, whenReader } from "../when.ts";
import { type NamedCarrier, roleOf } from "./carrier.ts";
import type { HeatContent } from "./heat-content.ts";
import type { Origins } from "./origins.ts";
import type { FeedstockPart } from "./parts-of-amount.ts";
import type { SupplyAmount } from "./supplies.ts";

/** A row of which everything is known; without an amount of its own it holds supplies alone. */
export interface KnownRow {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
	readonly firm: string;
	readonly site: string;
	readonly at: ReadPeriod;
	readonly found: NamedCarrier;
	readonly carrierText: string;
	readonly use: Use;
	readonly unit: HeldUnit;
	readonly amount: Exact | undefined;
	readonly quantityText: string;
	readonly parameters: Parameters;
	readonly heat: HeatContent | undefined;
	/** The part of the amount that is feedstock, where a column states it. */
	readonly feedstock: FeedstockPart | undefined;
	readonly beside: readonly SupplyAmount[];
}

/** Where an amount of a row comes from, by the column it stands in. */
export interface RowOrigins {
	readonly ofQuantity: Origins;
	readonly ofColumn: (column: string) => Origins;
}

/** Adds a row to the ledger; what it becomes. */
export function energyPoster(
	context: TableContext,
	remarks: RowRemarks,
	units: AmountUnits,
	{ ofQuantity, ofColumn }: RowOrigins,
): (known: KnownRow) => Outcome {
	const { reference, ledger, header } = context;
	const delivery = columnReader(header, "delivery");
	const when = whenReader(header, reference.kindWords);
	const unread = context.unread ?? besideReader(header, reference.kindWords);
	// A row of a ledger may hold purchases or stocks alone.
	const hasQuantity = header.at.has("quantity");

	return (known) => {
		const { cells, firm, at, found, carrierText, use, amount, quantityText, feedstock, beside } = known;
		const split = feedstock !== undefined && use === "consumed" && found.carrier.group === "fuel";
		if (split) remarks.note(remark("feedstock-in-amount", { of: feedstock.text.trim() }), "quantity", quantityText);
		if (found.said.total) remarks.note(remark("total-row", { check: "not-checked" }), "carrier", carrierText);
		remarks.tell(firm, at.period, partOf(found.carrier, use));
		const record = recordOf(ledger, firm);
		const stamp = found.said.toDate ? toDateOf(when(cells, at)) : when(cells, at);
		const key = keyOf(known, stamp.within !== undefined);
		const entryOf = entriesOf(known);
		for (const { measure, value, text, origins } of beside)
			addSupply(ledger, record, key, measure, stamp, entryOf(value, origins, text));
		if (amount === undefined) return hasQuantity ? "skipped" : "used";
		const entry = entryOf(amount, ofQuantity, quantityText);
		if (found.said.total) {
			addEnergyTotal(record, key, at.code, { ...entry, from: { ...entry.from, total: carrierText.trim() } });
			return "skipped";
		}
		if (found.source === "own" && use === "consumed") addSupply(ledger, record, key, "own_made", stamp, entry);
		else if (!split) addEnergy(ledger, record, key, stamp, entry);
		else {
			const { value, text, column } = feedstock;
			addEnergy(ledger, record, key, stamp, entryOf(difference(amount, value), ofQuantity, quantityText));
			addEnergy(ledger, record, { ...key, use: "feedstock" }, stamp, entryOf(value, ofColumn(column), text));
		}
		return "used";
	};

	function keyOf({ cells, site, found, use, unit, heat, parameters }: KnownRow, dated: boolean): EnergyKey {
		const role = roleOf(found, unit.unit);
		// Deliveries of a month that no row dates are lots of it, as those of a day are deliveries.
		const lot = role === "" && !dated ? delivery(cells).trim() : "";
		return {
			site,
			carrier: found.key,
			use,
			role: lot === "" ? role : `lot:${lot}`,
			measured: heat === undefined ? parameters : keyed({ ...parameters, heatContent: heat.text }),
		};
	}

	/** Makes entries of the amounts of a row: in the unit that its carrier is held in, or in the heat that they carry. */
	function entriesOf({ cells, row, line, unit, heat }: KnownRow): (value: Exact, from: Origins, text: string) => Entry {
		const written = unit.written ?? units.written(cells);
		const besideText = unread(cells);
		return (value, from, text) => {
			const inHeld = unit.factor === undefined ? value : product(value, unit.factor);
			const entry =
				heat === undefined
					? asEntry(inHeld, unit.symbol, from.plain(written), row, line, text)
					: asEntry(product(inHeld, heat.perTonne), "GJ", from.ofHeat(written), row, line, text);
			return besideText === undefined ? entry : { ...entry, beside: besideText };
		};
	}
}
