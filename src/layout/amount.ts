/** Columns that each hold an amount: of what and in which unit, as their words say; and the long header each would have. */
import type { ColumnName } from "../contract/tables.ts";
import type { Carriers } from "../reference/carriers.ts";
import { type KindWords, ofWhich } from "../reference/kind-words.ts";
import { folded, headerText } from "../reference/spelling.ts";
import type { Units } from "../reference/units.ts";
import { readIndicator, readPlanAmount, readPrices } from "../reference/words.ts";
import { type Aspect, aspectOf } from "./aspect.ts";

/** A column of amounts: `天然气(万立方米)`, `工业增加值(万元)`. */
export interface Amount {
	readonly index: number;
	/** The header word as it stands in the file. */
	readonly word: string;
	readonly kind: "energy" | "output";
	/** The carrier or the indicator, as the word names it. */
	readonly name: string;
	/** What the word says in place of columns, read as cells behind those of each row: carrier, indicator, prices. */
	readonly states: readonly (readonly [ColumnName, string])[];
	/** The unit in the word; empty where there is none. */
	readonly unit: string;
	/** The amounts run from January on: `烟煤(累计)(吨)`. */
	readonly toDate: boolean;
	/** The cells are totals of the row's other amounts: compared with them, never one more. */
	readonly total?: true;
}

/** What people put behind the name of a carrier: 天然气用量 is an amount of 天然气. */
const amountWords = /(消费量|消耗量|使用量|耗用量|购入量|用量|耗量|consumption|use)$/;

/** 电力折标煤 is power in coal equivalent. */
const equivalentWords = /(?<=.)(?:折算)?(折标准?煤|折标|标准煤|标煤)(?:消费)?量?$/;

/** Reads a header word as a column of amounts; undefined where it names neither a carrier nor an output. */
export function amountOf(
	word: string,
	index: number,
	{ carriers, units }: { readonly carriers: Carriers; readonly units: Units },
): Amount | undefined {
	const aspect = aspectOf(word);
	const said = aspect?.aspect === "to-date" || aspect?.aspect === "month" ? aspect : undefined;
	const { bare, inBrackets } = unbracketed(said === undefined ? headerText(word) : said.rest);
	let unit = "";
	let prices = "";
	const rest: string[] = [];
	for (const piece of inBrackets) {
		const own = piece.replace(perYear, "");
		if (unit === "" && units.find(own) !== undefined) unit = own;
		else if (prices === "" && isPrices(piece)) prices = piece;
		else rest.push(piece);
	}
	let name = rest.length === 0 ? bare : `${bare}(${rest.join(",")})`;
	const carrierIn = (text: string): string | undefined =>
		[text, text.replace(amountWords, "").trim(), text.replace(equivalentWords, "($1)"), text.replaceAll("_", " ")].find(
			(one) => one !== "" && carriers.find(one) !== undefined,
		);
	let found = carrierIn(name);
	if (found === undefined && unit === "" && rest.length === 0) {
		const parts = unitBehind(bare, units, (head) => carrierIn(head) !== undefined || readIndicator(head) !== undefined);
		if (parts !== undefined) {
			[name, unit] = parts;
			found = carrierIn(name);
		}
	}
	const metered = found === undefined && rest.length === 0 ? kilowattHours(bare, unit, units) : undefined;
	if (metered !== undefined) {
		unit = metered;
		found = usedPower;
	}
	const [unknown] = rest;
	if (found === undefined && unit === "" && rest.length === 1 && unknown !== undefined && !ratio.test(unknown)) {
		// 柴油(某某): a carrier and what nobody knows as a unit; whoever reads an amount says so.
		found = carrierIn(bare);
		if (found !== undefined) unit = unknown;
	}
	const common = { index, word, unit, toDate: aspect?.aspect === "to-date" };
	if (found !== undefined) return { ...common, kind: "energy", name: found, states: [["carrier", found]] };
	const indicated = readIndicator(name);
	// 取水量 says of what it is; without a unit it may be anything of the water.
	if (indicated === undefined && unit !== "" && readPlanAmount(name) !== undefined)
		return { ...common, kind: "output", name, states: [["indicator", name]] };
	// 产量 alone does not say of what.
	if (indicated === undefined || (indicated.indicator === "production" && indicated.product === "")) return undefined;
	return {
		...common,
		kind: "output",
		name,
		states: [
			// Prices in the word stand behind the indicator, too: a column of prices must agree with them.
			["indicator", prices === "" ? name : `${name}(${prices})`],
			["prices", prices],
		],
	};
}

/** What is used in kilowatt-hours, without a name, is power; it may hold some of the works' own. */
const usedPower = "用电量";
const usedWord = /^(?:(?:active |total )?(?:energy )?(?:use|used|usage|consumed|consumption))$/i;

/** The unit of power in `kWh consumed`, `Usage (kWh)`, `Usage kWh`; undefined where the word is of something else. */
function kilowattHours(bare: string, unit: string, units: Units): string | undefined {
	const isPower = (one: string): boolean => units.find(one)?.dimension === "electricity";
	if (unit !== "") return isPower(unit) && usedWord.test(bare) ? unit : undefined;
	const [first = "", ...others] = bare.split(/[ _]+/);
	if (isPower(first) && usedWord.test(others.join(" "))) return first;
	const last = others.at(-1) ?? "";
	return isPower(last) && usedWord.test([first, ...others.slice(0, -1)].join(" ")) ? last : undefined;
}

/** A year's amount in a year: 吨/年. */
const perYear = /\s*\/\s*(?:年|a|yr|year)$/i;
/** What is no unit of an amount: shares, prices, contents. */
const ratio = /[%‰/]|元|yuan|cny|rmb|¥/i;
const separators = /^[\s,:_/-]+|[\s,:_/-]+$/g;

/**
 * A unit behind the name without brackets: `天然气 万立方米`, `烟煤/吨`, `烟煤_t`, `用电量万千瓦时`. Letters behind letters are a unit only
 * behind a mark. Undefined where no such name and unit are there.
 */
function unitBehind(
	text: string,
	units: Units,
	named: (head: string) => boolean,
): readonly [name: string, unit: string] | undefined {
	if (text.length > longestName) return undefined;
	for (let at = 1; at < text.length; at++) {
		if (/[\w^]/.test(text[at] as string) && /[\w^]/.test(text[at - 1] as string) && text[at - 1] !== "_") continue;
		const unit = text.slice(at).replace(separators, "");
		const head = text.slice(0, at).replace(separators, "");
		if (unit !== "" && units.find(unit) !== undefined && named(head)) return [head, unit];
	}
	return undefined;
}

/** Longer words are no names with a unit, and are not taken apart. */
const longestName = 80;

/** Units that amounts of energy may have: a column that has one and is not understood holds amounts that nobody counts. */
const amountDimensions: ReadonlySet<string> = new Set(["mass", "gas-volume", "energy", "electricity", "volume", "liquid-volume"]);

/** Amounts beside the one that counts. */
const beside: readonly Aspect[] = ["last-year", "plan", "change", "money", "equivalent"];

/**
 * Reads a header word that names nothing known as a column of amounts, where it has a unit of energy, mass or volume, or a
 * carrier's name among other words, and does not say that it is no consumption. `whole` is the carrier of the column before it, which it may be a part of.
 */
export function unknownAmountOf(
	word: string,
	index: number,
	whole: string,
	{ carriers, units, kindWords }: { readonly carriers: Carriers; readonly units: Units; readonly kindWords: KindWords },
): Amount | undefined {
	const { bare, inBrackets } = unbracketed(headerText(word));
	const isAmount = (piece: string): boolean => amountDimensions.has(units.find(piece.replace(perYear, ""))?.dimension ?? "");
	// 燃煤_吨: the unit behind a mark.
	const behind = bare.split(/[\s,:_/]+/).at(-1) as string;
	const stated = inBrackets.find(isAmount) ?? (behind !== bare && isAmount(behind) ? behind : undefined);
	const part = ofWhich(bare);
	if (part === undefined && kindWords.noConsumption(word) !== "") return undefined;
	// Without a unit, what names a carrier in other words may be an amount of it, unless it says that it is another thing.
	const aspect = aspectOf(word)?.aspect;
	const other = aspect !== undefined && beside.includes(aspect);
	if (stated === undefined && (other || inBrackets.some((piece) => ratio.test(piece)) || !carriers.within(bare)))
		return undefined;
	const unit = stated ?? "";
	const rest = inBrackets.filter((piece) => piece !== unit);
	const named = rest.length === 0 ? bare : `${bare}(${rest.join(",")})`;
	const name = part !== undefined && whole !== "" ? `${whole}(其中:${part})` : named;
	return { index, word, unit, kind: "energy", name, states: [["carrier", name]], toDate: aspectOf(word)?.aspect === "to-date" };
}

function isPrices(text: string): boolean {
	const read = readPrices(text, 0);
	return read !== undefined && read.prices !== "unstated";
}

const lastBrackets = /^(.+?)\s*[([]([^()[\]]*)[)\]]$/;

/** `工业总产值(现价)(万元)`: what stands before the brackets, and what in them, cut at commas. */
function unbracketed(word: string): { readonly bare: string; readonly inBrackets: string[] } {
	const inBrackets: string[] = [];
	let bare = word;
	for (let parts = lastBrackets.exec(bare); parts !== null; parts = lastBrackets.exec(bare)) {
		bare = (parts[1] as string).trim();
		inBrackets.unshift(...(parts[2] as string).split(/[,;、]/).map((piece) => piece.trim()));
	}
	// A unit may stand behind a comma or a slash instead: 电力,万千瓦时.
	const behind = /^(.+?)[,:]\s*(.+)$/.exec(bare);
	if (inBrackets.length === 0 && behind !== null) return { bare: behind[1] as string, inBrackets: [behind[2] as string] };
	return { bare, inBrackets: inBrackets.filter((piece) => folded(piece) !== "") };
}
