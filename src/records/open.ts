/** Sources opened by content, whatever they are called: surveyed once, and then the sheets they hold. */
import { Trouble } from "../findings/trouble.ts";
import { isPage, isWorkbookOf2003 } from "./markup.ts";
import { containerOf } from "./no-text.ts";
import type { Encoding, OpenedSheets, Sheet } from "./sheet.ts";
import type { Source } from "./source.ts";
import { glimpse, keeper, type Survey, survey } from "./survey.ts";
import { textSheet } from "./text-sheet.ts";
import { keptCells, type Room } from "./workbook/sheets.ts";

export interface Opened {
	readonly file: string;
	/** Of the table in it, unpacked: the same for the same table; null where it is empty. */
	readonly content: string | null;
	/** Its sheets. Throws where it holds none that can be read. */
	readonly sheets: () => Promise<OpenedSheets>;
}

/** How sources are opened. */
export interface Opening {
	/** Wins over what bytes say of a text's encoding. */
	readonly encoding: Encoding | undefined;
	/** Hidden sheets, rows and columns of workbooks count. */
	readonly hidden: boolean;
}

/** What the sources of a run share. */
interface Shared {
	readonly keep: (surveyed: Survey) => Survey;
	readonly room: Room;
	readonly hidden: boolean;
}

/** A kind of source: whether bytes that begin so are of it, and the sheets they hold. */
interface Format {
	readonly is: (surveyed: Survey) => boolean;
	readonly sheets: (source: Source, surveyed: Survey, shared: Shared) => OpenedSheets | Promise<OpenedSheets>;
}

const beginsLike =
	(...whats: readonly ReturnType<typeof containerOf>[]) =>
	({ head }: Survey): boolean =>
		whats.includes(containerOf(head));

/** The first that knows the bytes; text is what is left. */
const formats: readonly Format[] = [
	{ is: ({ size }) => size === 0, sheets: ({ name }) => refuse(name, "empty") },
	{ is: beginsLike("compressed"), sheets: ({ name }) => refuse(name, "compressed") },
	{
		is: (surveyed) => beginsLike("zip", "compound")(surveyed) || isWorkbookOf2003(surveyed),
		// What reads workbooks loads only for one.
		sheets: async (source, surveyed, shared) => (await import("./workbook/workbook.ts")).workbookSheets(source, surveyed, shared),
	},
	{
		is: beginsLike("parquet"),
		sheets: async (source, surveyed, shared) => (await import("./parquet.ts")).parquetSheets(source, surveyed, shared),
	},
	{
		is: isPage,
		sheets: async (source, surveyed, shared) => (await import("./workbook/page.ts")).pageSheets(source, surveyed, shared),
	},
	{
		is: () => true,
		sheets: (source, surveyed, { keep }) => ({ sheets: [textSheet(source, surveyed, keep)], hiddenWords: [], remarks: [] }),
	},
];

const formatOf = (surveyed: Survey): Format => formats.find(({ is }) => is(surveyed)) as Format;

/**
 * The sheet that a large text will be, as far as its head shows; undefined of anything else. What is made of it before the source is opened counts
 * where opening it shows the same.
 */
export async function glanceAt(source: Source, encoding: Encoding | undefined): Promise<Sheet | undefined> {
	const surveyed = await glimpse(source, encoding);
	if (surveyed === undefined || formatOf(surveyed) !== formats.at(-1)) return undefined;
	return textSheet(source, surveyed, (own) => own);
}

function refuse(file: string, what: "empty" | "compressed"): never {
	throw new Trouble("not-a-table", { file, what });
}

/** Opens sources one after the other; small ones are kept until they are read, up to so many bytes and cells together. */
export function opener({ encoding, hidden }: Opening): (source: Source) => Promise<Opened> {
	const shared: Shared = { keep: keeper(), room: { cells: keptCells }, hidden };
	return async (source) => {
		const surveyed = await survey(source, encoding);
		return {
			file: source.name,
			content: surveyed.size === 0 ? null : surveyed.content,
			sheets: async () => formatOf(surveyed).sheets(source, surveyed, shared),
		};
	};
}
