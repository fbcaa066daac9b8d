/** Options as typed to choices understood; each that cannot be is told with what can. */
import type { Rules } from "../assessment/rules.ts";
import { type ElectricityMode, modeIsPublished, readMode } from "../carbon/electricity.ts";
import { type Encoding, encodings } from "../csv/survey.ts";
import { read as readPeriod } from "../domain/period.ts";
import {
	boundaries,
	type Indicator,
	type PathShape,
	type Prices,
	pathShapes,
	type TableKind,
	tableKinds,
} from "../domain/words.ts";
import { type Exact, known } from "../exact/exact.ts";
import { Trouble } from "../findings/trouble.ts";
import { languageOf, languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import type { Carrier } from "../reference/carriers.ts";
import { near } from "../reference/near.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelSetSeed } from "../reference/seeds.ts";
import { folded, plain, productKey } from "../reference/spelling.ts";
import { type Plan, planOf } from "../trajectory/plan.ts";
import type { ReportOptions } from "./options.ts";

const indicatorOptions: Readonly<Record<string, Indicator>> = {
	"value-added": "value_added",
	"output-value": "output_value",
	revenue: "revenue",
};
/** Encodings by the names other programs give them; GB18030 reads all that its elders wrote. */
const encodingAliases: Readonly<Record<string, Encoding>> = {
	utf8: "utf-8",
	gbk: "gb18030",
	gb2312: "gb18030",
	cp936: "gb18030",
	"utf-16": "utf-16le",
};

/** Sets of targets that options name. */
export const planIds = ["plan-14", "plan-15", "provincial"] as const;

export interface Chosen {
	readonly plan: Plan;
	readonly provincial: Rules["provincial"];
	readonly path: PathShape;
	readonly indicator: Indicator;
	readonly product: string;
	readonly boundary: (typeof boundaries)[number];
	readonly set: FuelSetSeed;
	readonly prices: Prices | null;
	readonly mappings: ReadonlyMap<string, Carrier>;
	readonly mappingTexts: readonly string[];
	readonly asOf: { readonly text: string; readonly year: number; readonly month: number } | undefined;
	readonly encoding: Encoding | undefined;
	readonly kinds: ReadonlyMap<string, TableKind>;
	readonly language: Language;
}

export function understand(options: ReportOptions, book: Reference): Chosen {
	const per = perOf(options.per ?? "value-added");
	const set = book.seeds.fuelSets.find(({ id }) => id === (options.factors ?? "ndrc-guidelines"));
	if (set === undefined)
		throw unknownChoice(
			"--factors",
			options.factors as string,
			book.seeds.fuelSets.map(({ id }) => id),
		);
	const planId = oneOf("--targets", options.targets ?? "plan-14", planIds);
	const language = languageOf(options.lang ?? "en");
	if (language === undefined)
		throw unknownChoice(
			"--lang",
			options.lang as string,
			languages.map(({ id }) => id),
		);
	if (options.prices !== undefined && !/^constant-(19|20)\d{2}$/.test(options.prices))
		throw new Trouble("bad-option", { option: "--prices", value: options.prices, wanted: "constant-prices", detail: "" });
	const plan = planOfSet(planId, book);
	const mapped = mappingsOf(options.map ?? [], book);
	for (const year of options.year ?? [])
		if (!/^(19|20)\d{2}$/.test(String(year)))
			throw new Trouble("bad-option", { option: "--year", value: String(year), wanted: "year", detail: "" });
	return {
		plan,
		provincial: planId === "provincial" ? provincialTargets(book) : undefined,
		path: oneOf("--path", options.path ?? "equal-rate", pathShapes),
		...per,
		boundary: oneOf("--boundary", options.boundary ?? "all", boundaries),
		set,
		prices: (options.prices ?? null) as Prices | null,
		mappings: mapped,
		mappingTexts: [...new Set((options.map ?? []).map(plain))].sort(),
		asOf: asOfOf(options.asOf),
		encoding:
			options.encoding === undefined
				? undefined
				: oneOf("--encoding", encodingAliases[options.encoding.toLowerCase()] ?? options.encoding.toLowerCase(), encodings),
		kinds: kindsOf(options.kind ?? []),
		language,
	};
}

function perOf(text: string): { readonly indicator: Indicator; readonly product: string } {
	const money = indicatorOptions[text.replace("_", "-")];
	if (money !== undefined) return { indicator: money, product: "" };
	const product = /^product:(.+)$/.exec(text);
	if (product !== null) return { indicator: "production", product: productKey(product[1] as string) };
	throw unknownChoice("--per", text, [...Object.keys(indicatorOptions), "product:NAME"]);
}

/** The plan that a set of targets belongs to. */
export function planOfSet(set: (typeof planIds)[number], book: Reference): Plan {
	return seedPlan(set === "provincial" ? "plan-14" : set, book);
}

function seedPlan(id: string, book: Reference): Plan {
	const target = book.seeds.targets.find((row) => row.set === id && row.scope === "all" && row.indicator === "co2");
	if (target === undefined) throw new Error(`the seeds have no plan ${id}`);
	return planOf(id, target);
}

/** How electricity is counted: as asked, else the published average nearest to the plan's base year. */
export function electricityMode(asked: string | undefined, plan: Plan, book: Reference): ElectricityMode {
	// The published average nearest to the base year, for every year: the grid's own progress is not the firm's.
	const text = asked ?? (plan.baseYear >= 2025 ? "national@2023" : "national@2021");
	const mode = readMode(text);
	if (mode === undefined)
		throw new Trouble("bad-option", {
			option: "--electricity",
			value: text,
			wanted: "electricity",
			detail: "",
		});
	if (!modeIsPublished(book.seeds.electricity, mode)) {
		const years = [
			...new Set(
				book.seeds.electricity
					.filter(({ level, basis, year }) => level === mode.kind && basis === "average" && year !== null)
					.map(({ year }) => `${mode.kind}@${year}`),
			),
		];
		throw unknownChoice("--electricity", text, years);
	}
	return mode;
}

function provincialTargets(book: Reference): Map<string, { readonly co2: Exact | null; readonly energy: Exact | null }> {
	const rows = book.seeds.targets.filter((row) => row.set === "provincial" && row.scope === "province");
	const of = (province: string, indicator: string): Exact | null => {
		const row = rows.find((one) => one.scopeId === province && one.indicator === indicator);
		return row === undefined ? null : known(row.reductionPct);
	};
	return new Map(rows.map(({ scopeId }) => [scopeId, { co2: of(scopeId, "co2"), energy: of(scopeId, "energy") }]));
}

function mappingsOf(texts: readonly string[], book: Reference): Map<string, Carrier> {
	const map = new Map<string, Carrier>();
	for (const text of texts) {
		const cut = text.indexOf("=");
		const [from, to] = [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
		if (cut < 1 || to === "") throw new Trouble("bad-option", { option: "--map", value: text, wanted: "mapping", detail: "" });
		const target = book.carriers.find(to)?.carrier;
		if (target === undefined || target.group === "total")
			throw new Trouble("unknown-choice", {
				option: "--map",
				value: to,
				known: [],
				near: book.carriers.near(to),
			});
		const key = book.carriers.find(from)?.carrier.id ?? folded(from);
		const other = map.get(key);
		if (other !== undefined && other.id !== target.id)
			throw new Trouble("bad-option", { option: "--map", value: text, wanted: "one-carrier", detail: other.id });
		map.set(key, target);
	}
	return map;
}

function kindsOf(texts: readonly string[]): Map<string, TableKind> {
	const kinds = new Map<string, TableKind>();
	for (const text of texts) {
		const cut = text.lastIndexOf("=");
		if (cut < 1) throw new Trouble("bad-option", { option: "--kind", value: text, wanted: "kind", detail: "" });
		kinds.set(text.slice(0, cut), oneOf("--kind", text.slice(cut + 1), tableKinds));
	}
	return kinds;
}

function asOfOf(text: string | undefined): { readonly text: string; readonly year: number; readonly month: number } | undefined {
	if (text === undefined) return undefined;
	const parts = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text);
	if (parts === null || readPeriod(text) === undefined)
		throw new Trouble("bad-option", { option: "--as-of", value: text, wanted: "date", detail: "" });
	return { text, year: Number(parts[1]), month: Number(parts[2]) };
}

/** One of the words an option takes; else told with those, and those near. */
export function oneOf<W extends string>(option: string, value: string, words: readonly W[]): W {
	const found = words.find((word) => word === value);
	if (found === undefined) throw unknownChoice(option, value, words);
	return found;
}

export function unknownChoice(option: string, value: string, known: readonly string[]): Trouble {
	return new Trouble("unknown-choice", { option, value, known, near: near(value, known) });
}
