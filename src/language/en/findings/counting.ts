/** In English: findings about what is counted, what counts twice and what is missing. */
import type { Amount, Subject } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { amount, rowList, say, shown, subject } from "./phrases.ts";

/** The narrowest form of the option that says that no entry means no use. */
const absentIsZero = (what: Subject): string => `--absent-is-zero${what.of === "carrier" ? `=${what.carrier}` : ""}`;

/** What speaks for amounts to date. */
const evidences = {
	level: "the level of another year says so",
	fall: "each year starts anew, low",
	contrast: "another series of the year stands still",
} as const;

export const counting: ChapterSentences<"counting"> = {
	"parent-and-kinds": ({ what, counted, kinds, parts, amount: shown }, _, naming) =>
		say(
			`${subject(what, naming)}: ${
				counted === "kinds"
					? `its kinds (${list([...kinds.map((one) => naming.carrier(one)), ...parts])}) add up to it and count in its place`
					: counted === "rest"
						? `beside its kinds (${list([...kinds.map((one) => naming.carrier(one)), ...parts])}) the rest${shown === null ? "" : ` of ${amount(shown)}`} counts as --map says`
						: `it counts, and what is part of it (${list([...kinds.map((one) => naming.carrier(one)), ...parts])}) does not count once more`
			}`,
			"Nothing, if these are kinds or parts of it.",
		),
	"kinds-against-parent": ({ what, more, given, together, difference, kinds, parts, name }, _, naming) =>
		say(
			`${subject(what, naming)}: its kinds (${list([...kinds.map((one) => naming.carrier(one)), ...parts])}) ${
				more ? "come to more than it" : "come to less than it"
			}${given === null || together === null || difference === null ? "" : `, ${amount(together)} against ${amount(given)}, by ${amount(difference)}`}${more ? "" : "; which kind the rest is, is not known"}`,
			more
				? "Correct the amounts; the firm-year is withheld."
				: `Add the missing kind, or say which it is, such as --map '${name ?? ""}=bituminous-coal'; the firm-year is withheld.`,
		),
	"coal-equivalent-left-out": ({ what }, _, naming) =>
		say(`${subject(what, naming)}: its tonnes of coal equivalent repeat the amount beside them and are not counted`, "Nothing."),
	"coal-equivalent-differs": ({ what, converted, given }, _, naming) =>
		say(
			`${subject(what, naming)}: ${amount(given)} are given, but its own amount converts to ${amount(converted)}; the latter's amount counts`,
			"Compare both with the meter or the bill.",
		),
	"coal-equivalent-total-differs": ({ word, printed, summed, apart }) =>
		say(
			`'${word}' is ${amount(printed)}, but the amounts and coefficients of the table come to ${amount(summed)}: a difference of ${amount(apart)}`,
			"Correct the amount, the coefficient or the total that is wrong; the total itself is not counted.",
		),
	"total-counted": ({ what, word }, _, naming) =>
		say(`${subject(what, naming)}: '${word}' is its only row and is counted`, "See that no rows of parts are missing."),
	"total-left-out": ({ what, word, compared }, _, naming) =>
		say(
			`${subject(what, naming)}: the rows of '${word}' are totals of other rows${compared ? ", and agree with them" : ""}; they are not counted`,
			"Nothing.",
		),
	"unnamed-total": ({ what, place, amount: of }, _, naming) =>
		say(
			`${subject(what, naming)}: '${place}' has ${amount(of)}, just what the firm's other sites have together: a total that is not called one`,
			"Write 'total' for its name or delete the row; the firm-year is withheld until then. A works of its own: --add-repeats.",
		),
	"may-be-total": ({ what, place, amount: of }, _, naming) =>
		say(
			`${subject(what, naming)}: '${place}' has ${amount(of)}, what the firm's other sites have together; it may be their total, and is counted`,
			"If it is, write 'total' for its name or delete the row; no verdict rests on the year until then. A works of its own: --add-repeats.",
		),
	"claim-blank": ({ metric }, { at }) =>
		say(`no figure of ${metric} is claimed: ${shown(at.value)}; the row was skipped`, "Fill it in where the firm claims one."),
	"claims-differ": ({ metric, values, rows }) =>
		say(
			`${metric}: two claims of one figure, ${list(values)}, in ${rowList(rows)}`,
			"Keep the one that stands; neither was verified.",
		),
	"repeated-entry": ({ times, what, first }, _, naming) =>
		say(
			`${subject(what, naming)}: the same as in ${rowText(first)}; ${times} rows say so, counted once`,
			what.of === "indicator"
				? "Remove the copies; parts of one output: add them up in one row, or use --add-repeats."
				: "Remove the copies; two meters or deliveries that say the same: name them in a column meter or delivery, or add all such rows with --add-repeats.",
		),
	"repeats-added": ({ times, what }, _, naming) =>
		say(
			`${subject(what, naming)}: ${times} rows of one key were added, as asked with --add-repeats`,
			"Nothing, if they are part amounts.",
		),
	"overlapping-totals": ({ what, values, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: a table of totals and other rows have the same months: ${list(values.map(amount))} (${rowList(rows)})`,
			"Keep the totals or the rows they were made of; what they concern is withheld.",
		),
	"conflicting-entries": ({ what, values, rows, differIn }, _, naming) =>
		differIn.length > 0
			? say(
					`${subject(what, naming)}: rows say the same, ${amount(values[0] as Amount)}, and differ only in ${list(differIn.map((word) => (word === "" ? "a column without a header" : `'${word}'`)))} (${rowList(rows)})`,
					what.of === "indicator"
						? "Remove the copy, or add two parts of one output up in one row; what they concern is withheld."
						: "Two meters or devices: rename the column that tells them apart to 'meter' (two deliveries: 'delivery'); a copy: remove it. What they concern is withheld.",
				)
			: say(
					`${subject(what, naming)}: rows contradict each other: ${list(values.map(amount))} (${rowList(rows)})`,
					what.of === "column"
						? "Keep the right one; what they concern is withheld."
						: what.of === "indicator"
							? "Keep the right one if they say one thing twice; parts of one output: add them up in one row, or use --add-repeats. What they concern is withheld."
							: "Keep the right one if they are two readings of one thing; two meters or deliveries: name them in a column meter or delivery, or add all such rows with --add-repeats. What they concern is withheld.",
				),
	"whole-and-parts": ({ what, whole }, _, naming) =>
		say(
			`${subject(what, naming)}: ${whole} is given whole and in incomplete parts; the whole is used`,
			"Complete the parts, or remove them.",
		),
	"whole-equals-parts": ({ what, whole }, _, naming) =>
		say(`${subject(what, naming)}: ${whole} is given whole and in parts that agree; counted once`, "Nothing."),
	"whole-against-parts": ({ what, whole, parts, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: the whole says ${whole === null ? "?" : amount(whole)}, its parts ${parts === null ? "?" : amount(parts)} (${rowList(rows)})`,
			"Make them agree; the firm-year is withheld.",
		),
	"days-added": ({ what, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: ${number(rows, "row")} of days were added up to months`,
			"Nothing, if they are deliveries or daily readings. If each row holds the whole month, keep one of them.",
		),
	"looks-like-readings": ({ what, first, last, months }, _, naming) =>
		say(
			`${subject(what, naming)}: within the month the amounts only rise, from ${amount(first)} to ${amount(last)}, and so in ${number(months, "month")}: readings of a meter, or amounts to date`,
			"Enter what was used, the last figure less the first; the firm-year is withheld until then.",
		),
	"overlapping-periods": ({ what, periods: written, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: ${list(written)} overlap (${rowList(rows)})`,
			"Enter periods that do not share months; the firm-year is withheld until then.",
		),
	"looks-to-date": ({ what, toDate, monthly, last, evidence }, _, naming) =>
		say(
			`${subject(what, naming)}: the amounts look like amounts to date (${evidences[evidence]}): to ${last} ${amount(toDate)} if they are, ${amount(monthly)} if each is of its own period`,
			"Say which it is with --amounts=to-date or --amounts=monthly; the firm-year is withheld until then.",
		),
	"may-be-to-date": ({ what, toDate, monthly, last }, _, naming) =>
		say(
			`${subject(what, naming)}: the amounts may be amounts to date: to ${last} ${amount(toDate)} if they are, ${amount(monthly)} if each is of its own period, as they are counted`,
			"Say which it is with --amounts=monthly or --amounts=to-date; no verdict rests on the year until then.",
		),
	"to-date-corrected": ({ what, before, after }, _, naming) =>
		say(
			`${subject(what, naming)}: the amount to date falls from ${amount(before)} to ${amount(after)}: taken for a correction`,
			"Nothing, if it was one; the months between are one amount.",
		),
	"form-not-to-date": ({ what, because, first, last, from, to }, _, naming) =>
		say(
			`${subject(what, naming)}: form 205-1 is to date, but these amounts are months: ${amount(first)} in ${from}, ${amount(last)} in ${to}${because === "stocks" ? "; the opening stock goes on from the closing stock of the month before" : ""}`,
			"Say --amounts=monthly or --amounts=to-date; the firm-year is withheld until then.",
		),
	"to-date-falls": ({ what, before, after }, _, naming) =>
		say(
			`${subject(what, naming)}: the amount to date falls from ${amount(before)} to ${amount(after)}`,
			"Correct it, or say --amounts=monthly if these are months; the firm-year is withheld until then.",
		),
	"months-against-to-date": ({ what, months, toDate, span, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: months say ${amount(months)} for ${span}, amounts to date ${amount(toDate)} (${rowList(rows)})`,
			"Correct the one that is wrong; the firm-year is withheld until then.",
		),
	"months-missing": ({ what, months, partly }, _, naming) =>
		say(
			`${subject(what, naming)} lacks ${list(months)}, which other tables of the firm have; the year is withheld`,
			what.of === "indicator" || partly
				? "Fill in the months."
				: `Fill in the months (0 where nothing was used); if no entry means no use: ${absentIsZero(what)}.`,
		),
	"sale-absent": ({ carrier, months }, _, naming) =>
		say(
			`${naming.carrier(carrier)} (sold) has no row for ${list(months)}: none sold`,
			"Nothing, if nothing was sold in these months; else add the rows.",
		),
	"partial-year": ({ months }) =>
		say(`only ${months} of 12 months are in any table: shown, without a verdict`, "Add the other months."),
	"unit-slip": ({ what, usual, ratio, cause }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' is ${ratio} times the usual ${amount(usual)}, about ${{ "1190 L/t": "1190, litres for tonnes", "10^3, 1190 L/t": "10^3, or 1190, litres for tonnes" }[cause] ?? cause}: a unit slip? Nothing was changed`,
			"Correct the unit or the amount of this row; the firm-year is withheld until then.",
		),
};
