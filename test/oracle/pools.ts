/** Firms added up: the base of a sector path and the sectors list. */
import { type Fraction, HUNDRED, total } from "./fraction.ts";
import { type Path, PLACES } from "./path.ts";
import { surdText } from "./surd.ts";
import type { SectorFigures, SectorYear, Text } from "./types.ts";

export interface Amounts {
	readonly emissions: Fraction;
	readonly output: Fraction;
}

export interface Member {
	/** level-1 sector, null where unknown or double */
	readonly sector: string | null;
	/** years the report shows */
	readonly years: readonly number[];
	readonly usable: ReadonlyMap<number, Amounts>;
	/** amounts of the base year where they may enter a base */
	readonly base: Amounts | null;
}

export interface Pool extends Amounts {
	readonly firms: number;
}

const pool = (amounts: readonly Amounts[]): Pool => ({
	firms: amounts.length,
	emissions: total(amounts.map(({ emissions }) => emissions)),
	output: total(amounts.map(({ output }) => output)),
});

const known = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export const basePool = (members: readonly Member[]): Pool => pool(members.map(({ base }) => base).filter(known));

export const ratio = ({ emissions, output }: Pool): Fraction | null => (output.sign === 0 ? null : emissions.div(output));

/** (now / then − 1) in per cent */
export const changePercent = (now: Fraction | null, then: Fraction | null): Text =>
	now === null || then === null || then.sign === 0 ? null : now.div(then).mul(HUNDRED).sub(HUNDRED).text(PLACES);

const sectorYear = (members: readonly Member[], path: Path, targets: string, year: number): SectorYear => {
	const now = pool(members.map(({ usable }) => usable.get(year)).filter(known));
	const both = members.filter(({ usable, base }) => usable.has(year) && base !== null);
	const then = basePool(both);
	const same = pool(both.map(({ usable }) => usable.get(year)).filter(known));
	const started = year >= path.baseYear;
	const base = ratio(basePool(members));
	const onPath = started && year <= path.targetYear && base !== null;
	const intensity = ratio(now);
	// The gap compares the firms of the base: those usable in both years.
	const alike = ratio(same);
	const start = ratio(then);
	const text = (value: Fraction | null): Text => (now.firms === 0 || value === null ? null : value.text(PLACES));
	const share = onPath ? path.share(year) : null;
	return {
		year,
		targets,
		firms: now.firms,
		emissions: text(now.emissions),
		output: text(now.output),
		intensity: text(intensity),
		comparable: both.length,
		sinceBasePercent: started ? changePercent(ratio(same), ratio(then)) : null,
		required: share === null || base === null ? null : surdText(base.sub(base), base, share, PLACES),
		gapPercent:
			share === null || start === null || start.sign === 0 || alike === null
				? null
				: surdText(HUNDRED.neg(), HUNDRED.mul(alike).div(start), { x: share.x.pow(-1), n: share.n }, PLACES),
		totalSinceBasePercent: started && both.length > 0 ? changePercent(same.emissions, then.emissions) : null,
	};
};

/** `targets`: the plan whose path it is. */
export const sectorList = (members: readonly Member[], path: Path, targets: string): SectorFigures[] => {
	const names = [...new Set(members.map(({ sector }) => sector).filter(known))].sort();
	const list = (sector: string, inside: readonly Member[]): SectorFigures => {
		const years = [...new Set(inside.flatMap((member) => member.years))].sort((a, b) => a - b);
		return { sector, years: years.map((year) => sectorYear(inside, path, targets, year)) };
	};
	return [
		...names.map((name) =>
			list(
				name,
				members.filter(({ sector }) => sector === name),
			),
		),
		list("all", members),
	];
};
