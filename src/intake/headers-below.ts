/** Tables below the first one of a sheet: their titles and headers, from which on other rows are read. */
import { remark } from "../findings/finding.ts";
import { BlockTitles } from "../layout/block-titles.ts";
import type { Header } from "../layout/header.ts";
import type { Reference } from "../reference/reference.ts";
import type { TellAt } from "./opening-told.ts";
import type { Stretch } from "./stretch.ts";

/** The reading of a table, as what stands below the first one changes it. */
interface Reading {
	readonly stretch: () => Stretch;
	/** Reads the rows that follow by another header. */
	readonly readBy: (header: Header) => void;
	/** Notes that rows say something of others. */
	readonly relies: () => void;
}

export class HeadersBelow {
	private readonly titles: BlockTitles;
	private readonly tellAt: TellAt;
	private readonly reading: Reading;

	constructor(reference: Reference, tellAt: TellAt, reading: Reading) {
		this.titles = new BlockTitles(reference);
		this.tellAt = tellAt;
		this.reading = reading;
	}

	/** Whether the row is a title of a table below, or the header of another table: what follows is read by it. */
	isNoData(cells: readonly string[], row: number, line: number): boolean {
		const { noData, otherHeader, context } = this.reading.stretch();
		if (noData === undefined) return false;
		if (this.titles.take(cells, { row, line })) {
			this.reading.relies();
			this.tellAt(remark("note-row", {}), row, line, "", (cells.find((cell) => cell.trim() !== "") ?? "").slice(0, 120));
			return true;
		}
		const other = otherHeader(cells, row, line);
		if (other === undefined) return false;
		const header = this.titles.pending ? this.titles.under(other, context.header) : other;
		this.goOn(header);
		const words = header.words.slice(0, header.width).filter((word) => word !== "");
		if (header.usable) this.tellAt(remark("header-changed", { words }), row, line);
		return true;
	}

	/** The header once more: nothing, unless titles above it say whose or of when the rows below are. */
	repeated(row: number, line: number): void {
		const { header } = this.reading.stretch().context;
		if (this.titles.pending) this.goOn(this.titles.under({ ...header, place: { row, line } }, header));
		this.tellAt(remark("repeated-header", {}), row, line);
	}

	/** A row that is one follows titles: by the header above it is read only if they say nothing else. */
	beforeRows(): void {
		if (!this.titles.pending) return;
		const header = this.titles.beforeRows(this.reading.stretch().context.header);
		if (header !== undefined) this.goOn(header);
	}

	private goOn(header: Header): void {
		this.reading.relies();
		this.reading.readBy(header);
	}
}
