/** The report's contract, written a second time: the order of its keys, and which of its texts are figures. */

const VERDICT = "word qualifiers yearTest cumulativeTest reasons";
const GAP = "required gap gapPercent gapTonnes target targetGap targetGapPercent targetGapTonnes";
/** The order of keys at every level, as the product's page prints it. Written apart from the schema, so that one proves the other. */
export const keys: Readonly<Record<string, string>> = {
	"": "schemaVersion tool basis inputs firms sectors findings",
	tool: "name version seeds rules",
	basis:
		"targets plans path per boundary factors factorFiles firmsFiles marketBased screened prices deflator mappings assertions firms years",
	"basis.plans[]": "targets baseYear targetYear reductionPercent prices electricity",
	"basis.factorFiles[]": "file factors",
	"inputs[]": "file sheet kind sha256 encoding separator rows",
	"inputs[].rows": "read used refused skipped",
	"firms[]": "firm name sector province years",
	"firms[].years[]":
		"year coverage emissions apart carriers energy indicators toDate output intensity change ownPath sectorPath progress verdict settle",
	"firms[].years[].emissions": "fuel process electricity heat total unit",
	"firms[].years[].apart": "feedstock feedstockTce greenAtGrid",
	"firms[].years[].carriers[]": "carrier use quantity unit co2 tce factor",
	"firms[].years[].carriers[].factor": "kind ncv carbonContent oxidationRate measured source",
	"firms[].years[].carriers[].factor (direct)": "kind emissionFactor unit measured source",
	"firms[].years[].energy":
		"value unit derived intensity sinceBasePercent withoutFeedstock withoutFeedstockSinceBasePercent requiredChangePercent verdict",
	"firms[].years[].energy.verdict": VERDICT,
	"firms[].years[].indicators[]":
		"indicator value unit intensity sinceBasePercent kind targetYear requiredChangePercent level verdict",
	"firms[].years[].indicators[].verdict": VERDICT,
	"firms[].years[].toDate": "months intensity sameMonthsPercent cumulativePercent requiredPercent timeGonePercent verdict",
	"firms[].years[].toDate.verdict": VERDICT,
	"firms[].years[].output": "value unit prices deflated",
	"firms[].years[].intensity": "value unit",
	"firms[].years[].change": "sinceBasePercent sinceLastYearPercent",
	"firms[].years[].ownPath":
		"targets baseYear prices base required requiredChangePercent gap gapPercent gapPoints gapTonnes target targetGap targetGapPercent targetGapTonnes neededYearlyCutPercent",
	"firms[].years[].sectorPath": `base firms thin ${GAP}`,
	"firms[].years[].progress": "percent completionPercent scheduleRatio",
	"firms[].years[].verdict": VERDICT,
	"firms[].years[].settle": "findings asWritten asProposed",
	"sectors[]": "sector years",
	"sectors[].years[]":
		"year targets firms emissions output intensity comparable sinceBasePercent required gapPercent totalSinceBasePercent cap",
	"sectors[].years[].cap": "targetYear cap firms total required gapTonnes capGapTonnes word",
	findings: "counts notChecked list",
	"findings.counts": "error warning note",
	"findings.notChecked[]": "rule why",
	"findings.list[]":
		"code gravity file sheet row line column letter value firm period message remedy weightTonnes couldTurnVerdict cause fingerprint",
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
	const spoken = /^(tool|basis|inputs|findings)\b|\.(firm|name|source|unit|emissionFactor|carrier)$|\.settle\.findings/;
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
