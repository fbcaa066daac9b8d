/** The sources as a page: what is in force, who published it and when, and how far the alternatives differ. */
import type { Sources } from "../contract/sources.ts";
import type { SourceSection } from "../domain/words.ts";
import { sourceSections } from "../domain/words.ts";
import type { Language, Naming } from "../language/language.ts";
import { heading, type Page, text } from "./page.ts";
import { chapters, shownIn } from "./sources-chapters.ts";

/** Sections shown where none is asked for: what a firm's figures rest on most; the others are counted. */
const first: readonly SourceSection[] = ["fuels", "electricity", "heat", "targets", "limits"];

export function sourcesPage(sources: Sources, section: SourceSection | undefined, language: Language, naming: Naming): Page {
	const { sources: texts } = language;
	const of = shownIn(language, sources, naming);
	const wanted = section === undefined ? first : [section];
	const others = sourceSections.filter((one) => !wanted.includes(one));
	const counts = countsOf(sources);
	return [
		text(texts.inForce(sources.chosen)),
		...wanted.flatMap((one) => [heading(texts.headings[one]), ...chapters[one](of)]),
		text(texts.further(others.map((one) => ({ section: one, count: counts[one] })))),
		text(texts.caution),
	];
}

function countsOf(sources: Sources): { readonly [S in SourceSection]: number } {
	return {
		fuels: sources.fuels.length,
		electricity: sources.electricity.inForce.length + sources.electricity.alternatives.length,
		heat: sources.heat.length,
		targets: sources.targets.inForce.length + sources.targets.alternatives.length,
		limits: sources.limits.length,
		"warning-levels": sources.warningLevels.length,
		processes: sources.processes.length,
		"coal-equivalents": sources.coalEquivalents.rows.length,
		deflators: sources.deflators.rows.length,
	};
}
