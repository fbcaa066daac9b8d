/**
 * The firms of large tables. Of most of them there is no more than numbers in typed memory (`stored-months.ts`), and their records are made
 * when they are asked for and let go: a run over half a million firms holds few records at a time.
 */
import { folderOf, noteFile } from "./folders.ts";
import { type Attested, attest, emptyRecord, type FirmRecord } from "./ledger.ts";
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
	readonly what: "names" | "sectors" | "provinces";
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

	/** The record without its amounts: who the firm is. */
	head(firm: string): FirmRecord {
		const slot = this.slots.get(firm) as Slot;
		return isStored(slot) ? headOf(firm, slot) : slot;
	}

	private made(firm: string, slot: Slot): FirmRecord {
		if (!isStored(slot)) return slot;
		const record = headOf(firm, slot);
		for (const { months, index } of slot) months.addTo(record, index, this.adding);
		record.plain.clear();
		return record;
	}
}

export function isStored(slot: Slot): slot is readonly StoredFirm[] {
	return Array.isArray(slot);
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
