/** U-107 against a claim: what a firm says it emits would show a slip of all its rows. No table of this run states it. */
import { type FirmRule, notChecked } from "../rule.ts";

export const claimedEmissions: FirmRule = {
	id: "U-107-claim",
	code: "suspected-unit-slip",
	judge: () => notChecked("not-in-tables"),
};
