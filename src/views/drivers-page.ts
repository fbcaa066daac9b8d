/** Why emissions and intensity moved, as a page: one firm driver by driver, several in a line each; then the sectors. */

import type { Identity } from "../assessment/identity.ts";
import { type Period, write } from "../domain/period.ts";
import { type Driver, drivers } from "../domain/words.ts";
import type { CarrierPair, FirmDrivers, Obstacle } from "../drivers/firm.ts";
import type { DriverYear } from "../drivers/year.ts";
import { figure } from "../exact/figure.ts";
import { compare, minus, per, type Ratio } from "../exact/ratio.ts";
import type { Drivers } from "../run/drivers.ts";
import { type Moved, movedFirm, movedPool } from "./build-drivers.ts";
import { additive, type Change, type Column as Effects, multiplicative, percentages, together } from "./effects.ts";
import { exactly, fixed, perCentPlaces, signed, tonnePlaces } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, type Column, heading, type Page, sheet, text } from "./page.ts";

export interface DriversChoices {
	readonly digits: number;
	readonly top: number;
}

/** Drivers that most tables have nothing of: they have a line or a column only where there is something. */
const rare: readonly Driver[] = ["process", "entry-exit", "outside"];
/** Drivers that are the firm's own doing. */
const own: readonly Driver[] = ["energy", "mix", "factors", "process", "entry-exit", "outside"];

interface Told {
	readonly run: Drivers;
	readonly frame: Frame;
	readonly choices: DriversChoices;
}

export function driversPage(run: Drivers, frame: Frame, choices: DriversChoices): Page {
	const told = { run, frame, choices };
	const { language, naming, basis } = frame;
	const { drivers: texts, report } = language;
	const shown = run.firms.filter(({ identity }) => frame.showsFirm(identity.firm));
	const [only] = shown;
	const { periods, chained } = run.asked;
	const one = shown.length === 1 && only !== undefined ? only : undefined;
	const ends = { from: shortly(periods[0]), to: shortly(periods[periods.length - 1] ?? periods[0]), chained };
	const [plan] = basis.plans;
	const steady = plan.electricityFactor !== null || plan.electricity.includes("@");
	return [
		text(texts.asked({ ...ends, firm: one === undefined ? null : nameOf(one.identity), firms: shown.length })),
		text(report.chosen(basis, naming)),
		text(texts.drawn),
		...(steady ? [text(texts.steadyGrid)] : []),
		...(one === undefined ? manyFirms(shown, told) : oneFirm(one, told)),
	];
}

/** Months of one year, which `--from` takes so, too: `2024-01..08`. */
function shortly(period: Period): string {
	return write(period).replace(/\.\.\d{4}-/, "..");
}

function nameOf({ firm, name }: Identity): string {
	return name === null || name === firm ? firm : `${firm} ${name}`;
}

function obstaclesOf(obstacles: readonly Obstacle[], { run, frame }: Told): string[] {
	const [{ from, to }] = run.asked.periods;
	return obstacles.map(({ reason, year, carriers }) =>
		frame.language.drivers.obstacle({
			reason,
			period: year === null ? null : shortly({ year, from, to }),
			carriers: carriers.map(frame.naming.carrier),
		}),
	);
}

function oneFirm(firm: FirmDrivers, told: Told): Block[] {
	const { frame, choices } = told;
	const { drivers: texts, words, report } = frame.language;
	const moved = movedFirm(firm);
	const { from, to, emissions, intensity } = moved;
	if (from === null || to === null || emissions === null || intensity === null)
		return [text(texts.withheld(nameOf(firm.identity), obstaclesOf(moved.obstacles, told)))];
	const { digits } = choices;
	const unit = `t CO2/${words.unit(frame.basis.outputUnit)}`;
	const periods = told.run.asked.periods.map(shortly);
	const ofIntensity = additive(intensity, digits);
	const columns = [
		{ title: texts.columns.emissions, places: tonnePlaces, effects: additive(emissions, tonnePlaces) },
		{ title: texts.columns.percent, places: perCentPlaces, effects: percentages(emissions, perCentPlaces), spare: 2 },
		{ title: texts.columns.ratio, places: digits, effects: multiplicative(emissions, digits), bare: true, spare: 3 },
		{ title: texts.columns.intensity, places: digits, effects: ofIntensity },
		{ title: texts.columns.percent, places: perCentPlaces, effects: percentages(intensity, perCentPlaces), spare: 1 },
		{ title: texts.columns.ratio, places: digits, effects: multiplicative(intensity, digits), bare: true, spare: 4 },
	];
	const lines = drivers.filter(
		(driver) => driver !== "structure" && (!rare.includes(driver) || columns.some(({ effects }) => isMoved(effects, driver))),
	);
	const row = (title: string, of: (effects: Effects) => string | undefined): Cell[] => [
		{ text: title },
		...columns.map(({ effects, places, bare }) => {
			const value = effects === null ? undefined : of(effects);
			return { text: value === undefined ? words.notApplicable : bare === true ? padded(value, places) : plus(value, places) };
		}),
	];
	const table = sheet({
		columns: [
			{ title: texts.columns.driver, align: "left" },
			...columns.map(({ title, spare }): Column => ({ title, align: "right", ...(spare === undefined ? {} : { spare }) })),
		],
		rows: [
			...lines.map((driver) => row(texts.drivers[driver], ({ lines: all }) => all.get(driver))),
			row(texts.columns.residue, ({ residue }) => residue),
			row(texts.columns.change, ({ change }) => change),
		],
		leftOut: report.leftOut,
		notes: [texts.addsUp.column],
	});
	const shown = (value: Ratio, places: number): string => exactly(value, places, words.unknown);
	return [
		table,
		...carrierTable(firm.carriers, periods, told),
		text(
			texts.moved({
				from: periods[0] as string,
				to: periods.at(-1) as string,
				emissions: [shown(from.emissions, tonnePlaces), shown(to.emissions, tonnePlaces)],
				intensity: [shown(intensityOf(from), digits), shown(intensityOf(to), digits)],
				unit,
			}),
		),
		text(
			texts.apart({
				change: plus(ofIntensity.change, digits),
				own: plus(together(ofIntensity, own), digits),
				grid: plus(together(ofIntensity, ["grid"]), digits),
				unit,
			}),
		),
	];
}

function intensityOf({ emissions, output }: DriverYear): Ratio {
	return per(emissions, output);
}

function isMoved(effects: Effects | null, driver: Driver): boolean {
	const line = effects?.lines.get(driver);
	return line !== undefined && line !== "0" && line !== "1";
}

/** A written figure at so many places, with its sign or without. */
function plus(written: string, places: number): string {
	return signed(() => written, places, "");
}

function padded(written: string, places: number): string {
	return fixed(() => written, places);
}

function carrierTable(carriers: readonly CarrierPair[], periods: readonly string[], { frame }: Told): Block[] {
	const { drivers: texts, words, report } = frame.language;
	const [first, last] = [periods[0] as string, periods.at(-1) as string];
	if (carriers.length === 0) return [];
	const written = (value: Ratio): string => exactly(value, tonnePlaces, words.unknown);
	const titles = [texts.columns.co2In(first), texts.columns.co2In(last), texts.columns.tceIn(first), texts.columns.tceIn(last)];
	const columns: Column[] = [
		{ title: texts.columns.carrier, align: "left", name: true },
		...titles.map((title, at): Column => ({ title, align: "right", ...(at > 1 ? { spare: 1 } : {}) })),
		{ title: texts.columns.became, align: "left" },
	];
	const rows = carriers.map(({ carrier, change, co2, tce }): Cell[] => [
		{ text: frame.naming.carrier(carrier) },
		{ text: written(co2.from) },
		{ text: written(co2.to) },
		{ text: tce === null ? words.notApplicable : written(tce.from) },
		{ text: tce === null ? words.notApplicable : written(tce.to) },
		{ text: texts.changes[change] },
	]);
	return [heading(texts.headings.carriers), sheet({ columns, rows, leftOut: report.leftOut })];
}

/** A firm or a sector in a table. */
interface Line {
	readonly cells: readonly Cell[];
	readonly moved: Moved;
}

function manyFirms(firms: readonly FirmDrivers[], told: Told): Block[] {
	const { run, frame, choices } = told;
	const { drivers: texts } = frame.language;
	const all = firms.map((firm) => ({ firm, moved: movedFirm(firm) }));
	const taken = all.filter(({ moved }) => moved.intensity !== null).sort(largestRise);
	const withheld = all.filter(({ moved }) => moved.intensity === null);
	const lines = taken.slice(0, choices.top).map(({ firm, moved }): Line => ({ cells: [{ text: nameOf(firm.identity) }], moved }));
	const pools = run.sectors
		.map((pool) => ({ pool, moved: movedPool(pool) }))
		.filter(({ moved }) => moved.intensity !== null)
		.map(({ pool, moved }): Line => {
			const name = pool.sector === "all" ? frame.language.report.allFirms : frame.naming.sector(pool.sector);
			return { cells: [{ text: name }, { text: String(pool.members.length) }], moved };
		});
	const firmColumns: Column[] = [{ title: texts.columns.firm, align: "left", name: true }];
	const poolColumns: Column[] = [
		{ title: texts.columns.sector, align: "left", name: true },
		{ title: texts.columns.firms, align: "right", spare: 1 },
	];
	const tables = (columns: Column[], some: readonly Line[], headings: readonly [string, string]): Block[] =>
		some.length === 0
			? []
			: (["emissions", "intensity"] as const).flatMap((of, at) => [
					heading(headings[at] as string),
					effectSheet(columns, some, of, told, at === 0 ? [texts.addsUp.row] : []),
				]);
	const untold = taken.length - lines.length;
	return [
		...tables(firmColumns, lines, [texts.headings.emissions, texts.headings.intensity]),
		...(untold > 0 ? [text(texts.furtherFirms(untold))] : []),
		...tables(poolColumns, pools, [texts.headings.sectors, texts.headings.sectorsIntensity]),
		...(withheld.length === 0 ? [] : [heading(texts.headings.withheld)]),
		...withheld
			.slice(0, choices.top)
			.map(({ firm, moved }) => text(texts.withheld(nameOf(firm.identity), obstaclesOf(moved.obstacles, told)))),
		text(texts.cameOut({ firms: taken.length, withheld: withheld.length })),
	];
}

type Known = { readonly firm: FirmDrivers; readonly moved: Moved };

/** The intensity that rose most first; equals in order of firm. */
function largestRise(a: Known, b: Known): number {
	const rise = ({ moved: { intensity } }: Known): Ratio => {
		const { from, to } = intensity as Change;
		return minus(to, from);
	};
	return compare(rise(b), rise(a)) || (a.firm.identity.firm < b.firm.identity.firm ? -1 : 1);
}

function effectSheet(
	first: readonly Column[],
	lines: readonly Line[],
	of: "emissions" | "intensity",
	{ frame, choices }: Told,
	notes: readonly string[],
): Block {
	const { drivers: texts, report } = frame.language;
	const places = of === "emissions" ? tonnePlaces : choices.digits;
	const columns = lines.map(({ moved }) => additive(moved[of] as Change, places));
	const told = drivers.filter(
		(driver) =>
			columns[0]?.lines.has(driver) === true && (!rare.includes(driver) || columns.some((column) => isMoved(column, driver))),
	);
	const unsigned = (value: Ratio): string => fixed(figure(value), places);
	return sheet({
		columns: [
			...first,
			{ title: frame.language.report.columns[of], align: "right", spare: 3 },
			// What moved nothing may be left out, and the rest still adds up.
			...told.map((driver): Column => {
				const still = columns.every((column) => !isMoved(column, driver));
				return { title: texts.drivers[driver], align: "right", ...(still ? { spare: 2 } : {}) };
			}),
			{ title: texts.columns.residue, align: "right" },
			{ title: texts.columns.change, align: "right" },
		],
		rows: lines.map(({ cells, moved }, at): Cell[] => {
			const column = columns[at] as Effects;
			return [
				...cells,
				{ text: unsigned((moved[of] as Change).from) },
				...told.map((driver) => ({ text: plus(column.lines.get(driver) ?? "0", places) })),
				{ text: plus(column.residue, places) },
				{ text: plus(column.change, places) },
			];
		}),
		leftOut: report.leftOut,
		notes,
	});
}
