/** In English: what users write beside their tables. */
import type { Fields } from "../../fields.ts";

export const rules: Fields["rules"] = {
	rules: {
		$schema: "For editors; not read.",
		limits: "Other values in place of those of `tanlu sources limits`, by the limit's name.",
		gravities: "Other gravities of what screening rules tell, by code.",
		off: "Rules that are not asked, by id or code.",
	},
	changedLimit: {
		reason: "Why: it stands in the report.",
		value: "A decimal of zero or more, in quotes; of schedule-near and schedule-far a share of two places at most.",
	},
	changedGravity: { reason: "Why: it stands in the report.", value: "error, warning or note." },
	switchedOff: { reason: "Why: it stands in the report." },
};

export const baseline: Fields["baseline"] = {
	baseline: { schemaVersion: "Version of this contract.", entries: "The findings that are known." },
	entry: {
		fingerprint: "What the finding is known by: of code, firm, period, column and value.",
		code: "Code of the finding.",
		firm: "The firm it is of; null where it is of none.",
		period: "The period it is of; null where it is of none.",
		reason: "Why it is accepted: it stands beside the finding in every output.",
		until: "The last day it holds, YYYY-MM-DD; null where it has none.",
	},
};
