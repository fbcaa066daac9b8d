/** In English: findings about bases, prices, targets and verdicts. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { words } from "../words.ts";
import { amount, rowList, say } from "./phrases.ts";

export const judgement: ChapterSentences<"judgement"> = {
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
	"deflator-year-missing": ({ sector, year }) =>
		say(
			`the deflator has no index for ${year}${sector === "" ? "" : ` and the sector ${sector}`}`,
			"Add the year to the deflator file.",
		),
	"prices-differ": ({ prices, rows }) =>
		say(
			`output at current prices is not what is stated at ${prices} prices of the same year (${rowList(rows)}); the constant amount is used`,
			"The two are one thing: correct the row that is wrong, or delete the one that was not meant.",
		),
	"other-price-year": ({ prices, plan }) =>
		say(
			`compared with the base at ${prices} prices, which both have; at the plan's ${plan} they have nothing in common`,
			`Nothing; sector sums may leave the firm out, unless both years are stated at ${plan} prices.`,
		),
	"no-common-prices": ({ prices, base, basePrices }) =>
		say(
			`output is at ${list(prices)} prices, that of the base ${base} at ${list(basePrices)}: nothing in common, no verdict`,
			`State the output of ${base} at ${prices[0]} prices too (at current prices, if that is its own year); or give both years at current prices with --deflator FILE.`,
		),
	"base-year-needed": ({ plans }) =>
		say(
			`the firms table states a base or a target without base_year, and years of ${list(plans)} are judged`,
			"Say base_year in the firms table: the figure belongs to the plan that begins in that year or runs through it.",
		),
	"heat-values-differ": ({ carrier, measured, base }) =>
		say(
			`${carrier} is in coal equivalent by a ${measured ? "measured" : "default"} heat value, in the base ${base} by a ${measured ? "default" : "measured"} one`,
			"Energy per output moves by that alone: enter the measured heat value in both years, or in none.",
		),
	"years-outside-plans": ({ years, plans, auto }) =>
		say(
			`no plan of this run (${list(plans)}) asks anything of ${list(years.map(String))}: no path, no verdict`,
			auto
				? "--targets auto judges each year under its own plan."
				: "No published plan covers these years; --targets FILE takes a plan of your own.",
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
				? "Correct the base year, or give base_intensity in a firms table."
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
			"Correct the rows without a firm, the open quote, or the table without a column of firms.",
		),
	"target-row-conflict": ({ rows }) => say(`two targets for one scope (${rowList(rows)})`, "Keep one."),
	"unsupported-target": ({ indicator, scope, kinds }, { at }) =>
		say(
			`'${at.value}' is no target of ${indicator} that is judged for ${scope}`,
			kinds.length === 0 ? "Leave the row out." : `Write ${list(kinds)}, or leave the row out.`,
		),
	"target-without-plan": ({ indicator, base, target, plans }) =>
		say(
			`the target of ${indicator} for ${base === null ? target : `${base}–${target}`} is of no plan of this run (${list(plans)}): it judges nothing`,
			"Give it the years of the plan, or add a row of CO2 for all with its years.",
		),
	"carrier-renamed": ({ carrier, as, other }, { period }, naming) =>
		say(
			`${naming.carrier(as)} stands in ${period} where ${naming.carrier(carrier)} stood in ${other}, with about as much: one carrier under two names?`,
			"Give the carrier one name in all years, or --map one name to the other; if it really is another fuel, note it.",
		),
};
