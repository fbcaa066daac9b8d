/** In English: findings about factors, of the seeds and of the user. */
import type { Amount } from "../../../findings/finding.ts";
import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { amount, orNone, rowList, say } from "./phrases.ts";

/** What the output table says was produced, at the end of a message. */
const madeOf = (products: readonly string[], amounts: readonly Amount[]): string =>
	orNone(
		amounts.map((one, index) => `${products[index] === "" ? "production" : products[index]} ${amount(one)}`),
		"; the output table has ",
	);

export const factors: ChapterSentences<"factors"> = {
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
};
