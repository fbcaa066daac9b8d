/** What a finding is about: the carrier or the output whose records would settle it. */
import type { Finding, Subject } from "../findings/finding.ts";

/** null where it is about no single one. */
export function subjectIn(found: Finding): Subject | null {
	const about: Readonly<Record<string, unknown>> = found.with;
	const { what, carrier } = about as { readonly what?: unknown; readonly carrier?: unknown };
	if (typeof what === "object" && what !== null && "of" in what) return what as Subject;
	return typeof carrier === "string" ? { of: "carrier", carrier, use: "consumed" } : null;
}
