/**
 * Whose word counts where: a submission is a folder. A firms table that no option names speaks for the firms of its own folder,
 * and a firm whose rows lie in two folders is told of.
 */
import { obtain } from "../domain/obtain.ts";
import { byCodeUnit } from "../domain/order.ts";
import { type Finding, finding, type Place, remark } from "../findings/finding.ts";
import { type Attested, type FirmHead, type FirmRecord, type Heard, headsOf, type Ledger, recordsIn } from "./ledger.ts";

/** The folder of a file, with `/` at its end; empty for the working folder. Standard input lies in none. */
export function folderOf(file: string): string | undefined {
	return file === "-" ? undefined : file.slice(0, file.lastIndexOf("/") + 1);
}

/** Notes that the firms of a table's ledger have rows in the table's folder. */
export function noteFolder(ledger: Ledger, file: string): void {
	const folder = folderOf(file);
	if (folder === undefined) return;
	for (const { folders } of recordsIn(ledger)) noteFile(folders, folder, file);
}

/** Of the files of one folder the first by name. */
export function noteFile(folders: FirmRecord["folders"], folder: string, file: string): void {
	const there = folders.get(folder);
	if (there === undefined || byCodeUnit(file, there) < 0) folders.set(folder, file);
}

/** What firms tables of the firm's own folders say in a column; a firm that has rows in no folder is spoken of by any. */
export function heardOf({ folders, heard }: FirmHead, what: "names" | "sectors" | "provinces"): Attested {
	const found: Attested = new Map();
	for (const [file, said] of [...heard].sort(([a], [b]) => byCodeUnit(a, b))) {
		if (!isHeard(folders, file)) continue;
		for (const [value, place] of said[what]) if (!found.has(value)) found.set(value, place);
	}
	return found;
}

function isHeard(folders: FirmRecord["folders"], file: string): boolean {
	const folder = folderOf(file);
	return folders.size === 0 || folder === undefined || folders.has(folder);
}

/** Firms with rows in two folders, and firms tables that speak for firms of other folders: each table once. */
export function folderFindings(ledger: Ledger): Finding[] {
	const found: Finding[] = [];
	const unheard = new Map<string, string[]>();
	const told = [...headsOf(ledger)].filter(({ folders, heard }) => folders.size > 1 || heard.size > 0);
	for (const { firm, folders, heard } of told.sort((a, b) => byCodeUnit(a.firm, b.firm))) {
		if (folders.size > 1) {
			const names = [...folders.keys()].sort();
			const file = folders.get(names.at(-1) as string) as string;
			const named = names.map((name) => (name === "" ? "." : name.slice(0, -1)));
			found.push(finding(remark("firm-in-two-folders", { folders: named }), ofFile(file), firm));
		}
		for (const file of heard.keys()) if (!isHeard(folders, file)) obtain(unheard, file, () => []).push(firm);
	}
	for (const [file, names] of unheard) found.push(finding(remark("firms-table-not-heard", { firms: names }), ofFile(file)));
	return found;
}

function ofFile(file: string): Place {
	return { file, row: 0, line: 0, column: "", value: "" };
}

/** The firms of a ledger with nothing but what is said of who they are. */
export function onlyHeard(ledger: Ledger, empty: Ledger, recordIn: (ledger: Ledger, firm: string) => FirmRecord): Ledger {
	for (const { firm, heard } of ledger.firms.values()) {
		const into = recordIn(empty, firm).heard;
		for (const [file, said] of heard) into.set(file, said);
	}
	return empty;
}

export function nothingHeard(): Heard {
	return { names: new Map(), sectors: new Map(), provinces: new Map() };
}
