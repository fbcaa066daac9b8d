/** A stretch of a table as a task for another thread: plain data, from which that makes what it reads with. */
import { nothingSupplied, type SuppliedFactor } from "../../ledger/supplied.ts";
import type { Places } from "../../records/source.ts";
import type { Reference } from "../../reference/reference.ts";
import { naturalDimensions, usualOf } from "../factored.ts";
import type { IntakeChoices } from "../intake.ts";
import type { OpenTable, TableSetting } from "../read-table.ts";
import type { SwiftColumns } from "./columns.ts";
import { givenUp } from "./line-texts.ts";
import { linesBetween } from "./lines.ts";
import type { StretchRead } from "./plain-rows.ts";
import { SwiftReading } from "./reading.ts";

/** The lines that begin in these bytes of a file. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** Everything that a table is read with. */
export interface SwiftSetting {
	readonly setting: Omit<TableSetting, "ledger">;
	readonly adding: boolean;
	readonly fuelSet: string;
	readonly factors: readonly SuppliedFactor[];
}

/** Of that, all that a stretch is read with. */
export interface StretchSetting extends Omit<SwiftSetting, "setting"> {
	readonly setting: Pick<TableSetting, "byOption"> & { readonly choices: StretchTask["choices"] };
}

export interface StretchTask extends Omit<SwiftSetting, "setting"> {
	/** Of the file, for who opens it. */
	readonly path: string;
	readonly stretch: Stretch;
	readonly table: Pick<OpenTable, "sheet" | "header" | "titles" | "separator">;
	readonly columns: Omit<SwiftColumns, "bytes">;
	readonly bytes: Pick<SwiftColumns["bytes"], "encoding" | "size" | "markLength">;
	readonly choices: Pick<IntakeChoices, "mappings" | "asOf" | "indicator" | "product">;
	readonly byOption: boolean;
}

export function stretchTask(
	stretch: Stretch,
	path: string,
	{ sheet, header, titles, separator }: OpenTable,
	{ bytes: { encoding, size, markLength }, ...columns }: SwiftColumns,
	{ setting, adding, fuelSet, factors }: StretchSetting,
): StretchTask {
	const { mappings, asOf, indicator, product } = setting.choices;
	return {
		...{ adding, fuelSet, factors, byOption: setting.byOption },
		...{ path, stretch, columns, bytes: { encoding, size, markLength } },
		// The hash of the file is for who shows it.
		table: { sheet: { ...sheet, sha256: "" }, header, titles, separator },
		choices: { mappings, asOf, indicator, product },
	};
}

/** Reads a stretch; undefined where the plain path has to read all of the table. */
export async function readStretch(
	{ stretch, table, columns, bytes, choices, byOption, adding, fuelSet, factors }: StretchTask,
	places: Places,
	priceYear: IntakeChoices["priceYear"],
	reference: Reference,
): Promise<StretchRead | undefined> {
	const pieces = (): never => {
		throw new Error("a stretch has no table of its own");
	};
	const metered = naturalDimensions(reference, fuelSet, factors);
	const setting: Omit<TableSetting, "ledger"> = {
		...{ reference, byOption, fillDown: false, takeRow: undefined, seen: { rows: 0, findings: 0 } },
		choices: { ...choices, priceYear, naturalDimensions: metered, usual: usualOf(reference, fuelSet, factors) },
		supplied: nothingSupplied(),
		tell: () => undefined,
	};
	const own = { ...columns, bytes: { ...bytes, pieces } };
	const reading = new SwiftReading({ ...table, read: pieces }, own, setting, adding, { rows: [] });
	try {
		const { from, to } = stretch;
		await reading.takeAll(linesBetween(places.from(Math.max(0, from - 1)), from, to), 0);
		return reading.read;
	} catch (error) {
		if (error === givenUp) return undefined;
		throw error;
	}
}
