/** What a command is, and how findings are told to a person on standard error. */
import type { Finding } from "../findings/finding.ts";
import { gravities, gravity } from "../findings/gravity.ts";
import { counted, listed, type Tally } from "../findings/tally.ts";
import type { Language } from "../language/language.ts";
import { harmless } from "../views/width.ts";

/** How many findings of one code are told with their place; the rest are counted. */
const told = 5;

/** The findings as lines: gravest first, those of one code together, the first few of each with the way out. */
export function tellFindings(tally: Tally, language: Language): string {
	const byCode = new Map<string, Finding[]>();
	for (const found of listed(tally)) byCode.set(found.code, [...(byCode.get(found.code) ?? []), found]);
	const lines: string[] = [];
	for (const level of gravities) {
		for (const [code, list] of byCode) {
			if (gravity[code as Finding["code"]] !== level) continue;
			for (const found of list.slice(0, told)) lines.push(line(found, language));
			const more = (tally.counts.get(code as Finding["code"]) ?? 0) - told;
			if (more > 0) lines.push(`  ${language.report.furtherFindings(more)}: ${code}`);
		}
	}
	const counts = counted(tally);
	if (counts.error + counts.warning + counts.note > 0) lines.push(language.report.findings(counts));
	return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** `energy.csv:17:消费量  error  negative-quantity  F1 2023-05: -3.2 is below zero -> …` */
function line(found: Finding, language: Language): string {
	const { at, code, firm, period } = found;
	const { message, remedy } = language.tell(found);
	const place = [at.file, at.row === 0 ? "" : String(at.row), at.column].filter((part) => part !== "").join(":");
	const about = [firm, period].filter((part) => part !== "").join(" ");
	const parts = [
		place,
		language.words.gravities[gravity[code]],
		code,
		`${about === "" ? "" : `${about}: `}${message}`,
		`${language.report.remedy} ${remedy}`,
	];
	return harmless(parts.filter((part) => part !== "").join("  "));
}
