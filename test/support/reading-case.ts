/** A case of `fixtures/reading-cases`: commands run in its folder, and how far what they say is what it should be. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/tanlu.ts";
import { inFractions } from "./fractions.ts";
import { type HeardIn, heardIn } from "./in-folder.ts";

/** A figure with the sum it comes from, worked out in fractions. */
interface Figure {
	readonly value: string;
	readonly how: string;
}

/** What a firm-year must show; what is not named may be anything. */
interface Year {
	readonly total?: Figure;
	readonly fuel?: Figure;
	readonly process?: Figure;
	readonly electricity?: Figure;
	readonly heat?: Figure;
	readonly feedstock?: Figure;
	readonly intensity?: Figure;
	readonly sinceLastYear?: Figure;
	/** Amounts consumed, by carrier. */
	readonly quantities?: Readonly<Record<string, string>>;
	readonly output?: string | null;
	/** The words that the verdict may have. */
	readonly verdict?: readonly string[];
	readonly coverage?: string;
	/** No verdict and no intensity; the firm-year may lack altogether. */
	readonly withheld?: true;
	/** One of these is among the reasons of the verdict. */
	readonly reasons?: readonly string[];
	/** Right as written here, or withheld. */
	readonly orWithheld?: true;
	/** No annual verdict, whatever figures are shown. */
	readonly noVerdict?: true;
	/** The part is unknown. */
	readonly unknown?: readonly string[];
}

interface Findings {
	readonly has?: readonly string[];
	readonly hasNot?: readonly string[];
	/** An error at each of these places, `file:row`. */
	readonly errorsAt?: readonly string[];
	/** Any finding at each of these places, `file:row`. */
	readonly reportedAt?: readonly string[];
	/** Whether any error is reported. */
	readonly error?: boolean;
	/** Tonnes of a finding, by code. */
	readonly weights?: Readonly<Record<string, Figure>>;
	/** How often a code is reported. */
	readonly counts?: Readonly<Record<string, number>>;
}

interface Command {
	readonly name: string;
	readonly argv: readonly string[];
	readonly why: string;
	/** The exit codes that will do. */
	readonly exit: readonly number[];
	/** By firm and year, with a blank between. */
	readonly years?: Readonly<Record<string, Year>>;
	/** Firms that do not exist: they have no years, and nothing is reported of them. */
	readonly noFirms?: readonly string[];
	readonly findings?: Findings;
	/** Patterns in what is written to either stream. */
	readonly says?: readonly string[];
	readonly saysNot?: readonly string[];
	/** Until the layout is read: a refusal (exit 1 or 2, no figure of any firm-year named here) will do instead. */
	readonly orRefused?: true;
	/** Pooled figures, by sector and year: the values that will do. */
	readonly sectors?: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
}

interface Case {
	readonly source: string;
	readonly kind: string;
	readonly commands: readonly Command[];
}

export interface ReadingCase {
	/** The folder below `fixtures/reading-cases`. */
	readonly at: string;
	readonly case: Case;
}

export const casesFolder: string = join(root, "fixtures", "reading-cases");

/** Every folder with a `case.json`, in order of name. */
export function readingCases(below = ""): readonly ReadingCase[] {
	const folder = join(casesFolder, below);
	const here = existsSync(join(folder, "case.json"))
		? [{ at: below, case: JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case }]
		: [];
	const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const names = folders.map(({ name }) => (below === "" ? name : `${below}/${name}`)).sort();
	return [...here, ...names.flatMap((name) => readingCases(name))];
}

/** Every figure of a case, so that its sum can be worked out again. */
export function figuresOf({ commands }: Case): readonly Figure[] {
	const found: Figure[] = [];
	const walk = (value: unknown): void => {
		if (typeof value !== "object" || value === null) return;
		if ("how" in value) found.push(value as Figure);
		else for (const inner of Object.values(value)) walk(inner);
	};
	walk(commands);
	return found;
}

/** Whether a figure's sum gives its value. */
export const worksOut = ({ value, how }: Figure): boolean => inFractions(how) === value;

interface ReportedFinding {
	readonly code: string;
	readonly gravity: string;
	readonly file: string | null;
	readonly row: number | null;
	readonly weightTonnes: string | null;
	readonly firm: string | null;
}

interface ReportedYear {
	readonly year: number;
	readonly coverage: string | null;
	readonly emissions: Readonly<Record<string, string | null>>;
	readonly apart: Readonly<Record<string, string | null>>;
	readonly carriers: readonly { readonly carrier: string; readonly use: string; readonly quantity: string | null }[];
	readonly output: { readonly value: string | null } | null;
	readonly intensity: { readonly value: string | null } | null;
	readonly change: { readonly sinceLastYearPercent: string | null } | null;
	readonly verdict: { readonly word: string; readonly reasons: readonly string[] } | null;
}

interface Report {
	readonly firms?: readonly { readonly firm: string; readonly years: readonly ReportedYear[] }[];
	readonly sectors?: readonly {
		readonly sector: string;
		readonly years: readonly (Readonly<Record<string, string | null>> & { readonly year: number })[];
	}[];
	readonly findings?: { readonly list: readonly ReportedFinding[] };
}

/** Amounts of a carrier consumed, added up. Cells of a machine format are plain decimals. */
function consumed({ carriers }: ReportedYear, carrier: string): string {
	const of = carriers.filter((row) => row.carrier === carrier && row.use === "consumed");
	if (of.some(({ quantity }) => quantity === null)) return "unknown";
	return inFractions(["0", ...of.map(({ quantity }) => `(${quantity})`)].join("+"));
}

const isWithheld = (shown: ReportedYear, error: boolean): boolean =>
	(shown.verdict === null || shown.verdict.word === "withheld") &&
	(shown.intensity?.value ?? null) === null &&
	(shown.emissions["total"] === null || error || (shown.verdict !== null && shown.verdict.reasons.length > 0));

/** What differs in a firm-year that must show figures. */
function shownOtherwise(at: string, expected: Year, shown: ReportedYear): readonly string[] {
	const wrong: string[] = [];
	const same = (what: string, is: unknown, due: unknown): void => {
		if (is !== due) wrong.push(`${at}: ${what} is ${is}, should be ${due}`);
	};
	for (const part of ["total", "fuel", "process", "electricity", "heat"] as const)
		if (expected[part] !== undefined) same(part, shown.emissions[part], expected[part].value);
	for (const part of expected.unknown ?? []) same(part, shown.emissions[part], null);
	if (expected.feedstock !== undefined) same("feedstock", shown.apart["feedstock"], expected.feedstock.value);
	if (expected.intensity !== undefined) same("intensity", shown.intensity?.value, expected.intensity.value);
	if (expected.sinceLastYear !== undefined)
		same("the change since last year", shown.change?.sinceLastYearPercent, expected.sinceLastYear.value);
	if (expected.output !== undefined) same("output", shown.output?.value ?? null, expected.output);
	if (expected.coverage !== undefined) same("coverage", shown.coverage, expected.coverage);
	for (const [carrier, amount] of Object.entries(expected.quantities ?? {})) same(carrier, consumed(shown, carrier), amount);
	const word = shown.verdict?.word;
	if (expected.verdict !== undefined && !expected.verdict.includes(word ?? "none"))
		wrong.push(`${at}: the verdict is ${word}, should be ${expected.verdict.join(" or ")}`);
	if (expected.noVerdict && word !== undefined && word !== "withheld") wrong.push(`${at}: there is a verdict, ${word}`);
	return wrong;
}

function yearOtherwise(at: string, expected: Year, shown: ReportedYear | undefined, error: boolean): readonly string[] {
	const withheld = shown === undefined || isWithheld(shown, error);
	if (expected.orWithheld && withheld) return [];
	if (shown === undefined) return expected.withheld ? [] : [`${at}: there is no such firm-year`];
	const wrong = [...shownOtherwise(at, expected, shown)];
	if (expected.withheld && !withheld)
		wrong.push(`${at}: not withheld (${shown.verdict?.word}, ${shown.intensity?.value}, ${shown.emissions["total"]} t)`);
	const reasons = shown.verdict?.reasons;
	if (expected.reasons !== undefined && !expected.reasons.some((reason) => reasons?.includes(reason)))
		wrong.push(`${at}: the reasons are ${reasons?.join(", ")}, should hold ${expected.reasons.join(" or ")}`);
	return wrong;
}

function findingsOtherwise(expected: Findings, list: readonly ReportedFinding[]): readonly string[] {
	const codes = new Set(list.map(({ code }) => code));
	const errors = list.filter(({ gravity }) => gravity === "error");
	const at = (place: string, of: readonly ReportedFinding[]): boolean => of.some(({ file, row }) => `${file}:${row}` === place);
	return [
		...(expected.has ?? []).filter((code) => !codes.has(code)).map((code) => `${code} is not reported`),
		...(expected.hasNot ?? []).filter((code) => codes.has(code)).map((code) => `${code} is reported`),
		...(expected.errorsAt ?? []).filter((place) => !at(place, errors)).map((place) => `no error at ${place}`),
		...(expected.reportedAt ?? []).filter((place) => !at(place, list)).map((place) => `nothing reported at ${place}`),
		...(expected.error === undefined || expected.error === errors.length > 0
			? []
			: [expected.error ? "no error is reported" : `errors are reported: ${errors.map(({ code }) => code).join(", ")}`]),
		...Object.entries(expected.weights ?? {})
			.filter(([code, { value }]) => !list.some((one) => one.code === code && one.weightTonnes === value))
			.map(([code, { value }]) => `${code} does not weigh ${value} t`),
		...Object.entries(expected.counts ?? {})
			.filter(([code, count]) => list.filter((one) => one.code === code).length !== count)
			.map(([code, count]) => `${code} is reported ${list.filter((one) => one.code === code).length} times, should be ${count}`),
	];
}

/** Findings as standard error has them: a line of gravity and code, then a line for each place. */
function findingsIn(stderr: string): readonly ReportedFinding[] {
	const found: ReportedFinding[] = [];
	let heading = { gravity: "", code: "" };
	for (const line of stderr.split("\n")) {
		const [, gravity, code] = /^(error|warning|note) {2}([a-z0-9-]+)/.exec(line) ?? [];
		if (gravity !== undefined && code !== undefined) heading = { gravity, code };
		const [, file, row] = /^ {2}([^\s:]+):(\d+)[: ]/.exec(line) ?? [];
		const place = { file: file ?? null, row: row === undefined ? null : Number(row) };
		if (gravity !== undefined || file !== undefined) found.push({ ...heading, ...place, weightTonnes: null, firm: null });
	}
	return found;
}

/** The report, or as much of it as a run that could not be done has on standard error. */
function reportIn({ stdout, stderr }: HeardIn): Report {
	try {
		return JSON.parse(stdout) as Report;
	} catch {
		return { findings: { list: findingsIn(stderr) } };
	}
}

/** The command run in its folder: what is otherwise than it should be, each in a line; empty where all is right. */
export async function otherwise(at: string, command: Command): Promise<readonly string[]> {
	const heard = await heardIn(join(casesFolder, at), command.argv);
	const report = reportIn(heard);
	const list = report.findings?.list ?? [];
	const error = list.some(({ gravity }) => gravity === "error");
	const yearOf = (key: string): ReportedYear | undefined => {
		const cut = key.lastIndexOf(" ");
		return report.firms
			?.find(({ firm }) => firm === key.slice(0, cut))
			?.years.find(({ year }) => `${year}` === key.slice(cut + 1));
	};
	const years = Object.entries(command.years ?? {});
	const refused =
		(heard.exitCode === 2 || (heard.exitCode === 1 && error)) &&
		years.every(([key]) => {
			const year = yearOf(key);
			return year === undefined || isWithheld(year, error);
		});
	// A number that is asked for is none that stands in a hash.
	const said = (heard.stdout + heard.stderr).replace(/\b[0-9a-f]{64}\b/g, "");
	const always = [
		...(command.saysNot ?? []).filter((text) => new RegExp(text).test(said)).map((text) => `says ${text}`),
		...(command.noFirms ?? [])
			.filter((name) => report.firms?.some(({ firm }) => firm === name) || list.some(({ firm }) => firm === name))
			.map((name) => `there is a firm ${name}`),
	];
	if (command.orRefused && refused) return always;
	return [
		...(command.exit.includes(heard.exitCode) ? [] : [`ends with ${heard.exitCode}, should be ${command.exit.join(" or ")}`]),
		...years.flatMap(([key, year]) => yearOtherwise(key, year, yearOf(key), error)),
		...(command.findings === undefined ? [] : findingsOtherwise(command.findings, list)),
		...(command.says ?? []).filter((text) => !new RegExp(text).test(said)).map((text) => `does not say ${text}`),
		...Object.entries(command.sectors ?? {}).flatMap(([key, figures]) => {
			const [sector, year] = key.split(" ");
			const of = report.sectors?.find((one) => one.sector === sector)?.years.find((one) => `${one.year}` === year);
			return Object.entries(figures)
				.filter(([figure, values]) => of === undefined || !values.includes(of[figure] ?? null))
				.map(([figure, values]) => `${key}: ${figure} is ${of?.[figure]}, should be ${values.join(" or ")}`);
		}),
		...always,
	];
}
