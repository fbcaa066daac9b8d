/** The report's contract, written a second time: what `--format json` may hold, and in which order its keys stand. */
import * as z from "zod";

/** A decimal of at most so many places: no exponent, no plus, no trailing zeros, no "-0". */
export const decimalPattern = (places: number): RegExp =>
	new RegExp(`^(?:0|-?(?:0|[1-9]\\d*)\\.\\d{0,${places - 1}}[1-9]|-?[1-9]\\d*)$`);

const decimal = z.string().regex(decimalPattern(12));
const few = z.string().regex(decimalPattern(6));
const unknown = decimal.nullable();
/** A direct factor keeps the digits of its publication or of the row: 0.440 stays 0.440. */
const printed = z.string().regex(/^\d{1,30}(\.\d{1,20})?$/);
const count = z.int().min(0);
const year = z.int().min(1949).max(2100);
const word = z.string().min(1);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Ids of sectors and carriers are words of the seeds. */
const id = z.string().regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const basis = z.strictObject({
	targets: word,
	baseYear: year,
	targetYear: year,
	reductionPercent: decimal,
	path: z.enum(["equal-rate", "linear"]),
	per: z.string().regex(/^(value_added|output_value|revenue|product:.+)$/),
	boundary: z.enum(["all", "energy"]),
	factors: code,
	electricity: word,
	marketBased: z.boolean(),
	prices: z.string().regex(/^(as-stated|constant-\d{4})$/),
	deflator: word.nullable(),
	mappings: z.array(z.string().regex(/^.+=.+$/)),
	assertions: z.array(word),
});

const input = z.strictObject({
	file: z.string().regex(/^(?![/\\])[^\\]+$/),
	kind: z.enum(["energy", "output", "firms", "factors", "deflator", "targets"]),
	sha256: hash,
	encoding: z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]),
	separator: z.enum([",", "\t", ";"]),
	rows: z.strictObject({ read: count, used: count, refused: count, skipped: count }),
});

/** The columns that were measured, by the names of the input tables. */
const part = z.enum(["ncv", "carbon_content", "oxidation_rate", "emission_factor", "enthalpy", "temperature"]);
const factor = z.union([
	z.strictObject({
		kind: z.literal("parts"),
		ncv: unknown,
		carbonContent: decimal,
		oxidationRate: decimal,
		measured: z.array(part),
		source: word,
	}),
	z.strictObject({ kind: z.literal("direct"), emissionFactor: printed, unit: word, measured: z.array(part), source: word }),
]);

const carrier = z.strictObject({
	carrier: id,
	use: z.enum(["consumed", "sold", "product", "feedstock"]),
	quantity: unknown,
	unit: word,
	co2: unknown,
	tce: unknown,
	factor: factor.nullable(),
});

const ownPath = z.strictObject({
	baseYear: year,
	base: decimal,
	required: unknown,
	requiredChangePercent: unknown,
	gap: unknown,
	gapPercent: unknown,
	gapPoints: unknown,
	gapTonnes: unknown,
	target: unknown,
	targetGap: unknown,
	targetGapPercent: unknown,
	targetGapTonnes: unknown,
	neededYearlyCutPercent: few.nullable(),
});

const sectorPath = z.strictObject({
	base: decimal,
	firms: count.nullable(),
	thin: z.boolean(),
	required: unknown,
	gap: unknown,
	gapPercent: unknown,
	gapTonnes: unknown,
	target: unknown,
	targetGap: unknown,
	targetGapPercent: unknown,
	targetGapTonnes: unknown,
});

const test = z.enum(["pass", "fail", "not-checked"]);
const verdict = z.strictObject({
	word: z.enum(["on-track", "on-track-slowing", "behind", "off-track", "met", "missed", "withheld"]),
	qualifiers: z.array(z.enum(["near", "far", "catching-up"])),
	yearTest: test,
	cumulativeTest: test,
	reasons: z.array(
		z.enum(["errors", "no-output", "months-missing", "partial", "prices", "boundary", "no-base", "cannot-conclude"]),
	),
});

const firmYear = z.strictObject({
	year,
	coverage: z.enum(["whole-year", "partial", "months-missing"]),
	emissions: z.strictObject({
		fuel: unknown,
		process: unknown,
		electricity: unknown,
		heat: unknown,
		total: unknown,
		unit: z.literal("tCO2"),
	}),
	apart: z.strictObject({ feedstock: unknown, greenAtGrid: unknown }),
	carriers: z.array(carrier),
	energy: z.strictObject({
		value: unknown,
		unit: z.literal("tce"),
		derived: z.boolean(),
		intensity: unknown,
		sinceBasePercent: unknown,
		requiredChangePercent: unknown,
	}),
	output: z.strictObject({
		value: unknown,
		unit: word,
		prices: z
			.string()
			.regex(/^(constant-\d{4}|current|unstated)$/)
			.nullable(),
		deflated: z.boolean(),
	}),
	intensity: z.strictObject({ value: unknown, unit: z.string().regex(/^tCO2\/.+$/) }),
	change: z.strictObject({ sinceBasePercent: unknown, sinceLastYearPercent: unknown }).nullable(),
	ownPath: ownPath.nullable(),
	sectorPath: sectorPath.nullable(),
	progress: z.strictObject({ percent: few.nullable(), scheduleRatio: few.nullable() }).nullable(),
	verdict: verdict.nullable(),
});

const firm = z.strictObject({
	firm: word,
	name: word.nullable(),
	sector: id.nullable(),
	province: word.nullable(),
	years: z.array(firmYear).min(1),
});

const sector = z.strictObject({
	sector: id,
	years: z.array(
		z.strictObject({
			year,
			firms: count,
			emissions: unknown,
			output: unknown,
			intensity: unknown,
			comparable: count,
			sinceBasePercent: unknown,
			required: unknown,
			gapPercent: unknown,
			totalSinceBasePercent: unknown,
		}),
	),
});

const finding = z.strictObject({
	code,
	gravity: z.enum(["error", "warning", "note"]),
	file: word.nullable(),
	row: z.int().min(1).nullable(),
	line: z.int().min(1).nullable(),
	column: word.nullable(),
	value: z.string().nullable(),
	firm: word.nullable(),
	period: word.nullable(),
	message: word,
	remedy: z.string(),
	weightTonnes: unknown,
	couldTurnVerdict: z.boolean().nullable(),
	cause: word.nullable(),
	fingerprint: word,
});

/** Keys are listed in the order of the contract; `keyOrder` holds a report against it. */
export const reportSchema = z.strictObject({
	schemaVersion: z.literal(1),
	tool: z.strictObject({
		name: z.literal("tanlu"),
		version: z.string().regex(/^\d+\.\d+\.\d+/),
		seeds: z.string().regex(/^sha256:[0-9a-f]{64}$/),
		rules: z.string().regex(/^sha256:[0-9a-f]{64}$/),
	}),
	basis,
	inputs: z.array(input).min(1),
	firms: z.array(firm),
	sectors: z.array(sector),
	findings: z.strictObject({
		counts: z.strictObject({ error: count, warning: count, note: count }),
		notChecked: z.array(z.strictObject({ rule: code, why: code })),
		list: z.array(finding),
	}),
});

/** The order of keys at every level, as the product's page prints it. Written apart from the schema, so that one proves the other. */
const GAP = "required gap gapPercent gapTonnes target targetGap targetGapPercent targetGapTonnes";
export const keys: Readonly<Record<string, string>> = {
	"": "schemaVersion tool basis inputs firms sectors findings",
	tool: "name version seeds rules",
	basis:
		"targets baseYear targetYear reductionPercent path per boundary factors electricity marketBased prices deflator mappings assertions",
	"inputs[]": "file kind sha256 encoding separator rows",
	"inputs[].rows": "read used refused skipped",
	"firms[]": "firm name sector province years",
	"firms[].years[]": "year coverage emissions apart carriers energy output intensity change ownPath sectorPath progress verdict",
	"firms[].years[].emissions": "fuel process electricity heat total unit",
	"firms[].years[].apart": "feedstock greenAtGrid",
	"firms[].years[].carriers[]": "carrier use quantity unit co2 tce factor",
	"firms[].years[].carriers[].factor": "kind ncv carbonContent oxidationRate measured source",
	"firms[].years[].carriers[].factor (direct)": "kind emissionFactor unit measured source",
	"firms[].years[].energy": "value unit derived intensity sinceBasePercent requiredChangePercent",
	"firms[].years[].output": "value unit prices deflated",
	"firms[].years[].intensity": "value unit",
	"firms[].years[].change": "sinceBasePercent sinceLastYearPercent",
	"firms[].years[].ownPath":
		"baseYear base required requiredChangePercent gap gapPercent gapPoints gapTonnes target targetGap targetGapPercent targetGapTonnes neededYearlyCutPercent",
	"firms[].years[].sectorPath": `base firms thin ${GAP}`,
	"firms[].years[].progress": "percent scheduleRatio",
	"firms[].years[].verdict": "word qualifiers yearTest cumulativeTest reasons",
	"sectors[]": "sector years",
	"sectors[].years[]":
		"year firms emissions output intensity comparable sinceBasePercent required gapPercent totalSinceBasePercent",
	findings: "counts notChecked list",
	"findings.counts": "error warning note",
	"findings.notChecked[]": "rule why",
	"findings.list[]":
		"code gravity file row line column value firm period message remedy weightTonnes couldTurnVerdict cause fingerprint",
};

/** Every object whose keys are not those of the contract in its order, by its path; and the paths that were seen. */
export const keyOrder = (value: unknown): { readonly wrong: readonly string[]; readonly seen: ReadonlySet<string> } => {
	const wrong: string[] = [];
	const seen = new Set<string>();
	const walk = (node: unknown, path: string): void => {
		if (Array.isArray(node)) {
			for (const item of node) walk(item, `${path}[]`);
			return;
		}
		if (node === null || typeof node !== "object") return;
		const own = Object.keys(node);
		const place = path.endsWith(".factor") && (node as { kind?: unknown }).kind === "direct" ? `${path} (direct)` : path;
		seen.add(place);
		if (own.join(" ") !== keys[place]) wrong.push(`${place}: ${own.join(" ")}`);
		for (const [key, item] of Object.entries(node)) walk(item, path === "" ? key : `${path}.${key}`);
	};
	walk(value, "");
	return { wrong, seen };
};

/** Every text in a report that is a figure, with its path: all that look like numbers, but for what files and people say. */
export const figures = (value: unknown): readonly { readonly path: string; readonly text: string }[] => {
	const found: { path: string; text: string }[] = [];
	const spoken = /^(tool|basis|inputs|findings)\b|\.(firm|name|source|unit|emissionFactor|carrier)$/;
	const walk = (node: unknown, path: string): void => {
		if (typeof node === "string") {
			if (/^[-+]?[\d.]/.test(node) && !spoken.test(path)) found.push({ path, text: node });
		} else if (node !== null && typeof node === "object") {
			for (const [key, item] of Object.entries(node))
				walk(item, Array.isArray(node) ? `${path}[]` : path === "" ? key : `${path}.${key}`);
		}
	};
	walk(value, "");
	return found;
};
