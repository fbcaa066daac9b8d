/** The records that would settle a finding, in English. */
import type { Finding } from "../../findings/finding.ts";
import type { Naming } from "../language.ts";
import { subjectIn } from "../subjects.ts";
import { subject } from "./findings/phrases.ts";

/** `the bills or meter records of coke for 2022-07 (zero-months)`. */
export function recordOf(found: Finding, naming: Naming): string {
	const what = subjectIn(found);
	const when = found.period === "" ? "" : ` for ${found.period}`;
	if (what === null) return `what ${found.code} is about${when}`;
	const records = what.of === "indicator" ? "the output statement" : "the bills or meter records";
	return `${records} of ${subject(what, naming)}${when} (${found.code})`;
}
