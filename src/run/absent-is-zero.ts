/** `--absent-is-zero[=CARRIER|FIRM]`: whose missing months the user says to be months without use. */
import { Trouble } from "../findings/trouble.ts";
import type { Carrier } from "../reference/carriers.ts";
import { near } from "../reference/near.ts";
import { loadReference } from "../reference/reference.ts";
import { identity } from "../reference/spelling.ts";

/**
 * Whether it is said of a firm and a carrier. A carrier that is empty stands for all of the firm's, of which only a statement of the
 * firm or of all speaks.
 *
 * @param texts as typed; an empty one says so of all
 * @param firms ids of the run
 * @param carrierOf what a carrier counts as
 * @throws Trouble `unknown-choice` for a text that is neither a carrier nor a firm of the run
 */
export function absentIsZero(
	texts: readonly string[],
	firms: readonly string[],
	carrierOf: (key: string) => Carrier | undefined,
): (firm: string, carrier: string) => boolean {
	const { carriers } = loadReference();
	const ofFirms = new Set<string>();
	const ofCarriers = new Set<string>();
	for (const text of texts.filter((one) => one !== "")) {
		const named = carriers.find(text)?.carrier;
		const firm = identity(text);
		if (firms.includes(firm)) ofFirms.add(firm);
		else if (named !== undefined) ofCarriers.add(carrierOf(named.id)?.id ?? named.id);
		else
			throw new Trouble("unknown-choice", {
				option: "--absent-is-zero",
				value: text,
				known: [],
				near: [...near(text, firms), ...carriers.meant(text).near],
			});
	}
	if (texts.includes("")) return () => true;
	return (firm, carrier) => ofFirms.has(firm) || ofCarriers.has(carrier);
}
