/** A factors file: the user's own published or measured factors, which win over the chosen set. */
import { yearForm } from "../../domain/period.ts";
import type { ColumnName } from "../../domain/tables.ts";
import { compare, type Exact, equal, known, one, product, sign, toText } from "../../exact/exact.ts";
import { fromExact, per, reduced } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import type { Supplied, SuppliedFactor } from "../../ledger/supplied.ts";
import { near } from "../../reference/near.ts";
import { plain } from "../../reference/spelling.ts";
import { cellReader, type Outcome, type RowReader, RowRemarks, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { readNumberInto } from "./parameters.ts";

const heldSymbols: Readonly<Record<string, string>> = { mass: "t", "gas-volume": "10^4 Nm3", energy: "GJ", electricity: "kWh" };

export function factorsReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, file } = context;
	const { units, carriers, provinces } = reference;
	const cell = cellReader<"factors">(header);
	const remarks = new RowRemarks(context);
	const seen = new Map<string, SuppliedFactor>();

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const carrierText = cell(cells, "carrier");
		const carrier = carriers.find(carrierText)?.carrier;
		if (carrier === undefined || carrier.group === "total")
			remarks.note(remark("unknown-carrier", { near: carriers.near(carrierText) }), "carrier", carrierText);
		const unitText = cell(cells, "unit");
		const unit = units.find(unitText);
		const heldSymbol = unit === undefined ? undefined : heldSymbols[unit.dimension];
		if (unit === undefined)
			remarks.note(
				unitText.trim() === ""
					? remark("missing-unit", { wanted: ["t", "10^4 Nm3", "MWh", "GJ"] })
					: remark("unknown-unit", { near: near(unitText, units.names(undefined)) }),
				"unit",
				unitText,
			);
		else if (heldSymbol === undefined)
			remarks.note(
				remark("wrong-unit-kind", { what: carrierText.trim(), wanted: ["t", "10^4 Nm3", "MWh", "GJ"] }),
				"unit",
				unitText,
			);
		const source = plain(cell(cells, "source"));
		if (source === "") remarks.note(remark("missing-cell", { what: "source" }), "source", "");
		const yearText = cell(cells, "year").trim();
		if (yearText !== "" && !yearForm.test(yearText))
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "year", yearText);
		const provinceText = cell(cells, "province");
		const province = provinceText.trim() === "" ? undefined : provinces.find(provinceText);
		// A factor for a province that is not known would be applied nowhere, in silence.
		if (provinceText.trim() !== "" && province === undefined)
			remarks.note(remark("missing-cell", { what: "province" }), "province", provinceText);

		const number = (column: ColumnName<"factors">): Exact | undefined => {
			const text = cell(cells, column);
			return text.trim() === "" ? undefined : readNumberInto(readNumber(text), remarks, text, column);
		};
		const [ncv, carbonContent, oxidationRate, factor] = [
			number("ncv"),
			number("carbon_content"),
			number("oxidation_rate"),
			number("emission_factor"),
		];
		for (const [column, value] of [
			["ncv", ncv],
			["carbon_content", carbonContent],
		] as const) {
			if (value !== undefined && sign(value) <= 0)
				remarks.note(remark("bad-parameter", { wanted: "above-zero" }), column, cell(cells, column));
		}
		if (oxidationRate !== undefined && (sign(oxidationRate) <= 0 || compare(oxidationRate, one) > 0))
			remarks.note(remark("bad-parameter", { wanted: "fraction" }), "oxidation_rate", cell(cells, "oxidation_rate"));
		if (factor !== undefined && sign(factor) < 0)
			remarks.note(remark("bad-parameter", { wanted: "zero-or-more" }), "emission_factor", cell(cells, "emission_factor"));
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

		if (remarks.failed || carrier === undefined || unit === undefined || heldSymbol === undefined) {
			remarks.tell("", yearText);
			return "refused";
		}
		const heldPerUnit = heldSymbol === "10^4 Nm3" ? product(unit.toBase, known("0.0001")) : unit.toBase;
		const made: SuppliedFactor = {
			carrier: carrier.id,
			unit: heldSymbol,
			year: yearText === "" ? null : Number(yearText),
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
			at: { file, row, line },
		};
		const key = [made.carrier, made.unit, made.year ?? "", made.province ?? ""].join("|");
		const other = seen.get(key);
		if (other !== undefined && !agree(made, other)) {
			remarks.note(
				remark("factor-row-conflict", { carrier: made.carrier, rows: [`${other.at.file}:${other.at.row}`, `${file}:${row}`] }),
				"carrier",
				carrierText,
			);
			remarks.tell("", yearText);
			return "refused";
		}
		remarks.tell("", yearText);
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
