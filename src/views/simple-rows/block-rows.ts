/** The rows of simple firms, a block of them at a time: by registers, and what these cannot write by the views. */
import type { SimpleFirms, SimpleGroup } from "../../assessment/simple/group.ts";
import type { ReportFirm } from "../../contract/report.ts";
import type { RowsMade } from "../../run/firm-helpers.ts";
import { firmOf } from "../build-firm.ts";
import { csvLines } from "../formats/csv-text.ts";
import { GroupRows, type RowFrame, type Sectors } from "./group-rows.ts";

/** Memory that the rows of a block begin with: it grows where they need more. */
const firstLength = 1 << 18;

export class BlockRows {
	private readonly sectors: Sectors;
	private readonly simple: SimpleFirms;
	private readonly frame: RowFrame;
	/** Undefined for those whose rows are written by the views. */
	private readonly groups = new Map<SimpleGroup, GroupRows | undefined>();
	private readonly encoder = new TextEncoder();
	private bytes = new Uint8Array(firstLength);
	private view = new DataView(this.bytes.buffer);

	constructor(sectors: Sectors, simple: SimpleFirms, frame: RowFrame) {
		[this.sectors, this.simple, this.frame] = [sectors, simple, frame];
	}

	/** Those that are simple of the names from one place to before another. */
	of(names: readonly string[], from: number, to: number): RowsMade {
		const firms: number[] = [];
		const ends: number[] = [];
		let filled = 0;
		for (let place = from; place < to; place += 1) {
			const firm = names[place] as string;
			const group = this.simple.groupOf.get(firm);
			if (group === undefined) continue;
			filled = this.write(firm, group, filled);
			firms.push(place);
			ends.push(filled);
		}
		return { bytes: this.bytes.slice(0, filled), firms: Uint32Array.from(firms), ends: Uint32Array.from(ends) };
	}

	private write(firm: string, group: SimpleGroup, at: number): number {
		const rows = this.rowsOf(group);
		if (rows !== undefined) {
			this.makeRoom(at, rows.room);
			const { nameOf, numbersOf } = this.simple;
			const end = rows.write(this.view, at, firm, nameOf(firm), numbersOf(firm));
			if (end >= 0) return end;
		}
		const text = linesOf(firmOf(this.simple.assessed(firm), this.sectors, this.frame));
		this.makeRoom(at, text.length * 3);
		return at + this.encoder.encodeInto(text, this.bytes.subarray(at)).written;
	}

	private rowsOf(group: SimpleGroup): GroupRows | undefined {
		if (!this.groups.has(group)) this.groups.set(group, GroupRows.of(group, this.sectors, this.frame));
		return this.groups.get(group);
	}

	private makeRoom(at: number, room: number): void {
		if (at + room <= this.bytes.length) return;
		const more = new Uint8Array(Math.max(this.bytes.length * 2, at + room));
		more.set(this.bytes.subarray(0, at));
		[this.bytes, this.view] = [more, new DataView(more.buffer)];
	}
}

/** The lines of a firm, without the header. */
export function linesOf(firm: ReportFirm): string {
	const [, ...lines] = csvLines(
		"report",
		firm.years.map((year) => ({ firm, year })),
	);
	return lines.map((line) => `${line}\n`).join("");
}
