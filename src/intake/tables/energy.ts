/** Energy rows: who used how much of what, when and for what; or why the row cannot be counted. */
import { months } from "../../domain/period.ts";
import type { Use } from "../../domain/words.ts";
import { product, sign, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader, columnReader, firstTimes } from "../../layout/cells.ts";
import { asEntry } from "../../ledger/entry.ts";
import { comparedOnly, mark, markBlank, markRefused, recordOf, seriesName } from "../../ledger/ledger.ts";
import { unmeasured } from "../../ledger/parameters.ts";
import { addEnergyTotal, type EnergyKey } from "../../ledger/post.ts";
import { partOf } from "../../reference/carriers.ts";
import { folded } from "../../reference/spelling.ts";
import { amountUnits } from "../amount-unit.ts";
import { carrierReader, isCompared, type NamedCarrier, roleOf, unknownCarrier } from "../energy/carrier.ts";
import { heatContentReader } from "../energy/heat-content.ts";
import { originsIn } from "../energy/origins.ts";
import { parameterReader } from "../energy/parameters.ts";
import { partsReader } from "../energy/parts-of-amount.ts";
import { energyPoster } from "../energy/posting.ts";
import { supplyReader, type Understood } from "../energy/supplies.ts";
import { energyUnitReader } from "../energy/unit.ts";
import { useReader } from "../energy/use.ts";
import { heldUnits } from "../held.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { placeReader } from "../names.ts";
import { readNumber, readNumberInto } from "../number.ts";
import { periodReader } from "../period.ts";
import { whenReader } from "../when.ts";
import { nameless, whoReader } from "../who.ts";

export const energy: TableCard = { reach: "any", reader: energyReader };

/** The total of all energy: where nothing else is given there is no energy, and that is said already. */
const allEnergy = "total-energy";

function energyReader(context: TableContext): RowReader {
	const { reference, ledger, header } = context;
	const cell = cellReader<"energy">(header);
	const carrierCell = columnReader(header, "carrier");
	const quantityCell = columnReader(header, "quantity");
	// A row of a ledger may hold purchases or stocks alone.
	const hasQuantity = header.at.has("quantity");
	// In a wide table the carrier stands in the header.
	const inHeader = (header.at.get("carrier") ?? 0) >= header.width;
	const remarks = new RowRemarks(context);
	// Once for each word of the file, not once for each row.
	const first = firstTimes();
	const who = whoReader(context);
	const place = placeReader(context);
	const period = periodReader(context);
	const when = whenReader(header, reference.kindWords);
	const carriers = carrierReader(context, remarks, inHeader, first);
	const units = amountUnits(context, remarks);
	const held = heldUnits(reference.units);
	const unitOf = energyUnitReader(context, remarks, units, held);
	const originsOf = originsIn(context, units.find, held);
	const origins = originsOf(header.words[header.at.get("quantity") as number] ?? "");
	const supplies = supplyReader(context, remarks, originsOf, units.find, when);
	const partsOf = partsReader(context, remarks);
	const measured = parameterReader(context);
	const heated = heatContentReader(context);
	const useOf = useReader(context, remarks, first);
	const post = energyPoster(context, remarks, units, { ofQuantity: origins, ofColumn: originsOf });

	const reader = (cells: readonly string[], row: number, line: number): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const site = place(cells, remarks);
		const at = period(cells, remarks);
		const understood: Understood = { cells, row, line, firm, site, at };
		const carrierText = carrierCell(cells);
		const named = carriers.read(cells, firm);
		const found = named === "alone" ? undefined : named;
		context.equivalents?.row(understood, found, carrierText);
		if (found !== undefined && isNoAmount(found, carrierText, understood)) {
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		const quantityText = quantityCell(cells);
		const read = readNumber(quantityText);
		// Where the row states its own factor no formula is needed.
		const factored = cell(cells, "emission_factor").trim() !== "";
		if (found !== undefined) carriers.note(found, carrierText, factored);
		else {
			// A column that nobody understands matters where an amount stands in it; without a unit, a word there is none.
			const none = read.kind === "number" ? sign(read.value) === 0 : read.kind === "missing" || cell(cells, "unit").trim() === "";
			if (inHeader && none) return "skipped";
			const about = named === "alone" ? remark("of-which-alone", {}) : unknownCarrier(carrierText, reference.carriers);
			remarks.note(about, inHeader ? "quantity" : "carrier", carrierText);
		}
		const use = useOf(cells, found, carrierText);

		// A blank under a header is no amount, whatever its unit; nor has an amount of nobody knows what one that could be wrong.
		const unit =
			inHeader && ((read.kind === "missing" && hasQuantity) || found === undefined)
				? undefined
				: unitOf(cells, found, carrierText, factored);
		const beside = supplies.read(cells, unit);
		const blank = read.kind === "missing" && firm !== undefined && at !== undefined && site !== undefined && !remarks.failed;
		if (blank && found !== undefined && use !== undefined) {
			if (hasQuantity) {
				remarks.note(remark("missing-quantity", {}), "quantity", quantityText);
				const stated = units.find(units.written(cells));
				const compared = stated !== undefined && isCompared(roleOf(found, stated));
				const series = seriesName(found.key, use, site);
				markBlank(recordOf(ledger, firm), found.key, compared ? `${series}\u001f${comparedOnly}` : series, at.code);
			}
			if (beside.length === 0 || unit === undefined) {
				remarks.tell(firm, at.period);
				return "skipped";
			}
		}
		const amount = readNumberInto(read, remarks, quantityText);
		if (amount !== undefined && sign(amount) < 0) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);

		const feedstock = partsOf(cells, amount, quantityText);
		const parameters = found === undefined ? unmeasured : measured(cells, found.carrier, unit, remarks);
		const heat =
			found !== undefined && unit !== undefined && (amount !== undefined || blank)
				? heated(cells, found.carrier, unit, remarks)
				: undefined;

		if (
			remarks.failed ||
			firm === undefined ||
			site === undefined ||
			at === undefined ||
			found === undefined ||
			use === undefined ||
			unit === undefined ||
			(amount === undefined && !blank)
		) {
			if (found === undefined) supplies.notePurchase(understood, folded(carrierText));
			reach(understood, found, use);
			if (found !== undefined && use !== undefined)
				remarks.lost = {
					...{ carrier: found.key, use, amount: amount === undefined ? null : toText(amount) },
					unit: unit === undefined ? null : { symbol: unit.symbol, per: unit.factor === undefined ? "1" : toText(unit.factor) },
				};
			remarks.tell(firm, at?.period);
			return "refused";
		}
		return post({
			cells,
			row,
			line,
			firm,
			site,
			at,
			found,
			carrierText,
			use,
			unit,
			amount,
			quantityText,
			parameters,
			heat,
			feedstock,
			beside,
		});
	};
	return Object.assign(reader, { who: who.plainly });

	/** Whether a row of an understood carrier is no amount of it: a total of several, a medium, or no consumption; what is is noted. */
	function isNoAmount(found: NamedCarrier, text: string, row: Understood): boolean {
		const { carrier } = found;
		if (carrier.group === "total") {
			// A total in coal equivalent is told when it has been compared.
			const compared = carrier.id === allEnergy && context.equivalents?.total(row, text, "row") === true;
			if (!compared) remarks.note(remark("total-row", { check: "not-checked" }), "carrier", text);
			if (carrier.id !== allEnergy) noteTotal(row, carrier.id, text);
			return true;
		}
		const why = carriers.notCounted(found, text);
		if (why === undefined) return false;
		if (why !== "known") remarks.note(why, "carrier", text);
		if (carrier.group === "medium") supplies.noteMedium(row, carrier);
		return true;
	}

	/** A total of several carriers: none of them may be without a row of its own. */
	function noteTotal({ cells, row, line, firm, site, at }: Understood, carrier: string, word: string): void {
		if (firm === undefined || site === undefined || at === undefined) return;
		const text = quantityCell(cells);
		const read = readNumber(text);
		if (read.kind !== "number" || sign(read.value) <= 0) return;
		const key: EnergyKey = { site, carrier, use: "consumed", role: "", measured: unmeasured };
		const written = units.written(cells);
		const unit = units.find(written);
		// Only what is weighed can be compared with the fuels that it is a total of.
		const { factor, symbol } = unit?.dimension === "mass" ? held(unit.symbol) : { factor: undefined, symbol: "" };
		const from = { ...(symbol === "" ? origins.ofHeat(written) : origins.plain(written)), total: word.trim() };
		const amount = factor === undefined ? read.value : product(read.value, factor);
		addEnergyTotal(recordOf(ledger, firm), key, at.code, asEntry(amount, symbol, from, row, line, text));
	}

	/** An error makes unknown what the row would have said: of its year, of all years, or of the run. */
	function reach({ cells, firm, at }: Understood, found: NamedCarrier | undefined, use: Use | undefined): void {
		if (firm === undefined) {
			nameless(context, cells, remarks.row);
			return;
		}
		const record = recordOf(ledger, firm);
		const year = at?.period.year ?? null;
		if (found === undefined) mark(record, { year, what: "any" });
		else {
			// What it was for decides the part; where that cannot be read, it may be either.
			const uses: readonly Use[] = use === undefined ? ["consumed", "feedstock"] : [use];
			for (const one of uses) mark(record, { year, what: partOf(found.carrier, one) });
		}
		markRefused(record, found?.key ?? "", use ?? "", year, at === undefined ? 0 : months(at.period));
	}
}
