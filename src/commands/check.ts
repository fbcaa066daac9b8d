/** Only the findings: every rule is asked, and each answers pass, fail or not checked. */
import { counted } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { buildCheck } from "../views/build-check.ts";
import { type CheckFormat, checkFormats, writeCheck } from "../views/formats/check.ts";
import { type Baseline, baselineText, knownBy, readBaseline, recogniser } from "./baseline.ts";
import { oneOf } from "./choices.ts";
import type { Asked, CommandCard, ExitCode, Typed } from "./command.ts";
import { exit } from "./host.ts";
import { findInputs, openInputs } from "./inputs.ts";
import { columnsOf, csvMark, wholeNumber } from "./output.ts";
import { namedFiles, type ReportTyped } from "./report.ts";
import { splitter } from "./split.ts";
import { judgingOptions, readingOptions, rulesOf, textOf, toldRun } from "./tables.ts";

interface CheckTyped extends ReportTyped {
	readonly baseline?: string;
	readonly writeBaseline?: string;
	readonly reason?: string;
	readonly split?: string;
}

export const check: CommandCard = {
	name: "check",
	most: Number.POSITIVE_INFINITY,
	exitCodes: [0, 1, 2, 3, 70],
	options: [
		[
			{ name: "format", flags: "--format <format>", words: checkFormats },
			{ name: "out", flags: "--out <file>" },
			{ name: "bom", flags: "--bom" },
			{ name: "width", flags: "--width <columns>" },
			{ name: "maxWarnings", flags: "--max-warnings <number>" },
			{ name: "baseline", flags: "--baseline <file>" },
			{ name: "writeBaseline", flags: "--write-baseline <file>" },
			{ name: "reason", flags: "--reason <words>" },
			{ name: "split", flags: "--split <folder>" },
		],
		readingOptions,
		judgingOptions,
	],
	run: (files, typed, asked) => runCheck(files, typed as unknown as CheckTyped & Typed, asked),
};

async function runCheck(files: readonly string[], typed: CheckTyped, asked: Asked): Promise<ExitCode> {
	const { host } = asked;
	const format = oneOf<CheckFormat>("--format", typed.format ?? "text", checkFormats);
	const mark = csvMark(typed.bom, format);
	const maxWarnings = wholeNumber("--max-warnings", typed.maxWarnings, 0, 1e9);
	const columns = columnsOf(typed.width, host);
	if (typed.writeBaseline !== undefined && (typed.reason ?? "").trim() === "")
		throw new Trouble("option-needs", { option: "--write-baseline", needs: "--reason" });
	if (typed.reason !== undefined && typed.writeBaseline === undefined)
		throw new Trouble("option-needs", { option: "--reason", needs: "--write-baseline" });
	const { sets, named, options } = namedFiles(typed, host);
	const inputs = await findInputs(files, named, host);
	const baseline = await baselineOf(typed.baseline, asked);
	const rules = await rulesOf(typed.rules, [...inputs.paths, ...files], host);
	const tables = inputs.paths.map(host.named);
	const judges = [...tables, ...(rules.rulesFile === null ? [] : [rules.rulesFile])];
	// A baseline may be written anew in its own place; nothing else that is read may.
	const keeps = (option: string, out: string | undefined, read: readonly string[]): void => {
		if (out !== undefined && out !== "-" && read.includes(host.named(out)))
			throw new Trouble("out-is-input", { option, file: out });
	};
	keeps("--out", typed.out, baseline === undefined ? judges : [...judges, baseline.file]);
	keeps("--write-baseline", typed.writeBaseline, judges);
	const sources = await openInputs(inputs, asked);
	const { isKnown, finish } = recogniser(baseline, typed.asOf);
	const split = typed.split === undefined ? undefined : splitter(typed.split, tables, host);
	const { frame, screened } = await toldRun(sources, { ...options, ...sets }, asked, {
		...rules,
		isKnown,
		screen: true,
		...(split === undefined ? {} : { takeRow: split.take }),
	}).finally(() => split?.close());
	if (screened === null) throw new Error("a check without rules");
	finish(frame.tally);
	const dated = baseline !== undefined && [...baseline.entries.values()].some(({ until }) => until !== null);
	const undated = dated && typed.asOf === undefined ? [{ rule: "baseline-expired", why: "no-as-of" }] : [];
	const made = buildCheck({ ...frame, notChecked: [...frame.notChecked, ...undated] }, screened, (print) => {
		const entry = knownBy(baseline, print, typed.asOf);
		return entry === undefined ? null : { reason: entry.reason, until: entry.until };
	});
	await host.print(mark + writeCheck(format, made, asked.language, columns), typed.out === "-" ? undefined : typed.out);
	if (typed.writeBaseline !== undefined) {
		await host.print(baselineText(made.findings.list, typed.reason as string), typed.writeBaseline);
	}
	const counts = counted(frame.tally);
	if (counts.error > 0) return exit.errors;
	return maxWarnings !== undefined && counts.warning > maxWarnings ? exit.condition : exit.done;
}

async function baselineOf(file: string | undefined, { host }: Asked): Promise<Baseline | undefined> {
	return file === undefined ? undefined : readBaseline(host.named(file), await textOf(file, host));
}
