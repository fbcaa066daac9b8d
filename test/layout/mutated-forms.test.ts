/**
 * Forms whose structure was changed between offices: the figure is right, or there is none, or the change is told. Few in
 * `npm test`; TANLU_NIGHTLY=1 asks for 100,000, TANLU_FORMS for so many, TANLU_FORMS_SEED for others.
 */
import { describe, expect, it } from "vitest";
import { ReportError } from "../../src/index.ts";
import { diceOf } from "../oracle/dice.ts";
import { report } from "../support/reading.ts";
import { asText, type Form, layouts, tonnesOf } from "./forms.ts";
import { mutations } from "./mutations.ts";

const asked = Number(process.env["TANLU_FORMS"] ?? (process.env["TANLU_NIGHTLY"] === "1" ? 100_000 : 600));
const first = Number(process.env["TANLU_FORMS_SEED"] ?? 1);

interface Told {
	/** Shown t CO2, by firm and year. */
	readonly figures: ReadonlyMap<string, string>;
	/** How often each code is told. */
	readonly codes: ReadonlyMap<string, number>;
	readonly refused: boolean;
}

async function told(cells: Form["cells"]): Promise<Told> {
	try {
		const { firms, findings } = await report([{ name: "energy.csv", text: asText(cells) }]);
		const figures = firms.flatMap(({ firm, years }) =>
			years.flatMap(({ year, emissions }) => (emissions.total === null ? [] : [[`${firm} ${year}`, emissions.total] as const])),
		);
		const codes = new Map<string, number>();
		for (const { code } of findings.list) codes.set(code, (codes.get(code) ?? 0) + 1);
		return { figures: new Map(figures), codes, refused: false };
	} catch (error) {
		if (!(error instanceof ReportError)) throw error;
		return { figures: new Map(), codes: new Map(), refused: true };
	}
}

const truth = ({ items }: Form): Map<string, string> =>
	new Map(items.map(({ firm, year }) => [`${firm} ${year}`, tonnesOf(items, firm, year)]));

/** Figures that are shown and are not those of the form. */
function wrong({ figures }: Told, right: ReadonlyMap<string, string>): string[] {
	return [...figures].flatMap(([of, value]) =>
		right.get(of) === value ? [] : [`${of}: ${value}, not ${right.get(of) ?? "there"}`],
	);
}

describe("a form as it is laid out", () => {
	it.each(Object.keys(layouts))("gives the figures of %s", async (name) => {
		for (let seed = 1; seed <= 5; seed++) {
			const form = (layouts[name] as (typeof layouts)[string])(diceOf(seed));
			const { figures } = await told(form.cells);
			expect(Object.fromEntries(figures), asText(form.cells)).toEqual(Object.fromEntries(truth(form)));
		}
	});
});

describe("a form whose structure was changed", () => {
	it("gives the right figure, or none, or tells the change", async () => {
		const silent: string[] = [];
		for (let seed = first; seed < first + asked; seed++) {
			const dice = diceOf(seed);
			const layout = dice.pick(Object.keys(layouts));
			const form = (layouts[layout] as (typeof layouts)[string])(dice);
			const before = await told(form.cells);
			const mutation = dice.pick(Object.keys(mutations));
			const cells = (mutations[mutation] as (typeof mutations)[string])(dice, form);
			const after = await told(cells);
			const faults = wrong(after, truth(form));
			const isTold = [...after.codes].some(([code, count]) => count > (before.codes.get(code) ?? 0));
			if (faults.length > 0 && !isTold) silent.push(`seed ${seed}, ${layout}, ${mutation}: ${faults[0]}`);
		}
		expect(silent).toEqual([]);
	}, 3_600_000);
});
