/** Tables as people of five ways of writing numbers fill them in: each amount is read as what was meant, or not at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "../../src/exact/exact.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";

/** A number as its digits and how many of them stand behind the point: what was meant, apart from any writing. */
interface Meant {
	readonly digits: bigint;
	readonly places: number;
}

interface Style {
	/** Digits before the point, grouped or not. */
	readonly grouped: (whole: string) => string;
	readonly point: string;
	/** What programs of that country cut tables by. */
	readonly cuts: readonly string[];
}

const threes = (separator: string) => (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
const indian = (whole: string): string =>
	whole.length <= 3 ? whole : `${whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ",")},${whole.slice(-3)}`;
const fullWidth = (text: string): string => text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const styles: Readonly<Record<string, Style>> = {
	German: { grouped: threes("."), point: ",", cuts: [";"] },
	French: { grouped: threes(" "), point: ",", cuts: [";"] },
	Austrian: { grouped: (whole) => whole, point: ",", cuts: [";"] },
	English: { grouped: threes(","), point: ".", cuts: [",", "\t", ";"] },
	Swiss: { grouped: threes("'"), point: ".", cuts: [";", "\t", ","] },
	Indian: { grouped: indian, point: ".", cuts: [",", "\t", ";"] },
	Chinese: { grouped: (whole) => whole, point: ".", cuts: [",", "\t", ";"] },
	"full-width": { grouped: (whole) => fullWidth(whole), point: "．", cuts: [",", "\t"] },
};

const written = ({ digits, places }: Meant, { grouped, point }: Style): string => {
	const all = digits.toString().padStart(places + 1, "0");
	const whole = grouped(all.slice(0, all.length - places));
	const behind = all.slice(all.length - places);
	if (places === 0) return whole;
	return `${whole}${point}${point === "．" ? fullWidth(behind) : behind}`;
};

/** Without the zeros at its end. */
const plainly = ({ digits, places }: Meant): string => {
	const all = digits.toString().padStart(places + 1, "0");
	const behind = all.slice(all.length - places).replace(/0+$/, "");
	return places === 0 || behind === "" ? all.slice(0, all.length - places) : `${all.slice(0, all.length - places)}.${behind}`;
};

/** What became of each amount: one firm each, `unknown` where nothing is concluded from it. */
const amountsOf = async (cells: readonly string[], cut: string): Promise<string[]> => {
	const cell = (text: string): string => (text.includes(cut) ? `"${text}"` : text);
	const header = ["firm", "period", "carrier", "quantity", "unit"].join(cut);
	const rows = cells.map((text, at) => [`F${at}`, "2023", "coke", cell(text), "t"].join(cut));
	const bytes = new TextEncoder().encode(`${[header, ...rows].join("\n")}\n`);
	const source = {
		name: "e.csv",
		bytes: async function* () {
			yield bytes;
		},
	};
	const { ledger } = await read(given([source]), understand(valuesOf({})));
	return cells.map((_, at) => {
		const record = ledger.firms.get(`F${at}`);
		const entry = record?.energy.values().next().value?.entries.values().next().value;
		return record === undefined || record.marks.size > 0 || entry === undefined ? "unknown" : toText(entry.amount);
	});
};

const meant = fc.record({
	digits: fc.oneof(
		fc.bigInt(1n, 999n),
		fc.bigInt(1000n, 999_999n),
		fc.bigInt(1n, 10n ** 10n),
		fc.constantFrom(12_000n, 1_000_000n),
	),
	places: fc.constantFrom(0, 0, 3, 3, 1, 2, 4),
});
/** A table whose amounts all have as many decimals, as programs write them, or each its own. */
const table = fc.oneof(
	fc.array(meant, { minLength: 1, maxLength: 6 }),
	fc
		.tuple(fc.array(meant, { minLength: 1, maxLength: 6 }), fc.constantFrom(0, 3))
		.map(([list, places]) => list.map(({ digits }) => ({ digits, places }))),
);

describe("a table of amounts", () => {
	it.each(Object.keys(styles))("in %s writing is read as it was meant, or its amounts are unknown", async (name) => {
		const style = styles[name] as Style;
		await fc.assert(
			fc.asyncProperty(table, fc.constantFrom(...style.cuts), async (list, cut) => {
				const found = await amountsOf(
					list.map((one) => written(one, style)),
					cut,
				);
				const wrong = found.flatMap((amount, at) => {
					const wanted = plainly(list[at] as Meant);
					return amount === "unknown" || amount === wanted ? [] : [`${written(list[at] as Meant, style)}: ${amount}`];
				});
				expect(wrong).toEqual([]);
			}),
		);
	});

	it.each([",", "\t"])("in plain digits and points is read whole, whatever its decimals, where it is cut by %j", async (cut) => {
		await fc.assert(
			fc.asyncProperty(table, async (list) => {
				const found = await amountsOf(
					list.map((one) => written(one, styles["Chinese"] as Style)),
					cut,
				);
				expect(found).toEqual(list.map(plainly));
			}),
		);
	});
});
