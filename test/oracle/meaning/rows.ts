/** Plain rows, cell by cell, and what is asked of them. */

type Cells<Name extends string> = { readonly [Key in Name]?: string };

export type UseRow = Cells<
	| "firm"
	| "site"
	| "period"
	| "year"
	| "month"
	| "carrier"
	| "use"
	| "quantity"
	| "unit"
	| "ncv"
	| "carbon_content"
	| "oxidation_rate"
	| "emission_factor"
	| "purchased"
	| "opening"
	| "closing"
	| "out"
	| "delivery"
	| "remark"
	| "code"
	| "other"
	| "layout"
>;

export type OutputRow = Cells<"firm" | "sector" | "period" | "indicator" | "product" | "quantity" | "unit" | "prices">;

/** `FIRM`, `FIRM:YEAR`, `YEAR`, none for the run; `energy:` or `output:` before any of them. */
export interface Stated {
	readonly scope: string;
	readonly amounts: "to-date" | "monthly";
}

export interface Asserted {
	readonly amounts?: readonly Stated[];
	readonly addRepeats?: boolean;
	readonly absentIsZero?: boolean;
	readonly boundary?: "all" | "energy";
	/** what --map makes of a carrier */
	readonly map?: Readonly<Record<string, string>>;
	/** kg CO2/kWh */
	readonly electricity?: string;
	/** the set of fuel figures */
	readonly factors?: string;
	/** the energy table is form 205-1 */
	readonly form?: boolean;
}

export interface Tables {
	readonly energy: readonly UseRow[];
	readonly output: readonly OutputRow[];
	readonly asserted: Asserted;
}

/** The narrowest scope wins. */
export const statedFor = (
	asserted: Asserted,
	table: "energy" | "output",
	firm: string,
	year: number,
): "to-date" | "monthly" | null => {
	const scopes = [`${firm}:${year}`, firm, String(year), ""].flatMap((scope) => [
		scope === "" ? table : `${table}:${scope}`,
		scope,
	]);
	for (const scope of scopes) {
		const found = asserted.amounts?.find((stated) => stated.scope === scope);
		if (found !== undefined) return found.amounts;
	}
	return null;
};
