/** One report from sources and options: rooms called in order, nothing of the outside world. */
import { type Assessment, assess } from "../assessment/assessment.ts";
import type { Rules } from "../assessment/rules.ts";
import { type ElectricityMode, gridFactor } from "../carbon/electricity.ts";
import type { Source } from "../csv/source.ts";
import { type Exact, known, toText } from "../exact/exact.ts";
import { fromExact } from "../exact/ratio.ts";
import { finding, nowhere, remark } from "../findings/finding.ts";
import { add, kept, overflowing, type Tally, type TallyTerms } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { type IngestRequest, type Intake, ingest } from "../intake/ingest.ts";
import type { RowTaker } from "../intake/read-table.ts";
import { type Carrier, partOf } from "../reference/carriers.ts";
import { type Reference, reference } from "../reference/reference.ts";
import { identity } from "../reference/spelling.ts";
import { withholdOutweighed } from "../screening/outweigh.ts";
import { type Screened, screen } from "../screening/screen.ts";
import { pathMaker } from "../trajectory/path.ts";
import { type Plan, planOf } from "../trajectory/plan.ts";
import type { ReportFrame } from "../views/build-report.ts";
import { namingOf } from "../views/naming.ts";
import { type Chosen, electricityMode, understand } from "./choices.ts";
import type { ReportOptions } from "./options.ts";
import { ownRules, type RuleBook } from "./rules-file.ts";

export interface RunResult {
	readonly assessment: Assessment;
	readonly frame: ReportFrame;
	readonly intake: Intake;
	/** What rules answered; null where they were not asked. */
	readonly screened: Screened | null;
}

/** Why a run stopped, with what had been found till then. */
export class Stopped extends Error {
	readonly trouble: Trouble;
	readonly tally: Tally;
	constructor(trouble: Trouble, tally: Tally) {
		super(trouble.code);
		this.trouble = trouble;
		this.tally = tally;
	}
}

/** What files of the run decide besides its options: rules in place of the tool's, findings that are known. */
export interface RunTerms {
	readonly ruleBook?: RuleBook;
	/** The file the rules are from; null where they are the tool's own. */
	readonly rulesFile?: string | null;
	readonly isKnown?: TallyTerms["isKnown"];
	/** Every rule is asked, not only those that decide what may be used. */
	readonly screen?: boolean;
	readonly takeRow?: RowTaker;
}

/** Reads, adds up, computes and judges. Throws Trouble for misuse, Stopped where the inputs cannot be used. */
export async function run(
	sources: readonly Source[],
	options: ReportOptions,
	version: string,
	{ ruleBook, rulesFile = null, isKnown = () => false, screen: screening = false, takeRow }: RunTerms = {},
): Promise<RunResult> {
	const book = reference();
	const chosen = understand(options, book);
	const ruled = ruleBook ?? ownRules(book);
	checkSources(sources, chosen);
	const intake = await ingest(
		{
			...intakeRequest(sources, options, chosen),
			terms: { gravityOf: ruled.gravityOf, isKnown },
			...(takeRow === undefined ? {} : { takeRow }),
		},
		book,
	);
	const { tally, supplied } = intake;
	if (intake.faultyReferences.length > 0)
		throw new Stopped(new Trouble("bad-reference-table", { files: intake.faultyReferences }), tally);
	// A wide row that is refused for one amount may have others that count.
	const anything = [...intake.ledger.firms.values()].some(({ energy, output }) => energy.size + output.size > 0);
	if (!anything) throw new Stopped(new Trouble("no-rows", { files: intake.inputs.map(({ file }) => file) }), tally);

	const forAll = supplied.targets.find(({ scope }) => scope === "all");
	const targetsFile = supplied.targets[0]?.at.file;
	const plan: Plan =
		forAll === undefined
			? targetsFile === undefined
				? chosen.plan
				: { ...chosen.plan, id: targetsFile }
			: planOf(forAll.at.file, {
					baseYear: forAll.baseYear,
					targetYear: forAll.targetYear,
					reductionPct: toText(forAll.reductionPercent),
					source: forAll.source,
				});
	const electricity = electricityMode(options.electricity, plan, book);
	if (options.marketBased && electricity.kind !== "national")
		throw new Trouble("market-based-needs-national", { mode: electricity.text });
	const deflatorFile = supplied.deflators[0]?.at.file ?? null;
	const carrierOf = remembered((key) => chosen.mappings.get(key) ?? book.carriers.byId(key));
	const rules: Rules = {
		reference: book,
		facts: {
			partOf: (key) => partOf(carrierOf(key)),
			idOf: (key) => carrierOf(key).id,
			indicator: chosen.indicator,
			product: chosen.product,
			absentIsZero: options.absentIsZero ?? false,
			adding: options.addRepeats ?? false,
			slipRatio: ruled.limit("slip-ratio"),
		},
		factors: {
			reference: book,
			set: chosen.set,
			supplied: supplied.factors,
			electricity,
			marketBased: options.marketBased ?? false,
		},
		carrierOf,
		boundary: chosen.boundary,
		prices: {
			money: chosen.indicator !== "production",
			indicator: chosen.indicator,
			planPriceYear: plan.priceYear,
			asserted: chosen.prices,
			deflators: deflatorFile === null ? null : supplied.deflators,
		},
		plan,
		energyReduction: targetsFile === undefined ? energyReductionOf(chosen.plan, book) : null,
		provincial: chosen.provincial,
		targets: supplied.targets,
		shape: chosen.path,
		pathOf: pathMaker(chosen.path),
		limits: { near: fromExact(ruled.limit("schedule-near")), far: fromExact(ruled.limit("schedule-far")) },
		thinPool: Number(toText(ruled.limit("thin-pool"))),
		pooledUnknown: intake.ledger.pooledUnknown,
		...(chosen.asOf === undefined ? {} : { asOf: chosen.asOf }),
	};
	const assessed = assess(intake.ledger, rules, tally);
	const screened = screening ? screen(assessed, intake.ledger, ruled, tally) : null;
	const assessment = screened === null ? assessed : withholdOutweighed(assessed, screened);
	const tooMany = overflowing(tally);
	if (tooMany.length > 0) add(tally, finding(remark("not-listed", { codes: tooMany, kept }), nowhere));
	const frame = frameOf(options, chosen, rules, intake, electricity, deflatorFile, {
		version,
		hash: ruled.hash,
		changes: rulesFile === null ? [] : [`rules=${rulesFile}`, ...ruled.changes],
		screened,
	});
	return { assessment, frame, intake, screened };
}

/** There are files, and every kind that is forced is of one of them. */
export function checkSources(sources: readonly Source[], { kinds }: Chosen): void {
	if (sources.length === 0) throw new Trouble("no-files", {});
	for (const file of kinds.keys())
		if (!sources.some(({ name }) => name === file)) throw new Trouble("kind-names-no-file", { file });
}

/** What the tables are to be read with. */
export function intakeRequest(sources: readonly Source[], options: ReportOptions, chosen: Chosen): IngestRequest {
	return {
		sources,
		kinds: chosen.kinds,
		encoding: chosen.encoding,
		fuelSet: chosen.set.id,
		adding: options.addRepeats ?? false,
		fillDown: options.fillDown ?? false,
		choices: {
			mappings: chosen.mappings,
			asOf: chosen.asOf,
			indicator: chosen.indicator,
			product: chosen.product,
			priceYear: chosen.plan.priceYear,
		},
	};
}

interface FrameTerms {
	readonly version: string;
	/** Of the rules in force. */
	readonly hash: string;
	/** What a rules file changes, as people are told it. */
	readonly changes: readonly string[];
	readonly screened: Screened | null;
}

function frameOf(
	options: ReportOptions,
	chosen: Chosen,
	rules: Rules,
	intake: Intake,
	electricity: ElectricityMode,
	deflator: string | null,
	{ version, hash, changes, screened }: FrameTerms,
): ReportFrame {
	const { plan, reference: book } = rules;
	const years = (options.year ?? []).map(Number);
	const firms = (options.firm ?? []).map(identity);
	const basis: ReportFrame["basis"] = {
		targets: chosen.provincial !== undefined && plan.id === chosen.plan.id ? "provincial" : plan.id,
		baseYear: plan.baseYear,
		targetYear: plan.targetYear,
		reductionPercent: plan.reductionPercent,
		path: chosen.path,
		per: chosen.indicator === "production" ? `product:${chosen.product}` : chosen.indicator,
		boundary: chosen.boundary,
		factors: chosen.set.id,
		electricity: electricity.text,
		marketBased: options.marketBased ?? false,
		prices: chosen.prices ?? "as-stated",
		deflator,
		mappings: chosen.mappingTexts,
		assertions: [
			...(options.absentIsZero ? ["absent-is-zero"] : []),
			...(options.addRepeats ? ["add-repeats"] : []),
			...(options.fillDown ? ["fill-down"] : []),
			...(chosen.prices === null ? [] : [`prices=${chosen.prices}`]),
			...(chosen.asOf === undefined ? [] : [`as-of=${chosen.asOf.text}`]),
			...changes,
		],
	};
	const unit = outputUnit(chosen, rules, intake);
	return {
		tool: { name: "tanlu", version, seeds: `sha256:${book.seeds.hash}`, rules: hash },
		basis,
		inputs: intake.inputs.map(({ file, kind, sha256, encoding, separator, rows: { read, used, refused, skipped } }) => ({
			...{ file, kind, sha256, encoding, separator },
			rows: { read, used, refused, skipped },
		})),
		tally: intake.tally,
		notChecked: [
			...(chosen.asOf === undefined ? [{ rule: "future-month", why: "no-as-of" }] : []),
			...(screened === null ? [{ rule: "screening", why: "not-asked" }] : unasked(screened)),
		],
		language: chosen.language,
		naming: namingOf(chosen.language, book),
		told: {
			targets: basis.targets,
			reduction: plan.reductionPercent,
			baseYear: plan.baseYear,
			targetYear: plan.targetYear,
			path: chosen.path,
			indicator: chosen.indicator,
			product: chosen.product,
			outputUnit: unit,
			factors: chosen.set.id,
			electricity: electricity.text,
			electricityFactor: oneGridFactor(electricity, basis.marketBased, book),
			boundary: chosen.boundary,
			marketBased: basis.marketBased,
			prices: chosen.prices,
			deflator,
			mappings: basis.mappings,
			// Prices are told by themselves.
			assertions: basis.assertions.filter((one) => !one.startsWith("prices=")),
		},
		outputUnit: unit,
		showsAll: firms.length === 0,
		showsFirm: (firm) => firms.length === 0 || firms.includes(firm),
		showsYear: (year) => years.length === 0 || years.includes(year),
	};
}

/** Rules that could be asked of no firm, each with the commonest reason. */
function unasked({ rules }: Screened): { readonly rule: string; readonly why: string }[] {
	return rules.flatMap(({ code, asked, passed, failed, notChecked }) => {
		if (passed + failed > 0 || asked === 0) return [];
		const [commonest] = [...notChecked].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
		return commonest === undefined ? [] : [{ rule: code, why: commonest[0] }];
	});
}

/** kgCO2 per kWh, where one factor serves every firm and year. */
function oneGridFactor(mode: ElectricityMode, marketBased: boolean, book: Reference): string | null {
	if (mode.kind !== "national" || mode.year === null) return null;
	return gridFactor(book.seeds.electricity, mode, mode.year, undefined, marketBased)?.text ?? null;
}

/** The unit of the denominator: 10^4 CNY for money, the base unit of the product's dimension else. */
function outputUnit(chosen: Chosen, rules: Rules, { ledger }: Intake): string {
	const dimension = (): string => {
		for (const book of ledger.firms.values()) {
			for (const series of book.output.values()) {
				if (series.indicator !== chosen.indicator || series.product !== chosen.product) continue;
				for (const entry of series.entries.values()) return entry.unit;
			}
		}
		return "mass";
	};
	const wanted = chosen.indicator === "production" ? dimension() : "money";
	const unit = rules.reference.seeds.units.find((seed) => seed.dimension === wanted && seed.toBase === "1");
	return unit?.symbol ?? wanted;
}

function energyReductionOf(plan: Plan, book: Reference): Exact | null {
	const target = book.seeds.targets.find((row) => row.set === plan.id && row.scope === "all" && row.indicator === "energy");
	return target === undefined ? null : known(target.reductionPct);
}

function remembered(find: (key: string) => Carrier | undefined): (key: string) => Carrier {
	const known = new Map<string, Carrier>();
	return (key) => {
		let carrier = known.get(key);
		if (carrier === undefined) {
			carrier = find(key);
			if (carrier === undefined) throw new Error(`the ledger holds a carrier that is not known: ${key}`);
			known.set(key, carrier);
		}
		return carrier;
	};
}
