/** Values of Parquet as the texts that a csv of them would hold. Types: Apache Parquet format, LogicalTypes.md. */
import type { SchemaElement } from "./parquet-library.ts";
import { civil } from "./workbook/day-number.ts";
import { plainNumber, rounded } from "./workbook/plain-number.ts";

/** What a column's stored values mean. */
export type ColumnType =
	| { readonly kind: "as-read"; readonly float: boolean }
	| { readonly kind: "decimal"; readonly scale: number }
	| { readonly kind: "date" }
	| ({ readonly kind: "timestamp" } & Clock)
	| ({ readonly kind: "time" } & Clock);

interface Clock {
	/** Units in a second. */
	readonly perSecond: bigint;
	/** Of no day by itself, since that depends on the place. */
	readonly instant: boolean;
}

const perSecond: Readonly<Record<string, bigint>> = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };

export function columnTypeOf({ type, converted_type: converted, logical_type: logical, scale }: SchemaElement): ColumnType {
	if (converted === "DECIMAL" || logical?.type === "DECIMAL") {
		const own = logical?.type === "DECIMAL" ? logical.scale : undefined;
		return { kind: "decimal", scale: own ?? scale ?? 0 };
	}
	if (converted === "DATE" || logical?.type === "DATE") return { kind: "date" };
	if (logical?.type === "TIMESTAMP" || logical?.type === "TIME")
		return clock(logical.type, { perSecond: perSecond[logical.unit] as bigint, instant: logical.isAdjustedToUTC });
	const [, word, unit] = /^(TIMESTAMP|TIME)_(MILLIS|MICROS)$/.exec(converted ?? "") ?? [];
	if (unit !== undefined)
		return clock(word === "TIMESTAMP" ? "TIMESTAMP" : "TIME", { perSecond: perSecond[unit] as bigint, instant: true });
	// What old programs wrote for a moment: the day of it and its nanoseconds, in no zone that is said.
	if (type === "INT96") return { kind: "timestamp", perSecond: perSecond["NANOS"] as bigint, instant: true };
	return { kind: "as-read", float: type === "FLOAT" };
}

function clock(type: "TIMESTAMP" | "TIME", of: Clock): ColumnType {
	return type === "TIMESTAMP" ? { kind: "timestamp", ...of } : { kind: "time", ...of };
}

/** The text of a value, blank where there is none. Throws where bytes are no text. */
export function cellReaderOf(type: ColumnType): (value: unknown) => string {
	const read = readerOf(type);
	return (value) => (value === null || value === undefined ? "" : read(value));
}

function readerOf(type: ColumnType): (value: unknown) => string {
	if (type.kind === "decimal") return (value) => decimalText(wholeOf(value), type.scale);
	if (type.kind === "date") return (value) => dayText(BigInt(value as number));
	if (type.kind === "time") return (value) => timeText(BigInt(value as number | bigint) / type.perSecond);
	if (type.kind === "timestamp")
		return (value) => {
			const [day, rest] = dividedBy(BigInt(value as number | bigint), type.perSecond * secondsOfDay);
			if (rest === 0n) return dayText(day);
			const text = `${dayText(day)} ${timeText(rest / type.perSecond)}`;
			return type.instant ? `${text}Z` : text;
		};
	const text = new TextDecoder("utf-8", { fatal: true });
	return (value) => {
		if (typeof value === "number") return Number.isNaN(value) ? "" : type.float ? shortestSingle(value) : numberText(value);
		if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
		return value instanceof Uint8Array ? text.decode(value) : String(value);
	};
}

function numberText(value: number): string {
	return Number.isFinite(value) ? plainNumber(value) : String(value);
}

/** Of a number of single precision the shortest decimal that names it among those. */
function shortestSingle(value: number): string {
	const exact = numberText(value);
	const places = exact.split(".")[1]?.length ?? 0;
	for (let kept = 0; kept < places; kept++) {
		const short = rounded(exact, kept);
		if (Math.fround(Number(short)) === value) return short;
	}
	return exact;
}

/** A whole number as the library gives it: a number, or bytes in two's complement, the highest first. */
function wholeOf(value: unknown): bigint {
	if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
	let whole = 0n;
	for (const byte of value) whole = (whole << 8n) | BigInt(byte);
	return BigInt.asIntN(value.length * 8, whole);
}

function decimalText(whole: bigint, scale: number): string {
	if (scale <= 0) return String(whole * 10n ** BigInt(-scale));
	const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
	return `${whole < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const secondsOfDay = 86_400n;

/** Rounded down, and what is left. */
function dividedBy(value: bigint, by: bigint): readonly [bigint, bigint] {
	const rest = ((value % by) + by) % by;
	return [(value - rest) / by, rest];
}

/** A day counted from 1970-01-01. */
function dayText(day: bigint): string {
	return civil(Number(day));
}

function timeText(seconds: bigint): string {
	return [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, "0")).join(":");
}
