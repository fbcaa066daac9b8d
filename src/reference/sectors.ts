/** Sectors: found by id, name, alias or GB/T 4754 code; pools are made of level 1. */
import { near } from "./near.ts";
import type { SectorSeed } from "./seeds.ts";
import { folded } from "./spelling.ts";

export interface Sectors {
	readonly find: (text: string) => SectorSeed | undefined;
	readonly near: (text: string) => string[];
	readonly byId: (id: string) => SectorSeed | undefined;
	/** Level-1 sectors in the order of the seeds. */
	readonly level1: readonly string[];
}

export function indexSectors(seeds: readonly SectorSeed[]): Sectors {
	const ids = new Map<string, SectorSeed>();
	const names = new Map<string, SectorSeed>();
	const codes = new Map<string, SectorSeed>();
	for (const seed of seeds) {
		ids.set(seed.id, seed);
		for (const name of [seed.id, seed.nameEn, seed.nameZh, ...seed.aliases]) {
			const key = folded(name);
			if (!names.has(key)) names.set(key, seed);
		}
		for (const code of seed.codes) codes.set(code, seed);
	}
	/** The sector of the longest code that the digits begin with. */
	const byCode = (digits: string): SectorSeed | undefined => {
		for (let length = digits.length; length >= 2; length--) {
			const found = codes.get(digits.slice(0, length));
			if (found !== undefined) return found;
		}
		return undefined;
	};
	return {
		find: (text) => {
			const key = folded(text);
			const named = names.get(key);
			if (named !== undefined) return named;
			const code = /^([a-d])?\s?(\d{1,4})(?!\d)/.exec(key);
			if (code === null) return undefined;
			const digits = code[2] as string;
			// Spreadsheets drop the leading zero of 06 to 09: try what stands there first, then with the zero.
			const found = (digits.length > 1 ? byCode(digits) : undefined) ?? byCode(`0${digits}`);
			const section = code[1]?.toUpperCase();
			return found !== undefined && (section === undefined || section === found.section) ? found : undefined;
		},
		near: (text) => near(text, names.keys()),
		byId: (id) => ids.get(id),
		level1: seeds.filter(({ level }) => level === 1).map(({ id }) => id),
	};
}
