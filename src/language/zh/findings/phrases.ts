/** What findings of several chapters say in Chinese, in the same words. */
import { planAmounts } from "../../../domain/words.ts";
import type { Amount, Row, Subject } from "../../../findings/finding.ts";
import { amountText, rowText } from "../../amounts.ts";
import type { Naming, Sentence } from "../../language.ts";
import { columnTitle } from "../columns.ts";
import { list } from "../pieces.ts";
import { unitName } from "../units.ts";
import { words } from "../words.ts";

export const say = (message: string, remedy: string): Sentence => ({ message, remedy });

export const amount = (one: Amount): string => amountText(one, unitName);

/** A number that was computed, with its unit: 0.35吨. */
export const counted = (value: string, unit: string): string => amount({ exact: null, unit, shown: { value, unit } });

export const unique = (items: readonly string[]): string[] => [...new Set(items)];

export const columns = (ids: readonly string[]): string => list(ids.map((id) => columnTitle(id)));

export const rowsOf = (rows: readonly Row[]): string => `（${list(rows.map(rowText))}）`;

/** A carrier by its name, with the id that options and tables take: 烟煤（bituminous-coal）. */
export function carrierTitle(id: string, naming: Naming): string {
	const name = naming.carrier(id);
	return name === id ? id : `${name}（${id}）`;
}

/** What a target is of: 用水量 is an indicator, and so is 二氧化碳; what is none of them stays. */
/** What a firm claims: 碳排放总量. A word that is no metric stays as it is. */
export function claimMetricName(what: string): string {
	return (words.claimMetrics as Readonly<Record<string, string>>)[what] ?? what;
}

/** The same with the word that tables take: 范围二排放（scope2）. */
export function claimMetricTitle(what: string): string {
	const name = claimMetricName(what);
	return name === what ? what : `${name}（${what}）`;
}

export function goalName(what: string): string {
	if (what === "co2") return "二氧化碳";
	if (what === "energy") return "能耗";
	const planned = planAmounts.find((one) => one === what);
	return planned === undefined ? what : words.indicators[planned];
}

/** What amounts are about: 焦炭, 电力（外销）, 工业增加值（2020年不变价）. */
export function subject(what: Subject, naming: Naming): string {
	switch (what.of) {
		case "carrier": {
			const name = naming.carrier(what.carrier);
			return what.use === "consumed" ? name : `${name}（${words.uses[what.use]}）`;
		}
		case "indicator": {
			const name = words.indicators[what.indicator];
			return what.prices === "unstated" ? name : `${name}（${words.prices(what.prices)}）`;
		}
		case "all-energy":
			return "能源数据";
		case "column":
			return what.year === "" ? columnTitle(what.column) : `${what.year}年${columnTitle(what.column)}`;
	}
}
