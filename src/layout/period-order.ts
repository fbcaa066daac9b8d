/** What is odd about the periods of columns: years that a carrier has and another lacks, months that are not in order. */
import { obtain } from "../domain/obtain.ts";
import { readStamp } from "../domain/period.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Amount } from "./amount.ts";

/** Remarks on the columns of amounts that state a period, each with the header word it concerns. */
export function periodRemarks(amounts: readonly Amount[]): { about: Remark; word: string }[] {
	const dated = amounts.flatMap((amount) => {
		const period = amount.states.find(([column]) => column === "period" || column === "month")?.[1];
		return period === undefined || amount.total === true ? [] : [{ amount, period }];
	});
	return [...outOfOrder(dated), ...uneven(dated)];
}

interface Dated {
	readonly amount: Amount;
	readonly period: string;
}

/** Columns of one carrier that run neither forwards nor backwards: two words may have changed places. */
function outOfOrder(dated: readonly Dated[]): { about: Remark; word: string }[] {
	const across = dated.filter(({ amount }) => amount.name === "");
	const codes = across.flatMap(({ period }) => {
		const read = readStamp(/^\d{1,2}月/.test(period) ? `2000年${period}` : period)?.period;
		return read === undefined ? [] : [read.year * 10_000 + read.to * 100 + (12 - read.from)];
	});
	const steps = codes.slice(1).map((code, index) => Math.sign(code - (codes[index] as number)));
	if (steps.every((step) => step >= 0) || steps.every((step) => step <= 0)) return [];
	const at = steps.indexOf(-(steps[0] === 0 ? 1 : (steps[0] as number)));
	return [{ about: remark("periods-out-of-order", {}), word: across[at + 1]?.amount.word ?? "" }];
}

/** 2022年烟煤, 2023年烟煤, 2022年电力: a column of 2023 is missing, or its word says another year. */
function uneven(dated: readonly Dated[]): { about: Remark; word: string }[] {
	const named = dated.filter(({ amount }) => amount.name !== "");
	const all = [...new Set(named.map(({ period }) => period))];
	return byName(named).flatMap((own) => {
		const missing = all.filter((period) => !own.some((one) => one.period === period));
		const [first] = own;
		return missing.length === 0 || first === undefined
			? []
			: [{ about: remark("uneven-periods", { missing }), word: first.amount.word }];
	});
}

function byName(dated: readonly Dated[]): Dated[][] {
	const groups = new Map<string, Dated[]>();
	for (const one of dated) obtain(groups, one.amount.name, () => []).push(one);
	return [...groups.values()];
}
