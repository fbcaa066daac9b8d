/** What `total` is to say of a part besides the findings of its rows: rows of one key that are copies, or contradict each other. */
import { fromCode, write } from "../domain/period.ts";
import { type Finding, finding, remark, type Subject } from "../findings/finding.ts";
import type { Part } from "../intake/part.ts";
import { rowOf } from "../ledger/amounts.ts";
import { contradiction } from "../ledger/contradiction.ts";
import { type Claim, placeOf } from "../ledger/entry.ts";
import { FirmShelf, isStored } from "../ledger/firm-shelf.ts";
import type { FirmRecord, Ledger, Series } from "../ledger/ledger.ts";
import { StoredRows } from "../ledger/total/stored-rows.ts";

/** Where they agree they are counted once; where they do not, the totals have both, and whoever reads them withholds the year. */
export function repeatsOf({ ledger }: Part): Finding[] {
	const found: Finding[] = [];
	for (const record of withRepeats(ledger))
		for (const [what, series] of subjects(record)) found.push(...repeatsIn(series, what, record.firm, ledger.adding));
	return found;
}

/** The records that may hold some: what is kept as numbers, and comes to rows as it is, says nothing twice. */
function* withRepeats({ firms, adding }: Ledger): Generator<FirmRecord> {
	if (!(firms instanceof FirmShelf)) {
		yield* firms.values();
		return;
	}
	const numbers = new StoredRows(firms, adding);
	for (const [firm, slot] of firms.kept())
		if (!isStored(slot) || !numbers.saysNothingTwice(slot)) yield firms.get(firm) as FirmRecord;
}

function* subjects({ energy, supplies, output, planned }: FirmRecord): Generator<readonly [Subject, Series]> {
	for (const series of [...energy.values(), ...supplies.values()])
		yield [{ of: "carrier", carrier: series.carrier, use: series.use }, series];
	for (const series of output.values()) yield [{ of: "indicator", indicator: series.indicator, prices: series.prices }, series];
	for (const series of planned.series.values())
		yield [{ of: "indicator", indicator: series.indicator, prices: "unstated" }, series];
}

/** How often a key is said, and by which rows. */
interface Said {
	readonly times: number;
	readonly others: readonly Claim[];
	readonly copy: Claim | undefined;
}

function repeatsIn({ entries, toDate, days }: Series, what: Subject, firm: string, adding: boolean): Finding[] {
	const found: Finding[] = [];
	const look = (code: number, first: Claim, { times, others, copy }: Said): void => {
		const period = write(fromCode(code));
		if (others.length > 0) {
			const claims = [first, ...others];
			const about = contradiction(what, claims);
			for (const claim of claims) found.push(finding(about, placeOf(claim), firm, period));
		} else if (times > 1) {
			const about = adding
				? remark("repeats-added", { times, what })
				: remark("repeated-entry", { times, what, first: rowOf(first) });
			found.push(finding(about, placeOf(adding ? first : (copy ?? first)), firm, period));
		}
	};
	for (const [code, entry] of [...entries, ...(toDate ?? [])]) look(code, entry, entry);
	for (const day of days?.values() ?? []) look(day.month, day.first, day);
	return found;
}
