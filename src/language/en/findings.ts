/** What each finding says in English, and what to do about it. */
import type { SlipCause, Subject } from "../../findings/finding.ts";
import type { Naming, Sentence, Sentences } from "../language.ts";
import { list, number } from "./pieces.ts";
import { words } from "./words.ts";

const say = (message: string, remedy: string): Sentence => ({ message, remedy });
const orNone = (items: readonly string[], before: string): string => (items.length === 0 ? "" : `${before}${list(items)}`);
/** A guess at the end of a message that has no full stop. */
const orNear = (items: readonly string[]): string =>
	items.length === 0 ? "" : `; did you mean ${items.map((item) => `'${item}'`).join(" or ")}?`;
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

const numbers = {
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
	percent: "a positive per cent below 100 (in a deflator: 100 in the price year)",
} as const;

/** A slip as a guess: `10^4, kWh written as 10^4 kWh (it would be 48 kWh)`. */
const slip = ({ factor, given, under, wouldBe }: SlipCause, unit: string): string =>
	`${factor}, ${given === "" ? "a moved decimal point" : `${given} written as ${under}`} (it would be ${wouldBe} ${unit})`;
const slips = (causes: readonly SlipCause[], unit: string): string => causes.map((cause) => slip(cause, unit)).join("; or ");

export const sentences: Sentences = {
	"missing-column": ({ kind, missing, nearest, have }) =>
		say(
			`this ${kind} table has no column '${missing}'; its columns are ${list(have)}`,
			nearest === ""
				? `Add a column '${missing}'; none of the rows was used.`
				: `Rename '${nearest}' to '${missing}'; none of the rows was used.`,
		),
	"duplicate-column": ({ meaning, other }, { at }) =>
		say(`the columns '${other}' and '${at.column}' both mean '${meaning}'`, "Keep one of them; none of the rows was used."),
	"unknown-column": ({ near }, { at }) =>
		say(
			`the column '${at.column}' is not known and was left out`,
			near.length === 0 ? "Nothing, if it is not needed." : `Rename it if '${near[0]}' was meant.`,
		),
	"ragged-row": ({ expected, found }) =>
		say(
			`the row has ${found} cells where the header has ${expected}`,
			"Put cells that hold a separator in quotes, or add the missing cells; the row was refused.",
		),
	"unclosed-quote": ({ skippedLines }) =>
		say(
			`a quote opens here and is never closed; ${number(skippedLines, "line")} could not be read`,
			"Close the quote, or remove it; whose rows were lost is not known, so every firm is withheld.",
		),
	"nul-byte": () => say("the row holds NUL bytes: binary data, not text", "Export the table again as CSV; the row was refused."),
	"same-file": ({ other }) => say(`the same bytes as ${other}; read once`, "Leave one of the two out."),
	"no-data": () => say("the file has a header and no rows", "Export the table again, with its rows."),
	// The shape of the file
	"missing-firm": () =>
		say("the row names no firm", "Fill in the firm; the row was refused, and figures pooled over firms are withheld."),
	"missing-cell": ({ what }) => say(`the row has no usable ${what}`, `Fill in '${what}'; the row was refused.`),
	"bad-period": ({ ambiguous }, { at }) =>
		ambiguous
			? say(
					`'${at.value}' may be January or October: spreadsheets write 2023.10 so`,
					`Write ${at.value.trim().slice(0, 4)}-01 or ${at.value.trim().slice(0, 4)}-10; the row was refused.`,
				)
			: say(
					`${shown(at.value)} is not a year, quarter or month`,
					"Write 2023, 2023-06, 2023Q2 or 2023年6月; the row was refused.",
				),
	"future-month": ({ asOf }, { at }) =>
		say(`${at.value} is after ${asOf}`, "Correct the period, or the date given with --as-of; the row was refused."),
	"unknown-carrier": ({ near }, { at }) =>
		say(
			`the carrier ${shown(at.value)} is not known${orNear(near)}`,
			"Use a known carrier, or map it: --map 'NAME=carrier-id'; the row was refused.",
		),
	"carrier-read-as": ({ carrier }, { at }) =>
		say(`'${at.value}' was read as ${carrier}, without regard to the brackets`, "Nothing, if that is right."),
	"carrier-mapped": ({ carrier }, { at }) =>
		say(`'${at.value}' counts as ${carrier}, as asked with --map`, "Nothing, if that is right."),
	"total-row": (_, { at }) => say(`'${at.value}' is a total; the row was skipped`, "Nothing: the parts are counted."),
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
	"missing-product": () => say("production without a product", "Name the product; the row was refused."),
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
		say(`the prices '${at.value}' are not known and count as unstated`, `Use ${list(known)}.`),
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
	"missing-unit": ({ wanted: units }) =>
		say("the row has no unit", `Fill in the unit${orNone(units, ", such as ")}; the row was refused.`),
	"unknown-unit": ({ near }, { at }) =>
		say(
			`the unit '${at.value}' is not known${orNear(near)}`,
			"Use a known unit; 'ton' alone is none, since it may be short or long. The row was refused.",
		),
	"wrong-unit-kind": ({ what, wanted: units }, { at }) =>
		say(`'${at.value}' is no unit for ${what}`, `Use ${list(units)}; the row was refused.`),
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
		say(`amounts of one product in units that cannot be added: ${list(units)}`, "Use one kind of unit for a product."),
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
	"repeated-entry": ({ times, what }, _, naming) =>
		say(
			`${subject(what, naming)}: ${times} rows say the same; counted once`,
			"Remove the copies, or use --add-repeats if they are part amounts.",
		),
	"repeats-added": ({ times, what }, _, naming) =>
		say(
			`${subject(what, naming)}: ${times} rows of one key were added, as asked with --add-repeats`,
			"Nothing, if they are part amounts.",
		),
	"conflicting-entries": ({ what, values, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: ${list(values)} for one key (${list(rows)})`,
			what.of === "column"
				? "Keep the right one; what they concern is withheld."
				: "Keep the right one, or use --add-repeats if they are part amounts; what they concern is withheld.",
		),
	"whole-and-parts": ({ what, whole, complete }, _, naming) =>
		complete
			? say(`${subject(what, naming)}: ${whole} is given whole and in parts that agree; counted once`, "Nothing.")
			: say(
					`${subject(what, naming)}: ${whole} is given whole and in incomplete parts; the whole is used`,
					"Complete the parts, or remove them.",
				),
	"whole-against-parts": ({ what, whole, parts, rows }, _, naming) =>
		say(
			`${subject(what, naming)}: the whole says ${whole}, its parts ${parts} (${list(rows)})`,
			"Make them agree; the firm-year is withheld.",
		),
	"months-missing": ({ what, months }, _, naming) =>
		say(
			`${subject(what, naming)} lacks ${months}, which other tables of the firm have; the year is withheld`,
			what.of === "indicator" ? "Fill in the months." : "Fill in the months (0 where nothing was used), or use --absent-is-zero.",
		),
	"partial-year": ({ months }) =>
		say(`only ${months} of 12 months are in any table: shown, without a verdict`, "Add the other months."),
	"unit-slip": ({ what, usual, ratio, cause }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' is ${ratio} times the usual ${usual}, about ${cause}: a unit slip? Nothing was changed`,
			"Correct the unit or the amount of this row; the firm-year is withheld until then.",
		),
	"no-factor": ({ carrier, set, unit, others }) =>
		say(
			`${carrier} has no factor in the set ${set} (amounts in ${unit})${orNone(others, "; other sets have it: ")}`,
			"Give ncv, carbon_content and oxidation_rate, or emission_factor, in the row; or a --factors FILE; or map it: --map 'NAME=carrier-id'.",
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
			"Compute it by its guideline and give the row an emission_factor under a material that takes one.",
		),
	"factor-partly-verified": ({ carrier }) =>
		say(
			`the factor of ${carrier} is verified only in part`,
			"Compare it with its document before filing; tanlu sources --format csv says which part was seen where.",
		),
	"oxidation-forced": ({ set, rate }) =>
		say(`the method of ${set} fixes oxidation at 1; the row's ${rate} was not used`, "Nothing, if this method is meant."),
	"electricity-nearest-year": ({ used, region }) =>
		say(
			`no electricity factor of this year is published for ${region === "CN" ? "the nation" : region}; that of ${used} was used`,
			"Nothing; a fixed year such as national@2021 keeps the grid's progress out.",
		),
	"factor-row-conflict": ({ carrier, rows }) =>
		say(`two factors for ${carrier}, same unit, year and province (${list(rows)})`, "Keep one."),
	"prices-not-constant": ({ prices, wanted: constant }) =>
		say(
			`output is at ${prices} prices, not at the base's ${constant}: no verdict`,
			`Give output at ${constant} prices, or --deflator FILE, or assert it with --prices ${constant}. Prices alone move an intensity: producer prices rose 8.1% in 2021.`,
		),
	"mixed-prices": ({ prices }) =>
		say(`the year's output mixes prices: ${list(prices)}`, "Give one kind of prices for the whole year."),
	"prices-asserted": ({ prices, stated }) =>
		say(`${stated} prices count as ${prices}, as asserted with --prices`, "Nothing, if that is so."),
	"current-equals-constant": ({ prices }) => say(`current prices of the price year are ${prices}`, "Nothing."),
	"constant-wins": () => say("output is given at constant and at other prices; the constant ones are used", "Nothing."),
	"deflator-year-missing": ({ sector }) =>
		say(
			`the deflator has no index for this year${sector === "" ? "" : ` and the sector ${sector}`}`,
			"Add the year to the deflator file.",
		),
	"boundary-changed": ({ base, present }) =>
		say(
			`process emissions ${present ? "appear" : "disappear"} since ${base}: the boundary is not the same, no verdict`,
			"Give the process rows of both years (0 where there were none), or use --boundary energy.",
		),
	"part-changed": ({ part, base, present }) =>
		say(
			`${words.parts[part]} ${present ? "appears" : "disappears"} since ${base}`,
			`If ${words.parts[part]} was used in both years, add the missing rows; else nothing.`,
		),
	"no-base": ({ base }) =>
		say(`no data of the base year ${base}: no verdict`, "Add the base year, or its intensity in a firms table (base_intensity)."),
	"base-unusable": ({ base, reason }) =>
		say(
			`the base year ${base} cannot be used (${typeof reason === "string" ? words.reasons[reason] : `it is not before ${reason.notBefore}`}): no verdict for any year`,
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
		say("a row with an error names no firm: figures pooled over firms are withheld", "Mend that row."),
	"target-row-conflict": ({ rows }) => say(`two targets for one scope (${list(rows)})`, "Keep one."),
	// Suspected in histories and between firms
	"month-unlike-history": ({ what, usual, ratio, season, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}: '${at.value}' is ${ratio} times the ${usual} usual in ${season ? `the same month of ${number(months, "other year")}` : `the ${number(months, "other month")}`}`,
			"Compare it with the meter reading or the invoice, and correct it or note what happened in that month.",
		),
	"year-on-year-change": ({ what, lastYear, before, now, unit, percent }, _, naming) =>
		say(
			`${what === null ? "the intensity" : subject(what, naming)} went from ${before} ${unit} in ${lastYear} to ${now} ${unit}, a change of ${percent}%`,
			"Find what changed: amounts, units, rows left out, the works itself; correct the rows or note the reason.",
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
	"repeated-amount": ({ what, amount, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: ${amount} in each of ${number(months, "month")} running, until ${to}`,
			"Enter the reading of each month; if it is a yearly amount in equal parts, give the year as a whole.",
		),
	"unchanged-measurement": ({ what, parameter, measured, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}: ${parameter} ${measured} in each of ${number(months, "month")} running, until ${to}, to the last digit`,
			`Enter each month's own laboratory value; where there is none, leave ${parameter} blank, and the default counts.`,
		),
	"copied-year": ({ what, lastYear, months, shift }, _, naming) =>
		say(
			`${subject(what, naming)}: all ${number(months, "month")} equal those of ${lastYear}${shift === "none" ? "" : `, each one month ${shift}`}`,
			"Replace last year's amounts by this year's readings.",
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
			`${subject(what, naming)}: ${parameter === "" ? "the amounts" : `${parameter}`} of ${number(months, "month")}, until ${to}, are those of the firm '${other}' (${row}) digit by digit${stretches === 1 ? "" : `; ${stretches} such stretches in all`}`,
			"Find out whose readings they are; if both firms are one, give them one code, and if they share a meter, divide it.",
		),
	"suspected-unit-slip": ({ what, why, usual, usualUnit, ratio, unit, causes }, { at }, naming) => {
		const found = {
			"own-months": `'${at.value}' is ${ratio} times the ${usual} ${usualUnit} usual in its other months`,
			"other-years": `the year is ${ratio} times the ${usual} ${usualUnit} of the firm's other years`,
			"power-share": `the year's electricity is ${ratio}% of the firm's coal equivalent; what it burns needs more than ${usual}% for its fans and pumps`,
			sector: `by energy per output the firm is at ${ratio} times the ${usual} ${usualUnit} of its sector`,
		}[why];
		return say(
			`${subject(what, naming)}: ${found}; a slip of the unit by ${slips(causes, unit)}? Nothing was changed`,
			why === "sector"
				? "Compare unit and amount with the meter or the invoice, and the output with the books; correct the rows that slipped."
				: why === "power-share"
					? "Compare unit and amount with the invoice and correct the rows that slipped; nothing, if the works makes its own power."
					: "Compare unit and amount with the meter or the invoice; correct the rows that slipped.",
		);
	},
	"not-listed": ({ codes, kept }) =>
		say(`only the first ${kept} of each are listed: ${list(codes)}; the counts are exact`, "Mend those first."),
};
