/** What findings of several chapters say in English, in the same words. */
import type { Amount, Row, Subject } from "../../../findings/finding.ts";
import { amountText, rowText } from "../../amounts.ts";
import type { Naming, Sentence } from "../../language.ts";
import { list } from "../pieces.ts";

export const say = (message: string, remedy: string): Sentence => ({ message, remedy });

export const orNone = (items: readonly string[], before: string): string => (items.length === 0 ? "" : `${before}${list(items)}`);

/** A guess at the end of a message that has no full stop. */
export const orNear = (items: readonly string[]): string =>
	items.length === 0 ? "" : `; did you mean ${items.map((item) => `'${item}'`).join(" or ")}?`;

/** `1200 × 10^4 kWh`: two numbers side by side would be none. */
export const amount = (one: Amount): string => amountText(one, (symbol) => (symbol.startsWith("10^") ? `× ${symbol}` : symbol));

export const rowList = (rows: readonly Row[]): string => list(rows.map(rowText));

export const shown = (text: string): string => (text === "" ? "(blank)" : `'${text}'`);

/** What amounts are about: `coke`, `electricity (sold)`, `value_added (constant-2020)`. */
export function subject(what: Subject, naming: Naming): string {
	switch (what.of) {
		case "carrier":
			return what.use === "consumed" ? naming.carrier(what.carrier) : `${naming.carrier(what.carrier)} (${what.use})`;
		case "indicator":
			return what.prices === "unstated" ? what.indicator : `${what.indicator} (${what.prices})`;
		case "all-energy":
			return "energy";
		case "column":
			return what.year === "" ? what.column : `${what.column} ${what.year}`;
	}
}
