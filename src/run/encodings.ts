/**
 * Tables whose firms do not meet because their files were read in different encodings: a short file in GB18030 or Big5 may be
 * text in another encoding as well, and its names are then other names. Source: the reading rules of this tool, cases of encodings.
 */
import { byCodeUnit } from "../domain/order.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Part } from "../intake/part.ts";

const beyondAscii = /[^\p{ASCII}]/u;

/** One finding, at the first file of energy, where no firm of the energy tables is one of the output tables; else none. */
export function encodingFindings({ inputs, ledger }: Part): Finding[] {
	const files = inputs
		.filter(({ kind, encoding }) => (kind === "energy" || kind === "output") && encoding !== null)
		.sort((a, b) => byCodeUnit(a.file, b.file));
	const [first] = files.filter(({ kind }) => kind === "energy");
	if (first === undefined || new Set(files.map(({ encoding }) => encoding)).size < 2) return [];
	let [used, made] = [0, 0];
	for (const { firm, energy, output } of ledger.firms.values()) {
		if (energy.size > 0 === output.size > 0 || !beyondAscii.test(firm)) return [];
		if (energy.size > 0) used += 1;
		else made += 1;
	}
	if (used === 0 || made === 0) return [];
	const read = files.map(({ file, encoding }) => `${file}: ${encoding}`);
	return [finding(remark("names-meet-nowhere", { read }), { ...nowhere, file: first.file })];
}
