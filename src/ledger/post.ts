/** Amounts of rows go into the series of their firm; what stands there already of a period is weighed against them. */
import { obtain } from "../domain/obtain.ts";
import type { PlanAmount } from "../domain/words.ts";
import { addDay } from "./days.ts";
import { byClaim, type Claim, type Entry, mergeEntries } from "./entry.ts";
import type { EnergySeries, FirmRecord, Ledger, Measure, OutputKey, OutputSeries, Series, SupplySeries, When } from "./ledger.ts";
import { betterWritten } from "./parameters.ts";

/** What a row's amounts of energy are of. */
export type EnergyKey = Pick<EnergySeries, "site" | "carrier" | "use" | "role" | "measured">;

/** Adds one row's amount of a carrier. */
export function addEnergy({ adding }: Ledger, record: FirmRecord, key: EnergyKey, when: When, entry: Entry): void {
	put(energySeries(record, key, entry.unit, adding), when, entry, adding);
}

/** The series that rows of a key are added to. */
export function energySeries(
	record: FirmRecord,
	{ site, carrier, use, role, measured }: EnergyKey,
	unit: string,
	adding: boolean,
): EnergySeries {
	// Nearly all rows: one lookup by a word that is already known, instead of making a name of five.
	const plain = site === "" && use === "consumed" && measured.key === "" && role === "" && !adding;
	let series = plain ? record.plain.get(carrier) : undefined;
	if (series === undefined) {
		// Part amounts in tonnes and in gigajoules both count; without --add-repeats they would contradict each other.
		const name = [carrier, use, measured.key, site, adding ? unit : "", ...(role === "" ? [] : [role])].join("\u001f");
		series = obtain(record.energy, name, () => ({ site, carrier, use, role, measured, entries: new Map() }));
		series.measured = betterWritten(series.measured, measured);
		if (plain) record.plain.set(carrier, series);
	}
	return series;
}

/** Notes what a row prints that is a total of energy; the code is `unknownPeriod` where nothing says of which year. */
export function addEnergyTotal({ totals }: FirmRecord, key: EnergyKey, period: number, entry: Entry): void {
	const name = [key.carrier, key.use, key.measured.key, key.site, key.role].join("\u001f");
	const series = obtain(totals.energy, name, () => ({ ...key, entries: new Map() }));
	series.measured = betterWritten(series.measured, key.measured);
	putEntry(series.entries, period, entry, false);
}

/** The same for a total of output. */
export function addOutputTotal({ totals }: FirmRecord, key: OutputKey, period: number, entry: Entry): void {
	putEntry(obtain(totals.output, outputName(key), () => ({ ...key, entries: new Map() })).entries, period, entry, false);
}

/** Adds what stands beside a row's amount. A stock is what it is on its day: it is of no day that adds up, and never to date. */
export function addSupply(
	ledger: Ledger,
	record: FirmRecord,
	{ site, carrier, measured }: EnergyKey,
	measure: Measure,
	when: When,
	entry: Entry,
): void {
	const name = [carrier, measure, measured.key, site, ledger.adding ? entry.unit : ""].join("\u001f");
	const key = { site, carrier, use: "consumed", role: "", measured, measure } as const;
	const series = obtain(record.supplies, name, (): SupplySeries => ({ ...key, entries: new Map() }));
	series.measured = betterWritten(series.measured, measured);
	put(series, isStock(measure) ? { code: when.code, toDate: false } : when, entry, ledger.adding);
}

export function isStock(measure: Measure): boolean {
	return measure === "opening_stock" || measure === "closing_stock";
}

/** Adds one row's output. */
export function addOutput({ adding }: Ledger, record: FirmRecord, key: OutputKey, when: When, entry: Entry): void {
	put(outputSeries(record, key), when, entry, adding);
}

/** The series that rows of an output are added to. */
export function outputSeries({ output }: FirmRecord, key: OutputKey): OutputSeries {
	return obtain(output, outputName(key), () => ({ ...key, entries: new Map() }));
}

/** Adds one row's amount of what plans ask of besides CO2 and energy. */
export function addPlanAmount(ledger: Ledger, { planned }: FirmRecord, indicator: PlanAmount, when: When, entry: Entry): void {
	const series = obtain(planned.series, indicator, () => ({ indicator, entries: new Map() }));
	put(series, when, entry, ledger.adding);
}

function outputName({ indicator, product, prices }: OutputKey): string {
	return `${indicator}\u001f${product}\u001f${prices}`;
}

/** Notes an amount of output that cannot be, such as one below zero; of several the first by place. */
export function dispute(record: FirmRecord, key: OutputKey, period: number, claim: Claim): void {
	const name = `${outputName(key)}\u001f${period}`;
	const there = record.disputed.get(name);
	if (there === undefined || byClaim(claim, there) < 0) record.disputed.set(name, claim);
}

/** The entries of a series, each beside what disputes it. */
export function withDisputes(record: FirmRecord, series: OutputSeries): Series {
	const { entries, indicator, product, prices } = series;
	if (record.disputed.size === 0) return series;
	const key = { indicator, product, prices };
	const disputed = new Map(
		[...entries].map(([period, entry]) => {
			const claim = record.disputed.get(`${outputName(key)}\u001f${period}`);
			return [period, claim === undefined ? entry : { ...entry, others: [...entry.others, claim] }] as const;
		}),
	);
	return { ...series, entries: disputed };
}

function put(series: Series, { code, toDate, byForm, within }: When, entry: Entry, adding: boolean): void {
	if (within !== undefined) {
		series.days ??= new Map();
		addDay(series.days, code, within, entry, adding);
	} else if (toDate) {
		series.toDate ??= new Map();
		putEntry(series.toDate, code, entry, adding);
		if (byForm === true) {
			series.byForm ??= new Set();
			series.byForm.add(code);
		}
	} else putEntry(series.entries, code, entry, adding);
}

/** Puts an entry beside one of its period, if there is one. */
export function putEntry(entries: Map<number, Entry>, period: number, entry: Entry, adding: boolean): void {
	const there = entries.get(period);
	entries.set(period, there === undefined ? entry : mergeEntries(there, entry, adding));
}
