/** K-205: a year of round numbers: most of its months, as they are written, are multiples of 100 or of 1000. Worth a note. */
import { nearly } from "../../exact/exact.ts";
import { compare, type Ratio, times, whole } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, askEach, countLimit, nothing, ratioLimit, subjectOf } from "../asking.ts";
import { type History, slack } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const roundAmounts: FirmRule = {
	id: "K-205",
	code: "round-amounts",
	clears: (plain) => {
		const { energies, years, digits, places } = plain.numbers;
		const most = 12 * (1 - plain.limit("round-share")) + slack;
		for (let year = 0; year < energies * years; year += 1) {
			let others = 0;
			for (let at = year * 12; at < year * 12 + 12 && others <= most; at += 1) {
				const hundreds = (digits[at] as number) / (hundred[places[at] as number] as number);
				if (hundreds !== Math.floor(hundreds)) others += 1;
			}
			if (others <= most) return false;
		}
		return true;
	},
	judge: (one) => {
		const fewest = countLimit(one.limit, "history-months");
		const share = ratioLimit(one.limit, "round-share");
		return askEach(one, fewest, (series, history) => roundYears(one, series, history, fewest, share));
	},
};

/** One hundred in digits of which so many stand behind the point. */
const hundred: readonly number[] = Array.from({ length: 21 }, (_, places) => 10 ** (places + 2));

function roundYears(
	one: FirmCase,
	{ steps, carrier, use }: Series,
	{ sizes }: History,
	fewest: number,
	share: Ratio,
): readonly Suspicion[] {
	const others = 12 * (1 - nearly(one.limit("round-share"))) + slack;
	let found: Suspicion[] | undefined;
	for (let start = 0, end = 0; start < steps.length; start = end) {
		const first = steps[start] as Step;
		let months = 0;
		let hundreds = 0;
		let thousands = 0;
		for (end = start; end < steps.length && (steps[end] as Step).year === first.year; end += 1) {
			// A year with so many others can have no such share, and is looked through no further.
			if (sizes[end] === 0 || months - hundreds > others) continue;
			months += 1;
			const zeros = zerosOf(steps[end] as Step);
			if (zeros >= 2) hundreds += 1;
			if (zeros >= 3) thousands += 1;
		}
		const most = (count: number): boolean => compare(whole(count), times(share, whole(months))) >= 0;
		if (months < fewest || hundreds === 0 || !most(hundreds)) continue;
		const multiple = most(thousands) ? "1000" : "100";
		const round = multiple === "100" ? hundreds : thousands;
		const about = remark("round-amounts", { what: subjectOf({ carrier, use }), multiple, round, months });
		found ??= [];
		found.push({ finding: aboutMonth(one, first, about), year: first.year, impact: null });
	}
	return found ?? nothing;
}

/** Zeros before the point at the end of a month's amounts; the fewest of its lots. */
function zerosOf({ plain, entry, lots }: Step): number {
	if (plain) return zerosWritten(entry.text);
	let fewest = Number.POSITIVE_INFINITY;
	for (const { entry } of lots) fewest = Math.min(fewest, zerosWritten(entry.text));
	return fewest;
}

/** Nearly all amounts end in another digit, and are looked at no further. */
function zerosWritten(text: string): number {
	if (!text.endsWith("0")) return 0;
	const [, zeros = ""] = /^\D*[1-9][\d,]*?((?:,?0)+)(?:\.0+)?$/.exec(text.trim()) ?? [];
	return zeros.replaceAll(",", "").length;
}
