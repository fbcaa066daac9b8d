/** What `tanlu check` says around the findings, in English. */
import type { CheckCounts, CheckStep, CheckTexts } from "../check-texts.ts";
import { titles } from "./compiled.ts";
import { number } from "./pieces.ts";
import { words } from "./words.ts";

const steps: { readonly [S in CheckStep]: string } = {
	"mend-errors": "Next: correct the errors, the heaviest first, and check again.",
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
	titles,
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
