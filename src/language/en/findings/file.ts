/** In English: findings about files as a whole: what they are, what of them is read. */

import type { ChapterSentences } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { say } from "./phrases.ts";

const referenceKinds = {
	factors: "factors",
	deflator: "a table of price indices",
	targets: "a table of targets",
	growth: "a table of growth rates",
	claims: "a table of claims",
	rules: "rules of one's own",
} as const;

const passedKinds = {
	"no-regular-file": "is no regular file, but a pipe or a device",
	"other-kind": "a file of a kind that is not read",
	empty: "an empty file",
	document: "a document of an office program",
	compressed: "a file that is compressed otherwise than once by gzip",
} as const;

export const file: ChapterSentences<"file"> = {
	"totals-made-with": ({ options }) =>
		say(
			`these totals were made with ${list(options.map((option) => `--${option}`))}`,
			"Nothing, if that was meant: what was asserted of the rows holds for their totals.",
		),
	"lost-before": () =>
		say(
			"rows were refused when these totals were made, and what they leave unknown is withheld",
			"Correct these rows in their own tables and make the totals again.",
		),
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
	"same-file": ({ other }) => say(`the same bytes as ${other}; read once`, "Leave one of the two out."),
	"no-data": () => say("the file has a header and no rows", "Export the table again, with its rows."),
};
