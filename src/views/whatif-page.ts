/** What would be, beside what was reported, as a page: figures of a firm below each other, several firms in a line each. Marked in each line. */
import type { FirmYear } from "../assessment/firm.ts";
import { wholeYear } from "../domain/period.ts";
import { fromPlainText } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { fromExact, minus, type Ratio } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { green, type Lever } from "../run/levers.ts";
import type { ClosingLever, Whatif, WhatifFirm, WhatifYear } from "../run/whatif.ts";
import { monthNumbers, stateOf, type YearState } from "./build-whatif.ts";
import { fixed, perCentPlaces, shown, signed, tonnePlaces } from "./figures.ts";
import { nameOf, verdictCell } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, heading, type Page, sheet, text } from "./page.ts";
import { signsIn } from "./signs.ts";

export interface WhatifChoices {
	readonly digits: number;
	readonly top: number;
}

interface Told {
	readonly frame: Frame;
	readonly choices: WhatifChoices;
}

export function whatifPage(run: Whatif, frame: Frame, choices: WhatifChoices): Page {
	const { language, naming, basis } = frame;
	const { whatif: texts, report, words } = language;
	const told = { frame, choices };
	const { changes, mask } = run.asked;
	const [only] = run.firms;
	const one = run.firms.length === 1 ? only : undefined;
	const body = one === undefined ? manyFirms(run.firms, told) : one.years.flatMap((year) => oneYear(one, year, told));
	return [
		text(
			texts.asked({
				levers: changes.map((lever) => leverText(lever, frame)),
				months: mask === wholeYear ? null : monthNumbers(mask),
				firm: one === undefined ? null : nameOf(one.firm),
				firms: run.firms.length,
			}),
		),
		text(texts.marked({ switches: changes.some(({ kind }) => kind === "switch") })),
		text(report.chosen(basis, naming)),
		text(report.signs(signsIn(body, words))),
		...body,
	];
}

interface Row {
	readonly title: string;
	readonly places: number;
	readonly of: (state: YearState) => Figure | null;
	/** With its sign. */
	readonly isGap?: true;
}

function exact(value: Ratio | null | undefined): Figure | null {
	return value == null ? null : figure(value);
}

function rowsOf({ frame, choices }: Told): Row[] {
	const { whatif: texts, words } = frame.language;
	const { rows } = texts;
	return [
		{ title: rows.emissions, places: tonnePlaces, of: ({ one }) => exact(one.emissions.total) },
		{ title: rows.energy, places: tonnePlaces, of: ({ one }) => exact(one.emissions.tce) },
		{ title: rows.output(words.unit(frame.basis.outputUnit)), places: tonnePlaces, of: ({ one }) => exact(one.output?.value) },
		{ title: rows.intensity, places: choices.digits, of: ({ one }) => exact(one.intensity) },
		{ title: rows.required, places: choices.digits, of: ({ figures }) => figures.ownPath?.required ?? null },
		{ title: rows.gap, places: choices.digits, of: ({ figures }) => figures.ownPath?.gap ?? null, isGap: true },
		{ title: rows.gapPercent, places: perCentPlaces, of: ({ figures }) => figures.ownPath?.gapPercent ?? null, isGap: true },
		{ title: rows.gapTonnes, places: tonnePlaces, of: ({ figures }) => figures.ownPath?.gapTonnes ?? null, isGap: true },
		{ title: rows.progress, places: perCentPlaces, of: ({ figures }) => figures.progressPercent },
	];
}

function oneYear(firm: WhatifFirm, year: WhatifYear, told: Told): Block[] {
	const { frame } = told;
	const { whatif: texts, words, report } = frame.language;
	const marked = (value: string): string => `${value} ${texts.mark}`;
	const { changed } = year;
	if (changed === undefined) return [...notTold(firm, year, told), ...closingOf(year, told)];
	const [before, after] = [stateOf(year.reported), stateOf(changed)];
	const rows = rowsOf(told).map(({ title, places, of, isGap }): Cell[] => {
		const [a, b] = [of(before), of(after)];
		const write = isGap === true ? signed : shown;
		const apart = a === null || b === null ? null : apartAt(places, a, b);
		return [
			{ text: title },
			{ text: write(a, places, words.unknown) },
			{ text: marked(write(b, places, words.unknown)) },
			{ text: marked(apart === null ? words.unknown : signed(() => apart, places, words.unknown)) },
		];
	});
	const verdict = (one: FirmYear): Cell => verdictCell(one, frame.language);
	const whatIf = verdict(changed);
	return [
		heading(texts.year(year.year)),
		sheet({
			columns: [
				{ title: texts.columns.figure, align: "left" },
				{ title: texts.columns.reported, align: "right" },
				{ title: texts.columns.whatIf, align: "right" },
				{ title: texts.columns.difference, align: "right" },
			],
			rows: [
				...rows,
				[{ text: texts.rows.verdict }, verdict(year.reported), { ...whatIf, text: marked(whatIf.text) }, { text: "" }],
			],
			leftOut: report.leftOut,
		}),
		...closingOf(year, told),
	];
}

/** From more digits than are shown: a difference of rounded figures is off by one in its last place. */
function apartAt(places: number, a: Figure, b: Figure): string {
	const [now, then] = [b, a].map((of) => fromExact(fromPlainText(of(places + moreDigits))));
	return rounded(minus(now as Ratio, then as Ratio), places);
}

const moreDigits = 12;

/** A lever as it is typed, or with the names of its carriers where the language has them in messages. */
function leverText(lever: Lever, { language, naming }: Frame): string {
	if (!language.namesInMessages) return lever.text;
	const amount = lever.text.includes("=") ? lever.text.slice(lever.text.indexOf("=")) : "";
	if (lever.kind === "output") return `${language.whatif.output}${amount}`;
	if (lever.kind === "switch") return `${naming.carrier(lever.from)}>${naming.carrier(lever.to)}${amount}`;
	return `${naming.carrier(lever.kind === "green" ? green : lever.carrier)}${amount}`;
}

function notTold({ firm }: WhatifFirm, { year, hindrances }: WhatifYear, { frame }: Told): Block[] {
	const { whatif: texts } = frame.language;
	const why = hindrances.map(({ lever, reason }) => texts.hindrance(leverText(lever, frame), reason));
	return [text(texts.notTold(nameOf(firm), year, why.length > 0 ? why : [frame.language.words.unknown]))];
}

function closingOf({ year, closing }: WhatifYear, { frame }: Told): Block[] {
	const { whatif: texts, words, report } = frame.language;
	if (closing.length === 0) return [];
	const needed = ({ percent }: ClosingLever): string =>
		percent === null ? words.notApplicable : `${texts.needed(fixed(percent, perCentPlaces))} ${texts.mark}`;
	return [
		heading(texts.closing(year)),
		sheet({
			columns: [
				{ title: texts.columns.lever, align: "left" },
				{ title: texts.columns.needed, align: "right" },
				{ title: texts.columns.verdict, align: "left", prose: true },
			],
			rows: closing.map((one) => [
				{ text: leverText(one.lever, frame) },
				{ text: needed(one) },
				{ text: texts.closings[one.state] },
			]),
			leftOut: report.leftOut,
			notes: [texts.alone],
		}),
	];
}

function manyFirms(firms: readonly WhatifFirm[], told: Told): Block[] {
	const { frame, choices } = told;
	const { whatif: texts, words, report } = frame.language;
	const marked = (value: string): string => `${value} ${texts.mark}`;
	const all = firms.flatMap((firm) => firm.years.map((year) => ({ firm, year })));
	const taken = all.filter(({ year }) => year.changed !== undefined).slice(0, choices.top);
	const left = all.filter(({ year }) => year.changed === undefined).slice(0, choices.top);
	const rows = taken.map(({ firm, year }): Cell[] => {
		const [before, after] = [stateOf(year.reported), stateOf(year.changed as FirmYear)];
		const tonnes = (state: YearState): string => shown(exact(state.one.emissions.total), tonnePlaces, words.unknown);
		const intensity = (state: YearState): string => shown(exact(state.one.intensity), choices.digits, words.unknown);
		const gap = (state: YearState): string => signed(state.figures.ownPath?.gapPercent, perCentPlaces, words.unknown);
		const verdict = verdictCell(after.one, frame.language);
		return [
			{ text: nameOf(firm.firm) },
			{ text: String(year.year) },
			...[tonnes, intensity, gap].flatMap((of) => [{ text: of(before) }, { text: marked(of(after)) }]),
			{ ...verdict, text: marked(verdict.text) },
		];
	});
	const { columns } = texts;
	const pair = (title: string, spare: number): Sheetlike[] => [
		{ title, align: "right", spare },
		{ title: `${title} ${texts.mark}`, align: "right" },
	];
	return [
		...(rows.length === 0
			? []
			: [
					sheet({
						columns: [
							{ title: columns.firm, align: "left", name: true },
							{ title: columns.year, align: "right" },
							...pair(columns.emissions, 3),
							...pair(columns.intensity, 2),
							...pair(columns.gapPercent, 1),
							{ title: `${columns.verdict} ${texts.mark}`, align: "left" },
						],
						rows,
						leftOut: report.leftOut,
					}),
				]),
		...left.flatMap(({ firm, year }) => notTold(firm, year, told)),
		...(rows.length === 0 || taken.length === all.length - left.length
			? []
			: [text(frame.language.drivers.furtherFirms(all.length - left.length - taken.length))]),
		...all
			.slice(0, choices.top)
			.flatMap(({ firm, year }) => (year.closing.length === 0 ? [] : [heading(nameOf(firm.firm)), ...closingOf(year, told)])),
	];
}

type Sheetlike = { readonly title: string; readonly align: "left" | "right"; readonly spare?: number };
