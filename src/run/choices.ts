/** What a run is done with: its options understood, and what files of the run decide besides. */
import type { TableKind } from "../contract/tables.ts";
import { obtain } from "../domain/obtain.ts";
import type { Boundary, Indicator, PathShape, Prices } from "../domain/words.ts";
import type { TallyTerms } from "../findings/tally.ts";
import type { Encoding } from "../records/sheet.ts";
import type { Carrier } from "../reference/carriers.ts";
import { loadReference } from "../reference/reference.ts";
import type { FuelSetSeed } from "../reference/seeds.ts";
import { identity, plain } from "../reference/spelling.ts";
import { type AmountsOf, readAmounts } from "./amounts.ts";
import { type RunValues, runOptions } from "./options.ts";
import { autoTargets, targetSets } from "./plans.ts";
import { ownRules, type RuleSet } from "./rules-file.ts";
import { badOption, type Day, type Mapping, oneOf, type Share } from "./values.ts";

export interface Choices {
	/** `auto`, a published set or `provincial`; what it comes to depends on the years of the data and on a targets file. */
	readonly targets: string;
	readonly path: PathShape;
	readonly indicator: Indicator;
	/** For `production`; empty else. */
	readonly product: string;
	readonly boundary: Boundary;
	readonly set: FuelSetSeed;
	/** As typed: what it comes to depends on the plan in force, which a table may change. */
	readonly electricity: string | undefined;
	readonly marketBased: boolean;
	readonly prices: Prices | null;
	readonly mappings: ReadonlyMap<string, Carrier>;
	readonly mappingTexts: readonly string[];
	/** As typed, each once, in order: carriers and firms whose missing months had no use; an empty one is all of them. */
	readonly absentIsZero: readonly string[];
	readonly amountsOf: AmountsOf;
	readonly amountsTexts: readonly string[];
	readonly addRepeats: boolean;
	readonly fillDown: boolean;
	readonly assumedFirm: string;
	readonly hidden: boolean;
	/** Of a year's emissions what may be in doubt beside a verdict; undefined: as long as it could not turn. */
	readonly materiality: Share | undefined;
	readonly asOf: Day | undefined;
	readonly encoding: Encoding | undefined;
	readonly kinds: ReadonlyMap<string, readonly TableKind[]>;
	/** Firms and years to show; all where there are none. All are computed. */
	readonly firms: readonly string[];
	readonly years: readonly number[];
	readonly rules: RuleSet;
	readonly isKnown: TallyTerms["isKnown"];
	/** What a baseline knows is open to verdicts all the same. */
	readonly weighsKnown: boolean;
	/** Every rule is asked, not only those that decide what may be used. */
	readonly screen: boolean;
}

/** What decides a run besides its options: rules in place of the tool's, findings that are known, all rules asked. */
export type RunTerms = Partial<Pick<Choices, "rules" | "isKnown" | "weighsKnown" | "screen">>;

/** An option that is not among the values has its default. Throws Trouble for the first that contradicts another. */
export function understand(values: Partial<RunValues>, terms: RunTerms = {}): Choices {
	const of = <N extends keyof RunValues>(name: N): RunValues[N] =>
		(name in values ? values[name] : runOptions[name].read([])) as RunValues[N];
	const mappings = of("map");
	const amounts = of("amounts");
	return {
		targets: oneOf("--targets", of("targets") ?? autoTargets, targetSets()),
		path: of("path"),
		...of("per"),
		boundary: of("boundary"),
		set: fuelSetOf(of("factors")),
		electricity: of("electricity"),
		marketBased: of("marketBased"),
		prices: of("prices") ?? null,
		mappings: mappingsOf(mappings),
		mappingTexts: [...new Set(mappings.map(({ text }) => text))].sort(),
		absentIsZero: [...new Set(of("absentIsZero").map(plain))].sort(),
		amountsOf: readAmounts(amounts),
		amountsTexts: [...new Set(amounts.map(plain))].sort(),
		addRepeats: of("addRepeats"),
		fillDown: of("fillDown"),
		assumedFirm: identity(of("assumeFirm") ?? ""),
		hidden: of("hidden"),
		materiality: of("materiality"),
		asOf: of("asOf"),
		encoding: of("encoding"),
		kinds: kindsOf(of("kind")),
		firms: of("firm").map(identity),
		years: of("year"),
		rules: terms.rules ?? ownRules(),
		isKnown: terms.isKnown ?? (() => false),
		weighsKnown: terms.weighsKnown ?? false,
		screen: terms.screen ?? !of("noScreen"),
	};
}

/** One published set; the default where none is named. */
export function fuelSetOf(named: readonly string[]): FuelSetSeed {
	const sets = loadReference().seeds.fuelSets;
	const ids = named.map((id) =>
		oneOf(
			"--factors",
			id,
			sets.map((set) => set.id),
		),
	);
	const other = ids.find((id) => id !== ids[0]);
	if (other !== undefined) throw badOption("--factors", other, "one-set");
	return sets.find(({ id }) => id === (ids[0] ?? "ndrc-guidelines")) as FuelSetSeed;
}

function mappingsOf(mappings: readonly Mapping[]): Map<string, Carrier> {
	const map = new Map<string, Carrier>();
	for (const { text, from, to } of mappings) {
		const other = map.get(from);
		if (other !== undefined && other.id !== to.id) throw badOption("--map", text, "one-carrier", other.id);
		map.set(from, to);
	}
	return map;
}

/** The kinds that are forced on each file, in the order they were asked for. */
function kindsOf(forced: RunValues["kind"]): Choices["kinds"] {
	const kinds = new Map<string, TableKind[]>();
	for (const { file, kind } of forced) obtain(kinds, file, () => []).push(kind);
	return kinds;
}
