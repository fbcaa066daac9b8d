/** Columns that nobody asked for, and layouts in which an amount does not stand where it seems to. */
import { type Draft, eachOf, nobodyKnows, part, rowsOf } from "../draft.ts";
import { type CarrierId, carriers } from "../facts.ts";
import { years } from "../firms.ts";
import { fraction, shown, times } from "../fraction.ts";
import { addBehind, addColumn, hundredths, type Row, renameColumn, type Sheet } from "../sheet.ts";
import { type Family, fill, type Kind } from "./kind.ts";

/** A wide column for the firm, of so many per cent of a carrier's. */
const amounts = (draft: Draft, key: string, word: string, of: CarrierId, percent: bigint): void => {
	addColumn(draft.energy, key, word);
	for (const row of rowsOf(draft)) {
		const there = BigInt((row.cells[of] ?? "0").replace(".", ""));
		row.cells[key] = hundredths((there * percent) / 100n);
	}
};

const sold = (draft: Draft, carrier: CarrierId, percent: bigint): void => {
	const all = draft.facts.filter((fact) => fact.firm === draft.firm.id && fact.carrier === carrier && fact.use === "consumed");
	for (const fact of all) draft.facts.push({ ...fact, use: "sold", amount: (fact.amount * percent) / 100n });
};

/** A message that would have this column take the place of the one that counts. */
const proposing = (word: string): RegExp =>
	new RegExp(`Rename '${word}'|'${word}' is not known.*Rename it|“${word}”(?:改|重命名)|“${word}”列.*改(?:为|名)`);

/** A second column of amounts before the one that counts. */
const before = (word: string, real: string, percent: number, zh = true): Kind => ({
	needs: { language: zh ? "zh" : "en", yearly: false },
	lay: ({ energy }) => {
		addColumn(energy, "other", word, "quantity");
		renameColumn(energy, "quantity", real);
		fill(energy, "other", (row) => hundredths(part(row, percent)));
	},
	misleads: proposing(word),
});

/** The rows of a firm, carrier and year in one, a column for each month. */
const monthsAcross = (sheet: Sheet): void => {
	const rows = new Map<string, Row>();
	for (const { cells, fact } of sheet.rows) {
		if (fact === undefined) continue;
		const key = `${fact.firm} ${fact.year} ${fact.carrier}`;
		const row = rows.get(key) ?? { cells: { ...cells, period: `${fact.year}年` } };
		row.cells[`m${fact.month}`] = cells["quantity"] ?? "";
		rows.set(key, row);
	}
	sheet.rows = [...rows.values()];
	sheet.columns = sheet.columns.filter(({ key }) => key !== "quantity");
	for (let month = 1; month <= 12; month += 1) addColumn(sheet, `m${month}`, `${month}月`);
};

const yearsAcross = (sheet: Sheet): void => {
	const rows = new Map<string, Row>();
	for (const { cells, fact } of sheet.rows) {
		if (fact === undefined) continue;
		const key = `${fact.firm} ${fact.carrier}`;
		const row = rows.get(key) ?? { cells: { ...cells } };
		row.cells[`y${fact.year}`] = cells["quantity"] ?? "";
		rows.set(key, row);
	}
	sheet.rows = [...rows.values()];
	sheet.columns = sheet.columns.filter(({ key }) => key !== "quantity" && key !== "period");
	for (const year of years) addColumn(sheet, `y${year}`, `${year}年`);
};

/** The amount in coal equivalent, two decimals. */
const equivalent = (row: Row): string =>
	row.fact === undefined ? "" : shown(times(fraction(row.fact.amount, 100n), carriers[row.fact.carrier].tce), 2);

export const columns: Family = {
	"unknown-fuel-column": {
		needs: { language: "zh", wide: true, trade: "paper", carrier: "coal" },
		lay: (draft) => {
			amounts(draft, "x", "混配煤(吨)", "coal", 31n);
			nobodyKnows(draft, ...years);
		},
	},
	"unknown-fuel-column-en": {
		needs: { language: "en", wide: true, trade: "paper", carrier: "coal" },
		lay: (draft) => {
			amounts(draft, "x", "blended briquette residue (t)", "coal", 27n);
			nobodyKnows(draft, ...years);
		},
	},
	"misspelt-carrier-column": {
		needs: { language: "zh", wide: true, trade: "glass", carrier: "gas" },
		lay: (draft) => {
			renameColumn(draft.energy, "gas", "天燃汽(万立方米)");
			nobodyKnows(draft, ...years);
		},
	},
	"blank-inside-carrier-word": {
		needs: { language: "zh", wide: true, trade: "textile", carrier: "electricity" },
		lay: ({ energy }) => renameColumn(energy, "electricity", "电 力(万千瓦时)"),
	},
	"water-and-pollutants-columns": {
		needs: { language: "zh", wide: true, trade: "textile", carrier: "coal" },
		lay: (draft) => {
			amounts(draft, "x", "取水量(立方米)", "coal", 840n);
			amounts(draft, "y", "二氧化硫排放量(吨)", "coal", 1n);
		},
	},
	"power-to-grid-column": {
		needs: { language: "zh", wide: true, trade: "chemicals", carrier: "electricity" },
		lay: (draft) => {
			amounts(draft, "x", "上网电量(万千瓦时)", "electricity", 11n);
			sold(draft, "electricity", 11n);
		},
	},
	"heat-supplied-column": {
		needs: { language: "zh", wide: true, trade: "aluminium", carrier: "heat" },
		lay: (draft) => {
			amounts(draft, "x", "外供热力(吉焦)", "heat", 13n);
			sold(draft, "heat", 13n);
		},
	},
	"coal-equivalent-column-wide": {
		needs: { language: "zh", wide: true, trade: "aluminium", carrier: "gas" },
		lay: (draft) => amounts(draft, "x", "天然气(吨标准煤)", "gas", 1330n),
	},
	"coal-equivalent-rows": {
		needs: { language: "zh", trade: "aluminium", carrier: "gas" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "gas", year, (row) => {
					addBehind(draft.energy, row, { quantity: equivalent(row), unit: "吨标准煤" });
				});
		},
	},
	"coal-equivalent-column-beside": {
		needs: { language: "zh", trade: "machinery" },
		lay: ({ energy }) => {
			renameColumn(energy, "quantity", "实物量");
			addColumn(energy, "other", "折标量(吨标准煤)", "quantity");
			fill(energy, "other", equivalent);
		},
	},
	"money-column-beside": {
		needs: { language: "zh" },
		lay: ({ energy }) => {
			addColumn(energy, "other", "购进金额（千元）", "quantity");
			fill(energy, "other", (row) => hundredths(part(row, 71)));
		},
	},
	"last-year-column-first": before("上年消费量", "消费量", 104),
	"this-year-and-last-year": before("上年同期", "本年", 104),
	"last-year-column-first-en": before("last year consumption", "consumption", 104, false),
	"month-and-to-date-columns": {
		needs: { language: "zh", yearly: false },
		lay: ({ energy }) => {
			addColumn(energy, "other", "本年累计消费量", "quantity");
			renameColumn(energy, "quantity", "本月消费量");
			const sums = new Map<string, bigint>();
			fill(energy, "other", ({ fact }) => {
				const key = `${fact?.firm} ${fact?.year} ${fact?.carrier}`;
				const so = (sums.get(key) ?? 0n) + (fact?.amount ?? 0n);
				sums.set(key, so);
				return hundredths(so);
			});
		},
		misleads: proposing("本年累计消费量"),
	},
	"planned-column-first": before("计划消费量", "实际消费量", 101),
	"two-header-rows": {
		needs: { language: "zh", yearly: false },
		lay: ({ energy }) => {
			addColumn(energy, "other", "", "unit");
			fill(energy, "other", (row) => hundredths(part(row, 95)));
			const { afterwards } = energy;
			energy.afterwards = (text) => {
				const lines = text.split("\n");
				lines.splice(1, 0, ",,,本月,上年同月,");
				return afterwards(lines.join("\n"));
			};
		},
	},
	"months-across": {
		needs: { language: "zh", yearly: false },
		lay: ({ energy }) => monthsAcross(energy),
	},
	"years-across": {
		needs: { language: "zh", yearly: true },
		lay: ({ energy }) => yearsAcross(energy),
	},
	"unit-in-header-against-column": {
		needs: { language: "zh", yearly: true, trade: "steel", carrier: "coal" },
		lay: (draft) => {
			renameColumn(draft.energy, "quantity", "消费量(吨)");
			nobodyKnows(draft, ...years);
		},
	},
};
