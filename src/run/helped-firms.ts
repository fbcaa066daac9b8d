/** The firms that a thread helps with: it selects among those it is told of, and keeps them until the run ends. */
import { sectorPathOf } from "../assessment/paths.ts";
import type { AssessedSector } from "../assessment/pools.ts";
import type { Rules } from "../assessment/rules.ts";
import type { SimpleFirms } from "../assessment/simple/group.ts";
import { emptyPart } from "../intake/part.ts";
import { FirmShelf } from "../ledger/firm-shelf.ts";
import { type SelectedPart, Selecting } from "../screening/clear/selecting.ts";
import type { Choices } from "./choices.ts";
import type { SectorTerms } from "./firm-helpers.ts";
import { type FirmsTask, shelfOf } from "./firm-tasks.ts";
import { countedPlans, rulesUnder } from "./judge.ts";
import { selectTerms } from "./select.ts";

export class HelpedFirms {
	names: readonly string[] = [];
	simple: SimpleFirms | undefined;
	private readonly choices: Choices;
	private rules: readonly Rules[] = [];

	constructor(choices: Choices) {
		this.choices = choices;
	}

	select(task: FirmsTask): SelectedPart {
		const choices = this.choices;
		const { names, years, room } = task;
		const shelf = new FirmShelf(task.ledger.adding);
		const ledger = shelfOf(task, shelf);
		const part = { ...emptyPart(ledger.adding), ledger };
		const rules = rulesUnder(part, choices, countedPlans(part, choices, years));
		const selecting = new Selecting(ledger, shelf, rules, { ...selectTerms(choices), room });
		for (const firm of names) selecting.take(firm);
		[this.names, this.rules, this.simple] = [names, rules, selecting.selected(names).simple];
		return selecting.part(names);
	}

	/** A sector as it was pooled in the first thread, as far as rows of firms show it. */
	sectorOf({ plan: id, ...terms }: SectorTerms): AssessedSector {
		const rules = this.rules.find(({ plan }) => plan.id === id);
		if (rules === undefined) throw new Error(`no plan ${id} among those of the firms`);
		return { ...terms, plan: rules.plan, path: sectorPathOf(terms.sector, rules), cap: undefined, years: [] };
	}
}
