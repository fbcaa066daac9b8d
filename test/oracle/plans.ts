/** What each plan period asks for, in per cent, and where industry codes belong. */

export interface Plan {
	readonly id: string;
	readonly baseYear: number;
	readonly targetYear: number;
	/** CO2 per unit of industrial value added */
	readonly reduction: string;
	/** energy per unit of industrial value added */
	readonly energyReduction: string;
	readonly electricity: string;
}

export const PLANS: Readonly<Record<string, Plan>> = {
	// 工信部规〔2021〕178号: CO2 −18 %, energy −13.5 %, 2020 to 2025
	"plan-14": {
		id: "plan-14",
		baseYear: 2020,
		targetYear: 2025,
		reduction: "18",
		energyReduction: "13.5",
		electricity: "national@2021",
	},
	// 国发〔2026〕22号: CO2 −17 %, energy −10 %, 2025 to 2030
	"plan-15": {
		id: "plan-15",
		baseYear: 2025,
		targetYear: 2030,
		reduction: "17",
		energyReduction: "10",
		electricity: "national@2023",
	},
};

const asksOf = ({ baseYear, targetYear }: Plan, year: number): boolean => baseYear < year && year <= targetYear;

/** The plans in force: the one that is named, else those that the years belong to. */
export const plansFor = (targets: string, years: readonly number[]): readonly Plan[] => {
	const all = Object.values(PLANS);
	if (targets !== "auto") return all.filter(({ id }) => id === targets);
	return all.filter((plan) => years.some((year) => ownerOf(all, year) === plan));
};

/** The plan of these that a year is shown by: the one that asks something of it, else the one that it begins, else the nearest. */
export const ownerOf = (plans: readonly Plan[], year: number): Plan => {
	const [first] = plans;
	if (first === undefined) throw new Error("no plan");
	return (
		plans.find((plan) => asksOf(plan, year)) ??
		plans.find(({ baseYear }) => baseYear === year) ??
		plans.filter(({ baseYear }) => baseYear <= year).at(-1) ??
		first
	);
};

/** Whether a plan looks at a year: as one of its own or as its base. */
export const looksAt = (plan: Plan, plans: readonly Plan[], year: number): boolean =>
	ownerOf(plans, year) === plan || plan.baseYear === year;

const KEY_SECTORS = ["steel", "nonferrous", "petrochemical", "building_materials"];

// GB/T 4754-2017 divisions, groups and classes of the four key sectors
const CODES: readonly (readonly [string, string])[] = [
	["31", "steel"],
	["311", "steel_ironmaking"],
	["312", "steel_steelmaking"],
	["313", "steel_rolling"],
	["314", "steel_ferroalloy"],
	["32", "nonferrous"],
	["3211", "nonferrous_copper"],
	["3212", "nonferrous_lead_zinc"],
	["3216", "nonferrous_aluminium"],
	["25", "petrochemical"],
	["26", "petrochemical"],
	["2511", "petrochemical_refining"],
	["2521", "petrochemical_coking"],
	["261", "petrochemical_basic_chem"],
	["262", "petrochemical_fertiliser"],
	["265", "petrochemical_synthetic"],
	["30", "building_materials"],
	["3011", "building_materials_cement"],
	["3012", "building_materials_lime"],
	["3041", "building_materials_flat_glass"],
	["307", "building_materials_ceramics"],
];

const NAMES: Readonly<Record<string, string>> = {
	钢铁: "steel",
	有色金属: "nonferrous",
	石化化工: "petrochemical",
	建材: "building_materials",
};

/** The sector a cell names, or null. */
export const sectorOf = (cell: string): string | null => {
	const code = /^C?(\d{2,4})(?:\s|$)/.exec(cell)?.[1];
	if (code !== undefined) {
		const fits = CODES.filter(([prefix]) => code.startsWith(prefix));
		fits.sort(([a], [b]) => b.length - a.length);
		return fits[0]?.[1] ?? null;
	}
	if (NAMES[cell] !== undefined) return NAMES[cell];
	return KEY_SECTORS.includes(cell) || CODES.some(([, id]) => id === cell) ? cell : null;
};

/** `steel_rolling` belongs to `steel`. */
export const topSector = (sector: string): string =>
	KEY_SECTORS.find((key) => sector === key || sector.startsWith(`${key}_`)) ?? sector;
