/** A text of separated values as a sheet, packed or not. */
import { longestHead } from "../findings/bounds.ts";
import { likelySeparators, openingRecords, readRecords } from "./csv.ts";
import { unpacked } from "./packed.ts";
import type { Cut, Separator, Sheet, TextBytes } from "./sheet.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";
import { headText } from "./text.ts";

/** So much of a file holds its titles and its header, nearly always. */
const glanceLength = 4096;

/** The sheet that a surveyed text is; `keep` says what of the survey is kept until it is read. Throws `cannot-decode`. */
export function textSheet(source: Source, surveyed: Survey, keep: (surveyed: Survey) => Survey): Sheet {
	const { sha256, encoding, toldBy, newlines, hasNul } = surveyed;
	const head = headText(source.name, surveyed);
	const kept = keep(surveyed);
	return {
		file: source.name,
		sheet: null,
		sha256,
		decoded: { encoding, toldBy, newlines },
		mayHoldNul: hasNul,
		remarks: [],
		onlyWords: false,
		cuts: (glance) => {
			const text = glance ? head.slice(0, glanceLength) : head;
			if (glance && text.length === head.length) return [];
			return likelySeparators(text).map((separator) => ({
				separator,
				opening: (rows) => {
					const records = openingRecords(text, separator, rows, glance || surveyed.size <= longestHead);
					// A glance may end in the middle of a record.
					return glance ? records.slice(0, -1) : records;
				},
				read: readerOf(source, kept, separator),
				bytes: bytesOf(source, kept),
			}));
		},
	};
}

function bytesOf(source: Source, { encoding, size, markLength, sha256, content }: Survey): TextBytes {
	const pieces: TextBytes["pieces"] = async () => (await unpacked(source, () => undefined)).bytes;
	const isPacked = content !== sha256;
	return { encoding, size, markLength, pieces, ...(isPacked || source.places === undefined ? {} : { places: source.places }) };
}

/** Apart from the rest, so that what is kept for reading does not hold the first rows. */
function readerOf(source: Source, kept: Survey, separator: Separator): Cut["read"] {
	return (reader) => readRecords(source, kept, separator, reader);
}
