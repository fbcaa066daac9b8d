/**
 * A part as lines of text: how one process hands it to another. Numbers are exact decimals, maps stand in order of their keys,
 * so the same part has the same lines whatever order it was joined in. The first line names the version, the last says how many
 * lines there are: what was cut off is not taken for the whole.
 */
import { byCodeUnit } from "../domain/order.ts";
import { fromPlainText, isExact, toText } from "../exact/exact.ts";
import type { FirmRecord, Ledger } from "../ledger/ledger.ts";
import type { Part } from "./part.ts";

const version = 1;

/** The lines of a part, without line ends. */
export function* writePart({ ledger: { firms, ...ledger }, ...rest }: Part): Generator<string> {
	let lines = 3;
	yield JSON.stringify({ tanluPart: version });
	yield written({ ...rest, ledger });
	for (const [, record] of [...firms].sort(([a], [b]) => byCodeUnit(a, b))) {
		yield written(record);
		lines += 1;
	}
	yield JSON.stringify({ lines });
}

/** Why lines are no part: of another version, cut off, or no such lines at all. */
export type PartFault = "version" | "incomplete" | "unreadable";

/** The part that lines hold, or why they hold none. */
export function readPart(lines: Iterable<string>): Part | PartFault {
	let part: Part | undefined;
	let count = 0;
	for (const line of lines) {
		count += 1;
		let value: unknown;
		try {
			value = JSON.parse(line, (_, one: unknown) => restored(one));
		} catch {
			return "unreadable";
		}
		if (typeof value !== "object" || value === null) return "unreadable";
		if (count === 1) {
			if (!("tanluPart" in value)) return "unreadable";
			if (value.tanluPart !== version) return "version";
		} else if (part === undefined) {
			const { ledger, ...rest } = value as Omit<Part, "ledger"> & { readonly ledger: Omit<Ledger, "firms"> };
			part = { ...rest, ledger: { ...ledger, firms: new Map() } };
		} else if ("lines" in value) return value.lines === count ? part : "incomplete";
		else {
			const record = value as FirmRecord;
			part.ledger.firms.set(record.firm, record);
		}
	}
	return "incomplete";
}

function written(value: unknown): string {
	return JSON.stringify(tagged(value));
}

/** What JSON has no word for, as an object of one key. Keys of objects stand in order too. */
function tagged(value: unknown): unknown {
	switch (typeof value) {
		case "bigint":
			return { $whole: value.toString() };
		case "function":
		case "symbol":
			throw new Error("a part holds what is no data");
		case "object":
			break;
		default:
			return value;
	}
	if (value === null) return value;
	if (Array.isArray(value)) return value.map(tagged);
	if (value instanceof Map) return { $map: [...value].sort(byMapKey).map(([key, one]) => [key, tagged(one)]) };
	if (value instanceof Set) return { $set: [...value].sort() };
	if (isExact(value)) return { $decimal: toText(value) };
	const entries = Object.entries(value).sort(byMapKey);
	return Object.fromEntries(entries.map(([key, one]) => [key, tagged(one)]));
}

function restored(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if ("$map" in value) return new Map(value.$map as [unknown, unknown][]);
	if ("$set" in value) return new Set(value.$set as unknown[]);
	if ("$decimal" in value) return fromPlainText(value.$decimal as string);
	if ("$whole" in value) return BigInt(value.$whole as string);
	return value;
}

/** Keys of maps are texts or whole numbers, never both in one. */
function byMapKey([a]: readonly [string | number, unknown], [b]: readonly [string | number, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
