/** The chapters of the sources, each as blocks of a page. */
import type {
	Sources,
	SourcesFactorSet,
	SourcesGridFactor,
	SourcesOrigin,
	SourcesTarget,
	Verified,
} from "../contract/sources.ts";
import type { SourceSection } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { constant } from "../exact/ratio.ts";
import type { Language, Naming, Words } from "../language/language.ts";
import type { SourcesTexts } from "../language/sources-texts.ts";
import { fixed, signed } from "./figures.ts";
import { type Block, type Cell, type Column, heading, sheet, text } from "./page.ts";
import { compareDecimals } from "./report-page.ts";

type ColumnOf<R> = readonly [title: string, kind: "word" | "name" | "figure", cell: (row: R) => string, spare?: number];

/** The sources as they are shown: with the words and the writing of figures that chapters share. */
export interface Shown {
	readonly sources: Sources;
	readonly language: Language;
	readonly naming: Naming;
	readonly texts: SourcesTexts;
	readonly titles: SourcesTexts["columns"];
	readonly words: Words;
	readonly unknown: string;
	readonly table: <R>(rows: readonly R[], columns: readonly ColumnOf<R>[], notes?: readonly string[]) => Block;
	readonly verified: (row: { readonly verified: Verified }) => string;
	readonly title: (set: SourcesFactorSet) => string;
	readonly published: (row: SourcesOrigin) => string;
	/** Signed, to two places. */
	readonly percent: (value: string | null) => string;
	readonly places: (value: string | null, n: number) => string;
}

export function shownIn(language: Language, sources: Sources, naming: Naming): Shown {
	const { sources: texts, words, report } = language;
	const { unknown } = words;
	return {
		...{ sources, language, naming, texts, titles: texts.columns, words, unknown },
		verified: (row) => texts.verified[row.verified],
		title: (set) => language.named({ nameEn: set.title, nameZh: set.titleZh }),
		published: (row) => row.published ?? unknown,
		percent: (value) => (value === null ? unknown : signed(figure(constant(value)), 2, unknown)),
		places: (value, n) => (value === null ? unknown : fixed(figure(constant(value)), n)),
		table: (rows, columns, notes = []) =>
			sheet({
				columns: columns.map(
					([title, kind, , spare]): Column => ({
						title,
						align: kind === "figure" ? "right" : "left",
						...(kind === "name" ? { name: true } : {}),
						...(spare === undefined ? {} : { spare }),
					}),
				),
				rows: rows.map((row) => columns.map(([, , cell]): Cell => ({ text: cell(row) }))),
				leftOut: report.leftOut,
				notes,
			}),
	};
}

/** The shelf of chapters. */
export const chapters: { readonly [S in SourceSection]: (of: Shown) => Block[] } = {
	...{ fuels, electricity, heat, targets, limits, processes, deflators },
	"warning-levels": warningLevels,
	"coal-equivalents": coalEquivalents,
};

/** The fuel factors of the set in force, each beside the lowest and highest of all sets; and the sets. */
function fuels({ sources, naming, texts, titles, words, unknown, table, verified, title, published, places }: Shown): Block[] {
	const { fuels, factorSets } = sources;
	const set = factorSets.find(({ inForce }) => inForce);
	const widest = fuels.reduce((most, one) =>
		compareDecimals(one.differencePercent ?? "0", most.differencePercent ?? "0") > 0 ? one : most,
	);
	const known = fuels.filter(({ inForce }) => inForce !== null);
	const carriers = new Set(known.map(({ carrier }) => carrier));
	const lacking = [...new Set(fuels.map(({ carrier }) => carrier).filter((carrier) => !carriers.has(carrier)))];
	return [
		...(set === undefined
			? []
			: [
					text(
						texts.from({
							title: words.with(set.id, [title(set)]),
							source: set.source,
							published: set.published,
							verified: verified(set),
						}),
					),
				]),
		table(
			known,
			[
				[titles.carrier, "name", ({ carrier }) => naming.carrier(carrier)],
				[titles.unit, "word", ({ unit }) => words.unit(unit)],
				[titles.ncv, "figure", ({ inForce }) => inForce?.ncv ?? unknown, 4],
				[titles.carbonContent, "figure", ({ inForce }) => inForce?.carbonContent ?? unknown, 5],
				[titles.oxidation, "figure", ({ inForce }) => inForce?.oxidationRate ?? unknown, 3],
				[titles.co2PerUnit, "figure", ({ inForce }) => places(inForce?.co2PerUnit ?? null, 4)],
				[titles.lowest, "figure", ({ lowest }) => places(lowest, 4), 2],
				[titles.highest, "figure", ({ highest }) => places(highest, 4), 2],
				[titles.difference, "figure", ({ differencePercent }) => places(differencePercent, 1)],
				[titles.verified, "word", ({ inForce }) => (inForce === null ? unknown : verified(inForce)), 1],
			],
			[
				texts.apart({
					sets: factorSets.length,
					carrier: naming.carrier(widest.carrier),
					percent: places(widest.differencePercent, 1),
				}),
				...(lacking.length === 0 ? [] : [texts.lacking(lacking.map(naming.carrier))]),
			],
		),
		heading(texts.sets),
		table(factorSets, [
			[titles.set, "word", ({ id, inForce }) => (inForce ? `${id} *` : id)],
			[titles.title, "name", title],
			[titles.published, "word", published],
			[titles.verified, "word", verified, 1],
		]),
	];
}

/** The grid factors in force, what else is national, and how far provinces lie apart. */
function electricity({ sources, language, texts, titles, unknown, table, verified, published, percent }: Shown): Block[] {
	const { inForce, alternatives, given } = sources.electricity;
	const national = alternatives.filter(
		({ level, compared, basis }) => level === "national" && (compared || basis.startsWith("average")),
	);
	const provincial = alternatives.filter(({ level, basis }) => level === "provincial" && basis === "average");
	const other = alternatives.length - national.length - provincial.length;
	const factors = provincial.map(({ factor }) => factor).sort(compareDecimals);
	const oneYear = new Set(provincial.map(({ year }) => year)).size === 1;
	const columns: ColumnOf<SourcesGridFactor>[] = [
		[titles.region, "name", (row) => language.named(row)],
		[titles.dataYear, "figure", ({ year }) => (year === null ? unknown : String(year))],
		[titles.basis, "word", ({ basis }) => texts.basis(basis), 2],
		[titles.gridFactor, "figure", ({ factor }) => factor],
		[titles.fromInForce, "figure", ({ fromInForcePercent }) => percent(fromInForcePercent), 1],
		[titles.published, "word", published, 3],
		[titles.verified, "word", verified, 4],
	];
	const [only] = inForce;
	return [
		...(given === null ? [] : [text(texts.given(given))]),
		...(only !== undefined && inForce.length === 1
			? [text(texts.from({ title: null, source: only.source, published: only.published, verified: verified(only) }))]
			: []),
		...(inForce.length === 0 ? [] : [table(inForce, columns)]),
		...(national.length === 0 ? [] : [heading(texts.otherGridFactors), table(national, columns)]),
		...(factors.length > 0 && oneYear
			? [
					text(
						texts.provinces({
							count: factors.length,
							year: provincial[0]?.year as number,
							lowest: factors[0] as string,
							highest: factors.at(-1) as string,
						}),
					),
				]
			: []),
		...(other > 0 ? [text(texts.neverCompared(other))] : []),
	];
}

function heat({ sources, language, titles, table, verified, published }: Shown): Block[] {
	return [
		table(sources.heat, [
			[titles.name, "name", (row) => language.named(row)],
			[titles.value, "figure", ({ value }) => value],
			[titles.unit, "word", ({ unit }) => unit],
			[titles.published, "word", published, 2],
			[titles.verified, "word", verified, 1],
		]),
	];
}

/** The targets in force, and the others. */
function targets({ sources, language, texts, titles, table, verified, published, percent }: Shown): Block[] {
	const columns: ColumnOf<SourcesTarget>[] = [
		[titles.set, "word", ({ set }) => set],
		[
			titles.scope,
			"name",
			(row) =>
				row.nameEn === null || row.nameZh === null
					? (row.scopeId ?? texts.everyIndustry)
					: language.named({ nameEn: row.nameEn, nameZh: row.nameZh }),
		],
		[titles.what, "word", ({ indicator }) => texts.targetOf[indicator]],
		[titles.years, "word", ({ baseYear, targetYear }) => (baseYear === null ? String(targetYear) : `${baseYear}–${targetYear}`)],
		[titles.reduction, "figure", ({ reductionPercent, level }) => reductionPercent ?? texts.level(level ?? "")],
		[titles.differencePoints, "figure", ({ differencePoints }) => percent(differencePoints), 2],
		[titles.published, "word", published, 1],
		[titles.verified, "word", verified, 3],
	];
	const { inForce, alternatives } = sources.targets;
	const [plan] = inForce;
	return [
		...(plan === undefined
			? []
			: [text(texts.from({ title: null, source: plan.source, published: plan.published, verified: verified(plan) }))]),
		table(inForce, columns),
		...(alternatives.length === 0 ? [] : [heading(texts.otherTargets), table(alternatives, columns)]),
	];
}

function limits({ sources, titles, table, verified }: Shown): Block[] {
	return [
		table(sources.limits, [
			[titles.name, "word", ({ name }) => name],
			[titles.value, "figure", ({ value }) => value],
			[titles.verified, "word", verified],
			[titles.source, "name", ({ source }) => source, 1],
		]),
	];
}

function warningLevels({ sources, language, texts, titles, table, verified, published }: Shown): Block[] {
	return [
		table(
			sources.warningLevels,
			[
				[titles.scheme, "word", ({ scheme }) => scheme],
				[titles.level, "word", (row) => language.named({ nameEn: row.wordEn, nameZh: row.wordZh })],
				[titles.task, "word", (row) => texts.taskShare(row.belowPercent, row.atBound)],
				[titles.published, "word", published, 2],
				[titles.verified, "word", verified, 1],
				[titles.source, "name", ({ source }) => source, 3],
			],
			[texts.levelNumbers],
		),
	];
}

function processes({ sources, language, texts, titles, words, table, verified, published }: Shown): Block[] {
	return [
		table(sources.processes, [
			[titles.name, "word", ({ id }) => id],
			[titles.carrier, "name", (row) => language.named(row), 2],
			[titles.value, "figure", ({ factor }) => factor],
			[titles.unit, "word", ({ unit }) => words.unit(unit)],
			[titles.kind, "word", ({ kind, refusal }) => (refusal === null ? texts.kinds[kind] : texts.refusals[refusal])],
			[titles.published, "word", published, 3],
			[titles.verified, "word", verified, 4],
		]),
	];
}

function coalEquivalents({ sources, language, titles, words, table, verified, published }: Shown): Block[] {
	return [
		table(sources.coalEquivalents.rows, [
			[titles.carrier, "name", (row) => language.named(row)],
			[titles.unit, "word", ({ unit }) => words.unit(unit)],
			[titles.tce, "figure", ({ tce }) => tce],
			[titles.published, "word", published, 2],
			[titles.verified, "word", verified, 1],
		]),
	];
}

function deflators({ sources, language, texts, titles, table, verified }: Shown): Block[] {
	return [
		table(
			sources.deflators.rows,
			[
				[
					titles.sector,
					"name",
					(row) =>
						row.nameEn === null || row.nameZh === null ? row.sector : language.named({ nameEn: row.nameEn, nameZh: row.nameZh }),
				],
				[titles.year, "figure", ({ year }) => String(year)],
				[titles.series, "word", ({ series }) => series],
				[titles.value, "figure", ({ value }) => value],
				[titles.unit, "word", ({ unit }) => unit],
				[titles.verified, "word", verified, 1],
			],
			[texts.informingOnly],
		),
	];
}
