/**
 * A large table of months, read by its bytes (D191). Rows whose texts are all known go into typed memory as numbers. Every other row is read by the
 * plain path, there and then: it alone decides what a text means and tells what is found. What one row says of others the swift path
 * does not see, so a table with such a row is given up and read again by the plain path alone.
 *
 * Where others help (D211), each reads a stretch of the file with tables of its own, and the first thread joins what they made in order of stretch.
 */

import type { Places } from "../../records/source.ts";
import type { OpenTable } from "../read-table.ts";
import type { SwiftColumns } from "./columns.ts";
import { givenUp } from "./line-texts.ts";
import { linesBetween } from "./lines.ts";
import type { StretchRead } from "./plain-rows.ts";
import { type SwiftlyRead, SwiftReading } from "./reading.ts";
import { type Stretch, type StretchTask, type SwiftSetting, stretchTask } from "./stretch.ts";

/** Who reads stretches beside the first thread. */
export interface StretchReaders {
	/**
	 * Where stretches begin but the first, of bytes so many: none where the table is too small to be shared. `ahead`: they are begun while the
	 * first thread looks at the file as a whole.
	 */
	readonly cuts: (size: number, ahead?: boolean) => readonly number[];
	/** What one comes to; undefined where the plain path has to read all of the table. */
	readonly read: (task: StretchTask) => Promise<StretchRead | undefined>;
	/** What was begun is not wanted any more. */
	readonly stop: () => void;
}

/** Undefined where the plain path has to read all of the table; what was told by then is to be dropped. */
export async function readSwiftly(
	table: OpenTable,
	columns: SwiftColumns,
	given: SwiftSetting,
	readers?: StretchReaders,
): Promise<SwiftlyRead | undefined> {
	const { bytes } = columns;
	const { places } = bytes;
	const cuts = places === undefined ? [] : (readers?.cuts(bytes.size) ?? []);
	const reading = new SwiftReading(table, columns, given.setting, given.adding);
	try {
		if (places === undefined || readers === undefined || cuts.length === 0) {
			await reading.takeAll(places?.from(0) ?? (await bytes.pieces()), bytes.markLength);
			places?.check();
			return await reading.finish();
		}
		return await together(reading, stretchesOf(cuts, bytes.size), places, table, columns, given, readers);
	} catch (error) {
		// The plain path sees for itself whether the bytes are what they were.
		if (error === givenUp) return undefined;
		throw error;
	}
}

/** Reads the first stretch here, and the others where they are read; joins them in their order. */
async function together(
	reading: SwiftReading,
	[first, ...others]: readonly [Stretch, ...Stretch[]],
	places: Places,
	table: OpenTable,
	columns: SwiftColumns,
	given: SwiftSetting,
	readers: StretchReaders,
): Promise<SwiftlyRead | undefined> {
	let lost = false;
	let failure: unknown;
	const reads = others.map((stretch) => readers.read(stretchTask(stretch, places.path, table, columns, given)));
	// Whoever fails first ends the others' work; what they say then is heard by nobody.
	for (const one of reads)
		one.then(
			(read) => {
				lost ||= read === undefined;
			},
			(error: unknown) => {
				lost = true;
				failure ??= error;
			},
		);
	try {
		await reading.takeAll(linesBetween(places.from(0), first.from, first.to), columns.bytes.markLength, () => lost);
		if (!reading.isBelowHeader) throw givenUp;
		for (const [at, one] of reads.entries()) {
			const read = await one;
			const { from, to } = others[at] as Stretch;
			places.passed(to - from);
			if (read === undefined) throw givenUp;
			reading.join(read);
		}
		places.check();
		return await reading.finish();
	} catch (error) {
		const first = failure ?? error;
		readers.stop();
		places.check();
		throw first;
	}
}

/** The stretches that begin at the start and there. */
export function stretchesOf(cuts: readonly number[], size: number): readonly [Stretch, ...Stretch[]] {
	return [{ from: 0, to: cuts[0] as number }, ...cuts.map((from, at) => ({ from, to: cuts[at + 1] ?? size }))];
}
