/** Amounts that the seeds call odd, as cells write them: `999.00` and `9,999` too. */
import type { OddAmountSeed } from "../../reference/seeds.ts";
import { plain } from "../../reference/spelling.ts";
import type { FirmCase } from "../rule.ts";

/** The odd amount of a kind that a cell spells; undefined for any other cell. */
export function oddAmount({ rules }: FirmCase, kind: OddAmountSeed["kind"], text: string): string | undefined {
	const digits = plain(text).replaceAll(",", "");
	const bare = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
	return rules.reference.isOdd(kind, bare) ? bare : undefined;
}
