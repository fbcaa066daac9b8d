/** Makes the tables of fixtures/demo. Every firm is invented; the same script always gives the same bytes. */
import { DEMO_FIRMS, type DemoFirm, type Flow } from "./demoFirms.ts";
import { CARRIER_NAMES, CARRIERS, GRID, HEAT_FACTOR } from "./figures.ts";
import { oracle } from "./oracle.ts";
import { csvOf, type Table } from "./tables.ts";
import type { EnergyRow, Figures, FirmRow, OutputRow, Submission } from "./types.ts";

/** t CO2 per natural unit; near enough to size a table, never used for a figure. */
const roughFactor = ({ carrier, ncv }: Flow): number => {
	const known = CARRIERS.get(CARRIER_NAMES[carrier] ?? carrier);
	if (known?.kind === "electricity") return Number(GRID["2021"]);
	if (known?.kind === "heat") return Number(HEAT_FACTOR);
	if (known?.factor !== undefined) return Number(known.factor);
	return (Number(ncv ?? known?.ncv) * Number(known?.carbon) * Number(known?.oxidation) * 44) / 12;
};

/** Natural units per written unit. */
const SIZES: Readonly<Record<string, number>> = { 万吨: 10000, 万千瓦时: 10, GJ: 1, t: 1, MWh: 1, "10^4 Nm3": 1 };

const SEASON = [1.04, 0.93, 1.01, 1.0, 0.99, 0.98, 1.02, 1.03, 0.99, 1.0, 1.0, 1.01];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const PARTS: Readonly<Record<string, readonly number[]>> = {
	year: [1],
	quarter: [0, 3, 6, 9].map((first) => sum(SEASON.slice(first, first + 3)) / 12),
	month: SEASON.map((weight) => weight / 12),
};

const period = (layout: string, year: number, index: number): string => {
	if (layout === "quarter") return `${year}Q${index + 1}`;
	return layout === "month" ? `${year}-${String(index + 1).padStart(2, "0")}` : String(year);
};

/** Two decimals below a thousand, whole numbers above. */
const cell = (value: number): string => (value < 1000 ? String(Math.round(value * 100) / 100) : String(Math.round(value)));

/** Calls back for each period of each year of the firm, with that period's part of the year. */
const periods = (firm: DemoFirm, write: (year: number, name: string, share: number) => void): void => {
	const layout = firm.layout ?? "year";
	for (const year of firm.years) {
		const shown = PARTS[layout]?.slice(0, year === firm.cutYear ? firm.cutAfter : undefined) ?? [];
		for (const [index, share] of shown.entries()) write(year, period(layout, year, index), share);
	}
};

/** Business is not even: some years are better than the trend, and not the same ones for every firm. */
const WAVE = [1.0, 1.012, 0.991, 1.021, 0.984, 1.007, 1.016];

const worth = (firm: DemoFirm, year: number): number => {
	const wave = WAVE[(year - 2020 + Number(firm.id.slice(1)) * 3) % WAVE.length] ?? 1;
	// step by step: plain products come out the same everywhere, powers need not
	let trend = firm.valueAdded;
	for (let past = 2020; past < year; past += 1) trend *= firm.growth;
	return trend * wave;
};

/** t CO2 that the flow brings in a year: its share of the first year's total drifts, the main flow takes the rest. */
const tonnes = (firm: DemoFirm, flow: Flow, year: number): number => {
	const total = worth(firm, year) * firm.intensity * (firm.course[year - 2020] ?? 1);
	const share = (other: Flow): number => other.share * (1 + (other.drift ?? 0) * (year - 2020));
	if (flow !== firm.flows[0]) return total * share(flow);
	const signed = firm.flows.slice(1).map((other) => (other.use === "sold" ? -share(other) : share(other)));
	return total * (1 - sum(signed));
};

const energyRows = (firm: DemoFirm): EnergyRow[] => {
	const rows: EnergyRow[] = [];
	for (const flow of firm.flows) {
		const size = SIZES[flow.unit] ?? 1;
		periods(firm, (year, name, part) => {
			const amount = (tonnes(firm, flow, year) * part) / roughFactor(flow) / size;
			rows.push({
				firm: firm.id,
				period: name,
				carrier: flow.carrier,
				...(flow.use === undefined ? {} : { use: flow.use }),
				quantity: cell(amount),
				unit: flow.unit,
				...(flow.ncv === undefined ? {} : { ncv: flow.ncv }),
			});
		});
	}
	return rows;
};

const outputRows = (firm: DemoFirm): OutputRow[] => {
	const rows: OutputRow[] = [];
	periods(firm, (year, name, part) => {
		const inUnit = firm.money === "亿元" ? 10000 : 1;
		rows.push({
			firm: firm.id,
			period: name,
			indicator: "value_added",
			quantity: cell((worth(firm, year) * part) / inUnit),
			unit: firm.money ?? "万元",
			prices: firm.currentFrom !== undefined && year >= firm.currentFrom ? "current" : "constant-2020",
		});
	});
	return rows;
};

export const demo = (): Submission => ({
	energy: DEMO_FIRMS.flatMap(energyRows),
	output: DEMO_FIRMS.flatMap(outputRows),
	firms: DEMO_FIRMS.map(
		({ id, name, sector, province, master }): FirmRow => ({ firm: id, firm_name: name, sector, province, ...master }),
	),
});

export const demoTables = ({ energy, output, firms }: Submission): Table[] => [
	{ name: "energy.csv", text: csvOf(energy, ["firm", "period", "carrier", "use", "quantity", "unit", "ncv"]) },
	{ name: "output.csv", text: csvOf(output, ["firm", "period", "indicator", "quantity", "unit", "prices"]) },
	{
		name: "firms.csv",
		reference: true,
		text: csvOf(firms, ["firm", "firm_name", "sector", "province", "base_intensity", "base_year", "target_pct"]),
	},
];

export const demoFigures = (): Figures => oracle(demo());
