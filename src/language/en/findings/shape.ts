/** In English: findings about the shape of a table: headers, titles, columns, totals. */

import type { ChapterSentences } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { amount, say, shown, subject } from "./phrases.ts";

export const shape: ChapterSentences<"shape"> = {
	"short-rows": ({ rows }) =>
		say(
			`${number(rows, "row")} from here on lack${rows === 1 ? "s" : ""} cells at the end that may be blank; read as blank`,
			"Nothing.",
		),
	"text-without-header": ({ column }) =>
		say(`text stands in column ${column}, whose header is blank; not used`, "Name the column in its header, or delete the text."),
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
	"merged-filled": ({ columns, rows }) =>
		say(
			`${number(rows, "row")} took ${list(columns)} from merged cells above`,
			"Nothing, unless the cells should not be merged.",
		),
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
	"title-among-rows": ({ title }) =>
		say(
			`a title stands among the rows ('${title}'), and no header that can be read below it: nobody can say whose, or of when, the rows under it are`,
			"Repeat the header below the title, or keep each table in a file or on a sheet of its own; the rows under the title were not used.",
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
};
