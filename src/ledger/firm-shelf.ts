/**
 * The firms of large tables. Of most of them there is no more than numbers in typed memory (`stored-months.ts`), and their records are made
 * when they are asked for and let go: a run over half a million firms holds few records at a time.
 */
import { obtain } from "../domain/obtain.ts";
import { folderOf, noteFile } from "./folders.ts";
import { type Attested, attest, emptyRecord, type FirmHead, type FirmRecord, type ToldOfFirm } from "./ledger.ts";
import type { StoredMonths } from "./stored-months.ts";

/** What one table says of a firm under one of its names. */
export interface StoredFirm {
	readonly months: StoredMonths;
	/** Its number there. */
	readonly index: number;
	readonly file: string;
	readonly byCreditCode: boolean;
	/** What rows say of its name, sector and province. */
	readonly said: readonly Said[];
}

export interface Said {
	readonly what: (typeof aspects)[number];
	readonly values: Attested;
}

type Slot = FirmRecord | readonly StoredFirm[];

/**
 * A map of firms to their records. A record that is asked for belongs to whoever asks, and a change to it is lost, unless it was asked for by
 * `hold`.
 */
export class FirmShelf extends Map<string, FirmRecord> {
	private readonly slots = new Map<string, Slot>();
	private readonly adding: boolean;

	constructor(adding: boolean) {
		super();
		this.adding = adding;
	}

	/** What there is of a firm, as it is kept. */
	slot(firm: string): Slot | undefined {
		return this.slots.get(firm);
	}

	/** Keeps a firm so. */
	keep(firm: string, slot: Slot): void {
		this.slots.set(firm, slot);
	}

	/** All firms as they are kept, in the order in which they came. */
	kept(): ReadonlyMap<string, Slot> {
		return this.slots;
	}

	/** The records of those that are kept as such. */
	*records(): Generator<FirmRecord> {
		for (const slot of this.slots.values()) if (!isStored(slot)) yield slot;
	}

	/** The record of a firm, to be changed. */
	hold(firm: string): FirmRecord | undefined {
		const record = this.get(firm);
		if (record !== undefined) this.slots.set(firm, record);
		return record;
	}

	override get size(): number {
		return this.slots.size;
	}

	override get(firm: string): FirmRecord | undefined {
		const slot = this.slots.get(firm);
		return slot === undefined ? undefined : this.made(firm, slot);
	}

	override has(firm: string): boolean {
		return this.slots.has(firm);
	}

	override set(firm: string, record: FirmRecord): this {
		this.slots.set(firm, record);
		return this;
	}

	override delete(firm: string): boolean {
		return this.slots.delete(firm);
	}

	override clear(): void {
		this.slots?.clear();
	}

	override keys(): MapIterator<string> {
		return this.slots.keys();
	}

	override *values(): MapIterator<FirmRecord> {
		for (const [firm, slot] of this.slots) yield this.made(firm, slot);
	}

	override *entries(): MapIterator<[string, FirmRecord]> {
		for (const [firm, slot] of this.slots) yield [firm, this.made(firm, slot)];
	}

	override [Symbol.iterator](): MapIterator<[string, FirmRecord]> {
		return this.entries();
	}

	override forEach(take: (record: FirmRecord, firm: string, all: Map<string, FirmRecord>) => void): void {
		for (const [firm, slot] of this.slots) take(this.made(firm, slot), firm, this);
	}

	/** Who the firm is; not to be changed. */
	head(firm: string): FirmHead {
		const slot = this.slots.get(firm) as Slot;
		if (!isStored(slot)) return slot;
		return lightHead(firm, slot) ?? headOf(firm, slot);
	}

	private made(firm: string, slot: Slot): FirmRecord {
		if (!isStored(slot)) return slot;
		const record = headOf(firm, slot);
		for (const { months, index } of slot) months.addTo(record, index, this.adding);
		record.plain.clear();
		return record;
	}
}

/** What a record says of who the firm is. Nearly always nothing, or a sector: one object for all firms of which nothing is said. */
export function saidOf(record: ToldOfFirm): readonly Said[] {
	let said: Said[] | undefined;
	for (const what of aspects) {
		const values = record[what];
		if (values.size === 0) continue;
		said ??= [];
		said.push({ what, values });
	}
	return said ?? nothingSaid;
}

const aspects = ["names", "sectors", "provinces"] as const;
const nothingSaid: readonly Said[] = [];

export function isStored(slot: Slot): slot is readonly StoredFirm[] {
	return Array.isArray(slot);
}

const nothing: FirmRecord = emptyRecord("");
const folders = new Map<string, FirmHead["folders"]>();

/** Who a firm is: what many firms have in common is one object. Undefined where two tables say the same thing of it. */
function lightHead(firm: string, stored: readonly StoredFirm[]): FirmHead | undefined {
	const { names, sectors, provinces, master, heard } = nothing;
	const head = { firm, byCreditCode: false, names, sectors, provinces, master, heard, folders: foldersOf(stored) };
	for (const { byCreditCode, said } of stored) {
		head.byCreditCode ||= byCreditCode;
		for (const { what, values } of said) {
			if (head[what] !== nothing[what]) return undefined;
			head[what] = values;
		}
	}
	return head;
}

/** The folders of a firm whose rows stand in these files. */
function foldersOf(stored: readonly StoredFirm[]): FirmHead["folders"] {
	const files = stored.map(({ file }) => file);
	return obtain(folders, files.join("\u001f"), () => {
		const found: FirmRecord["folders"] = new Map();
		for (const file of files) {
			const folder = folderOf(file);
			if (folder !== undefined) noteFile(found, folder, file);
		}
		return found;
	});
}

function headOf(firm: string, stored: readonly StoredFirm[]): FirmRecord {
	const record = emptyRecord(firm);
	for (const { file, byCreditCode, said } of stored) {
		record.byCreditCode ||= byCreditCode;
		for (const { what, values } of said) for (const [value, place] of values) attest(record[what], value, place);
		const folder = folderOf(file);
		if (folder !== undefined) noteFile(record.folders, folder, file);
	}
	return record;
}
