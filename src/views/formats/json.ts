/** A contract as json: the value itself, indented, with a newline at its end. */
export function json(value: object): string {
	return `${escaped(JSON.stringify(value, null, 2))}\n`;
}

/** What steers a terminal or hides in a name, written as JSON may write any character: the value stays what it is. */
export function escaped(text: string): string {
	return unhashed(text).replace(/[\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, (character) =>
		Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`).join(
			"",
		),
	);
}

/** Two signs that begin a command to the runner of a log stand in strings alone: one of them is written as its number. */
function unhashed(text: string): string {
	return text.includes("##") ? text.replace(/##(?=\[|vso\[|teamcity\[)/gi, "#\\u0023") : text;
}
