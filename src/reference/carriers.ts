/** Carriers: what an energy row may use, found by id, name or alias; a fuel's alias wins over a process material's. */
import type { Part } from "../domain/words.ts";
import { near } from "./near.ts";
import type { CarrierSeed, ProcessSeed } from "./seeds.ts";
import { folded } from "./spelling.ts";

export type CarrierGroup = "fuel" | "electricity" | "heat" | "process" | "total";

export interface Carrier {
	readonly id: string;
	readonly group: CarrierGroup;
	readonly nameEn: string;
	readonly nameZh: string;
	/** For materials: what the process table says of them. */
	readonly process?: ProcessSeed;
}

/** Which part of emissions a carrier belongs to; a total is none and is never counted. */
export function partOf({ group }: Carrier): Part {
	return group === "total" ? "fuel" : group;
}

export interface Recognised {
	readonly carrier: Carrier;
	/** Understood, but the word may mean more than the carrier (用电量). */
	readonly warned: boolean;
	/** Understood only after leaving out what stands in brackets, or by taking that. */
	readonly readAs: boolean;
}

export interface Carriers {
	readonly find: (text: string) => Recognised | undefined;
	readonly near: (text: string) => string[];
	readonly byId: (id: string) => Carrier | undefined;
}

export function indexCarriers(seeds: readonly CarrierSeed[], processes: readonly ProcessSeed[]): Carriers {
	const ids = new Map<string, Carrier>();
	const names = new Map<string, { readonly carrier: Carrier; readonly warned: boolean }>();
	for (const seed of seeds) {
		const carrier: Carrier = { id: seed.id, group: seed.group, nameEn: seed.nameEn, nameZh: seed.nameZh };
		ids.set(seed.id, carrier);
		for (const name of [seed.id, seed.nameEn, seed.nameZh, ...seed.aliases]) names.set(folded(name), { carrier, warned: false });
		for (const name of seed.warned) names.set(folded(name), { carrier, warned: true });
	}
	for (const seed of processes) {
		const carrier: Carrier = { id: seed.id, group: "process", nameEn: seed.nameEn, nameZh: seed.nameZh, process: seed };
		if (!ids.has(seed.id)) ids.set(seed.id, carrier);
		for (const name of [seed.id, ...seed.aliases])
			if (!names.has(folded(name))) names.set(folded(name), { carrier, warned: false });
	}
	const bracketed = /^(.*?)\s*\(([^()]*)\)\s*$/;
	return {
		find: (text) => {
			const key = folded(text);
			const whole = names.get(key);
			if (whole !== undefined) return { ...whole, readAs: false };
			const parts = bracketed.exec(key);
			if (parts === null) return undefined;
			const found = names.get((parts[1] as string).trim()) ?? names.get((parts[2] as string).trim());
			return found === undefined ? undefined : { ...found, readAs: true };
		},
		near: (text) => near(text, names.keys()),
		byId: (id) => ids.get(id),
	};
}
