/** The derivation of a firm-year as a page: rows, sums, factors, output, path and tests, each as it can be multiplied out by hand. */
import type { Derivation, DerivedItem, DerivedLine } from "../contract/derivation.ts";
import { parts, verdictWords } from "../domain/words.ts";
import type { DerivationTexts } from "../language/derivation-texts.ts";
import type { Language, Naming } from "../language/language.ts";
import { type Block, type Cell, heading, type Page, sheet, text } from "./page.ts";

/** Which part of it is asked for; all where none is. */
export const figureNames = ["emissions", "output", "intensity", "path", "verdict"] as const;
type FigureName = (typeof figureNames)[number];

/** The two numbers of a test are shown to so many digits of each. */
const testDigits = 24;

export function derivationPage(value: Derivation, figure: string | undefined, language: Language, naming: Naming): Page {
	const { derivation: texts, words } = language;
	const wants = (name: FigureName): boolean => figure === undefined || figure === name || figure.startsWith(`${name}.`);
	const carrier = figure?.split(".")[1];
	const lines = wants("emissions")
		? value.lines.filter(
				(line) => carrier === undefined || carrier === "total" || line.carrier === carrier || line.part === carrier,
			)
		: [];
	return [
		text(texts.title({ firm: value.firm, year: value.year, targets: value.targets })),
		...lines.flatMap((line) => lineBlocks(line, language, naming)),
		...(wants("emissions") && carrier === undefined ? emissionBlocks(value, language) : []),
		...(wants("output") ? outputBlocks(value, language) : []),
		...(wants("intensity") ? intensityBlocks(value, texts) : []),
		...(wants("path") || wants("verdict") ? pathBlocks(value, language) : []),
		...(wants("verdict") ? testBlocks(value, language) : []),
		...(value.verdict === null || !wants("verdict")
			? []
			: [
					text(
						texts.verdict(
							words.with(words.verdicts[verdictWords.find((word) => word === value.verdict?.word) ?? "withheld"], [
								...value.verdict.qualifiers.map((one) => words.qualifiers[one]),
								...value.verdict.reasons.map((one) => words.reasons[one]),
							]),
						),
					),
				]),
		text(texts.closing),
	];
}

function lineBlocks(line: DerivedLine, { derivation: texts, words, report }: Language, naming: Naming): Block[] {
	const use = line.use === "consumed" ? "" : words.uses[line.use];
	const title = heading(texts.headings.line(naming.carrier(line.carrier), use));
	const rows = itemSheet(line.items, line.quantity, line.unit, { texts, report, words });
	if (line.quantity === null) return [title, rows, text(texts.unknown)];
	const factor = line.factor;
	const shown =
		factor === null
			? ""
			: factor.kind === "direct"
				? `${factor.emissionFactor} ${factor.unit}`
				: [
						...(factor.ncv === null ? [] : [`${factor.ncv} GJ/${words.unit(line.unit)}`]),
						`${factor.carbonContent} tC/GJ`,
						factor.oxidationRate,
						"44/12",
					].join(" × ");
	return [
		title,
		rows,
		text(
			`${line.quantity} ${words.unit(line.unit)} × ${shown} = ${line.co2 ?? words.unknown} t CO2 (${howExact(line.co2, product(line.quantity, line.perUnit), texts)})`,
		),
		...(factor === null ? [] : [text(texts.source(factor.source, factor.measured))]),
		...(line.tce === null || line.tcePerUnit === null || line.tce === "0"
			? []
			: [text(texts.equivalent(line.tce, `${line.tcePerUnit} tce/${words.unit(line.unit)}`))]),
	];
}

interface Said {
	readonly texts: DerivationTexts;
	readonly report: Language["report"];
	readonly words: Language["words"];
}

function itemSheet(items: readonly DerivedItem[], sum: string | null, unit: string, { texts, report, words }: Said): Block {
	const rows = items.flatMap(({ period, quantity, cells }): Cell[][] =>
		cells.map((cell, index) => {
			const where = `${cell.file}${cell.sheet === null ? "" : `:${cell.sheet}`}:${cell.row}:${cell.column}`;
			const per = cell.perUnit === null || cell.perUnit === "1" ? "" : `× ${cell.perUnit}`;
			const first = index === 0 ? [period, `${quantity} ${words.unit(unit)}`] : ["", ""];
			return [...first, where, `${cell.text} ${cell.unit}`.trim(), per].map((of) => ({ text: of }));
		}),
	);
	const total = [texts.sum, sum === null ? words.unknown : `${sum} ${words.unit(unit)}`, "", "", ""].map((of) => ({ text: of }));
	return sheet({
		columns: [
			{ title: texts.columns.period, align: "left" },
			{ title: texts.columns.quantity, align: "right" },
			{ title: texts.columns.cell, align: "left", name: true },
			{ title: texts.columns.asWritten, align: "right", spare: 1 },
			{ title: texts.columns.perUnit, align: "left", spare: 2 },
		],
		rows: items.length > 1 ? [...rows, total] : rows,
		leftOut: report.leftOut,
	});
}

function emissionBlocks({ emissions }: Derivation, { derivation: texts, words }: Language): Block[] {
	const known = parts.map((part) => `${words.parts[part]} ${emissions[part] ?? words.unknown}`);
	return [
		heading(texts.headings.emissions),
		text(`${known.join(" + ")} = ${emissions.total ?? words.unknown} (${howExact(emissions.total, emissions.exact, texts)})`),
	];
}

function outputBlocks({ output }: Derivation, language: Language): Block[] {
	if (output === null) return [];
	const { derivation: texts, report, words } = language;
	const prices = output.prices === null || output.prices === "unstated" || output.prices === "mixed" ? null : output.prices;
	return [heading(texts.headings.output(prices)), itemSheet(output.items, output.value, output.unit, { texts, report, words })];
}

function intensityBlocks({ intensity, emissions, output }: Derivation, texts: DerivationTexts): Block[] {
	if (intensity === null || output === null) return [];
	return [
		heading(texts.headings.intensity),
		text(`${emissions.total} / ${output.value} = ${intensity.value} (${howExact(intensity.value, quotient(intensity), texts)})`),
	];
}

function pathBlocks({ base, path }: Derivation, { derivation: texts, words }: Language): Block[] {
	if (base === null || path === null) return [];
	const made = base.emissions === null || base.output === null ? "" : `${decimal(base.emissions)} / ${decimal(base.output)} = `;
	return [
		heading(texts.headings.path),
		text(`${texts.base({ year: base.year, stated: base.stated, prices: null })}: ${made}${base.value}`),
		...(path.required === null
			? []
			: [
					text(
						texts.required(
							words.shapes[path.shape].required({
								base: base.value,
								keep: decimal(path.keep),
								step: path.step,
								years: path.years,
							}),
							path.required,
						),
					),
				]),
		...(path.gap === null || path.gapTonnes === null ? [] : [text(texts.gap(path.gap, path.gapTonnes))]),
	];
}

function testBlocks({ tests, path }: Derivation, { derivation: texts, words }: Language): Block[] {
	if (tests.length === 0 || path === null) return [];
	return [
		heading(texts.headings.tests),
		text(words.shapes[path.shape].sides(path.years)),
		...tests.map(({ test, left, right, result }) =>
			text(`${texts.tests[test]}: ${texts.tests.compared({ left: decimal(left), right: decimal(right), result })}`),
		),
	];
}

/** Whether a value as it is shown is the fraction itself, or a rounding of it. */
function howExact(value: string | null, exactly: string | null, texts: DerivationTexts): string {
	if (value === null || exactly === null) return texts.exact;
	const [a, b] = [parsed(value), parsed(exactly)];
	return a.over * b.under === b.over * a.under ? texts.exact : texts.rounded(12);
}

/** A decimal or a fraction as a pair of whole numbers. */
function parsed(text: string): { readonly over: bigint; readonly under: bigint } {
	const [over = "0", under = "1"] = text.split("/");
	const [whole = "0", part = ""] = over.split(".");
	return { over: BigInt(whole + part), under: BigInt(under) * 10n ** BigInt(part.length) };
}

function quotient({ over, under }: { readonly over: string; readonly under: string }): string {
	const [x, y] = [parsed(over), parsed(under)];
	return `${x.over * y.under}/${x.under * y.over}`;
}

function product(a: string | null, b: string | null): string | null {
	if (a === null || b === null) return null;
	const [x, y] = [parsed(a), parsed(b)];
	return `${x.over * y.over}/${x.under * y.under}`;
}

/** The first digits of a fraction as a decimal, cut and marked where more follow. */
function decimal(fraction: string): string {
	const [over = "0", under = "1"] = fraction.split("/");
	const [a, b] = [BigInt(over), BigInt(under)];
	const negative = a < 0n;
	const size = negative ? -a : a;
	const whole = size / b;
	let rest = size % b;
	if (rest === 0n) return `${negative ? "-" : ""}${whole}`;
	const wanted = Math.max(6, testDigits - whole.toString().length);
	let digits = "";
	while (rest !== 0n && digits.replace(/^0+/, "").length < wanted && digits.length < 60) {
		rest *= 10n;
		digits += (rest / b).toString();
		rest %= b;
	}
	return `${negative ? "-" : ""}${whole}.${digits}${rest === 0n ? "" : "…"}`;
}
