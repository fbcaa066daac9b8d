/** In English: findings about units. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { orNear, orNone, say } from "./phrases.ts";

export const units: ChapterSentences<"units"> = {
	"missing-unit": ({ wanted: units }) =>
		say("the row has no unit", `Fill in the unit${orNone(units, ", such as ")}; the row was refused.`),
	"unknown-unit": ({ near }, { at }) =>
		say(
			`the unit '${at.value}' is not known${orNear(near)}`,
			"Use a known unit; 'ton' alone is none, since it may be short or long. The row was refused.",
		),
	"wrong-unit-kind": ({ what, wanted: units }, { at }) =>
		say(`'${at.value}' is no unit for ${what}`, `Use ${list(units)}; the row was refused.`),
	"claim-equivalent": ({ metric }, { at }) =>
		say(
			`${metric} is claimed in CO2 equivalent ('${at.value}') and held against CO2: other gases are not computed`,
			"If it is CO2 alone, write tCO2; else it may lie above by the other gases.",
		),
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
};
