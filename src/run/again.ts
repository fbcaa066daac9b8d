/** The options of a run from the basis that its report has: what has to be chosen to do the run again. */
import type { ReportBasis, ReportInput } from "../contract/shared.ts";
import type { TableKind } from "../contract/tables.ts";
import { type ReportOptions, valuesOf } from "./options.ts";
import { electricityModes, targetSets } from "./plans.ts";

/** What a report says of its run. */
export interface Again {
	readonly options: ReportOptions;
	/** Files that options named. */
	readonly byOption: readonly string[];
	/** The rules file; null where the tool's own were in force. */
	readonly rules: string | null;
	/** What each file was taken for. */
	readonly kinds: readonly (readonly [file: string, kind: TableKind])[];
}

/** Throws Trouble where the basis holds what no option can say. */
export function again(basis: ReportBasis, inputs: readonly ReportInput[]): Again {
	const sets = targetSets();
	const isSet = sets.includes(basis.targets);
	const own = new Set(basis.assertions);
	const of = (name: string): string[] =>
		basis.assertions.flatMap((one) => (one.startsWith(`${name}=`) ? [one.slice(name.length + 1)] : []));
	const [rules] = of("rules");
	const [asOf] = of("as-of");
	const [materiality] = of("materiality");
	const [assumeFirm] = of("assume-firm");
	const options: ReportOptions = {
		...(isSet ? { targets: basis.targets } : {}),
		path: basis.path,
		per: basis.per === "value_added" ? "value-added" : basis.per === "output_value" ? "output-value" : basis.per,
		boundary: basis.boundary,
		factors: [basis.factors],
		...askedElectricity(basis, isSet ? basis.targets : "auto"),
		marketBased: basis.marketBased,
		...(basis.prices === "as-stated" ? {} : { prices: basis.prices }),
		map: [...basis.mappings],
		absentIsZero: [...(own.has("absent-is-zero") ? [""] : []), ...of("absent-is-zero")],
		amounts: of("amounts"),
		addRepeats: own.has("add-repeats"),
		fillDown: own.has("fill-down"),
		...(assumeFirm === undefined ? {} : { assumeFirm }),
		hidden: own.has("hidden"),
		noScreen: !basis.screened,
		...(materiality === undefined ? {} : { materiality }),
		...(asOf === undefined ? {} : { asOf }),
	};
	valuesOf(options);
	const named = new Set([
		...basis.factorFiles.map(({ file }) => file),
		...basis.firmsFiles,
		...(basis.deflator === null ? [] : [basis.deflator]),
		...(isSet ? [] : [basis.targets]),
	]);
	const single = inputs.filter(({ sheet }) => sheet === null);
	return {
		options,
		byOption: [...named],
		rules: rules ?? null,
		kinds: single.map(({ file, kind }) => [file, kind] as const),
	};
}

/** How electricity was counted, where a plan has it otherwise than by itself. */
function askedElectricity({ plans }: ReportBasis, targets: string): { readonly electricity?: string } {
	const own = new Set(electricityModes(undefined, targets === "provincial" ? "auto" : targets).map(({ text }) => text));
	const told = new Set(plans.map(({ electricity }) => electricity));
	const [only] = told;
	return told.size === 1 && only !== undefined && !own.has(only) ? { electricity: only } : {};
}
