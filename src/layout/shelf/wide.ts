/** One row for each firm and period, one column for each amount: what it is of stands in the column's word. */
import { type ColumnName, tableOf } from "../../contract/tables.ts";
import { isPartByName } from "../../reference/carriers.ts";
import { ofWhich } from "../../reference/kind-words.ts";
import { headerText } from "../../reference/spelling.ts";
import { type Amount, amountOf, unknownAmountOf } from "../amount.ts";
import type { Given } from "../caption.ts";
import type { HeaderReference, Layout } from "../layout.ts";
import { meaning } from "../meaning.ts";
import { datedWord } from "../period-column.ts";

export const wide: Layout = {
	id: "wide",
	recognise: (words, forced, reference, given) => {
		if (forced !== undefined && !tableOf(forced).form) return undefined;
		const amounts = amountsOf(words, reference, given);
		if (amounts.length === 0) return undefined;
		return { kind: forced ?? (amounts.some(({ kind }) => kind === "energy") ? "energy" : "output"), amounts };
	},
};

/**
 * The columns of amounts, where the words are those of a wide table: no column names carriers, indicators or quantities, some
 * column says when or who, and some amount has its unit, in its word or in a title. Otherwise none.
 */
function amountsOf(words: readonly string[], reference: HeaderReference, given: readonly Given[]): Amount[] {
	const { columns } = reference;
	const meanings = words.map((word) => meaning(word, "energy", columns)?.column ?? meaning(word, "output", columns)?.column);
	if (meanings.some((column) => column === "carrier" || column === "indicator" || column === "quantity")) return [];
	if (!meanings.some((column) => column !== undefined && wideKeys.includes(column))) return [];
	const dates = words.map((word) => datedWord(word));
	const plainWords = words.map((word, index) => dates[index]?.rest ?? word);
	const undated = byTimeOfUse(plainWords, reference);
	const whenStated = meanings.some((column) => column !== undefined && whenColumns.includes(column));
	// A year in a name beside a column of years is said twice: who reads it refuses it by name.
	const withPeriod = (amount: Amount): Amount => {
		const date = dates[amount.index];
		return date === undefined || whenStated ? amount : { ...amount, states: [...amount.states, ["period", date.period]] };
	};
	const amounts = undated.flatMap((word, index) =>
		word === "" || meanings[index] !== undefined ? [] : (amountOf(word, index, reference) ?? []),
	);
	const inTitle = given.some(({ column }) => column === "unit");
	if (!amounts.some(({ unit, kind }) => unit !== "" || (inTitle && kind === "output"))) return [];
	// Beside what is understood, a column with a unit holds an amount whoever knows its name.
	let whole = "";
	const knownAt = new Map(amounts.map((amount) => [amount.index, amount]));
	const all = undated.flatMap((word, index): Amount[] => {
		const known = knownAt.get(index);
		const own = known?.kind === "energy" ? reference.carriers.find(known.name)?.carrier : undefined;
		const part = whole !== "" && own !== undefined && ofWhich(word) !== undefined;
		if (known !== undefined && !(part && isPartByName(own))) {
			if (!part && known.kind === "energy") whole = known.name;
			return [known];
		}
		if (word === "" || meanings[index] !== undefined) return [];
		const unknown = unknownAmountOf(word, index, whole, reference);
		return unknown === undefined ? [] : [unknown];
	});
	return all.map(withPeriod);
}

const timeOfUse = /^(尖|峰|平|谷)(?:峰|段)?(?:时段)?(?:有功)?(?:用)?电量(?=$|\()/;

/** 峰电量 and 谷电量 of a bill: parts of the whole beside them, or together the whole where none is there. */
function byTimeOfUse(words: readonly string[], { carriers }: HeaderReference): string[] {
	const texts = words.map((word) => headerText(word).replace(/^(?:高峰|低谷)/, (both) => both.slice(1)));
	const whole = texts.some(
		(text) => !timeOfUse.test(text) && carriers.find(text.replace(/\([^()]*\)$/, ""))?.carrier.id === "electricity",
	);
	return words.map((word, index) =>
		timeOfUse.test(texts[index] as string)
			? (texts[index] as string).replace(timeOfUse, (_, part) => (whole ? `电力(其中:${part})` : `电力(${part}段)`))
			: word,
	);
}

const whenColumns: readonly ColumnName[] = ["period", "year", "month", "period_end"];

const wideKeys: readonly ColumnName[] = ["period", "year", "month", "period_end", "firm", "credit_code", "firm_name"];
