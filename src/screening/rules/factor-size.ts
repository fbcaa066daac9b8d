/**
 * F-09: an emission factor that a row or a factors table states, and that lies far from what the carrier can have: kilograms for
 * tonnes, carbon for CO2, of another unit. Honest factors of one's own are left alone: a measured coal, another grid, 0 for green power.
 */
import { choose, chooseCarbon, suppliedFor } from "../../carbon/choice.ts";
import { type Factor, perUnit } from "../../carbon/factor.ts";
import { carbonToCo2 } from "../../domain/carbon.ts";
import { fromCode, write } from "../../domain/period.ts";
import type { Use } from "../../domain/words.ts";
import { known } from "../../exact/exact.ts";
import { compare, constant, fromExact, minus, negative, oneRatio, per, type Ratio, sign, ten, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { finding, type Particulars, type Place, remark } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import type { EnergySeries } from "../../ledger/ledger.ts";
import { significantDigits, unmeasured } from "../../ledger/parameters.ts";
import type { Carrier } from "../../reference/carriers.ts";
import { heatOf, isRounding, isWithin, publishedOf, type Span, spanOf } from "../factor-span.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { amountIn } from "./entries.ts";

type Why = Particulars["factor-of-another-size"]["why"];

/** A factor that a user states, and where. */
interface Stated {
	readonly carrier: Carrier;
	readonly use: Use;
	/** Symbol of the unit the amount is held in. */
	readonly held: string;
	readonly year: number;
	/** t CO2 per held unit. */
	readonly value: Ratio;
	/** As it is written, with its unit. */
	readonly text: string;
	readonly unit: string;
	readonly at: Place;
	/** The factor without it; undefined where none is published. */
	readonly usual: Factor | undefined;
	readonly series: EnergySeries;
}

/** What may have happened: what the factor has to be multiplied by to undo it. */
interface Candidate {
	readonly why: Why;
	readonly by: Ratio;
	/** As a person says it: `10`, `10^4`, `44/12`. */
	readonly times: string;
}

export const factorSize: FirmRule = {
	id: "F-09",
	code: "factor-of-another-size",
	clears: "by-shape",
	judge: (one) => {
		const all = [...statedIn(one)];
		if (all.length === 0) return notChecked("no-measured-values");
		return answer(all.flatMap((stated) => suspect(one, stated, all)));
	},
};

/** Every factor that a row or the factors table states of what the firm used, once a year. */
function* statedIn(one: FirmCase): Generator<Stated> {
	const { record, firm, rules } = one;
	for (const series of record.energy.values()) {
		const { carrier: key, use, measured, entries } = series;
		const carrier = rules.carrierOf(key);
		if (measured.emissionFactor === undefined && rules.factors.supplied.length === 0) continue;
		const first = new Map<number, Entry>();
		for (const [code, entry] of entries) {
			const { year } = fromCode(code);
			const there = first.get(year);
			if (there === undefined || byClaim(entry, there) < 0) first.set(year, entry);
		}
		for (const [year, entry] of first) {
			const asked = { carrier, unit: entry.unit, year, province: firm.province ?? undefined };
			const chosen = use === "feedstock" || use === "product" ? chooseCarbon : choose;
			const usual = chosen({ ...rules.factors, supplied: [] }, { ...asked, measured: unmeasured }).factor;
			const base = { carrier, use, held: entry.unit, year, usual, series };
			const own = measured.emissionFactor;
			if (own !== undefined) {
				const cell = measured.cells?.emission_factor;
				const at = { ...placeOf(entry), column: cell?.column ?? "", value: cell?.text ?? "" };
				yield { ...base, value: own.perHeld, text: own.text, unit: own.unit, at };
				continue;
			}
			const row = suppliedFor(rules.factors.supplied, { ...asked, measured });
			const { factor } = chosen(rules.factors, { ...asked, measured });
			if (row === undefined || factor === undefined) continue;
			const text = factor.kind === "direct" ? factor.text : rounded(perUnit(factor), 6);
			const at = { ...row.at, column: "", value: factor.kind === "direct" ? factor.text : "" };
			yield { ...base, value: perUnit(factor), text, unit: factor.kind === "direct" ? factor.unit : `tCO2/${entry.unit}`, at };
		}
	}
}

function suspect(one: FirmCase, stated: Stated, all: readonly Stated[]): Suspicion[] {
	const { carrier, use, held, year, value, text, unit, at, usual, series } = stated;
	// Zero is stated on purpose; and of power of named origin every factor may be right.
	if (sign(value) <= 0 || (carrier.group === "electricity" && carrier.id !== "electricity")) return [];
	const default_ = usual === undefined ? undefined : perUnit(usual);
	const span = spanOf(one, carrier, held, default_);
	if (span === undefined) return [];
	const found = isWithin(value, span)
		? unburnt(one, stated)
		: (explained(one, stated, span, default_, all) ?? (span.known && isFar(stated, span) ? noReason : undefined));
	if (found === undefined) return [];
	const meant = found.why === "none" ? undefined : times(value, found.by);
	const instead = meant ?? default_;
	const amount = amountIn(series.entries, year);
	const change = instead === undefined || amount === undefined ? null : times(fromExact(amount), minus(instead, value));
	const shown = (factor: Ratio): string => rounded(times(fromExact(known(text)), per(factor, value)), 6);
	const about = remark("factor-of-another-size", {
		...{ carrier: carrier.id, value: text, unit, why: found.why, times: found.times },
		...{ small: compare(value, span.low) < 0, meant: meant === undefined ? null : shown(meant) },
		...(meant === undefined ? { low: shown(span.low), high: shown(span.high) } : { low: null, high: null }),
	});
	const period = [...series.entries.keys()].map(fromCode).filter((of) => of.year === year);
	return [
		{
			finding: finding(
				about,
				at,
				one.record.firm,
				period.length === 1 && period[0] !== undefined ? write(period[0]) : String(year),
			),
			year,
			impact: change === null || use === "consumed" || use === "feedstock" ? change : negative(change),
		},
	];
}

const noReason: Candidate = { why: "none", by: oneRatio, times: "" };

/** Power that is mostly green, and heat that is mostly waste heat, may come near to zero without any slip. */
function isFar({ carrier, value }: Stated, { low }: Span): boolean {
	return (
		(carrier.group !== "electricity" && carrier.group !== "heat") ||
		compare(times(value, constant("10")), low) < 0 ||
		compare(value, low) > 0
	);
}

/**
 * The cause that explains a factor outside its span: one that makes of it a factor that is published, or that the firm has in other
 * rows, digit by digit; else the one that brings it nearest to the usual, where that is inside the span.
 */
function explained(
	one: FirmCase,
	stated: Stated,
	span: Span,
	usual: Ratio | undefined,
	all: readonly Stated[],
): Candidate | undefined {
	const { carrier, held, value, text } = stated;
	const others = all.filter((other) => other.carrier.id === carrier.id && other.held === held && isWithin(other.value, span));
	const published = [
		...publishedOf(one, carrier, held),
		...(usual === undefined ? [] : [usual]),
		...others.map((other) => other.value),
	];
	const candidates = candidatesOf(one, stated);
	// The default of heat has two digits, every other factor three or more.
	if (significantDigits(text) >= (carrier.group === "heat" ? 2 : 3))
		for (const candidate of candidates) {
			const meant = times(value, candidate.by);
			if (published.some((factor) => isRounding(meant, text, factor))) return candidate;
		}
	if (!isFar(stated, span)) return undefined;
	let best: { readonly candidate: Candidate; readonly apart: Ratio } | undefined;
	for (const candidate of candidates) {
		const meant = times(value, candidate.by);
		if (!isWithin(meant, span)) continue;
		const quotient = usual === undefined ? oneRatio : per(meant, usual);
		const apart = compare(quotient, oneRatio) < 0 ? per(oneRatio, quotient) : quotient;
		if (best === undefined || compare(apart, best.apart) < 0) best = { candidate, apart };
	}
	return best?.candidate;
}

const powers = [1, 2, 3, 4, 5, 6, 7];

function candidatesOf(one: FirmCase, { carrier, held, value }: Stated): Candidate[] {
	const found: Candidate[] = [];
	const said = (n: number): string => (n <= 3 ? String(10 ** n) : `10^${n}`);
	for (const n of powers)
		found.push(
			{ why: "times", by: { over: ten(n), under: 1n }, times: said(n) },
			{ why: "times", by: { over: 1n, under: ten(n) }, times: said(n) },
		);
	if (carrier.group !== "fuel" && carrier.group !== "process") return found;
	found.push(
		{ why: "carbon", by: carbonToCo2, times: "44/12" },
		{ why: "carbon-twice", by: per(oneRatio, carbonToCo2), times: "44/12" },
	);
	const heat = carrier.group === "fuel" && held !== "GJ" ? heatOf(one, carrier, held) : undefined;
	if (heat === undefined || sign(value) <= 0) return found;
	found.push(
		{ why: "of-heat", by: heat, times: rounded(heat, 6) },
		{ why: "of-coal-equivalent", by: per(heat, constant("29.3076")), times: rounded(per(heat, constant("29.3076")), 4) },
	);
	return found;
}

/** A factor to the digit that of the table, but for its oxidation rate, and no table has it so. */
function unburnt(one: FirmCase, { carrier, use, held, value, text, usual }: Stated): Candidate | undefined {
	if (usual?.kind !== "parts" || use === "feedstock" || use === "product" || significantDigits(text) < 4) return undefined;
	const rate = fromExact(usual.oxidationRate);
	if (compare(rate, oneRatio) >= 0 || !isRounding(value, text, per(perUnit(usual), rate))) return undefined;
	if (publishedOf(one, carrier, held).some((factor) => isRounding(value, text, factor))) return undefined;
	return { why: "all-burnt", by: rate, times: rounded(rate, 6) };
}
