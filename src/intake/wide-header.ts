/** A wide table's header: which columns are amounts, of what and in which unit, as their words say. */
import type { Carriers } from "../reference/carriers.ts";
import { folded, plain } from "../reference/spelling.ts";
import type { Units } from "../reference/units.ts";
import { readIndicator, readPrices } from "../reference/words.ts";

/** A column of amounts: `天然气(万立方米)`, `工业增加值(万元)`. */
export interface Amount {
	readonly index: number;
	/** The header word as it stands in the file. */
	readonly word: string;
	readonly kind: "energy" | "output";
	/** The carrier or the indicator, as the word names it. */
	readonly name: string;
	/** What the word says of prices; empty where it says nothing. */
	readonly prices: string;
	/** The unit in the word; empty where there is none. */
	readonly unit: string;
}

/** What people put behind the name of a carrier: 天然气用量 is an amount of 天然气. */
const amountWords = /(消费量|消耗量|使用量|耗用量|购入量|用量|耗量|consumption|use)$/;

/** Reads a header word as a column of amounts; undefined where it names neither a carrier nor an output. */
export function amountOf(
	word: string,
	index: number,
	{ carriers, units }: { readonly carriers: Carriers; readonly units: Units },
): Amount | undefined {
	const { bare, inBrackets } = unbracketed(plain(word));
	let unit = "";
	let prices = "";
	const rest: string[] = [];
	for (const piece of inBrackets) {
		if (unit === "" && units.find(piece) !== undefined) unit = piece;
		else if (prices === "" && isPrices(piece)) prices = piece;
		else rest.push(piece);
	}
	const name = rest.length === 0 ? bare : `${bare}(${rest.join(",")})`;
	const common = { index, word, prices, unit };
	const found = [name, name.replace(amountWords, "").trim()].find((text) => text !== "" && carriers.find(text) !== undefined);
	if (found !== undefined) return { ...common, kind: "energy", name: found };
	const indicated = readIndicator(name);
	// 产量 alone does not say of what.
	if (indicated === undefined || (indicated.indicator === "production" && indicated.product === "")) return undefined;
	return { ...common, kind: "output", name };
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
