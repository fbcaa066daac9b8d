/** The worked examples of feedstock and products, and of values that cannot be, against the report itself. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReportOptions } from "../../src/index.ts";
import { report } from "../support/reading.ts";

interface Expected {
	readonly firm: string;
	readonly year: number;
	readonly total: string | null;
	readonly anyTotal?: boolean;
	readonly fuel?: string | null;
	readonly process?: string | null;
	readonly apart?: string;
	readonly says?: readonly string[];
	readonly silent?: readonly string[];
}

interface Example {
	readonly id: string;
	readonly input: string;
	readonly energy: readonly string[];
	readonly output: readonly string[];
	readonly options?: readonly string[];
	readonly expect: readonly Expected[];
}

const examplesOf = (name: string): readonly Example[] =>
	(JSON.parse(readFileSync(new URL(`../../fixtures/reading/${name}.json`, import.meta.url), "utf8")) as { examples: Example[] })
		.examples;

const gravities: Readonly<Record<string, string>> = { E: "error", W: "warning", I: "note" };

/** `--factors mee-steel-2024` as the library takes it. */
const optionsOf = ([name, value]: readonly string[] = []): ReportOptions =>
	name === undefined ? {} : { [name.slice(2)]: value };

describe.each(["feedstock", "impossible"])("the examples of %s", (name) => {
	it.each(examplesOf(name).map((one) => [`${one.id}: ${one.input}`, one] as const))("%s", async (_, example) => {
		const table = (file: string, lines: readonly string[]) => ({ name: file, text: `${lines.join("\n")}\n` });
		const tables = [table("energy.csv", example.energy), table("output.csv", example.output)];
		let found: Awaited<ReturnType<typeof report>> | undefined;
		try {
			found = await report(tables, optionsOf(example.options));
		} catch {
			// A table whose only row is refused: there is no figure at all.
			found = undefined;
		}
		for (const { firm, year, total, anyTotal, fuel, process, apart, says = [], silent = [] } of example.expect) {
			const one = found?.firms.find((each) => each.firm === firm)?.years.find((each) => each.year === year);
			if (anyTotal !== true) expect(one?.emissions.total ?? null).toBe(total);
			if (fuel !== undefined) expect(one?.emissions.fuel).toBe(fuel);
			if (process !== undefined) expect(one?.emissions.process).toBe(process);
			if (apart !== undefined) expect(one?.apart.feedstock).toBe(apart);
			const told = found?.findings.list ?? [];
			for (const asked of says) {
				const [gravity, code] = asked.split(" ") as [string, string?];
				const said = told.some(
					(each) => (gravity === "*" || each.gravity === gravities[gravity]) && (code === undefined || each.code === code),
				);
				expect([asked, said || found === undefined]).toEqual([asked, true]);
			}
			for (const code of silent) expect(told.filter((each) => each.code === code)).toEqual([]);
		}
	});
});
