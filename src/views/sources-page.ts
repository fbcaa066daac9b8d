/** The sources as a page: what is in force, who published it and when, and how far the alternatives differ. */

import type {
	Sources,
	SourcesFactorSet,
	SourcesGridFactor,
	SourcesOrigin,
	SourcesTarget,
	Verified,
} from "../contract/sources.ts";
import type { SourceSection } from "../domain/words.ts";
import { sourceSections } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { constant } from "../exact/ratio.ts";
import type { Language, Naming } from "../language/language.ts";
import { fixed, signed } from "./figures.ts";
import { type Block, type Cell, type Column, heading, type Page, sheet, text } from "./page.ts";
import { compareDecimals } from "./report-page.ts";

/** Sections shown where none is asked for: what a firm's figures rest on most; the others are counted. */
const first: readonly SourceSection[] = ["fuels", "electricity", "heat", "targets", "limits"];

type ColumnOf<R> = readonly [title: string, kind: "word" | "name" | "figure", cell: (row: R) => string, spare?: number];

export function sourcesPage(sources: Sources, section: SourceSection | undefined, language: Language, naming: Naming): Page {
	const { sources: texts, words, report } = language;
	const { columns: titles } = texts;
	const { unknown } = words;
	const verified = (row: { readonly verified: Verified }): string => texts.verified[row.verified];
	const title = (set: SourcesFactorSet): string => language.named({ nameEn: set.title, nameZh: set.titleZh });
	const published = (row: SourcesOrigin): string => row.published ?? unknown;
	const percent = (value: string | null): string => (value === null ? unknown : signed(figure(constant(value)), 2, unknown));
	const places = (value: string | null, n: number): string => (value === null ? unknown : fixed(figure(constant(value)), n));
	const table = <R>(rows: readonly R[], columns: readonly ColumnOf<R>[], notes: readonly string[] = []): Block =>
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
		});

	const shown: { readonly [S in SourceSection]: () => Block[] } = {
		fuels: () => {
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
		},
		electricity: () => {
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
		},
		heat: () => [
			table(sources.heat, [
				[titles.name, "name", (row) => language.named(row)],
				[titles.value, "figure", ({ value }) => value],
				[titles.unit, "word", ({ unit }) => unit],
				[titles.published, "word", published, 2],
				[titles.verified, "word", verified, 1],
			]),
		],
		targets: () => {
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
				[
					titles.years,
					"word",
					({ baseYear, targetYear }) => (baseYear === null ? String(targetYear) : `${baseYear}–${targetYear}`),
				],
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
		},
		limits: () => [
			table(sources.limits, [
				[titles.name, "word", ({ name }) => name],
				[titles.value, "figure", ({ value }) => value],
				[titles.verified, "word", verified],
				[titles.source, "name", ({ source }) => source, 1],
			]),
		],
		"warning-levels": () => [
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
		],
		processes: () => [
			table(sources.processes, [
				[titles.name, "word", ({ id }) => id],
				[titles.carrier, "name", (row) => language.named(row), 2],
				[titles.value, "figure", ({ factor }) => factor],
				[titles.unit, "word", ({ unit }) => words.unit(unit)],
				[titles.kind, "word", ({ kind, refusal }) => (refusal === null ? texts.kinds[kind] : texts.refusals[refusal])],
				[titles.published, "word", published, 3],
				[titles.verified, "word", verified, 4],
			]),
		],
		"coal-equivalents": () => [
			table(sources.coalEquivalents.rows, [
				[titles.carrier, "name", (row) => language.named(row)],
				[titles.unit, "word", ({ unit }) => words.unit(unit)],
				[titles.tce, "figure", ({ tce }) => tce],
				[titles.published, "word", published, 2],
				[titles.verified, "word", verified, 1],
			]),
		],
		deflators: () => [
			table(
				sources.deflators.rows,
				[
					[
						titles.sector,
						"name",
						(row) =>
							row.nameEn === null || row.nameZh === null
								? row.sector
								: language.named({ nameEn: row.nameEn, nameZh: row.nameZh }),
					],
					[titles.year, "figure", ({ year }) => String(year)],
					[titles.series, "word", ({ series }) => series],
					[titles.value, "figure", ({ value }) => value],
					[titles.unit, "word", ({ unit }) => unit],
					[titles.verified, "word", verified, 1],
				],
				[texts.informingOnly],
			),
		],
	};

	const wanted = section === undefined ? first : [section];
	const counts: { readonly [S in SourceSection]: number } = {
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
	const others = sourceSections.filter((one) => !wanted.includes(one));
	return [
		text(texts.inForce(sources.chosen)),
		...wanted.flatMap((one) => [heading(texts.headings[one]), ...shown[one]()]),
		text(texts.further(others.map((one) => ({ section: one, count: counts[one] })))),
		text(texts.caution),
	];
}
