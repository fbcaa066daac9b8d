/** The shelf of steps, in the order they are taken. */

import { settleBought } from "./bought-part.ts";
import { leaveOutEquivalents } from "./equivalents.ts";
import { settleFamilies, settleParts } from "./families.ts";
import { addLots } from "./lots.ts";
import { settlePurchases } from "./purchases.ts";
import { settleSites } from "./sites.ts";
import type { Step } from "./step.ts";

export const energySteps: readonly Step[] = [
	addLots,
	leaveOutEquivalents,
	settleSites,
	settleBought,
	settleParts,
	settleFamilies,
	settlePurchases,
];
