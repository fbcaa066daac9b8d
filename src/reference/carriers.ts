/** Carriers: what an energy row may use, found by id, name or alias; a fuel's alias wins over a process material's. */
import type { Part, Use } from "../domain/words.ts";
import { both, type KindWords, type Said, saysNothing } from "./kind-words.ts";
import { distance, near } from "./near.ts";
import type { CarrierSeed, FamilySeed, ProcessSeed } from "./seeds.ts";
import { folded } from "./spelling.ts";

export type CarrierGroup = "fuel" | "electricity" | "heat" | "process" | "medium" | "total";

export interface Carrier {
	readonly id: string;
	readonly group: CarrierGroup;
	readonly nameEn: string;
	readonly nameZh: string;
	/** For materials: what the process table says of them. */
	readonly process?: ProcessSeed;
}

/**
 * Which part of emissions a carrier belongs to, by what it was for: carbon that goes in or leaves without being burnt belongs to
 * the process. A total and a medium belong to none and are never counted.
 */
export function partOf({ group }: Carrier, use: Use): Part {
	if (group !== "fuel" && group !== "total" && group !== "medium") return group;
	return use === "feedstock" || use === "product" ? "process" : "fuel";
}

/** What a name is mapped to that has no emissions of its own: `--map NAME=none`. */
export const noCarrier: Carrier = { id: "none", group: "medium", nameEn: "None", nameZh: "不计" };

/** Whether a carrier that stands behind 其中 is part of the amount above, and not a kind of it with an amount of its own. */
export function isPartByName({ group }: Carrier): boolean {
	return group === "electricity" || group === "heat";
}

export interface Recognised {
	readonly carrier: Carrier;
	/** Understood, but the word may mean more than the carrier (用电量). */
	readonly warned: boolean;
	/** Understood only after leaving out words that stand beside the name. */
	readonly readAs: boolean;
	/** What the words beside the name say of the amount. */
	readonly said: Said;
}

export interface Meant {
	readonly near: readonly string[];
	/** Empty where it may mean several, or none for certain. */
	readonly meant: string;
}

export interface Carriers {
	/** The carrier that a text names; undefined where any word of it is not known: it may change what the amount is. */
	readonly find: (text: string) => Recognised | undefined;
	/** Whether a fuel's name, or a word for power or heat, stands anywhere in a text. */
	readonly within: (text: string) => boolean;
	/** What a text that names none may mean; looked for when it is read. */
	readonly meant: (text: string) => Meant;
	readonly byId: (id: string) => Carrier | undefined;
}

export function indexCarriers(
	seeds: readonly CarrierSeed[],
	processes: readonly ProcessSeed[],
	kindWords: KindWords,
	families: readonly FamilySeed[],
): Carriers {
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
		for (const name of [seed.id, ...seed.aliases]) {
			const key = folded(name);
			if (!names.has(key)) names.set(key, { carrier, warned: false });
		}
	}
	const isKind = (child: Carrier, parent: Carrier): boolean =>
		families.some((family) => family.parent === parent.id && family.children.includes(child.id));

	/** A name with words in brackets behind it, each of them known. */
	const withBrackets = (key: string): Recognised | undefined => {
		const parts = lastBracket.exec(key);
		if (parts === null) return undefined;
		const [outer, inner] = [(parts[1] as string).trim(), (parts[2] as string).trim()];
		const named = find(outer);
		// 综合能源消费量(当量值): a total, whatever it is of.
		if (named?.carrier.group === "total") return named;
		if (named === undefined) {
			// The name itself in brackets: 锅炉(烟煤).
			const [carrier, said] = [names.get(inner), kindWords.inBrackets(outer)];
			return carrier === undefined || said === undefined ? undefined : { ...carrier, readAs: true, said };
		}
		const again = names.get(inner);
		// 液化石油气(LPG), 原煤(无烟煤): the same once more, or a kind of it.
		if (again !== undefined && (again.carrier.id === named.carrier.id || isKind(again.carrier, named.carrier)))
			return { ...named, carrier: again.carrier, readAs: true };
		const words = inner === "" ? saysNothing : kindWords.inBrackets(inner);
		if (words === undefined) return undefined;
		const said = both(named.said, words);
		const meant = said.carrier === undefined ? undefined : ids.get(said.carrier);
		if (meant !== undefined && meant.group !== named.carrier.group) return undefined;
		const readAs = named.readAs || words.leftOut.length > 0;
		return { ...named, carrier: meant ?? named.carrier, readAs, said };
	};
	const find = (text: string): Recognised | undefined => {
		const key = folded(text).replace(marksBefore, "");
		const whole = names.get(key);
		if (whole !== undefined) return { ...whole, readAs: false, said: saysNothing };
		const own = kindWords.byName(key);
		if (own !== undefined) return { carrier: ids.get(own.carrier) as Carrier, warned: false, readAs: false, said: own.said };
		return withBrackets(key) ?? totalled(key);
	};
	/** 电力合计, 焦炭小计, total coal: a total of rows of the carrier. */
	const totalled = (key: string): Recognised | undefined => {
		const name = totalBehind.exec(key)?.[1] ?? totalBefore.exec(key)?.[1];
		const named = name === undefined ? undefined : find(name.trim());
		return named === undefined || named.carrier.group === "total"
			? named
			: { ...named, said: both(named.said, { ...saysNothing, total: true }) };
	};
	const within = (text: string): boolean => {
		const key = folded(text);
		for (const [name, { carrier }] of names) if (isEnergy.includes(carrier.group) && holds(key, name)) return true;
		return false;
	};
	/** The name before the brackets: 焦炭(某某). */
	const bareOf = (text: string): string | undefined => {
		const bare = /^(.+?)\s*[(（]/.exec(text)?.[1];
		return bare !== undefined && find(bare) !== undefined ? bare : undefined;
	};
	const nearTo = (text: string): readonly string[] => {
		const bare = bareOf(text);
		if (bare !== undefined) return [bare];
		// A total or a medium is never meant: the amount would be lost. And a material is of one industry: it is named where the two
		// are one word, but for a letter or for what stands around it.
		const key = folded(text);
		const isAlike = (name: string): boolean =>
			isMisspelling(key, name) || (name.length >= 3 && (key.includes(name) || name.includes(key)));
		const possible = [...names].filter(
			([
				name,
				{
					carrier: { group },
				},
			]) => group !== "total" && group !== "medium" && (group !== "process" || isAlike(name)),
		);
		return near(
			text,
			possible.map(([name]) => name),
		);
	};
	const meant = (text: string): Meant => {
		let found: readonly string[] | undefined;
		const all = (): readonly string[] => {
			found ??= nearTo(text);
			return found;
		};
		return {
			get near() {
				return all();
			},
			get meant() {
				const bare = bareOf(text);
				const sure = bare === undefined ? all().filter((name) => isMisspelling(folded(text), folded(name))) : [bare];
				const meanings = new Set(sure.map((name) => find(name)?.carrier));
				const [only, ...others] = meanings;
				// What a material of this name is depends on the firm's industry: nobody is led into another one's.
				return only === undefined || others.length > 0 || only.group === "process" ? "" : only.id;
			},
		};
	};
	return { find, within, meant, byId: (id) => ids.get(id) };
}

/** One letter wrong in a word that is long enough to be no other: 焦炭 and 焦煤 are two things. */
function isMisspelling(text: string, name: string): boolean {
	return name.length >= (/[^\x20-\x7e]/.test(name) ? 4 : 5) && distance(text, name) === 1;
}

const isEnergy: readonly CarrierGroup[] = ["fuel", "electricity", "heat"];

/** Words of letters hold each other (oil, boiler): a name of letters is one by itself. */
function holds(text: string, name: string): boolean {
	const at = text.indexOf(name);
	if (at < 0 || name.length < 2) return false;
	const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[a-z\d]/.test(letter);
	return !isLetter(name[0]) || !(isLetter(text[at - 1]) || isLetter(text[at + name.length]));
}

const totalBehind = /^(.+?)\s*(?:合计|小计|总计|合计量|sub-?total|total)$/;
const totalBefore = /^(?:sub-?total|total)(?: of)?\s+(.+)$/;

const lastBracket = /^(.*?)\s*\(([^()]*)\)$/;

/** What stands before a name in a list of items: 其中：无烟煤, # 褐煤, 1.烟煤, （2）电力, 一、煤炭. */
const marksBefore =
	/^(?:(?:\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))\s*(?=[^\d\s.]))?(?:(?:[#*·]|-(?=\D))\s*)*(?:(?:其中|of which)\s*[:,]?\s*)?(?:[#*·]\s*)*/;
