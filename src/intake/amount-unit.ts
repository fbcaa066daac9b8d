/** The unit of a row's amount, which stands in a column of its own, in the header, or in both where they agree. */
import { remark } from "../findings/finding.ts";
import { columnReader, firstTimes, remembering } from "../layout/cells.ts";
import { type ChosenUnit, unitChoice } from "../reference/unit-choice.ts";
import { isForeignCurrency, nearUnits, type Unit } from "../reference/units.ts";
import { lazily, type RowRemarks, type TableContext } from "./intake.ts";

/** What to name where no unit, or none that is known, was given. */
export interface WantedUnits {
	readonly examples: readonly string[];
	/** Where to look for near ones; undefined for all. */
	readonly dimensions: readonly string[] | undefined;
}

export interface ReadUnit {
	readonly unit: Unit;
	readonly text: string;
	/** Where it stands. */
	readonly column: "unit" | "quantity";
	/** The header offers several, and this one was chosen. */
	readonly chosen?: true;
}

export interface AmountUnits {
	/** The unit as the row or its header writes it; empty where neither does. */
	readonly written: (cells: readonly string[]) => string;
	readonly find: (text: string) => Unit | undefined;
	/**
	 * The row's unit, where none is written the one in the name of what it is an amount of. Undefined, and told, where there is none,
	 * where it is not known, and where row and header disagree. `choose` is asked where the header offers several.
	 */
	readonly read: (
		cells: readonly string[],
		wanted: WantedUnits,
		inName?: string,
		choose?: (offered: readonly ChosenUnit[], cells: readonly string[]) => ChosenUnit | undefined,
	) => ReadUnit | undefined;
	/** Tells once of each word that says less than the unit it was read as. */
	readonly tellDoubt: (read: ReadUnit) => void;
}

export function amountUnits({ header, reference: { units } }: TableContext, remarks: RowRemarks): AmountUnits {
	const cell = columnReader(header, "unit");
	const inHeader = header.units.get("quantity") ?? "";
	const find = remembering((text: string) => units.find(text));
	const first = firstTimes();
	const offered = inHeader === "" ? undefined : unitChoice(inHeader, units);
	return {
		written: (cells) => cell(cells).trim() || inHeader,
		find,
		read: (cells, { examples, dimensions }, inName = "", choose = () => undefined) => {
			const own = cell(cells).trim();
			if (own === "" && offered !== undefined) {
				const chosen = choose(offered, cells);
				if (chosen !== undefined) return { ...chosen, column: "quantity", chosen: true };
				remarks.note(remark("missing-unit", { wanted: examples }), "quantity", "");
				return undefined;
			}
			const text = own || inHeader || inName;
			if (text === "") {
				remarks.note(remark("missing-unit", { wanted: examples }), header.at.has("unit") ? "unit" : "quantity", "");
				return undefined;
			}
			const column = own === "" ? "quantity" : "unit";
			const unit = find(text);
			if (unit === undefined) {
				const about = isForeignCurrency(text)
					? remark("foreign-currency", {})
					: remark(
							"unknown-unit",
							lazily(() => nearUnits(text, units.names(dimensions))),
						);
				remarks.note(about, column, text);
				return undefined;
			}
			const inHeaderToo = offered?.some((one) => one.unit.symbol === unit.symbol) ?? find(inHeader)?.symbol === unit.symbol;
			if (own !== "" && inHeader !== "" && !inHeaderToo) {
				remarks.note(remark("unit-disagrees", { inHeader }), "unit", own);
				return undefined;
			}
			return { unit, text, column };
		},
		tellDoubt: ({ unit, text, column }) => {
			if (unit.doubt !== undefined && first(text))
				remarks.note(remark("ambiguous-unit", { readAs: unit.symbol, why: unit.doubt }), column, text);
		},
	};
}
