/** What findings leave open of a firm's years: tonnes, by the amounts they are in. */
import { obtain } from "../domain/obtain.ts";
import { compare, plus, type Ratio } from "../exact/ratio.ts";
import type { Finding } from "../findings/finding.ts";
import { isOpen, type OpenTally } from "../findings/tally.ts";
import type { Entry } from "../ledger/entry.ts";
import { namesError } from "./named-errors.ts";
import type { FirmCase } from "./rule.ts";
import { size } from "./weigh.ts";

/** What is open about a year of a firm: tonnes by the row they are in, and whether any of it is an error. */
export interface Doubt {
	readonly byPlace: Map<string, Ratio>;
	/** Of them those of findings that say which number is wrong and by what; of what nobody measured all of it. */
	readonly named: Map<string, Ratio>;
	/** The same tonnes with their sign: above zero where the table says too little. */
	readonly signed: Map<string, Ratio>;
	/** Which findings. */
	readonly findings: Set<Finding>;
	wrong: boolean;
	/** Some of the tonnes are an estimate. */
	rough: boolean;
	/** Of some of it nobody knows the tonnes. */
	unknown: boolean;
}

/** By firm and year. */
export type Doubts = Map<string, Map<number, Doubt>>;

/** What else is known of some tonnes in doubt. */
export interface Beside {
	readonly rough?: boolean;
	/** t CO2 of the year that nobody measured; undefined where that is not what the finding says. */
	readonly unmeasured?: Ratio | undefined;
}

/** What a finding leaves open, by itself: nothing of the firm's records is kept with it. */
export interface LeftOpen extends Beside {
	readonly finding: Finding;
	readonly firm: string;
	readonly years: readonly number[];
	/** t CO2, and the amounts they are in; null where nobody knows them. */
	readonly tonnes: { readonly impact: Ratio; readonly place: string } | null;
	readonly isError: boolean;
}

/** Undefined where it leaves nothing open, whatever a baseline knows. `year`: null for all. */
export function leftOpen(
	finding: Finding,
	year: number | null,
	impact: Ratio | null,
	one: FirmCase,
	tally: OpenTally,
	beside: Beside = {},
): LeftOpen | undefined {
	// What is too small to be a warning may be enough to turn a verdict: its weight says so.
	const grave = tally.terms.gravityOf(finding.code);
	if (grave === "note") return undefined;
	return {
		...beside,
		...{ finding, firm: one.firm.firm },
		years: year === null ? one.firm.years.map((each) => each.year) : [year],
		tonnes: impact === null ? null : { impact, place: amountIn(finding, one) },
		// An error says that the data are wrong: whatever it weighs, the figure is none.
		isError: grave === "error",
	};
}

/** Notes what a finding leaves open, but for one that a baseline knows. */
export function noteDoubt(
	{ finding, firm, years, tonnes, isError, rough, unmeasured }: LeftOpen,
	doubts: Doubts,
	tally: OpenTally,
): void {
	// A baseline is asked when a finding is told, and not before: what it knows of nobody's it says so.
	if (!isOpen(tally, finding)) return;
	const own = obtain(doubts, firm, () => new Map<number, Doubt>());
	for (const year of years) {
		const doubt = obtain(own, year, () => emptyDoubt());
		doubt.rough ||= rough === true;
		doubt.wrong ||= isError;
		doubt.findings.add(finding);
		if (tonnes === null) {
			doubt.unknown = true;
			continue;
		}
		const { impact, place } = tonnes;
		if (namesError(finding)) raise(doubt.named, place, size(unmeasured ?? impact));
		if (raise(doubt.byPlace, place, size(impact))) doubt.signed.set(place, impact);
	}
}

/** Whether so many tonnes are more than what is noted of a place; then they are noted in its stead. */
function raise(tonnes: Map<string, Ratio>, place: string, many: Ratio): boolean {
	const there = tonnes.get(place);
	if (there !== undefined && compare(many, there) <= 0) return false;
	tonnes.set(place, many);
	return true;
}

function emptyDoubt(): Doubt {
	return {
		byPlace: new Map(),
		named: new Map(),
		signed: new Map(),
		findings: new Set(),
		wrong: false,
		rough: false,
		unknown: false,
	};
}

/** All tonnes in doubt of a year, over the rows they are in. */
export function total({ byPlace }: { readonly byPlace: ReadonlyMap<string, Ratio> }): Ratio {
	return [...byPlace.values()].reduce(plus, { over: 0n, under: 1n });
}

/** Two rules that suspect one amount doubt the same tonnes. A row is one amount, but where its months stand across. */
function amountIn({ at, code, period }: Finding, one: FirmCase): string {
	if (at.row === 0) return `${code}|${period}`;
	const row = `${at.file}:${at.sheet ?? ""}:${at.row}`;
	const isThere = ({ from, row: own }: Entry): boolean =>
		own === at.row && from.file === at.file && (from.sheet ?? "") === (at.sheet ?? "");
	const columns = new Set<string>();
	for (const all of [one.record.energy, one.record.output])
		for (const { entries } of all.values())
			for (const entry of entries.values()) if (isThere(entry)) columns.add(entry.from.column);
	return columns.size > 1 ? `${row}:${period}` : row;
}
