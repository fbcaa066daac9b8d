/** What is between the accounts of a firm-year and its figures: steps that look at the accounts of a year side by side. */
import type { Use } from "../../domain/words.ts";
import type { Remark, Subject } from "../../findings/finding.ts";
import type { Claim } from "../entry.ts";
import type { Measure, Role } from "../ledger.ts";
import type { Parameters } from "../parameters.ts";
import type { Item } from "../resolve.ts";
import type { FactRules, OwnMade } from "../year-draft.ts";

/** What counts of one account (carrier, use, site) in one year. */
export interface Settled {
	readonly name: string;
	readonly what: Subject;
	readonly carrier: string;
	readonly use: Use;
	readonly site: string;
	readonly role: Role;
	/** What is counted; none where the account says nothing of its own. */
	readonly items: readonly Item<Parameters>[];
	/** Months that it covers. */
	readonly mask: number;
	/** Its rows contradict each other, or those of another account: what the year amounts to is unknown. */
	readonly broken: boolean;
}

/** What stands beside the accounts of a year: purchases, stocks, what was passed on, what was made in the works. */
export type SettledSupply = Settled & { readonly measure: Measure };

export interface StepContext {
	readonly year: number;
	readonly rules: FactRules;
	/** Reports something at a cell; the period is the year where none is given. */
	readonly report: (about: Remark, at: Claim, period?: string) => void;
	/** Notes that no verdict can rest on the year. */
	readonly doubt: () => void;
	readonly supplies: readonly SettledSupply[];
	/** Whether the firm takes a carrier from the ground. */
	readonly mined: (carrier: string) => boolean;
	/** Whether it is said that the amounts are of months: a sheet laid out as form 205-1 is then a ledger of the works. */
	readonly monthly: boolean;
	/** Notes an amount made in the works, to be reported with what it is worth. */
	readonly ownMade: (made: OwnMade) => void;
}

/** The accounts of one firm-year in order of name, to what of them counts. A step changes no amount. */
export type Step = (accounts: readonly Settled[], context: StepContext) => readonly Settled[];
