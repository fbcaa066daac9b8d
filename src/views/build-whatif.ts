/** What would be, beside what was reported, as the contract has it: every figure written once. */
import { figuresOf, type YearFigures } from "../assessment/figures.ts";
import type { FirmYear } from "../assessment/firm.ts";
import type { Decimal } from "../contract/report.ts";
import type { WhatifDifference, WhatifFirmOutput, WhatifOutput, WhatifState } from "../contract/whatif.ts";
import { fromPlainText, difference as lessText, toText } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { minus, type Ratio } from "../exact/ratio.ts";
import type { Whatif, WhatifFirm, WhatifYear } from "../run/whatif.ts";
import { basisIn, findingsOf } from "./build-report.ts";
import type { Frame } from "./frame.ts";

/** Places in the machine formats; progress and what is needed have fewer. */
const places = 12;
const fewPlaces = 6;

/** A year as it was reported, or as it would be. */
export interface YearState {
	readonly one: FirmYear;
	readonly figures: YearFigures;
}

/** The one place that knows how a firm's year is held against its path. */
export function stateOf(one: FirmYear): YearState {
	return { one, figures: figuresOf(one, undefined) };
}

export function buildWhatif(run: Whatif, frame: Frame): WhatifOutput {
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisIn(frame.basis),
		asked: { levers: run.asked.changes.map(({ text }) => text), months: monthNumbers(run.asked.mask) },
		inputs: frame.inputs,
		firms: run.firms.map((firm) => firmOf(firm, frame)),
		findings: findingsOf(frame.tally, frame.notChecked, frame),
	};
}

/** Months of a mask by number. */
export function monthNumbers(mask: number): number[] {
	return Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => (mask & (1 << (month - 1))) !== 0);
}

function firmOf({ firm, years }: WhatifFirm, frame: Frame): WhatifFirmOutput {
	const { firm: id, name, sector, province } = firm;
	return { firm: id, name, sector, province, years: years.map((year) => yearOf(year, frame)) };
}

function yearOf(year: WhatifYear, frame: Frame): WhatifFirmOutput["years"][number] {
	const { hindrances, closing } = year;
	const reported = written(stateOf(year.reported), true, frame);
	const whatIf = year.changed === undefined ? null : written(stateOf(year.changed), false, frame);
	return {
		year: year.year,
		hindrances: hindrances.map(({ lever, reason }) => ({ lever: lever.text, reason })),
		reported,
		whatIf,
		difference:
			year.changed === undefined || whatIf === null ? null : differenceOf(year.reported, year.changed, reported, whatIf),
		closing: closing.map(({ lever, state, percent }) => ({
			lever: lever.text,
			state,
			percent: percent === null ? null : percent(fewPlaces),
		})),
	};
}

function written({ one, figures }: YearState, reportedData: boolean, { basis }: Frame): WhatifState {
	const { emissions, output, intensity, verdict } = one;
	const { parts, total, tce } = emissions;
	const { ownPath } = figures;
	return {
		reportedData,
		fuel: exactly(parts.fuel),
		process: exactly(parts.process),
		electricity: exactly(parts.electricity),
		heat: exactly(parts.heat),
		emissions: exactly(total),
		energy: exactly(tce),
		output: exactly(output?.value ?? null),
		outputUnit: basis.outputUnit,
		prices: output?.prices ?? null,
		intensity: exactly(intensity),
		intensityUnit: `tCO2/${basis.outputUnit}`,
		sinceBasePercent: shown(figures.sinceBasePercent),
		required: shown(ownPath?.required),
		gap: shown(ownPath?.gap),
		gapPercent: shown(ownPath?.gapPercent),
		gapTonnes: shown(ownPath?.gapTonnes),
		progressPercent: shown(figures.progressPercent, fewPlaces),
		verdict: verdict?.word ?? null,
		qualifiers: verdict?.qualifiers ?? [],
		reasons: verdict?.reasons ?? [],
	};
}

function exactly(value: Ratio | null): Decimal {
	return value === null ? null : figure(value)(places);
}

function shown(value: Figure | null | undefined, at = places): Decimal {
	return value == null ? null : value(at);
}

/** Of exact values where there are such; of gaps in per cent, which are roots, the difference of what is written. */
function differenceOf(reported: FirmYear, changed: FirmYear, a: WhatifState, b: WhatifState): WhatifDifference {
	return {
		emissions: less(changed.emissions.total, reported.emissions.total),
		energy: less(changed.emissions.tce, reported.emissions.tce),
		output: less(changed.output?.value ?? null, reported.output?.value ?? null),
		intensity: less(changed.intensity, reported.intensity),
		gapPercent: lessWritten(b.gapPercent, a.gapPercent),
	};
}

function less(now: Ratio | null, then: Ratio | null): Decimal {
	return now === null || then === null ? null : figure(minus(now, then))(places);
}

/** Two written figures apart: null where either is unknown. */
function lessWritten(now: Decimal, then: Decimal): Decimal {
	return now === null || then === null ? null : toText(lessText(fromPlainText(now), fromPlainText(then)));
}
