/** What an energy row is an amount of: the carrier its name and the words beside it mean, and the row above that 其中 is part of. */
import { type Remark, remark } from "../../findings/finding.ts";
import { columnReader, remembering } from "../../layout/cells.ts";
import type { Role } from "../../ledger/ledger.ts";
import { type Carrier, type Carriers, isPartByName, noCarrier, type Recognised } from "../../reference/carriers.ts";
import { both, ofWhich, type Said, saysNothing } from "../../reference/kind-words.ts";
import { folded } from "../../reference/spelling.ts";
import { isCoalEquivalent, type Unit } from "../../reference/units.ts";
import { readSource } from "../../reference/words.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import { rowWordsReader } from "../row-words.ts";

export interface NamedCarrier extends Recognised {
	/** What the ledger keys by: the carrier the row names, even where it is mapped to another. */
	readonly key: string;
	readonly mapped: Carrier | undefined;
	/** Of what a works can make itself, where the text says it comes from. */
	readonly source: ReturnType<typeof readSource>;
}

export interface CarrierReader {
	/** The carrier of a row of a firm; `alone` where the row is part of another and none stands above that it can be part of. */
	readonly read: (cells: readonly string[], firm: string | undefined) => NamedCarrier | "alone" | undefined;
	/** Why a row of a carrier is no amount that counts; `known` where that was told of the same word before. */
	readonly notCounted: (found: NamedCarrier, text: string) => Remark | "known" | undefined;
	/** Notes how a carrier was understood; `factored` where its row states its own factor. */
	readonly note: (found: NamedCarrier, text: string, factored: boolean) => void;
}

/** `first` says whether a word is met for the first time in the table; in a wide table the carrier stands in the header. */
export function carrierReader(
	context: TableContext,
	remarks: RowRemarks,
	inHeader: boolean,
	first: (word: string) => boolean,
): CarrierReader {
	const { reference, header, choices } = context;
	const { carriers } = reference;
	const textOf = columnReader(header, "carrier");
	const rowWords = context.rowWords ?? rowWordsReader(header, reference.kindWords);
	const kinds = new Set(
		reference.seeds.families.filter(({ parent }) => carriers.byId(parent)?.group !== "total").flatMap(({ children }) => children),
	);
	/** The last row that is no part of another. */
	let above: { readonly firm: string | undefined; readonly text: string; readonly carrier: Carrier } | undefined;

	const resolve = remembering((text: string): NamedCarrier | undefined => {
		const found = carriers.find(text);
		const key = found?.carrier.id ?? folded(text);
		const mapped = choices.mappings.get(key);
		const carrier = mapped ?? found?.carrier;
		if (carrier === undefined) return undefined;
		const said = found?.said ?? saysNothing;
		// What was sold (上网电量) is neither bought nor own-made.
		const source =
			said.use === undefined && canBeMade(carrier, reference.madeFrom(carrier.id))
				? (said.source ?? readSource(said.part === "" ? text : said.part))
				: undefined;
		return { warned: false, readAs: false, ...found, said, carrier, key, mapped, source };
	});

	return { read, notCounted, note };

	function read(cells: readonly string[], firm: string | undefined): NamedCarrier | "alone" | undefined {
		const text = textOf(cells);
		const part = partOfAbove(text, firm);
		const named = text.trim() === "" || part === "alone" ? undefined : (part ?? resolve(text));
		const words = named === undefined ? undefined : rowWords(cells);
		const found = named === undefined || words === undefined ? named : withWords(named, words.said);
		if (words?.unclear !== undefined) remarks.note(words.unclear, inHeader ? "quantity" : "carrier", text);
		if (ofWhich(text) === undefined)
			above = found === undefined || found.said.part !== "" ? undefined : { firm, text, carrier: found.carrier };
		return part === "alone" ? "alone" : found;
	}

	/**
	 * 其中：运输 is a part of what the row above is of; undefined where the row has an amount of its own, `alone` where nothing
	 * stands above that it can be part of.
	 */
	function partOfAbove(text: string, firm: string | undefined): NamedCarrier | "alone" | undefined {
		const part = ofWhich(text);
		if (part === undefined) return undefined;
		const own = resolve(text)?.carrier;
		// 其中：无烟煤 is an item of the forms, with an account of its own wherever it stands.
		if (own !== undefined && kinds.has(own.id)) return undefined;
		if (above === undefined || above.firm !== firm) return "alone";
		// Of a total of all energy each carrier is a part, and an amount.
		if (own !== undefined && above.carrier.group === "total") return undefined;
		const same = own !== undefined && own.id === above.carrier.id;
		if (own !== undefined && !same && !isPartByName(own)) return undefined;
		if (own !== undefined && own.group !== above.carrier.group) return "alone";
		return resolve(`${above.text}(其中:${part})`) ?? "alone";
	}

	function notCounted({ carrier, said }: NamedCarrier, text: string): Remark | "known" | undefined {
		if (said.notConsumption !== "")
			return inHeader && !first(text) ? "known" : remark("not-consumption", { word: said.notConsumption });
		if (carrier.group !== "medium") return undefined;
		return first(text) ? remark("without-emissions", { asked: carrier.id === noCarrier.id }) : "known";
	}

	function note({ carrier, warned, readAs, mapped, source }: NamedCarrier, text: string, factored: boolean): void {
		if (mapped !== undefined) remarks.note(remark("carrier-mapped", { carrier: carrier.id }), "carrier", text);
		// Where an amount comes from is understood, brackets and all.
		else if (readAs && source === undefined && first(text))
			remarks.note(remark("carrier-read-as", { carrier: carrier.id }), "carrier", text);
		if (warned) remarks.note(remark("may-include-own-generation", { carrier: carrier.id }), "carrier", text);
		const refusal = carrier.process?.refusal;
		if (refusal === "not-co2") remarks.note(remark("not-co2", { material: carrier.id }), "carrier", text);
		if (refusal === "needs-more" && !factored)
			remarks.note(remark("needs-more", { material: carrier.id, formula: carrier.process?.formula ?? "" }), "carrier", text);
	}
}

/** What the amount is beside plain ones of its carrier. */
export function roleOf({ said: { part, lot, equivalent }, source }: NamedCarrier, unit: Unit): Role {
	// 其中：外购 decides what counts of the whole above it; any other part is compared with it.
	if (part !== "") return source === "bought" ? "bought" : `part:${part}`;
	if (equivalent || isCoalEquivalent(unit)) return "equivalent";
	if (source === "bought") return "bought";
	return lot === "" ? "" : `lot:${lot}`;
}

/** Coal equivalents and parts repeat the amount beside them: blank, they leave out nothing that the year lacks. */
export function isCompared(role: Role): boolean {
	return role === "equivalent" || role.startsWith("part:");
}

/** Why a text names no carrier. */
export function unknownCarrier(text: string, carriers: Carriers): Remark {
	return text.trim() === "" ? remark("missing-cell", { what: "carrier" }) : remark("unknown-carrier", carriers.meant(text));
}

/** The carrier as words in other columns of the row qualify it. */
function withWords(named: NamedCarrier, words: Said): NamedCarrier {
	return { ...named, said: both(named.said, words), source: named.source ?? words.source };
}

/** A works generates power, raises steam and makes coke; it buys its green power, and its own solar power has a name. */
function canBeMade({ id, group }: Carrier, madeFrom: readonly string[]): boolean {
	return id === "electricity" || group === "heat" || madeFrom.length > 0;
}
