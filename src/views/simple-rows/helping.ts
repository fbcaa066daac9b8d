/** What a thread does that helps with the firms of a run: it selects among them, and writes their rows when it is asked. */
import type { Choices } from "../../run/choices.ts";
import type { RowsMade, RowTerms } from "../../run/firm-helpers.ts";
import type { FirmsTask } from "../../run/firm-tasks.ts";
import { HelpedFirms } from "../../run/helped-firms.ts";
import type { SelectedPart } from "../../screening/clear/selecting.ts";
import { BlockRows } from "./block-rows.ts";

export class Helping {
	private readonly firms: HelpedFirms;
	private blocks: BlockRows | undefined;

	constructor(choices: Choices) {
		this.firms = new HelpedFirms(choices);
	}

	select(task: FirmsTask): SelectedPart {
		return this.firms.select(task);
	}

	showRows({ basis, sectors }: RowTerms): void {
		const firms = this.firms;
		if (firms.simple === undefined) throw new Error("firms are selected before their rows are shown");
		const all = sectors.map((one) => firms.sectorOf(one));
		this.blocks = new BlockRows({ sectors: all }, firms.simple, { basis, showsYear: () => true });
	}

	rows(from: number, to: number): RowsMade {
		if (this.blocks === undefined) throw new Error("nobody said what rows show");
		return this.blocks.of(this.firms.names, from, to);
	}
}
