/** Whether a series has all the months that the firm's other tables have: PRODUCT, "Which rows count". */

export interface Covering {
	readonly site: string;
	/** consumed, feedstock, product, sold; blank for an output table */
	readonly use: string;
	readonly months: ReadonlySet<number>;
	/** its own months are missed by nobody: it proves, and is not asked */
	readonly excused?: boolean;
}

const OUTPUT = "";
const NEEDS = ["consumed", "feedstock", "product"];
/** A sale or a product proves nothing about purchases. */
const PROVES = ["consumed", "feedstock"];

const union = (parts: readonly Covering[]): Set<number> => new Set(parts.flatMap(({ months }) => [...months]));

const isShort = (series: Covering, all: readonly Covering[]): boolean => {
	const proof = all.filter(({ site, use }) => use === OUTPUT || (PROVES.includes(use) && site === series.site));
	return [...union(proof)].some((month) => !series.months.has(month));
};

export interface Coverage {
	readonly missing: boolean;
	readonly outputMissing: boolean;
	readonly partial: boolean;
}

export const coverageOf = (energy: readonly Covering[], output: ReadonlySet<number> | null): Coverage => {
	const told: Covering[] = output === null ? [] : [{ site: "", use: OUTPUT, months: output }];
	const all = [...energy, ...told];
	const shown = union(all.filter(({ use }) => use === OUTPUT || PROVES.includes(use)));
	return {
		missing: energy.some((series) => !series.excused && NEEDS.includes(series.use) && isShort(series, all)),
		outputMissing: output !== null && [...shown].some((month) => !output.has(month)),
		partial: shown.size < 12,
	};
};
