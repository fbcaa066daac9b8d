/**
 * The monthly tables that faults are planted in beside the demonstration: two invented firms with credit codes, 2020 to 2022, one
 * with a measured coal. Amounts follow the season and a wobble from whole numbers only, so that the bytes are the same everywhere.
 */
import type { Table } from "../../src/index.ts";

interface Carrier {
	readonly carrier: string;
	/** Of a usual month, in hundredths of the unit. */
	readonly usual: number;
	readonly unit: string;
	readonly measured?: true;
}

interface Firm {
	/** Made up, with both check characters right; the division 990000 does not exist. */
	readonly code: string;
	readonly name: string;
	readonly carriers: readonly Carrier[];
	/** Value added of a usual month, in hundredths of 10^4 CNY. */
	readonly made: number;
	/** Also gives its output value. */
	readonly outputValue?: true;
}

const monthlyFirms: readonly Firm[] = [
	{
		code: "91990000MA90T001X4",
		name: "青砥水泥粉磨 Qingdi Grinding (demo)",
		carriers: [
			{ carrier: "bituminous-coal", usual: 412_350, unit: "t", measured: true },
			{ carrier: "electricity", usual: 83_170, unit: "10^4 kWh" },
			{ carrier: "diesel", usual: 6_431, unit: "t" },
		],
		made: 291_460,
		outputValue: true,
	},
	{
		code: "91990000MA90T00284",
		name: "漪川线材 Yichuan Wire (demo)",
		carriers: [
			{ carrier: "natural-gas", usual: 15_283, unit: "10^4 Nm3" },
			{ carrier: "electricity", usual: 64_390, unit: "10^4 kWh" },
			{ carrier: "heat", usual: 1_370_260, unit: "GJ" },
		],
		made: 174_830,
	},
];

/** Thousandths of a usual month, January to December. */
const season: readonly number[] = [1032, 921, 1008, 996, 987, 978, 1013, 1021, 990, 999, 1004, 1017];

/** Whole numbers from 0 to 65535 that look like chance and are the same each time. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 25_173 + 13_849) % 65_536;
		return state;
	};
}

const hundredths = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

/** `monthly-energy.csv` and `monthly-output.csv`, as they stand in fixtures/planted. */
export function monthlyTables(): Table[] {
	const roll = dice(20_201);
	const wobble = (): number => 985 + (roll() % 31);
	const energy = ["credit_code,firm_name,period,carrier,use,quantity,unit,ncv,carbon_content"];
	const output = ["credit_code,firm_name,period,indicator,product,quantity,unit,prices"];
	const months = Array.from({ length: 36 }, (_, index) => ({
		index,
		period: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
	}));
	for (const { code, name, carriers, made, outputValue } of monthlyFirms) {
		/** What the works did in each month, in thousandths; energy and output follow it. */
		const load = months.map(({ index }) => Math.floor(((season[index % 12] as number) * wobble()) / 1000));
		for (const { carrier, usual, unit, measured } of carriers) {
			for (const { index, period } of months) {
				const amount = Math.floor((usual * (load[index] as number) * wobble()) / 1_000_000);
				const ncv = measured ? `22.${String(100 + (roll() % 700)).padStart(3, "0")}` : "";
				const carbon = measured ? `0.0${2580 + (roll() % 60)}` : "";
				energy.push([code, name, period, carrier, "", hundredths(amount), unit, ncv, carbon].join(","));
			}
		}
		for (const [indicator, times] of [["value_added", 1], ...(outputValue ? [["output_value", 4] as const] : [])] as const) {
			for (const { index, period } of months) {
				const amount = Math.floor((made * times * (load[index] as number) * wobble()) / 1_000_000);
				output.push([code, name, period, indicator, "", hundredths(amount), "10^4 CNY", "constant-2020"].join(","));
			}
		}
	}
	return [
		{ name: "monthly-energy.csv", text: `${energy.join("\n")}\n` },
		{ name: "monthly-output.csv", text: `${output.join("\n")}\n` },
	];
}
