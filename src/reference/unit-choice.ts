/** Units that a header leaves open: `t或万Nm3`, `GJ/t,GJ/万Nm3`. Which of them a row has follows from what its amount is of. */
import { plain } from "./spelling.ts";
import type { Unit, Units } from "./units.ts";

export interface ChosenUnit {
	readonly text: string;
	readonly unit: Unit;
}

/** The units a text offers, two or more; undefined where it is one unit, or any of its words is none. */
export function unitChoice(text: string, units: Units): readonly ChosenUnit[] | undefined {
	if (units.find(text) !== undefined) return undefined;
	const pieces = plain(text)
		.split(/\s*(?:或|[,，、;；]|\bor\b)\s*/)
		.filter((piece) => piece !== "");
	const found = pieces.flatMap((piece) => {
		const unit = units.find(piece);
		return unit === undefined ? [] : [{ text: piece, unit }];
	});
	return pieces.length > 1 && found.length === pieces.length ? found : undefined;
}
