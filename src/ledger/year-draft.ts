/** A firm's year while its entries are gathered: what was used and made, and which months that covers. */
import type { Period } from "../domain/period.ts";
import type { Indicator, Part, PlanAmount, Prices, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Amount } from "../findings/finding.ts";
import type { Amounts } from "./accounts.ts";
import type { Claim } from "./entry.ts";
import type { Parameters } from "./parameters.ts";
import type { Item } from "./resolve.ts";
import type { Counted } from "./window.ts";

/** What a firm used of one carrier for one purpose in a year, with one set of measured parameters, over all sites. */
export interface EnergyLine {
	readonly carrier: string;
	readonly use: Use;
	readonly measured: Parameters;
	readonly unit: string;
	readonly amount: Exact;
	/** Whether the amount is known; not where rows of it contradict each other. */
	readonly known: boolean;
	/** An entry it came from, to point at. */
	readonly item: Item<Parameters>;
}

/** An amount that the works made itself and that counts zero, or that it may have made and that counts as written. */
export interface OwnMade {
	readonly code: "own-made" | "may-be-own-made";
	readonly carrier: string;
	/** Carriers of the year that it is made from; none where it says of itself that it is own-made. */
	readonly from: readonly string[];
	readonly unit: string;
	readonly lots: readonly { readonly measured: Parameters; readonly amount: Exact }[];
	readonly amount: Exact;
	/** A cell to point at. */
	readonly at: Claim;
}

/** One statement of the year's output, at one kind of prices. */
export interface OutputLine {
	readonly prices: Prices;
	readonly unit: string;
	readonly amount: Exact;
	readonly mask: number;
	readonly items: readonly Item<{ readonly key: string }>[];
}

/** A product of the output table in a year. */
export interface Made {
	readonly product: string;
	readonly amount: Amount;
}

/** What counts of one carrier for one use at one site in a year. */
export interface CarrierItems {
	readonly name: string;
	readonly carrier: string;
	readonly use: Use;
	readonly items: readonly Item<Parameters>[];
	/** Months that it covers. */
	readonly mask: number;
}

/** Other amounts in the place of those of the tables, for what would be if they were so: of a firm's year, once it is settled. */
export interface ChangedAmounts {
	readonly energy: <C extends CarrierItems>(firm: string, year: number, all: readonly C[]) => readonly C[];
	readonly output: <I extends Item<{ readonly key: string }>>(firm: string, year: number, items: readonly I[]) => readonly I[];
}

/** What decides how a firm's record is read. */
export interface FactRules {
	readonly partOf: (carrier: string, use: Use) => Part;
	/** The carrier that a key counts as: two that are mapped to one cover each other's months. */
	readonly idOf: (carrier: string) => string;
	/** Feedstock and products are left out of the year: their months are asked for by nobody. */
	readonly energyOnly: boolean;
	/** Whether a name is that of a total of several carriers. */
	readonly isTotal: (carrier: string) => boolean;
	/** What the statistics forms call a carrier. */
	readonly formName: (carrier: string) => string;
	/** The user says which carrier it counts as. */
	readonly isMapped: (carrier: string) => boolean;
	/** Whether amounts of it in a unit have a factor, without one of the row's own. */
	readonly hasFactor: (carrier: string, unit: string) => boolean;
	/** GJ by the published coefficient of a unit of it, and half a step of that coefficient's last digit; undefined where none is published. */
	readonly byCoefficient: (carrier: string, unit: string) => { readonly heat: Ratio; readonly halfStep: Ratio } | undefined;
	/** The items of the statistics forms that are kinds of a carrier. */
	readonly kindsOf: (carrier: string) => readonly string[];
	/** What a carrier can be made from in a works; empty where nothing says that it can. */
	readonly madeFrom: (carrier: string) => readonly string[];
	/** Whether a firm of these sectors takes a carrier from the ground. */
	readonly minedBy: (sectors: readonly string[]) => (carrier: string) => boolean;
	readonly indicator: Indicator;
	readonly product: string;
	/** The user asserts that months without an entry had no use. */
	readonly absentIsZero: (firm: string, carrier: string) => boolean;
	/** What the user says of months of a firm's year: that they are to date, or months; undefined where nothing is said. */
	readonly amounts: (firm: string, year: number, table: "energy" | "output") => Amounts | undefined;
	readonly adding: boolean;
	/** Months that are looked at, as a mask; not there where it is the whole year. */
	readonly within?: number;
	/** Not there where the amounts are those of the tables. */
	readonly changed?: ChangedAmounts;
	readonly slipRatio: Exact;
	/** Rows of the run were lost that nobody can name: no firm can be judged, in whichever file it stands. */
	readonly rowsLost: boolean;
	/** What plans ask of besides CO2 of which a row was lost that may be any firm's. */
	readonly planLost: ReadonlySet<PlanAmount>;
}

/** The months of one carrier at one site in one use. */
export interface Cover {
	readonly carrier: string;
	readonly use: Use;
	covered: number;
	blank: number;
	readonly item: Item<Parameters> | undefined;
	/** A refused row of it may be of any month: what lacks may be that row. */
	excused?: true;
}

export interface Draft {
	readonly lines: Map<string, EnergyLine>;
	/** What the lines were added up from. */
	readonly counted: Counted[];
	/** Months covered, and months left blank, by carrier, use and site. */
	readonly masks: Map<string, Cover>;
	/** Periods that are counted, by series. */
	readonly series: Map<string, readonly { readonly period: Period }[]>;
	readonly outputs: OutputLine[];
	readonly made: Made[];
	readonly ownMade: OwnMade[];
	readonly unknown: Set<Part | "any" | "output" | "verdict">;
	readonly faulty: { readonly carrier: string; readonly use: Use | "" }[];
	/** Carriers whose amounts look to date, and for which use. */
	readonly toDate: { readonly carrier: string; readonly use: Use }[];
	/** Amounts that may be to date and may not: the figure is shown, and no verdict may rest on it. */
	doubtful: boolean;
	/** Months that rows are of which count nothing themselves, such as a total's. */
	proven: number;
	/** Months whose output row was refused. */
	refusedOutput: number;
	/** A refused row of the output may be of any month. */
	excusedOutput: boolean;
	/** Months whose output was left blank. */
	blankOutput: number;
}

export function emptyDraft(): Draft {
	return {
		lines: new Map(),
		counted: [],
		masks: new Map(),
		series: new Map(),
		outputs: [],
		made: [],
		ownMade: [],
		unknown: new Set(),
		faulty: [],
		toDate: [],
		doubtful: false,
		proven: 0,
		refusedOutput: 0,
		excusedOutput: false,
		blankOutput: 0,
	};
}
