/** In English: findings about months and years beside each other. */
import type { SlipCause } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { number } from "../pieces.ts";
import { amount, say, subject } from "./phrases.ts";

/** A slip as a guess: `10^4, kWh written as 10^4 kWh (it would be 48 kWh)`. */
const slip = ({ factor, given, under, wouldBe }: SlipCause): string =>
	`${factor}, ${given === "" ? "a moved decimal point" : `${given} written as ${under}`} (it would be ${amount(wouldBe)})`;

const slips = (causes: readonly SlipCause[]): string => causes.map(slip).join("; or ");

export const histories: ChapterSentences<"histories"> = {
	// Suspected in histories and between firms
	"month-unlike-history": ({ what, usual, ratio, season, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' is ${ratio} times the ${amount(usual)} usual in ${season ? `the same month of ${number(months, "other year")}` : `the ${number(months, "other month")}`}`,
			"Compare it with the meter reading or the invoice, and correct it or note what happened in that month.",
		),
	"year-on-year-change": ({ what, lastYear, before, now, percent }, _, naming) =>
		say(
			`${what === null ? "the intensity" : subject(what, naming)} went from ${amount(before)} in ${lastYear} to ${amount(now)}, a change of ${percent}%`,
			"Find what changed: amounts, units, rows left out, the works itself; correct the rows or note the reason.",
		),
	"year-apart": ({ what, usual, ratio }, _, naming) =>
		say(
			`${subject(what, naming)}: the year is ${ratio} times the ${amount(usual)} that its other years and the firm's other amounts let expect`,
			"Compare it with the books or the meter: amount, unit, rows left out or counted twice; correct it, or note what happened.",
		),
	"level-change": ({ what, now, usual, ratio, years }, { period }, naming) =>
		say(
			`${subject(what, naming)}: from ${period} on, ${number(years, "year")} at ${ratio} times the level before: ${amount(now)} where ${amount(usual)} was to be expected; nothing else of the firm moved like that`,
			"Give all years in one way: the same firm (not its group), indicator, prices and boundary; if it is real, note what changed.",
		),
	"part-of-year-as-year": ({ what, usual, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' fits ${number(months, "month")}, not the year: a whole year would be about ${amount(usual)}`,
			"Enter the whole year, or say in the period which months the amount is of.",
		),
	"quarters-to-date": ({ what, toDate, sum }, { period }, naming) =>
		say(
			`${subject(what, naming)}: the quarters of ${period} rise as amounts to date do: ${amount(toDate)} would be the year, ${amount(sum)} is what they add up to, as they are counted`,
			"Give amounts to date as spans from January, or the amount of each quarter.",
		),
	"swapped-amounts": ({ what, other, usual }, { period }, naming) =>
		say(
			`${subject(what, naming)} and ${subject(other, naming)}: in ${period} each amount fits in the other's place; of the first about ${amount(usual)} was to be expected`,
			"Compare both rows with the invoices, and exchange the amounts if they are in each other's place.",
		),
	"sale-vanished": ({ what, lastYear, usual }, { period }, naming) =>
		say(
			`${subject(what, naming)}: no row in ${period}, so that all counts as the firm's own use; like ${lastYear} it would be ${amount(usual)} at this year's output`,
			"Add the rows of what was sold, or one with 0 if nothing was.",
		),
	"step-change": ({ what, months, after, before }, { period }, naming) =>
		say(
			`${subject(what, naming)}: from ${period} on, ${number(months, "month")} and more are ${after} times those of a year before; until then they were ${before} times`,
			"Note what changed for good (a meter, a plant, the boundary), or correct the months on one side.",
		),
	"energy-against-output": ({ what, energy, output, expected }, _, naming) =>
		say(
			`${subject(what, naming)}: since the month before, output changed by ${output}% and this by ${energy}%, where its other months let expect ${expected}%`,
			"Read the meter of that month again, and the output; an estimate in place of a reading looks like this.",
		),
	"repeated-amount": ({ what, amount: repeated, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: ${amount(repeated)} in each of ${number(months, "month")} running, until ${to}`,
			"Enter the reading of each month; if it is a yearly amount in equal parts, give the year as a whole.",
		),
	"unchanged-measurement": ({ what, parameter, measured, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: ${parameter} ${measured} in each of ${number(months, "month")} running, until ${to}, to the last digit`,
			`Enter each month's own laboratory value; where there is none, leave ${parameter} blank, and the default counts.`,
		),
	"copied-year": ({ what, lastYear, months, shift }, _, naming) =>
		say(
			what === null
				? `every carrier of the year says what it said in ${lastYear}, to the last digit`
				: `${subject(what, naming)}: all ${number(months, "month")} equal those of ${lastYear}${shift === "none" ? "" : `, each one month ${shift}`}`,
			"Replace last year's amounts by this year's readings.",
		),
	"copied-month": ({ what, from, months, to, others }, _, naming) =>
		say(
			`${subject(what, naming)}: ${number(months, "month")} until ${to} as from ${from} on, digit by digit${others === 0 ? "" : `; so ${others === 1 ? "is" : "are"} ${number(others, "other amount")} of the month`}`,
			"Enter the readings of the month itself.",
		),
	"other-carriers-amount": ({ what, other, month }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' is also the number of ${subject(other, naming)} in ${month}, digit by digit`,
			"Compare both with the bills, and enter the carrier's own amount.",
		),
	"shifted-rows": ({ what, shift }, { period }, naming) =>
		say(
			`${subject(what, naming)}: the months of ${period.slice(0, 4)} fit what the works did a month ${shift}, as in no other year: are the rows shifted by one?`,
			"Compare the months with the bills, and move the amounts to the rows of their months.",
		),
	"filled-series": ({ what, step, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: until ${to}, each of ${number(months, "month")} is the one before and ${amount(step)} more, to the last digit: filled by a spreadsheet, not metered`,
			"Enter the reading of each month.",
		),
	"zero-months": ({ what, months, to, usual }, _, naming) =>
		say(
			`${subject(what, naming)}: zero in ${number(months, "month")} until ${to}, while the works ran; ${amount(usual)} would be usual. Was the meter not read?`,
			"Enter what the meter or the bill says; if nothing was used, say why under note.",
		),
	"meter-readings": ({ what, months, to, next }, _, naming) =>
		say(
			`${subject(what, naming)}: ${number(months, "month")} until ${to} only rise, far above what is usual, and what lies between them is usual (${amount(next)} between the first and the second): readings of a meter, not amounts? Nothing was changed`,
			"Enter for each month the reading less the one before.",
		),
	"december-holds-year": ({ what, others, wouldBe }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' in December is the sum of the year: ${amount(others)} stand in the eleven months before it${wouldBe === null ? ", and less than a month is left for it" : `, and ${amount(wouldBe)} would be left for it`}. Nothing was changed`,
			"Enter the amount of December alone.",
		),
	"swapped-rows": ({ what, other, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: in ${number(months, "month")} until ${to} its numbers and those of ${subject(other, naming)} would each be usual in the other's row: swapped? Nothing was changed`,
			"Swap the amounts of these months, if they are.",
		),
	"fixed-multiple-of-output": ({ what, multiple, unit, per, months }, _, naming) =>
		say(
			`${subject(what, naming)}: the amount of each of ${number(months, "month")} is the month's output times ${multiple} ${unit} per ${per}, to the last digit: computed, not metered`,
			"Enter what the meter says; if there is none, note how the amounts were estimated.",
		),
	"round-amounts": ({ what, multiple, round, months }, _, naming) =>
		say(
			`${subject(what, naming)}: ${round} of ${number(months, "month")} are multiples of ${multiple}`,
			"Nothing, if that is how the meter is read; estimates look like this.",
		),
	"shared-series": ({ what, parameter, other, row, months, to, stretches }, _, naming) =>
		say(
			`${subject(what, naming)}: ${parameter === "" ? "the amounts" : `${parameter}`} of ${number(months, "month")}, until ${to}, are those of the firm '${other}' (${rowText(row)}) digit by digit${stretches === 1 ? "" : `; ${stretches} such stretches in all`}`,
			"Find out whose readings they are; if both firms are one, give them one code, and if they share a meter, divide it.",
		),
	"suspected-unit-slip": ({ what, why, usual, ratio, causes }, { at }, naming) => {
		const found = {
			"own-months": `'${at.value}' is ${ratio} times the ${amount(usual)} usual in its other months`,
			"other-years": `the year is ${ratio} times the ${amount(usual)} of the firm's other years`,
			"power-share": `the year's electricity is ${ratio}% of the firm's coal equivalent; what it burns needs more than ${amount(usual)}% for its fans and pumps`,
			value: `it is ${ratio} tce for 10^4 CNY of value added in the year, above ${amount(usual)}: it would cost many times what was made with it`,
			sector: `by energy per output the firm is at ${ratio} times the ${amount(usual)} of its sector`,
		}[why];
		return say(
			`${subject(what, naming)}: ${found}; a slip of the unit by ${slips(causes)}? Nothing was changed`,
			why === "sector"
				? "Compare unit and amount with the meter or the invoice, and the output with the books; correct the rows that slipped."
				: why === "power-share"
					? "Compare unit and amount with the invoice and correct the rows that slipped; nothing, if the works makes its own power."
					: "Compare unit and amount with the meter or the invoice; correct the rows that slipped.",
		);
	},
};
