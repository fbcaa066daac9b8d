/** A finished report derived again from its raw tables: which figure differs, and what changed since. */
import type { Report } from "../contract/report.ts";
import type { Verification } from "../contract/verification.ts";
import { toolParts } from "../domain/words.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { survey } from "../records/survey.ts";
import { type Again, again } from "../run/again.ts";
import type { Choices } from "../run/choices.ts";
import type { Given } from "../run/given.ts";
import { type Judged, judge, Stopped } from "../run/judge.ts";
import { read } from "../run/read.ts";
import { ownRules, type RuleSet, readRules } from "../run/rules-file.ts";
import { buildReport } from "../views/build-report.ts";
import { compareReports } from "../views/compare-reports.ts";
import { verificationFormats } from "../views/formats/verification.ts";
import { frameOf } from "../views/frame.ts";
import { type Beside, besideInputs, withBeside } from "./beside-inputs.ts";
import { type Command, command } from "./command.ts";
import { exit, type Host } from "./host.ts";
import { keepApart } from "./output.ts";
import { acceptedIn, askedAgain, languagesOf, reportIn } from "./reported.ts";
import { bytesOf, checkSignature } from "./signing.ts";
import { textOf } from "./tables.ts";

export const verifyReport: Command = command({
	name: "verify-report",
	most: 1,
	options: [["inputs", "key"]],
	formats: verificationFormats,
	exitCodes: [0, 2, 3, 70],
	run: async ([file], { inputs: folder, key }, { host, out }) => {
		if (file === undefined) throw new Trouble("no-files", {});
		keepApart("--out", out, [file], host);
		const name = host.named(file);
		const bytes = await bytesOf(file, host);
		const reported = reportIn(name, new TextDecoder().decode(bytes));
		const signature = key === undefined ? null : await checkSignature(file, bytes, key, host);
		const asked = again(reported.basis, reported.inputs);
		const at = (one: string): string => (folder === undefined ? one : `${folder.replace(/[\\/]+$/, "")}/${one}`);
		const names = [...new Set(reported.inputs.map((one) => one.file))];
		const found = new Map<string, Source>();
		for (const one of names) if (host.exists(at(one))) found.set(one, { ...(await host.source(at(one))), name: one });
		const hashes = new Map<string, string>();
		for (const [one, source] of found) hashes.set(one, (await survey(source, undefined)).sha256);
		const states = names.map((one) => {
			const was = reported.inputs.find((input) => input.file === one)?.sha256 ?? "";
			const is = hashes.get(one) ?? null;
			return {
				file: one,
				state: is === null ? ("missing" as const) : is === was ? ("same" as const) : ("changed" as const),
				reported: was,
				found: is,
			};
		});
		const rules = asked.rules === null ? ownRules() : await readRules(asked.rules, await textOf(at(asked.rules), host));
		const beside = await besideInputs(reported, at, host);
		const derived = found.size === 0 ? undefined : await deriveAgain(reported, asked, [...found.values()], beside, rules, host);
		const { compared, differences } = compareReports(reported, derived ?? { firms: [], sectors: [], findings: null });
		const now = { version: host.version, seeds: derived?.tool.seeds ?? "", rules: rules.hash };
		const value: Verification = {
			schemaVersion: 1,
			tool: derived?.tool ?? reported.tool,
			report: name,
			reproduced:
				differences.length === 0 &&
				states.every(({ state }) => state === "same") &&
				(signature === null || signature.state === "valid"),
			signature,
			inputs: states,
			changes: toolParts.flatMap((what) =>
				reported.tool[what] === now[what] ? [] : [{ what, reported: String(reported.tool[what]), now: now[what] }],
			),
			figures: { compared, equal: Math.max(0, compared - differences.length), different: differences.length },
			differences,
		};
		return { value, code: value.reproduced ? exit.done : exit.condition };
	},
});

/**
 * The report made again. What a report does not say is tried: whether kinds were forced, and its language; what comes nearest is told.
 *
 * @throws Trouble where its tables cannot be read
 */
async function deriveAgain(
	reported: Report,
	asked: Again,
	sources: readonly Source[],
	beside: Beside,
	rules: RuleSet,
	host: Host,
): Promise<Report> {
	const knownOf = acceptedIn(reported);
	let nearest: { readonly report: Report; readonly differences: number } | undefined;
	let stopped: Stopped | undefined;
	for (const forced of [false, true]) {
		const { choices, given } = askedAgain(reported, asked, sources, rules, forced);
		const judged = await judgedOrStopped(withBeside(given, beside), choices);
		if (judged instanceof Stopped) {
			stopped ??= judged;
			continue;
		}
		for (const language of languagesOf(reported)) {
			const plain = frameOf(judged, language, host.version);
			const frame = knownOf === undefined ? plain : { ...plain, knownOf };
			const report = JSON.parse(JSON.stringify(buildReport(judged.assessment, frame))) as Report;
			const differences = compareReports(reported, report).differences.length;
			if (differences === 0) return report;
			if (nearest === undefined || differences < nearest.differences) nearest = { report, differences };
		}
	}
	if (nearest === undefined) throw (stopped as Stopped).troubles.at(-1);
	return nearest.report;
}

async function judgedOrStopped(given: Given, choices: Choices): Promise<Judged | Stopped> {
	try {
		return judge(await read(given, choices), choices);
	} catch (error) {
		if (error instanceof Stopped) return error;
		throw error;
	}
}
