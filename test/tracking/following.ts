/** Firms followed by month in one call, as the contract has them. */
import type { Track, TrackedFirm } from "../../src/contract/track.ts";
import { constant } from "../../src/exact/ratio.ts";
import type { ReportOptions, Table } from "../../src/index.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { understand } from "../../src/run/choices.ts";
import { follow } from "../../src/run/follow.ts";
import { given } from "../../src/run/given.ts";
import { judge } from "../../src/run/judge.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { buildTrack } from "../../src/views/build-track.ts";
import { csvText } from "../../src/views/formats/csv-text.ts";
import { frameOf } from "../../src/views/frame.ts";

export interface Asking extends ReportOptions {
	readonly month?: { readonly year: number; readonly month: number };
	readonly expected?: string;
	readonly screen?: boolean;
}

export const followed = async (tables: readonly Table[], asking: Asking = {}): Promise<Track> => {
	const { month, expected, screen = false, ...options } = asking;
	const sources = tables.map(({ name, text }) => ({
		name,
		bytes: async function* (): AsyncGenerator<Uint8Array> {
			yield new TextEncoder().encode(text);
		},
	}));
	const byOption = new Set(tables.filter(({ reference }) => reference === true).map(({ name }) => name));
	const choices = understand(valuesOf(options), { screen });
	const judged = judge(await read({ ...given(sources), byOption }, choices), choices);
	const terms = { month, expected: expected === undefined ? undefined : constant(expected) };
	return buildTrack(
		follow(judged, terms, () => true),
		frameOf(judged, languageOf("en") as Language, "0.0.0"),
	);
};

/** The one firm of a run. */
export const firmOf = async (tables: readonly Table[], asking: Asking = {}): Promise<TrackedFirm> => {
	const { firms } = await followed(tables, asking);
	const [only] = firms;
	if (only === undefined || firms.length > 1) throw new Error(`${firms.length} firms`);
	return only;
};

export const asCsv = ({ firms }: Track): string =>
	csvText(
		"track",
		firms.map((trackedFirm) => ({ trackedFirm })),
	);
