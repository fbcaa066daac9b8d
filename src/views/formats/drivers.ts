/** The shelf of formats that drivers can be written in. */
import type { Drivers } from "../../run/drivers.ts";
import { buildDrivers } from "../build-drivers.ts";
import { driversPage } from "../drivers-page.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { driversCsv } from "./drivers-csv.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export interface DriversView {
	readonly run: Drivers;
	readonly frame: Frame;
	/** Decimal places of intensities on a page; firms in its tables, the largest rise first. */
	readonly digits: number;
	readonly top: number;
}

const page = ({ run, frame, digits, top }: DriversView): Page => driversPage(run, frame, { digits, top });

export const driversFormats: Formats<DriversView> = {
	text: onTerminal(page),
	csv: { mark: true, write: ({ run, frame }) => driversCsv(buildDrivers(run, frame)) },
	json: { write: ({ run, frame }) => json(buildDrivers(run, frame)) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
};
