/** The invented firms of the demonstration, and what each is there to show. */
import type { FirmRow } from "./types.ts";

export interface Flow {
	readonly carrier: string;
	readonly unit: string;
	/** share of the first year's CO2; the first flow of a firm takes what the others leave */
	readonly share: number;
	/** yearly change of that share */
	readonly drift?: number;
	readonly use?: "sold";
	/** measured, GJ/t */
	readonly ncv?: string;
}

export interface DemoFirm {
	readonly id: string;
	readonly name: string;
	readonly sector: string;
	readonly province: string;
	readonly years: readonly number[];
	/** 10^4 CNY in 2020 */
	readonly valueAdded: number;
	readonly growth: number;
	/** t CO2 per 10^4 CNY in 2020 */
	readonly intensity: number;
	/** intensity of 2020, 2021 … over that of 2020 */
	readonly course: readonly number[];
	readonly flows: readonly Flow[];
	readonly layout?: "quarter" | "month";
	/** periods of this year end early */
	readonly cutYear?: number;
	readonly cutAfter?: number;
	readonly money?: "亿元";
	/** output stands at current prices from this year on */
	readonly currentFrom?: number;
	readonly master?: FirmRow;
}

const FIVE = [2020, 2021, 2022, 2023, 2024, 2025];
const SEVEN = [...FIVE, 2026];

// The path asks for 1, 0.9611, 0.9237, 0.8877, 0.8532, 0.82.
const AHEAD = [1, 0.955, 0.915, 0.878, 0.842, 0.808, 0.79];
const SLOWING = [1, 0.93, 0.905, 0.88, 0.85, 0.826, 0.81];
const NEAR = [1, 0.964, 0.929, 0.895, 0.861, 0.826];
const SHORT = [1, 0.97, 0.942, 0.915, 0.888, 0.86];
const FAR = [1, 0.99, 0.975, 0.96, 0.95, 0.94, 0.93];
const UP = [1, 1.02, 1.05, 1.03, 1.01, 0.99];
const LATE = [1, 1.002, 0.955, 0.905, 0.862, 0.815];

const flow = (carrier: string, unit: string, share = 0, drift = 0): Flow => ({ carrier, unit, share, drift });
const power = (share: number, drift = 0.01): Flow => flow("electricity", "万千瓦时", share, drift);

const coalMill = [flow("coke", "t"), flow("bituminous-coal", "t", 0.16, -0.02), power(0.12), flow("limestone-flux", "t", 0.03)];
const kiln = [flow("bituminous-coal", "t"), flow("clinker-portland", "t", 0.56), power(0.08), flow("diesel", "t", 0.004)];
const refinery = [flow("fuel-oil", "t"), flow("natural-gas", "10^4 Nm3", 0.24, 0.03), power(0.17), flow("steam", "GJ", 0.1)];
const smelter = [power(0), flow("natural-gas", "10^4 Nm3", 0.09, 0.02), flow("heat", "GJ", 0.05)];

export const DEMO_FIRMS: readonly DemoFirm[] = [
	{
		...{ id: "F01", name: "清禾钢铁 Qinghe Steel (demo)", sector: "C3120", province: "Hebei", years: SEVEN },
		...{ valueAdded: 412000, growth: 1.03, intensity: 18.6, course: AHEAD },
		flows: [...coalMill, { ...power(0.02), use: "sold" }],
	},
	{
		...{ id: "F02", name: "北岚炼铁 Beilan Ironworks (demo)", sector: "steel", province: "Liaoning", years: SEVEN },
		...{ valueAdded: 156000, growth: 1.02, intensity: 22.4, course: SLOWING, flows: coalMill },
	},
	{
		...{ id: "F03", name: "沐江特钢 Mujiang Special Steel (demo)", sector: "3130", province: "Jiangsu", years: FIVE },
		...{ valueAdded: 98500, growth: 1.05, intensity: 6.3, course: NEAR, layout: "quarter" },
		flows: [power(0), flow("natural-gas", "10^4 Nm3", 0.31), flow("electrode", "t", 0.02), flow("pig-iron", "t", 0.01)],
	},
	{
		...{ id: "F04", name: "赤峪铁合金 Chiyu Ferroalloy (demo)", sector: "C3140", province: "Inner Mongolia", years: FIVE },
		...{ valueAdded: 30200, growth: 1.01, intensity: 24.1, course: FAR },
		flows: [power(0), flow("coke", "t", 0.28), flow("anthracite", "t", 0.07)],
	},
	{
		...{ id: "F05", name: "海屿轧钢 Haiyu Rolling (demo)", sector: "钢铁", province: "Guangdong", years: FIVE },
		...{ valueAdded: 51000, growth: 1.04, intensity: 4.2, course: AHEAD, currentFrom: 2022 },
		flows: [flow("natural-gas", "10^4 Nm3"), power(0.42)],
	},
	{
		...{ id: "F06", name: "云垄铝业 Yunlong Aluminium (demo)", sector: "C3216", province: "Yunnan", years: FIVE },
		...{ valueAdded: 287000, growth: 1.04, intensity: 20.8, course: LATE },
		flows: [power(0), flow("green-electricity", "万千瓦时", 0.12, 0.15), flow("natural-gas", "10^4 Nm3", 0.04)],
	},
	{
		...{ id: "F07", name: "铜岚冶炼 Tonglan Copper (demo)", sector: "3211", province: "Jiangxi", years: FIVE },
		...{ valueAdded: 133000, growth: 1.06, intensity: 3.4, course: SHORT, flows: smelter },
	},
	{
		...{ id: "F08", name: "白溪锌业 Baixi Zinc (demo)", sector: "nonferrous", province: "Hunan", years: FIVE },
		...{ valueAdded: 46000, growth: 1.03, intensity: 7.7, course: AHEAD, layout: "month", cutYear: 2025, cutAfter: 9 },
		flows: smelter,
	},
	{
		...{ id: "F09", name: "星槐铜材 Xinghuai Copperworks (demo)", sector: "有色金属", province: "Anhui", years: SEVEN },
		...{ valueAdded: 72000, growth: 1.05, intensity: 1.6, course: SLOWING, money: "亿元" },
		flows: [...smelter, flow("onsite-renewable-electricity", "万千瓦时", 0.06)],
	},
	{
		...{ id: "F10", name: "渤湾炼化 Bowan Refining (demo)", sector: "C2511", province: "Shandong", years: FIVE },
		...{ valueAdded: 655000, growth: 1.02, intensity: 5.9, course: NEAR },
		flows: [...refinery, flow("petroleum-coke", "t", 0.13)],
	},
	{
		...{ id: "F11", name: "天沅化工 Tianyuan-X Chemicals (demo)", sector: "C2614", province: "Zhejiang", years: FIVE },
		...{ valueAdded: 88000, growth: 1.05, intensity: 8.8, course: SHORT, master: { target_pct: "20" } },
		flows: refinery,
	},
	{
		...{ id: "F12", name: "岭川氮肥 Lingchuan Ammonia (demo)", sector: "2621", province: "Shanxi", years: FIVE },
		...{ valueAdded: 41500, growth: 1.0, intensity: 19.3, course: UP },
		flows: [{ ...flow("anthracite", "t"), ncv: "25.118" }, power(0.16), flow("steam", "GJ", 0.06)],
	},
	{
		...{
			id: "F13",
			name: "澜石焦化 Lanshi Coking (demo)",
			sector: "C2521",
			province: "Shanxi",
			years: [2021, 2022, 2023, 2024, 2025],
		},
		...{ valueAdded: 37800, growth: 1.02, intensity: 11.2, course: AHEAD, master: { base_year: "2021" } },
		// Bought from a neighbour: its own would be counted with the coal already.
		flows: [flow("cleaned-coal", "t"), flow("外购焦炉煤气", "10^4 Nm3", 0.3), power(0.09)],
	},
	{
		...{
			id: "F14",
			name: "苇塘树脂 Weitang Resins (demo)",
			sector: "石化化工",
			province: "Tianjin",
			years: [2021, 2022, 2023, 2024, 2025],
		},
		...{ valueAdded: 29400, growth: 1.06, intensity: 3.9, course: LATE, master: { base_intensity: "3.9" } },
		flows: [flow("natural-gas", "10^4 Nm3"), power(0.38), flow("lpg", "t", 0.03)],
	},
	{
		...{ id: "F15", name: "磐山水泥 Panshan Cement (demo)", sector: "C3011", province: "Guangxi", years: FIVE },
		...{ valueAdded: 64000, growth: 0.99, intensity: 23.5, course: NEAR, flows: kiln },
	},
	{
		...{ id: "F16", name: "川禾水泥 Chuanhe Cement (demo)", sector: "3011", province: "Sichuan", years: FIVE },
		...{ valueAdded: 47000, growth: 0.98, intensity: 21.9, course: UP, layout: "quarter" },
		flows: [{ ...flow("bituminous-coal", "t"), ncv: "22.364" }, ...kiln.slice(1)],
	},
	{
		...{ id: "F17", name: "明泠玻璃 Mingling Glass (demo)", sector: "C3041", province: "Hubei", years: FIVE },
		...{ valueAdded: 58300, growth: 1.03, intensity: 6.6, course: AHEAD, layout: "month" },
		flows: [flow("natural-gas", "10^4 Nm3"), power(0.26), flow("dolomite-flux", "t", 0.07), flow("diesel", "t", 0.01)],
	},
	{
		...{ id: "F18", name: "窑坪陶瓷 Yaoping Ceramics (demo)", sector: "建材", province: "Fujian", years: FIVE },
		...{ valueAdded: 33900, growth: 1.04, intensity: 5.1, course: LATE },
		flows: [flow("natural-gas", "10^4 Nm3"), flow("bituminous-coal", "t", 0.25, -0.06), power(0.22)],
	},
	{
		...{ id: "F19", name: "松墩石灰 Songdun Lime (demo)", sector: "building_materials", province: "Henan", years: SEVEN },
		...{ valueAdded: 12600, growth: 1.01, intensity: 16.4, course: FAR },
		flows: [flow("anthracite", "t"), flow("limestone-flux", "t", 0.6), power(0.05), flow("gasoline", "t", 0.002)],
	},
	{
		...{ id: "F20", name: "杉浦新材 Shanpu Materials (demo)", sector: "C3073", province: "Jiangxi", years: FIVE },
		...{ valueAdded: 21700, growth: 1.07, intensity: 2.8, course: SHORT },
		flows: [flow("natural-gas", "10^4 Nm3"), power(0.45), { ...power(0.03), use: "sold" }],
	},
];
