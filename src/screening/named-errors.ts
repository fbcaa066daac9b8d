/**
 * Which findings say that a number is wrong, and by what: a slip of the unit with the value it would be, an unread month, another's number.
 * Others say that something is odd and may be right: a step, a carrier that is gone, a year unlike the others.
 */
import type { Code, Finding } from "../findings/finding.ts";

const errors: ReadonlySet<Code> = new Set([
	"copied-month",
	"copied-year",
	"december-holds-year",
	"filled-series",
	"meter-readings",
	"other-carriers-amount",
	"output-and-energy-disagree",
	"part-of-year-as-year",
	"quarters-to-date",
	"rate-as-output",
	"repeated-amount",
	"shared-series",
	"suspected-unit-slip",
	"swapped-amounts",
	"swapped-rows",
	"value-added-is-output",
	"zero-before-month-ends",
	"zero-months",
]);

export function namesError({ code }: Pick<Finding, "code">): boolean {
	return errors.has(code);
}
