/** The findings as json: the keys of the contract in its order, whatever order the value was built in. */
import type { Check, CheckFinding, CheckRule } from "../check.ts";
import type { ReportInput } from "../report.ts";
import { json } from "./json.ts";

export function checkJson(check: Check): string {
	return json(inOrder(check));
}

function inOrder({ schemaVersion, tool, inputs, rules, findings }: Check): Check {
	const { counts, known, byCode, notChecked, list } = findings;
	return {
		schemaVersion,
		tool: { name: tool.name, version: tool.version, seeds: tool.seeds, rules: tool.rules },
		inputs: inputs.map(input),
		rules: rules.map(rule),
		findings: {
			counts: { error: counts.error, warning: counts.warning, note: counts.note },
			known,
			byCode: byCode.map(({ code, count }) => ({ code, count })),
			notChecked: notChecked.map((one) => ({ rule: one.rule, why: one.why })),
			list: list.map(finding),
		},
	};
}

function input({ file, kind, sha256, encoding, separator, rows }: ReportInput): ReportInput {
	const { read, used, refused, skipped } = rows;
	return { file, kind, sha256, encoding, separator, rows: { read, used, refused, skipped } };
}

function rule({ rule: id, code, asked, passed, failed, notChecked }: CheckRule): CheckRule {
	return { rule: id, code, asked, passed, failed, notChecked: notChecked.map(({ why, firms }) => ({ why, firms })) };
}

function finding(found: CheckFinding): CheckFinding {
	return {
		code: found.code,
		gravity: found.gravity,
		file: found.file,
		row: found.row,
		line: found.line,
		column: found.column,
		value: found.value,
		firm: found.firm,
		period: found.period,
		message: found.message,
		remedy: found.remedy,
		weightTonnes: found.weightTonnes,
		couldTurnVerdict: found.couldTurnVerdict,
		cause: found.cause,
		fingerprint: found.fingerprint,
		known: found.known === null ? null : { reason: found.known.reason, until: found.known.until },
	};
}
