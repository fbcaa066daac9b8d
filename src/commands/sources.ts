/** Which factors and targets are in force, where they come from, and how far others differ. */
import { sourceSections } from "../domain/words.ts";
import { parseFullSeeds } from "../reference/full-seeds.ts";
import { fuelSetOf } from "../run/choices.ts";
import { autoTargets, electricityModes, targetSets } from "../run/plans.ts";
import { oneOf } from "../run/values.ts";
import { buildSources } from "../views/build-sources.ts";
import { sourcesFormats } from "../views/formats/sources.ts";
import { toolOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";

export const sources: Command = command({
	name: "sources",
	most: 1,
	options: [["factorSet", "electricity", "targetSet"]],
	formats: sourcesFormats,
	exitCodes: [0, 2, 70],
	run: async ([asked], { factorSet, electricity, targetSet }, { host }) => {
		const section = asked === undefined ? undefined : oneOf("SECTION", asked, sourceSections);
		const { id: factors } = fuelSetOf(factorSet === undefined ? [] : [factorSet]);
		const targets = oneOf("--targets", targetSet ?? autoTargets, targetSets());
		const mode = electricityModes(electricity, targets)
			.map(({ text }) => text)
			.join(", ");
		const full = parseFullSeeds(await host.data("seeds"));
		return {
			value: { sources: buildSources(full, { factors, electricity: mode, targets }, toolOf(host.version)), section },
			code: exit.done,
		};
	},
});
