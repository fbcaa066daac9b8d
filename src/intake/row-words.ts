/**
 * Words beside an amount, in a column that the table does not have or among the notes, which say that it is another amount than
 * the row's own: 上年同期, 库存, 外销. Source: the reading rules of this tool, words of total and of kind.
 */
import { without } from "../domain/without.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { remembering } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { both, type KindWords, type Said, saysNothing } from "../reference/kind-words.ts";

export interface RowWords {
	readonly said: Said;
	/** Why nobody knows what the row's amount is: a reversal is written with a sign, or without. */
	readonly unclear: Remark | undefined;
}

/** Longer cells are prose, and prose may say the opposite. */
const longest = 12;
const denies = /无|不|非|未|除|扣|含|调|已|\b(?:no|not|without|excl|incl|less)/i;
const letters = /[^\d\s.,%/:-]/;
/** Columns of where an amount comes from or is proved by: 购进 or 库存 there says nothing against it being used. */
const ofOrigin = /来源|出处|依据|凭证|单据|渠道|方式|source|origin|basis|document/i;
/** The same words in a note: what was bought or lay in stock may have been used. */
const ofSupply = /库存|购进|产量|产出|stock|produc/i;

/** What stands where a place should, and is made from the rows of places. */
const ofPlaces = /^(?:[月日年]?(?:平均|均)[值数量]?|增减[额量数率%]?|同比|环比|差[额异]|average|mean|difference|change)$/i;

/** What the words of a row say besides its own cells; undefined where they say nothing, which is almost always. */
export function rowWordsReader(header: Header, kindWords: KindWords): (cells: readonly string[]) => RowWords | undefined {
	const note = header.at.get("note");
	const unread = header.unread.filter((index) => header.words[index] !== "");
	const origins = unread.filter((index) => ofOrigin.test(header.words[index] as string));
	const others = without(unread, origins);
	const meaning = (text: string, counts: (said: Said) => Said | undefined): Said | undefined => {
		const word = text.trim();
		if (word === "" || word.length > longest || !letters.test(word) || denies.test(word)) return undefined;
		const said = kindWords.inBrackets(word);
		return said === undefined ? undefined : counts(said);
	};
	const inOther = remembering((text: string): RowWords | undefined => {
		const word = text.trim();
		const cell = word.length > longest ? undefined : kindWords.inCell(word);
		if (cell === "reversal") {
			const unclear = remark("word-against-column", { inName: header.words[others[0] as number] ?? "", inColumn: word });
			return { said: saysNothing, unclear };
		}
		return plain(cell === undefined ? meaning(text, ofColumn) : { ...saysNothing, notConsumption: word });
	});
	const inOrigin = remembering((text: string) => plain(meaning(text, ofOriginColumn)));
	const inNote = remembering((text: string): RowWords | undefined => {
		const word = text.trim();
		const cell = word.length > longest || ofSupply.test(word) ? undefined : kindWords.inCell(word);
		return plain(cell === "not-consumption" ? { ...saysNothing, notConsumption: word } : meaning(text, ofNote));
	});
	/** Where the place should stand: 上年数 below the works is a row of another year. */
	const site = header.at.get("site");
	const inSite = remembering((text: string): RowWords | undefined => {
		const word = text.trim();
		const isOther = ofPlaces.test(word) || (word.length <= longest && kindWords.inCell(word) === "not-consumption");
		return plain(isOther ? { ...saysNothing, notConsumption: word } : undefined);
	});
	if (unread.length === 0 && note === undefined && site === undefined) return () => undefined;
	return (cells) => {
		let all: RowWords | undefined;
		const add = (words: RowWords | undefined): void => {
			if (words === undefined) return;
			all = all === undefined ? words : { said: both(all.said, words.said), unclear: all.unclear ?? words.unclear };
		};
		for (const index of others) add(inOther(cells[index] ?? ""));
		for (const index of origins) add(inOrigin(cells[index] ?? ""));
		if (note !== undefined) add(inNote(cells[note] ?? ""));
		if (site !== undefined) add(inSite(cells[site] ?? ""));
		return all;
	};
}

const plain = (said: Said | undefined): RowWords | undefined => (said === undefined ? undefined : { said, unclear: undefined });

/** A note that is one such word: the amount was sold, or runs from January on. What is no consumption is said by whole words alone. */
function ofNote({ use, toDate }: Said): Said | undefined {
	const sold = use === "sold";
	return sold || toDate ? { ...saysNothing, toDate, ...(sold ? { use } : {}) } : undefined;
}

function ofOriginColumn({ source }: Said): Said | undefined {
	return source === "own" ? { ...saysNothing, source } : undefined;
}

/**
 * A column that tells amounts apart says also of which device or grade one is. What was bought is not asked here: a word in some
 * of the rows would make the others the whole that it is a part of; nor words that only hold one of no consumption (购进台账).
 */
function ofColumn(said: Said): Said | undefined {
	if (said.notConsumption !== "") return undefined;
	const use = said.use === "product" ? undefined : said.use;
	const source = said.source === "own" ? said.source : undefined;
	const { toDate, equivalent, lot } = said;
	if (use === undefined && source === undefined && !toDate && !equivalent && lot === "") return undefined;
	return { ...saysNothing, toDate, equivalent, lot, use, source };
}
