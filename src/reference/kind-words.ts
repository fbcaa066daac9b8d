/** Words of kind: what stands in brackets behind a name, is a name, or heads a column, and says which amount it is. */
import type { Use } from "../domain/words.ts";
import type { KindWordSeed } from "./seeds.ts";
import { folded } from "./spelling.ts";

/** What words say of an amount besides its carrier. */
export interface Said {
	/** What it was for; undefined where the words say nothing of it. */
	readonly use: Use | undefined;
	/** A carrier that is meant in place of the one named. */
	readonly carrier: string | undefined;
	/** The word that says that it is not this year's consumption; empty where none does. */
	readonly notConsumption: string;
	/** Made in the works, or bought; undefined where the words say neither. */
	readonly source: "own" | "bought" | undefined;
	/** An amount from January on. */
	readonly toDate: boolean;
	/** Words that change nothing, as they stand. */
	readonly leftOut: readonly string[];
	/** The grade, device or place: there may be several amounts that differ in nothing else. Empty where there is none. */
	readonly lot: string;
	/** What the amount is a part of another by: 其中：运输 says 运输. Empty where it is a whole. */
	readonly part: string;
	/** An amount in tonnes of coal equivalent, whatever its unit says. */
	readonly equivalent: boolean;
	/** The amount is a total of other rows of its carrier: 电力合计. */
	readonly total: boolean;
	/** A unit that stands in the name; empty where there is none. */
	readonly unit: string;
}

export const saysNothing: Said = {
	use: undefined,
	carrier: undefined,
	notConsumption: "",
	source: undefined,
	toDate: false,
	leftOut: [],
	lot: "",
	part: "",
	equivalent: false,
	total: false,
	unit: "",
};

/** What `其中：运输` or `#运输` is of which: 运输; undefined where a text says neither. */
export function ofWhich(text: string): string | undefined {
	const found = /^(?:(?:#+\s*)?(?:其中|of which)\s*[:,：]?|#+)\s*(.+)$/.exec(folded(text));
	return found === null ? undefined : (found[1] as string).trim();
}

export interface KindWords {
	/** What stands in brackets behind a name; undefined where any of it is not known. */
	readonly inBrackets: (text: string) => Said | undefined;
	/** A name of its own, such as 上网电量: which carrier it is, and what it says of it. */
	readonly byName: (text: string) => { readonly carrier: string; readonly said: Said } | undefined;
	/** The word in a column's name by which the column holds no consumption; empty where there is none. */
	readonly noConsumption: (header: string) => string;
	/** Whether a column is a part of the amount beside it: 工业生产消费 of 消费量. */
	readonly ofPart: (header: string) => boolean;
	/** Whether an indicator of the forms is none that an intensity is computed of: 出口交货值. */
	readonly notOutput: (indicator: string) => boolean;
	/** What a cell of a column that is not known says of its row: that its amount is none of the year, or was taken back. */
	readonly inCell: (text: string) => "not-consumption" | "reversal" | undefined;
	/** Whether a column counts rows or says when and by whom they were entered: it tells no amount from another. */
	readonly ofEntry: (header: string) => "count" | "made" | "";
	/** Whether a header word may be meant for another: not where it says itself that it is of something else. */
	readonly mayBeMisspelt: (header: string) => boolean;
}

export function indexKindWords(seeds: readonly KindWordSeed[], isUnit: (text: string) => boolean): KindWords {
	const of = (place: KindWordSeed["place"]): Kind[] =>
		seeds.filter((seed) => seed.place === place).map((seed) => ({ ...seed, matching: matcher(seed) }));
	const [brackets, names, columns, cells] = [of("bracket"), of("name"), of("column"), of("cell")];
	const indicators = of("indicator");
	const meaningOf = (piece: string): Said | undefined => {
		if (isUnit(piece)) return { ...saysNothing, unit: piece };
		for (const match of ["whole", "contains", "number", "ends"] as const)
			for (const seed of brackets) if (seed.match === match && seed.matching(piece) !== undefined) return said(seed, piece);
		return undefined;
	};
	const soldWords = brackets.filter(({ meaning }) => meaning === "sold").flatMap(({ words }) => words.map(folded));
	const passedOn = (part: string): boolean =>
		soldWords.some((word) => part === word || (/^[^\x20-\x7e]/.test(word) && part.startsWith(word)));
	const columnWord = (header: string, meaning: KindWordSeed["meaning"]): string => {
		const key = folded(header);
		for (const seed of columns) {
			const word = seed.meaning === meaning ? seed.matching(key) : undefined;
			if (word !== undefined) return word;
		}
		return "";
	};
	return {
		inBrackets: (text) => {
			const key = folded(text);
			const part = ofWhich(key);
			// 其中：转供外单位 was passed on, and is none of what was used.
			if (part !== undefined && passedOn(part)) return { ...saysNothing, use: "sold", lot: part };
			if (part !== undefined) return { ...saysNothing, part };
			const whole = meaningOf(key);
			if (whole !== undefined) return whole;
			const pieces = key.split(/[,;、/ ]+/).filter((piece) => piece !== "");
			if (pieces.length < 2) return undefined;
			const all = pieces.map(meaningOf);
			return all.every((one) => one !== undefined) ? all.reduce(both) : undefined;
		},
		byName: (text) => {
			const key = folded(text);
			const seed = names.find((one) => one.matching(key) !== undefined);
			if (seed === undefined) return undefined;
			const what = said({ ...seed, carrier: "" }, key);
			// 上网电量 and 外供电力 are two amounts sold, not one given twice.
			return { carrier: seed.carrier, said: what.use === undefined ? what : { ...what, lot: key } };
		},
		inCell: (text) => {
			const key = folded(text);
			const seed = cells.find((one) => one.matching(key) !== undefined);
			return seed?.meaning === "reversal" ? "reversal" : seed === undefined ? undefined : "not-consumption";
		},
		ofPart: (header) => columnWord(ofWhich(header) ?? header, "part") !== "",
		notOutput: (indicator) => {
			const key = folded(indicator);
			return indicators.some((seed) => seed.matching(key) !== undefined);
		},
		noConsumption: (header) => columnWord(header, "not-consumption"),
		ofEntry: (header) =>
			columnWord(header, "entry-count") !== "" ? "count" : columnWord(header, "entry-made") !== "" ? "made" : "",
		mayBeMisspelt: (header) =>
			(["not-consumption", "left-out", "entry-count", "entry-made", "part"] as const).every(
				(one) => columnWord(header, one) === "",
			),
	};
}

/** A seed, and which of its words a folded text is, holds or ends with; undefined where it is none. */
interface Kind extends KindWordSeed {
	readonly matching: (text: string) => string | undefined;
}

/** The words are read once, when the first text is asked about. */
function matcher({ match, words }: KindWordSeed): Kind["matching"] {
	let tests: readonly (readonly [word: string, test: (text: string) => boolean])[] | undefined;
	return (text) => {
		tests ??= words.map((word) => [word, testOf(match, folded(word))]);
		return tests.find(([, test]) => test(text))?.[0];
	};
}

function testOf(match: KindWordSeed["match"], word: string): (text: string) => boolean {
	if (match === "whole") return (text) => text === word;
	if (match === "ends") return (text) => text.endsWith(word) && text !== word;
	if (match === "number")
		return (text) =>
			text.endsWith(word) && /^[-+]?\d+(\.\d+)?([-~]\d+(\.\d+)?)?\s*$/.test(text.slice(0, text.length - word.length));
	// Letters hold each other (cash, ash): a word of letters is one by itself.
	if (!/^[a-z ]+$/.test(word)) return (text) => text.includes(word);
	const alone = new RegExp(`(?<![\\w-])${word}(?![\\w-])`);
	return (text) => alone.test(text);
}

function said({ meaning, carrier }: KindWordSeed, word: string): Said {
	switch (meaning) {
		case "sold":
		case "product":
		case "feedstock":
			return { ...saysNothing, use: meaning };
		case "carrier":
			return { ...saysNothing, carrier };
		case "not-consumption":
			return { ...saysNothing, notConsumption: word };
		case "own-made":
			return { ...saysNothing, source: "own", leftOut: [word] };
		case "bought":
			return { ...saysNothing, source: "bought", leftOut: [word] };
		case "to-date":
			return { ...saysNothing, toDate: true };
		case "total":
			return { ...saysNothing, total: true };
		case "equivalent":
			return { ...saysNothing, equivalent: true };
		case "reversal":
		case "left-out":
		case "entry-count":
		case "entry-made":
		case "part":
		case "not-output":
			return { ...saysNothing, leftOut: [word] };
		case "lot":
			return { ...saysNothing, leftOut: [word], lot: word };
	}
}

/** What two words say together. */
export function both(a: Said, b: Said): Said {
	return {
		use: a.use ?? b.use,
		carrier: a.carrier ?? b.carrier,
		notConsumption: a.notConsumption || b.notConsumption,
		source: a.source ?? b.source,
		toDate: a.toDate || b.toDate,
		leftOut: [...a.leftOut, ...b.leftOut],
		lot: [a.lot, b.lot].filter((one) => one !== "").join(" "),
		part: a.part || b.part,
		equivalent: a.equivalent || b.equivalent,
		total: a.total || b.total,
		unit: a.unit || b.unit,
	};
}
