/** Findings and rules of a run as the value that `check` shows: heaviest first, known ones marked. */

import type { Check } from "../contract/check.ts";
import { tieCauses } from "../findings/causes.ts";
import type { Finding } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { codes, gravities } from "../findings/gravity.ts";
import { counted, gravityIn, heavierFirst, knownIn, listed } from "../findings/tally.ts";
import type { Screened } from "../screening/screen.ts";
import { findingOf } from "./build-report.ts";
import type { Frame, KnownOf } from "./frame.ts";

export function buildCheck(frame: Frame, { rules }: Screened, knownOf: KnownOf): Check {
	const { tally, language, naming } = frame;
	const graveness = (found: Finding): number => gravities.indexOf(gravityIn(tally, found));
	// The list is in order of place, and sorting keeps what is alike in order.
	const list = tieCauses(listed(tally)).sort((a, b) => graveness(a) - graveness(b) || heavierFirst(a, b));
	return {
		schemaVersion: 1,
		tool: frame.tool,
		inputs: frame.inputs,
		rules: rules.map(({ rule, code, asked, passed, failed, notChecked }) => ({
			...{ rule, code, asked, passed, failed },
			notChecked: [...notChecked].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([why, firms]) => ({ why, firms })),
		})),
		findings: {
			counts: counted(tally),
			known: knownIn(tally),
			byCode: codes.flatMap((code) => {
				const count = tally.counts.get(code) ?? 0;
				return count === 0 ? [] : [{ code, count }];
			}),
			notChecked: frame.notChecked,
			list: list.map((found) => ({
				...findingOf(found, gravityIn(tally, found), { language, naming }),
				known: knownOf(fingerprint(found)),
			})),
		},
	};
}
