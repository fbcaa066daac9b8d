/**
 * The questions about one measured value of one lot, as a table: of which value, for which fuels, and when it is asked about.
 * What cannot be is reported when it is read, and one cause is asked about once.
 */
import { compare, toText } from "../../exact/exact.ts";
import { fromExact } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Code, type Remark, remark } from "../../findings/finding.ts";
import type { MeasuredCells } from "../../ledger/parameters.ts";
import type { FuelRangeSeed } from "../../reference/seeds.ts";
import { type FirmCase, type FirmRule, notChecked } from "../rule.ts";
import { judgeLots, type Lot } from "./lots.ts";
import {
	carbonOutside,
	carbonPerTonne,
	heatDimension,
	heatOutside,
	inside,
	isImpossible,
	isOtherBasis,
	likelyUnit,
	rangesOf,
} from "./ranges.ts";

interface Question {
	readonly id: string;
	readonly code: Code;
	/** The fuels it is asked of, by their ranges; all where this is not there. A firm that burns none of them is not asked. */
	readonly fuels?: (range: FuelRangeSeed) => boolean;
	readonly isMeasured: (lot: Lot) => boolean;
	/** It needs the ranges of the fuel. */
	readonly byRange: boolean;
	readonly column: (lot: Lot) => keyof MeasuredCells;
	/** What is said of a lot that was measured; undefined where nothing. */
	readonly say: (one: FirmCase, lot: Lot, range: FuelRangeSeed | undefined) => Remark | undefined;
	/** A value that is not asked about may be wrong all the same: the rule never passes. */
	readonly neverPasses?: true;
}

const ofHeat = ({ measured, unit }: Lot): boolean => measured.ncv !== undefined && unit !== "GJ";

/** A measured oxidation rate so low that it is worth a question. Above one or below zero it is refused when it is read. */
export const lowOxidation: FirmRule = asked({
	id: "F-04",
	code: "low-oxidation",
	isMeasured: ({ measured }) => measured.oxidationRate !== undefined,
	byRange: false,
	column: () => "oxidation_rate",
	say: (one, { carrier, measured: { oxidationRate } }) => {
		const least = one.limit("oxidation-low");
		const low = oxidationRate !== undefined && compare(oxidationRate, least) < 0;
		return low ? remark("low-oxidation", { carrier, least: toText(least) }) : undefined;
	},
});

/** A measured heat value outside what its fuel has. Of coal above it, the basis is asked about instead (U-110). */
export const heatValueRange: FirmRule = asked({
	id: "F-05",
	code: "heat-value-out-of-range",
	isMeasured: ofHeat,
	byRange: true,
	column: () => "ncv",
	say: (one, lot, range) => {
		const { carrier, unit, measured } = lot;
		if (measured.ncv === undefined || range === undefined || !heatOutside(one, lot)) return undefined;
		if (isImpossible(one, lot) || isOtherBasis(one, lot)) return undefined;
		const likely = likelyUnit(one, measured.ncv, heatDimension(unit), range.ncv);
		const [low, high] = range.ncv;
		return remark("heat-value-out-of-range", { carrier, value: toText(measured.ncv), low, high, unit: `GJ/${unit}`, likely });
	},
});

/** A measured carbon content outside what its fuel has, around the defaults of the published tables. */
export const carbonContentRange: FirmRule = asked({
	id: "F-06",
	code: "carbon-content-out-of-range",
	isMeasured: ({ measured }) => measured.carbonContent !== undefined,
	byRange: true,
	column: () => "carbon_content",
	say: (one, lot, range) => {
		const { carrier, measured } = lot;
		if (measured.carbonContent === undefined || range === undefined || !carbonOutside(one, lot)) return undefined;
		if (isImpossible(one, lot)) return undefined;
		const likely = likelyUnit(one, measured.carbonContent, "carbon-content", range.carbonContent);
		const [low, high] = range.carbonContent;
		const value = toText(measured.carbonContent);
		return remark("carbon-content-out-of-range", { carrier, value, low, high, unit: "tC/GJ", likely });
	},
});

/** A tonne of coal that holds more or less carbon than the inventories for China have, where neither of its parts is odd itself. */
export const coalCarbonRange: FirmRule = asked({
	id: "F-07",
	code: "coal-carbon-out-of-range",
	fuels: ({ carbonPerTonne: span }) => span !== null,
	isMeasured: (lot) => carbonPerTonne(lot) !== undefined,
	byRange: false,
	column: ({ measured }) => (measured.ncv === undefined ? "carbon_content" : "ncv"),
	say: (one, lot, range) => {
		const span = range?.carbonPerTonne ?? null;
		const carbon = carbonPerTonne(lot);
		if (span === null || carbon === undefined || inside(carbon, span)) return undefined;
		if (isImpossible(one, lot) || heatOutside(one, lot) || carbonOutside(one, lot)) return undefined;
		const [low, high] = span;
		return remark("coal-carbon-out-of-range", { carrier: lot.carrier, tonnes: rounded(fromExact(carbon), 4), low, high });
	},
});

/** Is a coal's heat value net and as received? No column says; a value above what it has so shows that it is not. */
export const coalBasis: FirmRule = asked({
	id: "U-110",
	code: "coal-basis",
	fuels: ({ family }) => family === "coal",
	isMeasured: ({ measured }) => measured.ncv !== undefined,
	byRange: false,
	column: () => "ncv",
	say: (one, lot, range) => {
		const { carrier, measured } = lot;
		if (measured.ncv === undefined || range === undefined || isImpossible(one, lot) || !isOtherBasis(one, lot)) return undefined;
		return remark("coal-basis", { carrier, value: toText(measured.ncv), high: range.ncv[1] });
	},
	// A value in its range may be on any basis.
	neverPasses: true,
});

function asked({ id, code, fuels, isMeasured, byRange, column, say, neverPasses }: Question): FirmRule {
	return {
		id,
		code,
		// Firms of one shape have one set of measured values.
		clears: "by-shape",
		judge: (one) => {
			const { record, rules } = one;
			const ofThem = fuels && new Set(rules.reference.seeds.fuelRanges.filter(fuels).map(({ carrier }) => carrier));
			const burnt =
				ofThem === undefined || [...record.energy.values()].some(({ carrier }) => ofThem.has(rules.carrierOf(carrier).id));
			if (!burnt) return notChecked("no-such-carrier");
			const answer = judgeLots(one, {
				measured: (lot) => ofThem?.has(lot.carrier) !== false && isMeasured(lot),
				...(byRange ? { ranged: (lot: Lot) => rangesOf(one, lot) !== undefined } : {}),
				suspect: (lot) => {
					const about = say(one, lot, rangesOf(one, lot));
					return about && { about, column: column(lot) };
				},
			});
			return neverPasses === true && answer.kind !== "fail" ? notChecked("not-in-tables") : answer;
		},
	};
}
