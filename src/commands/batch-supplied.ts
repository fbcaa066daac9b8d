/** What the tables that options name supply, where no submission is read with them: pools are held against it, too. */
import { emptyPart, type Part } from "../intake/part.ts";
import { given } from "../run/given.ts";
import { read } from "../run/read.ts";
import { type BatchSetting, placeOf } from "./batch-setting.ts";
import type { Host } from "./host.ts";
import { seenFrom } from "./submissions.ts";

export async function suppliedFor({ folder, each, named, namedNames, choices }: BatchSetting, host: Host): Promise<Part> {
	if (named.length === 0) return emptyPart(false);
	const seen = seenFrom(host, placeOf(folder, each), "");
	const sources = await Promise.all(named.map((path) => seen.source(path)));
	return await read({ ...given(sources), byOption: namedNames }, choices);
}
