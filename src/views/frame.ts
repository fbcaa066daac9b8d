/** What every view of a run is given besides its figures: the language, the basis, what is shown. */

import type { FirmYear } from "../assessment/firm.ts";
import type { Report } from "../contract/report.ts";
import type { ReportInput } from "../contract/shared.ts";
import type { Basis } from "../domain/basis.ts";
import type { OpenTally } from "../findings/tally.ts";
import type { Language, Naming } from "../language/language.ts";
import { loadReference } from "../reference/reference.ts";
import type { Judged } from "../run/judge.ts";
import { namingOf } from "./naming.ts";

/** Why a baseline accepts the finding of a fingerprint, and until when; null where it does not. */
export type KnownOf = (fingerprint: string) => { readonly reason: string; readonly until: string | null } | null;

export interface Frame {
	readonly tool: Report["tool"];
	readonly basis: Basis;
	readonly inputs: readonly ReportInput[];
	readonly tally: OpenTally;
	readonly notChecked: Report["findings"]["notChecked"];
	readonly language: Language;
	readonly naming: Naming;
	/** Why the finding of a fingerprint is accepted, null where it is not; not there where no baseline is given. */
	readonly knownOf?: KnownOf;
	/** Which firms and years are shown; what is computed does not depend on it. */
	readonly showsFirm: (firm: string) => boolean;
	/** No firm was asked for by name. */
	readonly showsAll: boolean;
	readonly showsYear: (year: number) => boolean;
}

export function frameOf({ part, tally, basis, choices, notChecked }: Judged, language: Language, version: string): Frame {
	const { firms, years } = choices;
	return {
		tool: toolOf(version, choices.rules.hash),
		basis,
		inputs: part.inputs.map(({ file, sheet, kind, sha256, encoding, separator, rows: { read, used, refused, skipped } }) => ({
			...{ file, sheet, kind, sha256, encoding, separator },
			rows: { read, used, refused, skipped },
		})),
		tally,
		notChecked,
		language,
		naming: namingOf(language, loadReference()),
		showsAll: firms.length === 0,
		showsFirm: (firm) => firms.length === 0 || firms.includes(firm),
		showsYear: (year) => years.length === 0 || years.includes(year),
	};
}

/** The basis with the plans alone that some of these years are seen by; all where none is. */
export function basisOf(basis: Basis, years: readonly FirmYear[]): Basis {
	const ids = new Set(years.map(({ plan }) => plan.id));
	const [first, ...more] = basis.plans.filter(({ targets }) => ids.has(targets));
	return first === undefined ? basis : { ...basis, plans: [first, ...more] };
}

/** Whether years that stand side by side are seen by more than one plan: at other prices, with other factors. */
export function areApart(years: readonly FirmYear[]): boolean {
	return new Set(years.map(({ plan }) => plan)).size > 1;
}

/** The base year of the plan that is judged by first. */
export function firstBaseYear({ plans: [first] }: Basis): number {
	return first.baseYear;
}

/** Which tool made a result, with which tables; `rules` is the hash of those in force, the package's where none is given. */
export function toolOf(version: string, rules = `sha256:${loadReference().seeds.rulesHash}`): Report["tool"] {
	return { name: "tanlu", version, seeds: `sha256:${loadReference().seeds.hash}`, rules };
}
