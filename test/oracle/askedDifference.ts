/** Where the tool's answer about a table differs from the oracle's meaning of it. */
import { type Answer, saidBy } from "./asking.ts";
import type { Firm, FirmYear } from "./meaning/firm.ts";
import { PARTS } from "./meaning/firmYear.ts";

/** Codes that READING names; the others are the tool's own. */
const NAMED: readonly string[] = [
	...["looks-to-date", "may-be-to-date", "overlapping-periods", "days-added", "repeated-entry", "conflicting-entries"],
	...["whole-against-parts", "whole-and-parts", "whole-equals-parts", "looks-like-readings", "months-missing"],
	...["feedstock-without-products", "carbon-stays", "feedstock-oxidised", "more-carbon-out-than-in", "carbon-subtracted-twice"],
	...["purchases-blank", "not-bought", "where-from", "may-be-own-made", "unknown-carrier"],
	...["carrier-vanished", "carrier-appeared", "carrier-replaced"],
	...["to-date-corrected", "to-date-falls", "months-against-to-date"],
];

const PLACES = 12;

/** Told once a series, whatever the number of its years. */
const ONCE: readonly string[] = ["days-added", "looks-like-readings"];

const unique = (list: readonly string[]): string => [...new Set(list)].sort().join("; ");
const isOnce = (said: string): boolean => ONCE.includes(said.slice(2));

const saidOf = ({ said }: FirmYear): string[] =>
	said.flatMap(({ gravity, code }) => (code !== null && NAMED.includes(code) ? [`${gravity} ${code}`] : []));

const BASE = 2020;
const ORDER: readonly string[] = [
	"errors",
	"no-output",
	"months-missing",
	"partial",
	"prices",
	"boundary",
	"no-base",
	"cannot-conclude",
];

/** Why a year is withheld, what lies in the base year among it. */
const reasonsOf = (year: FirmYear, years: readonly FirmYear[]): string => {
	const base = years.find((one) => one.year === BASE);
	const ofBase = base?.reasons.includes("errors") ? ["errors"] : base === undefined || base.reasons.length > 0 ? ["no-base"] : [];
	const all = [...year.reasons, ...ofBase];
	return ORDER.filter((reason) => all.some((one) => one === reason)).join(" ");
};

const ofYear = (year: FirmYear, { firm, years }: Firm, answer: Answer): string[] => {
	const shown = answer.year(firm, year.year);
	if (shown === undefined) return [`${firm} ${year.year} is no firm-year of the tool`];
	const wrong: string[] = [];
	const same = (what: string, due: unknown, is: unknown): void => {
		if (due !== is) wrong.push(`${firm} ${year.year} ${what}: the oracle says ${due}, the tool says ${is}`);
	};
	same("total", year.total?.text(PLACES) ?? null, shown.emissions.total);
	for (const part of PARTS) same(part, year.parts[part]?.text(PLACES) ?? null, shown.emissions[part]);
	same("feedstock", year.apart?.text(PLACES) ?? null, shown.apart.feedstock);
	same("output", year.output?.text(PLACES) ?? null, shown.output.value);
	// A base year has no verdict: then whether it has an intensity. A doubt leaves it one.
	const unusable = year.reasons.some((reason) => reason !== "cannot-conclude");
	if (shown.verdict === null) same("withheld", unusable, shown.intensity.value === null);
	else same("reasons", reasonsOf(year, years), shown.verdict.reasons.join(" "));
	const found = saidBy(answer.findings(firm, year.year)).filter((one) => NAMED.includes(one.slice(2)) && !isOnce(one));
	same("codes", unique(saidOf(year).filter((one) => !isOnce(one))), unique(found));
	return wrong;
};

const ofFirm = (firm: Firm, answer: Answer): string[] => {
	const due = unique(firm.years.flatMap(saidOf).filter(isOnce));
	const found = unique(saidBy(answer.report.findings.list.filter((one) => one.firm === firm.firm)).filter(isOnce));
	return [
		...firm.years.flatMap((year) => ofYear(year, firm, answer)),
		...(due === found ? [] : [`${firm.firm} codes: the oracle says ${due}, the tool says ${found}`]),
	];
};

/** Each difference in a line; none where both say the same. */
export const differences = (firms: ReadonlyMap<string, Firm>, answer: Answer): string[] =>
	[...firms.values()].flatMap((firm) => ofFirm(firm, answer));
