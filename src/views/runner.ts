/**
 * Words by which a log commands the machine that keeps it. Whatever comes from a file is broken visibly where it could: `::` at
 * the start of a line (GitHub), `##[` and `##vso[` (GitHub, Azure) and `##teamcity[` anywhere.
 */

const commands = /##(?=\[|vso\[|teamcity\[)/gi;

/** A text of one or of several lines in which nothing commands from within a line. */
export function uncommanded(text: string): string {
	return text.includes("##") ? text.replace(commands, "#\\x23") : text;
}

const ofColour = String.fromCharCode(27);
/** Blanks and colours, behind which runners look. */
const start = new RegExp(`^((?:\\s|${ofColour}\\[[\\d;]*m)*):(?=:)`);

/** A line as it is written, after any wrapping and colouring. */
export function unstarted(line: string): string {
	return line.replace(start, "$1\\x3a");
}
