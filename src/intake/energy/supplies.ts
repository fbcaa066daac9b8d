/** What stands beside the amount of an energy row: what was bought, lay in stock, or was passed on, in the unit of the row. */
import { type Exact, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { columnReader } from "../../layout/cells.ts";
import { asEntry } from "../../ledger/entry.ts";
import { type Measure, recordOf, type When } from "../../ledger/ledger.ts";
import { unmeasured } from "../../ledger/parameters.ts";
import { addSupply, type EnergyKey } from "../../ledger/post.ts";
import type { Carrier } from "../../reference/carriers.ts";
import type { Unit } from "../../reference/units.ts";
import type { HeldUnit } from "../held.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import { numberIn, readNumber } from "../number.ts";
import type { ReadPeriod } from "../period.ts";
import type { Origins } from "./origins.ts";

const columns = ["purchased", "opening_stock", "closing_stock", "transferred_out"] as const;

export interface SupplyAmount {
	readonly measure: (typeof columns)[number];
	readonly value: Exact;
	readonly text: string;
	readonly origins: Origins;
}

/** A row with what could be understood of it. */
export interface Understood {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
	readonly firm: string | undefined;
	readonly site: string | undefined;
	readonly at: ReadPeriod | undefined;
}

export interface SupplyReader {
	/** The amounts of a row; `unit` is the one of its own amount. */
	readonly read: (cells: readonly string[], unit: HeldUnit | undefined) => readonly SupplyAmount[];
	/** The purchase of what counts for nothing, or cannot be read: purchases of the year are written down. */
	readonly notePurchase: (row: Understood, carrier: string) => void;
	/** Waste heat makes power and steam; that a medium was bought shows that purchases are written down. */
	readonly noteMedium: (row: Understood, carrier: Carrier) => void;
}

const none: readonly SupplyAmount[] = [];

/** The medium that makes power and steam without a fuel. */
const wasteHeat = "waste-heat";

export function supplyReader(
	{ header, ledger }: TableContext,
	remarks: RowRemarks,
	origins: (column: string) => Origins,
	find: (unit: string) => Unit | undefined,
	when: (cells: readonly string[], at: ReadPeriod) => When,
): SupplyReader {
	const [quantityCell, unitCell] = [columnReader(header, "quantity"), columnReader(header, "unit")];
	const ofQuantity = origins(header.words[header.at.get("quantity") as number] ?? "");
	const present = columns.flatMap((measure) => {
		const index = header.at.get(measure);
		if (index === undefined) return [];
		const cell = columnReader(header, measure);
		return [{ measure, cell, origins: origins(header.words[index] ?? ""), inHeader: header.units.get(measure) ?? "" }];
	});

	function read(cells: readonly string[], unit: HeldUnit | undefined): readonly SupplyAmount[] {
		return present.flatMap(({ measure, cell, origins, inHeader }) => {
			const text = cell(cells);
			const value = numberIn(text, remarks, measure);
			if (value === undefined) return [];
			if (sign(value) < 0) remarks.note(remark("negative-quantity", {}), measure, text);
			if (inHeader !== "" && unit !== undefined && find(inHeader)?.symbol !== unit.unit.symbol)
				remarks.note(remark("unit-disagrees", { inHeader }), measure, text);
			return [{ measure, value, text, origins }];
		});
	}

	function notePurchase(row: Understood, carrier: string): void {
		for (const { measure, cell, origins } of present)
			if (measure === "purchased") note(measure, cell(row.cells), origins, row, carrier);
	}

	function note(measure: Measure, text: string, from: Origins, row: Understood, carrier: string): void {
		const { cells, firm, site, at } = row;
		if (firm === undefined || site === undefined || at === undefined) return;
		const read = readNumber(text);
		if (read.kind !== "number" || sign(read.value) <= 0) return;
		const key: EnergyKey = { site, carrier, use: "consumed", role: "", measured: unmeasured };
		// Whether there is any matters, and not how much of which unit.
		const entry = asEntry(read.value, "", from.ofHeat(unitCell(cells)), row.row, row.line, text);
		addSupply(ledger, recordOf(ledger, firm), key, measure, when(cells, at), entry);
	}

	return {
		read: present.length === 0 ? () => none : read,
		notePurchase,
		noteMedium: (row, { id }) => {
			if (id === wasteHeat) note("recovered", quantityCell(row.cells), ofQuantity, row, id);
			notePurchase(row, id);
		},
	};
}
