/**
 * What a cell of an input table may hold, beside nothing: a blank cell is missing, whatever its kind.
 *
 * text: anything. coded: what `tanlu total` writes there. credit-code: eighteen characters, as `credit-code.ts` has them. period: a year, a quarter, a month or a day, as `period.ts` reads it. year: four digits. month: 1 to 12.
 * quantity: a decimal, zero or more; where it is blank the row is skipped, not refused. decimal, zero-or-more, above-zero,
 * fraction (above 0, at most 1), percent (from 1, below 100) and growth-rate (per cent, above −100) are decimals within those bounds. The units are those of
 * `unitDimensions`; a factor's is two units divided, and a claim's one of CO2 or energy, or two divided. use, indicator, prices, scope, growth-indicator and claim-metric are words.
 */
export const cellKinds = [
	"text",
	"credit-code",
	"period",
	"year",
	"month",
	"quantity",
	"decimal",
	"zero-or-more",
	"above-zero",
	"fraction",
	"percent",
	"unit-of-carrier",
	"unit-of-output",
	"unit-of-target",
	"unit-of-heat-value",
	"unit-of-carbon-content",
	"unit-of-factor",
	"use",
	"indicator",
	"prices",
	"scope",
	"goal",
	"goal-kind",
	"growth-indicator",
	"growth-rate",
	"coded",
	"claim-metric",
	"unit-of-claim",
] as const;

export type CellKind = (typeof cellKinds)[number];
