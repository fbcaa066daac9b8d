/** A claims file: what firms say their emissions, energy and intensity were. A row with an error is refused, and the run goes on. */
import { write } from "../../domain/period.ts";
import { claimMetrics } from "../../domain/words.ts";
import { type Exact, sign, toText } from "../../exact/exact.ts";
import { compare, fromExact, minus, type Ratio, ten, times, whole } from "../../exact/ratio.ts";
import { nearest, placed } from "../../exact/round.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader, firmColumn, firstTimes } from "../../layout/cells.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { type ClaimedFigure, claimKey, type SuppliedClaim } from "../../ledger/supplied-claims.ts";
import { near } from "../../reference/near.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { isForeignCurrency, nearUnits } from "../../reference/units.ts";
import { metricWords, type NamedMetric } from "../claim-metrics.ts";
import { type ClaimUnit, claimUnit, claimUnits } from "../claim-unit.ts";
import { lazily, type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { nameReader } from "../names.ts";
import { printedPlaces, readNumber, readNumberInto, whatShows } from "../number.ts";
import { twoWays } from "../number-writing.ts";
import { periodReader } from "../period.ts";

export const claims: TableCard = { reach: null, unnamed: "claims", aside: true, reader: claimsReader };

/** A claim without its place. */
type Claim = Omit<SuppliedClaim, "at">;

function claimsReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, table } = context;
	const cell = cellReader<"claims">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const column = firmColumn(header);
	const firmOf = nameReader(context, column);
	const firstTime = firstTimes();
	/** Claims whose numbers may be read two ways. */
	const doubtful: { readonly claim: Claim; readonly shows: number; readonly row: number; readonly line: number }[] = [];

	return Object.assign(read, { finish });

	function read(cells: readonly string[], row: number, line: number): Outcome {
		remarks.at(row, line);
		const firm = firmOf(cells, remarks);
		if (firm === "") remarks.note(remark("missing-firm", {}), column, cell(cells, column));
		const at = period(cells, remarks);
		const named = metricIn(cell(cells, "metric"));
		const told = at === undefined ? "" : write(at.period);
		const quantityText = cell(cells, "quantity");
		const number = readNumber(quantityText);
		if (named !== undefined && !remarks.failed && number.kind === "missing") {
			remarks.note(remark("claim-blank", { metric: named.metric }), "quantity", quantityText);
			remarks.tell(firm, told);
			return "skipped";
		}
		const amount = readNumberInto(number, remarks, quantityText);
		if (amount !== undefined && sign(amount) < 0) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);
		const unit = named === undefined ? undefined : unitIn(cells, named);
		const whose = firm === undefined || firm === "" || at === undefined || named === undefined;
		if (whose || remarks.failed || amount === undefined || unit === undefined) {
			// That a figure was claimed, and not read, is no less than that: it is not told as one that nobody claims.
			if (!whose)
				keep({ ...{ firm, period: at.period }, metric: named.metric, per: unit?.per ?? "", figure: "unread" }, row, line);
			remarks.tell(firm ?? "", told);
			return "refused";
		}
		if ((named.equivalent || unit.equivalent) && firstTime(`${cell(cells, "metric")} ${cell(cells, "unit")}`))
			remarks.note(remark("claim-equivalent", { metric: named.metric }), "unit", cell(cells, "unit"));
		const figure = claimed(amount, quantityText, unit, writtenUnit(cells));
		const claim = { ...{ firm, period: at.period }, metric: named.metric, per: unit.per, figure };
		const shows = whatShows(number, quantityText);
		if ((shows & twoWays) !== 0) doubtful.push({ claim, shows, row, line });
		const other = supplied.claims.get(claimKey(claim));
		const before = other?.figure ?? "unread";
		if (other !== undefined && before !== "unread" && (before === "contradicted" || differ(before, figure))) {
			const values = [before, figure].flatMap((one) => (typeof one === "string" ? [] : [`${one.digits} ${one.unit}`]));
			const rows = [rowAt(other.at), rowAt({ ...table, row })];
			remarks.note(remark("claims-differ", { metric: named.metric, values, rows }), "quantity", quantityText);
			keep({ ...claim, figure: "contradicted" }, row, line);
			remarks.tell(firm, told);
			return "refused";
		}
		remarks.tell(firm, told, "nothing");
		// Of one figure printed twice the finer print says more.
		if (typeof before === "string" || compare(figure.step, before.step) < 0) keep(claim, row, line);
		return "used";
	}

	/** What may be another number is no claim that was read; that it is one is told with the table's other numbers. */
	function finish(): void {
		const word = header.words[header.at.get("quantity") ?? -1] ?? "";
		for (const { claim, shows, row, line } of doubtful)
			if (context.numbers.isDoubtful(claim.firm, shows, word)) keep({ ...claim, figure: "unread" }, row, line);
	}

	function metricIn(text: string): NamedMetric | undefined {
		const named = metricWords[folded(text)];
		if (text.trim() === "") remarks.note(remark("missing-cell", { what: "metric" }), "metric", text);
		else if (named === undefined) {
			const close = lazily(() => near(text, Object.keys(metricWords)));
			remarks.note(
				remark("unknown-metric", {
					get near() {
						return close.near;
					},
					known: claimMetrics,
				}),
				"metric",
				text,
			);
		}
		return named;
	}

	function writtenUnit(cells: readonly string[]): string {
		return plain(cell(cells, "unit")) || (header.units.get("quantity") ?? "");
	}

	function unitIn(cells: readonly string[], { metric }: NamedMetric): ClaimUnit | undefined {
		const text = writtenUnit(cells);
		const column = cell(cells, "unit").trim() === "" ? "quantity" : "unit";
		if (text === "") {
			remarks.note(remark("missing-unit", { wanted: claimUnits[metric] }), header.at.has("unit") ? "unit" : "quantity", "");
			return undefined;
		}
		const found = claimUnit(text, metric, reference.units);
		if ("scale" in found) return found;
		if (isForeignCurrency(text)) remarks.note(remark("foreign-currency", {}), column, text);
		else if (found.is === "other-kind")
			remarks.note(remark("wrong-unit-kind", { what: metric, wanted: claimUnits[metric] }), column, text);
		else
			remarks.note(
				remark(
					"unknown-unit",
					lazily(() => nearUnits(found.word, reference.units.names(undefined))),
				),
				column,
				text,
			);
		return undefined;
	}

	function keep(claim: Claim, row: number, line: number): void {
		supplied.claims.set(claimKey(claim), { ...claim, at: { ...table, row, line } });
	}
}

function claimed(amount: Exact, text: string, { scale }: ClaimUnit, unit: string): ClaimedFigure {
	const places = printedPlaces(text);
	const step: Ratio = places >= 0 ? { over: 1n, under: ten(places) } : { over: ten(-places), under: 1n };
	// Zeros behind the point were printed: they say how exactly the figure is known.
	const digits =
		places > 0 ? placed(nearest(fromExact(amount).over * ten(places), fromExact(amount).under), places) : toText(amount);
	return { value: times(fromExact(amount), scale), step: times(step, scale), digits, places, unit, scale };
}

/** Whether two prints of one figure lie further apart than half a step of the coarser. */
function differ(a: ClaimedFigure, b: ClaimedFigure): boolean {
	const apart = minus(a.value, b.value);
	const size = apart.over < 0n ? { over: -apart.over, under: apart.under } : apart;
	const coarser = compare(a.step, b.step) > 0 ? a.step : b.step;
	return compare(times(size, whole(2)), coarser) > 0;
}
