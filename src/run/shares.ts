/** Of what the tonnes of a firm's year are made: of published factors, and of rows that count by somebody's word. */

import type { CarrierFigure } from "../carbon/emissions.ts";
import { wholeYear } from "../domain/period.ts";
import { negative, per, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Code, Finding } from "../findings/finding.ts";
import { listed } from "../findings/tally.ts";
import { cellsOf } from "../ledger/resolve.ts";
import type { Counted } from "../ledger/window.ts";
import { type Derived, derive } from "./derive.ts";
import type { Judged } from "./judge.ts";

/** Tonnes, amounts that subtract counted as tonnes too; null where a line is unknown. */
export interface Shares {
	readonly all: Ratio | null;
	/** On published factors, in whole or in part. */
	readonly byDefault: Ratio | null;
	/** On rows that count by an assertion of the run, or by what the tool put in. */
	readonly asserted: Ratio | null;
}

/** Findings of rows that count by somebody's word. */
const ofAssertions: ReadonlySet<Code> = new Set<Code>([
	"carrier-mapped",
	"repeats-added",
	"filled-down",
	"days-added",
	"to-date-corrected",
	"volume-without-density",
]);

/** The shares of several firm-years together. */
export function sharesOf(years: readonly Pick<Derived, "firm" | "one">[], judged: Judged): Shares {
	const places = assertedPlaces(judged);
	let shares: Shares = { all: zeroRatio, byDefault: zeroRatio, asserted: zeroRatio };
	for (const { firm, one } of years) {
		// The rows of a year are gone through again only where some may count by somebody's word.
		const derived = places.size > 0 || hasAbsent(firm, one) ? derive(judged, firm, one.year) : undefined;
		for (const [index, line] of one.emissions.carriers.entries()) {
			const tonnes = line.co2 === null ? null : magnitude(line.co2);
			const asserted = derived !== undefined && isAsserted(derived, index, places);
			shares = {
				all: sum(shares.all, tonnes),
				byDefault: sum(shares.byDefault, isDefault(line, judged) ? tonnes : zeroRatio),
				asserted: sum(shares.asserted, asserted ? tonnes : zeroRatio),
			};
		}
	}
	return shares;
}

/** Whether months without an entry are asserted to be zero of any line. */
function hasAbsent({ firm, views }: Derived["firm"], { emissions }: Derived["one"]): boolean {
	return views.some(({ rules: { facts } }) =>
		emissions.carriers.some(({ carrier }) => facts.absentIsZero(firm, facts.idOf(carrier))),
	);
}

/** A share in per cent; null where it is unknown, and where there is nothing to share. */
export function shareOf(part: Ratio | null, { all }: Shares): Ratio | null {
	if (part === null || all === null || sign(all) === 0) return null;
	const { over, under } = per(part, all);
	return { over: over * 100n, under };
}

function isDefault({ carrier, factor }: CarrierFigure, { part }: Judged): boolean {
	// What has no factor subtracts or stays by its own amount.
	if (factor === null) return false;
	if (part.supplied.factors.some((own) => own.carrier === carrier && own.source === factor.source)) return false;
	const ncv = factor.kind === "parts" && factor.ncv !== null ? ["ncv"] : [];
	const wanted = factor.kind === "direct" ? ["emission_factor"] : [...ncv, "carbon_content", "oxidation_rate"];
	return wanted.some((one) => !factor.measured.includes(one));
}

/** Whether a line has a row among those places, or counts months without an entry as zero. */
function isAsserted({ facts, firm, view }: Derived, index: number, places: ReadonlySet<string>): boolean {
	const line = facts.lines[index];
	if (line === undefined) return false;
	const counted = facts.counted.filter(({ carrier, use }) => carrier === line.carrier && use === line.use);
	const cells = counted.flatMap(({ items }: Counted) => items.flatMap((item) => [...cellsOf(item)]));
	if (cells.some(({ from, row }) => places.has(placeText(from.file, from.sheet ?? "", row)))) return true;
	const { facts: rules } = view.rules;
	return counted.some(({ mask }) => mask !== wholeYear) && rules.absentIsZero(firm.firm, rules.idOf(line.carrier));
}

/** The rows, and the files whose rows all, count by somebody's word. */
function assertedPlaces({ tally }: Judged): ReadonlySet<string> {
	const of = ({ at }: Finding): string => placeText(at.file, at.sheet ?? "", at.row);
	return new Set(listed(tally).flatMap((found) => (ofAssertions.has(found.code) ? [of(found)] : [])));
}

function placeText(file: string, sheet: string, row: number): string {
	return [file, sheet, row].join("\u001f");
}

function magnitude(value: Ratio): Ratio {
	return sign(value) < 0 ? negative(value) : value;
}

function sum(a: Ratio | null, b: Ratio | null): Ratio | null {
	return a === null || b === null ? null : plus(a, b);
}
