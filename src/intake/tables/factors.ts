/** A factors file: the user's own published or measured factors, which win over the chosen set. */
import { equal, sign, toText } from "../../exact/exact.ts";
import { fromExact, per, reduced } from "../../exact/ratio.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import type { Supplied, SuppliedFactor } from "../../ledger/supplied.ts";
import { nearUnits } from "../../reference/units.ts";
import { heldPer, heldSymbol } from "../held.ts";
import { impossible } from "../impossible.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { numberIn } from "../number.ts";
import { readRate } from "../percent.ts";
import { aboveZeroIn, sourceIn, yearIn } from "../stated-cells.ts";

export const factors: TableCard = { reach: null, unnamed: "factors", reader: factorsReader };

function factorsReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, table } = context;
	const { units, carriers, provinces } = reference;
	const cell = cellReader<"factors">(header);
	const remarks = new RowRemarks(context);
	const seen = new Map<string, SuppliedFactor>();

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const carrierText = cell(cells, "carrier");
		const carrier = carriers.find(carrierText)?.carrier;
		if (carrier === undefined || carrier.group === "total")
			remarks.note(remark("unknown-carrier", carriers.meant(carrierText)), "carrier", carrierText);
		const unitText = cell(cells, "unit");
		const unit = units.find(unitText);
		const held = unit === undefined ? undefined : heldSymbol(unit);
		if (unit === undefined)
			remarks.note(
				unitText.trim() === ""
					? remark("missing-unit", { wanted: ["t", "10^4 Nm3", "MWh", "GJ"] })
					: remark("unknown-unit", { near: nearUnits(unitText, units.names(undefined)) }),
				"unit",
				unitText,
			);
		else if (held === undefined)
			remarks.note(
				remark("wrong-unit-kind", { what: carrierText.trim(), wanted: ["t", "10^4 Nm3", "MWh", "GJ"] }),
				"unit",
				unitText,
			);
		const source = sourceIn(cell(cells, "source"), remarks);
		const yearText = cell(cells, "year").trim();
		const year = yearText === "" ? null : yearIn(yearText, remarks, "year");
		const provinceText = cell(cells, "province");
		const province = provinceText.trim() === "" ? undefined : provinces.find(provinceText);
		// A factor for a province that is not known would be applied nowhere, in silence.
		if (provinceText.trim() !== "" && province === undefined)
			remarks.note(remark("missing-cell", { what: "province" }), "province", provinceText);

		const ncv = aboveZeroIn(cell(cells, "ncv"), remarks, "ncv");
		const carbonContent = aboveZeroIn(cell(cells, "carbon_content"), remarks, "carbon_content");
		const rateUnit = header.units.get("oxidation_rate") ?? "";
		const oxidationRate = readRate(cell(cells, "oxidation_rate"), rateUnit, remarks, "oxidation_rate");
		const factor = numberIn(cell(cells, "emission_factor"), remarks, "emission_factor");
		if (factor !== undefined && sign(factor) < 0)
			remarks.note(remark("bad-parameter", { wanted: "zero-or-more" }), "emission_factor", cell(cells, "emission_factor"));
		if (carrier !== undefined && unit !== undefined && held !== undefined) {
			const co2 = factor === undefined ? undefined : per(fromExact(factor), fromExact(heldPer(unit)));
			const found = impossible(reference, { carrier, held, ncv, carbonContent, co2 }, context.choices.usual);
			if (found !== undefined) remarks.note(found.about, found.column, cell(cells, found.column));
		}
		const given = [ncv, carbonContent, oxidationRate].filter((value) => value !== undefined).length;
		if (factor !== undefined && given > 0)
			remarks.note(
				remark("factor-and-parts", { parts: ["ncv", "carbon_content", "oxidation_rate"] }),
				"emission_factor",
				cell(cells, "emission_factor"),
			);
		else if (factor === undefined && given < 3 && !remarks.failed)
			remarks.note(remark("missing-cell", { what: "emission_factor" }), "emission_factor", "");
		if (given > 0 && unit !== undefined && unit.symbol !== "t" && unit.symbol !== "10^4 Nm3")
			remarks.note(remark("wrong-unit-kind", { what: "ncv", wanted: ["t", "10^4 Nm3"] }), "unit", unitText);

		if (remarks.failed || carrier === undefined || unit === undefined || held === undefined) {
			remarks.tell("", yearText);
			return "refused";
		}
		const heldPerUnit = heldPer(unit);
		const made: SuppliedFactor = {
			carrier: carrier.id,
			unit: held,
			year,
			province: province?.id ?? null,
			parts:
				ncv !== undefined && carbonContent !== undefined && oxidationRate !== undefined
					? { ncv, carbonContent, oxidationRate }
					: null,
			direct:
				factor === undefined
					? null
					: {
							perHeld: reduced(per(fromExact(factor), fromExact(heldPerUnit))),
							text: toText(factor),
							unit: `tCO2/${unit.symbol}`,
						},
			source,
			at: { ...table, row, line },
		};
		const key = [made.carrier, made.unit, made.year ?? "", made.province ?? ""].join("|");
		const other = seen.get(key);
		if (other !== undefined && !agree(made, other)) {
			remarks.note(
				remark("factor-row-conflict", { carrier: made.carrier, rows: [rowAt(other.at), rowAt({ ...table, row })] }),
				"carrier",
				carrierText,
			);
			remarks.tell("", yearText);
			return "refused";
		}
		remarks.tell("", yearText, "nothing");
		if (other === undefined) {
			seen.set(key, made);
			supplied.factors.push(made);
		}
		return "used";
	};
}

function agree(a: SuppliedFactor, b: SuppliedFactor): boolean {
	if (a.direct !== null && b.direct !== null)
		return a.direct.perHeld.over === b.direct.perHeld.over && a.direct.perHeld.under === b.direct.perHeld.under;
	if (a.parts !== null && b.parts !== null) {
		return (
			equal(a.parts.ncv, b.parts.ncv) &&
			equal(a.parts.carbonContent, b.parts.carbonContent) &&
			equal(a.parts.oxidationRate, b.parts.oxidationRate)
		);
	}
	return false;
}
