/** GitHub annotations as its runner reads them from the log of a step. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { gravities } from "../../src/findings/gravity.ts";
import { en } from "../../src/language/en/index.ts";
import { zh } from "../../src/language/zh/index.ts";
import { github } from "../../src/views/formats/github.ts";
import { harmless } from "../../src/views/width.ts";
import { anyCheck, checkOf, found, small } from "../support/checks.ts";
import { type Annotation, readCommand } from "./readers.ts";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

interface Log {
	readonly annotations: readonly Annotation[];
	readonly last: string;
}

function read(text: string): Log {
	const lines = text.trimEnd().split("\n");
	return {
		annotations: lines.slice(0, -1).map((line) => {
			const command = readCommand(line);
			if (command === undefined) throw new Error(`no command: ${line}`);
			return command;
		}),
		last: lines.at(-1) ?? "",
	};
}

const log = (check: Check): Log => read(github(check, en));
const many = (count: number, more: Parameters<typeof found>[0] = {}): ReturnType<typeof found>[] =>
	Array.from({ length: count }, (_, index) => found({ ...more, line: index + 1, message: `finding ${index + 1}` }));

describe("the small run", () => {
	it("is a command for each new finding, and a plain last line", () => {
		expect(github(small, en)).toBe(
			[
				"::error file=energy.csv,line=5,title=Amount below zero (negative-quantity) F1 2023-05 消费量::-3.2 is below zero%0ACorrect the row itself.",
				"::error file=energy.csv,line=8,title=Amount below zero (negative-quantity) F1 2023-06 消费量::-1 is below zero%0ACorrect the row itself.",
				"::warning title=Months missing that other tables have (months-missing) F1 2023::coke lacks 2023-05%0AFill in the months.",
				"::notice file=数据/产出 2023.csv,line=2,title=Full-width characters (full-width) 数量::'１２' was read as 12%0ANothing.",
				"tanlu: 2 errors, 1 warning, 1 note; 1 known; 4 rules, 4 of them not checked, or not for every firm.",
				"",
			].join("\n"),
		);
	});

	it("speaks Chinese where that is asked for", () => {
		expect(github(small, zh).split("\n")[0]).toBe(
			"::error file=energy.csv,line=5,title=数量小于零（negative-quantity） F1 2023-05 消费量::-3.2 is below zero%0ACorrect the row itself.",
		);
	});
});

describe("the limits of a step", () => {
	it("are kept for each gravity: the ten heaviest, and the rest told", () => {
		const list = [
			...many(13),
			...many(10, { code: "partial-year", gravity: "warning" }),
			...many(11, { code: "full-width", gravity: "note" }),
		];
		const { annotations, last } = log(checkOf(list));
		for (const command of Object.values(commands))
			expect(annotations.filter((one) => one.command === command).map(({ properties }) => properties["line"])).toEqual([
				"1",
				"2",
				"3",
				"4",
				"5",
				"6",
				"7",
				"8",
				"9",
				"10",
			]);
		expect(last).toBe(
			"tanlu: 13 errors, 10 warnings, 11 notes; no rule was asked. 4 findings not annotated: a step shows 10 of each gravity; --format csv or json has all.",
		);
	});

	it("are not spent on known findings", () => {
		const known = { reason: "accepted", until: null };
		const { annotations, last } = log(checkOf([...many(10, { known }), ...many(3)]));
		expect(annotations).toHaveLength(3);
		expect(last).toBe("tanlu: 3 errors, 0 warnings, 0 notes; 10 known; no rule was asked.");
	});

	it("count what is not even listed: the totals are exact", () => {
		const check = checkOf(many(12));
		const more = { ...check, findings: { ...check.findings, counts: { error: 120_000, warning: 0, note: 7 } } };
		expect(log(more).last).toContain("120000 errors, 0 warnings, 7 notes");
		expect(log(more).last).toContain(" 119997 findings not annotated");
	});

	it("hold for a message of any length: 4096 characters, and 255 of a title", () => {
		const long = "\u{e0041}".repeat(9000);
		const [one] = log(checkOf([found({ message: long, remedy: long, firm: long, column: long })])).annotations;
		expect(one?.message.length).toBeLessThanOrEqual(4096);
		expect(one?.properties["title"]?.length).toBeLessThanOrEqual(255);
		const [other] = log(checkOf([found({ message: "𠮷".repeat(4000), remedy: "名".repeat(4000) })])).annotations;
		expect(other?.message.length).toBeLessThanOrEqual(4096);
		expect(other?.message).not.toMatch(/\p{Cs}/u);
	});
});

describe("a command", () => {
	it("cannot be ended, nor another begun, by what a table holds", () => {
		const message = "100%: a,b\r\n::error file=x::y ##[error]z %0A";
		const [one, ...others] = log(checkOf([found({ file: "a,b:c%.csv", firm: "F,1:x", message })])).annotations;
		expect(others).toEqual([]);
		expect(one?.properties).toEqual({
			file: "a,b:c%.csv",
			line: "5",
			title: "Amount below zero (negative-quantity) F,1:x 2023-05 消费量",
		});
		expect(one?.message).toBe(`${harmless(message)}\nCorrect the row itself.`);
	});

	it("is read back as it was meant, whatever the tables hold", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const { annotations, last } = read(github(check, language));
				const expected = gravities.flatMap((level) =>
					check.findings.list.filter(({ gravity, known }) => gravity === level && known === null).slice(0, 10),
				);
				expect(annotations.map(({ command }) => command)).toEqual(expected.map(({ gravity }) => commands[gravity]));
				for (const [index, { properties, message }] of annotations.entries()) {
					const one = expected[index];
					if (one === undefined) throw new Error("one too many");
					expect(message).toBe(
						[one.message, one.remedy]
							.filter((text) => text !== "")
							.map(harmless)
							.join("\n"),
					);
					expect(properties["file"]).toBe(one.file === null ? undefined : harmless(one.file));
					expect(properties["line"]).toBe(one.line === null ? undefined : String(one.line));
					expect(properties["title"]).toContain(one.code);
				}
				const { error, warning, note } = check.findings.counts;
				const left = error + warning + note - annotations.length;
				expect(/ \d+ findings? not annotated|另有\d+个问题没有标注/.test(last)).toBe(left > 0);
			}),
			{ numRuns: 300 },
		);
	});
});
