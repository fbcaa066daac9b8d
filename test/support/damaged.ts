/** Tables of offices, damaged in every way one can think of: bytes put in, cut out, changed, repeated, cut off, other files behind. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { root } from "../cli/tanlu.ts";

export type Bytes = Buffer<ArrayBufferLike>;

const folder = join(root, "fixtures/messy");
/** Small enough to be damaged often: the file of two megabytes is not. */
const whole: Bytes[] = readdirSync(folder)
	.sort()
	.map((name) => readFileSync(join(folder, name)))
	.filter(({ length }) => length < 10_000)
	.concat(["energy.csv", "output.csv"].map((name) => readFileSync(join(root, "fixtures/cases/two-firms", name))));

/** Bytes that mean something to somebody. */
const pieces = [
	...[
		",",
		";",
		"\t",
		'"',
		'""',
		"\n",
		"\r\n",
		"\r",
		"\0",
		"\ufeff",
		"\u2028",
		"=1+2",
		"#REF!",
		"-",
		"1e9",
		"1.2.3",
		"合计",
		"小计",
	],
	...[
		"注：",
		"2023年",
		"202313",
		"（吨）",
		"(万千瓦时)",
		"'",
		"\u001b[31m",
		"\u202e",
		"\u200b",
		"total",
		"9".repeat(40),
		"0.",
		"NaN",
	],
].map((text) => Buffer.from(text));
pieces.push(
	Buffer.from([0xff]),
	Buffer.from([0xff, 0xfe]),
	Buffer.from([0x81]),
	Buffer.from([0xe4, 0xb8]),
	Buffer.from([0x84, 0x31]),
);

type Damage = (bytes: Bytes) => Bytes;
const within = (bytes: Bytes, share: number): number => Math.floor(share * (bytes.length + 1));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
	fc.tuple(share, fc.constantFrom(...pieces)).map(
		([at, piece]): Damage =>
			(bytes) => {
				const cut = within(bytes, at);
				return Buffer.concat([bytes.subarray(0, cut), piece, bytes.subarray(cut)]);
			},
	),
	fc.tuple(share, fc.integer({ min: 1, max: 60 })).map(
		([at, length]): Damage =>
			(bytes) => {
				const cut = within(bytes, at);
				return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + length)]);
			},
	),
	fc.tuple(share, fc.integer({ min: 0, max: 255 })).map(
		([at, byte]): Damage =>
			(bytes) => {
				const changed = Buffer.from(bytes);
				if (changed.length > 0) changed[Math.min(within(bytes, at), changed.length - 1)] = byte;
				return changed;
			},
	),
	fc.tuple(share, share, fc.integer({ min: 1, max: 400 })).map(
		([from, to, length]): Damage =>
			(bytes) => {
				const start = within(bytes, from);
				const cut = within(bytes, to);
				return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(start, start + length), bytes.subarray(cut)]);
			},
	),
	fc.tuple(share).map(
		([at]): Damage =>
			(bytes) =>
				bytes.subarray(0, within(bytes, at)),
	),
	fc.constantFrom(...whole).map(
		(other): Damage =>
			(bytes) =>
				Buffer.concat([bytes, other]),
	),
	fc.constantFrom<Damage>(
		(bytes) => Buffer.from(bytes.toString("latin1").replaceAll(",", ";"), "latin1"),
		(bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r"), "latin1"),
	),
);
/** One of the tables with one to six damages. */
export const damaged: fc.Arbitrary<Bytes> = fc
	.tuple(fc.constantFrom(...whole), fc.array(damage, { minLength: 1, maxLength: 6 }))
	.map(([bytes, all]) => all.reduce<Bytes>((one, change) => change(one), Buffer.from(bytes)));
