/** Provinces: found by name with or without 省, 市 or 自治区, by English name or by code. */
import { near } from "./near.ts";
import type { ProvinceSeed } from "./seeds.ts";
import { folded } from "./spelling.ts";

export interface Provinces {
	readonly find: (text: string) => ProvinceSeed | undefined;
	readonly near: (text: string) => string[];
	readonly byId: (id: string) => ProvinceSeed | undefined;
}

export function indexProvinces(seeds: readonly ProvinceSeed[]): Provinces {
	const names = new Map<string, ProvinceSeed>();
	for (const seed of seeds) {
		for (const name of [seed.id, seed.nameZh, seed.code, seed.iso, ...seed.aliases]) names.set(folded(name), seed);
	}
	return {
		find: (text) => names.get(folded(text)),
		near: (text) => near(text, names.keys()),
		byId: (id) => seeds.find((seed) => seed.id === id),
	};
}
