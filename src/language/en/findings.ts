/** What each finding says in English, and what to do about it. */

import type { CreditCodeFault } from "../../domain/credit-code.ts";
import type { Amount, LikelyUnit, Particulars, Row, SlipCause, Subject } from "../../findings/finding.ts";
import { amountText, rowText } from "../amounts.ts";
import type { Naming, Sentence, Sentences } from "../language.ts";
import { list, number } from "./pieces.ts";
import { words } from "./words.ts";

const say = (message: string, remedy: string): Sentence => ({ message, remedy });
const orNone = (items: readonly string[], before: string): string => (items.length === 0 ? "" : `${before}${list(items)}`);
/** A guess at the end of a message that has no full stop. */
const orNear = (items: readonly string[]): string =>
	items.length === 0 ? "" : `; did you mean ${items.map((item) => `'${item}'`).join(" or ")}?`;
/** The unit that would explain a value, at the end of a message. */
const orLikely = (likely: LikelyUnit | null): string =>
	likely === null ? "" : `; written in ${likely.written}, it would be ${likely.value} ${likely.unit}`;
/** `1200 × 10^4 kWh`: two numbers side by side would be none. */
const worth = (tonnes: Amount | null): string => (tonnes === null ? "" : `; as bought it is ${amount(tonnes)} of CO2`);
const amount = (one: Amount): string => amountText(one, (symbol) => (symbol.startsWith("10^") ? `× ${symbol}` : symbol));
const rowList = (rows: readonly Row[]): string => list(rows.map(rowText));
/** What the output table says was produced, at the end of a message. */
/** The narrowest form of the option that says that no entry means no use. */
const absentIsZero = (what: Subject): string => `--absent-is-zero${what.of === "carrier" ? `=${what.carrier}` : ""}`;

const madeOf = (products: readonly string[], amounts: readonly Amount[]): string =>
	orNone(
		amounts.map((one, index) => `${products[index] === "" ? "production" : products[index]} ${amount(one)}`),
		"; the output table has ",
	);
const shown = (text: string): string => (text === "" ? "(blank)" : `'${text}'`);

/** What amounts are about: `coke`, `electricity (sold)`, `value_added (constant-2020)`. */
function subject(what: Subject, naming: Naming): string {
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

const referenceKinds = {
	factors: "factors",
	deflator: "a table of price indices",
	targets: "a table of targets",
	rules: "rules of one's own",
} as const;

const passedKinds = {
	"no-regular-file": "is no regular file, but a pipe or a device",
	"other-kind": "a file of a kind that is not read",
	empty: "an empty file",
	document: "a document of an office program",
	compressed: "a file that is compressed otherwise than once by gzip",
} as const;

const numbers = {
	grammar: "is not a plain number",
	groups: "has separators in the wrong places",
	"full-width-comma": "holds a full-width comma",
	"too-long": "has more than 30 digits before the point or 20 after",
	formula: "is a formula, and formulas are not calculated",
	"spreadsheet-error": "is a spreadsheet error",
} as const;

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

/** Values that cannot be, with their units. */
const cannotBe = {
	carbon: (value: string, unit: string) => `${value} t of carbon in ${unit === "t" ? "a tonne" : unit} of fuel`,
	co2: (value: string, unit: string) => `the factor gives ${value} t of CO2 for ${unit === "t" ? "a tonne" : unit}`,
	heat: (value: string, unit: string) => `a net heat value of ${value} GJ/${unit}`,
	electricity: (value: string) => `the factor is ${value} kgCO2/kWh`,
} as const;

const wanted = {
	"above-zero": "a number above zero",
	fraction: "a fraction above 0 and at most 1 (0.98, not 98)",
	"zero-or-more": "zero or more",
	"whole-year": "a year such as 2020, in the right order",
	"percent-not-fraction": "per cent, 17 for 17%, not 0.17",
	percent: "a positive per cent below 100 (in a deflator: 100 in the price year)",
} as const;

/** Why a credit code cannot be right. */
function creditCode(fault: CreditCodeFault, value: string): string {
	switch (fault.why) {
		case "lost-digits":
			return `'${value}' is what a spreadsheet made of a credit code: it took it for a number, and the last digits are lost`;
		case "old-number":
			return `'${value}' has 15 digits: an old registration number, not a credit code`;
		case "length":
			return `'${value}' has ${number(fault.length, "character")}, and a credit code 18`;
		case "letter":
			return `'${value}' holds '${fault.letter}', which no credit code does`;
		case "check":
			return `'${value}' has a wrong check character: it would end in '${fault.due}' if the rest were right`;
		case "organisation":
			return `'${value}' holds a wrong organisation code: its 17th character would be '${fault.due}' if the rest were right`;
	}
}

/** A slip as a guess: `10^4, kWh written as 10^4 kWh (it would be 48 kWh)`. */
const slip = ({ factor, given, under, wouldBe }: SlipCause): string =>
	`${factor}, ${given === "" ? "a moved decimal point" : `${given} written as ${under}`} (it would be ${amount(wouldBe)})`;
const slips = (causes: readonly SlipCause[]): string => causes.map(slip).join("; or ");

/** What speaks for amounts to date. */
const evidences = {
	level: "the level of another year says so",
	fall: "each year starts anew, low",
	contrast: "another series of the year stands still",
} as const;

export const sentences: Sentences = {
	"missing-column": ({ kind, missing, nearest, have }) =>
		say(
			`this ${kind} table has no column '${missing}'; its columns are ${list(have)}`,
			nearest === ""
				? missing === "firm"
					? `Add a column 'firm', or a line above the header that names it (firm: NAME), or say it with --assume-firm NAME; none of the rows was used.`
					: `Add a column '${missing}'; none of the rows was used.`
				: `Rename '${nearest}' to '${missing}'; none of the rows was used.`,
		),
	"duplicate-column": ({ meaning, other }, { at }) =>
		say(`the columns '${other}' and '${at.column}' both mean '${meaning}'`, "Keep one of them; none of the rows was used."),
	"unknown-column": ({ near, numbers }, { at }) =>
		say(
			`the column '${at.column}' is not known and was left out${numbers ? "; numbers stand in it" : ""}`,
			near.length > 0
				? `Rename it if '${near[0]}' was meant.`
				: numbers
					? "If they are amounts, head the column with what they are of and their unit; they were not counted."
					: "Nothing, if it is not needed.",
		),
	"ragged-row": ({ expected, found }) =>
		say(
			`the row has ${found} cells where the header has ${expected}`,
			"Put cells that hold a separator in quotes, or add the missing cells; the row was refused.",
		),
	"file-cut-off": (_, { at }) =>
		say(
			`the file ends in the middle of a character: it was cut off here, ${at.value === "" ? "and rows may be missing behind" : `behind '${at.value}', and rows may be missing behind it`}`,
			"Copy or download the file again; the row was refused, and whoever may have had rows behind it is withheld.",
		),
	"unclosed-quote": ({ skippedLines }) =>
		say(
			`a quote opens here and is never closed; ${number(skippedLines, "line")} could not be read`,
			"Close the quote, or remove it; whoever the lines may concern is withheld.",
		),
	"misplaced-quote": ({ why, lines }) =>
		say(
			`${why === "backslash" ? "a quote is escaped with a backslash, which closes the cell" : "a quoted cell closes and goes on"}; ${number(lines, "line")} could not be read`,
			why === "backslash"
				? 'Export again with doubled quotes ("") inside quoted cells; whoever the lines may concern is withheld.'
				: "Delete the stray quote, or double it inside a quoted cell; whoever the lines may concern is withheld.",
		),
	"rows-in-cell": ({ lines }) =>
		say(
			`a quoted cell spans ${number(lines, "line")}, and rows of known firms stand in it that were not counted`,
			"Delete the two stray quotes; the firms and years that the lines name are withheld.",
		),
	"cell-spans-lines": ({ lines }) =>
		say(
			`a quoted cell spans ${number(lines, "line")}, one of them with as many separators as a row`,
			"If rows stand in the cell, delete the two stray quotes.",
		),
	"quote-in-cell": () =>
		say(
			"a quotation mark inside the cell was read as a letter of it",
			"Nothing, if it belongs to the text; else put the quote first in the cell.",
		),
	"end-mark": () => say("the file ends in the character U+001A, an old mark for the end; passed over", "Nothing."),
	"short-rows": ({ rows }) =>
		say(
			`${number(rows, "row")} from here on lack${rows === 1 ? "s" : ""} cells at the end that may be blank; read as blank`,
			"Nothing.",
		),
	"text-without-header": ({ column }) =>
		say(`text stands in column ${column}, whose header is blank; not used`, "Name the column in its header, or delete the text."),
	"nul-byte": () => say("the row holds NUL bytes: binary data, not text", "Export the table again as CSV; the row was refused."),
	"reference-not-named": ({ kind, option, file, columns }) =>
		say(
			kind === "firms"
				? `${list(columns)} of a firms table ${columns.length === 1 ? "counts" : "count"} only where ${option} names the table; not used`
				: `${referenceKinds[kind]} ${kind === "factors" || kind === "rules" ? "count" : "counts"} only where ${option} names the file; refused`,
			`If it is yours and is to count: ${option} ${file}. Else leave it out; it changes nobody's figures.`,
		),
	"file-passed-over": ({ why, header }) =>
		say(
			why === "no-table"
				? `no table that is known: its first row reads ${header.length === 0 ? "nothing" : list(header)}; passed over`
				: `${passedKinds[why]}; passed over`,
			why === "other-kind" || why === "document"
				? "If it holds a table, save it as a workbook or as CSV."
				: "If it holds a table, name it in the command: the answer says what it lacks.",
		),
	"hidden-cells": ({ of, names, count, counted }) =>
		say(
			`${number(count, `hidden ${of.slice(0, -1)}`)} that ${count === 1 ? "holds" : "hold"} something: ${list(names)}; ${counted ? "counted, as asked with --hidden" : "not counted"}`,
			counted
				? "Look whether the hidden parts belong to the table."
				: "Show them and look whether they belong to the table; --hidden counts them.",
		),
	"sheet-passed-over": ({ why, header }) =>
		say(
			why === "no-table"
				? `no table that is known: its first row reads ${header.length === 0 ? "nothing" : list(header)}; passed over`
				: `${why === "chart" ? "a chart or a macro, and no table" : "not the kind of table that the file is named for"}; passed over`,
			"If its rows are to count, save the sheet as a file of its own and name it: the answer says what it lacks.",
		),
	"sheet-of-words": ({ header }) =>
		say(
			`words and no number: its first row reads ${list(header)}; passed over`,
			"Nothing, if it is a guide or a list to choose from. If it is a table, save it as a file of its own and name it.",
		),
	"empty-sheets": ({ names }) => say(`${number(names.length, "empty sheet")}: ${list(names)}`, "Nothing."),
	"formula-values": ({ cells }) =>
		say(
			`${number(cells, "formula")} from here on, read as the ${cells === 1 ? "value that is" : "values that are"} stored with ${cells === 1 ? "it" : "them"}`,
			"Nothing, if a spreadsheet program saved the workbook.",
		),
	"formula-without-value": ({ cells }, { at }) =>
		say(
			`${number(cells, "formula")} from here on without a stored value, such as ${shown(at.value)}`,
			"Open the workbook in a spreadsheet program and save it.",
		),
	"shown-otherwise": ({ cells, shown: text, format }, { at }) =>
		say(
			`${at.value} is stored and counts; the workbook shows ${text === null ? `it by the format ${shown(format)}` : shown(text)}${cells === 1 ? "" : `; so in ${cells} cells of the column`}`,
			"Nothing, if the stored numbers are the right ones.",
		),
	"merged-filled": ({ columns, rows }) =>
		say(
			`${number(rows, "row")} took ${list(columns)} from merged cells above`,
			"Nothing, unless the cells should not be merged.",
		),
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
	"same-file": ({ other }) => say(`the same bytes as ${other}; read once`, "Leave one of the two out."),
	"no-data": () => say("the file has a header and no rows", "Export the table again, with its rows."),
	// The shape of the file
	"title-lines": ({ rows }) =>
		say(
			`${number(rows, "title line")} above the header ${rows === 1 ? "is" : "are"} no data`,
			"Nothing, if the header is right.",
		),
	"firm-assumed": ({ firm }) =>
		say(`the table names no firm; all its rows are of '${firm}', as asked with --assume-firm`, "Nothing, if that is right."),
	"firm-from-title": ({ firm }, { at }) =>
		say(
			`the table has no column of firms; all its rows are of '${firm}', as its title says (${shown(at.value)})`,
			"Nothing, if that is right; else add a column 'firm'.",
		),
	"year-from-title": ({ year }, { at }) =>
		say(
			`${/^\d{4}$/.test(year) ? "months without a year" : "rows that name no months"} are of ${year}, as ${at.row === 0 ? "the sheet is named" : "the title says"} (${shown(at.value)})`,
			"Nothing, if that is right; else write the year into each row.",
		),
	"equivalent-column": (_, { at }) =>
		say(`'${at.value}' holds coal equivalents or their coefficients: it is no amount, and checks the amounts`, "Nothing."),
	"part-column": (_, { at }) =>
		say(
			`the column '${at.value}' is a part of the amount and was not added to it`,
			"Nothing, if the amount beside it is the whole.",
		),
	"not-output": (_, { at }) =>
		say(`'${at.value}' is no output that an intensity is computed of; the row was left out`, "Nothing."),
	"read-as-product": (_, { at }) =>
		say(`'${at.value}' was read as the output of that product`, "Nothing, if it is a product; else use a known indicator."),
	"unknown-ledger-row": () =>
		say(
			"the words at the start of the row do not say what its amounts are",
			"Use the words of the form: consumption, purchases, opening and closing stock, 'of which' before parts; the row was refused.",
		),
	"unit-beside": ({ unit }) =>
		say(`no unit of the header fits; the amount is in ${unit}, which stands beside it`, "Nothing, if that is the unit."),
	"parts-against-amount": ({ parts, amount }) =>
		say(
			`the parts beside the amount come to ${parts}, and the amount is ${amount}`,
			"Correct the one that is wrong; the row was refused.",
		),
	"feedstock-in-amount": ({ of }, { at }) =>
		say(`${of} of ${shown(at.value)} is used as raw material and counts as feedstock`, "Nothing, if that is right."),
	"numbers-in-notes": ({ rows }, { at }) =>
		say(
			`the column of notes '${at.column}' holds numbers in ${number(rows, "row")}, such as ${shown(at.value)}; none was counted`,
			"Nothing, if they are notes; else give the column its word.",
		),
	"periods-out-of-order": (_, { at }) =>
		say(
			`the columns of periods are out of order at '${at.value}'; each was read by its word`,
			"Compare the header with its source.",
		),
	"uneven-periods": ({ missing }, { at }) =>
		say(
			`there is no column for ${list(missing)} beside '${at.value}', as other carriers have`,
			"Add the column, with 0 if nothing was used; or correct the year in the name.",
		),
	"ledger-row-left-out": (_, { at }) =>
		say(`the row '${at.value}' is a part of the amount above it, or no amount of the carrier; it was not counted`, "Nothing."),
	"carrier-from-title": ({ carrier }, { at }) =>
		say(
			`all rows are of ${shown(carrier)}, as the title says (${shown(at.value)})`,
			"Nothing, if that is right; else add a column 'carrier'.",
		),
	"unit-from-title": ({ unit }, { at }) =>
		say(
			`amounts without a unit are in ${unit}, as the title says (${shown(at.value)})`,
			"Nothing, if that is right; else put the unit into the header.",
		),
	"repeated-header": () =>
		say("the header stands here once more; the row was skipped", "Nothing; the tables seem to be pasted together."),
	"header-changed": ({ words }) =>
		say(
			`another header begins here (${list(words)}); the rows below are read by it`,
			"Look whether the tables belong together; else keep them in files of their own.",
		),
	"note-row": (_, { at }) => say(`${shown(at.value)} is a note, no data; the row was skipped`, "Nothing."),
	"blank-rows": ({ rows }) => say(`${number(rows, "blank row")} between rows of data, skipped`, "Nothing."),
	"filled-down": ({ columns }) =>
		say(
			`blank cells of merged ones were filled from above, as asked with --fill-down: ${list(columns)}`,
			"Look whether the row belongs to the block above it.",
		),
	"blank-column": ({ rows, firms }, { at }) =>
		say(
			`'${at.column}' is blank in all ${rows} rows${firms > 1 ? ` of ${firms} firms` : ""}: taken as not used`,
			"Enter 0 if it was not used; if it was, enter the amounts.",
		),
	"total-differs": ({ what, printed, summed }, _, naming) =>
		say(
			`the total of ${subject(what, naming)} is printed as ${amount(printed)}, but its rows add up to ${amount(summed)}`,
			"Find the month that is wrong, or correct the total; the rows are counted, not the total.",
		),
	"mixed-newlines": ({ kinds }) =>
		say(`lines end in several ways (${list(kinds)}); all were read`, "Nothing; the file seems to be put together from several."),
	"cell-too-long": ({ length, most }) =>
		say(
			`a cell of ${length} characters; a cell of this column may hold ${most}`,
			"Look for a quote that is not closed or a text pasted into the wrong place; the row was refused.",
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
	"carrier-mapped": ({ carrier }, { at }) =>
		say(`'${at.value}' counts as ${carrier}, as asked with --map`, "Nothing, if that is right."),
	"total-counted": ({ what, word }, _, naming) =>
		say(`${subject(what, naming)}: '${word}' is its only row and is counted`, "See that no rows of parts are missing."),
	"total-left-out": ({ what, word, compared }, _, naming) =>
		say(
			`${subject(what, naming)}: the rows of '${word}' are totals of other rows${compared ? ", and agree with them" : ""}; they are not counted`,
			"Nothing.",
		),
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
	// Credit codes, and letters that names should not hold
	"bad-credit-code": ({ fault }, { at }) =>
		say(
			creditCode(fault, at.value),
			"Copy the code from the business licence into cells formatted as text; where the licence itself has it so, as a few early ones do, rename the column to 'firm'. The row was refused, and figures pooled over firms are withheld.",
		),
	"credit-code-respelt": ({ read }, { at }) =>
		say(
			`'${at.value}' was read as the credit code ${read}`,
			"Write it in plain digits and capitals, and nothing else in the cell.",
		),
	"control-character": ({ letters }, { at }) =>
		say(
			`'${at.value}' holds control characters (${list(letters)}), and no name does`,
			"Enter the name anew, by hand; the row was refused.",
		),
	"invisible-character": ({ letters }, { at }) =>
		say(
			`'${at.value}' holds characters that cannot be seen (${list(letters)}): it is another name than the same without them`,
			"Enter the name anew, by hand.",
		),
	"formula-like-text": (_, { at }) =>
		say(
			`'${at.value}' begins as a formula does; it was kept as text, and is calculated nowhere`,
			"Enter the name itself; outputs for spreadsheets put an apostrophe before it.",
		),
	"two-names-one-code": ({ names, used }) =>
		say(
			`several names stand under one credit code: ${list(names)}; '${used}' is used`,
			"Correct the code where another firm is meant; else settle the name in a firms table.",
		),
	"near-codes": ({ codes }) =>
		say(
			`${codes.map((code) => `'${code}'`).join(" and ")} differ in one character; in this year one has energy and no output, the other output and no energy`,
			"Write one firm in one way in all tables. Nothing, if they are two firms.",
		),
	"one-name-two-codes": ({ name, codes }) =>
		say(
			`'${name}' stands under several credit codes: ${list(codes)}; each counts as a firm of its own`,
			"Correct the code if it is one firm, or tell the names apart if it is not.",
		),
	"missing-unit": ({ wanted: units }) =>
		say("the row has no unit", `Fill in the unit${orNone(units, ", such as ")}; the row was refused.`),
	"unknown-unit": ({ near }, { at }) =>
		say(
			`the unit '${at.value}' is not known${orNear(near)}`,
			"Use a known unit; 'ton' alone is none, since it may be short or long. The row was refused.",
		),
	"wrong-unit-kind": ({ what, wanted: units }, { at }) =>
		say(`'${at.value}' is no unit for ${what}`, `Use ${list(units)}; the row was refused.`),
	"volume-without-density": ({ carrier, times }, { at }) =>
		say(
			`${carrier} in '${at.value}' is no weight, and its density is not known`,
			`Multiply by its density in kg per litre (of the delivery note) and by ${times}: the result is in t; the row was refused.`,
		),
	"unit-disagrees": ({ inHeader }, { at }) =>
		say(`the row says '${at.value}', the header '${inHeader}'`, "Make the two agree, or keep one; the row was refused."),
	"foreign-currency": (_, { at }) =>
		say(
			`'${at.value}' is a foreign currency`,
			"State the amount in yuan, at the rate your rules prescribe; the row was refused.",
		),
	"energy-unit": ({ carrier }) =>
		say(
			`${carrier} is given as heat: its carbon content is used, and no heat value`,
			"Nothing, if the amount is a heat quantity.",
		),
	"mixed-dimensions": ({ units }) =>
		say(
			`amounts of one product in units that cannot be added: ${list(units)}`,
			"Use one kind of unit for a product; the firm-year is withheld.",
		),
	"bad-number": ({ why }, { at }) =>
		say(`${shown(at.value)} ${numbers[why]}`, "Write plain digits with a point, such as 12345.6; the row was refused."),
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
	// Suspected in single rows and measured values
	"ambiguous-separators": ({ other, row }, { at }) =>
		say(
			`'${at.value}' was read as thousands, but '${other}' in the same column (${rowText(row)}) has a decimal comma: nobody can tell`,
			"Write the numbers of this column with a decimal point and without separators; what they concern is withheld.",
		),
	"cut-off-value": ({ of, limit }, { at }) =>
		of === "number"
			? say(
					`'${at.value}' is the largest number that some fields can hold (${limit}): the true amount may be larger`,
					"Correct it from the meter or the ledger; if it is right, nothing.",
				)
			: say(
					`the text is ${limit} characters long, the most that some fields can hold: its end may be cut off`,
					"Give the whole text; if it is whole, nothing.",
				),
	"float-dust": ({ cells }, { at }) =>
		say(
			`'${at.value}' ends in what a binary float leaves over (${number(cells, "cell")} of the firm in this column)`,
			"Nothing: it is below any digit shown. Round in the program that wrote the table, if it is in the way.",
		),
	"placeholder-amount": (_, { at }) =>
		say(
			`'${at.value}' looks like an entry that only fills the field`,
			"Give the metered amount; leave the cell blank where it is not known.",
		),
	"ambiguous-unit": ({ readAs, why }, { at }) =>
		why === "word"
			? say(`the unit '${at.value}' has other meanings too; read as ${readAs}`, `Write ${readAs}, if that is meant.`)
			: why === "unusual"
				? say(`the unit '${at.value}' is unusual; read as ${readAs}`, "Nothing, if it is no slip for the usual one.")
				: say(
						`the unit '${at.value}' does not say at what temperature and pressure; read as ${readAs}, at standard conditions`,
						`Write ${readAs} if the amounts are so; else convert them first: a cubic metre at 20 °C is 0.9318 of one at 0 °C.`,
					),
	"mixed-units": ({ what, units }, _, naming) =>
		say(
			`${subject(what, naming)}: its months are in different units, ${list(units)}`,
			"Correct the unit where it is wrong; if each amount is right in its unit, nothing.",
		),
	"output-and-energy-disagree": ({ of, carriers }) =>
		of === "no-output"
			? say(
					`no output in this month, yet ${list(carriers)} as in other months`,
					"Correct the output, or the month that the energy was used in; if the works was only kept warm, nothing.",
				)
			: say(
					`output in this month, yet ${list(carriers)} at 0`,
					"Fill in what was used, or leave the row out where it is not known; if 0 is right, nothing.",
				),
	"value-added-above-output": ({ valueAdded, outputValue }) =>
		say(
			`value added of ${amount(valueAdded)} is above the output value of ${amount(outputValue)} of the same period and prices: it cannot be`,
			"Correct the two; revenue or output value may stand where value added should.",
		),
	"value-added-is-output": ({ of, value, other }) =>
		say(
			`value added of ${amount(value)} is the ${of === "revenue" ? "revenue" : "output value"} of the same period, to the last digit (${rowText(other)})`,
			"Enter the value added: what remains of the output value without what was bought to make it.",
		),
	"rate-as-output": ({ what, why, value, other, year }, _, naming) =>
		say(
			`${subject(what, naming)}: ${amount(value)}, where ${year} has ${amount(other)}: ${why === "growth" ? "a growth rate or another percentage" : "an index"} seems to stand here, and no amount`,
			"Enter the amount of money; if it is right, nothing.",
		),
	"series-out-of-date": ({ what, last, asOf }, _, naming) =>
		say(`${subject(what, naming)}: the last month is ${last}, long before ${asOf}`, "Add the months since then."),
	"zero-before-month-ends": ({ what, asOf }, _, naming) =>
		say(
			`${subject(what, naming)}: 0 for a month that is not over on ${asOf}`,
			"Leave the row out until the month is over; 0 says that there was nothing.",
		),
	"coarse-measurement": ({ carrier, digits, least }, { at }) =>
		say(
			`${carrier}: '${at.value}' under '${at.column}' has ${number(digits, "significant digit")}; a measured value has at least ${least}`,
			"Give all digits of the laboratory report, or leave the cell blank for the default.",
		),
	"impossible-carbon": ({ carrier, of, unit, value, most, likely }) =>
		say(
			`${carrier}: ${cannotBe[of](value, unit)}, and no more than ${most} can be${orLikely(likely)}`,
			"Correct the stated values of this row, or name their units.",
		),
	"rate-below-half": ({ percent, rate, other }, { at }) =>
		say(
			percent
				? `'${at.value}' is per cent here: an oxidation rate of ${rate}%, which no fuel has; as a fraction, ${other} would be right for it`
				: `'${at.value}' is a fraction: an oxidation rate of ${rate}%, which no fuel has; in per cent it would be ${other}%`,
			"Write 93 under a header with (%), or 0.93 under one without; the row was refused.",
		),
	"low-oxidation": ({ carrier, least }, { at }) =>
		say(
			`${carrier}: an oxidation rate of '${at.value}' is below ${least}: much of the carbon would stay unburnt`,
			"Correct it, or leave the cell blank for the default; if it was measured so, nothing.",
		),
	"heat-value-out-of-range": ({ carrier, value, low, high, unit, likely }) =>
		say(
			`${carrier}: a net heat value of ${value} ${unit} is outside ${low} to ${high}${orLikely(likely)}`,
			"Correct the value, name its unit, or correct the carrier; if it was measured so, nothing.",
		),
	"factor-of-another-size": ({ carrier, value, unit, why, times, small, meant, low, high }) => {
		const would = meant === null ? "" : `; it would be ${meant}`;
		const told = {
			times: `is ${times} times too ${small ? "small" : "large"}${would}`,
			carbon: `is of carbon; of CO2 it would be ${meant ?? ""} (times 44/12)`,
			"carbon-twice": `was multiplied by 44/12 once too often${would}`,
			"of-heat": `is of a GJ; of the unit of the amount, with ${times} GJ in it, it would be ${meant ?? ""}`,
			"of-coal-equivalent": `is of a tonne of coal equivalent; of the unit of the amount, ${times} of them, it would be ${meant ?? ""}`,
			"all-burnt": `is the published one without its oxidation rate of ${times}${would}`,
			none: `is outside ${low ?? ""} to ${high ?? ""}, which the carrier can have`,
		}[why];
		return say(
			`${carrier}: an emission factor of ${value} ${unit} ${told}`,
			"Correct the factor or name its unit; leave the cell blank for the published one. If it was measured so, nothing.",
		);
	},
	"coal-basis": ({ carrier, value, high }) =>
		say(
			`${carrier}: ${value} GJ/t is more than it has as received and net (${high}): is it on a dry basis, or gross?`,
			"Give the net heat value as received.",
		),
	"carbon-content-out-of-range": ({ carrier, value, low, high, unit, likely }) =>
		say(
			`${carrier}: a carbon content of ${value} ${unit} is outside ${low} to ${high}${orLikely(likely)}`,
			"Correct the value, name its unit, or correct the carrier; if it was measured so, nothing.",
		),
	"coal-carbon-out-of-range": ({ carrier, tonnes, low, high }) =>
		say(
			`${carrier}: ${tonnes} t of carbon in a tonne of coal; inventories for China have ${low} to ${high}`,
			"Correct the heat value or the carbon content; if they were measured so, nothing.",
		),
	"heat-and-carbon-apart": ({ carrier, heat, usualHeat, carbon, usualCarbon }) =>
		say(
			`${carrier}: a heat value of ${heat} GJ/t where ${usualHeat} is usual, yet ${carbon} t of carbon in a tonne where ${usualCarbon} is: of one coal the two move together`,
			"Correct the one that is of another sample.",
		),
	"may-be-own-made": ({ carrier, amount: of, from, tonnes }) =>
		say(
			from.length === 0
				? `${carrier}: ${amount(of)} more was used than was bought and drawn from stock, and nothing of the year makes it${worth(tonnes)}`
				: `${carrier}: ${amount(of)} may have been made in the works, of ${list(from)} that the same year counts${worth(tonnes)}`,
			"Fill in the purchases, or say in the name where it comes from: 'purchased coke', 'own coke'; it is counted as written.",
		),
	"own-made": ({ carrier, amount: of, from, tonnes }) =>
		say(
			`${carrier}: ${amount(of)} is own-made and counts zero${from.length === 0 ? "" : `, because ${list(from)} counts`}${worth(tonnes)}`,
			"Nothing, if it is right; if it was bought, fill in its purchases.",
		),
	"where-from": ({ carrier, amount: of }) =>
		say(
			`${carrier}: ${amount(of)} was used and not bought, and the year has no fuel, waste heat, water, wind or sun to make it from`,
			"Fill in what was bought, or add the row of what it was made from; the firm-year is withheld.",
		),
	"not-bought": ({ carrier, amount: of }) =>
		say(
			`${carrier}: ${amount(of)} was used, but none was bought and none drawn from stock`,
			"Fill in the purchases or the stocks, or correct the carrier; it is counted as used.",
		),
	"purchases-blank": (_, { period }) =>
		say(
			`the table has a column of purchases, and ${period} has no amount above zero in it: everything is counted as used`,
			"Fill in what was bought in the year.",
		),
	"bought-exceeds-used": ({ carrier, bought, used }) =>
		say(
			`${carrier}: ${amount(bought)} bought, less what was passed on, is more than the ${amount(used)} used; what was bought counts`,
			"Nothing, if the rest is losses; power passed on to others belongs under transferred_out.",
		),
	"balance-difference": ({ what, of, written, computed }, _, naming) =>
		say(
			of === "use"
				? `${subject(what, naming)}: the total is ${amount(written)}, but bought and own-made less sold come to ${amount(computed)}`
				: `${subject(what, naming)}: the closing stock is ${amount(written)}, but opening stock and purchases less what was used and passed on leave ${amount(computed)}`,
			"Correct the figure that is wrong; the difference changes no figure by itself.",
		),
	"form-balance-differs": ({ what, written, computed }, _, naming) =>
		say(
			`${subject(what, naming)}: the closing stock of the form is ${amount(written)}, but opening stock and purchases less what was used leave ${amount(computed)}; one of the cells is wrong, and the year was withheld`,
			"Correct the cell that is wrong.",
		),
	"gas-unlike-sector": ({ carrier, sector }) =>
		say(
			`${carrier}: a firm of ${sector} has no furnace that it comes from, and nothing says that it was bought`,
			"Correct the gas, if another is meant (natural gas emits twice as much); if it was bought, say so in its name: 'purchased'.",
		),
	"clinker-against-fuel": ({ clinker, burnt, least, own }) =>
		say(
			`${amount(clinker)} of clinker, burnt with ${amount(burnt)} of coal equivalent; ${own ? "in other years the firm burns" : "level 1 of GB 16780 is"} ${amount(least)}: cement, or clinker that was bought, may stand in its place, or fuel may be missing`,
			"Enter the clinker that the works burnt itself, not cement and not clinker from others; add the fuel that is missing.",
		),
	"process-emissions-missing": ({ product, why }) =>
		say(
			why === "kiln"
				? `so much fuel beside so little power is burnt in a kiln, which makes '${product}', and the year has no process emissions`
				: `'${product}' cannot be made without process emissions, and the year has none`,
			"Add the rows of process materials (0 where there was nothing), or use --boundary energy.",
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
			`${subject(what, naming)}: the amounts look like amounts to date (${evidences[evidence]}): to ${last} ${amount(toDate)} if they are, ${amount(monthly)} if they are months`,
			"Say which it is with --amounts=to-date or --amounts=monthly; the firm-year is withheld until then.",
		),
	"may-be-to-date": ({ what, toDate, monthly, last }, _, naming) =>
		say(
			`${subject(what, naming)}: the amounts may be amounts to date: to ${last} ${amount(toDate)} if they are, ${amount(monthly)} if they are months, as they are counted`,
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
			`${subject(what, naming)}: '${at.value}' is ${ratio} times the usual ${amount(usual)}, about ${cause === "1190 L/t" ? "1190, litres for tonnes" : cause}: a unit slip? Nothing was changed`,
			"Correct the unit or the amount of this row; the firm-year is withheld until then.",
		),
	"no-factor": ({ carrier, set, unit, others, name, kind }) =>
		say(
			`${carrier} has no factor in the set ${set} (amounts in ${unit})${orNone(others, "; other sets have it: ")}`,
			`Give ncv, carbon_content and oxidation_rate, or emission_factor, in the row; or a --factors FILE; or say what it is: --map '${name}=${kind === "" ? "CARRIER" : kind}'${kind === "" ? "" : ", if that is what it is"}.`,
		),
	"no-electricity-factor": ({ province, mode }) =>
		say(
			`no electricity factor under ${mode} for ${province === "" ? "a firm of unknown province" : province}`,
			"State the province in a firms table, or choose --electricity national@2021 or a number.",
		),
	"not-co2": ({ material }) =>
		say(`${material} is not CO2 and stays outside this intensity`, "Remove the row; report it in its own inventory."),
	"needs-more": ({ material, formula }) =>
		say(
			`${material} needs more than quantity × factor: ${formula}`,
			"Compute its CO2 by that formula, divide it by the quantity, and enter the result under emission_factor in this row: it is then read.",
		),
	"factor-partly-verified": ({ carrier }) =>
		say(
			`the factor of ${carrier} is verified only in part`,
			"Compare it with its document before filing; tanlu sources --format csv says which part was seen where.",
		),
	"feedstock-without-products": ({ carriers, tonnes, products, amounts }) =>
		say(
			`${list(carriers)} as feedstock, and no product row says how much carbon stays${tonnes === null ? "" : `: up to ${tonnes} tCO2`}${madeOf(products, amounts)}`,
			"Add a row with use=product for each product that holds carbon (a row of 0 says that none stays), or choose --boundary energy.",
		),
	"carbon-stays": ({ carrier, tonnes }) =>
		say(
			`the carbon of ${carrier} as feedstock stays in what it is used for and counts zero${tonnes === null ? "" : ` (${tonnes} tCO2, shown apart)`}`,
			"Nothing; if it was burnt, leave use blank.",
		),
	"feedstock-oxidised": ({ carrier, ownFactor }) =>
		say(
			ownFactor
				? `${carrier} as feedstock is a reductant of this sector and counts by its own factor, in the process part`
				: `all carbon of ${carrier} as feedstock counts as emitted in this sector, in the process part`,
			"Nothing; carbon that leaves in products is subtracted by rows with use=product.",
		),
	"more-carbon-out-than-in": ({ into, out, more }) =>
		say(
			`products hold ${out} tCO2 of carbon and feedstock ${into} tCO2: ${more} tCO2 more leaves than goes in`,
			"Check the tonnes and units of the product rows, and whether all feedstock is given; stocks of another year may explain it.",
		),
	"carbon-subtracted-twice": ({ carriers, tonnes }) =>
		say(
			`recovered CO2 and ${list(carriers)} made of it are both subtracted: ${tonnes} tCO2 may be counted twice`,
			"Remove the row of recovered CO2 if it went into the product; nothing if it was sold to others.",
		),
	"name-of-two-meanings": ({ carrier, meanings, clinker }) =>
		say(
			clinker
				? `${carrier} lowers the emission of clinker, and no clinker is made in the year: as waste or a product it is not counted`
				: `${carrier} may mean ${meanings.join(" or ")}, and the sector of the firm does not say which`,
			clinker
				? "Add the clinker, or remove the row; if another material is meant, write its name."
				: "Give the sector, write the id that is meant, or give the row an emission_factor.",
		),
	"oxidation-forced": ({ set, rate }) =>
		say(`the method of ${set} fixes oxidation at 1; the row's ${rate} was not used`, "Nothing, if this method is meant."),
	"electricity-nearest-year": ({ used, region }) =>
		say(
			`no electricity factor of this year is published for ${region === "CN" ? "the nation" : region}; that of ${used} was used`,
			"Nothing; --electricity national@2021 takes the factor of one year for all, which keeps the grid's progress out.",
		),
	"factor-row-conflict": ({ carrier, rows }) =>
		say(`two factors for ${carrier}, same unit, year and province (${rowList(rows)})`, "Keep one."),
	"prices-not-constant": ({ prices, wanted: constant }) =>
		say(
			`output is at ${prices} prices, not at the base's ${constant}: no verdict`,
			`Give output at ${constant} prices, or --deflator FILE, or assert it with --prices ${constant}. Prices alone move an intensity: in 2021, for example, producer prices rose 8.1%.`,
		),
	"mixed-prices": ({ prices, indicator, years }) =>
		years.length === 0
			? say(`the year's ${indicator} mixes prices: ${list(prices)}`, "Give one kind of prices for the whole year.")
			: say(
					`${indicator} is at ${list(prices)} from year to year (${list(years.map(String))}): no series to judge a trend by`,
					"Give all years at constant prices of one year.",
				),
	"prices-asserted": ({ prices, stated }) =>
		say(`${stated} prices count as ${prices}, as asserted with --prices`, "Nothing, if that is so."),
	"current-equals-constant": ({ prices }) => say(`current prices of the price year are ${prices}`, "Nothing."),
	"constant-wins": () => say("output is given at constant and at other prices; the constant ones are used", "Nothing."),
	"deflator-year-missing": ({ sector }) =>
		say(
			`the deflator has no index for this year${sector === "" ? "" : ` and the sector ${sector}`}`,
			"Add the year to the deflator file.",
		),
	"boundary-changed": ({ base, present, material }, _, naming) =>
		say(
			`${material === null ? "process emissions" : `${naming.carrier(material)}, most of the process emissions,`} ${present ? (material === null ? "appear" : "appears") : material === null ? "disappear" : "disappears"} since ${base}: the boundary is not the same, no verdict`,
			"Give the process rows of both years (0 where there were none), or use --boundary energy.",
		),
	"part-changed": ({ part, base, present }) =>
		say(
			`${words.parts[part]} ${present ? "appears" : "disappears"} since ${base}`,
			`If ${words.parts[part]} was used in both years, add the missing rows; else nothing.`,
		),
	"carrier-vanished": ({ carrier, other, tonnes }, { period }, naming) =>
		say(
			`${naming.carrier(carrier)} has no row in ${period}; in ${other} it made ${amount(tonnes)} CO2`,
			"Add the missing rows, or a row with 0 if it was not used.",
		),
	"carrier-appeared": ({ carrier, other, tonnes }, { period }, naming) =>
		say(
			`${naming.carrier(carrier)} makes ${amount(tonnes)} CO2 in ${period} and has no row in ${other}`,
			`Add the rows of ${other}, or a row with 0 if it was not used then.`,
		),
	"carrier-replaced": ({ carrier, other, tonnes, by }, { period }, naming) =>
		say(
			`${naming.carrier(carrier)}, with ${amount(tonnes)} CO2 in ${other}, has no row in ${period}; ${list(by.map(naming.carrier))} replaced it`,
			"Nothing.",
		),
	"no-base": ({ base }) =>
		say(`no data of the base year ${base}: no verdict`, "Add the base year, or its intensity in a firms table (base_intensity)."),
	"base-unusable": ({ base, reason }) =>
		say(
			`the base year ${base} cannot be used (${typeof reason === "string" ? words.reasons[reason] : `it is not before ${reason}`}): no verdict for any year`,
			typeof reason === "string"
				? "Mend the base year, or give base_intensity in a firms table."
				: "Give an earlier base_year in the firms table, or choose other --targets.",
		),
	"no-output": ({ indicator, zero }) =>
		say(
			zero
				? `the year's ${words.indicators[indicator]} is zero: no intensity`
				: `the year has no ${words.indicators[indicator]}: no intensity`,
			"Add it to the output table, or choose another with --per.",
		),
	"base-intensity-differs": ({ stated, computed }) =>
		say(
			`the firms table states a base of ${stated}, its rows give ${computed}; the stated one is used, and the firm left out of pooled bases`,
			"Nothing, if the stated one is right.",
		),
	"total-not-positive": ({ total }) =>
		say(
			`total emissions are ${total} t: progress has no logarithm and is judged by sign`,
			"Correct the rows sold or bound in products: they take away more than was used.",
		),
	"national-target-used": ({ province }) =>
		say(
			`${province === "" ? "no target of a province, sector or file is known to apply to the firm" : `${province} has no industrial target of its own`}; the national one is used`,
			"Nothing.",
		),
	"not-pooled": ({ prices, wanted: constant }) =>
		say(
			`output at ${prices} prices cannot be added to the pools at ${constant}: no sector path`,
			"Give all firms at constant prices of one year.",
		),
	"pooled-figures-withheld": () =>
		say(
			"rows with errors may be of several firms: what is pooled over these firms is withheld for the years of the rows",
			"Mend the rows without a firm, the open quote, or the table without a column of firms.",
		),
	"target-row-conflict": ({ rows }) => say(`two targets for one scope (${rowList(rows)})`, "Keep one."),
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
	"carrier-renamed": ({ carrier, as, other }, { period }, naming) =>
		say(
			`${naming.carrier(as)} stands in ${period} where ${naming.carrier(carrier)} stood in ${other}, with about as much: one carrier under two names?`,
			"Give the carrier one name in all years, or --map one name to the other; if it really is another fuel, note it.",
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
			`${subject(what, naming)}: ${number(months, "month")} until ${to} as from ${from} on, digit by digit; so ${others === 1 ? "is" : "are"} ${number(others, "other amount")} of the month`,
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
			`${subject(what, naming)}: '${at.value}' in December is the sum of the year: ${amount(others)} stand in the eleven months before it${wouldBe === null ? ", and nothing is left for it" : `, and ${amount(wouldBe)} would be left for it`}. Nothing was changed`,
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
	// The run
	"baseline-expired": ({ code, reason, until }) =>
		say(
			`the baseline accepted ${code} until ${until} ('${reason}'); it counts again`,
			"Mend the finding, or renew the entry with a new date and reason.",
		),
	"baseline-unused": ({ code, reason }) =>
		say(`the baseline accepts ${code} ('${reason}'), which is not found any more`, "Remove the entry."),
	"not-listed": ({ codes, kept }) =>
		say(`only the first ${kept} of each are listed: ${list(codes)}; the counts are exact`, "Mend those first."),
};
