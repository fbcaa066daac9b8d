/** The words of the trade that options, results and tables share; each list in the order a reader should meet it. */

/** What `tanlu sources` tells of, in the order a reader should meet it. */
export const sourceSections = [
	"fuels",
	"electricity",
	"heat",
	"targets",
	"limits",
	"warning-levels",
	"processes",
	"coal-equivalents",
	"deflators",
] as const;
export type SourceSection = (typeof sourceSections)[number];

/** What a quantity of a carrier was for. */
export const uses = ["consumed", "sold", "product", "feedstock"] as const;
export type Use = (typeof uses)[number];

/** The parts of emissions that are always shown. */
export const parts = ["fuel", "process", "electricity", "heat"] as const;
export type Part = (typeof parts)[number];

/** What an output row may state. */
export const indicators = ["value_added", "output_value", "revenue", "production"] as const;
export type Indicator = (typeof indicators)[number];

/** What an output row may state besides, since plans ask something of it: no denominators, and nothing of the emissions. */
export const planAmounts = [
	"water",
	"solid_waste",
	"solid_waste_used",
	"solid_waste_rate",
	"so2",
	"nox",
	"cod",
	"ammonia_nitrogen",
	"particulates",
	"voc",
	"pollutants",
] as const;
export type PlanAmount = (typeof planAmounts)[number];

/** What of it is shown and judged: waste by the share of it that is used. */
export const planIndicators = [
	"water",
	"solid_waste_rate",
	"so2",
	"nox",
	"cod",
	"ammonia_nitrogen",
	"particulates",
	"voc",
	"pollutants",
] as const;
export type PlanIndicator = (typeof planIndicators)[number];

/** What a target may be of. */
export const goalIndicators = [
	"co2",
	"energy",
	"water",
	"solid_waste_rate",
	"so2",
	"nox",
	"cod",
	"ammonia_nitrogen",
	"particulates",
	"voc",
	"pollutants",
] as const;
export type GoalIndicator = (typeof goalIndicators)[number];

/** What a target asks: a fall since the base, a level in the target year, or so many tonnes in it. */
export const goalKinds = ["change", "level", "absolute"] as const;
export type GoalKind = (typeof goalKinds)[number];

export const boundaries = ["all", "energy"] as const;
export type Boundary = (typeof boundaries)[number];

export const pathShapes = ["equal-rate", "linear"] as const;
export type PathShape = (typeof pathShapes)[number];

export const verdictWords = ["on-track", "on-track-slowing", "behind", "off-track", "met", "missed", "withheld"] as const;
export type VerdictWord = (typeof verdictWords)[number];

export const qualifiers = ["near", "far", "catching-up", "to-date"] as const;
export type Qualifier = (typeof qualifiers)[number];

/** Why a verdict is withheld, in the order they are told. */
export const reasons = [
	"errors",
	"no-output",
	"months-missing",
	"partial",
	"prices",
	"boundary",
	"no-base",
	"no-last-year",
	"not-monthly",
	"cannot-conclude",
] as const;
export type Reason = (typeof reasons)[number];

export const testResults = ["pass", "fail", "not-checked"] as const;
export type TestResult = (typeof testResults)[number];

export const coverages = ["whole-year", "partial", "months-missing"] as const;
export type Coverage = (typeof coverages)[number];

/** Why a firm cannot be followed by month. */
export const noTracks = ["no-months", "no-such-month", "rates-only"] as const;
export type NoTrack = (typeof noTracks)[number];

/** What became of an input of a report since it was made. */
export const inputStates = ["same", "changed", "missing"] as const;

/** What makes a report: which tool, which seeds, which rules. */
export const toolParts = ["version", "seeds", "rules"] as const;

/** What makes a submission: each folder in a folder, or each file. */
export const submissionUnits = ["folder", "file"] as const;
export type SubmissionUnit = (typeof submissionUnits)[number];

/** What became of a submission. */
export const submissionStates = ["judged", "unusable"] as const;

/** Why a file of a submission was not read. */
export const unreadReasons = [
	"other-kind",
	"no-regular-file",
	"no-table",
	"empty",
	"document",
	"compressed",
	"unusable",
] as const;

/** Why a submission, or a firm of it, is in no pool. */
export const leftOutReasons = ["unusable", "rows-lost", "own-tables", "firm-repeated"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** By what a batch is put in order. */
export const submissionOrders = ["gap-tonnes", "weight", "name"] as const;
export type SubmissionOrder = (typeof submissionOrders)[number];

/** What a signature beside a file is worth. `edited`: the file is not the one that was signed; `malformed`: it is no signature at all. */
export const signatureStates = ["valid", "missing", "other-key", "edited", "malformed", "invalid"] as const;

/** What a changed row of two submissions is of; `not-counted`: refused or blank; `figure`: of a report whose tables are not there. */
export const diffKinds = ["energy", "supply", "output", "indicator", "total", "firm", "not-counted", "figure"] as const;
export type DiffKind = (typeof diffKinds)[number];

/** What became of a row. */
export const rowChanges = ["added", "removed", "changed"] as const;

/** How a change's effect was had: everything judged again with it alone; the emissions of its row by itself; the figures of two reports. */
export const effectWays = ["recomputed", "linear", "as-filed"] as const;
export type EffectWay = (typeof effectWays)[number];

/** What a side of a comparison is, and whose figures it has. */
export const diffSides = ["tables", "report"] as const;
export const sideFigures = ["as-filed", "recomputed"] as const;

/** What two sides differ in: rows, or what they are computed by. */
export const diffCauses = ["nothing", "data", "basis", "both"] as const;

/** Whose word it is what the months left of a year put out. */
export const outputsFrom = ["asked", "last-year"] as const;

/** What grew, in a table of growth rates. */
export const growthIndicators = ["co2", "energy", "value_added"] as const;
export type GrowthIndicator = (typeof growthIndicators)[number];

/** What a firm may claim; scope 3 is held against nothing, and may stand inside a total. */
export const claimMetrics = ["total_co2", "scope1", "scope2", "energy_tce", "intensity", "scope3"] as const;
export type ClaimMetric = (typeof claimMetrics)[number];

/** What became of a claim, or of a figure that nobody claims, in the order they are told. */
export const claimOutcomes = ["equal", "within", "outside", "not-claimed", "not-computable", "refused"] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];

/** On which side of the recomputed figure a claim lies. */
export const directions = ["above", "below"] as const;

/** Why there is no figure to hold a claim against, in the order they are told. */
export const claimObstacles = [
	"no-such-firm",
	"no-such-period",
	"not-computed",
	"other-denominator",
	"errors",
	"no-output",
	"months-missing",
	"partial",
	"not-monthly",
	"cannot-conclude",
] as const;
export type ClaimObstacle = (typeof claimObstacles)[number];

/** What may have made a claim another figure: the fewer others could have been meant, the earlier. */
export const claimCauses = [
	"scope-3-inside",
	"carbon-for-co2",
	"other-metric",
	"other-prices",
	"power-of-ten",
	"part-left-out",
	"other-year",
	"fuel-set",
	"carrier-left-out",
	"digits-swapped",
	"grid-factor",
	"carrier-power-of-ten",
	"digit-slip",
] as const;
export type ClaimCause = (typeof claimCauses)[number];

/** How a decline stands to what a year asks for: it falls as much or more, less, or the printed digits do not say. */
export const againstAsked = ["met", "not-met", "undecided"] as const;
export type AgainstAsked = (typeof againstAsked)[number];

/** Whom a target is asked of. */
export const scopes = ["all", "sector", "province"] as const;
export type Scope = (typeof scopes)[number];

/** How far a figure of the seeds was verified: it was seen; part of its row was; arithmetic on such rows; this tool's own choice. */
export const verifications = ["yes", "partial", "derived", "project"] as const;

/**
 * The prices money is stated in: constant prices of a year, current prices, or not said. Asserted constant prices are written
 * like stated ones; the assertion is told in the basis of the report.
 */
export type Prices = `constant-${number}` | "current" | "unstated";

/** What moves emissions and intensity, in the order in which a reader should meet it. */
export const drivers = ["activity", "structure", "energy", "mix", "factors", "grid", "process", "entry-exit", "outside"] as const;
export type Driver = (typeof drivers)[number];

/** Why a change is not taken apart, or not wholly, in the order they are told. */
export const driverReasons = [
	"year-missing",
	"errors",
	"no-output",
	"months-missing",
	"partial",
	"cannot-conclude",
	"prices",
	"boundary",
	"no-coal-equivalent",
	"rows-lost",
	"not-pooled",
	"not-positive",
] as const;
export type DriverReason = (typeof driverReasons)[number];

/** Why nobody can say what would be, in the order they are told. */
export const leverObstacles = ["no-carrier", "no-output", "no-months", "reaches-beyond", "no-heat-value", "no-factor"] as const;
export type LeverObstacle = (typeof leverObstacles)[number];

/** What comes of a lever that is to reach the path by itself. */
export const closings = ["reaches", "reached-already", "cannot", "unknown"] as const;
export type Closing = (typeof closings)[number];

/** What became of a carrier between two years. */
export const carrierChanges = ["stayed", "entered", "left-off", "outside"] as const;
export type CarrierChangeWord = (typeof carrierChanges)[number];
