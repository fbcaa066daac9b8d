/**
 * How much of a file is read: what is longer costs no time and no memory. They stand in one place, so that the manual says what
 * holds. What no honest table comes near to is refused at once, and told by the bound.
 */

/** A record is at most so long, in letters: of a quote that is open for longer nobody knows what it swallowed. */
export const longestRecord: number = 1 << 20;

/** What a spreadsheet's own cells may hold; more is a quote that was never closed, or a text pasted into the wrong place. */
export const longestCell = 32_767;

/** A number, a unit, a period or a code: the longest that is read has some fifty letters. */
export const longestValue = 100;

/** A word of a list: a use, an indicator with its product. */
export const longestWord = 200;

/** A name: of a firm, a site, a carrier. */
export const longestName = 500;

/** A cell of a header, and one of the lines above it. */
export const longestHeaderWord = 500;
export const longestTitle = 2_000;

/** Bytes up to the end of the header: titles and a header that end later are not looked for. */
export const longestHead: number = 1 << 16;

/** What a spreadsheet's own sheets may have. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;

/** The tables of a web page come to so many cells, with those that others span, and to so many for each that is written. */
export const cellsAnyway: number = 1 << 20;
export const cellsForEach = 16;

/** A row of a workbook with its tags, in letters; a part of one that is read whole. */
export const longestRow: number = 1 << 24;
export const longestPart: number = 1 << 28;

/** A packed file unpacks to so many bytes, whatever it holds, and to so many for each byte of it. Tables unpack to some fifty. */
export const unpackedAnyway: number = 64 << 20;
export const unpackedForEach = 200;

/** A rules file or a baseline, in bytes. */
export const longestJson: number = 32 << 20;

/** Of a file that is read as a whole, such as a workbook, so many bytes are held. */
export const mostHeld: number = 1 << 30;

/** Of what comes once, such as standard input, so many bytes are kept in a temporary file: what never ends is to leave room for others. */
export const mostKept: number = 2 ** 36;

/** Files of a submission, of any kind. */
export const mostFiles = 1_000;

/** How many findings of one code are kept with their place; all are counted. */
export const keptFindings = 1_000;

/** Names held against each other, for rows whose firm is uncertain: beyond so many pairs such a row may be any firm's. */
export const mostNamePairs = 20_000_000;
