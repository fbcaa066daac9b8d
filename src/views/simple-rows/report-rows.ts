/** The csv report where firms are simple: their rows by registers, those of all others by the views, in order of firm. */
import type { Assessment } from "../../assessment/assessment.ts";
import type { AssessedFirm } from "../../assessment/firm.ts";
import type { SimpleFirms, SimpleGroup } from "../../assessment/simple/group.ts";
import type { ReportFirm } from "../../contract/report.ts";
import { byCodeUnit } from "../../domain/order.ts";
import { firmOf } from "../build-report.ts";
import { csvLines } from "../formats/csv-text.ts";
import type { Pieces } from "../formats/format.ts";
import type { Frame } from "../frame.ts";
import { GroupRows } from "./group-rows.ts";

const pieceLength = 1 << 18;

export function reportRows(assessment: Assessment, simple: SimpleFirms, frame: Frame): Pieces {
	return { pieces: new Rows(assessment, simple, frame).pieces() };
}

class Rows {
	private readonly assessment: Assessment;
	private readonly simple: SimpleFirms;
	private readonly frame: Frame;
	/** Undefined for those whose rows are written by the views. */
	private readonly groups = new Map<SimpleGroup, GroupRows | undefined>();
	private bytes = new Uint8Array(pieceLength);
	private view = new DataView(this.bytes.buffer);
	private filled = 0;

	constructor(assessment: Assessment, simple: SimpleFirms, frame: Frame) {
		[this.assessment, this.simple, this.frame] = [assessment, simple, frame];
	}

	*pieces(): Generator<string | Uint8Array> {
		const { assessment, simple, frame } = this;
		const [header] = csvLines("report", []);
		yield `${header}\n`;
		const others = assessment.firms.filter(({ firm }) => frame.showsFirm(firm));
		let next = 0;
		for (const [firm, group] of simple.groupOf) {
			for (; next < others.length && byCodeUnit((others[next] as AssessedFirm).firm, firm) < 0; next += 1)
				yield* this.asViewed(others[next] as AssessedFirm);
			const rows = this.rowsOf(group);
			if (rows !== undefined && this.filled + rows.room > this.bytes.length) {
				yield* this.flush();
				if (rows.room > this.bytes.length) this.make(rows.room);
			}
			const end = rows === undefined ? -1 : rows.write(this.view, this.filled, firm, simple.nameOf(firm), simple.numbersOf(firm));
			if (end >= 0) this.filled = end;
			else yield* this.asViewed(simple.assessed(firm));
		}
		for (; next < others.length; next += 1) yield* this.asViewed(others[next] as AssessedFirm);
		yield* this.flush();
	}

	private rowsOf(group: SimpleGroup): GroupRows | undefined {
		if (!this.groups.has(group)) this.groups.set(group, GroupRows.of(group, this.assessment, this.frame));
		return this.groups.get(group);
	}

	private *asViewed(firm: AssessedFirm): Generator<string | Uint8Array> {
		yield* this.flush();
		const shown = firmOf(firm, this.assessment, this.frame);
		const [, ...lines] = csvLines("report", yearsOf(shown));
		if (lines.length > 0) yield `${lines.join("\n")}\n`;
	}

	/** What is written so far, in memory of its own. */
	private *flush(): Generator<Uint8Array> {
		if (this.filled === 0) return;
		yield this.bytes.slice(0, this.filled);
		this.filled = 0;
	}

	private make(length: number): void {
		this.bytes = new Uint8Array(length);
		this.view = new DataView(this.bytes.buffer);
	}
}

function yearsOf(firm: ReportFirm): { readonly firm: ReportFirm; readonly year: ReportFirm["years"][number] }[] {
	return firm.years.map((year) => ({ firm, year }));
}
