/** What `tanlu sources` says around the figures, for people. */
import type { GoalIndicator, SourceSection } from "../domain/words.ts";

export interface SourcesTexts {
	readonly columns: {
		readonly carrier: string;
		readonly unit: string;
		readonly co2PerUnit: string;
		readonly ncv: string;
		readonly carbonContent: string;
		readonly oxidation: string;
		readonly lowest: string;
		readonly highest: string;
		/** Highest against lowest, per cent. */
		readonly difference: string;
		readonly verified: string;
		readonly set: string;
		readonly title: string;
		readonly published: string;
		readonly source: string;
		readonly region: string;
		readonly dataYear: string;
		readonly basis: string;
		/** kgCO2 per kWh. */
		readonly gridFactor: string;
		/** Against the one in force, per cent. */
		readonly fromInForce: string;
		readonly name: string;
		readonly value: string;
		readonly scope: string;
		readonly what: string;
		readonly years: string;
		/** Reduction, per cent. */
		readonly reduction: string;
		readonly differencePoints: string;
		readonly tce: string;
		readonly sector: string;
		readonly kind: string;
		readonly year: string;
		readonly series: string;
		readonly scheme: string;
		readonly level: string;
		/** What part of the year's task is done. */
		readonly task: string;
	};
	readonly headings: { readonly [S in SourceSection]: string };
	readonly sets: string;
	readonly otherGridFactors: string;
	readonly otherTargets: string;
	readonly verified: { readonly yes: string; readonly partial: string; readonly derived: string; readonly project: string };
	/** Bases of grid factors, by their id; one that is not known stays. */
	readonly basis: (id: string) => string;
	readonly kinds: { readonly tco2: string; readonly deduction: string; readonly tc: string };
	readonly refusals: { readonly "not-co2": string; readonly "needs-more": string };
	readonly targetOf: { readonly [G in GoalIndicator]: string };
	/** A level to be reached, in per cent, where others are falls. */
	readonly level: (percent: string) => string;
	readonly everyIndustry: string;
	/** The first line. */
	readonly inForce: (chosen: { readonly factors: string; readonly electricity: string; readonly targets: string }) => string;
	/** Where one thing comes from. */
	readonly from: (origin: {
		readonly title: string | null;
		readonly source: string;
		readonly published: string | null;
		readonly verified: string;
	}) => string;
	/** How far the tables of fuels differ at most, and for which. */
	readonly apart: (told: { readonly sets: number; readonly carrier: string; readonly percent: string }) => string;
	readonly lacking: (carriers: readonly string[]) => string;
	/** kgCO2 per kWh given as a number: nothing published is in force. */
	readonly given: (factor: string) => string;
	readonly provinces: (told: {
		readonly count: number;
		readonly year: number;
		readonly lowest: string;
		readonly highest: string;
	}) => string;
	readonly neverCompared: (count: number) => string;
	/** Per cent of the year's task below which a level speaks, or up to which; null: the rest. */
	readonly taskShare: (below: string | null, atBound: boolean) => string;
	readonly levelNumbers: string;
	readonly informingOnly: string;
	/** Sections that were not shown, with how many rows each has. */
	readonly further: (sections: readonly { readonly section: SourceSection; readonly count: number }[]) => string;
	/** What to keep in mind about all of it. */
	readonly caution: string;
}
