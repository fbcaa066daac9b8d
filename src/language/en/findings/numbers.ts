/** In English: findings about numbers as they are written. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { say, shown } from "./phrases.ts";

const noNumbers = {
	grammar: "is not a plain number",
	groups: "has separators in the wrong places",
	"full-width-comma": "holds a full-width comma",
	"too-long": "has more than 30 digits before the point or 20 after",
	formula: "is a formula, and formulas are not calculated",
	"spreadsheet-error": "is a spreadsheet error",
} as const;

const wanted = {
	"above-zero": "a number above zero",
	fraction: "a fraction above 0 and at most 1 (0.98, not 98)",
	"zero-or-more": "zero or more",
	"whole-year": "a year such as 2020, in the right order",
	"percent-not-fraction": "per cent, 17 for 17%, not 0.17",
	growth: "a growth in per cent above -100 (a fall of less than all)",
	percent: "a positive per cent below 100 (in a deflator: 100 in the price year)",
} as const;

export const numbers: ChapterSentences<"numbers"> = {
	"shown-otherwise": ({ cells, shown: text, format }, { at }) =>
		say(
			`${at.value} is stored and counts; the workbook shows ${text === null ? `it by the format ${shown(format)}` : shown(text)}${cells === 1 ? "" : `; so in ${cells} cells of the column`}`,
			"Nothing, if the stored numbers are the right ones.",
		),
	"bad-number": ({ why }, { at }) =>
		say(`${shown(at.value)} ${noNumbers[why]}`, "Write plain digits with a point, such as 12345.6; the row was refused."),
	"missing-quantity": (_, { at }) =>
		say(
			`no amount (${shown(at.value)}): missing, not zero; the row was skipped`,
			"Fill in the amount, or 0 where nothing was used.",
		),
	"negative-quantity": (_, { at }) =>
		say(
			`${at.value} is below zero`,
			"Correct the row itself; amounts sold or bound in products go in rows of use 'sold' or 'product'. The row was refused.",
		),
	"thousands-separators": ({ read }, { at }) => say(`'${at.value}' was read as ${read}`, "Nothing."),
	"full-width": ({ read }, { at }) => say(`'${at.value}' holds full-width characters or odd blanks; read as ${read}`, "Nothing."),
	"spaces-trimmed": ({ read }, { at }) => say(`'${at.value}' has blanks around it; read as ${read}`, "Remove them."),
	"spreadsheet-exponent": ({ read, digits }, { at }) =>
		say(`'${at.value}' was read as ${read}; only ${digits} digits survive`, "Format the cells as numbers and export again."),
	"bad-parameter": ({ wanted: kind }, { at }) =>
		say(`'${at.value}' cannot stand under '${at.column}'`, `Give ${wanted[kind]}; the row was refused.`),
	"factor-and-parts": ({ parts }) =>
		say(
			`an emission factor of its own beside ${list(parts)}: they contradict each other`,
			"Keep the factor or the parts; the row was refused.",
		),
	"parameter-unused": ({ carrier }, { at }) => say(`'${at.column}' changes nothing for ${carrier}`, "Leave it blank."),
	"heat-content-missing": ({ carrier }) =>
		say(
			`${carrier} by mass needs its enthalpy (kJ/kg) or, for hot water, its temperature (°C)`,
			"Fill it in, or give the heat in GJ; the row was refused.",
		),
};
