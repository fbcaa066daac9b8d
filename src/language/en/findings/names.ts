/** In English: findings about who and what is named: firms, carriers, sectors, sites. */
import type { Particulars } from "../../../findings/finding.ts";
import type { ChapterSentences, Sentence } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { orNear, say, shown } from "./phrases.ts";

const month = "Write 2023, 2023-06, 2023Q2 or 2023年6月; the row was refused.";
const periods: { readonly [W in Particulars["bad-period"]["why"]]: (text: string) => Sentence } = {
	form: (text) => say(`${shown(text)} is not a year, quarter or month`, month),
	"october-or-january": (text) =>
		say(
			`'${text}' may be January or October: spreadsheets write ${text.slice(0, 4)}.10 so`,
			`Write ${text.slice(0, 4)}-01 or ${text.slice(0, 4)}-10; the row was refused.`,
		),
	"no-such-month": (text) => say(`'${text}' names a month or day that does not exist`, month),
	"day-number": (text) =>
		say(
			`'${text}' looks like a spreadsheet's day number, not a period`,
			"Give the column a date format such as 2023-06 and export again; the row was refused.",
		),
	"month-name": (text) => say(`'${text}' may be a month of a year or a day of a month`, month),
	range: (text) =>
		say(
			`'${text}' names several months that are not in one year, in order`,
			"Write months of one year, such as 2023-01~2023-06; the row was refused.",
		),
	"short-year": (text) => say(`'${text}' has no year of four digits: it may be read in several ways`, month),
	"no-year": (text) =>
		say(
			`'${text}' is a month without a year, and no title line names one year`,
			"Write the year too, or add a column 'year'; the row was refused.",
		),
	"chinese-numerals": (text) => say(`'${text}' is written in Chinese numerals, which are not read`, month),
	"spreadsheet-date": (text) =>
		say(
			`'${text}' stands for a month and is a date: a spreadsheet makes one of 1-6`,
			"Set the column to text and write 1-6月 again, or the month by itself; the row was refused.",
		),
	"two-years": (text) =>
		say(
			`'${text}' names a year of its own, other than the column of years`,
			"Correct the one that is wrong; the row was refused.",
		),
	"no-month": (text) =>
		say(
			`'${text}' is an amount to date, and no cell names its last month`,
			"Write the months, such as 2023年1-6月累计; the row was refused.",
		),
	"not-whole-months": (text) =>
		say(
			`'${text}' are no whole months of one year: nobody knows how much of the amount each month used`,
			"Give the amount of each month, or of days that begin and end with a month (2023-01-01 to 2023-01-31); the row was refused.",
		),
};

export const names: ChapterSentences<"names"> = {
	"firm-in-two-folders": ({ folders }) =>
		say(
			`rows of this firm stand in ${number(folders.length, "folder")}: ${list(folders)}`,
			"If each folder is a submission of its own, correct the rows that are not this firm's.",
		),
	"names-meet-nowhere": ({ read }) =>
		say(
			`no firm of the energy tables is one of the output tables, and their files were read in different encodings (${list(read)})`,
			"Look at the names as they were read; where they are wrong, save that file in UTF-8 or name its encoding with --encoding.",
		),
	"firms-table-not-heard": ({ firms }) =>
		say(
			`says who ${list(firms)} ${firms.length === 1 ? "is" : "are"}, with rows in other folders alone; not used`,
			"Name the table with --firms if it speaks for all firms.",
		),
	"missing-firm": () =>
		say("the row names no firm", "Fill in the firm; the row was refused, and figures pooled over firms are withheld."),
	"missing-cell": ({ what }) => say(`the row has no usable ${what}`, `Fill in '${what}'; the row was refused.`),
	"bad-period": ({ why }, { at }) => periods[why](at.value.trim()),
	"periods-disagree": ({ other }, { at }) =>
		say(
			`${shown(at.value)} and '${other}' in another column are two periods`,
			"Correct the one that is wrong; the row was refused.",
		),
	"future-month": ({ asOf }, { at }) =>
		say(`${at.value} is after ${asOf}`, "Correct the period, or the date given with --as-of; the row was refused."),
	"unknown-carrier": ({ near, meant }, { at }) =>
		say(
			`the carrier ${shown(at.value)} is not known${orNear(near)}`,
			`Use a known carrier (tanlu sources lists fuels, tanlu sources processes materials), or say what it is: --map '${at.value.trim()}=${meant === "" ? "CARRIER" : meant}', or --map '${at.value.trim()}=none' if it has no CO2 of its own; the row was refused.`,
		),
	"of-which-alone": (_, { at }) =>
		say(
			`${shown(at.value)} is part of a row above it, and none stands there that it could be part of`,
			"Put the row of the whole above it, or leave out the words for 'of which' if the amount stands for itself; the row was refused.",
		),
	"carrier-read-as": ({ carrier }, { at }) =>
		say(`'${at.value}' was read as ${carrier}, without regard to the brackets`, "Nothing, if that is right."),
	"not-consumption": ({ word }, { at }) =>
		say(`'${at.value}' is no consumption of the year ('${word}') and was not counted`, "Nothing, if that is so."),
	"use-from-name": ({ carrier, use }, { at }) =>
		say(`'${at.value}' was read as ${carrier} for the use ${use}`, "Nothing, if that is right."),
	"word-against-column": ({ inName, inColumn }) =>
		say(
			`'${inName}' and the column beside it ('${inColumn}') contradict each other`,
			"Correct one of the two; the row was refused.",
		),
	"without-emissions": ({ asked }, { at }) =>
		say(
			asked
				? `'${at.value}' counts nothing, as asked with --map`
				: `'${at.value}' carries energy without CO2 of its own and counts nothing`,
			"Nothing.",
		),
	"carrier-mapped": ({ carrier }, { at }) =>
		say(`'${at.value}' counts as ${carrier}, as asked with --map`, "Nothing, if that is right."),
	"total-row": ({ check }, { at }) =>
		say(
			`'${at.value}' is a total; the row was skipped, and ${
				check === "agrees"
					? "it agrees with the rows above it"
					: check === "differs"
						? "it differs from the rows above it"
						: "it was not compared with other rows"
			}`,
			check === "differs"
				? "See what is told of each amount of this row."
				: "Nothing, if its parts stand in rows of their own: only they are counted.",
		),
	"may-include-own-generation": ({ carrier }, { at }) =>
		say(
			`'${at.value}' was read as ${carrier}; it may include power generated on site`,
			"Enter purchased electricity as 外购电力 and own generation apart.",
		),
	"unknown-use": ({ known }, { at }) =>
		say(
			`the use '${at.value}' is not known; known are ${list(known)}`,
			"Use one of them, or leave the cell blank for consumed; the row was refused.",
		),
	"unknown-indicator": ({ near, known }, { at }) =>
		say(
			`the indicator '${at.value}' is not known; known are ${list(known)}${orNear(near)}`,
			"Use one of them; the row was refused.",
		),
	"unknown-metric": ({ near, known }, { at }) =>
		say(
			`the metric '${at.value}' is not known; known are ${list(known)}${orNear(near)}`,
			"Use one of them; the row was refused.",
		),
	"claim-without-rows": ({ near, claims }) =>
		say(
			`${number(claims, "claim")}, and no table has a row of the firm${orNear(near)}`,
			"Name its tables too, or correct the name; its claims were not verified.",
		),
	"missing-product": () => say("production without a product", "Name the product under 'product'; the row was refused."),
	"unknown-sector": ({ near }, { at }) =>
		say(
			`the sector '${at.value}' is not known${orNear(near)}`,
			"Use a sector id, a name or a GB/T 4754 code; without it the firm has no sector path.",
		),
	"unknown-province": ({ near }, { at }) =>
		say(
			`the province '${at.value}' is not known${orNear(near)}`,
			"Use one province's name or code; without it provincial factors and targets do not apply.",
		),
	"unknown-prices": ({ known }, { at }) =>
		say(`the prices '${at.value}' are not known and count as unstated`, `Use one of ${list(known)}.`),
	"constant-year-assumed": ({ prices }, { at }) => say(`'${at.value}' names no year; read as ${prices}`, `Write ${prices}.`),
	"two-sectors": ({ sectors }) =>
		say(`rows of the firm name two sectors: ${list(sectors)}; it has no sector path`, "Settle the sector in a firms table."),
	"differs-between-rows": ({ what, values, used }) =>
		say(`rows of the firm differ in ${what}: ${list(values)}; '${used}' is used`, "Settle it in a firms table."),
	"master-data-differs": ({ what, values, used }) =>
		say(
			`the firms table says '${used}' for ${what}, other rows ${list(values)}; the firms table is used`,
			"Nothing, if the firms table is right.",
		),
	"near-codes": ({ codes }) =>
		say(
			`${codes.map((code) => `'${code}'`).join(" and ")} differ in one character; in this year one has energy and no output, the other output and no energy`,
			"Write one firm in one way in all tables. Nothing, if they are two firms.",
		),
};
