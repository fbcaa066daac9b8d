/** What rules are asked about: each firm's record beside its assessment. */
import type { Assessment } from "../assessment/assessment.ts";
import type { AssessedFirm } from "../assessment/firm.ts";
import { obtain } from "../domain/obtain.ts";
import { type Exact, sign } from "../exact/exact.ts";
import { fromExact, per } from "../exact/ratio.ts";
import type { FirmRecord, Ledger } from "../ledger/ledger.ts";
import { partOf } from "../reference/carriers.ts";
import { historyOf } from "./history.ts";
import type { FirmCase } from "./rule.ts";
import { outputSteps, type Series, seriesOf } from "./series.ts";

/** The firms one after another: histories are made for each and let go, so that memory does not grow with their number. */
export function* casesOf(
	{ firms, rules }: Assessment,
	ledger: Ledger,
	limit: (name: string) => Exact,
	ofRun: ReadonlyMap<string, FirmCase["ofRun"]> = new Map(),
): Generator<FirmCase> {
	for (const firm of firms) {
		const record = ledger.firms.get(firm.firm);
		if (record === undefined) throw new Error(`no record of ${firm.firm}`);
		const recordAgain = (): FirmRecord => ledger.firms.get(firm.firm) as FirmRecord;
		yield caseOf(firm, { record, recordAgain }, rules, limit, ofRun.get(firm.firm) ?? []);
	}
}

/**
 * The monthly histories of a firm without years whose amounts look to date, or are said to be: that explains what these months are, and
 * nothing else is asked of them.
 */
export function plainSeries({ toDate }: AssessedFirm, record: FirmRecord, rules: Assessment["rules"]): Series[] {
	const said = new Map<number, boolean>();
	const isSaid = (year: number): boolean =>
		obtain(said, year, () => rules.facts.amounts(record.firm, year, "energy") === "to-date");
	return seriesOf(record).flatMap((series) => {
		const looks = toDate.flatMap(({ year, carrier, use }) => (carrier === series.carrier && use === series.use ? [year] : []));
		const isToDate = (year: number): boolean => looks.includes(year) || isSaid(year);
		if (!historyOf(series).years.some(isToDate)) return [series];
		const steps = series.steps.filter(({ year }) => !isToDate(year));
		return steps.length === 0 ? [] : [{ ...series, steps }];
	});
}

function caseOf(
	firm: AssessedFirm,
	{ record, recordAgain }: Pick<FirmCase, "record" | "recordAgain">,
	rules: Assessment["rules"],
	limit: (name: string) => Exact,
	ofRun: FirmCase["ofRun"],
): FirmCase {
	let series: FirmCase["series"] | undefined;
	let output: { readonly steps: FirmCase["output"] } | undefined;
	return {
		firm,
		record,
		recordAgain,
		// Made when the first rule asks, and so is the output.
		get series() {
			series ??= plainSeries(firm, record, rules);
			return series;
		},
		get output() {
			output ??= { steps: outputSteps(record, rules.facts.indicator, rules.facts.product) };
			return output.steps;
		},
		tonnesPerUnit: (year, key, use) => {
			const { id } = rules.carrierOf(key);
			const line = firm.years
				.find((one) => one.year === year)
				?.emissions.carriers.find(
					({ carrier, use: of, co2, quantity }) =>
						(carrier === id || carrier === key) && of === use && co2 !== null && quantity !== null && sign(quantity) !== 0,
				);
			return line === undefined || line.co2 === null || line.quantity === null
				? undefined
				: per(line.co2, fromExact(line.quantity));
		},
		partOf: (key) => partOf(rules.carrierOf(key), "consumed"),
		rules,
		limit,
		ofRun,
	};
}
