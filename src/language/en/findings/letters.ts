/** In English: findings about letters and encodings. */
import type { CreditCodeFault } from "../../../domain/credit-code.ts";
import type { ChapterSentences } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { say } from "./phrases.ts";

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

export const letters: ChapterSentences<"letters"> = {
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
	"one-name-two-codes": ({ name, codes }) =>
		say(
			`'${name}' stands under several credit codes: ${list(codes)}; each counts as a firm of its own`,
			"Correct the code if it is one firm, or tell the names apart if it is not.",
		),
};
