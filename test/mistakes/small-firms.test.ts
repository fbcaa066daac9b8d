/** Mistakes that only comparison can doubt, where there is less to compare with, and two at once: no cause is invented of any. */
import { describe, expect, it } from "vitest";
import { root } from "../cli/tanlu.ts";
import { type Circumstances, circumstances, usual } from "./circumstances.ts";
import { kinds } from "./kinds/index.ts";
import { type Case, type Line, measureAll, share } from "./measure.ts";
import { measurePairs } from "./pairs.ts";
import { wantedOutcomes } from "./wanted.ts";

const MINUTES = 20;
const compared = wantedOutcomes(root).filter(({ outcome }) => outcome === "statistical");

interface Least {
	readonly found: number;
	readonly named: number;
	/** Verdicts with another word than the true figures have. */
	readonly otherWords: number;
}

/** With one other year and one carrier little can be told apart; what can is told. */
const least: Readonly<Record<keyof typeof circumstances | "usual", Least>> = {
	usual: { found: 0.97, named: 0.97, otherWords: 0.02 },
	"two years": { found: 0.96, named: 0.75, otherWords: 0.03 },
	"without months": { found: 0.97, named: 0.97, otherWords: 0.03 },
	"without a sector": { found: 0.97, named: 0.97, otherWords: 0.02 },
	"one carrier": { found: 0.95, named: 0.87, otherWords: 0.03 },
	"one carrier, two years": { found: 0.96, named: 0.68, otherWords: 0.03 },
	"months that scatter by 6 %": { found: 0.93, named: 0.93, otherWords: 0.04 },
};

const told = (cases: readonly Case[], holds: (one: Case) => boolean): string =>
	cases
		.filter(holds)
		.map(({ kind, index }) => `${kind} ${index}`)
		.join("\n");

function held(lines: readonly Line[], { found, named, otherWords }: Least): void {
	const cases = lines.flatMap((line) => line.cases);
	expect(cases.flatMap(({ kind, misleading }) => misleading.map((one) => `${kind}: ${one}`))).toEqual([]);
	const [isFound, isNamed] = [(one: Case) => one.found, (one: Case) => one.named];
	const isOther = ({ stands }: Case): boolean => stands === "another word";
	expect(
		share(cases, isFound),
		told(cases, (one) => !one.found),
	).toBeGreaterThanOrEqual(found);
	expect(
		share(cases, isNamed),
		told(cases, (one) => !one.named),
	).toBeGreaterThanOrEqual(named);
	expect(share(cases, isOther), told(cases, isOther)).toBeLessThanOrEqual(otherWords);
}

describe("mistakes that only comparison can doubt", () => {
	it.each(Object.entries({ usual, ...circumstances }) as [keyof typeof least, Circumstances][])(
		"are met in firms: %s",
		async (name, which) => held(await measureAll(compared, kinds, 1, which), least[name]),
		MINUTES * 60_000,
	);

	it(
		"are met where there are two at once",
		async () => held(await measurePairs(compared, kinds, 7), { found: 0.98, named: 0.97, otherWords: 0.02 }),
		MINUTES * 60_000,
	);
});
