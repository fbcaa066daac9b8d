/** A comparison as its contract has it: every figure written once, and a remainder that closes each sum as it is written. */

import type { NotUnique } from "../comparing/pair.ts";
import type { RowKey } from "../comparing/posting.ts";
import type {
	ChangeEffectOutput,
	DiffOutput,
	DiffSide,
	RowChangeOutput,
	RowKeyOutput,
	RowPlace,
	YearChangeOutput,
	YearFiguresOutput,
} from "../contract/diff.ts";
import type { Decimal, Report } from "../contract/report.ts";
import { byCodeUnit } from "../domain/order.ts";
import { monthsOf, wholeYear } from "../domain/period.ts";
import { difference, fromPlainText, toText } from "../exact/exact.ts";
import { figure } from "../exact/figure.ts";
import { minus, type Ratio } from "../exact/ratio.ts";
import { counted } from "../findings/tally.ts";
import type { Claim } from "../ledger/entry.ts";
import type { ChangeEffect, Diff, DiffChange, DiffYear, YearState } from "../run/diff.ts";
import type { Judged } from "../run/judge.ts";
import { basisChanges } from "./basis-changes.ts";
import { diffOfReports, filedYears } from "./diff-reports.ts";

/** A side: tables that were judged, a report that was filed, or a report whose tables were judged again. */
export interface SideView {
	readonly name: string;
	readonly what: DiffSide["what"];
	/** Of tables only where there is nothing to hold them against but a report. */
	readonly filed: Report | null;
	readonly judged: Judged | null;
	/** What it is computed by and from: the report's own where it is as filed. */
	readonly told: Pick<Report, "tool" | "basis" | "inputs">;
}

export interface DiffView {
	readonly tool: Report["tool"];
	readonly old: SideView;
	readonly new: SideView;
	/** null where one side is as filed. */
	readonly diff: Diff | null;
	/** The new tables under the options of the old side, where these are others. */
	readonly options: ReadonlyMap<string, Ratio | null> | null;
	readonly intensityUnit: string;
	readonly showsFirm: (firm: string) => boolean;
}

const places = 12;

export function buildDiff(view: DiffView): DiffOutput {
	const { diff, showsFirm } = view;
	const [a, b] = [view.old, view.new];
	const ofReports = diff === null ? diffOfReports(reportOf(a), reportOf(b), view.intensityUnit) : null;
	const changes = ofReports?.changes ?? (diff as Diff).changes.map((one) => changeOf(one, view.intensityUnit));
	const notUnique = diff?.notUnique.map(notUniqueOf) ?? [];
	const years = ofReports?.years ?? (diff as Diff).years.map((one) => yearOf(one, view));
	// Two folders of one run have the same options: what else follows from their rows.
	const basis = a.what === "tables" && b.what === "tables" ? [] : basisChanges(a.told, b.told);
	const data = changes.length + notUnique.length > 0 && (diff !== null || !isSameInputs(a, b));
	return {
		schemaVersion: 1,
		tool: view.tool,
		old: sideOf(a),
		new: sideOf(b),
		cause: data ? (basis.length > 0 ? "both" : "data") : basis.length > 0 ? "basis" : "nothing",
		basisChanges: basis,
		changes: changes.filter(({ firm }) => showsFirm(firm)),
		notUnique: notUnique.filter(({ firm }) => showsFirm(firm)),
		years: years
			.map((one) => ({
				...one,
				oldFiled: a.what === "tables" ? null : one.oldFiled,
				newFiled: b.what === "tables" ? null : one.newFiled,
			}))
			.filter((one) => showsFirm(one.firm) && isOther(one)),
	};
}

/** A side of which only the report is there; one whose tables were judged has its report too. */
function reportOf({ filed, name }: SideView): Report {
	if (filed === null) throw new Error(`${name} has neither a report nor tables`);
	return filed;
}

function isSameInputs(a: SideView, b: SideView): boolean {
	const hashes = ({ told }: SideView): string => JSON.stringify(told.inputs.map(({ sha256 }) => sha256).sort());
	return hashes(a) === hashes(b);
}

function sideOf({ name, what, judged, told }: SideView): DiffSide {
	const files = new Map(told.inputs.map(({ file, sha256 }) => [file, sha256]));
	return {
		name,
		what,
		figures: judged === null ? "as-filed" : "recomputed",
		inputs: [...files].sort(([x], [y]) => byCodeUnit(x, y)).map(([file, sha256]) => ({ file, sha256 })),
		findings: judged === null ? null : counted(judged.tally),
	};
}

function changeOf(one: DiffChange, intensityUnit: string): RowChangeOutput {
	const { change, cells, answers, effects } = one;
	const what =
		change.is === "row" ? (change.pair.old === undefined ? "added" : change.pair.new === undefined ? "removed" : "changed") : "";
	return {
		...keyOf(one),
		change: what === "" ? (change.is === "uncounted" ? (change.row.side === "old" ? "removed" : "added") : "changed") : what,
		cells,
		old: placeIn(one.old),
		new: placeIn(one.new),
		answers,
		effects: effects.map((effect) => effectOf(effect, intensityUnit)),
	};
}

const noKey = { site: "", period: "", carrier: "", use: "", indicator: "", product: "" };

function keyOf({ change, firm }: DiffChange): RowKeyOutput {
	if (change.is === "row") return written(change.pair.key);
	if (change.is === "fact") return written({ ...noKey, kind: "firm", firm });
	const { carrier, use, year, mask } = change.row;
	const months = year === null || mask === 0 ? [] : mask === wholeYear ? [String(year)] : monthsOf(year, mask);
	return written({ ...noKey, kind: "not-counted", firm, period: months.join(" "), carrier, use });
}

function written({ kind, firm, site, period, carrier, use, indicator, product }: RowKey): RowKeyOutput {
	return {
		kind,
		firm,
		site: filled(site),
		period: filled(period),
		carrier: filled(carrier),
		use: filled(use),
		indicator: filled(indicator),
		product: filled(product),
	};
}

function filled(text: string): string | null {
	return text === "" ? null : text;
}

function placeIn(claim: Claim | undefined): RowPlace | null {
	return claim === undefined ? null : { file: claim.from.file, sheet: claim.from.sheet ?? null, row: claim.row };
}

function notUniqueOf({ key, old, new: now }: NotUnique): DiffOutput["notUnique"][number] {
	const places = (all: NotUnique["old"]): RowPlace[] =>
		all.flatMap(({ claims }) => claims.flatMap((claim) => placeIn(claim) ?? []));
	return { ...written(key), old: places(old), new: places(now) };
}

function effectOf({ year, how, tonnes, intensity, verdict }: ChangeEffect, intensityUnit: string): ChangeEffectOutput {
	return {
		...{ year, how },
		tonnes: text(tonnes),
		intensity: text(intensity),
		intensityUnit,
		oldVerdict: verdict?.old ?? null,
		newVerdict: verdict?.new ?? null,
	};
}

function yearOf({ firm, year, old, new: now, explained }: DiffYear, view: DiffView): YearChangeOutput {
	const [was, is] = [figuresIn(old), figuresIn(now)];
	const tonnes = less(now?.tonnes, old?.tonnes);
	const intensity = old?.prices === now?.prices ? less(now?.intensity, old?.intensity) : null;
	const under = view.options === null ? now?.tonnes : view.options.get(`${year}|${firm}`);
	const optionsTonnes = view.options === null ? "0" : text(less(now?.tonnes, under));
	const written = { tonnes: text(tonnes), explained: text(explained.tonnes), intensity: text(intensity) };
	const filed = (side: SideView): YearFiguresOutput | null =>
		side.filed === null || side.what === "tables" ? null : (filedYears(side.filed).get(`${year}|${firm}`) ?? null);
	return {
		...{ firm, year },
		oldFiled: filed(view.old),
		old: was,
		new: is,
		newFiled: filed(view.new),
		tonnes: written.tonnes,
		intensity: written.intensity,
		explainedTonnes: written.explained,
		explainedIntensity: text(explained.intensity),
		optionsTonnes,
		remainderTonnes: rest(rest(written.tonnes, written.explained), optionsTonnes),
		remainderIntensity: rest(written.intensity, text(explained.intensity)),
	};
}

function figuresIn(state: YearState | null): YearFiguresOutput | null {
	return state === null ? null : { tonnes: text(state.tonnes), intensity: text(state.intensity), verdict: state.verdict };
}

/** Whether anything of a firm-year is another, from the first figures that are known of it to the last. */
function isOther({ oldFiled, old, new: now, newFiled, ...sums }: YearChangeOutput): boolean {
	const all = [oldFiled ?? old, old, now, newFiled ?? now].map((one) => JSON.stringify(one));
	const moved = [sums.explainedTonnes, sums.remainderTonnes].some((one) => one !== null && one !== "0");
	return new Set(all).size > 1 || moved;
}

function less(a: Ratio | null | undefined, b: Ratio | null | undefined): Ratio | null {
	return a == null || b == null ? null : minus(a, b);
}

/** Of two figures as they are written. */
function rest(all: Decimal, part: Decimal): Decimal {
	return all === null || part === null ? null : toText(difference(fromPlainText(all), fromPlainText(part)));
}

function text(value: Ratio | null): Decimal {
	return value === null ? null : figure(value)(places);
}
