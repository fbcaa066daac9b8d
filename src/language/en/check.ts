/** What `tanlu check` says around the findings, in English. */
import type { CheckCounts, CheckStep, CheckTexts } from "../check-texts.ts";
import { number } from "./pieces.ts";
import { words } from "./words.ts";

const steps: { readonly [S in CheckStep]: string } = {
	"mend-errors": "Next: mend the errors, the heaviest first, and check again.",
	"look-at-warnings": "Next: look at the warnings; tanlu report says which verdicts they withhold.",
	"give-date": "Next: --as-of DATE lets the rules run that need a date.",
	report: "Next: tanlu report gives each firm's intensity and its gap.",
};

const ruleCounts = ({ rules, unchecked }: CheckCounts): string =>
	rules === 0
		? "no rule was asked"
		: unchecked === 0
			? `${number(rules, "rule")}, checked for every firm`
			: `${number(rules, "rule")}, ${unchecked} of them not checked, or not for every firm`;

export const check: CheckTexts = {
	titles: {
		"missing-column": "Column missing",
		"duplicate-column": "Two columns with one meaning",
		"unknown-column": "Column not known",
		"ragged-row": "Row with too many or too few cells",
		"unclosed-quote": "Quote never closed",
		"nul-byte": "Binary data in a row",
		"same-file": "File given twice",
		"no-data": "File without rows",
		// The shape of the file
		"blank-column": "Column without any value",
		"blank-rows": "Blank rows",
		"cell-too-long": "Cell too long",
		"filled-down": "Blank cells filled from above",
		"firm-from-title": "Firm taken from the title lines",
		"header-changed": "Header that changes in the file",
		"mixed-newlines": "Line ends of more than one kind",
		"note-row": "Row that is a note",
		"repeated-header": "Header repeated among the rows",
		"title-lines": "Title lines above the header",
		"total-differs": "Total that its parts do not make",
		"unit-from-title": "Unit taken from the title lines",
		"year-from-title": "Year taken from the title lines",
		"missing-firm": "Row without a firm",
		"missing-cell": "Needed cell blank or not usable",
		"bad-period": "Period not readable",
		"future-month": "Period in the future",
		"unknown-carrier": "Carrier not known",
		"carrier-read-as": "Carrier read without its brackets",
		"carrier-mapped": "Carrier mapped to another",
		"total-row": "Row of a total",
		"may-include-own-generation": "Electricity that may include own generation",
		"unknown-use": "Use not known",
		"unknown-indicator": "Indicator not known",
		"missing-product": "Production without a product",
		"unknown-sector": "Sector not known",
		"unknown-province": "Province not known",
		"unknown-prices": "Prices not known",
		"constant-year-assumed": "Constant prices without a year",
		"two-sectors": "Firm in two sectors",
		"differs-between-rows": "Rows that disagree about the firm",
		"master-data-differs": "Rows that disagree with the firms table",
		// Credit codes, and letters that names should not hold
		"bad-credit-code": "Credit code that cannot be right",
		"credit-code-respelt": "Credit code spelt another way",
		"control-character": "Control characters in a name",
		"invisible-character": "Characters that cannot be seen",
		"formula-like-text": "Text that begins like a formula",
		"two-names-one-code": "Several names under one credit code",
		"one-name-two-codes": "One name under several credit codes",
		"missing-unit": "Unit missing",
		"unknown-unit": "Unit not known",
		"wrong-unit-kind": "Unit of the wrong kind",
		"unit-disagrees": "Row and header disagree about the unit",
		"foreign-currency": "Foreign currency",
		"energy-unit": "Amount given as heat",
		"mixed-dimensions": "Units that cannot be added",
		"bad-number": "Not a plain number",
		"missing-quantity": "Amount missing",
		"negative-quantity": "Amount below zero",
		"thousands-separators": "Number with separators",
		"full-width": "Full-width characters",
		"spaces-trimmed": "Blanks around a value",
		"spreadsheet-exponent": "Digits lost in a spreadsheet",
		"bad-parameter": "Parameter out of its range",
		"factor-and-parts": "Emission factor beside its parts",
		"parameter-unused": "Parameter without effect",
		"heat-content-missing": "Enthalpy or temperature missing",
		// Suspected in single rows and measured values
		"ambiguous-separators": "Separators that can be read two ways",
		"cut-off-value": "Value that may be cut off",
		"float-dust": "Remainder of a binary float",
		"placeholder-amount": "Amount that only fills the field",
		"ambiguous-unit": "Unit with more than one meaning",
		"mixed-units": "Months in different units",
		"output-and-energy-disagree": "Output and energy of a month disagree",
		"value-added-above-output": "Value added above the output value",
		"series-out-of-date": "Last month long ago",
		"zero-before-month-ends": "Zero for a month that is not over",
		"coarse-measurement": "Measured value with too few digits",
		"impossible-carbon": "More carbon than a fuel can hold",
		"low-oxidation": "Oxidation rate unusually low",
		"heat-value-out-of-range": "Heat value out of its range",
		"coal-basis": "Heat value on another basis",
		"carbon-content-out-of-range": "Carbon content out of its range",
		"coal-carbon-out-of-range": "Carbon of a tonne of coal out of its range",
		"heat-and-carbon-apart": "Heat value and carbon do not go together",
		"by-product-gas": "By-product gas counted beside its source",
		"process-emissions-missing": "Process emissions missing",
		"repeated-entry": "Rows that say the same",
		"repeats-added": "Rows of one key added",
		"conflicting-entries": "Rows that contradict each other",
		"whole-and-parts": "Period given whole and in parts",
		"whole-equals-parts": "Whole and parts agree",
		"whole-against-parts": "Whole and parts do not agree",
		"months-missing": "Months missing that other tables have",
		"partial-year": "Part of a year",
		"unit-slip": "Unit slip suspected",
		"no-factor": "No factor in the set",
		"no-electricity-factor": "No electricity factor",
		"not-co2": "Not CO2",
		"needs-more": "Needs more than quantity and factor",
		"factor-partly-verified": "Factor verified only in part",
		"oxidation-forced": "Oxidation rate fixed by the method",
		"electricity-nearest-year": "Electricity factor of another year",
		"factor-row-conflict": "Two factors for one carrier",
		"prices-not-constant": "Output not at the prices of the base",
		"mixed-prices": "Prices mixed in one year",
		"prices-asserted": "Prices as asserted",
		"current-equals-constant": "Current prices of the price year",
		"constant-wins": "Constant prices used before others",
		"deflator-year-missing": "Year missing in the deflator",
		"boundary-changed": "Process emissions come or go",
		"part-changed": "Part of the emissions comes or goes",
		"no-base": "No base year",
		"no-output": "No output",
		"base-intensity-differs": "Stated base differs from the rows",
		"base-unusable": "Base year cannot be used",
		"total-not-positive": "Total emissions not above zero",
		"national-target-used": "National target used",
		"not-pooled": "Firm left out of the pools",
		"pooled-figures-withheld": "Pooled figures withheld",
		"target-row-conflict": "Two targets for one scope",
		// Suspected in histories and between firms
		"month-unlike-history": "Month unlike the others",
		"year-on-year-change": "Large change on last year",
		"step-change": "Lasting step in a history",
		"energy-against-output": "Energy and output move apart",
		"repeated-amount": "One amount month after month",
		"unchanged-measurement": "Measured value that never changes",
		"copied-year": "Year copied from another",
		"fixed-multiple-of-output": "Energy a fixed multiple of output",
		"round-amounts": "Round amounts",
		"shared-series": "Same figures at several firms",
		"suspected-unit-slip": "Smaller unit slip suspected",
		"baseline-expired": "Known finding past its date",
		"baseline-unused": "Known finding no longer there",
		"not-listed": "Findings counted but not listed",
	},
	meanings: {
		error: "The data are wrong.",
		warning: "The data are usable, or a basis is missing.",
		note: "A choice was made.",
	},
	help: "Each finding says what is wrong with the value, and what to do about it.",
	whys: {
		"no-months": "no figures by month",
		"too-few-months": "too few months",
		"no-output": "no output",
		"no-measured-values": "no measured values",
		"no-sector": "sector not known",
		"no-earlier-year": "no earlier year",
		"no-other-firm": "no other firm to compare with",
		"no-price-basis": "no basis of prices",
		"no-such-carrier": "no such carrier used",
		"no-as-of": "no --as-of DATE",
		"not-in-tables": "not told in any table",
		"switched-off": "switched off",
		"not-asked": "not asked for",
	},
	rule: (title, id) => `${title} (${id})`,
	together: (parts) => parts.join("; "),
	sentences: (message, remedy) => `${message}${/[.?!]$/.test(message) ? "" : "."} ${remedy}`.trimEnd(),
	state: (counts, { files, rows }) => {
		const { error, warning, known, unchecked } = counts;
		const state =
			error > 0
				? "The data have errors"
				: warning > 0
					? "The data are usable, with warnings"
					: `The data are clean${unchecked > 0 ? " as far as they were checked" : ""}`;
		const aside = known > 0 ? `, ${number(known, "known finding")} aside` : "";
		return `${state}${aside}: ${number(files, "file")}, ${number(rows, "row")}.`;
	},
	group: ({ gravity, code, title, count, known, atLeast }) => {
		const apart = known === 0 ? "" : `, ${atLeast ? "at least " : ""}${known} known`;
		return `${words.gravities[gravity]}  ${code} (${count}${apart})  ${title}`;
	},
	weight: (tonnes, couldTurn) =>
		[
			...(tonnes === null ? [] : [`${tonnes} t CO2`]),
			...(couldTurn === null ? [] : [couldTurn ? "could turn the verdict" : "could not turn the verdict"]),
		].join(", "),
	followsFrom: (place) => `follows from ${place}`,
	knownHeading: (count) => `${number(count, "known finding")}, accepted with a reason`,
	accepted: (reason, until) =>
		`accepted: ${reason === "" ? "no reason given" : reason}${until === null ? "" : `, until ${until}`}`,
	notCheckedHeading: "Not checked",
	notCheckedColumns: { why: "because", rules: "rules", answers: "answers", which: "which" },
	notChecked: (why, firms) => `not checked${firms === null ? "" : ` for ${number(firms, "firm")}`} (${why})`,
	ruleNotChecked: (rule, notChecked) => `${rule}: ${notChecked}`,
	answers: ({ asked, passed, failed }) => `asked ${number(asked, "time")}: ${passed} passed, ${failed} failed`,
	cameOut: (counts) => {
		const { error, warning, note, known } = counts;
		const found = `${number(error, "error")}, ${number(warning, "warning")}, ${number(note, "note")}`;
		return `${found}${known === 0 ? "" : `; ${known} known`}; ${ruleCounts(counts)}.`;
	},
	next: (step) => steps[step],
	noFinding: "no finding",
	grouped: (title, gravity, count, total) =>
		`${number(count, words.gravities[gravity])}${total === null ? "" : ` listed of ${total} of this code in the run`}: ${title}`,
	unannotated: (count, most) =>
		`${number(count, "finding")} not annotated: a step shows ${most} of each gravity; --format csv or json has all.`,
	ofTheRun: "Not about one file: this one stands for all of them.",
	cut: (count, most) =>
		`${number(count, "result")} left out: code scanning refuses a file with more than ${most}; --format json has all.`,
};
