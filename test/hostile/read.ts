/** A table read and judged, whatever comes of it: for tests that look only at the work it takes. */
import type { TableKind } from "../../src/contract/tables.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { Stopped } from "../../src/run/judge.ts";
import { type RunSource, run } from "../support/run.ts";

export const forms: readonly TableKind[] = ["energy", "output"];

const source = (name: string, text: string, reference: boolean): RunSource => ({
	name,
	reference,
	bytes: async function* () {
		yield Buffer.from(text);
	},
});
const other = source("other.csv", "firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n", false);

/** Reads a table of a kind; one of a reference beside a table of rows. Whatever comes of it but a fault of ours. */
export async function read(kind: TableKind, text: string): Promise<void> {
	const isForm = forms.includes(kind);
	try {
		await run(isForm ? [source("hostile.csv", text, false)] : [source("hostile.csv", text, true), other]);
	} catch (error) {
		if (!(error instanceof Trouble || error instanceof Stopped)) throw error;
	}
}
