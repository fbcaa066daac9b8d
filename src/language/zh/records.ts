/** 核实一个问题所需的凭证。 */
import type { Finding } from "../../findings/finding.ts";
import type { Naming } from "../language.ts";
import { subjectIn } from "../subjects.ts";
import { subject } from "./findings/phrases.ts";

/** `2022-07焦炭的结算单或抄表记录（zero-months）`。 */
export function recordOf(found: Finding, naming: Naming): string {
	const what = subjectIn(found);
	if (what === null) return `${found.period}${found.code}所指的情况`;
	const records = what.of === "indicator" ? "统计报表" : "结算单或抄表记录";
	return `${found.period}${subject(what, naming)}的${records}（${found.code}）`;
}
