/** In English: findings about single amounts and measured values. */
import type { Amount, LikelyUnit } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { list, number } from "../pieces.ts";
import { amount, say, subject } from "./phrases.ts";

/** The unit that would explain a value, at the end of a message. */
const orLikely = (likely: LikelyUnit | null): string =>
	likely === null ? "" : `; written in ${likely.written}, it would be ${likely.value} ${likely.unit}`;

const worth = (tonnes: Amount | null): string => (tonnes === null ? "" : `; as bought it is ${amount(tonnes)} of CO2`);

/** Values that cannot be, with their units. */
const cannotBe = {
	carbon: (value: string, unit: string) => `${value} t of carbon in ${unit === "t" ? "a tonne" : unit} of fuel`,
	co2: (value: string, unit: string) => `the factor gives ${value} t of CO2 for ${unit === "t" ? "a tonne" : unit}`,
	heat: (value: string, unit: string) => `a net heat value of ${value} GJ/${unit}`,
	electricity: (value: string) => `the factor is ${value} kgCO2/kWh`,
} as const;

export const values: ChapterSentences<"values"> = {
	// Suspected in single rows and measured values
	"ambiguous-separators": ({ read, otherwise, other, row }, { at }) =>
		say(
			`'${at.value}' was read as ${read}; beside '${other}' in the same table (${rowText(row)}) it may be ${otherwise}: nobody can tell`,
			"Write the numbers of this table with a decimal point and without separators; what they concern is withheld.",
		),
	"undecided-separators": ({ read, otherwise, cells }, { at }) =>
		say(
			`'${at.value}' was read as ${read} and may be ${otherwise}: no number of this table with semicolons decides (such numbers in the year: ${cells})`,
			"Where points are decimal, write one amount with other decimals (1.50); where they are not, write all without separators.",
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
};
