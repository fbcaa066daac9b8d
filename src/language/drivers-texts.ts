/** What `tanlu drivers` says around its figures, for people. */
import type { CarrierChangeWord, Driver, DriverReason } from "../domain/words.ts";

/** Of what year or months, and by which carriers, where it is of some. */
export interface ObstacleText {
	readonly reason: DriverReason;
	readonly period: string | null;
	readonly carriers: readonly string[];
}

export interface DriversTexts {
	readonly drivers: { readonly [D in Driver]: string };
	readonly changes: { readonly [C in CarrierChangeWord]: string };
	readonly columns: {
		readonly driver: string;
		readonly firm: string;
		readonly sector: string;
		readonly firms: string;
		readonly emissions: string;
		/** Share of what it was, per cent. */
		readonly percent: string;
		/** What it multiplies by. */
		readonly ratio: string;
		readonly intensity: string;
		readonly change: string;
		readonly residue: string;
		readonly carrier: string;
		readonly became: string;
		/** t CO2 and tce of a carrier in a year or in months. */
		readonly co2In: (period: string) => string;
		readonly tceIn: (period: string) => string;
	};
	readonly headings: {
		readonly emissions: string;
		readonly intensity: string;
		readonly sectors: string;
		readonly sectorsIntensity: string;
		readonly carriers: string;
		readonly withheld: string;
	};
	/** The first line; `firm` where it is of one, else how many there are. */
	readonly asked: (told: {
		readonly from: string;
		readonly to: string;
		readonly chained: boolean;
		readonly firm: string | null;
		readonly firms: number;
	}) => string;
	/** What the drivers are. */
	readonly drawn: string;
	/** How the figures of a row belong together; of one firm, those of a column, of which some are ratios. */
	readonly addsUp: { readonly row: string; readonly column: string };
	/** From what to what a firm moved: figures with their unit. */
	readonly moved: (told: {
		readonly from: string;
		readonly to: string;
		readonly emissions: readonly [from: string, to: string];
		readonly intensity: readonly [from: string, to: string];
		readonly unit: string;
	}) => string;
	/** What of the change of the intensity is the firm's own, and what the grid's. */
	readonly apart: (told: {
		readonly change: string;
		readonly own: string;
		readonly grid: string;
		readonly unit: string;
	}) => string;
	/** One factor of the grid holds for all years. */
	readonly steadyGrid: string;
	readonly obstacle: (what: ObstacleText) => string;
	readonly withheld: (firm: string, why: readonly string[]) => string;
	/** Firms that were taken apart, and those that could not be. */
	readonly cameOut: (told: { readonly firms: number; readonly withheld: number }) => string;
	readonly furtherFirms: (count: number) => string;
}
