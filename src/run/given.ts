/** What a run is given to read, and how each file came to it: who names a file decides what it may say. */
import type { Trouble } from "../findings/trouble.ts";
import type { PassedFile } from "../intake/ingest.ts";
import type { Seen } from "../intake/row-counts.ts";
import type { Source } from "../records/source.ts";
import type { Readers } from "./stretches.ts";

export interface Given {
	readonly sources: readonly Source[];
	/** Names of sources that options name: only they may supply what changes verdicts. */
	readonly byOption: ReadonlySet<string>;
	/** Names of sources that are operands, whether or not an option names them, too. */
	readonly operands: ReadonlySet<string>;
	/** Names of sources that were met in a folder or by a pattern. */
	readonly met: ReadonlySet<string>;
	/** Files that are told and not opened. */
	readonly passed: readonly PassedFile[];
	/** Why files could not be opened. */
	readonly troubles: readonly Trouble[];
	/** Tables of so many bytes and more may be read by the swift path; what comes of them is the same. Not there for what is best. */
	readonly swiftFrom?: number;
	/** Who helps to read large tables; what comes of them is the same. */
	readonly readers?: Readers;
	/** The header of texts that have none. */
	readonly header?: string;
	/** Counted up as the run goes on. */
	readonly seen?: Seen;
}

/** Sources that were all named, and none by an option. */
export function given(sources: readonly Source[]): Given {
	const operands = new Set(sources.map(({ name }) => name));
	return { sources, byOption: new Set(), operands, met: new Set(), passed: [], troubles: [] };
}
