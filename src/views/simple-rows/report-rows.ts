/** The csv report where firms are simple: their rows block by block, by this thread and its helpers, those of all others between them, in order of firm. */
import type { Assessment } from "../../assessment/assessment.ts";
import type { AssessedFirm } from "../../assessment/firm.ts";
import type { SimpleFirms } from "../../assessment/simple/group.ts";
import { byCodeUnit } from "../../domain/order.ts";
import type { RowsMade, RowTerms } from "../../run/firm-helpers.ts";
import { sharesOf } from "../../run/firm-tasks.ts";
import type { SelectedTogether } from "../../run/select.ts";
import { firmOf } from "../build-firm.ts";
import { csvLines } from "../formats/csv-text.ts";
import type { Pieces } from "../formats/format.ts";
import type { Frame } from "../frame.ts";
import { BlockRows, linesOf } from "./block-rows.ts";

/** Firms whose rows are handed on together. */
const blockAlone = 512;
/** Blocks that a helper is asked for before the first of them is written. */
const ahead = 2;

/** `together`: who selected the firms with this thread, and of which names; undefined where nobody did. */
export function reportRows(
	assessment: Assessment,
	simple: SimpleFirms,
	frame: Frame,
	together: SelectedTogether | undefined,
): Pieces {
	const others = assessment.firms.filter(({ firm }) => frame.showsFirm(firm));
	return {
		pieces:
			together === undefined ? alone(assessment, simple, frame, others) : shared(assessment, simple, frame, others, together),
	};
}

function header(): string {
	return `${[...csvLines("report", [])].join("")}\n`;
}

function* alone(
	assessment: Assessment,
	simple: SimpleFirms,
	frame: Frame,
	others: readonly AssessedFirm[],
): Generator<string | Uint8Array> {
	yield header();
	const rows = new BlockRows(assessment, simple, frame);
	const between = new Between(others, assessment, frame);
	const names = [...simple.groupOf.keys()];
	for (let from = 0; from < names.length; from += blockAlone) {
		const made = rows.of(names, from, Math.min(names.length, from + blockAlone));
		yield* between.with(made, names, simple);
	}
	yield* between.rest();
}

async function* shared(
	assessment: Assessment,
	simple: SimpleFirms,
	frame: Frame,
	others: readonly AssessedFirm[],
	{ helpers, count, names }: SelectedTogether,
): AsyncGenerator<string | Uint8Array> {
	yield header();
	const { block } = helpers;
	const terms = termsOf(assessment, frame);
	await Promise.all(Array.from({ length: count }, (_, helper) => helpers.showRows(helper, terms)));
	const shares = sharesOf(names, count + 1, helpers.block);
	const rows = new BlockRows(assessment, simple, frame);
	const between = new Between(others, assessment, frame);
	const asked: Promise<RowsMade>[][] = shares.map(() => []);
	const next = shares.map(() => 0);
	/** Asks the helper of a share for its next block, if there is one. */
	const ask = (share: number): void => {
		const from = next[share] as number;
		const all = (shares[share] as string[]).length;
		if (from >= all) return;
		next[share] = from + block;
		const made = helpers.rows(share - 1, from, Math.min(all, from + block));
		made.catch(() => undefined);
		(asked[share] as Promise<RowsMade>[]).push(made);
	};
	for (let share = 1; share < shares.length; share += 1) for (let more = 0; more < ahead; more += 1) ask(share);
	for (let nr = 0; nr * block < names.length; nr += 1) {
		const share = nr % shares.length;
		const own = shares[share] as string[];
		const from = Math.floor(nr / shares.length) * block;
		if (share === 0) yield* between.with(rows.of(own, from, Math.min(own.length, from + block)), own, simple);
		else {
			const made = await (asked[share] as Promise<RowsMade>[]).shift();
			ask(share);
			yield* between.with(made as RowsMade, own, simple);
		}
	}
	yield* between.rest();
}

/** What helpers are told of the sectors. */
function termsOf({ sectors }: Assessment, { basis }: Frame): RowTerms {
	return {
		basis,
		sectors: sectors.map(({ sector, plan, base, baseFirms, thin, priceYear }) => ({
			...{ sector, plan: plan.id, base, baseFirms, thin, priceYear },
		})),
	};
}

/** Firms that are not simple, each put in its place among those that are. */
class Between {
	private readonly others: readonly AssessedFirm[];
	private readonly assessment: Assessment;
	private readonly frame: Frame;
	private next = 0;

	constructor(others: readonly AssessedFirm[], assessment: Assessment, frame: Frame) {
		[this.others, this.assessment, this.frame] = [others, assessment, frame];
	}

	/** Rows of a block with those between them; a firm that is simple no more is among the others. */
	*with({ bytes, firms, ends }: RowsMade, names: readonly string[], simple: SimpleFirms): Generator<string | Uint8Array> {
		let written = 0;
		for (let at = 0; at < firms.length; at += 1) {
			const name = names[firms[at] as number] as string;
			const from = at === 0 ? 0 : (ends[at - 1] as number);
			const isSimple = simple.groupOf.has(name);
			if (!isSimple || this.isDue(name)) {
				if (from > written) yield bytes.subarray(written, from);
				written = isSimple ? from : (ends[at] as number);
				yield* this.before(name);
			}
		}
		if (bytes.length > written) yield bytes.subarray(written);
	}

	*rest(): Generator<string> {
		for (; this.next < this.others.length; this.next += 1) yield this.text(this.others[this.next] as AssessedFirm);
	}

	private isDue(name: string): boolean {
		const other = this.others[this.next];
		return other !== undefined && byCodeUnit(other.firm, name) < 0;
	}

	private *before(name: string): Generator<string> {
		for (; this.isDue(name); this.next += 1) yield this.text(this.others[this.next] as AssessedFirm);
	}

	private text(firm: AssessedFirm): string {
		return linesOf(firmOf(firm, this.assessment, this.frame));
	}
}
